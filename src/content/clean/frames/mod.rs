//! Frames, objects and players, and the links that stand in for them.

mod hosts;
mod player;

use super::address;
use crate::content::attribute;
use crate::content::steps::embeds;
use crate::text::html::{decode, fold};
use crate::text::plain;
use hosts::Known;
use lol_html::html_content::Element;
pub(super) use player::Players;
use url::Url;

/// What a link that stands in for something says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Link {
    address: String,
    title: String,
    picture: Option<String>,
}

impl Link {
    /// Writes the link, as it stands in a line of text: a frame does so too.
    pub(super) fn html(&self) -> String {
        let address = htmlize::escape_attribute(&self.address);
        let title = htmlize::escape_text(&self.title);
        match &self.picture {
            Some(picture) => {
                let picture = htmlize::escape_attribute(picture.as_str());
                format!(r#"<a href="{address}"><img src="{picture}" alt=""><br>{title}</a>"#)
            }
            None => format!(r#"<a href="{address}">{title}</a>"#),
        }
    }
}

/// Makes a link of an address, with a title of its own, if it has one, or else with what is known of it.
fn link(address: &str, title: Option<String>) -> Option<Link> {
    let address = address.trim();
    let Ok(url) = Url::parse(address) else {
        return is_relative(address).then(|| bare(address, title));
    };
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let Known { name, page, picture } = hosts::known(&url);
    let title = title.or_else(|| name.map(str::to_owned));
    Some(Link { picture, ..bare(page.as_deref().unwrap_or(address), title) })
}

fn bare(address: &str, title: Option<String>) -> Link {
    let title = title.unwrap_or_else(|| address::words(address).to_owned());
    Link { address: address.to_owned(), title, picture: None }
}

/// Tells whether an address is relative, which it is still where addresses are left alone.
fn is_relative(address: &str) -> bool {
    !address.is_empty() && !address.starts_with('#') && !address::has_scheme(address)
}

/// The title that an element has for people: `title`, or else `aria-label`.
fn title(element: &Element<'_, '_>) -> Option<String> {
    let texts =
        ["title", "aria-label"].into_iter().filter_map(|name| attribute::get(element, name));
    texts.map(|text| fold(&text)).find(|text| !text.is_empty())
}

/// Tells whether a frame is there for nobody to see, as those are that count visits: of one pixel, or hidden.
/// One that is only as wide, or only as high, gets its size from a script; a film may wait for a click.
fn is_unseen(element: &Element<'_, '_>, source: &str) -> bool {
    let small = |name| {
        let value = attribute::get(element, name).unwrap_or_default();
        matches!(value.trim().trim_end_matches("px"), "0" | "1")
    };
    let is_known = || Url::parse(source).is_ok_and(|url| hosts::known(&url).name.is_some());
    small("width") && small("height")
        || attribute::hides(element) && !is_known()
        || source.contains("google.com/recaptcha/")
}

/// What becomes of an `iframe`, as HTML, or `None` if nobody sees it; `inner` is what stands between its tags.
///
/// `last` is the address of the last link before it: what embeds a post of WordPress links to the post, and
/// a script shows either the link or the frame.
pub(super) fn iframe(element: &Element<'_, '_>, inner: &str, last: Option<&str>) -> Option<String> {
    let source = attribute::get(element, "src").unwrap_or_default();
    if is_unseen(element, &source) {
        return None;
    }
    let mut link = own_link(&source, inner).or_else(|| link(&source, title(element)));
    // The secret, by which it is known else, is gone where texts are made stable.
    if let Some(link) = link.as_mut().filter(|_| attribute::has_class(element, embeds::FRAME))
        && let Ok(url) = Url::parse(&link.address)
    {
        link.address = hosts::embedded_post(&url);
    }
    Some(match (link, attribute::get(element, "srcdoc")) {
        (Some(link), _) if last == Some(&link.address) => String::new(),
        (Some(link), _) => link.html(),
        // A document without an address: its text.
        (None, Some(document)) => htmlize::escape_text(&*plain::line(&document)).into_owned(),
        (None, None) => String::new(),
    })
}

/// The link within a frame of Bandcamp's, which alone leads to the music's page.
fn own_link(source: &str, inner: &str) -> Option<Link> {
    let url = Url::parse(source).ok().filter(|url| url.host_str() == Some("bandcamp.com"))?;
    let (_, rest) = inner.split_once("<a href=\"")?;
    let (address, rest) = rest.split_once("\">")?;
    let (title, _) = rest.split_once("</a>")?;
    let page = Url::parse(&decode(address)).ok().filter(|page| page.scheme() == url.scheme())?;
    Some(Link { address: page.into(), title: plain::line(title).into_owned(), picture: None })
}

/// What becomes of an `embed` that stands alone.
pub(super) fn embed(element: &Element<'_, '_>) -> String {
    let source = attribute::get(element, "src").unwrap_or_default();
    link(&source, title(element)).map(|link| link.html()).unwrap_or_default()
}
