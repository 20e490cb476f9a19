//! Every document that a real WordPress answered becomes three feeds on which all readers agree, or is
//! refused with a message that says what it is.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use support::{Feeds, agreement, recorded, recording, site};
use wp2feed::ErrorKind::{self, NotJson, NotPosts, Truncated};
use wp2feed::{Format, Options};

/// What becomes of a document.
#[derive(Clone, Copy)]
enum Becomes {
    /// Three feeds with so many entries.
    Three(usize),
    /// An error with this phrase in its message.
    Refused(ErrorKind, &'static str),
}
use Becomes::{Refused, Three};

/// What becomes of each recording: the folder, the files in it, and what they become.
///
/// Posts that are locked, private, scheduled, drafts or pending give no entry; the sets have some of
/// them. `terms/edit.json` and its like are what a logged-in editor gets.
#[rustfmt::skip]
const TABLE: &[(&str, &str, Becomes)] = &[
    ("blocks", "view.json embed.json edit.json", Three(15)),
    ("comments", "view.json embed.json edit.json ctx-embed.json", Three(5)),
    ("dates", "view.json embed.json edit.json ctx-embed.json", Three(16)),
    ("excerpts", "view.json embed.json edit.json ctx-embed.json", Three(15)),
    ("media", "view.json embed.json edit.json ctx-embed.json", Three(9)),
    ("podcast", "view.json embed.json edit.json ctx-embed.json", Three(8)),
    ("status", "view.json embed.json edit.json ctx-embed.json", Three(7)),
    ("terms", "view.json embed.json edit.json ctx-embed.json", Three(12)),
    ("titles", "view.json embed.json edit.json ctx-embed.json", Three(20)),

    ("types", "pages.json", Three(3)),
    ("types", "recipes.json signals.json", Three(2)),

    // Whole lists and parts of them, by paging, searching and _fields.
    ("lists", "default.json page1.json page2.json", Three(10)),
    ("lists", "page1-embed.json", Three(5)),
    ("lists", "after.json", Three(4)),
    ("lists", "asc.json by-modified.json include-order.json search.json", Three(3)),
    ("lists", "category.json", Three(2)),
    ("lists", "sticky.json", Three(1)),
    ("lists", "last.json", Three(71)),
    ("lists", "page2of3-ids.json", Three(100)),
    ("lists", "none.json", Three(0)),

    // One post in several forms. What is locked stays so when its password was given.
    ("single", "1001.json 1001-by-slug.json 1001-ctx-embed.json 1001-edit.json", Three(1)),
    ("single", "1001-embed.json page-1302.json", Three(1)),
    ("single", "1132-locked.json 1132-unlocked.json", Three(0)),
    ("single", "1134-scheduled-authenticated-view.json", Three(0)),
    ("single", "1136-private-authenticated-view.json 1136-private-edit.json", Three(0)),
    ("single", "1139-revisions.json", Three(3)),

    ("shapes", "envelope.json jsonp.js pretty.json excerpt-length.json", Three(1)),
    ("shapes", "embed-and-ctx-embed.json", Three(1)),
    ("shapes", "fields-embed-with-links.json fields-embed-without-embedded.json", Three(2)),
    ("shapes", "fields-embed-without-links.json fields-nested.json fields-top.json", Three(2)),
    ("shapes", "embed-featured.json", Three(3)),
    ("shapes", "embed-author-terms.json", Three(4)),
    ("shapes", "enclosure-meta.json", Three(9)),
    ("shapes", "envelope-error.json", Refused(NotPosts, "rest_post_invalid_page_number")),

    // Media objects are posts, and search results have all that a link to a post needs.
    ("site", "media.json", Three(14)),
    ("site", "media-edit.json", Three(3)),
    ("site", "media-of-image.json", Three(1)),
    ("site", "search.json", Three(10)),
    ("site", "index.json index-small.json index-embed.json", Refused(NotPosts, "site's index")),
    ("site", "index-offset.json", Refused(NotPosts, "site's index")),
    ("site", "index-v2.json", Refused(NotPosts, "index of a namespace")),
    ("site", "categories.json category-with-parent.json", Refused(NotPosts, "a category")),
    ("site", "tags.json", Refused(NotPosts, "a tag")),
    ("site", "users.json users-edit.json user-2.json", Refused(NotPosts, "a user")),
    ("site", "comments.json", Three(18)),
    ("site", "comments-of-1191.json", Three(4)),
    // Alone they don't tell whether the public may see their posts.
    ("site", "comments-edit.json", Three(0)),
    ("site", "comments-of-1195.json", Three(10)),
    ("site", "settings.json", Refused(NotPosts, "site's settings")),
    ("site", "statuses.json", Refused(NotPosts, "post statuses")),
    ("site", "taxonomies.json", Refused(NotPosts, "taxonomies")),
    ("site", "types.json", Refused(NotPosts, "post types")),
    ("site", "oembed.json", Refused(NotPosts, "oEmbed")),

    ("errors", "rest_forbidden.401.json", Refused(NotPosts, "rest_forbidden (401)")),
    ("errors", "rest_forbidden-draft.401.json", Refused(NotPosts, "rest_forbidden (401)")),
    ("errors", "rest_forbidden-private.401.json", Refused(NotPosts, "rest_forbidden (401)")),
    ("errors", "rest_forbidden_context.401.json", Refused(NotPosts, "rest_forbidden_context (401)")),
    ("errors", "wrong-password-edit.401.json", Refused(NotPosts, "rest_forbidden_context (401)")),
    ("errors", "rest_invalid_param.400.json", Refused(NotPosts, "between 1 (inclusive) and 100")),
    ("errors", "rest_invalid_param-two.400.json", Refused(NotPosts, "between 1 (inclusive) and 100")),
    ("errors", "rest_no_route.404.json", Refused(NotPosts, "No route was found")),
    ("errors", "rest_post_incorrect_password.403.json", Refused(NotPosts, "Incorrect post password")),
    ("errors", "rest_post_invalid_id.404.json", Refused(NotPosts, "Invalid post ID")),
    ("errors", "rest_post_invalid_page_number.400.json", Refused(NotPosts, "larger than the number")),
    ("errors", "rest_user_cannot_view.401.json", Refused(NotPosts, "not allowed to list users")),
    ("errors", "rest_user_invalid_id.404.json", Refused(NotPosts, "Invalid user ID")),
    ("errors", "html-404.html", Refused(Truncated, "empty")),
    ("errors", "feed-of-no-category.xml", Refused(NotJson, "an RSS feed")),
    // No error at all: WordPress passes a wrong password over and shows the public view of one post,
    // here with _fields=id. It has the form of lists/include-order.json.
    ("errors", "wrong-password-view.200.json", Three(1)),
];

/// Every row of the table with its path.
fn table() -> impl Iterator<Item = (String, Becomes)> {
    let row = |&(folder, files, becomes): &(&'static str, &'static str, Becomes)| {
        files.split(' ').map(move |file| (format!("{folder}/{file}"), becomes))
    };
    TABLE.iter().flat_map(row)
}

/// Converts a recording as a user would who has the site's index.
fn convert(path: &str) -> wp2feed::Result<Feeds> {
    let options = Options { site: site(&recording("site/index.json")), ..Options::default() };
    Feeds::convert(&recording(path), &options)
}

/// Every recording of the REST API, and what else is in the folder of errors.
fn recordings() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for folder in fs::read_dir(recorded()).expect("the recordings") {
        let folder = folder.expect("a folder").path();
        for file in fs::read_dir(&folder).into_iter().flatten() {
            let path = file.expect("a file").path();
            let json = path.extension().is_some_and(|ending| ending == "json" || ending == "js");
            if json || folder.ends_with("errors") {
                let path = path.strip_prefix(recorded()).expect("a recording");
                found.insert(path.to_str().expect("a plain name").to_owned());
            }
        }
    }
    found
}

#[test]
fn the_table_names_every_recording_once() {
    let named: Vec<String> = table().map(|(path, _)| path).collect();
    let unique: BTreeSet<String> = named.iter().cloned().collect();
    assert_eq!(named.len(), unique.len());
    assert_eq!(unique, recordings());
}

#[test]
fn posts_become_three_feeds_on_which_readers_agree() {
    let mut complaints = Vec::new();
    for (path, becomes) in table() {
        let Three(entries) = becomes else { continue };
        match convert(&path) {
            Err(e) => complaints.push(format!("{path} is refused: {e}")),
            Ok(feeds) => {
                let written = feeds.report.written();
                if written != entries {
                    complaints.push(format!("{path}: {written} entries instead of {entries}"));
                }
                let found = agreement::complaints(&feeds);
                complaints.extend(found.iter().map(|text| format!("{path}, {text}")));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}

#[test]
fn other_documents_are_refused_for_what_they_are() {
    let mut complaints = Vec::new();
    for (path, becomes) in table() {
        let Refused(kind, phrase) = becomes else { continue };
        match convert(&path) {
            Ok(feeds) => complaints.push(format!("{path}: {} entries", feeds.report.written())),
            Err(e) if e.kind() == kind && e.message().contains(phrase) => {}
            Err(e) => complaints.push(format!("{path}: {:?}: {e}", e.kind())),
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Some errors were recorded more than once, with the same bytes; they alone may share a message.
#[test]
fn each_error_has_its_own_message_and_its_advice() {
    let mut messages: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, becomes) in table().filter(|(path, _)| path.starts_with("errors/")) {
        let Refused(..) = becomes else { continue };
        let error = convert(&path).err().unwrap_or_else(|| panic!("{path} is not refused"));
        assert!(error.advice().is_some_and(|advice| !advice.is_empty()), "{path}");
        let bytes = recording(&path);
        let before = messages.entry(error.message().to_owned()).or_insert_with(|| bytes.clone());
        assert_eq!(*before, bytes, "{path}: {error}");
    }
}

/// Documents are read 256 KiB at a time; what is cut there waits for the rest. Blanks push the end of the
/// first piece to each place behind a quotation mark, where a name or a text has just begun or ended.
#[test]
fn it_does_not_matter_where_a_piece_ends() {
    const PIECE: usize = 256 * 1024;
    let post = recording("single/1001-embed.json");
    let convert = |bytes: &[u8]| {
        let mut feed = Vec::new();
        wp2feed::convert(bytes, Format::JsonFeed, &Options::default(), &mut feed).map(|_| feed)
    };
    let whole = convert(&post).expect("a feed");
    let blanks = vec![b' '; PIECE];
    for (at, _) in post.iter().enumerate().filter(|(_, byte)| **byte == b'"') {
        let pushed = [&blanks[at + 1..], &post].concat();
        assert!(convert(&pushed).is_ok_and(|feed| feed == whole), "a piece ends at byte {at}");
    }
}

/// libxml2 is the strictest parser that most machines have.
#[test]
fn feeds_are_well_formed_for_libxml2() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        println!("passed over: xmllint is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut xmllint = Command::new("xmllint");
    xmllint.arg("--noout");
    for (i, (path, _)) in table().enumerate() {
        let Ok(feeds) = convert(&path) else { continue };
        for (name, feed) in [("rss", feeds.rss), ("atom", feeds.atom)] {
            let file = folder.path().join(format!("{i}-{}.{name}", path.replace('/', "-")));
            fs::write(&file, feed).expect("a temporary file");
            xmllint.arg(file);
        }
    }
    let output = xmllint.output().expect("xmllint");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The judge of this test is judged: whatever is changed in a feed is complained about.
#[test]
fn a_changed_feed_is_complained_about() {
    let feeds = || convert("podcast/embed.json").expect("three feeds");
    assert_eq!(agreement::complaints(&feeds()), Vec::<String>::new());
    for (from, to) in [
        ("Episode 9", "Episode 10"),
        ("?p=1109", "?p=1110"),
        ("<pubDate>Sun, 09", "<pubDate>Sun, 16"),
        ("<atom:updated>2024-06-09", "<atom:updated>2024-06-10"),
        ("Ines Harrow", "Ines Harrows"),
        ("<category>Foghorn", "<category>foghorn"),
        ("<audio", "<video"),
        ("/feed/</wfw", "/food/</wfw"),
        ("<title>", "<title>\u{1}"),
    ] {
        let rss = String::from_utf8(feeds().rss).expect("UTF-8");
        assert!(rss.contains(from), "{from}");
        let changed = Feeds { rss: rss.replacen(from, to, 1).into_bytes(), ..feeds() };
        assert_ne!(agreement::complaints(&changed), Vec::<String>::new(), "{from}");
    }
}
