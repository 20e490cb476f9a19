//! The values of arguments: words into dates, addresses, languages and choices.
//!
//! Every refusal shows an example of what would do.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use url::Url;
use wp2feed::{FieldMap, Html, Rewrite, Rule};

/// Reads one of a few words that stand for values.
pub(super) fn one_of<T, const N: usize>(
    choices: [(&'static str, T); N],
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(choices.map(|(word, _)| word)).try_map(move |word| {
        choices.iter().find(|(known, _)| *known == word).map(|(_, value)| *value).ok_or(word)
    })
}

/// Reads a day, which begins at midnight UTC, or a moment of RFC 3339; one without zone is UTC.
pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let day = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(day)
        .or_else(|_| DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc()))
        .or_else(|_| text.parse::<NaiveDateTime>().map(|moment| moment.and_utc()))
        .map_err(|_| {
            "expected a day or a moment, as 2024-07-01, 2024-07-01T09:05:03 (UTC) \
             or 2024-07-01T09:05:03+02:00"
                .to_owned()
        })
}

/// Reads a field and the path of what fills it.
pub(super) fn field(text: &str) -> Result<FieldMap, String> {
    text.parse().map_err(|e| told(&e))
}

/// Reads a set of steps by its name, and steps to add or to leave out.
pub(super) fn html(text: &str) -> Result<Html, String> {
    text.parse().map_err(|e| told(&e))
}

/// From which likeness on a rule is named in the place of one that is not known.
const LIKE: f64 = 0.8;

/// Reads the name of a rule.
pub(super) fn rule(text: &str) -> Result<&'static Rule, String> {
    Rule::of(text).ok_or_else(|| {
        let like = |rule: &'static Rule| {
            (strsim::jaro_winkler(&rule.name.to_lowercase(), &text.to_lowercase()), rule.name)
        };
        let nearest = Rule::all().map(like).max_by(|(a, _), (b, _)| a.total_cmp(b));
        let near = match nearest.filter(|(likeness, _)| *likeness >= LIKE) {
            Some((_, name)) => format!("is {name} meant? "),
            None => String::new(),
        };
        format!("there is no such rule\n\n  tip: {near}`wp2feed validate --rules` lists all")
    })
}

/// Reads where addresses move from and to.
pub(super) fn rewrite(text: &str) -> Result<Rewrite, String> {
    text.parse().map_err(|e| told(&e))
}

/// What the library says of a value; the advice is a tip, which `usage` tells as help.
fn told(error: &wp2feed::Error) -> String {
    match error.advice() {
        Some(advice) => format!("{}\n\n  tip: {advice}", error.message()),
        None => error.message().to_owned(),
    }
}

/// Reads how many there may be; none at all is hardly meant.
pub(super) fn limit(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|limit| *limit > 0).ok_or("expected a whole number from 1 on, as 20")
}

/// The units of sizes, as those of `head -c` and `du`: `K` and `KiB` are 1024 bytes, `KB` is 1000.
const UNITS: [(&str, u64); 11] = [
    ("", 1),
    ("b", 1),
    ("kb", 1000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("k", 1 << 10),
    ("m", 1 << 20),
    ("g", 1 << 30),
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
];

/// Reads a number of bytes, perhaps in a larger unit; none at all is hardly meant.
pub(super) fn bytes(text: &str) -> Result<u64, &'static str> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim().to_lowercase();
    let unit = UNITS.iter().find(|(name, _)| *name == unit).map(|(_, bytes)| *bytes);
    let size = unit.and_then(|unit| number.parse::<u64>().ok()?.checked_mul(unit));
    size.filter(|size| *size > 0)
        .ok_or("expected a number of bytes from 1 on, as 500000, 500KB, 512K or 1MiB")
}

/// Reads an absolute address of the web, and keeps it as it was written.
pub(super) fn address(text: &str) -> Result<String, String> {
    let web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    match Url::parse(text) {
        Ok(url) if web(&url) => Ok(text.to_owned()),
        _ => Err("expected a whole address, as https://example.org/".to_owned()),
    }
}

/// Reads a language tag of BCP 47; its form is checked, not whether the language exists.
pub(super) fn language(text: &str) -> Result<String, String> {
    if is_language_tag(text) {
        return Ok(text.to_owned());
    }
    // Locales of POSIX and WordPress are written en_US, with .UTF-8 or @euro behind.
    let meant = text.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let example = if is_language_tag(&meant) { &meant } else { "en or en-US" };
    Err(format!("expected a language tag, as {example}"))
}

fn is_language_tag(text: &str) -> bool {
    let mut subtags = text.split('-');
    let primary = subtags.next().unwrap_or_default();
    let letters = primary.bytes().all(|b| b.is_ascii_alphabetic());
    let named = matches!(primary.len(), 2..=3) || (matches!(primary, "x" | "i") && text.len() > 2);
    let fits = |tag: &str| {
        matches!(tag.len(), 1..=8) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    letters && named && subtags.all(fits)
}
