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
        let Some(url) = self.cover.and_then(|address| url::web(address, None)) else { return };
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

#[cfg(test)]
mod tests {
    use crate::model::Entry;

    /// The elements of an episode of which Seriously Simple Podcasting tells this.
    fn told(member: &str) -> Vec<String> {
        let meta = format!(r#"{{"audio_file":"https://e.org/a.mp3",{member}}}"#);
        let post = serde_json::from_str(&format!(r#"{{"id":7,"meta":{meta}}}"#)).unwrap();
        let mut entry = Entry::default();
        super::super::fill(&post, &mut entry, &mut |_, _| ());
        entry.extensions.iter().map(|e| format!("{}={}", e.name, e.value)).collect()
    }

    #[test]
    fn values_are_those_that_apple_takes() {
        for (member, expected) in [
            (r#""explicit":"on""#, &["explicit=true"][..]),
            (r#""explicit":"clean""#, &["explicit=false"]),
            (r#""explicit":"No ""#, &["explicit=false"]),
            (r#""explicit":"perhaps""#, &[]),
            (r#""explicit":[]"#, &[]),
            (r#""itunes_episode_number":"0""#, &[]),
            (r#""itunes_episode_number":1e300"#, &[]),
            (r#""itunes_season_number":-1"#, &[]),
            (r#""itunes_season_number":" 2 ""#, &["season=2"]),
            (r#""itunes_episode_type":" Bonus""#, &["episodeType=bonus"]),
            (r#""itunes_episode_type":"pilot""#, &[]),
        ] {
            assert_eq!(told(member), expected, "{member}");
        }
    }
}
