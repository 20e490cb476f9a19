//! A post as REST documents have it.
