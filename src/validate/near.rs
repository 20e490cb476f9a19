//! The next byte of a kind, which is mostly near: a few blocks are looked at before memchr is asked, which is made
//! for long ways.

use memchr::{memchr, memchr2, memchr3};
use wide::u8x16;

/// How many bytes are looked at at a time.
const BLOCK: usize = 16;

/// How many of them before memchr is the faster one.
const NEAR: usize = 4;

/// Where the first of these bytes is.
pub(crate) fn find(sought: u8, bytes: &[u8]) -> Option<usize> {
    look([sought], bytes, |far| memchr(sought, far))
}

/// Where the first byte is that is one of two.
pub(crate) fn find2(a: u8, b: u8, bytes: &[u8]) -> Option<usize> {
    look([a, b], bytes, |far| memchr2(a, b, far))
}

/// Where the first byte is that is one of three.
pub(crate) fn find3(a: u8, b: u8, c: u8, bytes: &[u8]) -> Option<usize> {
    look([a, b, c], bytes, |far| memchr3(a, b, c, far))
}

/// Where the first byte is that ends a value between quotes: the quote, and before it what XML replaces in a value.
pub(crate) fn find_end_of_value(quote: u8, bytes: &[u8]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    for (number, block) in blocks.iter().enumerate() {
        let block = u8x16::new(*block);
        let equal = |byte: u8| block.simd_eq(u8x16::splat(byte));
        let control = block.min(u8x16::splat(0x1F)).simd_eq(block);
        let mask = (equal(quote) | equal(b'<') | equal(b'&') | control).to_bitmask();
        if mask != 0 {
            return Some(number * BLOCK + mask.trailing_zeros() as usize);
        }
    }
    let ends = |byte: &u8| *byte == quote || matches!(byte, b'<' | b'&' | ..0x20);
    rest.iter().position(ends).map(|at| blocks.len() * BLOCK + at)
}

/// Whether two names are the same: names are so short that asking for each byte is quicker than asking for memory.
#[inline]
pub(crate) fn is_same(a: impl AsRef<[u8]>, b: impl AsRef<[u8]>) -> bool {
    let (a, b) = (a.as_ref(), b.as_ref());
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b)
}

#[inline(always)]
fn look<const N: usize>(
    sought: [u8; N],
    bytes: &[u8],
    far: impl Fn(&[u8]) -> Option<usize>,
) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    for (number, block) in blocks.iter().take(NEAR).enumerate() {
        let found = u8x16::new(*block);
        let equal = |sought: u8| found.simd_eq(u8x16::splat(sought));
        let mask = sought.map(equal).into_iter().reduce(|a, b| a | b).map_or(0, u8x16::to_bitmask);
        if mask != 0 {
            return Some(number * BLOCK + mask.trailing_zeros() as usize);
        }
    }
    if blocks.len() < NEAR {
        let at = rest.iter().position(|byte| sought.contains(byte));
        return at.map(|at| blocks.len() * BLOCK + at);
    }
    far(&bytes[NEAR * BLOCK..]).map(|at| NEAR * BLOCK + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_wherever_it_is() {
        for length in 0..150 {
            let mut bytes = vec![b' '; length];
            assert_eq!(find3(b'a', b'b', b'c', &bytes), None);
            for at in (0..length).rev() {
                bytes[at] = [b'a', b'b', b'c'][at % 3];
                assert_eq!(find3(b'a', b'b', b'c', &bytes), Some(at));
                assert_eq!(find(bytes[at], &bytes), Some(at));
                assert_eq!(find2(bytes[at], b'd', &bytes), Some(at));
            }
        }
    }
}
