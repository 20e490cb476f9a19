//! Language tags.

use super::{Context, Fault, judges_to_come};

judges_to_come!(language);
