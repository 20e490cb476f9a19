//! What stands around JSON that is not JSON: notices of PHP before it, comments of caches behind it, the
//! callback of `_jsonp`.
//!
//! The functions look at text, they read nothing; the caller has read far enough ahead.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// How many brackets in rubbish are tried as the start of the JSON.
const TRIES: usize = 100;

/// Whether the text starts as a document of posts does, whatever comes then. A line of a log,
/// `[14-Mar-2024 …`, does not.
pub(super) fn begins(text: &str) -> bool {
    match text.strip_prefix('[') {
        Some(inner) => matches!(inner.trim_start().bytes().next(), None | Some(b'{' | b'[' | b']')),
        None => text.starts_with('{'),
    }
}

/// The length of the comment with which the text starts: HTML's, JavaScript's or a shell's.
pub(super) fn comment(text: &str) -> Option<usize> {
    const FORMS: [(&str, &str); 4] = [("<!--", "-->"), ("/*", "*/"), ("//", "\n"), ("#", "\n")];
    let &(opener, closer) = FORMS.iter().find(|(opener, _)| text.starts_with(opener))?;
    let inner = &text[opener.len()..];
    Some(inner.find(closer).map_or(text.len(), |end| opener.len() + end + closer.len()))
}

/// The length of `callback(`, with which an answer to `_jsonp` starts; the name may have dots and brackets.
pub(super) fn callback(text: &str) -> Option<usize> {
    let name = |c: char| c.is_alphanumeric() || "_$.[]'\"".contains(c);
    let inner = text.trim_start_matches(name).trim_start().strip_prefix('(')?.trim_start();
    let named = !text.starts_with(['(', '[', ' ']);
    (named && begins(inner)).then(|| text.len() - inner.len())
}

/// Where in the text JSON starts behind rubbish.
///
/// Notices hold brackets too, and even JSON, so what starts there has to go on as JSON, and on its last
/// line nothing may follow that is neither JSON nor a comment.
pub(super) fn start(text: &str) -> Option<usize> {
    let brackets = text.match_indices(['[', '{']).map(|(at, _)| at);
    brackets.filter(|&at| promises(text, at)).take(TRIES).find(|&at| is_json(&text[at..]))
}

/// Whether a bracket looks like the start of posts: `[{"`, `{"`, or `[]` at the start of a line.
fn promises(text: &str, at: usize) -> bool {
    let inner = text[at..].trim_start_matches(|c: char| c == '[' || c.is_whitespace());
    match inner.strip_prefix('{') {
        Some(object) => object.trim_start().starts_with('"'),
        None => inner.starts_with(']') && (at == 0 || text[..at].ends_with(['\n', '>'])),
    }
}

/// Whether the text starts with JSON, and only JSON and comments follow on the same line.
pub(super) fn is_json(text: &str) -> bool {
    let mut values = Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match values.next() {
        Some(Ok(_)) => {
            let behind = text[values.byte_offset()..].trim_start_matches([' ', '\t']);
            behind.is_empty()
                || behind.starts_with(['\n', '\r', '[', '{', '<', '/', '#', ')', '\u{FEFF}'])
        }
        Some(Err(e)) => e.is_eof() || in_string(&e),
        None => false,
    }
}

/// Control characters in strings are repaired later.
fn in_string(e: &serde_json::Error) -> bool {
    e.to_string().starts_with("control character")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_and_ids_are_no_start() {
        for text in ["[]", "[ {", "[[", "{", "{x", "[", "[\n\n"] {
            assert!(begins(text), "{text}");
        }
        for text in ["[14-Mar-2024 10:00:00 UTC]", "[1,2]", "<br />", "cb([", "", "null"] {
            assert!(!begins(text), "{text}");
        }
    }

    #[test]
    fn comments_end_where_they_end() {
        assert_eq!(comment("<!-- a --> b"), Some(10));
        assert_eq!(comment("/**/cb("), Some(4));
        assert_eq!(comment("# a\n[]"), Some(4));
        assert_eq!(comment("// a"), Some(4));
        assert_eq!(comment("<br />"), None);
    }

    #[test]
    fn callbacks_are_known_by_their_parenthesis() {
        for name in ["cb", "a.b.c", "cb[0]", "jQuery1_2", "$", "x['y']"] {
            assert_eq!(callback(&format!("{name}([{{")), Some(name.len() + 1), "{name}");
            assert_eq!(callback(&format!("{name} ( {{\"")), Some(name.len() + 3), "{name}");
        }
        for text in ["([])", "[b](", "Warning: x([])", "cb(1)", "cb"] {
            assert_eq!(callback(text), None, "{text}");
        }
    }

    #[test]
    fn brackets_in_notices_are_not_the_start() {
        let notices = [
            "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/a/[b].php</b> on line <b>3</b><br />\n",
            "Notice: Cannot use [] for {reading} in /x.php on line 3\n",
            "Notice: bad [{\"a\":1}] given in /x.php on line 3\n",
            "[14-Mar-2024 10:00:00 UTC] PHP Notice: Undefined index: [\"a\"]\n",
            "array(1) {\n  [\"x\"]=> int(1)\n}\nArray ( [0] => 1 )",
            "HTTP/1.1 200 OK\r\nlink: <x>\r\n\r\n",
        ];
        for notice in notices {
            for json in ["[{\"id\":1}]", "{\"id\":1}", "[ {\n\"id\"", "[{\"id\":\"a\nb\"}]"] {
                assert_eq!(start(&format!("{notice}{json}")), Some(notice.len()), "{notice}{json}");
            }
            assert_eq!(start(notice), None, "{notice}");
        }
        assert_eq!(start("<br />\n[]"), Some(7));
        assert_eq!(start("<br />[] <!-- cached -->"), Some(6));
    }
}
