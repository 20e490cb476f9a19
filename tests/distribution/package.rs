//! The package, the container and the hooks hold what they should, and nothing else.

use super::files::{list, programs, read, root, text, yaml};
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use tempfile::tempdir;

fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(args).arg("--offline").current_dir(root());
    cargo
}

#[test]
fn the_package_is_what_is_needed_to_build_and_read_it() {
    let output = cargo(&["package", "--list", "--allow-dirty"]).output().expect("cargo");
    let files = String::from_utf8_lossy(&output.stdout).into_owned();
    let tops: BTreeSet<&str> = files.lines().filter_map(|file| file.split('/').next()).collect();
    let made = ["Cargo.lock", "Cargo.toml", "Cargo.toml.orig", ".cargo_vcs_info.json"];
    let ours =
        ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "build.rs", "docs", "src"];
    let tops: Vec<&str> = tops.into_iter().filter(|top| !made.contains(top)).collect();
    assert_eq!(tops, ours, "{}", String::from_utf8_lossy(&output.stderr));
}

/// The lines of a file that are not empty and no comments.
fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// A folder with what .dockerignore lets through is a package to cargo.
#[test]
fn the_container_gets_what_it_is_built_from() {
    let ignore = read(".dockerignore");
    let (first, rest) =
        lines(&ignore).split_first().map(|(first, rest)| (*first, rest.to_vec())).expect("lines");
    assert_eq!(first, "*");
    let folder = tempdir().expect("a folder");
    for name in rest.iter().map(|line| line.strip_prefix('!').expect("what is let through")) {
        std::os::unix::fs::symlink(root().join(name), folder.path().join(name)).expect("a link");
        assert!(fs::exists(folder.path().join(name)).expect("a folder"), "{name}");
    }
    let manifest = folder.path().join("Cargo.toml").display().to_string();
    let output =
        cargo(&["metadata", "--format-version=1", "--no-deps", "--manifest-path", &manifest])
            .output();
    let output = output.expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_container_is_empty_but_for_the_program_and_not_run_by_root() {
    let file = read("Dockerfile");
    let last = file.rsplit("\nFROM ").next().expect("a stage");
    assert!(last.starts_with("scratch\n"), "{last}");
    let copies: Vec<_> = last.lines().filter(|line| line.starts_with("COPY")).collect();
    assert_eq!(copies, ["COPY --from=build /container /"]);
    assert!(file.contains(" /container/wp2feed\n") && last.contains("ENTRYPOINT [\"/wp2feed\"]"));
    assert!(file.contains(" /container/tmp ") && file.contains(" /container/work "));
    assert!(!last.contains("RUN") && last.contains("\nUSER 65532:65532\n"));
    let release = read(".github/workflows/release.yml");
    for target in
        file.lines().filter_map(|line| line.split_once(") target=")).map(|(_, target)| target)
    {
        let target = target.trim_end_matches(" ;; \\");
        assert!(release.contains(&format!("target: {target}\n")), "{target}");
        let linker = target.to_uppercase().replace('-', "_");
        assert!(file.contains(&format!("CARGO_TARGET_{linker}_LINKER=rust-lld")), "{target}");
    }
}

#[test]
fn hooks_run_commands_that_exist() {
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    let hooks = hooks.as_sequence().expect("hooks");
    assert_eq!(
        hooks.iter().map(|hook| text(hook, "id")).collect::<Vec<_>>(),
        ["wp2feed-check", "wp2feed-build-check", "wp2feed-validate"]
    );
    for hook in hooks {
        let mut words = text(hook, "entry").split(' ');
        assert_eq!(words.next(), Some("wp2feed"));
        let args = words.chain(list(hook, "args").iter().filter_map(|arg| arg.as_str()));
        let output = Command::new(programs().join("wp2feed")).args(args).arg("--help").output();
        assert!(output.expect("wp2feed").status.success(), "{}", text(hook, "entry"));
        // What looks for its files itself gets none.
        let named = text(hook, "id") == "wp2feed-validate";
        assert_eq!(
            hook.as_mapping_get("pass_filenames").and_then(saphyr::YamlOwned::as_bool),
            (!named).then_some(false)
        );
    }
}
