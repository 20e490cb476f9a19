//! Whatever a collection holds, it costs nothing: the posts stay the same posts.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wp2feed::{Collection, Options, Reader};

const POSTS: &[u8] =
    br#"[{"id":7,"link":"https://e.org/7/","title":{"rendered":"Seven"},"author":1,
    "featured_media":2,"categories":[3],"tags":[4],"content":{"rendered":"<p>Text</p>"}},
    {"id":8,"link":"https://e.org/8/","title":{"rendered":"Eight"},"author":5}]"#;

/// What a collection must never change.
fn essentials(collection: Option<&[u8]>) -> Vec<(String, Option<String>, Option<String>)> {
    let mut reader = Reader::new(Options::default());
    if let Some(document) = collection {
        let read = reader.read_collection(Collection::Users, None, document);
        read.expect("bytes in memory can be read");
    }
    reader.read(None, POSTS).expect("posts");
    let entries = reader.finish().0.entries.into_iter();
    entries.map(|entry| (entry.id, entry.title, entry.content)).collect()
}

fuzz_target!(|document: &[u8]| {
    assert_eq!(essentials(Some(document)), essentials(None));
});
