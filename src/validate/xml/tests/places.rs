//! Findings and events name their exact places, however much is read at a time.

use super::{complaints, read};
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use crate::validate::xml::event::End;
use crate::validate::xml::{Event, Reader, Text};

#[track_caller]
fn found(document: &str, expected: &[&str]) {
    assert_eq!(complaints(document.as_bytes()), expected);
}

#[test]
fn an_error_has_the_line_and_column_of_its_first_character() {
    found("<a>\n<b>é</c></a>", &["2:5: error: SAXError: expected `</b>` for line 2, found `</c>`"]);
    found(
        "<a>\n  <b c='1'\n     c='2'/></a>",
        &["3:6: error: SAXError: expected each attribute once, found `c` again"],
    );
    found(
        "<a>",
        &["1:4: error: SAXError: expected `</a>` for line 1, found the end of the document"],
    );
}

#[test]
fn what_does_not_hide_the_rest_does_not_stop_reading() {
    found(
        "<a>R&D &nbsp; \u{1}&#2; ]]> <x:b/>5 < 6<!-- -- --></a>x",
        &[
            "1:5: error: SAXError: expected `&amp;` or another reference, found a bare `&`",
            "1:8: error: UndefinedNamedEntity: expected an entity that XML or the document defines, found `&nbsp;`",
            "1:15: error: SAXError: expected a character that XML allows, found U+0001",
            "1:16: error: SAXError: expected the number of a character that XML allows, found `&#2;`",
            "1:21: error: SAXError: expected `]]&gt;` in text, found `]]>`",
            "1:26: error: SAXError: expected a prefix that the document declares, found `x:`",
            "1:33: error: SAXError: expected `&lt;` or a tag, found a bare `<`",
            "1:41: error: SAXError: expected no `--` inside of a comment, found one",
            "1:51: error: SAXError: expected text inside of the root element only, found `x`",
        ],
    );
}

#[test]
fn a_place_inside_of_a_value_is_found_behind_references() {
    let document = "<a\n b='x&amp;\u{E9}&#10;y'/>";
    let mut findings = Findings::default();
    let mut reader = Reader::new(document.as_bytes());
    let Some(Event::Start(start)) = reader.next(&mut findings) else { panic!("no start tag") };
    let value = start.attribute("", "b").expect("an attribute");
    assert_eq!(value.value, "x&\u{E9}\ny");
    let places: Vec<u64> = [0, 1, 2, 4, 5].iter().map(|at| value.place(*at).column).collect();
    assert_eq!(places, [5, 6, 11, 12, 17]);
    assert_eq!(value.at(), Position { line: 2, column: 2, byte: 4 });
}

#[test]
fn a_document_is_read_alike_however_much_is_read_at_a_time() {
    let documents = [
        "<?xml version='1.0'?>\r\n<!DOCTYPE a [<!ENTITY e 'x<b/>y'><!-- - -->]>\r\n<a>]] ]]&amp;\r\r\n<![CDATA[]]\r\n]]]]>é&e;</a>\r\n<!-- - -->",
        "<a>R&D &nbsp; \u{1} ]]> <x:b c='\u{2}&#x9;'/>\u{FFFF}</a>",
        "<a b='c'><d></e></a>",
        "<a><![CDATA[\u{1}]]",
    ];
    for document in documents {
        let whole = read(document.as_bytes(), 1 << 16);
        for size in 1..40 {
            assert_eq!(read(document.as_bytes(), size), whole, "{size} bytes of {document:?}");
        }
    }
}

#[test]
fn offsets_are_those_of_the_document() {
    let document = "<a>é&amp;<b c='d'/>\r\nx<!-- --></a>";
    let (mut findings, mut reader) = (Findings::default(), Reader::new(document.as_bytes()));
    let mut at = Vec::new();
    while let Some(event) = reader.next(&mut findings) {
        let (Event::Text(Text { at: place, .. })
        | Event::End(End { at: place, .. })
        | Event::Comment { at: place }) = event
        else {
            continue;
        };
        at.push(place.byte);
    }
    assert_eq!(at, [3, 5, 20, 21, 23, 31]);
}
