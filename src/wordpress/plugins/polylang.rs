//! Polylang Pro: `lang`, the code of the post's language, which the site chose.

use super::{Plugin, SILENT, read};
use crate::model::Entry;
use crate::wordpress::language;
use crate::wordpress::loose::Text;
use crate::wordpress::post::Post;

pub(super) const PLUGIN: Plugin = Plugin { name: "Polylang", keys: &["lang"], fill, ..SILENT };

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.language.is_none() {
        entry.language = read::<Text>(post, "lang")?.filled().and_then(language::tag);
    }
    Ok(())
}
