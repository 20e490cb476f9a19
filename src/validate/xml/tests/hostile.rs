//! Documents that want to hurt: answers come soon, and from little memory.
//!
//! Time is not measured here; what took quadratic time would not end within a test run.

use super::{complaints, read};
use crate::validate::findings::Findings;
use crate::validate::xml::Reader;
use std::io::{Read, repeat};

/// The only complaint about a document.
#[track_caller]
fn only(document: &str) -> String {
    let complaints = complaints(document.as_bytes());
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    complaints.into_iter().next().unwrap_or_default()
}

/// The first complaint about what is read.
fn first(read: impl Read) -> String {
    let (mut findings, mut reader) = (Findings::default(), Reader::new(read));
    while reader.next(&mut findings).is_some() {}
    findings
        .take()
        .into_iter()
        .find(|it| it.rule.name != "MissingEncoding")
        .map_or(String::new(), |it| it.to_string())
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    let document = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'x'>]><a b='é&e;'><!-- c --><?d e?><![CDATA[f]]>&#233;</a>";
    for length in 0..document.len() {
        let (_, findings) = read(&document.as_bytes()[..length], 7);
        let broken = findings.iter().any(|it| matches!(it.rule.name, "SAXError" | "UnicodeError"));
        assert!(broken, "{:?}", &document.as_bytes()[..length].escape_ascii().to_string());
    }
}

#[test]
fn elements_may_stand_in_each_other_ten_thousand_deep() {
    let document = "<a>".repeat(10_000) + &"</a>".repeat(10_000);
    assert_eq!(complaints(document.as_bytes()), Vec::<String>::new());
    assert!(first(b"<a>".repeat(200_000).as_slice()).contains("ValidatorLimit"));
}

#[test]
fn a_billion_laughs_are_not_laughed() {
    let mut document = "<!DOCTYPE a [<!ENTITY e0 'lol'>".to_owned();
    for level in 1..12 {
        document += &format!("<!ENTITY e{level} '{}'>", format!("&e{};", level - 1).repeat(10));
    }
    let content = format!("{document}]><a>&e11;</a>");
    assert!(
        only(&content).contains("ValidatorLimit: expected entities that stand for at most 1 MiB")
    );
    let value = format!("{document}]><a b='&e11;'/>");
    assert!(only(&value).contains("ValidatorLimit"));
    let default = format!("{document}<!ATTLIST a b CDATA '&e11;'>]><a/>");
    assert!(only(&default).contains("ValidatorLimit"));
}

#[test]
fn a_quadratic_blowup_is_bounded_too() {
    let text = "x".repeat(100_000);
    let document = format!("<!DOCTYPE a [<!ENTITY e '{text}'>]><a>{}</a>", "&e;".repeat(100_000));
    assert!(only(&document).contains("ValidatorLimit"));
    let defaults =
        format!("<!DOCTYPE a [<!ATTLIST b c CDATA '{text}'>]><a>{}</a>", "<b/>".repeat(100_000));
    let (events, _) = read(defaults.as_bytes(), 1 << 16);
    assert!(events.iter().map(String::len).sum::<usize>() < 32 << 20);
}

#[test]
fn a_tag_has_an_end_or_is_refused() {
    let endless = b"<a b='".chain(repeat(b'x').take(20 << 20));
    assert_eq!(
        first(endless),
        "1:1: error: ValidatorLimit: expected the tag of at most 16 MiB, found more"
    );
    let name = b"<".chain(repeat(b'x').take(20 << 20));
    assert!(first(name).contains("ValidatorLimit"));
    let text = b"<a>".chain(repeat(b'x').take(20 << 20)).chain(&b"</a>"[..]);
    assert_eq!(first(text), "");
    let comment = b"<a><!--".chain(repeat(b'x').take(20 << 20)).chain(&b"--></a>"[..]);
    assert_eq!(first(comment), "");
}

#[test]
fn a_great_many_attributes_are_compared_soon() {
    let attributes: String =
        (0..100_000).map(|n| format!(" a{n}='' xmlns:p{n}='u{n}' p{n}:b=''")).collect();
    assert_eq!(complaints(format!("<a{attributes}/>").as_bytes()), Vec::<String>::new());
    let same = " a=''".repeat(100_000);
    assert!(!complaints(format!("<a{same}/>").as_bytes()).is_empty());
}

#[test]
fn rubbish_is_complained_about_a_bounded_number_of_times() {
    for rubbish in ["&", "\u{1}", "]]>", "<", "&x;", "&#0;", "é\u{FFFF}", "\r"] {
        let document = format!("<a>{}</a>", rubbish.repeat(100_000));
        assert!(complaints(document.as_bytes()).len() <= 10_001, "{rubbish:?}");
    }
    let bytes = [b"<a>".as_slice(), &[0xFF; 1_000_000], b"</a>"].concat();
    assert!(complaints(&bytes).len() <= 1_001);
    let value = format!("<a b='{}'/>", "&".repeat(1_000_000));
    assert!(complaints(value.as_bytes()).len() <= 1_001);
}
