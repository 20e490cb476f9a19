//! Names with a counter, read by their pattern.

use super::table::Counted;

/// What stands between the head of a name and its counter, and stays.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Nothing,
    Number,
    Words,
    WordsWithoutNumber,
    Colours,
}

/// What stands behind the counter.
#[derive(Clone, Copy, PartialEq)]
enum Tail {
    Nothing,
    Number,
    Anything,
}

/// The parts of a pattern.
pub(super) struct Name {
    pub(super) row: &'static Counted,
    head: &'static str,
    kept: Kept,
    /// What stands between what is kept and the counter.
    joint: &'static str,
    /// Whether the first of the names has neither joint nor counter.
    first_is_bare: bool,
    tail: Tail,
    counter: Counter,
}

/// What a counter looks like.
#[derive(Clone, Copy, PartialEq)]
enum Counter {
    /// A number, or what `uniqid` drew in its place.
    Counted,
    /// What `uniqid` drew.
    Unique,
    /// A number of any length, and such behind it, which `mt_rand` or `time` drew, or what `md5` made of such.
    Drawn,
}

/// The parts of a name.
pub(super) struct Found<'n> {
    /// What stays, and which names are counted together.
    pub(super) base: &'n str,
    /// The counter, empty in a name that does without.
    pub(super) counter: &'n str,
    tail: &'n str,
}

impl Name {
    /// Reads a pattern of the table.
    pub(super) fn new(row: &'static Counted) -> Self {
        let (before, behind) = row.pattern.split_once(['#', '%', '$']).unwrap_or((row.pattern, ""));
        let tail = match behind {
            "" => Tail::Nothing,
            "-+" => Tail::Number,
            _ => Tail::Anything,
        };
        let at = before.find(['+', '*', '@', '^']).unwrap_or(before.len());
        let (head, rest) = before.split_at(at);
        let kept = match rest.as_bytes().first() {
            Some(b'+') => Kept::Number,
            Some(b'*') => Kept::Words,
            Some(b'@') => Kept::WordsWithoutNumber,
            Some(b'^') => Kept::Colours,
            _ => Kept::Nothing,
        };
        let joint = rest.get(1..).unwrap_or_default();
        let first_is_bare = joint.starts_with('?');
        let joint = joint.trim_start_matches('?');
        let counter = match row.pattern.as_bytes().get(before.len()) {
            Some(b'%') => Counter::Unique,
            Some(b'$') => Counter::Drawn,
            _ => Counter::Counted,
        };
        Name { row, head, kept, joint, first_is_bare, tail, counter }
    }

    /// The byte that all such names begin with, if there is one.
    pub(super) fn first(&self) -> Option<u8> {
        self.head.bytes().next()
    }

    /// Finds the counter of a name, if the name is of this pattern.
    pub(super) fn read<'n>(&self, name: &'n str) -> Option<Found<'n>> {
        let base = self.base(name)?;
        let Some(rest) = name[base..].strip_prefix(self.joint) else {
            let bare = self.first_is_bare && name.len() == base;
            return bare.then_some(Found { base: name, counter: "", tail: "" });
        };
        let (counter, tail) = rest.split_at(self.counter.length(rest));
        let fits = self.counter.allows(counter) && self.tail.allows(tail);
        fits.then_some(Found { base: &name[..base], counter, tail })
    }

    /// Tells whether a name has another number than the first.
    pub(super) fn counts_on(&self, name: &str) -> bool {
        let other = |found: Found<'_>| {
            !found.counter.is_empty() && found.counter.parse() != Ok(self.row.first)
        };
        self.read(name).is_some_and(other)
    }

    /// Where the part of a name ends that stays, if it has one.
    fn base(&self, name: &str) -> Option<usize> {
        let inner = name.strip_prefix(self.head)?;
        let length = match self.kept {
            Kept::Nothing => 0,
            Kept::Number => inner.bytes().take_while(u8::is_ascii_digit).count(),
            _ => inner.rfind(self.joint)?,
        };
        self.kept.allows(&inner[..length]).then_some(self.head.len() + length)
    }

    /// A name with another number.
    pub(super) fn write(&self, found: &Found<'_>, number: u32) -> String {
        let Found { base, tail, .. } = found;
        match number == self.row.first && self.first_is_bare {
            true => format!("{base}{tail}"),
            false => format!("{base}{}{number}{tail}", self.joint),
        }
    }
}

impl Kept {
    /// Tells whether words may stand there.
    fn allows(self, words: &str) -> bool {
        let colour = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
        match self {
            Kept::Nothing => true,
            Kept::Number | Kept::Words => !words.is_empty(),
            Kept::WordsWithoutNumber => words.ends_with(|c: char| !c.is_ascii_digit()),
            Kept::Colours => words.len() >= 7 && words.bytes().all(colour),
        }
    }
}

impl Counter {
    /// How long a counter is that begins a text.
    fn length(self, text: &str) -> usize {
        let drawn = |c: char| c.is_ascii_hexdigit() || c == '-';
        match self {
            Counter::Drawn => text.find(|c| !drawn(c)).unwrap_or(text.len()),
            _ => text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len()),
        }
    }

    fn allows(self, text: &str) -> bool {
        match self {
            Counter::Counted => is_unique(text) || is_number(text),
            Counter::Unique => is_unique(text),
            Counter::Drawn => text.split('-').all(is_run) || is_hash(text),
        }
    }
}

impl Tail {
    fn allows(self, behind: &str) -> bool {
        let number =
            |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            Tail::Nothing => behind.is_empty(),
            Tail::Number => behind.strip_prefix('-').is_some_and(number),
            Tail::Anything => behind.is_empty() || behind.starts_with(['-', '_']),
        }
    }
}

/// Tells whether this is a number as counters have it. A hash of WordPress's has eight digits, which may
/// all be decimal (`wp_unique_id_from_values`).
fn is_number(text: &str) -> bool {
    let padded = text.len() > 1 && text.starts_with('0');
    matches!(text.len(), 1..=7) && is_decimal(text) && !padded
}

/// Tells whether this is a moment as `uniqid` writes it, of the years from 2004 to 2055: seconds and
/// microseconds in hexadecimal, with more entropy also nine decimal digits and a point, which ids lack.
fn is_unique(text: &str) -> bool {
    let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let (moment, entropy) = text.split_at_checked(13).unwrap_or_default();
    moment.starts_with(['4', '5', '6', '7', '8', '9'])
        && moment.bytes().all(hexadecimal)
        && (entropy.is_empty() || entropy.len() == 9 && is_decimal(entropy))
}

/// Tells whether this is what `md5` makes.
fn is_hash(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Tells whether this is a number as `mt_rand` and `time` have it.
fn is_run(text: &str) -> bool {
    matches!(text.len(), 1..=10) && is_decimal(text)
}

fn is_decimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn counter(pattern: &'static str, name: &str) -> Option<String> {
        let row = Counted { pattern, sign: "", only: "", first: 1 };
        let of = Name::new(Box::leak(Box::new(row)));
        of.read(name).map(|found| found.counter.to_owned())
    }

    #[test]
    fn patterns_find_their_counters() {
        for (pattern, name, found) in [
            ("gallery-#", "gallery-12", Some("12")),
            ("gallery-#", "gallery-3-columns", None),
            ("gallery-#", "my-gallery-3", None),
            ("gallery-#-+", "gallery-3-9004", Some("3")),
            ("modal-#~", "modal-4-content", Some("4")),
            ("audio-+-#~", "audio-1007-2_html5", Some("2")),
            ("audio-+-#~", "audio-file-2", None),
            ("attachment_+?-#", "attachment_9004", Some("")),
            ("attachment_+?-#", "attachment_9004-2", Some("2")),
            ("wp-container-*-#", "wp-container-core-group-is-layout-7", Some("7")),
            ("wp-container-*-#", "wp-container-core-group-is-layout-12345678", None),
            ("wp-container-#", "wp-container-61f9a2b3c4d5e", Some("61f9a2b3c4d5e")),
            ("is-style-*--#", "is-style-outline--2", Some("2")),
            ("is-style-*--#", "is-style-outline", None),
            ("wp-duotone-^-#", "wp-duotone-000000-7f7f7f-2", Some("2")),
            ("wp-duotone-^-#", "wp-duotone-blue-red-2", None),
            ("wpcf7-f*-o#", "wpcf7-f12-p34-o1", Some("1")),
            ("et_pb_@_#", "et_pb_text_0", Some("0")),
            ("et_pb_@_#", "et_pb_column_1_3", None),
            ("su_@_#", "su_slider_5f1b2c3d4e5f6", Some("5f1b2c3d4e5f6")),
            ("crayon-#~", "crayon-5ea7d3d90108a644079546-1", Some("5ea7d3d90108a644079546")),
            ("crayon-#~", "crayon-theme-classic", None),
            ("*-#", "123-456-66ab12cd34ef5", Some("66ab12cd34ef5")),
            ("%", "66ab12cd34ef5", Some("66ab12cd34ef5")),
            ("%", "1712345678901", None),
            ("%", "7", None),
            ("gallery-#", "gallery-007", None),
            ("rel-+-$", "rel-7-1234567890", Some("1234567890")),
            ("vc_images-carousel-$", "vc_images-carousel-2-1585996157", Some("2-1585996157")),
            ("rt-tpg-container-$", "rt-tpg-container-wide", None),
            ("rt-tpg-container-$", "rt-tpg-container-1-", None),
            (
                "wpfp_$",
                "wpfp_034c92b7716ddbcf3a90a3a26440386e",
                Some("034c92b7716ddbcf3a90a3a26440386e"),
            ),
            ("wpfp_$", "wpfp_abc", None),
        ] {
            assert_eq!(counter(pattern, name).as_deref(), found, "{pattern} {name}");
        }
    }
}
