//! The contents of real posts: what was recorded of a WordPress.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The content of each recorded post, in the form that everybody gets.
pub(crate) fn contents() -> Vec<String> {
    let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let mut found = BTreeSet::new();
    for folder in fs::read_dir(recorded).expect("the recordings").flatten() {
        for file in ["embed.json", "last.json", "default.json"] {
            let Ok(text) = fs::read(folder.path().join(file)) else { continue };
            let Ok(Value::Array(posts)) = serde_json::from_slice(&text) else { continue };
            let contents = posts.iter().filter_map(|post| post["content"]["rendered"].as_str());
            found.extend(contents.map(str::to_owned));
        }
    }
    found.into_iter().collect()
}
