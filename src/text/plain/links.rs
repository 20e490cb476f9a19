//! The addresses of links, as far as a reader of plain text can use them.

use percent_encoding::percent_decode_str;

/// Addresses of these schemes lead nowhere outside of a browser.
const USELESS: [&str; 5] = ["javascript:", "vbscript:", "data:", "blob:", "about:"];

/// Addresses of these schemes are known without them.
const BARE: [&str; 3] = ["mailto:", "tel:", "sms:"];

/// The address of a link, or `None` of one that leads to a place on the same page or nowhere.
pub(super) fn address(href: &str, page: Option<&str>) -> Option<String> {
    // What a browser takes out (URL, section 4.4).
    let href: String = href.trim_ascii().chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let within = |page: &str| {
        let page = page.split('#').next().unwrap_or_default();
        href.strip_prefix(page).is_some_and(|rest| rest.starts_with('#'))
    };
    let useless = USELESS.iter().any(|scheme| has_scheme(&href, scheme));
    if href.is_empty() || href.starts_with('#') || useless || page.is_some_and(within) {
        return None;
    }
    let bare = BARE.iter().find(|scheme| has_scheme(&href, scheme));
    Some(match bare {
        Some(scheme) => href[scheme.len()..].split('?').next().unwrap_or_default().to_owned(),
        None => href,
    })
    .filter(|address| !address.is_empty())
}

/// Tells whether the text of a link says its address.
pub(super) fn tells(text: &str, address: &str) -> bool {
    bare(text.trim()) == bare(address)
}

/// An address without what people leave out of it.
fn bare(address: &str) -> String {
    let address = percent_decode_str(address).decode_utf8_lossy().to_lowercase();
    let address = ["https://", "http://", "//"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))
        .unwrap_or(&address);
    address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/').to_owned()
}

fn has_scheme(address: &str, scheme: &str) -> bool {
    address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_lead_somewhere() {
        let on = |href| address(href, Some("https://e.org/a/#top"));
        assert_eq!(on(" https://e.org/\nb ").as_deref(), Some("https://e.org/b"));
        assert_eq!(on("mailto:ada@e.org?subject=Tea").as_deref(), Some("ada@e.org"));
        assert_eq!(on("https://e.org/a/b#fn1").as_deref(), Some("https://e.org/a/b#fn1"));
        for href in ["", "#fn1", "https://e.org/a/#fn1", "JavaScript:void(0)", "data:,x", "tel:"] {
            assert_eq!(on(href), None, "{href}");
        }
    }

    #[test]
    fn a_text_may_be_the_address() {
        assert!(tells("e.org", "https://www.e.org/"));
        assert!(tells("https://de.example/Käse", "https://de.example/K%C3%A4se"));
        assert!(!tells("e.org", "https://e.org/tea"));
    }
}
