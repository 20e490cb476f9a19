//! Decisions about a post and its short fields.

use super::Decision;
use crate::html::decode;
use crate::pair::{Difference, is_locked};
use crate::support::seen::Item;
use crate::support::words;
use serde_json::Value;
use wp2feed::Format;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "locked posts are left out",
        why: "WordPress shows a form in their place, which no reader can send",
        fields: &["item"],
        explains: |d| d.ours.is_empty() && is_locked(d.post),
    },
    Decision {
        name: "an empty guid is made",
        why: "an id may not be empty; it is the one that WordPress would have stored",
        fields: &["id"],
        explains: |d| {
            d.theirs.is_empty()
                && d.post["guid"]["rendered"] == ""
                && d.ours.ends_with(&format!("/?p={}", d.post["id"]))
        },
    },
    Decision {
        name: "made titles",
        why: "Atom requires a title, and one reader drops a feed for an empty one",
        fields: &["title"],
        explains: |d| {
            d.pair.format == Format::Atom
                && d.theirs.is_empty()
                && says(d).starts_with(&words(d.ours.trim_end_matches('…')))
        },
    },
    Decision {
        name: "trimmed titles",
        why: "a blank that is left of a picture is no part of a title",
        fields: &["title"],
        explains: |d| d.theirs.trim() == d.ours,
    },
    Decision {
        name: "names are decoded once",
        why: "WordPress writes character references into CDATA, where readers show them",
        fields: &["author"],
        explains: |d| decode(&d.theirs) == d.ours,
    },
    Decision {
        name: "the site signs where REST names nobody",
        why: "an author may be deleted, or the type of post have none, which WordPress's feed passes over",
        fields: &["author"],
        explains: |d| {
            let author = &d.post["_embedded"]["author"][0];
            author["name"].is_null()
                && (d.theirs.is_empty() || d.post["author"].is_null())
                && Some(&d.ours) == d.pair.ours.title.as_ref()
        },
    },
    Decision {
        name: "as many categories as are embedded",
        why: "old versions of WordPress embed ten of a taxonomy; the report says that there are more",
        fields: &["categories", "categories' scheme"],
        explains: |d| {
            let terms = d.post["_embedded"]["wp:term"].as_array();
            let full = |list: &Value| list.as_array().is_some_and(|list| list.len() == 10);
            terms.is_some_and(|lists| lists.iter().any(full))
                && d.post["tags"].as_array().is_some_and(|tags| tags.len() > 10)
                && d.theirs.starts_with(&format!("{}\n", d.ours))
        },
    },
    Decision {
        name: "addresses are encoded",
        why: "an address in a feed is a URI, in which other letters than ASCII's are encoded",
        fields: &["author's address"],
        explains: |d| url::Url::parse(&d.theirs).is_ok_and(|url| url.as_str() == d.ours),
    },
    Decision {
        name: "a lost date",
        why: "WordPress writes an empty date where it has the local one alone; REST works it out",
        fields: &["published", "updated"],
        explains: |d| {
            let name = if d.field == "published" { "date_gmt" } else { "modified_gmt" };
            ["", "1970-01-01T00:00:00+00:00"].contains(&d.theirs.as_str())
                && d.post[name].as_str().map(|date| format!("{date}+00:00")) == Some(d.ours.clone())
        },
    },
    Decision {
        name: "changed after it was published",
        why: "a scheduled post keeps the draft's date, which is before it was published",
        fields: &["updated"],
        explains: |d| {
            let published = |item: &Item| item.published;
            let (ours, theirs) = d.items.expect("two items");
            ours.updated == published(ours) && theirs.updated < published(theirs)
        },
    },
    Decision {
        name: "enclosures from the content",
        why: "the records are not in REST; their lengths and what is not in the content is lost",
        fields: &["enclosures"],
        explains: |d| records(d).is_empty() && are_from_content(d),
    },
    Decision {
        name: "the first enclosure in RSS",
        why: "readers see one enclosure, and not all the same; WordPress's RSS writes all records",
        fields: &["enclosures"],
        explains: |d| {
            let records = records(d);
            let known = |line: &str| records.iter().any(|record| line.starts_with(&record.url));
            d.pair.format == Format::Rss
                && known(&d.theirs)
                && records.first().is_some_and(|first| d.ours == first.in_rss())
        },
    },
    Decision {
        name: "what a record leaves out",
        why: "WordPress's Atom has lengths of 0 and -1 and empty types; a type is known by the address",
        fields: &["enclosures"],
        explains: |d| {
            let (ours, theirs) = (files(&d.ours), files(&d.theirs));
            let same = |(ours, theirs): (&[&str; 3], &[&str; 3])| {
                let [[url, name, length], [other, kind, size]] = [ours, theirs];
                let positive = size.parse::<u64>().is_ok_and(|size| size > 0);
                url == other
                    && (name == kind || kind.is_empty() && name.starts_with("audio/"))
                    && *length == if positive { size } else { "" }
            };
            d.pair.format == Format::Atom
                && ours.len() == records(d).len()
                && ours.len() == theirs.len()
                && ours.iter().zip(&theirs).all(same)
        },
    },
    Decision {
        name: "the featured image is an enclosure",
        why: "WordPress's feeds have no picture; RSS can carry one where nothing else is enclosed",
        fields: &["enclosures"],
        explains: |d| {
            let media = &d.post["_embedded"]["wp:featuredmedia"][0];
            let source = media["source_url"].as_str().and_then(|url| url::Url::parse(url).ok());
            let size = &media["media_details"]["filesize"];
            let mime = media["mime_type"].as_str().unwrap_or_default();
            d.theirs.is_empty()
                && source.is_some_and(|url| d.ours == format!("{url} {mime} {size}"))
        },
    },
    Decision {
        name: "#respond while nobody did",
        why: "the page has no #comments then; WordPress's own RSS says so, its Atom not",
        fields: &["comments' page"],
        explains: |d| {
            d.post["_embedded"]["replies"].is_null()
                && d.ours.ends_with("#respond")
                && d.ours.replace("#respond", "#comments") == d.theirs
        },
    },
    Decision {
        name: "no comments where the type has none",
        why: "WordPress links to comments of post types that can't have any",
        fields: &["comments' page", "comments' feed"],
        explains: |d| d.ours.is_empty() && d.post["comment_status"].is_null(),
    },
    Decision {
        name: "no count if none is known",
        why: "REST has no count; there may be more than the ten or hundred that are embedded, or pingbacks",
        fields: &["comments' count"],
        explains: |d| {
            let replies = d.post["_embedded"]["replies"][0].as_array().map(Vec::len);
            d.ours.is_empty() && matches!(replies, None | Some(10 | 100))
        },
    },
    Decision {
        name: "pingbacks are not counted",
        why: "REST embeds comments without the pingbacks that WordPress counts",
        fields: &["comments' count"],
        explains: |d| {
            let replies = d.post["_embedded"]["replies"][0].as_array().map(Vec::len);
            let number = |text: &str| text.parse::<usize>().ok();
            replies.is_some() && replies == number(&d.ours) && number(&d.theirs) > replies
        },
    },
];

/// The words of a post, as a title is made from them.
fn says(d: &Difference<'_>) -> String {
    let (ours, _) = d.items.expect("two items");
    let texts = [&ours.summary, &ours.content].into_iter().flatten();
    texts.map(|html| words(html)).find(|text| !text.is_empty()).unwrap_or_default()
}

/// A record of an enclosure in a post's meta, as `rss_enclosure` reads it.
struct Record {
    url: String,
    length: u64,
    media_type: String,
}

impl Record {
    fn in_rss(&self) -> String {
        format!("{} {} {}", self.url, self.media_type, self.length)
    }
}

/// The records of a post, where REST tells them.
fn records(d: &Difference<'_>) -> Vec<Record> {
    let record = |text: &Value| {
        let mut lines = text.as_str()?.lines().map(str::trim);
        let url = url::Url::parse(lines.next()?).ok()?;
        let length = lines.next().and_then(|line| line.parse().ok()).unwrap_or(0);
        let media_type = lines.next().and_then(|line| line.split(' ').next()).unwrap_or_default();
        Some(Record { url: url.into(), length, media_type: media_type.to_owned() })
    };
    d.post["meta"]["enclosure"].as_array().into_iter().flatten().filter_map(record).collect()
}

/// The address, type and length of each file.
fn files(lines: &str) -> Vec<[&str; 3]> {
    lines
        .lines()
        .filter_map(|line| line.splitn(3, ' ').collect::<Vec<_>>().try_into().ok())
        .collect()
}

/// Whether ours are files of the content, and theirs the same with a length, or not in the content.
fn are_from_content(d: &Difference<'_>) -> bool {
    let content = d.post["content"]["rendered"].as_str().unwrap_or_default();
    let content = decode(content);
    let in_content = |url: &str| {
        let readable = percent_encoding::percent_decode_str(url).decode_utf8_lossy();
        content.contains(url) || content.contains(&*readable)
    };
    let url = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let sizeless = |line: &str| line.ends_with(' ') || line.ends_with(" 0");
    let has = |file: &str| d.ours.lines().any(|ours| url(ours) == file);
    // RSS has one enclosure: the rss crate tells the last of theirs.
    let one = d.pair.format == Format::Rss && !d.ours.is_empty();
    d.ours.lines().all(|line| in_content(&url(line)) && sizeless(line))
        && d.theirs.lines().all(|line| has(&url(line)) || one || !in_content(&url(line)))
}
