//! Blubrry PowerPress: what it knows of an episode, in PHP's serialized form behind the third line of the
//! post meta `enclosure`.
//!
//! The names of the fields are those that its feed reads; the site has to register the meta for REST.

use super::episode::Episode;
use super::{Plugin, SILENT};
use crate::model::Entry;
use crate::wordpress::media::duration;
use crate::wordpress::post::Post;
use crate::wordpress::records::{Record, records};

pub(super) const PLUGIN: Plugin =
    Plugin { name: "Blubrry PowerPress", keys: &["meta"], fill, ..SILENT };

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    // That the meta has another form is said where its files are read.
    for Record { file, rest } in records(post).unwrap_or_default() {
        let Some(rest) = rest else { continue };
        let fields = Fields(fields(&rest));
        if let Some(known) = entry.enclosures.iter_mut().find(|known| known.url == file.url) {
            known.duration = known.duration.or_else(|| duration(fields.get("duration")?));
        }
        if file.is_audio_or_video() {
            fields.episode().fill(entry);
        }
    }
    Ok(())
}

/// The fields of an episode, by name.
struct Fields<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Fields<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    /// A whole number; an episode may have one like 12.5, of which the plugin's feed tells 12.
    fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.trim().split('.').next()?.parse().ok()
    }

    fn episode(&self) -> Episode<'a> {
        Episode {
            title: self.get("episode_title"),
            season: self.number("season"),
            number: self.number("episode_no"),
            kind: self.get("episode_type"),
            // 0 stands for no answer, 1 for yes, 2 for clean.
            explicit: self.number("explicit").map(|explicit| explicit == 1),
            blocked: self.get("block").is_some_and(|block| !matches!(block, "" | "0")),
            cover: self.get("itunes_image").filter(|address| !address.is_empty()),
        }
    }
}

/// A piece of PHP's serialized form.
enum Token<'a> {
    Scalar(&'a str),
    Open,
    Close,
}

/// The fields of a serialized array that are texts or numbers: `a:1:{s:6:"season";s:1:"2";}`. What is
/// nested in it is passed over; what is broken ends it.
fn fields(serialized: &str) -> Vec<(&str, &str)> {
    let (mut fields, mut key, mut depth) = (Vec::new(), None, 0_usize);
    let mut rest = serialized.trim();
    while let Some((token, behind)) = token(rest) {
        rest = behind;
        match token {
            Token::Open => depth += 1,
            Token::Close if depth <= 1 => break,
            Token::Close => depth -= 1,
            Token::Scalar(value) if depth == 1 => match key.take() {
                Some(key) => fields.push((key, value)),
                None => key = Some(value),
            },
            Token::Scalar(_) => {}
        }
        if depth > 1 {
            key = None;
        }
    }
    fields
}

/// Reads one piece, and gives what stands behind it.
fn token(text: &str) -> Option<(Token<'_>, &str)> {
    match text.as_bytes().first()? {
        b's' => string(text).map(|(value, behind)| (Token::Scalar(value), behind)),
        b'i' | b'd' | b'b' => {
            let (value, behind) = text.get(2..)?.split_once(';')?;
            Some((Token::Scalar(value), behind))
        }
        b'N' => Some((Token::Scalar(""), text.strip_prefix("N;")?)),
        b'a' | b'O' => text.split_once('{').map(|(_, behind)| (Token::Open, behind)),
        b'}' => Some((Token::Close, &text[1..])),
        _ => None,
    }
}

/// Reads `s:5:"value";`. A length is wrong where an address was replaced in the database; then the text
/// ends at the next quote with a semicolon, as PowerPress repairs it.
fn string(text: &str) -> Option<(&str, &str)> {
    let (length, behind) = text.strip_prefix("s:")?.split_once(":\"")?;
    let told = length.parse().ok().and_then(|length| behind.split_at_checked(length));
    let told = told.and_then(|(value, behind)| Some((value, behind.strip_prefix("\";")?)));
    told.or_else(|| behind.split_once("\";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_every_type_are_read_and_arrays_passed_over() {
        let serialized = concat!(
            r#"a:6:{s:8:"duration";s:8:"00:31:02";s:6:"season";i:2;s:4:"none";N;"#,
            r#"s:12:"person_names";a:2:{i:0;s:3:"Ann";i:1;a:1:{i:0;s:1:"x";}}"#,
            r#"s:5:"title";s:12:"Fö"; s:1:"x";s:5:"block";b:1;}s:5:"after";s:1:"1";"#
        );
        let expected = [
            ("duration", "00:31:02"),
            ("season", "2"),
            ("none", ""),
            ("title", "Fö\"; s:1:\"x"),
            ("block", "1"),
        ];
        assert_eq!(fields(serialized), expected);
    }

    #[test]
    fn a_wrong_length_is_repaired_and_what_is_broken_ends_it() {
        assert_eq!(fields(r#"a:2:{s:1:"image";s:3:"abcd";s:1:"x";s:1"#), [("image", "abcd")]);
        for broken in
            ["", "a:1:{", "a:1:{s:99:\"x", "s:1:\"a\";", "}}}", "i", "a:1:{i:0;é", "hello"]
        {
            assert_eq!(fields(broken), [], "{broken}");
        }
    }
}
