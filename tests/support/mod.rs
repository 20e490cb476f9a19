//! What the tests on real recordings share: the recordings, the conversion, and foreign readers.

pub(crate) mod agreement;
mod id;
pub(crate) mod reader;
pub(crate) mod seen;

use lol_html::{RewriteStrSettings, doc_text, rewrite_str, text};
use std::fs;
use std::path::PathBuf;
use wp2feed::{Converter, Format, Options, Report, Site};

/// One conversion's three feeds.
pub(crate) struct Feeds {
    pub(crate) rss: Vec<u8>,
    pub(crate) atom: Vec<u8>,
    pub(crate) json: Vec<u8>,
    pub(crate) report: Report,
}

impl Feeds {
    /// Converts one document to all formats at once.
    pub(crate) fn convert(posts: &[u8], options: &Options) -> wp2feed::Result<Feeds> {
        let mut converter = Converter::new(&Format::ALL, options.clone());
        converter.read(None, posts)?;
        let mut converted = converter.finish()?;
        let [mut rss, mut atom, mut json] = [const { Vec::new() }; 3];
        converted.write(Format::Rss, &mut rss)?;
        converted.write(Format::Atom, &mut atom)?;
        converted.write(Format::JsonFeed, &mut json)?;
        Ok(Feeds { rss, atom, json, report: converted.report().clone() })
    }
}

/// Where the recordings are.
pub(crate) fn recorded() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded")
}

/// The bytes of a recording, as `blocks/embed.json`.
pub(crate) fn recording(path: &str) -> Vec<u8> {
    fs::read(recorded().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A site from its REST index, with the language that WordPress tells nobody.
pub(crate) fn site(index: &[u8]) -> Site {
    let site = Site::from_json(index).expect("the site's index");
    Site { language: Some("en-US".to_owned()), ..site }
}

/// What people read of HTML, with its white space folded.
pub(crate) fn words(html: &str) -> String {
    let mut words = String::new();
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(text!("script, style", |hidden| {
            hidden.remove();
            Ok(())
        }))
        .append_document_content_handler(doc_text!(|shown| {
            if !shown.removed() {
                words.push_str(shown.as_str());
            }
            Ok(())
        }));
    rewrite_str(html, settings).expect("HTML");
    htmlize::unescape(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}
