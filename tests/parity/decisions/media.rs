//! Decisions about what is enclosed with a post, and its picture.

use super::Decision;
use super::Verdict::{Better, NotInRest};
use crate::html::decode;
use crate::pair::Difference;
use serde_json::Value;
use std::iter;
use url::Url;
use wp2feed::Format;

const FILE: &[&str] = &["item/enclosure@url", "entry/link[enclosure]@href"];
pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "the first enclosure in RSS",
        verdict: Better,
        why: "readers see one enclosure, and not all the same; WordPress's RSS writes all records",
        rows: &["item/enclosure@url"],
        explains: |d| {
            let records = records(d);
            records.first().is_some_and(|first| d.ours == first.url)
                && d.theirs.lines().all(|url| records.iter().any(|record| record.url == url))
        },
    },
    Decision {
        name: "files of the content",
        verdict: Better,
        why: "WordPress has no record of them, but they are there to be heard; the type is by the address",
        rows: &[FILE[0], FILE[1], "item/enclosure@type", "entry/link[enclosure]@type"],
        explains: |d| {
            let files = super::ours(d, FILE);
            let types = || files.lines().map(of_ending).eq(d.ours.lines());
            d.theirs.is_empty()
                && records(d).is_empty()
                && files.lines().all(|url| in_content(d, url))
                && (d.ours == files || types())
        },
    },
    Decision {
        name: "enclosures that the content does not show",
        verdict: NotInRest,
        why: "the records of enclosures are not in REST, unless a plugin registers them",
        rows: FILE,
        explains: |d| {
            // RSS has one enclosure.
            let one = d.pair.format == Format::Rss && !d.ours.is_empty();
            let ours: Vec<&str> = d.ours.lines().collect();
            !d.theirs.is_empty()
                && records(d).is_empty()
                && ours.iter().all(|url| in_content(d, url))
                && d.theirs.lines().all(|url| ours.contains(&url) || one || !in_content(d, url))
        },
    },
    Decision {
        name: "lengths are in the records",
        verdict: NotInRest,
        why: "nothing else tells how long a file is; RSS requires a length, and 0 stands for an unknown one",
        rows: &["item/enclosure@length", "entry/link[enclosure]@length"],
        explains: |d| {
            let unknown = if d.pair.format == Format::Rss { "0" } else { "" };
            let files = super::ours(d, FILE);
            let nobody_knows = |url: &str| in_library(d, url, "filesize").is_none();
            let [ours, theirs] =
                [&d.ours, &d.theirs].map(|text| text.split('\n').chain(iter::repeat("")));
            records(d).is_empty()
                && !files.is_empty()
                && d.ours.lines().count() <= files.lines().count()
                && ours.zip(theirs).zip(files.lines()).all(|((ours, theirs), url)| {
                    ours == theirs || ours == unknown && nobody_knows(url)
                })
        },
    },
    Decision {
        name: "what a record leaves out",
        verdict: Better,
        why: "WordPress's Atom has lengths of 0 and -1 and empty types; a type is known by the address",
        rows: &["entry/link[enclosure]@length", "entry/link[enclosure]@type"],
        explains: |d| {
            let positive = |size: &str| size.parse::<u64>().is_ok_and(|size| size > 0);
            let same = |(ours, theirs): (&str, &str)| match d.row.name {
                "entry/link[enclosure]@length" => {
                    ours == if positive(theirs) { theirs } else { "" }
                }
                _ => ours == theirs || theirs.is_empty() && ours.starts_with("audio/"),
            };
            let (ours, theirs) = (d.ours.split('\n'), d.theirs.split('\n'));
            !records(d).is_empty() && ours.zip(theirs).all(same)
        },
    },
    Decision {
        name: "lengths and times of the library",
        verdict: Better,
        why: "the media collection knows the files for which WordPress has no record",
        rows: &["item/enclosure@length", "entry/link[enclosure]@length", "item/itunes:duration"],
        explains: |d| {
            let detail = if d.row.name == "item/itunes:duration" { "length" } else { "filesize" };
            let files = super::ours(d, FILE);
            let told = files.lines().map(|url| in_library(d, url, detail));
            d.theirs.is_empty()
                && !is_picture(d)
                && told.eq(d.ours.lines().map(|line| Some(line.to_owned())))
        },
    },
    Decision {
        name: "what a plugin put into the record",
        verdict: Better,
        why: "WordPress's feeds pass over the time and the number of an episode that stand there",
        rows: &["item/itunes:duration", "item/itunes:episode", "entry/itunes:episode"],
        explains: |d| {
            let records = d.post["meta"]["enclosure"].as_array();
            let mut words =
                records.into_iter().flatten().flat_map(|record| super::text(record).split('"'));
            let said = |word| seconds(word).map_or(word.to_owned(), |time| time.to_string());
            d.theirs.is_empty() && words.any(|word| said(word) == d.ours)
        },
    },
    Decision {
        name: "the featured image is an enclosure",
        verdict: Better,
        why: "WordPress's feeds have no picture; RSS can carry one where nothing else is enclosed",
        rows: &["item/enclosure@url", "item/enclosure@length", "item/enclosure@type"],
        explains: |d| is_picture(d) && is_told(d, d.row.name),
    },
    Decision {
        name: "the featured image",
        verdict: Better,
        why: "WordPress's feeds have no picture",
        rows: PICTURE,
        explains: |d| is_told(d, d.row.name),
    },
];

const PICTURE: &[&str] = &[
    "item/media:content@url",
    "item/media:content@medium",
    "item/media:content@type",
    "item/media:content@width",
    "item/media:content@height",
    "item/media:content@fileSize",
    "item/media:content/media:description",
    "item/media:content/media:description@type",
    "item/media:thumbnail@url",
    "item/media:thumbnail@width",
    "item/media:thumbnail@height",
    "entry/media:content@url",
    "entry/media:content@medium",
    "entry/media:content@type",
    "entry/media:content@width",
    "entry/media:content@height",
    "entry/media:content@fileSize",
    "entry/media:content/media:description",
    "entry/media:content/media:description@type",
    "entry/media:thumbnail@url",
    "entry/media:thumbnail@width",
    "entry/media:thumbnail@height",
];

/// Whether ours alone has something, and REST tells it of the featured image.
fn is_told(d: &Difference<'_>, row: &str) -> bool {
    let media = featured(d);
    let size = |name: &str| {
        let sizes = media["media_details"]["sizes"].as_object();
        let mut sizes = sizes.into_iter().flat_map(|sizes| sizes.values());
        sizes.any(|size| is(&size[name], &d.ours))
    };
    let told = match row.rsplit(['/', ':']).next().unwrap_or_default() {
        "enclosure@url" | "content@url" => is(&media["source_url"], &d.ours),
        "enclosure@length" | "content@fileSize" => is(&media["media_details"]["filesize"], &d.ours),
        "enclosure@type" | "content@type" => is(&media["mime_type"], &d.ours),
        "content@width" => is(&media["media_details"]["width"], &d.ours),
        "content@height" => is(&media["media_details"]["height"], &d.ours),
        "content@medium" => d.ours == "image",
        "description" => is(&media["alt_text"], &d.ours),
        "description@type" => d.ours == "plain",
        "thumbnail@url" => size("source_url") || is(&media["source_url"], &d.ours),
        "thumbnail@width" => size("width"),
        "thumbnail@height" => size("height"),
        _ => false,
    };
    d.theirs.is_empty() && told
}

/// Whether a value of REST's is what a feed says: a number, a text, or an address that is encoded there.
fn is(value: &Value, said: &str) -> bool {
    match value {
        Value::Number(number) => number.to_string() == said,
        Value::String(text) => {
            text == said || Url::parse(text).is_ok_and(|url| url.as_str() == said)
        }
        _ => false,
    }
}

/// The featured image, from the post or from the site's media.
fn featured<'a>(d: &Difference<'a>) -> &'a Value {
    let embedded = &d.post["_embedded"]["wp:featuredmedia"][0];
    let in_library = || d.pair.media.iter().find(|media| media["id"] == d.post["featured_media"]);
    if embedded.is_null() { in_library().unwrap_or(embedded) } else { embedded }
}

/// Whether the featured image is what ours encloses.
fn is_picture(d: &Difference<'_>) -> bool {
    is(&featured(d)["source_url"], &super::ours(d, FILE))
}

/// A record of an enclosure in a post's meta, as `rss_enclosure` reads it.
struct Record {
    url: String,
}

/// The records of a post, where REST tells them.
fn records(d: &Difference<'_>) -> Vec<Record> {
    let record = |text: &Value| {
        let url = Url::parse(text.as_str()?.lines().next()?.trim()).ok()?;
        Some(Record { url: url.into() })
    };
    d.post["meta"]["enclosure"].as_array().into_iter().flatten().filter_map(record).collect()
}

/// What the site's media say of a file.
fn in_library(d: &Difference<'_>, url: &str, detail: &str) -> Option<String> {
    let file = d.pair.media.iter().find(|media| is(&media["source_url"], url))?;
    Some(file["media_details"][detail].as_u64()?.to_string())
}

/// The seconds of `00:31:02`.
fn seconds(time: &str) -> Option<u32> {
    let (rest, seconds) = time.rsplit_once(':')?;
    let (hours, minutes) = rest.split_once(':').unwrap_or(("0", rest));
    let [hours, minutes, seconds] =
        [hours, minutes, seconds].map(|number| number.parse::<u32>().ok());
    Some(hours? * 3600 + minutes? * 60 + seconds?)
}

/// The type of a file by the ending of its address (`wp_get_mime_types`).
fn of_ending(url: &str) -> &'static str {
    match url.rsplit('.').next() {
        Some("mp3" | "m4a") => "audio/mpeg",
        Some("mp4") => "video/mp4",
        _ => "",
    }
}

/// Whether an address in the content is that of a file, with or without a query.
fn in_content(d: &Difference<'_>, url: &str) -> bool {
    let content = decode(super::text(&d.post["content"]["rendered"])).replace("\\/", "/");
    let readable = percent_encoding::percent_decode_str(url).decode_utf8_lossy();
    let quote = ['"', '\'', '\\'];
    [url, &*readable].iter().any(|url| {
        content.match_indices(url).any(|(at, _)| {
            content[..at].ends_with(quote)
                && content[at + url.len()..].starts_with(|c| quote.contains(&c) || c == '?')
        })
    })
}
