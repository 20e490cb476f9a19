//! Values of Media RSS: times within a medium, hashes, ratings.

use super::scan::Scan;
use super::{Context, Fault};
use crate::validate::rules::values::{INVALID_MEDIA_HASH, INVALID_MEDIA_RATING, INVALID_NPT_TIME};

/// A time within a medium: normal play time (RFC 2326, 3.6).
pub(crate) fn npt_time(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut scan = Scan::new(value);
    if value != "now" && (time(&mut scan).is_none() || !scan.done()) {
        faults.push(
            context
                .expected(&INVALID_NPT_TIME, value, "a time like 12:05:35.3, or now")
                .from(scan.at(), value),
        );
    }
}

/// Reads seconds, or hours, minutes and seconds.
fn time(scan: &mut Scan<'_>) -> Option<()> {
    let digit = |byte: u8| byte.is_ascii_digit();
    (scan.many(digit) > 0).then_some(())?;
    if scan.eat(b':') {
        let minutes = scan.digits(2).or_else(|| scan.digits(1))?;
        scan.eat(b':').then_some(())?;
        let seconds = scan.digits(2).or_else(|| scan.digits(1))?;
        (minutes < 60 && seconds < 60).then_some(())?;
    }
    if scan.eat(b'.') {
        scan.many(digit);
    }
    Some(())
}

/// A hash of a medium, by md5 unless `algo` says another.
pub(crate) fn hash_md5(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    hash(value, 32, "32 hexadecimal digits of md5", context, faults);
}

/// A hash of a medium by sha-1.
pub(crate) fn hash_sha1(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    hash(value, 40, "40 hexadecimal digits of sha-1", context, faults);
}

/// Which way a hash was made.
pub(crate) fn hash_algorithm(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !["md5", "sha-1"].contains(&value) {
        faults.push(context.expected(&INVALID_MEDIA_HASH, value, "md5 or sha-1"));
    }
}

fn hash(value: &str, length: usize, what: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if value.len() != length || !value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        faults.push(context.expected(&INVALID_MEDIA_HASH, value, what));
    }
}

/// A rating of `urn:simple`.
pub(crate) fn rating_simple(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    rating(["adult", "nonadult"].contains(&value), value, "adult or nonadult", context, faults);
}

/// A rating of `urn:mpaa`.
pub(crate) fn rating_mpaa(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let known = ["g", "m", "nc-17", "pg", "pg-13", "r", "x"].contains(&value);
    rating(known, value, "g, pg, pg-13, r or nc-17", context, faults);
}

/// A rating of `urn:v-chip`.
pub(crate) fn rating_v_chip(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    const RATINGS: [&str; 13] = [
        "14+", "18+", "c", "c8", "g", "pg", "tv-14", "tv-g", "tv-ma", "tv-pg", "tv-y", "tv-y7",
        "tv-y7-fv",
    ];
    rating(RATINGS.contains(&value), value, "a rating like tv-pg", context, faults);
}

/// A rating of `urn:icra`: `r (cz 1 lz 1 nz 1 oz 1 vz 1)`.
pub(crate) fn rating_icra(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let inside = value.strip_prefix("r (").and_then(|rest| rest.strip_suffix(')'));
    let known = inside.is_some_and(|inside| {
        let words: Vec<&str> = inside.split(' ').collect();
        words.len().is_multiple_of(2) && words.chunks(2).all(|pair| is_icra(pair[0], pair[1]))
    });
    rating(known, value, "a rating like r (cz 1 lz 1 nz 1 oz 1 vz 1)", context, faults);
}

/// Whether a label of ICRA exists: a letter for the topic, and `z` for none or a letter for what there is.
fn is_icra(label: &str, number: &str) -> bool {
    let last = match label.as_bytes() {
        [b'n' | b'l', kind] => (*kind, b'c'),
        [b's', kind] => (*kind, b'f'),
        [b'v', kind] => (*kind, b'j'),
        [b'o', kind] => (*kind, b'h'),
        [b'c', kind] => (*kind, b'b'),
        [b'x', kind] => (*kind, b'e'),
        _ => return false,
    };
    match last {
        (b'z', _) => number == "0" || number == "1",
        (kind, last) => (b'a'..=last).contains(&kind) && number == "1",
    }
}

fn rating(known: bool, value: &str, what: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !known {
        faults.push(context.expected(&INVALID_MEDIA_RATING, value, what));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    const NONE: [&str; 0] = [];

    #[test]
    fn times_are_normal_play_time() {
        for value in ["now", "0", "123.45", "12:05:35.3", "1:05:35", "123."] {
            assert_eq!(found(npt_time, value), NONE, "{value}");
        }
        for value in ["", "later", "12:05", "12:60:00", "nowadays", "1.2.3"] {
            assert_eq!(found(npt_time, value), ["InvalidNPTTime"], "{value}");
        }
    }

    #[test]
    fn hashes_have_their_length() {
        assert_eq!(found(hash_md5, &"0aF".repeat(11)[..32]), NONE);
        assert_eq!(found(hash_sha1, &"0a".repeat(20)), NONE);
        assert_eq!(found(hash_md5, &"0a".repeat(20)), ["InvalidMediaHash"]);
        assert_eq!(found(hash_sha1, &"0g".repeat(20)), ["InvalidMediaHash"]);
        assert_eq!(found(hash_algorithm, "sha-1"), NONE);
        assert_eq!(found(hash_algorithm, "sha1"), ["InvalidMediaHash"]);
    }

    #[test]
    fn ratings_are_of_their_scheme() {
        assert_eq!(found(rating_simple, "adult"), NONE);
        assert_eq!(found(rating_simple, "Adult"), ["InvalidMediaRating"]);
        assert_eq!(found(rating_mpaa, "pg-13"), NONE);
        assert_eq!(found(rating_mpaa, "18"), ["InvalidMediaRating"]);
        assert_eq!(found(rating_v_chip, "tv-y7-fv"), NONE);
        assert_eq!(found(rating_v_chip, "y7"), ["InvalidMediaRating"]);
        assert_eq!(found(rating_icra, "r (cz 1 lz 0 na 1 vj 1)"), NONE);
        for value in ["", "r ()", "r (cz)", "r (cz 2)", "r (na 0)", "r (zz 1)", "cz 1"] {
            assert_eq!(found(rating_icra, value), ["InvalidMediaRating"], "{value}");
        }
    }
}
