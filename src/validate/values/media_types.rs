//! Media types.

use super::{Context, Fault, judges_to_come};

judges_to_come!(mime_type mime_attribute media_range);
