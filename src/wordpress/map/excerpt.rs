//! Excerpts made from contents, as `wp_trim_excerpt` and `wp_trim_words` make them: the first words, or the
//! first characters where no blanks part words.

use crate::text::{cut, plain};

/// How many words WordPress takes for an excerpt (`excerpt_length`).
const WORDS: usize = 55;

/// How many characters it takes in Chinese, and in Japanese.
const CHARACTERS_IN_CHINESE: usize = 55;
const CHARACTERS_IN_JAPANESE: usize = 110;

/// How many are as long as 55 words in Thai and the other scripts without blanks.
const CHARACTERS_IN_THAI: usize = 220;

/// What WordPress puts behind a text that it cut (`excerpt_more`).
const MORE: &str = " [&hellip;]";

/// How many characters of a text are looked at to know its script.
const LOOKED_AT: usize = 400;

/// How long an excerpt is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length<'a> {
    /// What the caller asks for.
    pub(super) told: Option<usize>,
    /// The language, if it is known.
    pub(super) language: Option<&'a str>,
}

/// What is counted, and how many of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Words(usize),
    Characters(usize),
}

impl Length<'_> {
    /// WordPress counts characters in the languages whose translators chose so
    /// (`wp_get_word_count_type`); here the text decides where its language does not.
    fn count(self, text: &str) -> Count {
        let usual = match self.language.and_then(|language| language.split('-').next()) {
            Some("ja") => Count::Characters(CHARACTERS_IN_JAPANESE),
            Some("zh") => Count::Characters(CHARACTERS_IN_CHINESE),
            _ => Count::of_script(text),
        };
        match (self.told, usual) {
            (None, usual) => usual,
            (Some(most), Count::Words(_)) => Count::Words(most),
            (Some(most), Count::Characters(_)) => Count::Characters(most),
        }
    }
}

impl Count {
    /// What is counted in a text of which half is written without blanks.
    fn of_script(text: &str) -> Count {
        let (mut all, mut han, mut kana, mut thai) = (0, 0, 0, 0);
        for c in text.chars().filter(|c| c.is_alphabetic()).take(LOOKED_AT) {
            all += 1;
            match c {
                // Thai, Lao; Burmese; Khmer.
                '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
                    thai += 1;
                }
                '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => kana += 1,
                '\u{3005}'..='\u{3007}'
                | '\u{3400}'..='\u{4DBF}'
                | '\u{4E00}'..='\u{9FFF}'
                | '\u{F900}'..='\u{FAFF}'
                | '\u{20000}'..='\u{3FFFF}' => han += 1,
                _ => {}
            }
        }
        match han + kana + thai {
            without_blanks if without_blanks * 2 <= all => Count::Words(WORDS),
            _ if thai > han + kana => Count::Characters(CHARACTERS_IN_THAI),
            // Japanese is never long without kana, and Chinese has next to none.
            _ if kana * 10 > han => Count::Characters(CHARACTERS_IN_JAPANESE),
            _ => Count::Characters(CHARACTERS_IN_CHINESE),
        }
    }

    /// Tells whether a text has as many at least.
    fn is_reached(self, text: &str) -> bool {
        match self {
            Count::Words(most) => text.matches(' ').count() + 1 >= most,
            Count::Characters(most) => cut::characters(text, most.saturating_sub(1)).is_some(),
        }
    }

    /// The beginning of a text on one line, if it has more.
    fn first(self, text: &str) -> Option<&str> {
        match self {
            Count::Words(most) => {
                text.match_indices(' ').nth(most.saturating_sub(1)).map(|(at, _)| &text[..at])
            }
            Count::Characters(most) => cut::characters(text, most),
        }
    }
}

/// Makes an excerpt of a content, as HTML.
pub(super) fn made(content: &str, length: Length<'_>) -> String {
    first(&plain::prose(content), length)
}

/// Makes an excerpt of a comment, all of which counts.
pub(super) fn made_of_comment(content: &str, length: Length<'_>) -> String {
    first(&plain::line(content), length)
}

fn first(text: &str, length: Length<'_>) -> String {
    match length.count(text).first(text) {
        Some(first) => marked(first),
        None => htmlize::escape_text(text).into_owned(),
    }
}

/// A text that was cut, as HTML.
fn marked(first: &str) -> String {
    let first = first.trim_end();
    format!("{}{}{MORE}", htmlize::escape_text(first), cut::open_directions(first))
}

/// Makes an excerpt that is shown as long as the caller wants it: of its own words, or of the content if these
/// are too few. `None` is one that is right as it is, or that somebody wrote by hand.
///
/// WordPress made it if it is `automatic`, if it is the whole content, or if it ends in a mark.
pub(super) fn anew(
    shown: &str,
    automatic: bool,
    content: Option<&str>,
    length: Length<'_>,
) -> Option<String> {
    let text = plain::line(shown);
    let Some(head) = before_mark(&text, content) else {
        let first = length.count(&text).first(&text)?;
        let automatic = automatic || content.is_some_and(|content| plain::prose(content) == text);
        return automatic.then(|| marked(first));
    };
    let count = length.count(head);
    match count.first(head) {
        Some(first) => Some(marked(first)),
        None if count.is_reached(head) => None,
        None => content.map(|content| made(content, length)),
    }
}

/// What stands before the mark of a cut: WordPress's, or that of a theme if the content begins with it.
fn before_mark<'t>(text: &'t str, content: Option<&str>) -> Option<&'t str> {
    let head = |at: usize| text[..at].trim_end_matches([' ', '[', '(']);
    let own = ["[…]", "[...]"].into_iter().find_map(|mark| text.strip_suffix(mark));
    let theirs = || {
        let head = head(text.rfind('…').or_else(|| text.rfind("..."))?);
        let content = plain::prose(content?);
        (!head.is_empty() && content.starts_with(head)).then_some(head)
    };
    own.map(|own| head(own.len())).or_else(theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_language<'a>(language: &'a str, told: Option<usize>) -> Length<'a> {
        Length { told, language: Some(language) }
    }

    const UNKNOWN: Length<'_> = Length { told: None, language: None };

    #[test]
    fn fifty_five_words_have_no_mark() {
        let words = |n: usize| vec!["word"; n].join("\n ");
        assert!(!made(&words(55), UNKNOWN).contains("hellip"));
        assert!(made(&words(56), UNKNOWN).ends_with("word [&hellip;]"));
    }

    #[test]
    fn the_caller_tells_the_length() {
        let three = |language| in_language(language, Some(3));
        assert_eq!(
            made("<p>One two</p><p>three four</p>", three("en")),
            "One two three [&hellip;]"
        );
        assert_eq!(made("a &amp; b", three("en")), "a &amp; b");
        assert_eq!(made("海風&amp;港", three("zh-CN")), "海風&amp; [&hellip;]");
    }

    #[test]
    fn characters_are_counted_in_japanese_and_chinese() {
        let text = "港".repeat(120);
        let length = |language| made(&text, in_language(language, None)).matches('港').count();
        assert_eq!(["ja", "zh-TW"].map(length), [110, 55]);
        assert_eq!(made("港 & 町", in_language("ja", None)), "港 &amp; 町");
    }

    #[test]
    fn the_script_decides_where_the_language_does_not() {
        let count = |text: &str| UNKNOWN.count(text);
        assert_eq!(count("清晨的港口非常安静"), Count::Characters(55));
        assert_eq!(count("朝の港はとても静かで"), Count::Characters(110));
        assert_eq!(count("ท่าเรือในตอนเช้า"), Count::Characters(220));
        assert_eq!(count("The harbour, 港口 in Chinese"), Count::Words(55));
        assert_eq!(count("아침의 항구는 조용하다"), Count::Words(55));
        assert_eq!(in_language("en", None).count("清晨的港口"), Count::Characters(55));
    }

    #[test]
    fn nothing_is_cut_within_a_character_and_no_direction_stays_open() {
        let family = "👩‍👩‍👧".repeat(9);
        assert_eq!(made(&family, in_language("ja", Some(2))), "👩‍👩‍👧👩‍👩‍👧 [&hellip;]");
        let turned = "\u{2067}אחת שתיים שלוש\u{2069}";
        let expected = "\u{2067}אחת שתיים\u{2069} [&hellip;]";
        assert_eq!(made(turned, in_language("he", Some(2))), expected);
    }

    #[test]
    fn what_wordpress_made_is_made_anew() {
        let content = Some("<p>The ferry left at six, with nine of us on board.</p>");
        let three = |shown, content| anew(shown, false, content, in_language("en", Some(3)));
        let made = Some("The ferry left [&hellip;]".to_owned());
        assert_eq!(three("The ferry left at six, [&hellip;]", None), made);
        assert_eq!(three("The ferry left at&hellip; <a href='/ferry'>Read on</a>", content), made);
        assert_eq!(three("The ferry left at six, with nine of us on board.", content), made);
        assert_eq!(three("The ferry [&hellip;]", content), made);
        assert_eq!(anew("The ferry left at", true, None, in_language("en", Some(3))), made);
    }

    #[test]
    fn what_is_right_or_written_by_hand_stays() {
        let content = Some("<p>The ferry left at six, with nine of us on board.</p>");
        for shown in [
            "The ferry left [&hellip;]",
            "The ferry left.",
            "Fog, and no ferry…",
            "… and then it left",
            "Nine people, a dog and fog",
            "",
        ] {
            assert_eq!(anew(shown, false, content, in_language("en", Some(3))), None, "{shown}");
        }
        assert_eq!(anew("The ferry [&hellip;]", true, None, in_language("en", Some(3))), None);
    }
}
