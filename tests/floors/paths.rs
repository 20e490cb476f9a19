//! Which modules a source file speaks of: the paths of its `use` lines and those inside its code.

/// A path as it is written: `crate::text::date` or `super::Post`, a name a part.
pub(crate) type Path = Vec<String>;

/// What a file imports by `use`, and the paths from `crate` or `super` in its code.
pub(crate) struct Paths {
    pub(crate) uses: Vec<Path>,
    pub(crate) inline: Vec<Path>,
}

/// Finds the paths of a file; its unit tests, which stand at the end, may look anywhere.
pub(crate) fn paths(source: &str) -> Paths {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let tokens = tokens(code);
    let (mut paths, mut at) = (Paths { uses: Vec::new(), inline: Vec::new() }, 0);
    while let Some(token) = tokens.get(at) {
        let leads_on = tokens.get(at + 1).is_some_and(|t| t == "::");
        match token.as_str() {
            "use" => at = tree(&tokens, at + 1, &[], &mut paths.uses),
            "crate" | "super" if leads_on => at = tree(&tokens, at, &[], &mut paths.inline),
            _ => at += 1,
        }
    }
    paths
}

/// Reads `a::b`, `a::{b, c as d}` or `a::*` from a token on; returns where it ends.
fn tree(tokens: &[String], mut at: usize, stem: &[String], found: &mut Vec<Path>) -> usize {
    let mut path = stem.to_vec();
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "{" => return branches(tokens, at + 1, &path, found),
            name if is_name(name) || name == "*" => path.push(name.to_owned()),
            _ => break,
        }
        at += 1;
        if tokens.get(at).is_none_or(|t| t != "::") {
            break;
        }
        at += 1;
    }
    found.push(path);
    at
}

/// Reads trees with commas between them up to the closing brace.
fn branches(tokens: &[String], mut at: usize, stem: &[String], found: &mut Vec<Path>) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "}" => return at + 1,
            "," => at += 1,
            "as" => at += 2,
            _ => at = tree(tokens, at, stem, found).max(at + 1),
        }
    }
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Cuts code into names, `::` and single characters, without comments, texts and white space.
fn tokens(code: &str) -> Vec<String> {
    let (mut tokens, mut rest) = (Vec::new(), code);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => text_length(rest),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw_text_length(rest),
            '\'' => char_length(rest),
            c if c.is_whitespace() => c.len_utf8(),
            c if c.is_alphabetic() || c == '_' => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                push(&mut tokens, rest, end.unwrap_or(rest.len()))
            }
            ':' if rest.starts_with("::") => push(&mut tokens, rest, 2),
            c => push(&mut tokens, rest, c.len_utf8()),
        };
        rest = &rest[length..];
    }
    tokens
}

fn push(tokens: &mut Vec<String>, rest: &str, length: usize) -> usize {
    tokens.push(rest[..length].to_owned());
    length
}

/// The length of `"…"` with its escapes.
fn text_length(rest: &str) -> usize {
    let mut escaped = true;
    let closes = |c: char| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    };
    rest.find(closes).map_or(rest.len(), |end| end + 1)
}

/// The length of `r"…"` or `r#"…"#`; of `r` alone, where a raw name stands.
fn raw_text_length(rest: &str) -> usize {
    let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
    let start = 1 + hashes;
    if !rest[start..].starts_with('"') {
        return start;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let end = rest[start + 1..].find(&close);
    end.map_or(rest.len(), |end| start + 1 + end + close.len())
}

/// The length of `'x'` or `'\n'`; of the quote alone, where a lifetime stands.
fn char_length(rest: &str) -> usize {
    let inside = &rest[1..];
    if inside.starts_with('\\') {
        return rest[3..].find('\'').map_or(rest.len(), |end| 3 + end + 1);
    }
    let first = inside.chars().next().map_or(0, char::len_utf8);
    if inside[first..].starts_with('\'') { 1 + first + 1 } else { 1 }
}
