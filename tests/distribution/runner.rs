//! Runs the steps of `action.yml` as GitHub's runner does, as far as the action asks for it: inputs and their
//! defaults, `if`, `env`, `working-directory`, bash with the runner's flags, and the file that adds to the PATH.

use super::files::{bash_is_here, list, members, programs, read, root, text, yaml};
use saphyr::YamlOwned;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::{TempDir, tempdir};

/// A machine on which a job uses the action.
pub(crate) struct Runner {
    folder: TempDir,
    action: YamlOwned,
    variables: BTreeMap<&'static str, String>,
    path: Vec<PathBuf>,
}

/// How the steps ended, and what they said.
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) said: String,
}

impl Runner {
    /// A machine where nothing is installed.
    pub(crate) fn bare() -> Option<Self> {
        let folder = bash_is_here().then(tempdir)?.expect("a folder");
        for name in ["workspace", "temp"] {
            fs::create_dir(folder.path().join(name)).expect("made");
        }
        let at = |name: &str| folder.path().join(name).display().to_string();
        let variables = BTreeMap::from([
            ("CI", "true".to_owned()),
            ("GITHUB_ACTION_PATH", root().display().to_string()),
            ("GITHUB_PATH", at("path")),
            ("GITHUB_REPOSITORY", "harbour/site".to_owned()),
            ("GITHUB_SERVER_URL", format!("file://{}", at("server"))),
            ("HOME", at("workspace")),
            ("RUNNER_ARCH", "X64".to_owned()),
            ("RUNNER_OS", "Linux".to_owned()),
            ("RUNNER_TEMP", at("temp")),
        ]);
        let path = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
        Some(Runner { folder, action: yaml(&read("action.yml")), variables, path })
    }

    /// A machine that has this program.
    pub(crate) fn new() -> Option<Self> {
        Self::bare().map(|runner| runner.with_programs(&programs()))
    }

    /// A machine with a folder of programs that go before all others.
    pub(crate) fn with_programs(mut self, folder: &Path) -> Self {
        self.path.insert(0, folder.to_owned());
        self
    }

    /// Another machine.
    pub(crate) fn with(mut self, variable: &'static str, value: &str) -> Self {
        self.variables.insert(variable, value.to_owned());
        self
    }

    /// What the job has checked out; `server` is where releases come from.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Copies a file of the project into the workspace.
    pub(crate) fn put(&self, from: &str, to: &str) {
        let to = self.folder("workspace").join(to);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(root().join(from), to).expect("copied");
    }

    /// A file of the workspace.
    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder("workspace").join(file))
            .unwrap_or_else(|e| panic!("{file}: {e}"))
    }

    /// Runs the steps until one fails.
    pub(crate) fn uses(&self, inputs: &[(&str, &str)]) -> Outcome {
        let known = self.action.as_mapping_get("inputs").expect("inputs");
        for (name, _) in inputs {
            assert!(known.contains_mapping_key(name), "the action has no input {name}");
        }
        let mut outcome = Outcome { code: 0, said: String::new() };
        let runs = self.action.as_mapping_get("runs").expect("runs");
        for step in list(runs, "steps") {
            if outcome.code == 0 && self.holds(text(step, "if"), inputs) {
                self.run(step, inputs, &mut outcome);
            }
        }
        outcome
    }

    fn run(&self, step: &YamlOwned, inputs: &[(&str, &str)], outcome: &mut Outcome) {
        assert_eq!(text(step, "shell"), "bash");
        let script = self.folder("temp").join("script.sh");
        fs::write(&script, text(step, "run")).expect("written");
        let folder = self.filled(text(step, "working-directory"), inputs);
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail"])
            .arg(script)
            .current_dir(self.folder("workspace").join(folder))
            .env_clear()
            .env("PATH", env::join_paths(self.path()).expect("a PATH"))
            .envs(&self.variables)
            .envs(self.step_variables(step, inputs))
            .stdin(Stdio::null())
            .output()
            .expect("bash");
        outcome.code = output.status.code().expect("no signal");
        outcome.said += &String::from_utf8_lossy(&output.stdout);
        outcome.said += &String::from_utf8_lossy(&output.stderr);
    }

    /// The folders of programs, those that steps have added before the others.
    fn path(&self) -> Vec<PathBuf> {
        let added = fs::read_to_string(self.folder("path")).unwrap_or_default();
        added.lines().rev().map(PathBuf::from).chain(self.path.iter().cloned()).collect()
    }

    fn step_variables(&self, step: &YamlOwned, inputs: &[(&str, &str)]) -> Vec<(String, String)> {
        let variables = step.as_mapping_get("env").map(members).unwrap_or_default();
        let filled = |value: &YamlOwned| self.filled(value.as_str().expect("text"), inputs);
        variables.into_iter().map(|(name, value)| (name.to_owned(), filled(value))).collect()
    }

    /// Whether a condition holds: inputs that are given, one of which is enough.
    fn holds(&self, condition: &str, inputs: &[(&str, &str)]) -> bool {
        let given = |term: &str| {
            let name = term.strip_suffix(" != ''").expect("a condition `inputs.NAME != ''`");
            !self.value(name, inputs).is_empty()
        };
        condition.is_empty() || condition.split(" || ").any(given)
    }

    /// A text with the values of its expressions.
    fn filled(&self, text: &str, inputs: &[(&str, &str)]) -> String {
        let mut parts = text.split("${{");
        let start = parts.next().unwrap_or_default().to_owned();
        parts.fold(start, |filled, part| {
            let (name, rest) = part.split_once("}}").expect("the end of an expression");
            filled + &self.value(name.trim(), inputs) + rest
        })
    }

    fn value(&self, name: &str, inputs: &[(&str, &str)]) -> String {
        if name == "github.action_repository" {
            return "harbour/wp2feed".to_owned();
        }
        let name = name.strip_prefix("inputs.").unwrap_or_else(|| panic!("{name} is an input"));
        let known =
            self.action.as_mapping_get("inputs").and_then(|known| known.as_mapping_get(name));
        let default =
            text(known.unwrap_or_else(|| panic!("the action has no input {name}")), "default");
        inputs
            .iter()
            .find(|(given, _)| *given == name)
            .map_or(default, |(_, value)| value)
            .to_owned()
    }
}
