//! What a feed and its entries say, field by field, as texts; and what of it a format can't say.

mod field;
pub(crate) mod lost;
pub(crate) mod values;

pub use field::{Field, ParseFieldError, Side};
