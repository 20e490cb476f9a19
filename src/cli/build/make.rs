//! Feeds made of the documents, each batch in one pass, and the files that they are to be.

use super::recipe::{Batch, Feed, Recipe};
use crate::cli::convert::{self, Found};
use crate::cli::exit::{Access, Exit, Failure};
use crate::cli::messages::{Message, Messages};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use wp2feed::{BatchedFeed, Converted, ErrorKind, Format};

/// A feed that is made, and the files that it is to be in.
pub(super) struct Made {
    pub(super) feed: Converted,
    pub(super) files: Vec<(Format, PathBuf)>,
}

/// Makes all feeds, and tells what was noticed.
pub(super) fn make(recipe: Recipe, messages: Messages) -> Result<Vec<Made>, Failure> {
    let Recipe { root, reads, batches } = recipe;
    let mut made = Vec::new();
    for Batch { documents, feeds } in batches {
        let mut batch = wp2feed::Batch::new();
        for feed in &feeds {
            match feed.each {
                Some(kind) => batch.add_each(kind, &feed.formats(), feed.addressed()),
                None => batch.add(&feed.formats(), feed.addressed()),
            };
        }
        documents.read(None, |name, found| match found {
            Found::Collection(kind, document) => batch.read_collection(kind, Some(name), document),
            Found::Posts(document) => batch.read(Some(name), document),
            Found::Feed(format, feed) => batch.read_feed(&feed, Some(format)),
        })?;
        let batched = batch.finish();
        let strict = feeds.iter().any(|feed| feed.strict);
        convert::notes(&batched.report, strict).for_each(|note| messages.say(&note));
        refuse_missing(&feeds, &batched.feeds)?;
        for one in batched.feeds {
            made.push(of(&feeds[one.addition], one, &root)?);
        }
        // What is in no feed at all was left out too.
        if feeds.iter().all(|feed| feed.strict) {
            convert::refuse(&batched.report, true, false)?;
        }
    }
    refuse_same(&made, &reads).map(|()| made)
}

/// Takes a feed for what was asked for, or says why it is not.
fn of(asked: &Feed, made: BatchedFeed, root: &Path) -> Result<Made, Failure> {
    let slug = made.slug.as_deref();
    let files: Vec<_> =
        asked.outputs.iter().map(|output| (output.format, output.place.file(root, slug))).collect();
    let name = files[0].1.display().to_string();
    let feed = made.feed.map_err(|e| match e.kind() {
        ErrorKind::Option => {
            asked.table.refuse("max-bytes", e.message(), "let feeds have more bytes")
        }
        _ => Failure::library(Access::Write, "the temporary file", &e),
    })?;
    convert::refuse(feed.report(), asked.strict, asked.fail_on_empty)
        .map_err(|failure| failure.about(&name))?;
    Ok(Made { feed, files })
}

/// Refuses archives that are none, where feeds must not be empty.
fn refuse_missing(asked: &[Feed], made: &[BatchedFeed]) -> Result<(), Failure> {
    let missing = |(at, feed): &(usize, &Feed)| {
        feed.fail_on_empty && made.iter().all(|made| made.addition != *at)
    };
    match asked.iter().enumerate().find(missing) {
        None => Ok(()),
        Some((_, feed)) => {
            let path = feed.outputs[0].place.path().display();
            let message = Message::error("empty", format!("no archive has a post for {path}"));
            let advice = "ask for other posts, or drop --fail-on-empty";
            Err(Failure::new(Exit::Empty, message.advise(advice)))
        }
    }
}

/// Refuses feeds that would overwrite each other, or what they are made of.
fn refuse_same(made: &[Made], reads: &BTreeSet<PathBuf>) -> Result<(), Failure> {
    let mut known = BTreeMap::new();
    for (format, file) in made.iter().flat_map(|made| &made.files) {
        let refuse = |text: String, advice| {
            let message = Message::error("config", text).about(&file.display().to_string());
            Err(Failure::new(Exit::Usage, message.advise(advice)))
        };
        if file.canonicalize().is_ok_and(|file| reads.contains(&file)) {
            let text = "a feed would take the place of what is read".to_owned();
            return refuse(text, "give the output another path");
        }
        if let Some(other) = known.insert(file, format) {
            let formats = format!("{} and {}", other.name(), format.name());
            let text = format!("two feeds would be this file, {formats}");
            return refuse(text, "give outputs paths that differ whatever the slugs are");
        }
    }
    Ok(())
}
