//! A feed of ours and WordPress's own of the same posts, compared field by field.

use crate::hunks::hunks;
use crate::support::reader;
use crate::support::seen::{Enclosure, Feed, Item, Moment};
use serde_json::Value;
use wp2feed::{ContentMode, Format, Options, Site};

/// Two feeds of the same posts.
pub(crate) struct Pair {
    /// What messages call it.
    pub(crate) name: String,
    pub(crate) format: Format,
    pub(crate) ours: Feed,
    pub(crate) theirs: Feed,
    /// The posts as REST gave them.
    pub(crate) posts: Vec<Value>,
}

/// One thing that differs: a whole field, or one place in a text.
pub(crate) struct Difference<'a> {
    pub(crate) pair: &'a Pair,
    pub(crate) field: &'static str,
    /// What ours has there; empty if nothing.
    pub(crate) ours: String,
    /// What WordPress has there.
    pub(crate) theirs: String,
    /// The two items, if it is not about the feed as a whole.
    pub(crate) items: Option<(&'a Item, &'a Item)>,
    /// The post as REST gave it, or null.
    pub(crate) post: &'a Value,
}

/// A field of which both have the same.
pub(crate) type Equal = &'static str;

impl Pair {
    /// Converts the posts and reads both feeds.
    pub(crate) fn new(
        name: &str,
        format: Format,
        site: &Site,
        content: ContentMode,
        posts: &[u8],
        theirs: &[u8],
    ) -> Pair {
        let options = Options { site: site.clone(), content, ..Options::default() };
        let mut ours = Vec::new();
        wp2feed::convert(posts, format, &options, &mut ours).expect("posts");
        let read = if format == Format::Rss { reader::rss } else { reader::atom };
        Pair {
            name: format!("{name} as {}", format.name()),
            format,
            ours: read(&ours),
            theirs: read(theirs),
            posts: serde_json::from_slice(posts).expect("a list of posts"),
        }
    }

    /// Compares everything that WordPress's feed has. Items belong together by their link, which is the
    /// one thing that nobody ever decides about.
    pub(crate) fn compare(&self) -> (Vec<Equal>, Vec<Difference<'_>>) {
        let mut found = (Vec::new(), Vec::new());
        self.compare_values(head(&self.ours), head(&self.theirs), None, &mut found);
        let order = [("order", self.order(&self.ours, &self.theirs))];
        let wordpress = [("order", self.order(&self.theirs, &self.ours))];
        self.compare_values(order, wordpress, None, &mut found);
        for theirs in &self.theirs.items {
            match same(&self.ours, theirs) {
                Some(ours) => self.compare_items(ours, theirs, &mut found),
                None => found.1.push(self.difference("item", None, "", theirs.name())),
            }
        }
        let more = self.ours.items.iter().filter(|ours| same(&self.theirs, ours).is_none());
        found.1.extend(more.map(|ours| self.difference("item", None, ours.name(), "")));
        found
    }

    /// The post of a permalink.
    pub(crate) fn post(&self, link: &str) -> &Value {
        let post = self.posts.iter().find(|post| post["link"] == link);
        post.unwrap_or_else(|| panic!("{}: no post has the link {link}", self.name))
    }

    /// The links of one feed's items that the other has, too.
    fn order(&self, of: &Feed, in_common_with: &Feed) -> String {
        let items = of.items.iter().filter(|item| same(in_common_with, item).is_some());
        items.map(Item::name).collect::<Vec<_>>().join("\n")
    }

    fn compare_items<'a>(
        &'a self,
        ours: &'a Item,
        theirs: &'a Item,
        found: &mut (Vec<Equal>, Vec<Difference<'a>>),
    ) {
        found.0.push("item");
        let both = Some((ours, theirs));
        self.compare_values(values(ours), values(theirs), both, found);
        for ((field, a), (_, b)) in texts(ours).into_iter().zip(texts(theirs)) {
            let hunks = hunks(a, b);
            if hunks.is_empty() {
                found.0.push(field);
            }
            let difference = |(a, b): (String, String)| self.difference(field, both, &a, &b);
            found.1.extend(hunks.into_iter().map(difference));
        }
    }

    fn compare_values<'a, const N: usize>(
        &'a self,
        ours: [(&'static str, String); N],
        theirs: [(&'static str, String); N],
        items: Option<(&'a Item, &'a Item)>,
        found: &mut (Vec<Equal>, Vec<Difference<'a>>),
    ) {
        for ((field, a), (_, b)) in ours.into_iter().zip(theirs) {
            // WordPress's RSS has no date of the last change.
            if field == "updated" && self.format == Format::Rss {
                continue;
            }
            if a == b {
                found.0.push(field);
            } else {
                found.1.push(self.difference(field, items, &a, &b));
            }
        }
    }

    fn difference<'a>(
        &'a self,
        field: &'static str,
        items: Option<(&'a Item, &'a Item)>,
        ours: &str,
        theirs: &str,
    ) -> Difference<'a> {
        let link = if field == "item" { Some(theirs) } else { items.map(|(_, item)| item.name()) };
        let post = link.filter(|link| !link.is_empty()).map(|link| self.post(link));
        Difference {
            pair: self,
            field,
            ours: ours.to_owned(),
            theirs: theirs.to_owned(),
            items,
            post: post.unwrap_or(&Value::Null),
        }
    }
}

/// Whether a password locks a post of REST's.
pub(crate) fn is_locked(post: &Value) -> bool {
    post["content"]["protected"] == true
}

fn same<'a>(feed: &'a Feed, item: &Item) -> Option<&'a Item> {
    feed.items.iter().find(|other| other.link == item.link)
}

fn head(feed: &Feed) -> [(&'static str, String); 8] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("feed id", text(&feed.id)),
        ("feed title", text(&feed.title)),
        ("feed subtitle", text(&feed.subtitle)),
        ("feed link", text(&feed.link)),
        ("feed language", text(&feed.language)),
        ("feed icon", text(&feed.icon)),
        ("feed generator", text(&feed.generator)),
        ("feed updated", moment(feed.updated)),
    ]
}

fn values(item: &Item) -> [(&'static str, String); 14] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let names = item.authors.iter().map(|author| author.name.clone());
    let urls = item.authors.iter().filter_map(|author| author.url.clone());
    let file = |file: &Enclosure| {
        format!("{} {} {}", file.url, text(&file.media_type), text(&file.length))
    };
    [
        ("title", text(&item.title)),
        ("link", text(&item.link)),
        ("id", text(&item.id)),
        ("published", moment(item.published)),
        ("updated", moment(item.updated)),
        ("author", lines(names)),
        ("author's address", lines(urls)),
        ("categories", lines(item.categories.iter().cloned())),
        ("categories' scheme", lines(item.schemes.iter().cloned())),
        ("content's base", text(&item.base)),
        ("enclosures", lines(item.enclosures.iter().map(file))),
        ("comments' page", text(&item.comments.page)),
        ("comments' feed", text(&item.comments.feed)),
        ("comments' count", text(&item.comments.count)),
    ]
}

fn texts(item: &Item) -> [(&'static str, &str); 2] {
    [
        ("summary", item.summary.as_deref().unwrap_or_default()),
        ("content", item.content.as_deref().unwrap_or_default()),
    ]
}

fn lines(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("\n")
}

fn moment(date: Option<Moment>) -> String {
    date.map(|date| date.to_rfc3339()).unwrap_or_default()
}
