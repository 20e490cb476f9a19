//! Text in the forms that feeds and WordPress have it: dates, HTML, plain text, addresses, XML.

pub(crate) mod collation;
pub(crate) mod cut;
pub(crate) mod date;
pub(crate) mod html;
pub(crate) mod plain;
pub(crate) mod quotes;
mod strip_tags;
pub(crate) mod url;
pub(crate) mod xml;
