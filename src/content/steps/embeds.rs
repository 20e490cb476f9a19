//! Frames of embedded posts, which hide until a script of the page shows them.
//!
//! The quotation beside such a frame stays, as in WordPress's feeds: it is what readers without frames have.
//! Frames that are empty until a script runs are the `lazy` step's.

use crate::content::attribute;
use lol_html::html_content::Element;

/// The class of such a frame.
pub(in crate::content) const FRAME: &str = "wp-embedded-content";

/// Takes off the style that hides a frame, as `_oembed_filter_feed_content` does.
pub(in crate::content) fn show(element: &mut Element<'_, '_>) {
    if element.tag_name() == "iframe" && attribute::has_class(element, FRAME) {
        element.remove_attribute("style");
    }
}

#[cfg(test)]
mod tests {
    use crate::content::noticed::Noticed;
    use crate::content::page::Page;
    use crate::content::pass;
    use crate::options::{Html, HtmlStep};

    fn shown(html: &str) -> String {
        let page = Page::new(Html::RAW.with(HtmlStep::Embeds), None);
        pass::rewrite(html, &page, &mut Noticed::default()).unwrap()
    }

    #[test]
    fn the_style_of_embedded_posts_goes() {
        // As WordPress wrote it once (from memory), and as 6.8 does.
        for style in [
            "position: absolute; clip: rect(1px, 1px, 1px, 1px);",
            "position: absolute; visibility: hidden;",
        ] {
            let html = format!(
                r#"<iframe class="a wp-embedded-content" style="{style}" src="/"></iframe>"#
            );
            assert_eq!(shown(&html), r#"<iframe class="a wp-embedded-content" src="/"></iframe>"#);
        }
    }

    #[test]
    fn other_frames_and_the_quotation_keep_theirs() {
        for html in [
            r#"<blockquote class="wp-embedded-content" style="color:red">A</blockquote>"#,
            r#"<iframe style="display:none" src="/"></iframe>"#,
            r#"<iframe class="wp-embedded-contents" style="visibility:hidden"></iframe>"#,
        ] {
            assert_eq!(shown(html), html);
        }
    }
}
