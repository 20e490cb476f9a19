//! `wp2feed.toml` as a row of words: what `wp2feed check` does, said once more.

use toml::de::{DeTable, DeValue};

/// The arguments that a table tells, each `--name=value` or `--name`; its documents are under `input`.
pub(crate) fn words(text: &str) -> Result<Vec<String>, String> {
    let table = DeTable::parse(text).map_err(|e| e.to_string())?;
    let mut words = Vec::new();
    for (key, value) in table.get_ref() {
        let key = key.get_ref();
        match value.get_ref() {
            DeValue::Table(told) => {
                words.push(format!("--{key}"));
                for (name, value) in told {
                    push(&mut words, &format!("{key}-{}", name.get_ref()), value.get_ref())?;
                }
            }
            value => push(&mut words, key, value)?,
        }
    }
    Ok(words)
}

fn push(words: &mut Vec<String>, key: &str, value: &DeValue<'_>) -> Result<(), String> {
    let word = match value {
        // The one argument that has to be told so.
        DeValue::Boolean(truth) if key == "podcast-explicit" => format!("--{key}={truth}"),
        DeValue::Boolean(true) => format!("--{key}"),
        DeValue::String(text) => format!("--{key}={text}"),
        DeValue::Integer(number) => format!("--{key}={number}"),
        DeValue::Datetime(date) => format!("--{key}={date}"),
        DeValue::Array(items) => {
            return items.iter().try_for_each(|item| push(words, key, item.get_ref()));
        }
        other => return Err(format!("no sample needs {key} = {other:?}")),
    };
    words.push(word);
    Ok(())
}
