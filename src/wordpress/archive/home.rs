//! The site's own feed, of all its posts.

use super::{Kind, Told};
use crate::report::NoteKind;
use crate::text::date::Zone;
use crate::wordpress::permalink::Permalinks;
use crate::wordpress::post::Post;

/// The home page, whose title is the site's alone.
pub(super) struct Home;

impl Kind for Home {
    fn holds(&self, _: &Post, _: Option<Zone>, _: &mut dyn FnMut(NoteKind, &str)) -> bool {
        true
    }

    fn title(&self) -> Option<Told> {
        None
    }

    fn address(&self, permalinks: &Permalinks) -> Told {
        Told::made(permalinks.home(), permalinks)
    }
}
