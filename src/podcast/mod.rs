//! A podcast: what the channel says of it for Apple Podcasts, and what Apple refuses.
//!
//! The reference is Apple's "A Podcaster's Guide to RSS"; `categories` holds its list of categories.

mod categories;
mod elements;
mod refusals;

use crate::error::{Error, ErrorKind, Result};
pub use categories::PodcastCategory;
use std::str::FromStr;

/// A podcast, as Apple's "A Podcaster's Guide to RSS" describes its show.
///
/// Title, description, language, link and copyright are those of the [`Site`](crate::Site). The elements
/// are written into RSS and Atom; Apple reads RSS alone, and JSON Feed has no place for them.
///
/// ```
/// use wp2feed::{Podcast, Site};
///
/// let site = Site {
///     title: Some("Fog Signals".into()),
///     description: Some("Sounds of the harbour".into()),
///     language: Some("en".into()),
///     ..Site::default()
/// };
/// let mut podcast = Podcast {
///     image: Some("https://example.org/cover.jpg".into()),
///     categories: vec!["Society & Culture/Documentary".parse()?],
///     ..Podcast::default()
/// };
/// let refusals = podcast.refusals(&site);
/// assert_eq!(refusals[0].message(), "nothing says whether the podcast is explicit");
/// podcast.explicit = Some(false);
/// assert!(podcast.refusals(&site).is_empty());
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Podcast {
    /// The address of the artwork, a JPEG or PNG of 1400 to 3000 pixels square (`itunes:image`).
    pub image: Option<String>,
    /// The categories, of which Apple reads the first (`itunes:category`).
    pub categories: Vec<PodcastCategory>,
    /// Whether there is explicit language or adult content (`itunes:explicit`).
    pub explicit: Option<bool>,
    /// Who makes the podcast (`itunes:author`); if absent, the [`Site`](crate::Site)'s author.
    pub author: Option<String>,
    /// Whom to ask about it (`itunes:owner`). The feed tells the e-mail address to everybody.
    pub owner: Option<PodcastOwner>,
    /// In which order episodes are listened to (`itunes:type`).
    pub kind: Option<PodcastKind>,
    /// The show's name for Apple, where it is not the feed's title (`itunes:title`).
    pub title: Option<String>,
    /// The address to which the feed has moved (`itunes:new-feed-url`).
    pub new_feed_url: Option<String>,
    /// Keeps the podcast out of Apple's directory (`itunes:block`).
    pub block: bool,
    /// Says that there will be no more episodes (`itunes:complete`).
    pub complete: bool,
}

/// In which order the episodes of a podcast are listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PodcastKind {
    /// In any order; the newest is shown first.
    Episodic,
    /// From the first on; each needs its number (`itunes:episode`).
    Serial,
}

/// Whom to ask about a podcast, written `Ann Other <ann@example.org>`.
///
/// ```
/// let owner: wp2feed::PodcastOwner = "Ann Other <ann@example.org>".parse()?;
/// assert_eq!(owner.email, "ann@example.org");
/// assert!("Ann Other".parse::<wp2feed::PodcastOwner>().is_err());
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PodcastOwner {
    /// The name (`itunes:name`).
    pub name: Option<String>,
    /// The e-mail address (`itunes:email`).
    pub email: String,
}

impl PodcastKind {
    const ALL: [PodcastKind; 2] = [PodcastKind::Episodic, PodcastKind::Serial];

    /// The word for it: `episodic` or `serial`.
    pub fn name(self) -> &'static str {
        match self {
            PodcastKind::Episodic => "episodic",
            PodcastKind::Serial => "serial",
        }
    }
}

impl FromStr for PodcastKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let known = PodcastKind::ALL.into_iter().find(|kind| kind.name() == text.trim());
        known.ok_or_else(|| {
            let message = format!("a podcast can't be of type \"{text}\"");
            refusal(message, "write episodic, or serial if episodes build on each other")
        })
    }
}

impl FromStr for PodcastOwner {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let (name, email) =
            match text.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
                Some((name, email)) => (name.trim(), email.trim()),
                None => ("", text.trim()),
            };
        if !is_email(email) {
            let message = format!("the podcast's owner \"{text}\" has no e-mail address");
            return Err(refusal(message, "write it as 'Ann Other <ann@example.org>'"));
        }
        let name = Some(name.trim_matches('"').to_owned()).filter(|name| !name.is_empty());
        Ok(PodcastOwner { name, email: email.to_owned() })
    }
}

/// Whether a text has the form of an e-mail address on the internet.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let stray = |c: char| c.is_whitespace() || c.is_control() || "<>,;@".contains(c);
    let labels = domain.split('.');
    !local.is_empty()
        && !text.replacen('@', "", 1).contains(stray)
        && labels.clone().count() > 1
        && labels.into_iter().all(|label| !label.is_empty())
}

/// What Apple refuses, and what to write instead.
fn refusal(message: impl Into<String>, advice: impl Into<String>) -> Error {
    Error::new(ErrorKind::Option, message).advise(advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_has_an_address_and_perhaps_a_name() {
        let owner =
            |text: &str| text.parse::<PodcastOwner>().map(|owner| (owner.name, owner.email));
        let (name, email) = owner(" Ann \"A\" Other <ann@mail.example.org> ").unwrap();
        assert_eq!(
            (name.as_deref(), email.as_str()),
            (Some("Ann \"A\" Other"), "ann@mail.example.org")
        );
        assert_eq!(owner("A < B <a@e.org>").unwrap().0.as_deref(), Some("A < B"));
        assert_eq!(owner("ann@example.org").unwrap(), (None, "ann@example.org".to_owned()));
        for wrong in [
            "",
            "Ann",
            "ann@",
            "@example.org",
            "ann@example",
            "a@b@example.org",
            "Ann ann@e.org",
            "ann@e..org",
        ] {
            let error = wrong.parse::<PodcastOwner>().expect_err(wrong);
            assert!(error.advice().is_some_and(|advice| advice.contains("<ann@example.org>")));
        }
    }
}
