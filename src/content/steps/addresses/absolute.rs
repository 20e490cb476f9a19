//! One address, made absolute by the URL Standard.

use crate::content::noticed::Noticed;
use crate::content::page::Page;
use crate::report::NoteKind;
use url::Url;

/// A base of which an address with a host of its own takes the scheme alone.
const SECURE: &str = "https://example.org";

/// An address as a feed has it, absolute, and where it is after a move; `None` where there is nothing to
/// change, or no way to.
pub(in crate::content) fn absolute(
    address: &str,
    page: &Page<'_>,
    noticed: &mut Noticed,
) -> Option<String> {
    let is_blank = significant(address).next().is_none();
    match has_scheme(address) {
        true => page.moved(address),
        false if is_blank => None,
        false => join(address, page, noticed),
    }
}

/// Resolves an address against the page's, but `//host` gets `https:` whatever that has.
pub(super) fn join(address: &str, page: &Page<'_>, noticed: &mut Noticed) -> Option<String> {
    let url = if significant(address).take(2).filter(|byte| b"/\\".contains(byte)).count() == 2 {
        Url::parse(SECURE).and_then(|base| base.join(address))
    } else if let Some(base) = page.url() {
        base.join(address)
    } else {
        noticed.add(NoteKind::RelativeAddress, "");
        return None;
    };
    let url = String::from(url.ok()?);
    Some(page.moved(&url).unwrap_or(url))
}

/// Tells whether an address starts with a scheme (URL Standard, section 4.4).
fn has_scheme(address: &str) -> bool {
    let mut letters = significant(address);
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
    letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.find(|byte| !goes_on(byte)) == Some(b':')
}

/// The bytes of an address that count: blanks before it do not, nor tabs and line breaks anywhere.
fn significant(address: &str) -> impl Iterator<Item = u8> {
    let bytes = address.bytes().skip_while(|byte| *byte <= b' ');
    bytes.filter(|byte| !b"\t\n\r".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Html;
    use proptest::prelude::*;
    use url::ParseError;

    const POST: &str = "http://blog.example:8080/2024/tea/?preview=1";

    fn resolved(address: &str, base: Option<&str>) -> Option<String> {
        absolute(address, &Page::new(Html::FAITHFUL, base), &mut Noticed::default())
    }

    #[test]
    fn relative_addresses_are_resolved() {
        for (address, expected) in [
            ("/about us", "http://blog.example:8080/about%20us"),
            (" \ncups.html\t", "http://blog.example:8080/2024/tea/cups.html"),
            ("../../x?a=1&b=2", "http://blog.example:8080/x?a=1&b=2"),
            ("?p=3", "http://blog.example:8080/2024/tea/?p=3"),
            ("#note-1", "http://blog.example:8080/2024/tea/?preview=1#note-1"),
            ("//cdn.example/ä.png", "https://cdn.example/%C3%A4.png"),
            ("\t/\n\\cdn.example/x", "https://cdn.example/x"),
            ("port:80/x", "port:80/x"),
            ("java\0script:alert(1)", "http://blog.example:8080/2024/tea/java%00script:alert(1)"),
        ] {
            let found = resolved(address, Some(POST));
            assert_eq!(found.as_deref().unwrap_or(address), expected);
        }
    }

    #[test]
    fn what_has_a_scheme_or_is_blank_stays() {
        for address in [
            "HTTPS://Example.ORG:443/../x y",
            "http://[broken",
            "https:",
            "https:about",
            "mailto:a@example.org",
            " JaVa\nScRiPt:alert(1)",
            "data:image/png;base64,AA",
            "about:blank",
            "//[broken",
            "",
            " \n",
        ] {
            assert_eq!(resolved(address, Some(POST)), None);
        }
    }

    #[test]
    fn without_a_base_relative_addresses_are_noted() {
        for base in [None, Some("/2024/tea/"), Some("mailto:a@example.org")] {
            let (page, mut noticed) = (Page::new(Html::FAITHFUL, base), Noticed::default());
            for address in ["", "https://x/", "//cdn.example/x"] {
                absolute(address, &page, &mut noticed);
            }
            assert_eq!(noticed.iter().count(), 0);
            for address in ["/x", "#x"] {
                assert_eq!(absolute(address, &page, &mut noticed), None);
            }
            assert_eq!(noticed.iter().collect::<Vec<_>>(), [(NoteKind::RelativeAddress, "")]);
            assert_eq!(resolved("//cdn.example/x", base).as_deref(), Some("https://cdn.example/x"));
        }
    }

    proptest! {
        #[test]
        fn schemes_are_seen_as_the_url_crate_sees_them(address in "[ \0\t\n]*[a-zé0-9+.:/\\\\\t\r#?-]{0,12}") {
            let relative = Url::parse(&address) == Err(ParseError::RelativeUrlWithoutBase);
            prop_assert_eq!(has_scheme(&address), !relative);
        }

        #[test]
        fn what_is_absolute_is_what_the_url_crate_makes_of_it(address in "[/\\\\]{0,3}[ a-z.:?#é\n]{0,12}") {
            let base = Url::parse("https://blog.example/2024/tea/").unwrap();
            if let Some(found) = resolved(&address, Some(base.as_str())) {
                prop_assert_eq!(&found, &String::from(base.join(&address).unwrap()));
                prop_assert_eq!(resolved(&found, Some(base.as_str())), None);
            }
        }
    }
}
