//! README.md's example of a workflow does what it is there for.

use super::files::{list, members, read, text, yaml};
use super::runner::Runner;

#[test]
fn the_workflow_of_the_readme_writes_feeds() {
    let readme = read("README.md");
    let example = readme.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next());
    let workflow = yaml(example.expect("a block of YAML"));
    let jobs = members(workflow.as_mapping_get("jobs").expect("jobs"));
    let step = jobs.iter().flat_map(|(_, job)| list(job, "steps"));
    let step =
        step.into_iter().find(|step| text(step, "uses").contains("/wp2feed@")).expect("the action");
    assert!(
        text(step, "uses").ends_with(concat!("@v", env!("CARGO_PKG_VERSION"))),
        "the version of the package"
    );
    let inputs = members(step.as_mapping_get("with").expect("inputs"));
    let inputs: Vec<_> =
        inputs.into_iter().map(|(name, value)| (name, value.as_str().expect("text"))).collect();

    let Some(runner) = Runner::new() else { return };
    for file in ["posts.json", "site.json", "expected.rss", "expected.atom", "expected.json"] {
        runner.put(&format!("samples/blog/{file}"), file);
        runner.put(&format!("samples/blog/{file}"), &format!("samples/blog/{file}"));
    }
    let outcome = runner.uses(&inputs);
    assert_eq!(outcome.code, 0, "{}", outcome.said);
    let feed = runner.read("public/feed.xml");
    assert!(
        feed.contains("Crab count") && feed.contains("/feeds/feed.xml\" rel=\"self\""),
        "{feed}"
    );
    assert!(outcome.said.contains("checked: 3 ok, 0 failed"), "{}", outcome.said);
}
