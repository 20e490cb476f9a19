//! The featured image put before a text, as many sites have it in their feeds: "Featured Images in RSS",
//! Newspack and others hook `the_content_feed` and `the_excerpt_rss` for it.

use super::rendition::File;
use crate::model::{Entry, Image};
use crate::options::ContentMode;
use crate::text::{html, xml};
use lol_html::html_content::Attribute;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Puts the featured image before the content, or where there is none before the summary, unless the text
/// shows it already. An entry without any text gets one.
pub(super) fn prepend(entry: &mut Entry, mode: ContentMode) {
    let Entry { summary, content, image, .. } = entry;
    let text = match mode {
        ContentMode::None => return,
        ContentMode::Full if content.is_some() || summary.is_none() => content,
        ContentMode::Full | ContentMode::Summary => summary,
    };
    let Some(image) = image.as_ref().filter(|image| !xml::is_blank(&image.full.url)) else {
        return;
    };
    let shown = text.get_or_insert_default();
    if !shows(shown, &image.full.url) {
        shown.insert_str(0, &paragraph(image));
    }
}

fn paragraph(image: &Image) -> String {
    let alt = image.alt.as_deref().unwrap_or_default();
    let number = |name: &str, number: Option<u32>| {
        number.map(|number| format!(" {name}=\"{number}\"")).unwrap_or_default()
    };
    format!(
        "<p><img src=\"{}\" alt=\"{}\"{}{}></p>\n",
        htmlize::escape_attribute(&image.full.url),
        htmlize::escape_attribute(alt),
        number("width", image.full.width),
        number("height", image.full.height),
    )
}

/// Tells whether HTML has a picture, in whatever size and from whatever copy of the site. Links to it show
/// nothing.
fn shows(html: &str, picture: &str) -> bool {
    let wanted = File::all(picture);
    if !html.contains('<') || wanted.is_empty() {
        return false;
    }
    let mut found = false;
    let images = element!("img, amp-img, source", |image| {
        let values = image.attributes().iter().map(Attribute::value);
        found |= values.into_iter().any(|value| {
            let value = html::decode_attribute(&value);
            // `srcset` and its like hold several.
            let parts = value.split(|c: char| c == ',' || c.is_ascii_whitespace());
            parts.flat_map(File::all).any(|file| wanted.iter().any(|it| it.is_same(&file)))
        });
        Ok(())
    });
    let settings = RewriteStrSettings::new().with_strict(false);
    let read = rewrite_str(html, settings.append_element_content_handler(images)).is_ok();
    read && found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rendition;

    const PICTURE: &str = "https://example.org/wp-content/uploads/2024/07/quay-scaled.jpg";

    fn entry(summary: Option<&str>, content: Option<&str>) -> Entry {
        let url = PICTURE.to_owned();
        let full = Rendition { url, width: Some(20), height: Some(10), ..Rendition::default() };
        Entry {
            summary: summary.map(str::to_owned),
            content: content.map(str::to_owned),
            image: Some(Image { full, alt: Some("A \"quay\" & boats".into()), ..Image::default() }),
            ..Entry::default()
        }
    }

    fn prepended(
        summary: Option<&str>,
        content: Option<&str>,
        mode: ContentMode,
    ) -> [Option<String>; 2] {
        let mut entry = entry(summary, content);
        prepend(&mut entry, mode);
        let once = entry.clone();
        prepend(&mut entry, mode);
        assert_eq!(entry, once, "once is enough");
        [entry.summary, entry.content]
    }

    #[test]
    fn the_picture_is_before_the_text_that_is_read() {
        let picture = format!(
            "<p><img src=\"{PICTURE}\" alt=\"A &quot;quay&quot; &amp; boats\" width=\"20\" height=\"10\"></p>\n"
        );
        let before = |text: &str| Some(format!("{picture}{text}"));
        let some = |text: &str| Some(text.to_owned());
        let full = ContentMode::Full;
        assert_eq!(prepended(Some("s"), Some("c"), full), [some("s"), before("c")]);
        assert_eq!(prepended(Some("s"), None, full), [before("s"), None]);
        assert_eq!(prepended(None, None, full), [None, before("")]);
        assert_eq!(prepended(Some("s"), None, ContentMode::Summary), [before("s"), None]);
        assert_eq!(prepended(None, None, ContentMode::None), [None, None]);
    }

    #[test]
    fn a_text_that_shows_the_picture_stays() {
        for content in [
            "<p>x</p><img src='/wp-content/uploads/2024/07/quay-300x200.jpg'>",
            "<img src='data:,' data-src='http://cdn.example/2024/07/quay.jpg.webp'>",
            "<picture><source srcset='a.png 1x, https://x.example/2024/07/quay-768x512.webp 2x'></picture>",
            "<img src='https://i0.wp.com/example.org/wp-content/uploads/2024/07/quay-scaled.jpg?w=300&#038;ssl=1'>",
        ] {
            assert!(shows(content, PICTURE), "{content}");
        }
        for content in [
            "",
            "<a href='/wp-content/uploads/2024/07/quay.jpg'>quay</a>",
            "<img src='/wp-content/uploads/2024/07/quay-2.jpg'>",
            "<img src='/wp-content/uploads/2023/07/quay.jpg'>",
            "&lt;img src='/wp-content/uploads/2024/07/quay.jpg'>",
            "<!-- <img src='/wp-content/uploads/2024/07/quay.jpg'> -->",
        ] {
            assert!(!shows(content, PICTURE), "{content}");
        }
    }
}
