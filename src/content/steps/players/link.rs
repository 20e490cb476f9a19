//! A plain link to a file.

use crate::content::attribute;
use crate::content::noticed::Noticed;
use crate::content::page::Page;
use crate::content::steps::addresses;
use crate::options::HtmlStep;
use lol_html::html_content::Element;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use url::{ParseError, Url};

/// A link: an address and the words for it.
pub(super) struct Link {
    address: String,
    text: String,
}

impl Link {
    /// The link to an address of the web, absolute if the page's addresses are made so; its text is the
    /// title, or the name of the file.
    pub(super) fn new(address: &str, title: Option<&str>, page: &Page<'_>) -> Option<Link> {
        let address = web_address(address, page)?;
        let title = title.map(str::trim).filter(|title| !title.is_empty());
        let text = title.map_or_else(|| file_name(&address), str::to_owned);
        Some(Link { address, text })
    }

    /// The link to what an attribute of an element names.
    pub(super) fn of(element: &Element<'_, '_>, name: &str, page: &Page<'_>) -> Option<Link> {
        let title = attribute::get(element, "title");
        Link::new(&attribute::get(element, name)?, title.as_deref(), page)
    }

    /// The link as HTML.
    pub(super) fn html(&self) -> String {
        format!("<a href=\"{}\">{}</a>", self.attribute(), htmlize::escape_text(&self.text))
    }

    /// The address, as it stands between quotes.
    pub(super) fn attribute(&self) -> Cow<'_, str> {
        htmlize::escape_attribute(&self.address)
    }
}

/// An address of the web, absolute if addresses are made so; `None` of what a script or the HTML itself is.
pub(super) fn web_address(address: &str, page: &Page<'_>) -> Option<String> {
    let address = address.trim();
    let is_of_web = match Url::parse(address) {
        Ok(url) => matches!(url.scheme(), "http" | "https"),
        Err(error) => error == ParseError::RelativeUrlWithoutBase && !address.is_empty(),
    };
    let takes = is_of_web && page.takes(HtmlStep::Addresses);
    let settled = takes.then(|| addresses::absolute(address, page, &mut Noticed::default()));
    is_of_web.then(|| settled.flatten().unwrap_or_else(|| address.to_owned()))
}

/// The name of the file that an address names, as people write it; the address itself if there is none.
fn file_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_file =
        name.contains('.') && path.ends_with(name) && !path.ends_with(&format!("//{name}"));
    if is_file { percent_decode_str(name).decode_utf8_lossy().into_owned() } else { address.into() }
}
