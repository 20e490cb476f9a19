//! What podcast plugins tell of an episode beyond its file, as elements of Apple's vocabulary
//! (<https://help.apple.com/itc/podcasts_connect/#/itcb54353390>); the running time is the file's.

use crate::model::{Entry, Extension, Image, Rendition};
use crate::text::url;

const PREFIX: &str = "itunes";
const NAMESPACE: &str = "http://www.itunes.com/dtds/podcast-1.0.dtd";

/// The kinds of an episode that Apple knows.
const KINDS: [&str; 3] = ["full", "trailer", "bonus"];

/// An episode as a plugin tells it.
#[derive(Debug, Default)]
pub(super) struct Episode<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) season: Option<u64>,
    pub(super) number: Option<u64>,
    pub(super) kind: Option<&'a str>,
    pub(super) explicit: Option<bool>,
    /// Whether directories shall not list it.
    pub(super) blocked: bool,
    /// The address of its own picture.
    pub(super) cover: Option<&'a str>,
}

impl Episode<'_> {
    /// Adds the elements to an entry that has sound or film; what another plugin told stays.
    pub(super) fn fill(&self, entry: &mut Entry) {
        if !entry.enclosures.iter().any(crate::model::Enclosure::is_audio_or_video) {
            return;
        }
        let number = |number: Option<u64>| number.filter(|n| *n > 0).map(|n| n.to_string());
        let kind = self.kind.map(|kind| kind.trim().to_ascii_lowercase());
        let title = self.title.map(str::trim).filter(|title| !title.is_empty());
        let elements = [
            ("title", title.map(str::to_owned)),
            ("season", number(self.season)),
            ("episode", number(self.number)),
            ("episodeType", kind.filter(|kind| KINDS.contains(&kind.as_str()))),
            ("explicit", self.explicit.map(|explicit| explicit.to_string())),
            ("block", self.blocked.then(|| "Yes".to_owned())),
        ];
        for (name, value) in elements {
            if let Some(value) = value {
                push(entry, Extension::new(PREFIX, NAMESPACE, name, &value));
            }
        }
        self.illustrate(entry);
    }

    /// The cover is the picture of an entry that has none; beside another one it is told of its own.
    fn illustrate(&self, entry: &mut Entry) {
        let Some(cover) = self.cover.and_then(|address| url::absolute(address, None)) else {
            return;
        };
        let url = cover.into_owned();
        match &entry.image {
            None => {
                let full = Rendition { url, ..Rendition::default() };
                entry.image = Some(Image { full, ..Image::default() });
            }
            Some(image) if image.full.url != url => {
                let mut element = Extension::new(PREFIX, NAMESPACE, "image", "");
                element.attributes.push(("href".to_owned(), url));
                push(entry, element);
            }
            Some(_) => {}
        }
    }
}

fn push(entry: &mut Entry, element: Extension) {
    let known = |other: &Extension| other.name == element.name && other.namespace == NAMESPACE;
    if !entry.extensions.iter().any(known) {
        entry.extensions.push(element);
    }
}
