//! Where tags and the values of attributes may begin.

use wide::u8x16;

/// How many bytes are looked at at a time.
const BLOCK: usize = 16;

/// The places of each `<` and `=`, in order.
pub(super) fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut last = [0; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    let masks = blocks.iter().map(mask).chain([mask(&last)]);
    masks.enumerate().filter(|(_, mask)| *mask != 0).flat_map(|(number, mut mask)| {
        std::iter::from_fn(move || {
            let at = number * BLOCK + mask.trailing_zeros() as usize;
            (mask != 0).then(|| {
                mask &= mask - 1;
                at
            })
        })
    })
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
            let found: Vec<_> = places(text.as_bytes()).collect();
            let expected: Vec<_> = text.match_indices(['<', '=']).map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
