//! Values that Apple asks for.

use super::{Context, Fault, judges_to_come};

judges_to_come!(duration keywords short_text summary category);
