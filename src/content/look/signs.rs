//! Where tags and the values of attributes may begin.

use wide::u8x16;

/// How many bytes are looked at at a time.
const BLOCK: usize = 16;

/// Tells whether something holds of the place of a `<` or `=`; they are asked in order.
pub(super) fn any_place(bytes: &[u8], mut holds: impl FnMut(usize) -> bool) -> bool {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut at = 0;
    for block in blocks {
        let mut mask = mask(block);
        while mask != 0 {
            if holds(at + mask.trailing_zeros() as usize) {
                return true;
            }
            mask &= mask - 1;
        }
        at += BLOCK;
    }
    rest.iter().enumerate().any(|(part, byte)| matches!(byte, b'<' | b'=') && holds(at + part))
}

/// Which bytes of a block are such, the first in the lowest bit.
fn mask(block: &[u8; BLOCK]) -> u32 {
    let block = u8x16::new(*block);
    let equal = |byte| block.simd_eq(u8x16::splat(byte));
    (equal(b'<') | equal(b'=')).to_bitmask()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_is_found(text in "[<=a-c é]{0,70}") {
            let mut found = Vec::new();
            any_place(text.as_bytes(), |at| {
                found.push(at);
                false
            });
            let expected: Vec<_> = text.match_indices(['<', '=']).map(|(at, _)| at).collect();
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(any_place(text.as_bytes(), |_| true), !expected.is_empty());
        }
    }
}
