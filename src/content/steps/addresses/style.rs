//! The addresses of a style: `url()`, `src()`, and the strings of `image-set()` (CSS Images, section 2.2).
//!
//! What is not such an address stays to the letter, and so do quotes, white space and the way of writing.

use super::Edit;
use cssparser::{ParseError, Parser, Token};
use std::ops::Range;

/// The functions whose strings are addresses.
const FUNCTIONS: [&str; 4] = ["url", "src", "image-set", "-webkit-image-set"];

/// What becomes of the addresses of a style.
pub(super) fn edits(style: &str, absolute: impl FnMut(&str) -> Option<String>) -> Vec<Edit> {
    let mut walk = Walk { style, absolute, edits: Vec::new() };
    walk.tokens(&mut Parser::new(style), false);
    walk.edits
}

/// A walk through the tokens of a style.
struct Walk<'s, F> {
    style: &'s str,
    absolute: F,
    edits: Vec<Edit>,
}

impl<'s, F: FnMut(&str) -> Option<String>> Walk<'s, F> {
    /// Goes through the tokens up to the end of a block.
    fn tokens(&mut self, parser: &mut Parser<'s>, strings_are_addresses: bool) {
        loop {
            let start = parser.position().byte_index();
            let Ok(token) = parser.next_including_whitespace_and_comments() else { return };
            let address = match token {
                Token::UnquotedUrl(address) => address.clone(),
                Token::QuotedString(address) if strings_are_addresses => address.clone(),
                Token::Function(name) => {
                    let of_addresses = FUNCTIONS.iter().any(|of| name.eq_ignore_ascii_case(of));
                    self.block(parser, of_addresses);
                    continue;
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                    self.block(parser, false);
                    continue;
                }
                _ => continue,
            };
            self.address(start..parser.position().byte_index(), &address);
        }
    }

    /// Goes through a block; where it is nested too deep for recursion, its tokens come next instead.
    fn block(&mut self, parser: &mut Parser<'s>, strings_are_addresses: bool) {
        let _: Result<(), ParseError<()>> = parser.parse_nested_block(|parser| {
            self.tokens(parser, strings_are_addresses);
            Ok(())
        });
    }

    /// Takes an address; one of the same document, as `url(#mask)`, works there alone and stays.
    fn address(&mut self, token: Range<usize>, address: &str) {
        if address.starts_with('#') {
            return;
        }
        let Some(absolute) = (self.absolute)(address) else { return };
        self.edits.push(match &self.style[token.clone()] {
            quoted if quoted.starts_with('"') => {
                (token, format!("\"{}\"", escaped(&absolute, "\"")))
            }
            quoted if quoted.starts_with('\'') => (token, format!("'{}'", escaped(&absolute, "'"))),
            unquoted => (within(unquoted, token.start), escaped(&absolute, "\"'()")),
        });
    }
}

/// Where the address stands in an unquoted `url( … )`, which the end of the style may close.
fn within(unquoted: &str, start: usize) -> Range<usize> {
    let open = unquoted.find('(').map_or(0, |at| at + 1);
    let blank = |c: char| c.is_ascii_whitespace();
    let inner = &unquoted[open..];
    let address = inner.strip_suffix(')').unwrap_or(inner).trim_end_matches(blank);
    let blanks = address.len() - address.trim_start_matches(blank).len();
    start + open + blanks..start + open + address.len()
}

/// Escapes what may not stand as it is (CSS Syntax, section 4.3.7); an address has no line breaks.
fn escaped(address: &str, signs: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for c in address.chars() {
        if c == '\\' || signs.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::steps::addresses::spliced;

    /// Puts a host before addresses that begin with a slash.
    fn rewritten(style: &str) -> String {
        let absolute =
            |address: &str| address.strip_prefix('/').map(|path| format!("https://h/{path}"));
        spliced(style, edits(style, absolute)).unwrap_or_else(|| style.to_owned())
    }

    #[test]
    fn addresses_of_all_functions_are_found() {
        for (style, expected) in [
            ("background:url(/a.png)", "background:url(https://h/a.png)"),
            ("background: URL( '/a b.png' ) 0 0", "background: URL( 'https://h/a b.png' ) 0 0"),
            ("a:url(\"/a\"),url( /b )", "a:url(\"https://h/a\"),url( https://h/b )"),
            (
                "a:image-set('/a' 1x, url(/b) type('/c') 2x)",
                "a:image-set('https://h/a' 1x, url(https://h/b) type('/c') 2x)",
            ),
            (
                "a:var(--x, [{src(\"/a\")}]) }:url(/b",
                "a:var(--x, [{src(\"https://h/a\")}]) }:url(https://h/b",
            ),
            ("a:u\\72 l(\\2f a)", "a:u\\72 l(https://h/a)"),
            ("a:url('/a", "a:url('https://h/a'"),
        ] {
            assert_eq!(rewritten(style), expected);
            assert_eq!(rewritten(expected), expected, "once is enough");
        }
    }

    #[test]
    fn all_else_stays() {
        for style in [
            "content:'/a'; font-family: /* url(/a) */ \"url(/b)\"",
            "fill:url(#a); mask:url('#b') ; a:url() url(\"\")",
            "a:url(/a b) curl(/c) url(https://x/y)",
            "color:red;;; }}} ))) \\",
        ] {
            assert_eq!(rewritten(style), style);
        }
    }

    #[test]
    fn what_an_address_may_hold_is_escaped() {
        assert_eq!(rewritten("a:url(/a\\(1\\)\\'.png)"), "a:url(https://h/a\\(1\\)\\'.png)");
        assert_eq!(rewritten(r#"a:url("/'\"\\")"#), r#"a:url("https://h/'\"\\")"#);
        assert_eq!(rewritten(r#"a:url('/\'"')"#), r#"a:url('https://h/\'"')"#);
    }

    #[test]
    fn no_depth_is_too_deep() {
        let (open, close) = ("(".repeat(100_000), ")".repeat(100_000));
        let expected = format!("a:{open}url(https://h/a){close} url('https://h/b')");
        assert_eq!(rewritten(&format!("a:{open}url(/a){close} url('/b')")), expected);
    }
}
