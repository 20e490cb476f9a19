//! The elements by which a channel says that it is a podcast.

use super::refusals::web_address;
use super::{Podcast, PodcastCategory, PodcastKind, PodcastOwner};
use crate::model::Extension;

impl Podcast {
    /// The channel's elements; an absent author is the site's.
    pub(crate) fn elements(&self, author: Option<&str>) -> Vec<Extension> {
        let explicit = self.explicit.map(|explicit| if explicit { "true" } else { "false" });
        let new_feed_url = self.new_feed_url.as_deref().map(encoded);
        let yes = |set: bool| set.then_some("Yes");
        let texts = [
            ("author", self.author.as_deref().or(author)),
            ("explicit", explicit),
            ("type", self.kind.map(PodcastKind::name)),
            ("title", self.title.as_deref()),
            ("new-feed-url", new_feed_url.as_deref()),
            ("block", yes(self.block)),
            ("complete", yes(self.complete)),
        ];
        let texts = texts.into_iter().filter_map(|(name, text)| Some(element(name, text?)));
        let image = self.image.iter().map(|url| with("image", "href", &encoded(url)));
        let categories = self.categories.iter().map(category);
        image.chain(categories).chain(texts).chain(self.owner.as_ref().map(owner)).collect()
    }
}

/// An address as feeds need it, with nothing in it that a URI can't hold.
fn encoded(address: &str) -> String {
    web_address(address).map_or_else(|| address.to_owned(), String::from)
}

fn category(category: &PodcastCategory) -> Extension {
    let inner = category.subcategory().map(|name| with("category", "text", name));
    let children = inner.into_iter().collect();
    Extension { children, ..with("category", "text", category.name()) }
}

fn owner(owner: &PodcastOwner) -> Extension {
    let name = owner.name.as_deref().map(|name| element("name", name));
    let children = name.into_iter().chain([element("email", &owner.email)]).collect();
    Extension { children, ..element("owner", "") }
}

fn with(name: &str, attribute: &str, value: &str) -> Extension {
    let attributes = vec![(attribute.to_owned(), value.to_owned())];
    Extension { attributes, ..element(name, "") }
}

fn element(name: &str, value: &str) -> Extension {
    Extension::new("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", name, value)
}
