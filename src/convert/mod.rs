//! The way through the house: posts in, one or more feeds out.

mod heads;
mod reader;
mod source;

pub use reader::{Reader, read};

use crate::error::Result;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::{Collection, Options};
use crate::report::{NoteKind, Noun, Report};
use crate::spool::{Sorted, Spool};
use crate::wordpress::Mapped;
use heads::heads;
use source::Source;
use std::io::{Read, Write};

/// Converts one document of WordPress posts to one feed.
///
/// The document is what `/wp-json/wp/v2/posts` answers, or any of the forms in which it is stored: one
/// post, a list, an envelope, lines of posts, lists one after another.
///
/// ```
/// use wp2feed::{Format, Options, convert};
///
/// let posts = r#"[{"id":7,"date_gmt":"2024-07-01T09:05:03","guid":{"rendered":"https://example.org/?p=7"},
///     "link":"https://example.org/tea/","title":{"rendered":"Tea &#038; Biscuits"}}]"#;
/// let mut feed = Vec::new();
/// let report = convert(posts.as_bytes(), Format::Rss, &Options::default(), &mut feed)?;
///
/// assert_eq!(report.written(), 1);
/// let feed = String::from_utf8(feed)?;
/// assert!(feed.contains("<title>Tea &#x26; Biscuits</title>"));
/// assert!(feed.contains("<pubDate>Mon, 01 Jul 2024 09:05:03 +0000</pubDate>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// If the document is not WordPress posts, or reading or writing fails; nothing is written unless the
/// whole document was understood.
pub fn convert(
    reader: impl Read,
    format: Format,
    options: &Options,
    mut out: impl Write,
) -> Result<Report> {
    let mut converter = Converter::new(&[format], options.clone());
    converter.read(None, reader)?;
    let mut converted = converter.finish()?;
    converted.write(format, &mut out)?;
    Ok(converted.report)
}

/// Converts any number of documents to any number of formats in one pass.
///
/// Posts are read one at a time, so memory is bounded by the largest of them and a few dozen bytes for
/// each; the rendered entries of a format wait in a temporary file once they are more than 1 MiB. Comments
/// and what is kept of collections stay in memory.
///
/// ```
/// use wp2feed::{Converter, Format, Options};
///
/// let mut converter = Converter::new(&[Format::Rss, Format::Atom], Options::default());
/// converter.read(Some("page1.json"), &b"[]"[..])?;
/// converter.read(Some("page2.json"), &b"[]"[..])?;
/// let mut converted = converter.finish()?;
/// let mut atom = Vec::new();
/// converted.write(Format::Atom, &mut atom)?;
/// assert_eq!(converted.report().written(), 0);
/// # Ok::<(), wp2feed::Error>(())
/// ```
pub struct Converter {
    source: Source,
    formats: Vec<Format>,
    spool: Spool,
    /// Whether plain text was asked for, which none of the formats carries.
    text_in_vain: bool,
}

/// Feeds that are ready to be written.
pub struct Converted {
    formats: Vec<Format>,
    /// What stands above the entries of each format.
    heads: Vec<Feed>,
    entries: Sorted,
    report: Report,
}

impl Converter {
    /// Starts a conversion to these formats.
    pub fn new(formats: &[Format], options: Options) -> Self {
        let carried = formats.contains(&Format::JsonFeed);
        let (content_text, text_in_vain) =
            (options.content_text && carried, options.content_text && !carried);
        Converter {
            spool: Spool::new(formats, &options),
            formats: formats.to_vec(),
            source: Source::new(Options { content_text, ..options }),
            text_in_vain,
        }
    }

    /// Reads a stored collection of what posts refer to by number; its name is for messages.
    ///
    /// It fills in what posts that are read afterwards have not embedded. What it holds of other kinds
    /// than the one that is asked for is taken too; what can't be used is noted in the report.
    ///
    /// ```
    /// use wp2feed::{Collection, Converter, Format, Options};
    ///
    /// let mut converter = Converter::new(&[Format::Rss], Options::default());
    /// converter.read_collection(Collection::Users, None, &br#"[{"id":3,"name":"Ada"}]"#[..])?;
    /// let post = r#"{"id":7,"link":"https://example.org/tea/","date_gmt":"2024-07-01T09:05:03","author":3,
    ///     "title":{"rendered":"Tea"}}"#;
    /// converter.read(None, post.as_bytes())?;
    /// let mut feed = Vec::new();
    /// converter.finish()?.write(Format::Rss, &mut feed)?;
    /// assert!(String::from_utf8_lossy(&feed).contains("<dc:creator>Ada</dc:creator>"));
    /// # Ok::<(), wp2feed::Error>(())
    /// ```
    ///
    /// # Errors
    /// If reading fails; whatever is wrong with the document is noted.
    pub fn read_collection(
        &mut self,
        collection: Collection,
        document: Option<&str>,
        reader: impl Read,
    ) -> Result<()> {
        self.source.read_collection(collection, document, reader)
    }

    /// Reads one document; its name is for messages.
    ///
    /// # Errors
    /// If the document is not WordPress posts, or can't be read.
    pub fn read(&mut self, document: Option<&str>, reader: impl Read) -> Result<()> {
        let Converter { source, spool, .. } = self;
        source.read(document, reader, |mapped, report| render(spool, mapped, Noun::Post, report))
    }

    /// Puts the entries in order.
    ///
    /// # Errors
    /// If the temporary file can't be written, or [`Options::max_bytes`] is less than a feed has without
    /// any entry.
    pub fn finish(self) -> Result<Converted> {
        let Converter { mut source, mut spool, formats, text_in_vain } = self;
        let kind = source.kind();
        source.read_rest(|mapped, report| render(&mut spool, mapped, kind, report))?;
        let mut entries = spool.sort(source.options().limit);
        let mut heads = heads(&mut source, &entries, &formats);
        cut(&mut source, &mut entries, &mut heads)?;
        let podcast = source.options().podcast.is_some();
        let mut report = source.finish(entries.ordered.len());
        if entries.forbidden_in_heads(&heads) > 0 {
            report.note(NoteKind::ForbiddenInHead, "");
        }
        if podcast && !formats.contains(&Format::Rss) {
            report.note(NoteKind::PodcastWithoutRss, "");
        }
        if text_in_vain {
            report.note(NoteKind::TextWithoutJson, "");
        }
        Ok(Converted { formats, heads, entries, report })
    }
}

/// Renders an entry, and notes what had to be left out of it.
fn render(spool: &mut Spool, mut mapped: Mapped, of: Noun, report: &mut Report) -> Result<()> {
    if spool.push(&mut mapped)? > 0 || mapped.forbidden {
        report.note_item(NoteKind::Forbidden, "", of, mapped.name());
    }
    Ok(())
}

/// Makes all feeds as small as they have to be.
fn cut(source: &mut Source, entries: &mut Sorted, heads: &mut [Feed]) -> Result<()> {
    let Some(limit) = source.options().max_bytes else { return Ok(()) };
    let cut = entries.cut(limit, heads)?;
    let bytes = limit.to_string();
    source.note_all(NoteKind::Shortened, &bytes, &cut.brief);
    source.note_all(NoteKind::Dropped, &bytes, &cut.dropped);
    // An older change makes no head larger: dates are of one length.
    heads.iter_mut().for_each(|head| head.updated = entries.ordered.updated());
    Ok(())
}

impl Converted {
    /// What the conversion noticed.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Writes the feed of one format, one of those that the conversion was started with.
    ///
    /// # Errors
    /// If writing fails.
    pub fn write(&mut self, format: Format, out: &mut dyn Write) -> Result<()> {
        let Converted { formats, heads, entries, .. } = self;
        let at = formats.iter().position(|other| *other == format);
        at.map_or(Ok(()), |at| entries.write(at, &heads[at], out))
    }
}
