//! The posts in which words stand, as `WP_Query::parse_search` finds them.
//!
//! WordPress searches what is stored of title, excerpt and content, marks and all. That is in context=edit
//! alone; else the rendered text stands in, with its tags, because WordPress finds addresses in them too.
//! What a block or a shortcode shows is then found, and what it is called is not.

use super::{Kind, Told};
use crate::report::NoteKind;
use crate::text::date::Zone;
use crate::text::{collation, html, quotes};
use crate::wordpress::loose::Rendered;
use crate::wordpress::permalink::{self, Permalinks};
use crate::wordpress::post::Post;
use url::form_urlencoded;

/// Words that are too frequent to be searched for, in English; WordPress has others in other languages.
const STOPWORDS: [&str; 29] = [
    "about", "an", "are", "as", "at", "be", "by", "com", "for", "from", "how", "in", "is", "it",
    "of", "on", "or", "that", "the", "this", "to", "was", "what", "when", "where", "who", "will",
    "with", "www",
];

/// How many terms are searched for one by one; more are taken for a sentence.
const MOST: usize = 9;

/// The results of a search.
pub(super) struct Search {
    words: String,
    terms: Vec<Term>,
}

/// What must stand in a post, or must not.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    text: String,
    excluded: bool,
}

impl Search {
    pub(super) fn new(words: &str) -> Self {
        Search { words: words.to_owned(), terms: terms(words) }
    }
}

impl Kind for Search {
    /// Every type that is not kept out of searches; media objects are, by their status.
    fn lists(&self, post_type: &str) -> bool {
        post_type != "attachment"
    }

    fn lists_locked(&self) -> bool {
        false
    }

    fn holds(&self, post: &Post, _: Option<Zone>, note: &mut dyn FnMut(NoteKind, &str)) -> bool {
        let fields = [&post.title, &post.excerpt, &post.content];
        let texts: Vec<String> = fields.into_iter().flatten().filter_map(searched).collect();
        let met = |term: &Term| texts.iter().any(|text| text.contains(&term.text));
        let (met, missed): (Vec<&Term>, Vec<&Term>) = self.terms.iter().partition(|term| met(term));
        if met.iter().any(|term| term.excluded) {
            return false;
        }
        if post.content.is_none() && !missed.is_empty() {
            note(NoteKind::Filter, "the content");
            return false;
        }
        missed.iter().all(|term| term.excluded)
    }

    fn title(&self) -> Option<Told> {
        // Escaped, so that its quotation marks stay as they are.
        Some(Told::known(format!("Search Results for “{}”", quotes::dashed(&self.words))))
    }

    fn is_translated(&self) -> bool {
        true
    }

    /// Follows `get_search_link`.
    fn address(&self, permalinks: &Permalinks) -> Told {
        let query: String = form_urlencoded::byte_serialize(self.words.as_bytes()).collect();
        let query = query.replace('*', "%2A");
        let path = format!("search/{}", query.replace("%2F", "/"));
        Told::made(permalinks.page(&path, &format!("s={query}")), permalinks)
    }

    fn feed(&self) -> fn(&str, &str) -> String {
        permalink::search_feed
    }
}

/// The text of a field in the form in which texts are compared: what is stored, else what is shown.
fn searched(field: &Rendered) -> Option<String> {
    let stored = field.raw.as_deref().map(compared);
    stored.or_else(|| field.html.as_deref().map(|html| compared(&html::decode(html))))
}

/// Folds letters as the database does, and undoes what `wptexturize` makes of marks that people type.
fn compared(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '‘' | '’' | '′' => typed.push('\''),
            '“' | '”' | '″' => typed.push('"'),
            '–' | '—' => typed.push('-'),
            '…' => typed.push_str("..."),
            _ => typed.push(letter),
        }
    }
    collation::folded(&typed)
}

/// Takes the words of a search apart; what has no term of its own, or too many, is one whole.
fn terms(words: &str) -> Vec<Term> {
    let words = words.replace(['\r', '\n'], "");
    let found: Vec<&str> = pieces(&words).into_iter().filter_map(term).collect();
    let whole = found.is_empty() || found.len() > MOST;
    let terms = if whole { vec![words.as_str()] } else { found };
    let excluding = |term: &str| Term {
        text: compared(term.strip_prefix('-').unwrap_or(term)),
        excluded: term.starts_with('-'),
    };
    terms.into_iter().map(excluding).collect()
}

/// Phrases with their quotation marks, and words.
fn pieces(words: &str) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), words);
    while !rest.is_empty() {
        let end = match rest.strip_prefix('"') {
            Some(phrase) => phrase.find('"').map_or(rest.len(), |at| at + 2),
            None => rest.find(['\t', ' ', '"', ',', '+']).unwrap_or(rest.len()),
        };
        // A separator by itself.
        let (piece, behind) = rest.split_at(end.max(1));
        if end > 0 {
            pieces.push(piece);
        }
        rest = behind;
    }
    pieces
}

/// What is searched for of a piece: neither a letter by itself nor a word that is everywhere
/// (`parse_search_terms`). A phrase keeps its blanks.
fn term(piece: &str) -> Option<&str> {
    let phrase = piece.len() > 2 && piece.starts_with('"') && piece.ends_with('"');
    let marks: &[char] = if phrase { &['"', '\''] } else { &['"', '\'', ' '] };
    let term = piece.trim_matches(marks);
    let idle = match term.as_bytes() {
        // PHP takes 0 for nothing.
        [] | [b'0' | b'-'] => true,
        [letter] => letter.is_ascii_alphabetic(),
        _ => STOPWORDS.contains(&term.to_lowercase().as_str()),
    };
    (!idle).then_some(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Vec<String> {
        let shown = |term: Term| format!("{}{}", if term.excluded { "!" } else { "" }, term.text);
        terms(words).into_iter().map(shown).collect()
    }

    #[test]
    fn words_and_phrases_as_wordpress_parts_them() {
        for (words, expected) in [
            ("fog sea", &["fog", "sea"][..]),
            ("Fog,sea+Øl", &["fog", "sea", "ol"]),
            (r#""fog sea" -gale"#, &["fog sea", "!gale"]),
            (r#"fog"a b"c dé"#, &["fog", "a b", "de"]),
            (r#"an "open phrase"#, &["open phrase"]),
            (r#"fog & "x""#, &["fog", "&"]),
            ("the fog 0 - a", &["fog"]),
            ("the", &["the"]),
            ("-", &["!"]),
            ("a b c", &["a b c"]),
            ("1a 2a 3a 4a 5a 6a 7a 8a 9a", &["1a", "2a", "3a", "4a", "5a", "6a", "7a", "8a", "9a"]),
            ("1a 2a 3a 4a 5a 6a 7a 8a 9a 10", &["1a 2a 3a 4a 5a 6a 7a 8a 9a 10"]),
            ("don’t", &["don't"]),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }
}
