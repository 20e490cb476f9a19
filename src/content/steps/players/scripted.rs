//! What scripts fill with a player: elements that name the page of a film or a post in an attribute.

use super::link::Link;
use crate::content::attribute;
use crate::content::page::Page;
use lol_html::html_content::Element;
use serde_json::Value;

/// Where such an element has the address.
enum Place {
    /// In an attribute.
    Attribute(&'static str),
    /// In the JSON of an attribute, under the first of these names that it has.
    Json(&'static str, &'static [&'static str]),
    /// In the JSON of an attribute, as the first of its `sources`.
    Sources(&'static str),
    /// Behind this, the rest of the class that begins so.
    Class(&'static str, &'static str),
}

/// The classes of such elements: WP Rocket's and Perfmatters' boxes for YouTube, those of Embed Plus for
/// YouTube and the films of FV Player, Video.js and Wistia (all seen), Facebook's posts and films, Elementor's
/// films (the last from memory).
const ROWS: &[(&str, Place)] = &[
    ("rll-youtube-player", Place::Attribute("data-src")),
    ("perfmatters-lazy-youtube", Place::Attribute("data-src")),
    ("perfmatters-lazy-video", Place::Attribute("data-src")),
    ("epyt-facade", Place::Attribute("data-facadesrc")),
    ("fb-post", Place::Attribute("data-href")),
    ("fb-video", Place::Attribute("data-href")),
    ("flowplayer", Place::Sources("data-item")),
    ("video-js", Place::Sources("data-setup")),
    ("wistia_embed", Place::Class("wistia_async_", "https://fast.wistia.net/embed/iframe/")),
    ("elementor-widget-video", Place::Json("data-settings", &ELEMENTOR)),
];

/// Elements of their own for films: the attribute that has the address of the film, or what there is behind
/// this as the address of its page, which is nowhere in the HTML, and there is nothing else to see. Avada has
/// the first, as have plugins; the last is Presto Player's.
const FILMS: &[(&str, &str, &str)] = &[
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v="),
    ("lite-vimeo", "videoid", "https://vimeo.com/"),
    ("presto-player", "src", ""),
];

const ELEMENTOR: [&str; 5] =
    ["youtube_url", "vimeo_url", "dailymotion_url", "videopress_url", "external_url"];

/// The classes of such elements.
pub(super) fn classes() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|(class, _)| *class)
}

/// The link that an element shall hold whose classes are told, if a script fills it.
pub(super) fn link(
    element: &Element<'_, '_>,
    has_class: impl Fn(&str) -> bool,
    page: &Page<'_>,
) -> Option<Link> {
    let (_, place) = ROWS.iter().find(|(class, _)| has_class(class))?;
    match place {
        Place::Attribute(name) => Link::of(element, name, page),
        Place::Json(name, keys) => {
            let json = attribute::get(element, name)?;
            let settings: Value = serde_json::from_str(&json).ok()?;
            // Addresses of all kinds are there, that of the kind chosen and examples of the others.
            let chosen = settings.get("video_type").and_then(Value::as_str);
            let address = |key: &&'static str| settings.get(*key).and_then(address);
            let of_type = keys
                .iter()
                .filter(|key| chosen.is_none_or(|chosen| key.strip_suffix("_url") == Some(chosen)));
            of_type.filter_map(address).find_map(|it| Link::new(it, None, page))
        }
        Place::Sources(name) => {
            let json = attribute::get(element, name)?;
            let settings: Value = serde_json::from_str(&json).ok()?;
            Link::new(settings["sources"][0]["src"].as_str()?, None, page)
        }
        Place::Class(start, page_of) => {
            let classes = attribute::get(element, "class")?;
            let ids =
                classes.split_ascii_whitespace().filter_map(|class| class.strip_prefix(start));
            let id = ids.into_iter().find(|id| is_id(id))?;
            Link::new(&format!("{page_of}{id}"), None, page)
        }
    }
}

/// Tells whether this is the name of an element for films.
pub(super) fn is_film(tag: &str) -> bool {
    FILMS.iter().any(|(name, ..)| *name == tag)
}

/// The link to a film, under the title that the film has or its button.
pub(super) fn film(element: &Element<'_, '_>, page: &Page<'_>) -> Option<Link> {
    let tag = element.tag_name();
    let (_, attribute, page_of) = FILMS.iter().find(|(name, ..)| *name == tag)?;
    let titles = ["videotitle", "media-title", "title", "playlabel"];
    let title = titles.iter().find_map(|name| attribute::get(element, name));
    let value = attribute::get(element, attribute)?;
    let known = page_of.is_empty() || is_id(&value);
    known.then(|| Link::new(&format!("{page_of}{value}"), title.as_deref(), page))?
}

/// Tells whether this may be the number of a film.
fn is_id(text: &str) -> bool {
    let of_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    !text.is_empty() && text.chars().all(of_id)
}

/// An address in JSON, as such or as the `url` of an object.
fn address(value: &Value) -> Option<&str> {
    value.get("url").unwrap_or(value).as_str().filter(|address| !address.is_empty())
}
