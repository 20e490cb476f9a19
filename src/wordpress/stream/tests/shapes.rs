//! Every shape in which posts arrive.

use super::{ids, message, noted, read_all};
use std::fmt::Write;

#[test]
fn an_array_one_post_and_lines() {
    assert_eq!(ids("[]"), [0; 0]);
    assert_eq!(ids(r#"[{"id":1},{"id":2}]"#), [1, 2]);
    assert_eq!(ids("\n [ {\"id\" : 1}\r\n,\t{\"id\":2} ] \n"), [1, 2]);
    assert_eq!(ids(r#"{"id":1}"#), [1]);
    assert_eq!(ids("{\"id\":1}\n{\"id\":2}\n\n{\"id\":3}"), [1, 2, 3]);
}

#[test]
fn pages_one_after_another() {
    assert_eq!(ids(r#"[{"id":1}][{"id":2}]"#), [1, 2]);
    assert_eq!(ids("[{\"id\":1}]\n[]\n{\"id\":2}[][{\"id\":3}]\n"), [1, 2, 3]);
    assert_eq!(ids(r#"[[{"id":1}],[],[{"id":2},{"id":3}]]"#), [1, 2, 3]);
    assert_eq!(ids("\u{FEFF}[{\"id\":1}]\n\u{FEFF}[{\"id\":2}]\u{FEFF}"), [1, 2]);
}

#[test]
fn envelopes() {
    assert_eq!(ids(r#"{"body":[{"id":1},{"id":2}],"status":200,"headers":{"Link":"[{"}}"#), [1, 2]);
    assert_eq!(ids(r#"{"headers":{"a":["}"]},"status":200,"body":{"id":1}}"#), [1]);
    assert_eq!(ids(r#"{"found":2,"posts":[{"id":1},{"id":2}],"meta":{"links":{}}}"#), [1, 2]);
    assert_eq!(ids(r#"{ "posts" : [ ] , "found" : 0 }"#), [0; 0]);
    assert_eq!(ids(r#"[{"body":[{"id":1}]},{"body":[{"id":2}]}]{"body":[{"id":3}]}"#), [1, 2, 3]);
}

#[test]
fn posts_by_numbers() {
    assert_eq!(ids(r#"{"0":{"id":1},"2":{"id":2}}"#), [1, 2]);
    assert_eq!(ids(r#"{"body":{"1":{"id":1},"3":{"id":2}},"status":200}"#), [1, 2]);
}

#[test]
fn callbacks() {
    for name in ["cb", "a.b", "jQuery3_17[0]", "$._x['y']"] {
        assert_eq!(ids(&format!("/**/{name}([{{\"id\":1}}])")), [1], "{name}");
        assert_eq!(ids(&format!("{name}({{\"id\":1}});\n")), [1], "{name}");
        assert_eq!(ids(&format!("/**/{name}([])/**/{name}( [{{\"id\":1}}] ) ;")), [1], "{name}");
    }
}

#[test]
fn rubbish_is_passed_over_and_noted() {
    let notice = "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/a/[b].php</b> on line <b>3</b><br />\n";
    assert_eq!(
        noted(format!("{notice}[{{\"id\":1}}]\n<!-- cached by {{\"x\":1}} -->\n")),
        (
            vec![1],
            vec![
                "text before the JSON (posts.json: line 1, byte 0: \"<br /> <b>Warning</b>: Undefined variable $x in <b>/a/[b].ph…\") passed over".into(),
                "text behind the JSON (posts.json: line 4, byte 101: \"<!-- cached by {\"x\":1} -->\") passed over".into(),
            ]
        )
    );
    for rubbish in [
        "Notice: Undefined [index] in {/x.php} on line 3\n",
        "\nDeprecated: trim(): Passing null {\"a\":1} in /x.php on line 3\n",
        "[14-Mar-2024 10:00:00 UTC] PHP Notice:  x\n",
        "/* \"[{ */",
        "# [{\"id\":7}]\n",
        "null\n",
        "0",
        ";",
    ] {
        for text in [
            format!("{rubbish}[{{\"id\":1}}][{{\"id\":2}}]"),
            format!("[{{\"id\":1}}]{rubbish}[{{\"id\":2}}]"),
            format!("{{\"id\":1}}\n{{\"id\":2}}\n{rubbish}"),
        ] {
            let (ids, notes) = noted(&text);
            assert_eq!(ids, [1, 2], "{text}");
            assert_eq!(notes.len(), 1, "{text}: {notes:?}");
        }
    }
}

#[test]
fn much_rubbish_is_counted() {
    let (ids, notes) = noted("<!-- a -->[{\"id\":1}]<!-- b -->\n".repeat(10));
    assert_eq!((ids.len(), notes.len()), (10, 4));
    assert_eq!(notes[3], "text in 17 more places passed over");
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let (posts, report) = read_all(&b"[{\"id\":1,\n\"slug\":\"caf\xE9 \xE9\"}]"[..]).unwrap();
    assert_eq!(posts[0].slug.as_deref(), Some("caf\u{FFFD} \u{FFFD}"));
    assert_eq!(
        super::notes(&report),
        [
            "2 bytes that are no Unicode text (the first at posts.json: line 2, byte 21) replaced by U+FFFD"
        ]
    );
}

#[test]
fn utf_16_is_read() {
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let text: Vec<u8> = "\u{FEFF}[{\"id\":1}]".encode_utf16().flat_map(bytes).collect();
        assert_eq!(noted(text), (vec![1], vec![]));
    }
}

#[test]
fn lone_surrogates_are_replaced() {
    let (posts, report) =
        read_all(r#"[{"id":1},{"id":2,"slug":"a\ud83db\udea2\ud83d\udea2"}]"#.as_bytes()).unwrap();
    assert_eq!(posts[1].slug.as_deref(), Some("a\u{FFFD}b\u{FFFD}🚢"));
    assert_eq!(
        super::notes(&report),
        [
            "2 lone surrogates (the first at posts.json: line 1, byte 10: posts[1]) replaced by U+FFFD"
        ]
    );
}

#[test]
fn raw_control_characters_are_taken() {
    let (posts, report) = read_all(&b"[{\"id\":1,\"slug\":\"a\nb\tc\"}]"[..]).unwrap();
    assert_eq!(posts[0].slug.as_deref(), Some("a\nb\tc"));
    assert_eq!(
        super::notes(&report),
        [
            "2 raw control characters (the first at posts.json: line 1, byte 1: posts[0]) taken as if escaped"
        ]
    );
}

#[test]
fn posts_may_be_larger_than_the_window() {
    let mut text = String::from("[");
    for (i, megabytes) in [0, 3, 0, 1].into_iter().enumerate() {
        let long = "é\\\"[{ ".repeat(megabytes << 17);
        write!(text, "{}{{\"slug\":\"{long}\",\"id\":{i}}}", if i == 0 { "" } else { "," })
            .unwrap();
    }
    text.push(']');
    assert_eq!(ids(&text), [0, 1, 2, 3]);
    let cut = &text[..text.len() - 10];
    assert!(
        message(cut).contains("posts[3].slug: the document ends inside a text"),
        "{}",
        message(cut)
    );
}

#[test]
fn unknown_fields_may_be_nested_deep() {
    let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
    assert_eq!(ids(&format!(r#"[{{"x":{deep},"id":1}}]"#)), [1]);
}
