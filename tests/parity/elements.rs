//! Which elements and attributes WordPress's feeds have and ours not, and the other way round: so that the
//! comparison of fields passes nothing over.

use crate::recordings::SETS;
use crate::support::{Feeds, recording, site};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use wp2feed::Options;

/// What WordPress alone writes.
const THEIRS: &[(&str, &str)] = &[
    ("feed/entry/link[enclosure]@length", "the record of an enclosure is not in REST"),
    ("feed/entry/title[html]", "our titles are text, which more readers show rightly"),
    ("feed/generator@uri", "wp2feed is named without an address"),
    ("feed/generator@version", "the same posts give the same feed with every version"),
    ("feed/link[self]", "written where --feed-url tells the address"),
    ("rss/channel/atom:link[self]", "written where --feed-url tells the address"),
    ("rss/channel/image/height", "not in REST; WordPress writes 32 whatever it is"),
    ("rss/channel/image/width", "not in REST; WordPress writes 32 whatever it is"),
    ("rss/channel/sy:updateFrequency", "not in REST; a constant"),
    ("rss/channel/sy:updatePeriod", "not in REST; a constant"),
];

/// What ours alone have.
const OURS: &[(&str, &str)] = &[
    ("feed/entry/media:content", "the featured image"),
    ("feed/entry/media:content/media:description", "its alternative text"),
    ("feed/entry/media:thumbnail", "a small rendition of it"),
    ("feed/entry/title[text]", "see above"),
    ("rss/channel/item/atom:updated", "when a post was changed"),
    ("rss/channel/item/media:content", "the featured image"),
    ("rss/channel/item/media:content/media:description", "its alternative text"),
    ("rss/channel/item/media:thumbnail", "a small rendition of it"),
];

#[test]
fn what_only_one_side_has_is_named() {
    let mut theirs = BTreeSet::new();
    let mut ours = BTreeSet::new();
    let options = Options { site: site(&recording("site/index.json")), ..Options::default() };
    for set in SETS {
        let feeds = Feeds::convert(&recording(&format!("{set}/embed.json")), &options);
        let feeds = feeds.expect("posts");
        [feeds.rss, feeds.atom].iter().for_each(|feed| collect(feed, &mut ours));
        for feed in ["rss2.xml", "atom.xml"] {
            collect(&recording(&format!("{set}/{feed}")), &mut theirs);
        }
    }
    assert_eq!(theirs.difference(&ours).collect::<Vec<_>>(), names(THEIRS));
    assert_eq!(ours.difference(&theirs).collect::<Vec<_>>(), names(OURS));
}

fn names(table: &[(&'static str, &str)]) -> Vec<&'static str> {
    table.iter().map(|(name, _)| *name).collect()
}

/// Collects the paths of a feed's elements and attributes.
fn collect(feed: &[u8], paths: &mut BTreeSet<String>) {
    let text = std::str::from_utf8(feed).expect("UTF-8");
    let document = Document::parse(text).expect("well-formed XML");
    for node in document.descendants().filter(Node::is_element) {
        let mut names: Vec<_> = node.ancestors().filter(Node::is_element).map(name).collect();
        names.reverse();
        let path = names.join("/");
        // Every link has an address, its kind is in the name, and a picture is all ours.
        let passed_over = ["href", "rel", "type"];
        let names = node.attributes().map(|attribute| attribute.name());
        let names = names.filter(|name| !passed_over.contains(name) && !path.contains("media:"));
        paths.extend(names.map(|name| format!("{path}@{name}")));
        paths.insert(path);
    }
}

/// The name of an element, with its prefix unless it is the format's own, and what kind it is of.
fn name(node: Node<'_, '_>) -> String {
    let namespace = node.tag_name().namespace();
    let own = node.document().root_element().tag_name().namespace();
    let prefix = namespace.filter(|_| namespace != own).and_then(|uri| node.lookup_prefix(uri));
    let kind = node.attribute("rel").or_else(|| {
        node.attribute("type").filter(|_| node.has_tag_name((own.unwrap_or_default(), "title")))
    });
    let prefix = prefix.map(|prefix| format!("{prefix}:")).unwrap_or_default();
    let kind = kind.map(|kind| format!("[{kind}]")).unwrap_or_default();
    format!("{prefix}{}{kind}", node.tag_name().name())
}
