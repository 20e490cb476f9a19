//! Bytes to posts.
