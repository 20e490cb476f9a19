//! `--podcast`: its arguments, the table that they lie over, and the podcast that both make.
//!
//! Every reason for which Apple would refuse it is told, not only the first.

mod table;

use super::exit::{Exit, Failure};
use super::input::Input;
use super::messages::Message;
use clap::builder::NonEmptyStringValueParser;
use std::path::PathBuf;
use wp2feed::{Error, Location, Podcast, PodcastCategory, Site};

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Podcast (each implies --podcast, and beats FILE)")]
pub(super) struct PodcastArgs {
    /// Make the feed a podcast, as [podcast] in FILE (TOML) says
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    podcast: Option<Option<PathBuf>>,

    /// The artwork: JPEG or PNG, 1400 to 3000 pixels square
    #[arg(long, value_name = "URL", value_parser = NonEmptyStringValueParser::new())]
    podcast_image: Option<String>,

    /// One of Apple's, as 'Arts/Books'; may be repeated
    #[arg(long = "podcast-category", value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    podcast_categories: Vec<String>,

    /// Whether there is adult language or content: true or false
    #[arg(long, value_name = "BOOL", value_parser = NonEmptyStringValueParser::new())]
    podcast_explicit: Option<String>,

    /// Who makes it; without it --author
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    podcast_author: Option<String>,

    /// Whom to ask, as 'Ann Other <ann@example.org>'; it is public
    #[arg(long, value_name = "WHO", value_parser = NonEmptyStringValueParser::new())]
    podcast_owner: Option<String>,

    /// Whether episodes build on each other: episodic or serial
    #[arg(long, value_name = "TYPE", value_parser = NonEmptyStringValueParser::new())]
    podcast_type: Option<String>,

    /// The title for Apple, where it is not the feed's
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    podcast_title: Option<String>,

    /// The address to which the feed has moved
    #[arg(long, value_name = "URL", value_parser = NonEmptyStringValueParser::new())]
    podcast_new_feed_url: Option<String>,

    /// Keep it out of Apple's directory
    #[arg(long)]
    podcast_block: bool,

    /// Say that there will be no more episodes
    #[arg(long)]
    podcast_complete: bool,
}

/// What the podcast is told to be: a key, its value, and where it stands in a file.
#[derive(Debug)]
struct Word {
    key: &'static str,
    value: String,
    place: Location,
}

/// The names of what can be told, as the table has them and the arguments behind `--podcast-`.
const KEYS: [&str; 10] = [
    "image",
    "category",
    "explicit",
    "author",
    "owner",
    "type",
    "title",
    "new-feed-url",
    "block",
    "complete",
];

impl PodcastArgs {
    /// Tells whether there is to be a podcast.
    pub(super) fn is_wanted(&self) -> bool {
        let texts = [
            &self.podcast_image,
            &self.podcast_explicit,
            &self.podcast_author,
            &self.podcast_owner,
            &self.podcast_type,
            &self.podcast_title,
            &self.podcast_new_feed_url,
        ];
        self.podcast.is_some()
            || texts.iter().any(|text| text.is_some())
            || !self.podcast_categories.is_empty()
            || self.podcast_block
            || self.podcast_complete
    }

    /// The file that holds the table.
    pub(super) fn file(&self) -> Option<Input> {
        self.podcast.clone().flatten().map(Input::from)
    }

    /// The podcast, if there is to be one, or everything that is wrong with it.
    pub(super) fn read(self, site: &Site) -> Result<Option<Podcast>, Failure> {
        let mut messages = Vec::new();
        let mut words = match self.file() {
            Some(file) => table::read(&file, &mut messages)?,
            None => Vec::new(),
        };
        let wanted = self.podcast.is_some();
        let given = self.words();
        if !wanted && given.is_empty() {
            return Ok(None);
        }
        let readable = messages.is_empty();
        words.retain(|word| given.iter().all(|given| given.key != word.key));
        let mut podcast = Podcast::default();
        for Word { key, value, place } in given.into_iter().chain(words) {
            if let Err(refused) = set(&mut podcast, key, value) {
                messages.push(refused.message().at(place));
                stand_in(&mut podcast, key);
            }
        }
        // What a table that can't be read lacks is not known.
        let missing = podcast.refusals(site).into_iter().filter(|_| readable);
        messages.extend(missing.map(|error| Refused::from(error).message()));
        if messages.is_empty() {
            Ok(Some(podcast))
        } else {
            Err(Failure::all(Exit::Usage, messages))
        }
    }

    /// What the arguments tell.
    fn words(self) -> Vec<Word> {
        let yes = |set: bool| set.then(|| "true".to_owned());
        let single = [
            ("image", self.podcast_image),
            ("explicit", self.podcast_explicit),
            ("author", self.podcast_author),
            ("owner", self.podcast_owner),
            ("type", self.podcast_type),
            ("title", self.podcast_title),
            ("new-feed-url", self.podcast_new_feed_url),
            ("block", yes(self.podcast_block)),
            ("complete", yes(self.podcast_complete)),
        ];
        let several = self.podcast_categories.into_iter().map(|name| ("category", Some(name)));
        let all = single.into_iter().chain(several);
        let word = |(key, value)| Some(Word { key, value: value?, place: Location::default() });
        all.filter_map(word).collect()
    }
}

/// What is wrong with a value, and what to write instead.
struct Refused {
    text: String,
    advice: String,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let advice = error.advice().unwrap_or_default().to_owned();
        Refused { text: error.message().to_owned(), advice }
    }
}

impl Refused {
    fn message(self) -> Message {
        Message::error("podcast", self.text).advise(self.advice)
    }
}

/// Tells a podcast one thing of it.
fn set(podcast: &mut Podcast, key: &str, value: String) -> Result<(), Refused> {
    match key {
        "image" => podcast.image = Some(value),
        "category" => podcast.categories.push(value.parse()?),
        "explicit" => podcast.explicit = Some(flag(key, &value)?),
        "author" => podcast.author = Some(value),
        "owner" => podcast.owner = Some(value.parse()?),
        "type" => podcast.kind = Some(value.parse()?),
        "title" => podcast.title = Some(value),
        "new-feed-url" => podcast.new_feed_url = Some(value),
        "block" => podcast.block = flag(key, &value)?,
        _ => podcast.complete = flag(key, &value)?,
    }
    Ok(())
}

/// What is refused for its value is not missing as well.
fn stand_in(podcast: &mut Podcast, key: &str) {
    match key {
        "category" => podcast.categories.extend("Arts".parse::<PodcastCategory>()),
        "explicit" => podcast.explicit = Some(false),
        _ => {}
    }
}

fn flag(key: &str, value: &str) -> Result<bool, Refused> {
    value.parse().map_err(|_| Refused {
        text: format!("the podcast's {key} can't be \"{value}\""),
        advice: "write true or false".to_owned(),
    })
}
