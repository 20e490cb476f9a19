//! What consent plugins keep as Base64 until a visitor agrees, opened: a feed has nobody to ask, and
//! WordPress's own has the frames.
//!
//! Borlabs Cookie 3 has it in an attribute. Borlabs Cookie 2 and WP DSGVO Tools have it as the text of an
//! element, the former within a `<script>` where caches are, and people would read it. The scripts that they
//! seal for themselves, in a `<span>` or of another type, stay sealed.

use crate::content::attribute;
use crate::content::edits::Edits;
use crate::text::html;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;

/// The attribute.
pub(super) const ATTRIBUTE: &str = "data-borlabs-cookie-content";

/// The classes of the elements.
pub(super) const CLASSES: [&str; 2] = ["borlabs-hide", "sp-dsgvo-hidden-embedding-content"];

/// The tags that may stand around the text, and the end of the element.
const SCRIPT: [&str; 2] = ["<script type=\"text/template\">", "</script>"];
const END: &str = "</div>";

/// A text with what was sealed in it; `None` if there is nothing of the kind.
pub(in crate::content) fn open(html: &str) -> Option<String> {
    if !has_sign(html) {
        return None;
    }
    let edits = RefCell::new(Edits::new(html));
    let elements = element!("div", |element| {
        open_element(element, html, &mut edits.borrow_mut());
        Ok(())
    });
    let settings = RewriteStrSettings::new().with_strict(false);
    rewrite_str(html, settings.append_element_content_handler(elements)).ok()?;
    edits.into_inner().apply()
}

fn has_sign(html: &str) -> bool {
    CLASSES.into_iter().chain([ATTRIBUTE]).any(|sign| html.contains(sign))
}

/// Puts what was sealed before the element, or into it if it was its text.
fn open_element(element: &Element<'_, '_>, html: &str, edits: &mut Edits<'_>) {
    let tag = element.source_location().bytes();
    let sealed = element.attributes().iter().find(|attribute| attribute.name() == ATTRIBUTE);
    if let Some(attribute) = sealed {
        if let Some(content) = unsealed(&attribute.value()) {
            edits.replace(tag.start..tag.start, content);
            edits.remove_attribute(attribute, 0);
        }
    } else if CLASSES.iter().any(|class| attribute::has_class(element, class))
        && shows(element)
        && let Some((text, length)) = text(html.get(tag.end..).unwrap_or_default())
        && let Some(content) = unsealed(text)
    {
        edits.replace(tag.end..tag.end + length, content);
    }
}

/// The text of an element that holds nothing else, without the script around it, and how long it is with that.
/// Nothing is read beyond the next tag.
fn text(rest: &str) -> Option<(&str, usize)> {
    let inner = rest.trim_start();
    let scripted = inner.strip_prefix(SCRIPT[0]);
    let inner = scripted.unwrap_or(inner);
    let (text, behind) = inner.split_at(inner.find('<')?);
    let behind = if scripted.is_some() { behind.strip_prefix(SCRIPT[1])? } else { behind };
    let behind = behind.trim_start();
    behind.starts_with(END).then(|| (text, rest.len() - behind.len()))
}

/// Tells whether Borlabs Cookie 2 would show what it sealed, and not run it.
fn shows(element: &Element<'_, '_>) -> bool {
    let kind = element.get_attribute("data-borlabs-cookie-type");
    kind.is_none_or(|kind| kind == "content-blocker")
}

/// What was sealed, if it is HTML with nothing sealed in it; some seal it as text.
fn unsealed(text: &str) -> Option<String> {
    let bytes = BASE64_STANDARD.decode(text.trim()).ok()?;
    let content = String::from_utf8(bytes).ok()?;
    let content = if content.contains('<') { content } else { html::decode(&content).into_owned() };
    (content.contains('<') && !has_sign(&content)).then_some(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seals the text between braces, and opens it.
    fn opened(html: &str) -> Option<String> {
        let (before, rest) = html.split_once('{').expect("a brace");
        let (sealed, after) = rest.split_once('}').expect("a brace");
        let once = open(&format!("{before}{}{after}", BASE64_STANDARD.encode(sealed)));
        assert_eq!(once.as_deref().and_then(open), None, "a second time");
        once
    }

    const FRAME: &str = r#"<iframe src="https://www.youtube.com/embed/x" title="Tä"></iframe>"#;

    #[test]
    fn what_was_sealed_is_there() {
        let attribute = r#"<p>a</p><div class="brlbs-cmpnt-container" data-borlabs-cookie-content="{}" id=b>Load?</div>"#;
        let expected =
            format!(r#"<p>a</p>{FRAME}<div class="brlbs-cmpnt-container" id=b>Load?</div>"#);
        assert_eq!(opened(&attribute.replace("{}", &format!("{{{FRAME}}}"))), Some(expected));
        let escaped = htmlize::escape_attribute(FRAME);
        for (class, before, sealed, after) in [
            ("borlabs-hide", SCRIPT[0], FRAME, SCRIPT[1]),
            ("borlabs-hide", "", FRAME, ""),
            ("x sp-dsgvo-hidden-embedding-content", "", &*escaped, ""),
        ] {
            let html = format!(r#"<div class="{class}">{before}{{{sealed}}}{after}</div><p>b</p>"#);
            let expected = format!(r#"<div class="{class}">{FRAME}</div><p>b</p>"#);
            assert_eq!(opened(&html), Some(expected));
        }
    }

    #[test]
    fn what_is_no_html_stays() {
        for sealed in ["a", "", "<p class=borlabs-hide>"] {
            assert_eq!(opened(&format!("<div class=borlabs-hide>{{{sealed}}}</div>")), None);
        }
        let script = "class=borlabs-hide data-borlabs-cookie-type=cookie";
        assert_eq!(opened(&format!("<div {script}>{{<script>1</script>}}</div>")), None);
        assert_eq!(opened(&format!("<span {ATTRIBUTE}='{{<script>1</script>}}'></span>")), None);
        for html in [
            "<div class=\"borlabs-hide\">Tea for two</div>",
            "<div class=\"borlabs-hide\">PGI+",
            "<div data-borlabs-cookie-content=\"=\"></div>",
            "<p>borlabs-hide</p>",
        ] {
            assert_eq!(open(html), None, "{html}");
        }
    }
}
