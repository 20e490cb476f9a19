//! The element that a document begins with.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Its local name; `None` if the bytes begin with no element.
pub(crate) fn root(bytes: &[u8]) -> Option<String> {
    let mut reader = Reader::from_reader(bytes);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                return String::from_utf8(tag.local_name().as_ref().to_vec()).ok();
            }
            Event::Text(text)
                if text.iter().all(|b| b.is_ascii_whitespace() || b"\xEF\xBB\xBF".contains(b)) => {}
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            _ => return None,
        }
    }
}
