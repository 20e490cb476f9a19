//! The made-up material, read from the files beside this one.

use super::template::{Template, escape};

/// All that posts are made of.
pub(super) struct Library {
    pub(super) post: Template,
    pub(super) yoast: Template,
    pub(super) blocks: Vec<Template>,
    pub(super) rare_blocks: Vec<Template>,
    pub(super) sentences: Vec<String>,
    pub(super) phrases: Vec<String>,
    pub(super) pictures: Vec<String>,
    pub(super) authors: Vec<Named>,
    pub(super) categories: Vec<Named>,
    pub(super) tags: Vec<Named>,
}

/// A name as JSON has it, with the slug and, for a term, its whole document.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) document: Vec<u8>,
}

impl Library {
    pub(super) fn new() -> Self {
        let term = Template::of_json(include_str!("term.json"));
        Library {
            post: Template::of_json(include_str!("post.json")),
            yoast: Template::of_json(include_str!("yoast.json")),
            blocks: blocks(include_str!("blocks.html")),
            rare_blocks: blocks(include_str!("rare-blocks.html")),
            sentences: lines(include_str!("sentences.txt")),
            phrases: lines(include_str!("phrases.txt")),
            pictures: lines(include_str!("pictures.txt")),
            authors: named(include_str!("authors.txt"), |_, _, _| Vec::new()),
            categories: named(include_str!("categories.txt"), |id, name, slug| {
                term_document(
                    &term,
                    [&id.to_string(), name, slug, "category", "category", "categories"],
                )
            }),
            tags: named(include_str!("tags.txt"), |id, name, slug| {
                term_document(&term, [&id.to_string(), name, slug, "post_tag", "tag", "tags"])
            }),
        }
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(escape).collect()
}

fn blocks(text: &'static str) -> Vec<Template> {
    text.trim_end().split("\n\n").map(Template::of_text).collect()
}

fn named(text: &str, document: impl Fn(usize, &str, &str) -> Vec<u8>) -> Vec<Named> {
    let one = |(i, line): (usize, &str)| {
        let (name, slug) = (escape(line), slug(line));
        Named { document: document(i + 1, &name, &slug), name, slug }
    };
    text.lines().enumerate().map(one).collect()
}

fn slug(name: &str) -> String {
    let name = name.replace("&amp;", " ").to_lowercase();
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn term_document(term: &Template, values: [&str; 6]) -> Vec<u8> {
    let names = ["id", "name", "slug", "taxonomy", "base", "collection"];
    let mut document = Vec::new();
    term.fill(&mut document, |hole, out| {
        let at = names.iter().position(|n| *n == hole).unwrap_or_else(|| unknown(hole));
        out.extend_from_slice(values[at].as_bytes());
    });
    document
}

/// Stops at a mistake in a template.
pub(super) fn unknown(hole: &str) -> ! {
    panic!("a template has a hole that nobody fills: {hole}")
}
