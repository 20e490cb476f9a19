//! The site's address, from a post or a comment alone.

use crate::text::url;

/// What follows the site's address in the addresses of its REST API, with pretty and plain permalinks.
const API: [&str; 3] = ["/index.php/wp-json", "/wp-json", "/index.php?rest_route="];

/// The site's address without a slash at its end, from a permalink, addresses in the API, and a guid.
///
/// The REST address tells whether the site lives in a folder; it counts only if it is on the host of the
/// permalink, because a headless site's posts live elsewhere.
pub(super) fn of(link: Option<&str>, api: &[String], guid: Option<&str>) -> Option<String> {
    let link = link.and_then(url::origin);
    let api = api.iter().find_map(|address| before_api(address));
    let guid = guid.and_then(before_query).or_else(|| url::origin(guid?));
    match (link, api) {
        (Some(link), Some(api)) if url::origin(api) == Some(link) => Some(api),
        (Some(link), _) => Some(link),
        (None, api) => api.or(guid),
    }
    .map(str::to_owned)
}

/// `https://example.org/blog/wp-json/wp/v2/posts/1` → `https://example.org/blog`.
fn before_api(address: &str) -> Option<&str> {
    // Static copies of a site have addresses without a host.
    url::origin(address)?;
    let end = API.iter().filter_map(|api| address.find(api)).min();
    let end = end.or_else(|| address.find("/?rest_route="))?;
    Some(&address[..end])
}

/// `https://example.org/blog/?p=1` → `https://example.org/blog`.
fn before_query(guid: &str) -> Option<&str> {
    url::origin(guid)?;
    let end = ["/?p=", "/?page_id=", "/?post_type="].iter().find_map(|query| guid.find(query))?;
    Some(&guid[..end])
}
