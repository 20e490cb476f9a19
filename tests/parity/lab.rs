//! A running WordPress with the content of the recordings and some more. It listens to headers that say how
//! many posts its feeds have, and how the site is set up.

use crate::given::Given;
use crate::http::{Answer, get};
use crate::support::site;
use serde_json::Value;
use wp2feed::{Collection, Site};

/// A way in which the site is set up.
pub(crate) struct Setup {
    pub(crate) headers: &'static [Header],
    pub(crate) language: &'static str,
    /// Addresses with paths, or with queries alone.
    pub(crate) pretty: bool,
}

pub(crate) type Header = (&'static str, &'static str);

pub(crate) const SETUPS: [Setup; 6] = [
    Setup { headers: &[], language: "en-US", pretty: true },
    Setup { headers: &[("X-Lab-Meta", "1")], language: "en-US", pretty: true },
    Setup { headers: &[("X-Lab-Permalinks", "plain")], language: "en-US", pretty: false },
    Setup { headers: &[("X-Lab-Locale", "ja")], language: "ja", pretty: true },
    Setup {
        headers: &[("X-Lab-Locale", "ja"), ("X-Lab-Words", "characters_including_spaces")],
        language: "ja",
        pretty: true,
    },
    Setup { headers: &[("X-Lab-Timezone", "+05:30")], language: "en-US", pretty: true },
];

/// How many posts WordPress's feeds shall have, which is more than there are.
const ALL: Header = ("X-Lab-Per-Rss", "300");

const COLLECTIONS: [(Collection, &str); 5] = [
    (Collection::Users, "users"),
    (Collection::Terms, "categories"),
    (Collection::Terms, "tags"),
    (Collection::Media, "media"),
    (Collection::Comments, "comments"),
];

impl Setup {
    /// Where WordPress's RSS and Atom feeds of all posts are.
    pub(crate) fn feeds(&self) -> [&'static str; 2] {
        if self.pretty { ["/feed/", "/feed/atom/"] } else { ["/?feed=rss2", "/?feed=atom"] }
    }

    /// Comments with the posts that they are about: those on one post, or all.
    pub(crate) fn comments(&self, server: &str, query: &str) -> Given {
        let posts = json(&self.list(server, "posts", ""));
        Given {
            site: self.site(server),
            posts: json(&self.list(server, "comments", query)),
            collections: vec![(Collection::Posts, posts)],
            of: None,
            limit: None,
        }
    }

    /// WordPress's own feed of all posts, with summaries instead of the whole text if it shall be so.
    pub(crate) fn feed(&self, server: &str, path: &str, summaries: bool) -> Vec<u8> {
        let excerpt = summaries.then_some(("X-Lab-Excerpt", "1"));
        self.get(server, path, &[ALL].into_iter().chain(excerpt).collect::<Vec<_>>()).body
    }

    /// Everything that REST tells of the posts of some types; what belongs to them is embedded, or not.
    pub(crate) fn given(&self, server: &str, types: &[&str], embed: bool) -> Given {
        let query = if embed { "&_embed=1" } else { "" };
        let posts: Vec<Value> =
            types.iter().flat_map(|name| self.list(server, name, query)).collect();
        assert_ne!(posts.len(), 0);
        let collection =
            |(kind, name): (Collection, &str)| (kind, json(&self.list(server, name, "")));
        Given {
            site: self.site(server),
            posts: json(&posts),
            collections: COLLECTIONS.map(collection).to_vec(),
            of: None,
            limit: None,
        }
    }

    fn site(&self, server: &str) -> Site {
        let index = self.get(server, if self.pretty { "/wp-json/" } else { "/?rest_route=/" }, &[]);
        Site { language: Some(self.language.to_owned()), ..site(&index.body) }
    }

    /// A whole collection, page after page.
    pub(crate) fn list(&self, server: &str, name: &str, query: &str) -> Vec<Value> {
        let route = match self.pretty {
            true => format!("/wp-json/wp/v2/{name}?"),
            false => format!("/?rest_route=/wp/v2/{name}&"),
        };
        let mut objects: Vec<Value> = Vec::new();
        for page in 1.. {
            let path = format!("{route}per_page=100&page={page}{query}");
            let answer = self.get(server, &path, &[]);
            objects.extend(serde_json::from_slice::<Vec<Value>>(&answer.body).expect("a list"));
            if page >= answer.number("X-WP-TotalPages").expect("the number of pages") {
                break;
            }
        }
        objects
    }

    pub(crate) fn get(&self, server: &str, path: &str, more: &[Header]) -> Answer {
        get(server, path, &[self.headers, more].concat())
    }
}

fn json(values: &[Value]) -> Vec<u8> {
    serde_json::to_vec(values).expect("JSON")
}
