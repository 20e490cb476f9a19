//! Texts: blank, with space around, with markup, with characters gone wrong.

use super::{Context, Fault, judges_to_come};

judges_to_come!(not_blank attribute_not_blank no_space_around plain undeclared_markup not_inline bad_characters);
