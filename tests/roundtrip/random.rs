//! Feeds made by chance.

use chrono::{DateTime, Utc};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use wp2feed::model::*;

/// Any feed that the model can hold: any text in any field, addresses that are addresses.
pub(crate) fn feed() -> impl Strategy<Value = Feed> {
    let texts = (text(), of(text()), of(text()), of(text()));
    let addresses =
        (of(url("feed")), of(url("home")), of(url("icon")), vec(url("hub"), 0..2), of(url("id")));
    let lists =
        (vec(person(), 0..3), vec(category(), 0..3), vec(link(), 0..2), vec(extension(), 0..3));
    (texts, addresses, lists, of(language()), of(date()), vec(entry(), 0..4)).prop_map(
        |((title, subtitle, rights, generator), urls, lists, language, updated, entries)| {
            let (feed_url, home_page_url, icon, hubs, id) = urls;
            let (authors, categories, alternates, extensions) = lists;
            Feed {
                id,
                title,
                subtitle,
                home_page_url,
                feed_url,
                alternates,
                language,
                authors,
                categories,
                rights,
                icon,
                generator,
                updated,
                hubs,
                entries,
                extensions,
            }
        },
    )
}

fn entry() -> impl Strategy<Value = Entry> {
    let texts =
        (text(), of(text()), of(html()), (of(text()), of(text())), of(url("page")), of(language()));
    let dates = (of(date()), of(date()));
    let people = (vec(person(), 0..3), vec(category(), 0..3));
    let parts = (
        vec(enclosure(), 0..3),
        of(image()),
        of((comments(), of(reply()))),
        vec(extension(), 0..3),
    );
    (texts, dates, people, parts).prop_map(|(texts, (published, updated), people, parts)| {
        let (id, title, summary, (content, text), url, language) = texts;
        let (authors, categories) = people;
        let (enclosures, image, discussion, extensions) = parts;
        let (comments, in_reply_to) = discussion.unzip();
        Entry {
            id,
            url,
            title,
            summary,
            content,
            text,
            published,
            updated,
            authors,
            categories,
            enclosures,
            image,
            comments,
            in_reply_to: in_reply_to.flatten(),
            language,
            extensions,
        }
    })
}

/// Text put together from what has broken feeds, or any text at all.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "word ",
        " ",
        "<",
        ">",
        "&",
        "&amp;",
        "&#1;",
        "]]>",
        "]]",
        "<![CDATA[",
        "<b>",
        "-->",
        "\"",
        "'",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\u{1}",
        "\u{1B}",
        "\u{7F}",
        "\u{85}",
        "\u{A0}",
        "\u{2028}",
        "\u{FEFF}",
        "\u{FFFD}",
        "\u{FFFE}",
        "\u{FFFF}",
        "é",
        "，",
        "\u{1F600}",
        "\u{10FFFF}",
    ];
    prop_oneof![
        vec(prop::sample::select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat()),
        any::<String>()
    ]
}

/// HTML in which every `<` begins a tag, so that its plain text is beyond dispute.
fn html() -> impl Strategy<Value = String> {
    let pieces = [
        "word",
        " ",
        "<b>bold</b>",
        "<a href='?a&amp;b'>",
        "&lt;",
        "&amp;amp;",
        "]]>",
        "\r\n",
        "\u{1}",
        "é",
    ];
    vec(prop::sample::select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat())
}

/// An address; those of different kinds are never the same.
fn url(kind: &'static str) -> impl Strategy<Value = String> {
    "[a-z0-9/?&=%.#]{0,8}".prop_map(move |path| format!("https://{kind}.example/{path}"))
}

fn date() -> impl Strategy<Value = DateTime<Utc>> {
    // From the year 1 to the year 9999: more neither RFC 822 nor RFC 3339 can say.
    let seconds = prop_oneof![0_i64..4_000_000_000, -62_135_596_800_i64..253_402_300_800];
    seconds.prop_map(|seconds| DateTime::from_timestamp(seconds, 0).expect("a date"))
}

fn language() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["en-US", "de", "ar"]).prop_map(str::to_owned)
}

fn person() -> impl Strategy<Value = Person> {
    (text(), of(url("person")), of(url("avatar"))).prop_map(|(name, url, avatar)| Person {
        name,
        url,
        avatar,
        ..Person::default()
    })
}

fn category() -> impl Strategy<Value = Category> {
    (text(), of(url("scheme"))).prop_map(|(term, scheme)| Category {
        term,
        scheme,
        ..Category::default()
    })
}

fn link() -> impl Strategy<Value = Link> {
    let types = ["application/x", "application/feed+json"];
    (url("other"), prop::sample::select(types.to_vec()))
        .prop_map(|(url, media_type)| Link { url, media_type: media_type.to_owned() })
}

fn enclosure() -> impl Strategy<Value = Enclosure> {
    let types =
        prop::sample::select(vec!["audio/mpeg", "video/mp4", "image/jpeg", "application/pdf"]);
    (url("file"), of(types), of(any::<u64>()), of(any::<u64>())).prop_map(
        |(url, media_type, length, duration)| Enclosure {
            url,
            media_type: media_type.map(str::to_owned),
            length,
            duration,
            title: None,
        },
    )
}

fn image() -> impl Strategy<Value = Image> {
    (rendition("full"), of(rendition("small")), of(text()))
        .prop_map(|(full, thumbnail, alt)| Image { full, thumbnail, alt })
}

fn rendition(kind: &'static str) -> impl Strategy<Value = Rendition> {
    let types = prop::sample::select(vec!["image/jpeg", "image/png"]);
    (url(kind), of(types), of(1_u32..), of(1_u32..), of(1_u64..)).prop_map(
        |(url, media_type, width, height, length)| Rendition {
            url,
            media_type: media_type.map(str::to_owned),
            width,
            height,
            length,
        },
    )
}

fn reply() -> impl Strategy<Value = InReplyTo> {
    (text(), of(url("answered"))).prop_map(|(id, url)| InReplyTo { id, url })
}

fn comments() -> impl Strategy<Value = Comments> {
    (url("talk"), of(url("rss")), of(url("atom")), of(any::<u64>()))
        .prop_map(|(url, rss_url, atom_url, count)| Comments { url, rss_url, atom_url, count })
}

fn extension() -> impl Strategy<Value = Extension> {
    element().prop_recursive(2, 6, 2, |inner| {
        (element(), vec(inner, 0..3)).prop_map(|(outer, children)| Extension { children, ..outer })
    })
}

fn element() -> impl Strategy<Value = Extension> {
    let vocabularies = [("x", "urn:x"), ("podcast", "https://podcastindex.org/namespace/1.0")];
    let name = || prop::sample::select(vec!["a", "b", "été"]);
    let attributes = vec((name(), text()), 0..3);
    (prop::sample::select(vocabularies.to_vec()), name(), attributes, text()).prop_map(
        |(vocabulary, name, attributes, value)| {
            let mut extension = Extension::new(vocabulary.0, vocabulary.1, name, &value);
            extension.attributes =
                attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            extension
        },
    )
}
