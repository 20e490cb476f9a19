//! The rows of the table: every element and attribute that a feed of WordPress's has, or ours, in the order
//! in which WordPress writes them.

/// An element or attribute.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// Text that is HTML is compared place by place.
    pub(crate) is_html: bool,
    /// What tells our program the value, where REST does not.
    pub(crate) told_by: Option<&'static str>,
}

const fn row(name: &'static str) -> Row {
    Row { name, is_html: false, told_by: None }
}

const fn html(name: &'static str) -> Row {
    Row { is_html: true, ..row(name) }
}

const fn told(name: &'static str, by: &'static str) -> Row {
    Row { told_by: Some(by), ..row(name) }
}

/// Every row. `channel/item` and `feed/entry` are about which items there are, `order` about their order.
pub(crate) const ROWS: &[Row] = &[
    row("rss@version"),
    row("channel/title"),
    told("channel/atom:link[self]@href", "--feed-url"),
    told("channel/atom:link[self]@type", "--feed-url"),
    row("channel/link"),
    row("channel/description"),
    row("channel/lastBuildDate"),
    told("channel/language", "--language"),
    row("channel/sy:updatePeriod"),
    row("channel/sy:updateFrequency"),
    row("channel/generator"),
    row("channel/image/url"),
    row("channel/image/title"),
    row("channel/image/link"),
    row("channel/image/width"),
    row("channel/image/height"),
    row("channel/item"),
    row("channel/item order"),
    row("item/title"),
    row("item/link"),
    row("item/comments"),
    row("item/dc:creator"),
    row("item/pubDate"),
    row("item/atom:updated"),
    row("item/category"),
    row("item/guid"),
    row("item/guid@isPermaLink"),
    html("item/description"),
    html("item/content:encoded"),
    row("item/wfw:commentRss"),
    row("item/slash:comments"),
    row("item/enclosure@url"),
    row("item/enclosure@length"),
    row("item/enclosure@type"),
    row("item/itunes:duration"),
    row("item/itunes:episode"),
    row("item/media:content@url"),
    row("item/media:content@medium"),
    row("item/media:content@type"),
    row("item/media:content@width"),
    row("item/media:content@height"),
    row("item/media:content@fileSize"),
    row("item/media:content/media:description"),
    row("item/media:content/media:description@type"),
    row("item/media:thumbnail@url"),
    row("item/media:thumbnail@width"),
    row("item/media:thumbnail@height"),
    told("feed@xml:lang", "--language"),
    row("feed/title"),
    row("feed/title@type"),
    row("feed/subtitle"),
    row("feed/subtitle@type"),
    row("feed/updated"),
    row("feed/link[alternate]@href"),
    row("feed/link[alternate]@type"),
    row("feed/id"),
    told("feed/link[self]@href", "--feed-url"),
    told("feed/link[self]@type", "--feed-url"),
    row("feed/generator"),
    row("feed/generator@uri"),
    row("feed/generator@version"),
    row("feed/icon"),
    row("feed/entry"),
    row("feed/entry order"),
    row("entry/author/name"),
    row("entry/author/uri"),
    row("entry/title"),
    row("entry/title@type"),
    row("entry/link[alternate]@href"),
    row("entry/link[alternate]@type"),
    row("entry/id"),
    row("entry/updated"),
    row("entry/published"),
    row("entry/category@term"),
    row("entry/category@scheme"),
    html("entry/summary"),
    row("entry/summary@type"),
    html("entry/content"),
    row("entry/content@type"),
    row("entry/content@xml:base"),
    row("entry/link[enclosure]@href"),
    row("entry/link[enclosure]@length"),
    row("entry/link[enclosure]@type"),
    row("entry/link[replies, page]@href"),
    row("entry/link[replies, page]@type"),
    row("entry/link[replies, page]@thr:count"),
    row("entry/link[replies, feed]@href"),
    row("entry/link[replies, feed]@type"),
    row("entry/link[replies, feed]@thr:count"),
    row("entry/thr:total"),
    row("entry/itunes:episode"),
    row("entry/thr:in-reply-to@ref"),
    row("entry/thr:in-reply-to@href"),
    row("entry/thr:in-reply-to@type"),
    row("entry/media:content@url"),
    row("entry/media:content@medium"),
    row("entry/media:content@type"),
    row("entry/media:content@width"),
    row("entry/media:content@height"),
    row("entry/media:content@fileSize"),
    row("entry/media:content/media:description"),
    row("entry/media:content/media:description@type"),
    row("entry/media:thumbnail@url"),
    row("entry/media:thumbnail@width"),
    row("entry/media:thumbnail@height"),
];

impl Row {
    /// The row of an element or attribute.
    pub(crate) fn of(name: &str) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.name == name)
    }

    /// The element that it is about, or whose attribute it is.
    pub(crate) fn element(&self) -> &'static str {
        self.name.split('@').next().unwrap_or(self.name)
    }
}
