//! The way through the house: posts in, one or more feeds out.

use crate::error::Result;
use crate::formats::Format;
use crate::options::Options;
use crate::report::Report;
use std::io::{Read, Write};

/// Converts one document of WordPress posts to one feed.
///
/// # Errors
/// If the document is not WordPress posts, or reading or writing fails; nothing is written unless
/// the whole document was understood.
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
    Ok(converted.report().clone())
}

/// Converts any number of documents to any number of formats in one pass.
pub struct Converter {}

/// Feeds that are ready to be written.
pub struct Converted {}

impl Converter {
    /// Starts a conversion to these formats.
    pub fn new(_formats: &[Format], _options: Options) -> Self {
        todo!()
    }

    /// Reads one document; its name is for messages.
    ///
    /// # Errors
    /// If the document is not WordPress posts, or can't be read.
    pub fn read(&mut self, _document: Option<&str>, _reader: impl Read) -> Result<()> {
        todo!()
    }

    /// Puts the entries in order.
    ///
    /// # Errors
    /// If the temporary file fails.
    pub fn finish(self) -> Result<Converted> {
        todo!()
    }
}

impl Converted {
    /// What the conversion noticed.
    pub fn report(&self) -> &Report {
        todo!()
    }

    /// Writes the feed of one format; the format is one of those that the conversion was started with.
    ///
    /// # Errors
    /// If writing fails.
    pub fn write(&mut self, _format: Format, _out: &mut dyn Write) -> Result<()> {
        todo!()
    }
}
