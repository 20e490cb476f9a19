//! Laws: how the bytes arrive changes nothing, no document loses posts by breaking off, no bytes panic.

use super::{Post, error, read_all, read_by};
use crate::error::{ErrorKind, Result};
use crate::report::Report;
use proptest::prelude::*;
use std::io::{self, ErrorKind as Io, Read};

/// Gives its bytes in pieces of these sizes, over and over, interrupted at times.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: Vec<usize>,
    turn: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes[self.turn % self.sizes.len()];
        self.turn += 1;
        if size == 0 {
            return Err(Io::Interrupted.into());
        }
        let size = size.min(out.len()).min(self.bytes.len());
        let (head, tail) = self.bytes.split_at(size);
        out[..size].copy_from_slice(head);
        self.bytes = tail;
        Ok(size)
    }
}

/// What there is to say about a document, posts or error.
fn outcome(read: Result<(Vec<Post>, Report)>) -> String {
    match read {
        Ok((posts, report)) => format!("{posts:?} {report:?}"),
        Err(e) => format!("{e:?}"),
    }
}

const DOCUMENT: &str = r#"[{"id":1,"title":{"rendered":"a \"é\" \\"},"x":[{},[1.5e3,null]]}, {"id":2,"date_gmt":""}
]"#;

#[test]
fn a_document_cut_anywhere_is_an_error() {
    for text in
        [DOCUMENT, &format!("{{\"body\":{DOCUMENT},\"status\":200}}"), r#"{"id":1,"slug":"é"}"#]
    {
        assert!(read_all(text.as_bytes()).is_ok());
        for end in 0..text.len() {
            assert_eq!(
                error(&text.as_bytes()[..end]).kind(),
                ErrorKind::Truncated,
                "{end} of {text}"
            );
        }
    }
}

#[test]
fn the_window_may_end_anywhere() {
    let text =
        format!("\u{FEFF}{{\"found\":-1.5E+10,\"meta\":true,\"posts\":{DOCUMENT}}}\n{DOCUMENT}[]");
    let whole = outcome(read_all(text.as_bytes()));
    for size in 8..=text.len() {
        assert_eq!(outcome(read_by(size, text.as_bytes())), whole, "{size}");
        for start in 0..8 {
            let text = format!("{}{text}", " ".repeat(start));
            assert_eq!(outcome(read_by(size, text.as_bytes())), whole, "{size}");
        }
    }
}

#[test]
fn an_error_of_the_reader_is_told() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let error = read_all(Broken).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ErrorKind::Io, "posts.json: the disk is gone")
    );
}

/// A text of posts of all sizes, so that the window cuts it anywhere.
fn pages() -> impl Strategy<Value = String> {
    let post = (any::<u64>(), 0usize..90_000, "[a-z{}\\[\\]é🚢\u{FFFD}]{0,9}").prop_map(
        |(id, size, word)| {
            format!(
                r#"{{"id":{id},"slug":"{word}\"","x":["{}",-1.5e-3,true,null]}}"#,
                "-é".repeat(size)
            )
        },
    );
    let page = prop::collection::vec(post, 0..5).prop_map(|posts| format!("[{}]", posts.join(",")));
    prop::collection::vec(page, 1..5).prop_map(|pages| pages.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sizes_of_reads_change_nothing(text in pages(), sizes in prop::collection::vec(0usize..70_000, 1..6)) {
        prop_assume!(sizes.iter().any(|&size| size > 100));
        let bytes = text.as_bytes();
        let expected = text.matches("\"id\"").count();
        prop_assert_eq!(read_all(bytes).unwrap().0.len(), expected);
        prop_assert_eq!(outcome(read_all(bytes)), outcome(read_all(Pieces { bytes, sizes, turn: 0 })));
    }

    #[test]
    fn large_documents_cut_anywhere_are_errors(text in pages(), cut in any::<prop::sample::Index>()) {
        let last = text.rfind('[').unwrap();
        let end = last + 1 + cut.index(text.len() - last - 1);
        prop_assert!(read_all(&text.as_bytes()[..end]).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for size in [8, 64] {
            _ = read_by(size, &bytes[..]);
        }
    }

    #[test]
    fn nothing_like_json_panics(text in LIKE_JSON) {
        _ = read_by(8, text.as_bytes());
        let pieces = Pieces { bytes: text.as_bytes(), sizes: vec![1], turn: 0 };
        prop_assert_eq!(outcome(read_all(text.as_bytes())), outcome(read_all(pieces)));
    }
}

/// Pieces of which documents are made, in any order.
const LIKE_JSON: &str = concat!(
    r#"([\[\]{}(),:;"/ \n#<!\-]|\\|id|body|posts|0|1|null|\\u|d83d|\x01|é"#,
    r#"|"id":1|\{"id":1\}|<html|/\*){0,40}"#
);
