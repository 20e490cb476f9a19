//! Turns WordPress REST API posts into RSS 2.0, Atom 1.0 and JSON Feed 1.1.

mod convert;
mod error;
mod formats;
pub mod model;
mod options;
mod report;
mod site;
mod spool;
mod text;
mod wordpress;

pub use convert::{Converted, Converter, convert, read};
pub use error::{Error, ErrorKind, Location, Result};
pub use formats::Format;
pub use options::{ContentMode, FeedUrl, Filter, Options, Order};
pub use report::{Level, Note, NoteKind, Report};
pub use site::Site;
