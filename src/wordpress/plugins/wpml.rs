//! WPML with its plugin for the REST API: `wpml_current_locale`, the post's locale as `de_DE`.

use super::{Plugin, SILENT, read};
use crate::model::Entry;
use crate::wordpress::language;
use crate::wordpress::loose::Text;
use crate::wordpress::post::Post;

const KEY: &str = "wpml_current_locale";

pub(super) const PLUGIN: Plugin = Plugin { name: "WPML", keys: &[KEY], fill, ..SILENT };

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.language.is_none() {
        entry.language = read::<Text>(post, KEY)?.filled().and_then(language::tag);
    }
    Ok(())
}
