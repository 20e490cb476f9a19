//! The feeds of archives are WordPress's own: of every term, author, year, month, day and post type, and of
//! searches, whether posts embed what they name or collections tell it.

use super::{ALL, server};
use crate::given::Given;
use crate::lab::{SETUPS, Setup};
use serde_json::Value;
use std::collections::BTreeSet;
use wp2feed::model::Feed;
use wp2feed::{Archive, Converter, Format, Options, Report};

/// Words that are found in titles, in texts, in addresses and nowhere, and some that WordPress parts.
const SEARCHES: [&str; 12] = [
    "fog",
    "Fog signal",
    "\"fog signal\"",
    "fog -tide",
    "émigré",
    "写真",
    "R&D",
    "don't",
    "the",
    "harbour.example",
    "Tea--time",
    "nothing has this word",
];

/// Posts that show what is not stored of them, where WordPress searches: by blocks and shortcodes, and `R&D`
/// of what is stored as `R&amp;D`.
const SHOWING_MORE: [&str; 3] = ["1012", "1106", "1048"];

/// A post of an hour that was skipped for summer time. WordPress orders by its clock, and we by the moment.
const SKIPPED: &str = "1162";

/// What is said of posts of which is not known whether they belong, and of a title that is but likely.
const BLIND: &str = "filter-blind";
const GUESSED: &str = "archive-title-guessed";

/// What a site answers to who asks for everything: posts that embed what they name, and those that do not.
struct Answers([Given; 2]);

#[test]
fn the_archives_of_a_running_wordpress_agree() {
    let Some(server) = server() else { return };
    let mut complaints = Vec::new();
    for setup in &SETUPS {
        let answers = Answers::of(setup, &server);
        let archives: Vec<_> =
            answers.archives().into_iter().filter(|(name, _)| setup.concerns(name)).collect();
        println!("{:?}: {} archives", setup.headers, archives.len());
        for (archive, page) in &archives {
            let found = answers.differences(setup, &server, archive, page.as_deref());
            complaints
                .extend(found.iter().map(|what| format!("{:?} {archive}: {what}", setup.headers)));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

impl Setup {
    /// Whether an archive may differ from what it is without this setup. Searches and dates have titles in
    /// English here.
    fn concerns(&self, archive: &str) -> bool {
        let is = |kind: &str| archive.starts_with(kind);
        match self.headers {
            [] => true,
            [("X-Lab-Permalinks", _)] => archive.len() < "date:2023-07-04".len() || !is("date:"),
            [("X-Lab-Locale", _)] => !is("search:") && !is("date:"),
            _ => false,
        }
    }
}

impl Answers {
    fn of(setup: &Setup, server: &str) -> Self {
        Answers([true, false].map(|embed| setup.given(server, ALL, embed)))
    }

    /// The words that ask for each archive, and the address of its page where REST tells it.
    fn archives(&self) -> Vec<(String, Option<String>)> {
        let mut archives: BTreeSet<(String, Option<String>)> = BTreeSet::new();
        for (kind, (_, members)) in ["author", "category", "tag"].iter().zip(&self.0[1].collections)
        {
            for member in list(members) {
                // A term without posts is named by no post.
                if member["count"] != 0 {
                    let text = |name: &str| member[name].as_str().expect(name).to_owned();
                    archives.insert((format!("{kind}:{}", text("slug")), Some(text("link"))));
                }
            }
        }
        let posts = self.0[1].posts();
        let posts = posts.iter().filter(|post| post["type"] == "post");
        for date in posts.filter_map(|post| post["date"].as_str()) {
            archives.extend([4, 7, 10].map(|end| (format!("date:{}", &date[..end]), None)));
        }
        archives.extend(SEARCHES.map(|words| (format!("search:{words}"), None)));
        archives.extend(["lab_recipe", "lab_signal"].map(|name| (format!("type:{name}"), None)));
        archives.into_iter().collect()
    }

    /// In what our feeds of an archive are not WordPress's.
    fn differences(
        &self,
        setup: &Setup,
        server: &str,
        archive: &str,
        page: Option<&str>,
    ) -> Vec<String> {
        let feeds = [true, false].map(|embedded| self.feed(archive, embedded));
        let address = feeds[0].0.feed_url.clone().expect("an address");
        let get = |address: &str| {
            let path = address.strip_prefix("https://harbour.example").expect(address);
            setup.feed(server, path, false)
        };
        let theirs = Format::Rss.read(&get(&address)).expect("a feed");
        let mut differences = Vec::new();
        for ((ours, report), how) in feeds.iter().zip(["embedded", "from collections"]) {
            let said: Vec<&str> = report.notes().map(|note| note.kind().code()).collect();
            let mut unlike = unlike(ours, &theirs, archive, &said);
            // Collections tell everything, but the names of post types.
            let blind = [BLIND, GUESSED].into_iter().filter(|code| said.contains(code));
            unlike.extend(
                blind
                    .filter(|_| how != "embedded" && !archive.starts_with("type:"))
                    .map(|code| format!("says {code}")),
            );
            differences.extend(unlike.into_iter().map(|what| format!("{what} ({how})")));
        }
        if let Some(page) = page {
            let html = String::from_utf8_lossy(&get(page)).replace("&#038;", "&");
            if !html.replace("&amp;", "&").contains(&format!("href=\"{address}\"")) {
                differences.push(format!("{page} does not tell of {address}"));
            }
        }
        differences
    }

    fn feed(&self, archive: &str, embedded: bool) -> (Feed, Report) {
        let archive: Archive = archive.parse().expect("an archive");
        let given = &self.0[usize::from(!embedded)];
        let site = given.site.clone();
        let options =
            Options { site, feed_of: Some(archive), include_protected: true, ..Options::default() };
        let mut converter = Converter::new(&[Format::Rss], options);
        for (kind, members) in given.collections.iter().filter(|_| !embedded) {
            converter.read_collection(*kind, None, &members[..]).expect("a collection");
        }
        converter.read(None, &given.posts[..]).expect("posts");
        let (mut converted, mut feed) = (converter.finish().expect("entries"), Vec::new());
        converted.write(Format::Rss, &mut feed).expect("a feed");
        (Format::Rss.read(&feed).expect("a feed"), converted.report().clone())
    }
}

fn list(document: &[u8]) -> Vec<Value> {
    serde_json::from_slice(document).expect("a list")
}

/// In what a feed is not another one; what is said to be unknown may differ.
fn unlike(ours: &Feed, theirs: &Feed, archive: &str, said: &[&str]) -> Vec<String> {
    let title = |feed: &Feed| Some(feed.title.clone()).filter(|_| !said.contains(&GUESSED));
    let heads = [
        ("title", title(ours), title(theirs)),
        ("link", ours.home_page_url.clone(), theirs.home_page_url.clone()),
        ("self", ours.feed_url.clone(), theirs.feed_url.clone()),
    ];
    let heads = heads.into_iter().filter(|(_, ours, theirs)| ours != theirs);
    heads
        .map(|(what, ours, theirs)| format!("{what} is {ours:?}, not {theirs:?}"))
        .chain(entries(ours, theirs, archive.starts_with("search:"), said.contains(&BLIND)))
        .collect()
}

/// What differs in the entries and their order; `blind` says that some could not be judged, and are left
/// out.
fn entries(ours: &Feed, theirs: &Feed, search: bool, blind: bool) -> Vec<String> {
    let (mut ours, mut theirs) = (ids(ours), ids(theirs));
    // Of a post without a guid WordPress writes an empty one.
    for (theirs, url) in theirs.iter_mut().filter(|(id, _)| id.is_empty()) {
        ours.iter().filter(|(_, own)| own == url).for_each(|(id, _)| theirs.clone_from(id));
    }
    if search {
        let more = |id: &str| SHOWING_MORE.iter().any(|more| id.ends_with(more));
        ours.retain(|entry| !more(&entry.0) || theirs.contains(entry));
    }
    if blind {
        theirs.retain(|entry| ours.contains(entry));
    }
    let lacks = theirs.iter().filter(|entry| !ours.contains(entry)).map(|e| format!("lacks {e:?}"));
    let has = ours.iter().filter(|entry| !theirs.contains(entry)).map(|e| format!("has {e:?}"));
    let mut unlike: Vec<String> = lacks.chain(has).collect();
    for entries in [&mut ours, &mut theirs] {
        entries.retain(|(id, _)| !id.ends_with(SKIPPED));
    }
    if unlike.is_empty() && ours != theirs {
        unlike.push(format!("has the order {ours:?}, not {theirs:?}"));
    }
    unlike
}

/// Guid and address of the entries, in their order; those of one moment, which a database may give in any,
/// by their guids.
fn ids(feed: &Feed) -> Vec<(String, String)> {
    let mut entries: Vec<_> = feed.entries.iter().collect();
    for moment in entries.chunk_by_mut(|a, b| a.published == b.published) {
        moment.sort_by_key(|entry| &entry.id);
    }
    let named =
        entries.iter().map(|entry| (entry.id.clone(), entry.url.clone().unwrap_or_default()));
    named.collect()
}
