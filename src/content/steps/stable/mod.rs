//! What WordPress and plugins make anew for each request, made the same for each.
//!
//! Counters run on from post to post, so that their numbers depend on what else was asked for; here they
//! begin anew with each text, in the order in which the names are first met. What is valid for one request
//! alone is taken out. The conditional comments before the first player of a request go with the marks.

mod name;
mod once;
mod paragraph;
mod request;
mod table;

use crate::content::edits::Edits;
use lol_html::html_content::Element;
use name::Name;
pub(in crate::content) use once::ends_parameter;
use paragraph::Paragraphs;
pub(in crate::content) use paragraph::begins as wraps;
pub(in crate::content) use request::{Requests, links};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;
use table::TABLE;

/// The names that were met in a text.
#[derive(Default)]
pub(in crate::content) struct Stable {
    names: Vec<Name>,
    /// The new numbers: by what the name has before its counter, by the old one.
    numbers: HashMap<String, HashMap<String, u32>>,
    paragraphs: Paragraphs,
}

/// Every name of the table by the byte that it begins with.
static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { headed: [const { Vec::new() }; 128], headless: Vec::new() };
    for name in TABLE.iter().map(Name::new) {
        match name.first() {
            Some(first) => names.headed[usize::from(first)].push(name),
            None => names.headless.push(name),
        }
    }
    names
});

struct Names {
    headed: [Vec<Name>; 128],
    /// Those of which all was drawn by lot. They stand in attributes of their own.
    headless: Vec<Name>,
}

impl Names {
    /// Tells whether a text may hold a name that has to change.
    fn may_change_in(&self, html: &str) -> bool {
        self.headless.iter().any(|name| html.contains(name.row.sign)) || self.count_on_in(html)
    }

    /// Tells whether a text holds a name with another number than the first: only such change.
    fn count_on_in(&self, text: &str) -> bool {
        let mut at = 0;
        // Most texts have no number, and pictures have their own in a class.
        while let Some(digit) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
            let word = word_at(text, at + digit);
            at = word.end;
            let word = &text[word];
            if !word.starts_with("wp-image-") && self.counts_on(word) {
                return true;
            }
        }
        false
    }

    fn counts_on(&self, word: &str) -> bool {
        let of_first = word.bytes().next().and_then(|first| self.headed.get(usize::from(first)));
        of_first.is_some_and(|names| names.iter().any(|name| name.counts_on(word)))
    }
}

/// Tells whether what stands at such a place of a value holds a name with another number than the first.
pub(in crate::content) fn counts_on(place: Place, value: &str) -> bool {
    place.start(value).is_some_and(|start| NAMES.count_on_in(&value[start..]))
}

/// Tells whether an attribute is always something for this step, by its name.
pub(in crate::content) fn is_attribute(name: &str) -> bool {
    name.starts_with("data-wp-") || once::is_attribute(name)
}

/// Where names may stand in an attribute, by its name.
pub(in crate::content) fn place(attribute: &str) -> Option<Place> {
    of_attribute(attribute, true).map(|(place, _)| place)
}

/// Where names stand in an attribute.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::content) enum Place {
    /// Anywhere, but not within an address.
    Words,
    /// Behind the `#` of an address.
    Fragment,
    /// Behind a `#` or `.`, or in quotes.
    Code,
}

impl Stable {
    /// Looks which names a text may hold; `None` if there is nothing to do.
    pub(in crate::content) fn in_text(html: &str) -> Option<Self> {
        let mut names = Vec::new();
        if NAMES.may_change_in(html) {
            names.extend(TABLE.iter().filter(|row| html.contains(row.sign)).map(Name::new));
        }
        let stable = Stable { names, ..Stable::default() };
        let has_work =
            !stable.names.is_empty() || once::may_be_in(html) || Paragraphs::may_be_in(html);
        has_work.then_some(stable)
    }

    /// Takes out of an element what is valid once, and counts its names anew; the element stands in a part
    /// of the text that begins at the offset.
    pub(in crate::content) fn settle(
        &mut self,
        element: &mut Element<'_, '_>,
        edits: &mut Edits<'_>,
        offset: usize,
    ) {
        self.paragraphs.meet(element, edits.html(), offset);
        let holds_id = once::holds_id(element);
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let left = once::left(element, &name, &value);
            if left.as_ref().is_some_and(String::is_empty) {
                edits.remove_attribute(attribute, offset);
                continue;
            }
            let now = left.as_deref().unwrap_or(&value);
            let counted = of_attribute(&name, holds_id)
                .and_then(|(place, known_as)| self.counted_anew(now, place, known_as));
            if let Some(value) = counted.or(left) {
                edits.set_attribute(attribute, value, offset);
            }
        }
    }

    /// Does what the whole text had to be seen for.
    pub(in crate::content) fn finish(&self, edits: &mut Edits<'_>) {
        self.paragraphs.remove(edits);
    }

    /// Counts the names in the text of a script or a style sheet anew.
    pub(in crate::content) fn settle_code(&mut self, edits: &mut Edits<'_>, at: Range<usize>) {
        if let Some(code) = self.counted_anew(&edits.html()[at.clone()], Place::Code, "") {
            edits.replace(at, code);
        }
    }

    /// Counts the names of a text anew; `None` if all have their numbers.
    fn counted_anew(&mut self, text: &str, place: Place, attribute: &str) -> Option<String> {
        let mut counted = String::new();
        let (mut at, mut written) = (place.start(text)?, 0);
        while let Some(start) = text[at..].find(is_of_name).map(|from| at + from) {
            let rest = &text[start..];
            let end = start + rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
            at = end;
            if !place.has_name(&text[..start], &text[end..]) {
                continue;
            }
            if let Some(new) = self.renamed(&text[start..end], attribute) {
                counted.push_str(&text[written..start]);
                counted.push_str(&new);
                written = end;
            }
        }
        counted.push_str(&text[written..]);
        (written > 0).then_some(counted)
    }

    /// The new form of a name, if that is another.
    fn renamed(&mut self, name: &str, attribute: &str) -> Option<String> {
        // Most words have no number.
        if !name.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let known = self.names.iter().filter(|known| attribute.starts_with(known.row.only));
        let (known, found) = known.filter_map(|known| Some((known, known.read(name)?))).next()?;
        let numbers = self.numbers.entry(found.base.to_owned()).or_default();
        let next = known.row.first + u32::try_from(numbers.len()).ok()?;
        let number = *numbers.entry(found.counter.to_owned()).or_insert(next);
        Some(known.write(&found, number)).filter(|new| new != name)
    }
}

/// Where an attribute has names, and as which attribute the table knows it.
fn of_attribute(attribute: &str, holds_id: bool) -> Option<(Place, &str)> {
    match attribute {
        "id" | "class" | "for" | "headers" | "list" | "form" | "rel" | "data-name" | "data-rel"
        | "data-lightbox" => Some((Place::Words, attribute)),
        "value" if holds_id => Some((Place::Words, "id")),
        "href" | "xlink:href" | "action" | "data-src" | "usemap" => {
            Some((Place::Fragment, attribute))
        }
        "style" | "filter" | "clip-path" | "mask" | "fill" | "data-target" => {
            Some((Place::Code, attribute))
        }
        _ if attribute.starts_with("on") => Some((Place::Code, attribute)),
        _ if ["aria-", "data-wp-", "data-micromodal-"]
            .iter()
            .any(|it| attribute.starts_with(it)) =>
        {
            Some((Place::Words, attribute))
        }
        _ => None,
    }
}

/// Where the name stands of which a byte is part.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let is_outside = |byte: &u8| !is_of_name(char::from(*byte));
    let (before, behind) = text.as_bytes().split_at(at);
    let start = before.iter().rposition(is_outside).map_or(0, |outside| outside + 1);
    let end = behind.iter().position(is_outside).map_or(text.len(), |outside| at + outside);
    start..end
}

/// Tells whether this is part of a name; quotes that are escaped part names too.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

impl Place {
    /// From where on there are names.
    fn start(self, text: &str) -> Option<usize> {
        if self == Place::Fragment { request::fragment_start(text) } else { Some(0) }
    }

    /// Tells whether what stands between these two is a name.
    fn has_name(self, before: &str, behind: &str) -> bool {
        let in_address = before.ends_with(['/', '.', '%']) || behind.starts_with(['/', '.']);
        match self {
            Place::Fragment => true,
            Place::Words => !in_address,
            Place::Code if before.ends_with(['"', '\'', ';']) => !behind.starts_with(['/', '.']),
            Place::Code => before.ends_with(['#', '.']),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::content::Look;
    use crate::content::prepare::prepare;
    use crate::options::{Html, HtmlStep};

    /// What the step makes of a text, which must be the same when it is taken again.
    #[track_caller]
    fn stable(html: &str) -> String {
        let only = Html::RAW.with(HtmlStep::Stable);
        let once = prepare(html, only).unwrap_or_else(|| html.to_owned());
        assert!(once == html || Look::new(only).has_work(html), "a look must see {html}");
        assert_eq!(prepare(&once, only).unwrap_or_else(|| once.clone()), once, "a second time");
        once
    }

    #[test]
    fn a_name_has_one_number_wherever_it_stands() {
        let html = "<style>#gallery-3 { margin: auto } #gallery-3 img { border: 0 }</style>\
            <div id='gallery-3' class='gallery galleryid-7'><img aria-describedby=\"gallery-3-9\" ></div>\
            <div id='gallery-5' class='gallery galleryid-7'><dd id='gallery-5-9'></dd></div>\
            <a href=\"#gallery-3\">up</a>";
        let expected = html.replace("gallery-3", "gallery-1").replace("gallery-5", "gallery-2");
        assert_eq!(stable(html), expected);
    }

    #[test]
    fn what_is_no_name_stays() {
        for html in [
            "<div class=\"galleryid-7\"><img src=\"/gallery-3/a.jpg\"><p>gallery-3</p></div>",
            "<a class=\"galleryid-7\" href=\"/gallery-3#top\" title=\"gallery-3\">a</a>",
            "<h2 id=\"gallery-3\">no gallery of WordPress's</h2>",
            "<div class=\"wp-container-core-group-is-layout-12345678 wp-elements-0f3a\">a</div>",
            "<script>var galleryid = '/gallery-3/'; // galleryid- gallery-3</script>",
        ] {
            assert_eq!(stable(html), html);
        }
    }

    #[test]
    fn what_was_drawn_is_counted() {
        let html = "<div data-wp-context=\"{&quot;imageId&quot;:&quot;66ab12cd34ef5&quot;,&quot;n&quot;:7}\" \
            data-wp-key=\"66ab12cd34ef5\"></div><div data-wp-key='66ab12cd34f00'></div>";
        let expected = html.replace("66ab12cd34ef5", "1").replace("66ab12cd34f00", "2");
        assert_eq!(stable(html), expected);
    }

    #[test]
    fn what_was_drawn_as_a_number_is_counted() {
        let html = "<div id=\"vc_images-carousel-3-1585996157\"><a data-target='#vc_images-carousel-3-1585996157'></a></div>\
            <a data-rel=\"prettyPhoto[rel-7-1234567890]\" rel=\"nofollow\">a</a><a data-lightbox=\"lightbox[rel-7-99]\">b</a>\
            <iframe id=\"_ytid_75935\"></iframe><div class=\"podlove-web-player\" id=\"player-66ab12cd34ef5\"></div>\
            <script>podlovePlayer('#player-66ab12cd34ef5')</script>\
            <section id=\"jetpack-podcast-player-block-7-4\"><h2 id='jetpack-podcast-player-block-7-4__title'></h2></section>";
        let mut expected = html.to_owned();
        for (drawn, counted) in [
            ("3-1585996157", "1"),
            ("rel-7-1234567890", "rel-7-1"),
            ("rel-7-99", "rel-7-2"),
            ("_75935", "_1"),
            ("66ab12cd34ef5", "1"),
            ("block-7-4", "block-7-1"),
        ] {
            expected = expected.replace(drawn, counted);
        }
        assert_eq!(stable(html), expected);
    }

    #[test]
    fn the_first_of_a_caption_has_no_number() {
        let html = "<figure id=\"attachment_9-3\" aria-describedby=\"caption-attachment-9-3\"></figure>\
            <figure id=\"attachment_9-4\"></figure>";
        let expected = html.replace("9-3", "9").replace("9-4", "9-2");
        assert_eq!(stable(html), expected);
    }

    #[test]
    fn what_is_valid_once_goes() {
        for (html, expected) in [
            (
                "<blockquote class='wp-embedded-content' data-secret='aB3'>a</blockquote><iframe \
                 src=\"https://e.org/embed/#?secret=aB3#?secret=xY9\" data-secret=\"xY9\" width=5></iframe>",
                "<blockquote class='wp-embedded-content'>a</blockquote><iframe \
                 src=\"https://e.org/embed/\" width=5></iframe>",
            ),
            ("<source src='a.mp3?b=1&#038;_=2' />", "<source src='a.mp3?b=1' />"),
            (
                "<noscript><iframe src='/embed/#?secret=aB3'></iframe></noscript>",
                "<noscript><iframe src='/embed/'></iframe></noscript>",
            ),
            (
                "<form action=\"/wp-json/wp/v2/posts?a=1&#038;b=2#wpcf7-f12-o3\">\
                 <input type=\"hidden\" name=\"_wpcf7_unit_tag\" value=\"wpcf7-f12-o3\" />",
                "<form action=\"#wpcf7-f12-o1\">\
                 <input type=\"hidden\" name=\"_wpcf7_unit_tag\" value=\"wpcf7-f12-o1\" />",
            ),
            (
                "<a href='/wp-json/wp/v2/posts?page=2&#038;add-to-cart=5'>Buy</a>",
                "<a href='?add-to-cart=5'>Buy</a>",
            ),
            (
                "<input type=hidden name=_wpnonce value=0a1b2c3d4e><b data-nonce=1>c</b>",
                "<input type=hidden name=_wpnonce><b>c</b>",
            ),
        ] {
            assert_eq!(stable(html), expected);
        }
    }

    #[test]
    fn links_to_the_api_that_an_author_made_stay() {
        for html in [
            "<a href=\"https://e.org/wp-json/wp/v2/posts?per_page=5&x=1\">the last five</a>",
            "<a href=\"/wp-json/wp/v2/posts?per_page=5\">the last five</a>",
            "<a href=\"https://e.org/?secret=1#?secrets\">a</a>",
            "<img src=\"a.png?_=2\"><input name=\"nonce\" value=\"1\">",
        ] {
            assert_eq!(stable(html), html);
        }
    }

    #[test]
    fn the_paragraph_around_what_a_shortcode_made_goes() {
        let html = "<p><div class=\"a\">b</div>\n</p>\n<p><audio class=\"c\"></audio></p>\n<p><b>d</b></p>";
        let expected = "<div class=\"a\">b</div>\n\n<audio class=\"c\"></audio>\n<p><b>d</b></p>";
        assert_eq!(stable(html), expected);
        for html in
            ["<p><div>a</div>b</p>", "<p>a<div>b</div></p>", "<p><audio src=\"a\"></audio></p>"]
        {
            assert_eq!(stable(html), html);
        }
    }
}
