//! Files of the project: their text, and what YAML says in them.

use saphyr::{LoadableYamlNode, YamlOwned};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of programs, of which wp2feed is one.
pub(crate) fn programs() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_wp2feed")).parent().expect("a folder").to_owned()
}

pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// What a file of YAML says; one that says something twice is refused.
pub(crate) fn yaml(text: &str) -> YamlOwned {
    let mut documents = YamlOwned::load_from_str(text).expect("YAML");
    assert_eq!(documents.len(), 1, "one document");
    documents.remove(0)
}

/// A member that is text; without it the text is empty.
pub(crate) fn text<'a>(node: &'a YamlOwned, key: &str) -> &'a str {
    node.as_mapping_get(key)
        .map_or("", |value| value.as_str().unwrap_or_else(|| panic!("{key} is text")))
}

/// All members that have a text for a name.
pub(crate) fn members(node: &YamlOwned) -> Vec<(&str, &YamlOwned)> {
    let members = node.as_mapping().into_iter().flatten();
    members.map(|(name, value)| (name.as_str().expect("a name"), value)).collect()
}

/// The elements of a list.
pub(crate) fn list<'a>(node: &'a YamlOwned, key: &str) -> &'a [YamlOwned] {
    node.as_mapping_get(key).and_then(YamlOwned::as_sequence).map_or(&[], Vec::as_slice)
}

/// Whether there is a bash to run scripts with.
pub(crate) fn bash_is_here() -> bool {
    let here = Command::new("bash").arg("--version").output().is_ok();
    if !here {
        eprintln!("not tested: `bash` is not installed");
    }
    here
}
