//! Plugins' fields.
