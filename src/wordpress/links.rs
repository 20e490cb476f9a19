//! The `_links` of an object, of which those are read that tell where the site's REST API is, and what a
//! comment is about.

use super::loose::{List, Object, Text};
use serde::Deserialize;

#[derive(Default, Deserialize)]
struct Links {
    #[serde(rename = "self", default)]
    own: List<Object<Href>>,
    #[serde(default)]
    collection: List<Object<Href>>,
    #[serde(default)]
    up: List<Object<Href>>,
}

#[derive(Default, Deserialize)]
struct Href {
    #[serde(default)]
    href: Text,
}

/// Addresses within the REST API, as `https://example.org/wp-json/wp/v2/posts/1`.
pub(super) fn api_addresses(links: Option<&str>) -> Vec<String> {
    let links = read(links);
    let both = links.own.0.into_iter().chain(links.collection.0);
    both.filter_map(|link| link.0?.href.0).collect()
}

/// The number of the post that a comment is about, which is the end of its address
/// (`WP_REST_Comments_Controller::prepare_links`); context=embed tells it nowhere else.
pub(super) fn subject(links: Option<&str>) -> Option<u64> {
    let mut addresses = read(links).up.0.into_iter().filter_map(|link| link.0?.href.0);
    addresses.find_map(|address| address.rsplit('/').next()?.parse().ok())
}

fn read(links: Option<&str>) -> Links {
    let links: Option<Object<Links>> = links.and_then(|raw| serde_json::from_str(raw).ok());
    links.and_then(|links| links.0).unwrap_or_default()
}
