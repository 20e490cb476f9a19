//! A look at HTML that tells, without parsing, whether any step has something to do.
//!
//! It may say yes in vain, but never no: what it says no to, the steps would leave as it is. It does not
//! know what is a tag and what is text, so that it takes every `name=value` for an attribute.

use super::page::Page;
use super::steps::addresses::{self, Holder, Holds};
use super::steps::{embeds, lazy, players};
use crate::options::HtmlStep;
use memchr::{memchr, memchr_iter};

/// The attribute in which a frame has a document of its own.
pub(super) const DOCUMENT: &str = "srcdoc";

const QUOTES: [char; 2] = ['"', '\''];

/// Tells whether a step may have something to do.
pub(super) fn has_work(html: &str, page: &Page<'_>) -> bool {
    page.takes(HtmlStep::Lazy) && (has_tag(html, "noscript") || lazy::has_work(html))
        || page.takes(HtmlStep::Players) && has_player(html)
        || page.takes(HtmlStep::Embeds) && html.contains(embeds::FRAME)
        || page.takes(HtmlStep::Addresses) && has_relative_address(html)
}

/// Tells whether there may be a player, or something that a script makes one of.
fn has_player(html: &str) -> bool {
    has_tag(html, "audio")
        || has_tag(html, "video")
        || players::classes().any(|class| html.contains(class))
}

/// Tells whether an attribute may hold a relative address.
fn has_relative_address(html: &str) -> bool {
    let mut has_parameters = None;
    memchr_iter(b'=', html.as_bytes()).any(|at| {
        let mut buffer = [0; addresses::LONGEST];
        let Some(name) = name_before(&html[..at], &mut buffer) else { return false };
        let value = html[at + 1..].trim_ascii_start();
        match Holder::of(name).map(|holder| holder.holds) {
            None => name == DOCUMENT.as_bytes(),
            Some(Holds::One) => !has_scheme(value.strip_prefix(QUOTES).unwrap_or(value)),
            Some(Holds::Several) => true,
            Some(Holds::Candidates) => quoted(value).is_none_or(has_relative_candidate),
            Some(Holds::Style) => quoted(value).is_none_or(has_relative_url),
            Some(Holds::Parameter) => {
                !has_scheme(value.strip_prefix(QUOTES).unwrap_or(value))
                    && *has_parameters.get_or_insert_with(|| has_tag(html, "param"))
            }
        }
    })
}

/// The name that stands before a `=`, in lower case; `None` if no name of those that count is that long, or
/// it is the end of a longer one.
fn name_before<'b>(html: &str, buffer: &'b mut [u8; addresses::LONGEST]) -> Option<&'b [u8]> {
    let before = html.trim_ascii_end().as_bytes();
    let is_of_name = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b':';
    let longest = buffer.len() + 1;
    let length = before.iter().rev().take(longest).take_while(|byte| is_of_name(byte)).count();
    let start = before.len() - length;
    let ends_another = !matches!(before[..start].last()?, b'/' | b'"' | b'\'' | 0..=b' ');
    if length == longest || ends_another {
        return None;
    }
    let name = &mut buffer[..length];
    name.copy_from_slice(&before[start..]);
    name.make_ascii_lowercase();
    Some(name)
}

/// The value between quotes, if it stands between some.
fn quoted(value: &str) -> Option<&str> {
    let inner = value.strip_prefix(QUOTES)?;
    memchr(value.as_bytes()[0], inner.as_bytes()).map(|end| &inner[..end])
}

/// Tells whether an address starts with a scheme, written without character references.
fn has_scheme(address: &str) -> bool {
    let end = address.bytes().position(|b| !b.is_ascii_alphanumeric() && !b"+-.".contains(&b));
    let starts_so = address.starts_with(|c: char| c.is_ascii_alphabetic());
    starts_so && end.is_some_and(|end| address.as_bytes()[end] == b':')
}

/// Tells whether a `srcset` may hold a relative address.
fn has_relative_candidate(srcset: &str) -> bool {
    hides_signs(srcset) || addresses::candidates(srcset).any(|at| !has_scheme(&srcset[at]))
}

/// Tells whether a style may hold a relative address.
fn has_relative_url(style: &str) -> bool {
    style.contains('\\')
        || hides_signs(style)
        || memchr_iter(b'(', style.as_bytes()).any(|at| {
            let (function, argument) = (&style.as_bytes()[..at], &style[at + 1..]);
            if ends_with_ignoring_case(function, b"url") {
                let address = unquoted(argument.trim_ascii_start());
                !has_scheme(address) && !address.starts_with('#')
            } else {
                ends_with_ignoring_case(function, b"src")
                    || ends_with_ignoring_case(function, b"image-set")
            }
        })
}

/// A string of a style without the quote before it.
fn unquoted(string: &str) -> &str {
    let quotes = ["\"", "'", "&quot;", "&#034;", "&#039;"];
    quotes.iter().find_map(|quote| string.strip_prefix(quote)).unwrap_or(string)
}

/// Tells whether a value writes signs as character references, other than ampersands and quotes.
fn hides_signs(value: &str) -> bool {
    let known = |after: &str| {
        ["amp;", "#038;", "#38;", "quot;", "#034;", "#039;"].iter().any(|it| after.starts_with(it))
    };
    memchr_iter(b'&', value.as_bytes()).any(|at| !known(&value[at + 1..]))
}

/// Tells whether a tag of this name may be there.
pub(super) fn has_tag(html: &str, name: &str) -> bool {
    let bytes = html.as_bytes();
    memchr_iter(b'<', bytes).any(|at| {
        bytes
            .get(at + 1..at + 1 + name.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
    })
}

fn ends_with_ignoring_case(text: &[u8], end: &[u8]) -> bool {
    let at = text.len().checked_sub(end.len());
    at.is_some_and(|at| text[at..].eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::noticed::Noticed;
    use crate::content::pass;
    use crate::options::Html;
    use proptest::prelude::*;

    const POST: &str = "https://blog.example/2024/tea/";

    fn says(html: &str) -> bool {
        has_work(html, &Page::new(Html::RAW.with(HtmlStep::Addresses), Some(POST)))
    }

    #[test]
    fn what_is_common_has_no_work() {
        for html in [
            r#"<p class="a">1 + 1 = 2, x="/y" <a href="https://x/?src=/a&#038;href=/b">b</a></p>"#,
            r#"<IMG SRC='HTTP://x/a.png' data-src="/b.png" alt=src srcset="https://x/a,b.png?a=1&#038;b=2 1x, https://x/c 2x">"#,
            r#"<a href = "mailto:a@x"></a><a href=javascript:void(0)></a><img src="data:image/gif;base64,AA==">"#,
            r#"<div style="color:red; background: url( https://x/a.png ), URL('#b'), url(&quot;data:,&quot;); width: calc(1px)">"#,
            r#"<input value="/x"><li value=3>"#,
        ] {
            assert!(!says(html), "{html}");
        }
    }

    #[test]
    fn what_is_relative_or_strange_has_work() {
        for html in [
            "<a href=/x>",
            "<a\nHREF \n=\n'x'>",
            "<a title=\"\"href=\"#x\">",
            "<a href=\"\"https://x>",
            "<a href=&quot;https://x>",
            "<a href=\"https&colon;//x\">",
            "<img srcset=\"https://x/a.png 1x, /b.png 2x\">",
            "<img srcset=\"https://x/a&#32;,/b\">",
            "<img srcset=https://x/a,/b>",
            "<p style='background:url(/x)'>",
            "<p style='background:url(\"\\'https://x\")'>",
            "<p style='background:u\\72 l(https://x)'>",
            "<p style='background:-webkit-image-set(\"/x\" 1x)'>",
            "<use xlink:href='/sprite.svg#x'/>",
            "<PARAM name=movie value=x.swf>",
            "<iframe srcdoc='x'></iframe>",
        ] {
            assert!(says(html), "{html}");
        }
    }

    /// Pieces of which odd tags are made.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "<a",
            "<img",
            "<param",
            "<svg>",
            "<iframe",
            "<noscript>",
            "</noscript>",
            "<!--",
            "-->",
            "<p",
            ">",
            "/",
            " ",
            "\n",
            "\t",
            "=",
            "\"",
            "'",
            "&quot;",
            "&#39;",
            "&amp;",
            "&#32;",
            "&colon;",
            "&",
            ";",
            ",",
            "\\",
            "(",
            ")",
            "\0",
            "é",
            "href",
            "SRC",
            "srcset",
            "style",
            "value",
            "name",
            "movie",
            "srcdoc",
            "xlink:href",
            "ping",
            "data-src",
            "data",
            "url(",
            "URL( ",
            "image-set(",
            "src(",
            "#x",
            "x",
            "1x",
            "/x",
            "//x",
            "https://x",
            "HTTP:",
            "data:,x",
            ":",
            "a:",
        ]);
        prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_has_no_work_is_left_as_it_is(html in pieces()) {
            for base in [Some(POST), None] {
                let page = Page::new(Html::FAITHFUL, base);
                let mut noticed = Noticed::default();
                if !has_work(&html, &page) {
                    let fit = pass::rewrite(&html, &page, &mut noticed);
                    prop_assert_eq!(fit, Some(html.clone()));
                    prop_assert_eq!(noticed.iter().count(), 0);
                }
            }
        }

        #[test]
        fn once_is_enough(html in pieces()) {
            let page = Page::new(Html::FAITHFUL, Some(POST));
            let once = pass::rewrite(&html, &page, &mut Noticed::default()).unwrap();
            prop_assert_eq!(pass::rewrite(&once, &page, &mut Noticed::default()), Some(once));
        }
    }
}
