//! The workflows name what exists, ask for no more than they need, and take no expression into a script.

use super::files::{bash_is_here, list, members, read, root, text, yaml};
use saphyr::YamlOwned;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use tempfile::tempdir;

const WORKFLOWS: [&str; 2] = [".github/workflows/ci.yml", ".github/workflows/release.yml"];

/// Every job of the workflows, with its name.
fn jobs(workflows: &[YamlOwned]) -> Vec<(&str, &YamlOwned)> {
    let jobs = workflows.iter().map(|workflow| workflow.as_mapping_get("jobs").expect("jobs"));
    jobs.flat_map(members).collect()
}

fn workflows() -> Vec<YamlOwned> {
    WORKFLOWS.map(|path| yaml(&read(path))).into()
}

/// The scripts of the workflows and of the action.
fn scripts() -> Vec<String> {
    let workflows = workflows();
    let action = yaml(&read("action.yml"));
    let jobs = jobs(&workflows).into_iter().map(|(_, job)| job);
    let all = jobs.chain(action.as_mapping_get("runs"));
    let steps = all.flat_map(|job| list(job, "steps").to_vec());
    steps.map(|step| text(&step, "run").to_owned()).filter(|script| !script.is_empty()).collect()
}

#[test]
fn permissions_are_few() {
    let workflows = workflows();
    for workflow in &workflows {
        let given = workflow.as_mapping_get("permissions").map(members).expect("permissions");
        let given: Vec<_> = given.into_iter().map(|(name, value)| (name, value.as_str())).collect();
        assert_eq!(given, [("contents", Some("read"))]);
    }
    let writes = jobs(&workflows).into_iter().flat_map(|(name, job)| {
        let given = job.as_mapping_get("permissions").map(members).unwrap_or_default();
        let written = given.into_iter().filter(|(_, value)| value.as_str() != Some("read"));
        written.map(move |(what, _)| (name, what))
    });
    assert_eq!(writes.collect::<Vec<_>>(), [("container", "packages"), ("release", "contents")]);
}

#[test]
fn jobs_end_and_wait_for_jobs_that_exist() {
    let workflows = workflows();
    for workflow in &workflows {
        let jobs = members(workflow.as_mapping_get("jobs").expect("jobs"));
        for (name, job) in &jobs {
            assert!(
                job.contains_mapping_key("timeout-minutes") || job.contains_mapping_key("uses"),
                "{name}"
            );
            let one = job.as_mapping_get("needs").and_then(|needs| needs.as_str());
            let more = list(job, "needs").iter().filter_map(|needs| needs.as_str());
            for needed in one.into_iter().chain(more) {
                assert!(
                    jobs.iter().any(|(other, _)| *other == needed),
                    "{name} waits for {needed}"
                );
            }
        }
    }
}

#[test]
fn what_is_used_is_pinned_or_here() {
    let workflows = workflows();
    let steps =
        jobs(&workflows).into_iter().flat_map(|(_, job)| list(job, "steps").iter().chain([job]));
    let used: Vec<_> =
        steps.map(|step| text(step, "uses")).filter(|used| !used.is_empty()).collect();
    assert!(used.len() > 5, "{used:?}");
    for used in used {
        let here = used.strip_prefix("./").map(|path| root().join(path));
        assert!(here.map_or_else(|| is_pinned(used), |path| path.exists()), "{used}");
    }
}

/// Whether an action is named with its major version, or with a commit.
fn is_pinned(used: &str) -> bool {
    let (_, version) = used.split_once('@').unwrap_or((used, ""));
    let major = version.strip_prefix('v').is_some_and(|n| n.parse::<u32>().is_ok());
    major || (version.len() == 40 && version.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[test]
fn scripts_are_scripts() {
    if !bash_is_here() {
        return;
    }
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("script");
    for script in scripts() {
        assert!(!script.contains("${{"), "an expression is in a script, not in its env:\n{script}");
        fs::write(&file, &script).expect("written");
        let output = Command::new("bash").arg("-n").arg(&file).output().expect("bash");
        assert!(output.status.success(), "{}\n{script}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Words of scripts that are paths of the project, and programs among them.
#[test]
fn scripts_name_what_exists() {
    let scripts = scripts().join("\n");
    let words = scripts.split(|c: char| c.is_whitespace() || "<>|\"'`;()".contains(c));
    let paths: Vec<_> = words
        .filter(|word| {
            [".ci/", ".github/", "samples/", "Cargo.toml"].iter().any(|at| word.starts_with(at))
        })
        .collect();
    for program in [".ci/run", ".github/pack", ".github/changelog"] {
        assert!(paths.contains(&program), "{paths:?}");
        let mode = fs::metadata(root().join(program)).expect(program).permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{program} can be run");
    }
    for path in paths {
        assert!(root().join(path).exists(), "{path}");
    }
}

#[test]
fn the_oldest_rust_is_that_of_the_package() {
    let version = env!("CARGO_PKG_RUST_VERSION");
    let scripts = scripts().join("\n");
    assert!(scripts.contains(&format!("rustup toolchain install {version} ")), "{scripts}");
    assert!(scripts.contains(&format!("cargo +{version} check")), "{scripts}");
}
