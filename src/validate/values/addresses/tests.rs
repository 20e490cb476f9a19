//! What addresses are held to.

use super::*;
use crate::validate::values::tests::{found, found_at};
use crate::validate::values::{Judge, Rss};

const NONE: [&str; 0] = [];

#[test]
fn whole_addresses_pass_everywhere() {
    let places: [Judge; 6] = [reference, full, iri, full_iri, canonical_iri, src_attribute];
    for value in [
        "https://example.org/",
        "http://[2001:db8::1]:8080/path?query=a/b?c#fragment",
        "ftp://example.org/file;type=i",
        "mailto:ada@example.org",
        "tag:example.org,2003-12-13:a:b/c?d#e",
        "tag:ada@example.org,2003:",
        "urn:isbn:0451450523",
        "urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6",
        "http://example.org/a%20b",
    ] {
        for judge in places {
            assert_eq!(found(judge, value), NONE, "{value}");
        }
    }
}

#[test]
fn relative_addresses_pass_where_they_may() {
    for value in ["", "/a", "a/b:c", "../a?b", "#c", "//example.org/a", "?a=b"] {
        assert_eq!(found(reference, value), NONE, "{value}");
        assert_eq!(found(iri, value), NONE, "{value}");
        assert_eq!(found(full, value), ["InvalidFullLink"], "{value}");
        assert_eq!(found(full_iri, value), ["InvalidFullLink"], "{value}");
    }
}

#[test]
fn characters_that_no_address_has_are_pointed_at() {
    assert_eq!(found_at(full, "http://example.org/a b"), [("InvalidUriChar", 20..21)]);
    for value in
        ["http://example.org/[a]", "a|b", "a\\b", "{a}", "<a>", " /a", "a\n", "http://[::g]/"]
    {
        assert_eq!(found(reference, value), ["InvalidUriChar"], "{value}");
    }
}

#[test]
fn only_iris_go_beyond_ascii() {
    assert_eq!(found_at(full, "http://詹姆斯.com/"), [("UriNotIri", 7..10)]);
    assert_eq!(found(reference, "/é"), ["UriNotIri"]);
    assert_eq!(found(iri, "http://詹姆斯.com/é?ü#ß"), NONE);
    assert_eq!(found(iri, "/?\u{e000}"), NONE);
    assert_eq!(found(iri, "/\u{e000}"), ["InvalidIRI"]);
    assert_eq!(found(iri, "/\u{85}"), ["InvalidIRI"]);
}

#[test]
fn addresses_in_the_wrong_form_are_errors() {
    for value in
        ["http:example.org", "http:///path", "https://", "100%", "%zz", "a#b#c", ":a", "1a:b"]
    {
        assert_eq!(found(reference, value), ["InvalidLink"], "{value}");
    }
    assert_eq!(found(full, "mailto:"), ["InvalidFullLink"]);
    assert_eq!(found(src_attribute, "http:///"), ["InvalidURIAttribute"]);
}

#[test]
fn what_stands_in_a_urn_has_no_space() {
    for value in ["item_1", "1/a?b#c", "a%20b"] {
        assert_eq!(found(specific, value), NONE, "{value}");
    }
    for value in ["", "a b", "a%b", "a~b"] {
        assert_eq!(found(specific, value), ["InvalidNSS"], "{value}");
    }
}

#[test]
fn an_iri_in_the_place_of_a_uri_is_whole_too() {
    assert_eq!(found(full, "https://example.org/caf\u{e9}"), ["UriNotIri"]);
    assert_eq!(found(full, "/caf\u{e9}"), ["InvalidFullLink"]);
    assert_eq!(found(reference, "/caf\u{e9}"), ["UriNotIri"]);
    assert_eq!(found(full, "https://example.org/\u{e000}"), ["InvalidFullLink"]);
}

#[test]
fn schemes_are_registered() {
    assert_eq!(found_at(full, "feed://example.org/"), [("SchemeNotIANARegistered", 0..4)]);
    for value in ["svn+ssh://example.org/tea", "x-tea:green"] {
        assert_eq!(found(full, value), NONE, "{value}");
    }
    assert_eq!(found(full, "HTTPS://example.org/"), NONE);
}

#[test]
fn tags_have_an_authority_and_a_date() {
    for value in [
        "tag:example.org:a",
        "tag:example,org,2003:a",
        "tag:example*org,2003:a",
        "tag:example.org,03:a",
        "tag:example.org,2003-1:a",
        "tag:example.org,2003-13:a",
        "tag:example.org,2003-12-32:a",
        "tag:example.org,20031213:a",
        "tag:example.org,2003-12-13T00:00:00Z:a",
        "tag:example.org,2003: a",
        "tag:example.org,2003:[a",
        "tag:@example.org,2003:a",
        "tag:-example.org,2003:a",
        "tag:example.org,2003",
    ] {
        assert_eq!(found(full_iri, value), ["InvalidTAG"], "{value}");
    }
}

#[test]
fn urns_have_a_namespace_and_a_name() {
    for value in [
        "urn:a:b",
        "urn:-ab:c",
        "urn:a+b:c",
        "urn:isbn:",
        "urn:isbn",
        "urn:isbn:a b",
        "urn:isbn:%z",
    ] {
        assert_eq!(found(full_iri, value), ["InvalidURN"], "{value}");
    }
    for value in ["urn:uuid:", "urn:uuid:60a76c80", "URN:UUID:60a76c80-d399-11d9-b93c-0003939e0afg"]
    {
        assert_eq!(found(full_iri, value), ["InvalidUUID"], "{value}");
    }
}

#[test]
fn ids_are_written_in_their_normal_form() {
    for value in [
        "Http://example.org/",
        "http://example.org",
        "http://Example.org/",
        "http://example.org:80/",
        "http://example.org:/",
        "http://example.org./",
        "http://example.org/a/../b",
        "http://example.org/./b",
        "http://example.org/%7Eada",
        "http://example.org/%c3%a9",
        "http://example.org/C%CC%A7",
        "http://example.org/?q=%5c",
        "mailto:ada@Example.org",
    ] {
        assert_eq!(found(canonical_iri, value), ["NonCanonicalURI"], "{value}");
    }
    for value in [
        "http://example.org/é",
        "http://example.org/%C3%87",
        "http://example.org/%FF",
        "http://example.org/%2F?a=%26",
        "https://example.org:80/",
        "http://ada@example.org/",
    ] {
        assert_eq!(found(canonical_iri, value), NONE, "{value}");
    }
}

#[test]
fn guids_are_permalinks_or_unique() {
    assert_eq!(found(permalink, "http://example.org/?p=1"), NONE);
    assert_eq!(found(permalink, "tag:example.org,2003:a"), ["InvalidPermalink"]);
    assert_eq!(found(permalink, "1"), ["InvalidHttpGUID"]);
    assert_eq!(found(guid, "12345678"), ["NotSufficientlyUnique"]);
    assert_eq!(found(guid, "123456789"), NONE);
    assert_eq!(found(guid, "a1"), NONE);
}

#[test]
fn downloads_have_an_address_of_the_web() {
    for value in ["http://example.org/a.mp3", "HTTPS://example.org:8080", "http://example.org?a"] {
        assert_eq!(found(http, value), NONE, "{value}");
    }
    for value in [
        "",
        "/a.mp3",
        "ftp://example.org/a.mp3",
        "http://localhost/",
        "http://a@example.org/",
        "http://e.org/ ",
    ] {
        assert_eq!(found(http, value), ["InvalidURLAttribute"], "{value}");
    }
}

#[test]
fn relations_are_registered_or_addresses() {
    for value in [
        "alternate",
        "http://www.iana.org/assignments/relation/self",
        "http://example.org/é",
        "hub",
    ] {
        assert_eq!(found(link_relation, value), NONE, "{value}");
    }
    assert_eq!(found(link_relation, "service.post"), ["UnregisteredAtomLinkRel"]);
    assert_eq!(found(link_relation, " self "), ["UnregisteredAtomLinkRel"]);
    assert_eq!(found(link_relation, ""), ["UnregisteredAtomLinkRel"]);
}

#[test]
fn images_of_channels_have_three_formats() {
    assert_eq!(found(image_format, "http://example.org/a.PNG"), NONE);
    assert_eq!(found(image_format, "http://example.org/a.png?b"), NONE);
    assert_eq!(found(image_format, "http://example.org/a.webp"), ["ImageUrlFormat"]);
}

#[test]
fn flares_are_whole_in_rss() {
    let in_rss = |value| {
        let mut faults = Vec::new();
        flare(value, &Context { rss: Rss::Two, ..Context::default() }, &mut faults);
        faults.iter().map(|fault| fault.rule.name).collect::<Vec<_>>()
    };
    assert_eq!(in_rss("/a"), ["ContainsRelRef"]);
    assert_eq!(in_rss("http://example.org/"), NONE);
    assert_eq!(found(flare, "/a"), NONE);
}

#[test]
fn plain_addresses_are_right_and_in_their_normal_form() {
    for value in ["https://example.org/", "http://www.ex-ample.org/a?b=c&d", "https://a1.b.org/~a/"]
    {
        assert!(is_plain(value), "{value}");
        assert!(url::Url::parse(value).is_ok_and(|url| url.as_str() == value), "{value}");
        assert_eq!(canonical::canonical(value), value);
    }
    for value in [
        "",
        "https://",
        "https:///a",
        "https://localhost/",
        "https://example.org:80/",
        "https://example..org/",
        "https://xn--a.org/",
        "https://127.0.0.1/",
        "https://a.0x1/",
        "https://Example.org/",
        "https://a@example.org/",
        "https://example.org/a b",
        "https://example.org/%61",
        "https://example.org/\u{e9}",
        "ftp://example.org/",
    ] {
        assert!(!is_plain(value), "{value}");
    }
    for value in ["https://example.org", "https://example.org?/", "https://example.org/a/../b"] {
        assert!(is_plain(value), "{value}");
        assert_ne!(canonical::canonical(value), value);
    }
}
