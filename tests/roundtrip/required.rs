//! What a format requires of every feed, checked on the bytes by parsers that know no feeds.

use roxmltree::{Document, Node};
use serde_json::Value;
use wp2feed::Format;

/// Holds what the specification of the format asks for.
pub(crate) fn check(format: Format, feed: &[u8]) {
    let text = std::str::from_utf8(feed).expect("UTF-8");
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "ends in one newline");
    match format {
        Format::JsonFeed => json(&serde_json::from_str(text).expect("JSON")),
        Format::Rss => rss(&parsed(text)),
        Format::Atom => atom(&parsed(text)),
    }
}

fn parsed(text: &str) -> Document<'_> {
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    let document = Document::parse(text).unwrap_or_else(|e| panic!("{e}: {text}"));
    for node in document.descendants() {
        let texts = node.attributes().map(|a| a.value()).chain(node.text());
        assert!(texts.flat_map(str::chars).all(is_allowed), "{text}");
    }
    document
}

/// XML 1.0, section 2.2.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

fn rss(document: &Document<'_>) {
    let channel = document.root_element().first_element_child().expect("a channel");
    for name in ["title", "link", "description"] {
        assert_eq!(all(channel, name), 1, "{name}");
    }
    for item in children(channel, "item") {
        assert!(all(item, "title") == 1 || all(item, "description") == 1);
        assert!(all(item, "enclosure") <= 1 && all(item, "guid") <= 1);
        assert!(children(item, "guid").all(|guid| guid.attribute("isPermaLink") == Some("false")));
        for file in children(item, "enclosure") {
            assert!(["url", "length", "type"].iter().all(|name| file.has_attribute(*name)));
        }
        in_order(item, "description", "encoded");
    }
    let last = channel.children().filter(Node::is_element).skip_while(|n| !n.has_tag_name("item"));
    assert!(last.into_iter().all(|n| n.has_tag_name("item")), "nothing behind the items");
    filled(document, &["title", "link", "description"]);
}

fn atom(document: &Document<'_>) {
    let feed = document.root_element();
    required(feed);
    let signed = all(feed, "author") > 0;
    for entry in children(feed, "entry") {
        required(entry);
        assert!(signed || all(entry, "author") > 0, "an author");
        let linked = children(entry, "link").any(|l| l.attribute("rel") == Some("alternate"));
        assert!(linked || all(entry, "content") == 1, "content or alternate link");
        assert!(children(entry, "id").all(|id| id.text().is_some_and(|id| !id.trim().is_empty())));
        assert!(children(entry, "title").all(|t| t.text().is_some_and(|t| !t.trim().is_empty())));
    }
    filled(document, &["title", "content"]);
}

fn required(node: Node<'_, '_>) {
    for name in ["id", "title", "updated"] {
        assert_eq!(all(node, name), 1, "{name} of {:?}", node.tag_name());
    }
}

/// No element of the format itself or of Dublin Core is empty, but for those that are required.
fn filled(document: &Document<'_>, but: &[&str]) {
    let own = document.root_element().tag_name().namespace();
    let ours = [own, Some("http://purl.org/dc/elements/1.1/")];
    let elements = document.descendants().filter(Node::is_element);
    for node in elements.filter(|n| ours.contains(&n.tag_name().namespace())) {
        let holds = node.attributes().len() > 0
            || node.has_children() && node.text().is_none_or(|t| !t.trim().is_empty())
            || node.first_element_child().is_some();
        assert!(holds || but.contains(&node.tag_name().name()), "empty {:?}", node.tag_name());
    }
}

fn in_order(node: Node<'_, '_>, first: &str, second: &str) {
    let place = |name: &str| node.children().position(|n| n.tag_name().name() == name);
    if let (Some(first), Some(second)) = (place(first), place(second)) {
        assert!(first < second);
    }
}

fn all(node: Node<'_, '_>, name: &str) -> usize {
    children(node, name).count()
}

/// The children of a name in the namespace of the format itself.
fn children<'a, 'i>(node: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    let own = node.document().root_element().tag_name().namespace();
    node.children().filter(move |n| n.tag_name().name() == name && n.tag_name().namespace() == own)
}

fn json(feed: &Value) {
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert!(feed["title"].is_string());
    for item in feed["items"].as_array().expect("items") {
        assert!(item["id"].as_str().is_some_and(|id| !id.is_empty()));
        assert!(item["content_html"].is_string() || item["content_text"].is_string());
        for file in item["attachments"].as_array().into_iter().flatten() {
            assert!(file["url"].is_string() && file["mime_type"].is_string());
        }
    }
    full("", feed);
}

/// Nothing is `null` or empty, but for what is required.
fn full(name: &str, value: &Value) {
    let required = matches!(name, "title" | "items" | "content_text");
    match value {
        Value::Null => panic!("{name} is null"),
        Value::String(text) => assert!(required || !text.is_empty(), "{name}"),
        Value::Array(values) => {
            assert!(required || !values.is_empty(), "{name}");
            values.iter().for_each(|value| full(name, value));
        }
        Value::Object(members) => members.iter().for_each(|(name, value)| full(name, value)),
        Value::Bool(_) | Value::Number(_) => {}
    }
}
