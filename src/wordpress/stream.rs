//! Bytes to posts.

use crate::error::{Error, ErrorKind, Result};
use crate::report::Report;
use std::io::Read;
use std::marker::PhantomData;

/// Tells a post from the other documents of the REST API.
pub(crate) trait Document {
    /// Whether the object is a post.
    fn is_post(&self) -> bool;
}

/// The posts of one document.
pub(crate) struct Posts<R, T> {
    reader: Option<R>,
    posts: std::vec::IntoIter<T>,
    kind: PhantomData<T>,
}

impl<R: Read, T: serde::de::DeserializeOwned + Document> Posts<R, T> {
    pub(crate) fn new(_document: Option<&str>, reader: R) -> Self {
        Posts { reader: Some(reader), posts: Vec::new().into_iter(), kind: PhantomData }
    }

    /// The next post, `None` behind the last.
    pub(crate) fn read(&mut self, _report: &mut Report) -> Result<Option<T>> {
        if let Some(mut reader) = self.reader.take() {
            let mut text = String::new();
            reader.read_to_string(&mut text)?;
            let list = if text.trim_start().starts_with('[') { text } else { format!("[{text}]") };
            let posts: Vec<T> = serde_json::from_str(&list)
                .map_err(|e| Error::new(ErrorKind::NotJson, e.to_string()))?;
            if !posts.iter().all(T::is_post) {
                return Err(Error::new(ErrorKind::NotPosts, "not posts"));
            }
            self.posts = posts.into_iter();
        }
        Ok(self.posts.next())
    }
}
