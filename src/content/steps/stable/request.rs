//! The address that was asked for, which WordPress takes for that of the page wherever it links to the page
//! itself: here it was the REST API's.

use crate::content::attribute;
use lol_html::html_content::Element;
use memchr::memmem::Finder;

/// The parameters of the REST API for posts and the like (`WP_REST_Posts_Controller::get_collection_params` and
/// its like), those that begin with `_` apart; the last are those of plugins for languages.
const API: &str = "rest_route context page per_page search search_columns search_semantics after before \
    modified_after modified_before author author_exclude include exclude offset order orderby slug status sticky \
    ignore_sticky format parent parent_exclude menu_order tax_relation categories categories_exclude tags \
    tags_exclude password post lang wpml_language";

/// What the address of a request has, whether its site has names for pages or not.
const SIGNS: [&str; 2] = ["wp-json", "rest_route"];

/// Looks for addresses of requests.
pub(in crate::content) struct Requests([Finder<'static>; 2]);

impl Default for Requests {
    fn default() -> Self {
        Requests(SIGNS.map(Finder::new))
    }
}

impl Requests {
    /// Tells whether a text may hold one.
    pub(in crate::content) fn may_be_in(&self, html: &str) -> bool {
        self.0.iter().any(|sign| sign.find(html.as_bytes()).is_some())
    }
}

/// Tells whether an attribute of this name may hold the address of a request, other than that of a field, whose
/// element is looked at whatever it holds.
pub(in crate::content) fn links(name: &str) -> bool {
    matches!(name, "action" | "href")
}

/// What an attribute is without the request; `None` where there is none.
pub(super) fn without(
    element: &Element<'_, '_>,
    tag: &str,
    name: &str,
    value: &str,
) -> Option<String> {
    let encoded = value.contains("wp-json%2Fwp%2F");
    if !is_request(value) && !encoded {
        return None;
    }
    match (tag, name) {
        // Contact Form 7, WPForms: the form is sent to the page, and shows the place of its answer.
        ("form", "action") => Some(fragment(value)),
        ("a", "href") if encoded => without_return(value),
        // `get_cancel_comment_reply_link`.
        ("a", "href") if has_id(element, "cancel-comment-reply-link") => Some(fragment(value)),
        // blocks/query-pagination-next.php and its like.
        ("a", "href") if is_pagination(element) => page_of_query(value),
        // `add_query_arg` without an address, as of WooCommerce's buttons (`add_to_cart_url`).
        ("a", "href") if value.starts_with('/') => own_query(value),
        _ => None,
    }
}

/// Tells whether an address is one of the REST API's for posts and the like.
pub(super) fn is_request(address: &str) -> bool {
    address.contains("/wp-json/wp/v2/") || address.contains("rest_route=/wp/v2/")
}

/// The place on the page, if one is named.
fn fragment(address: &str) -> String {
    fragment_start(address).map_or("", |at| &address[at..]).to_owned()
}

/// Where the fragment of an address begins, which is written with references as `&#038;`.
pub(super) fn fragment_start(address: &str) -> Option<usize> {
    let mut hashes = address.match_indices('#').map(|(at, _)| at);
    hashes.find(|at| !address[..*at].ends_with('&'))
}

/// The address of `wp_login_url` without where it leads back to.
fn without_return(address: &str) -> Option<String> {
    let (before, behind) = address.split_once("redirect_to=")?;
    let rest = behind.find('&').map_or("", |at| &behind[at..]);
    const ANDS: [&str; 3] = ["&amp;", "&#038;", "&"];
    if let Some(rest) = ANDS.into_iter().find_map(|and| rest.strip_prefix(and)) {
        return Some(format!("{before}{rest}"));
    }
    let last = ANDS.into_iter().chain(["?"]).find_map(|mark| before.strip_suffix(mark));
    Some(last.unwrap_or(before).to_owned())
}

/// The page of a query, as the page has it.
fn page_of_query(address: &str) -> Option<String> {
    let at = address.rfind("query-")?;
    let page = address[at..].split(['&', '#']).next()?;
    Some(format!("?{page}"))
}

/// The parameters that a link to the page adds to those of the request, if it adds any: links to the API that
/// an author made have none.
fn own_query(address: &str) -> Option<String> {
    let (path, fragment) = address.split_at(fragment_start(address).unwrap_or(address.len()));
    let (_, query) = path.split_once('?')?;
    let query = query.replace("&#038;", "&").replace("&amp;", "&");
    let own: Vec<_> = query.split('&').filter(|parameter| !is_of_api(parameter)).collect();
    (!own.is_empty()).then(|| format!("?{}{fragment}", own.join("&#038;")))
}

/// Tells whether this is a parameter of the REST API.
fn is_of_api(parameter: &str) -> bool {
    let name = parameter.split(['=', '[', '%']).next().unwrap_or_default();
    name.starts_with('_') || name.is_empty() || API.split(' ').any(|it| it == name)
}

fn has_id(element: &Element<'_, '_>, id: &str) -> bool {
    attribute::get(element, "id").is_some_and(|it| it == id)
}

fn is_pagination(element: &Element<'_, '_>) -> bool {
    let of_pagination =
        |class: &str| class == "page-numbers" || class.starts_with("wp-block-query-pagination");
    attribute::get(element, "class")
        .is_some_and(|classes| classes.split_ascii_whitespace().any(of_pagination))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_leads_back_to_nowhere() {
        let to = "redirect_to=https%3A%2F%2Fe.org%2Fwp-json%2Fwp%2Fv2%2Fposts";
        for (address, expected) in [
            (format!("/wp-login.php?{to}"), "/wp-login.php"),
            (format!("/wp-login.php?lang=de&#038;{to}"), "/wp-login.php?lang=de"),
            (format!("/wp-login.php?{to}&#038;reauth=1"), "/wp-login.php?reauth=1"),
        ] {
            assert_eq!(without_return(&address).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_reference_is_no_fragment() {
        assert_eq!(fragment("/wp-json/wp/v2/posts?a=1&#038;b=2#respond"), "#respond");
        assert_eq!(fragment("/wp-json/wp/v2/posts?a=1&#038;b=2"), "");
    }

    #[test]
    fn a_link_to_the_page_keeps_its_own_parameters() {
        for (address, own) in [
            (
                "/wp-json/wp/v2/posts?per_page=9&#038;_embed&#038;add-to-cart=5",
                Some("?add-to-cart=5"),
            ),
            (
                "/b/wp-json/wp/v2/posts/7?tab=a%20b&amp;categories%5B0%5D=1&amp;x[]=2#c",
                Some("?tab=a%20b&#038;x[]=2#c"),
            ),
            ("/?rest_route=/wp/v2/posts&add-to-cart=5", Some("?add-to-cart=5")),
            ("/wp-json/wp/v2/posts?per_page=9&#038;_fields=id", None),
            ("/wp-json/wp/v2/posts", None),
        ] {
            assert_eq!(own_query(address).as_deref(), own, "{address}");
        }
    }

    #[test]
    fn a_query_turns_pages_of_the_page() {
        let address = "https://e.org/wp-json/wp/v2/posts?per_page=9&#038;query-3-page=2";
        assert_eq!(page_of_query(address).as_deref(), Some("?query-3-page=2"));
    }
}
