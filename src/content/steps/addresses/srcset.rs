//! The candidates of a `srcset`, told apart as HTML does (section 4.8.4.2.1, "parse a srcset attribute").
//!
//! An address may hold commas, and a `data:` address has to; only where white space or the end follows does
//! a comma part two candidates.

use std::ops::Range;

/// Where the addresses of the candidates stand.
pub(in crate::content) fn addresses(srcset: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = srcset.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = find(bytes, at, |byte| byte != b',' && !byte.is_ascii_whitespace());
        if start == bytes.len() {
            return None;
        }
        let end = find(bytes, start, |byte| byte.is_ascii_whitespace());
        let address = srcset[start..end].trim_end_matches(',');
        let is_alone = start + address.len() < end;
        at = if is_alone { end } else { descriptors_end(bytes, end) };
        Some(start..start + address.len())
    })
}

/// Where the descriptors end that begin at a place: behind the next comma that stands in no parentheses.
fn descriptors_end(srcset: &[u8], start: usize) -> usize {
    let mut within = false;
    find(srcset, start, |byte| {
        within = byte == b'(' || within && byte != b')';
        byte == b',' && !within
    })
}

fn find(bytes: &[u8], start: usize, is: impl FnMut(u8) -> bool) -> usize {
    bytes[start..].iter().copied().position(is).map_or(bytes.len(), |at| start + at)
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn candidates_are_told_apart_as_html_does() {
        for (srcset, expected) in [
            ("/a.png", &["/a.png"] as &[_]),
            ("/a.png 1x, /b.png 2x", &["/a.png", "/b.png"]),
            ("\n/a.png\n300w,/b.png\t2x\n", &["/a.png", "/b.png"]),
            ("/a.png, /b.png,, ,/c.png,", &["/a.png", "/b.png", "/c.png"]),
            ("/a,b.png 1x,/c.png,/d.png 2x", &["/a,b.png", "/c.png,/d.png"]),
            ("data:image/png;base64,AA== 1x, b.png 2x", &["data:image/png;base64,AA==", "b.png"]),
            ("a.png calc(1x, 2x) 3w, b.png", &["a.png", "b.png"]),
            ("a.png (b.png, c.png", &["a.png"]),
            ("  , ,", &[]),
            ("", &[]),
        ] {
            let found: Vec<_> = addresses(srcset).map(|range| &srcset[range]).collect();
            assert_eq!(found, expected, "{srcset:?}");
        }
    }
}
