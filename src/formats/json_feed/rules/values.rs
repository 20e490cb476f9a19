//! Judges single values of a JSON Feed.
//!
//! Dates, languages, media types and HTML are judged as everywhere; what they break has names of its own here, since
//! the specification is another one.

use super::known::{Place, Version};
use super::tables::{Number, Text};
use super::walk::Walk;
use crate::validate::Rule;
use crate::validate::html;
use crate::validate::rules::json_feed as rules;
use crate::validate::values::{
    Context, Fault, Judge, addresses, dates, languages, media_types, text,
};
use std::mem;
use url::{ParseError, Url};

/// What every version has in its address.
const VERSIONS: &str = "jsonfeed.org/version/";

impl Walk<'_> {
    /// Judges a string.
    pub(super) fn text(&mut self, kind: Text, name: &'static str) {
        let blank = self.reader.text().trim().is_empty();
        if blank && self.reader.is_whole() {
            let id = kind == Text::Id;
            let rule = if id { &rules::BLANK_ID } else { &rules::BLANK_MEMBER };
            let verb = if id { "must" } else { "should" };
            return self.report(rule, format!("{name} {verb} not be blank"));
        }
        match kind {
            Text::Free => {}
            Text::Version => self.version(),
            Text::Id => self.id(),
            Text::Plain => self.judge(text::plain, name, Some(&rules::MARKUP_IN_PLAIN_TEXT)),
            // A text may well speak of a tag; one that begins with one was meant for content_html.
            Text::Content if self.reader.text().trim_start().starts_with('<') => {
                self.judge(text::plain, name, Some(&rules::MARKUP_IN_PLAIN_TEXT));
            }
            Text::Content => {}
            Text::Html => self.judge(html::safe, name, None),
            Text::Address | Text::AddressOfPerson => self.address(kind, name),
            Text::Timestamp => self.judge(dates::rfc_3339, name, Some(&rules::BAD_TIMESTAMP)),
            Text::Language => self.judge(languages::language, name, Some(&rules::BAD_LANGUAGE_TAG)),
            Text::MediaType => {
                self.judge(media_types::mime_type, name, Some(&rules::BAD_MEDIA_TYPE));
            }
            Text::HubType => self.hub_type(),
        }
    }

    /// Has a judge look at the text; the rule stands for all rules that a value must hold to elsewhere.
    fn judge(&mut self, judge: Judge, name: &'static str, rule: Option<&'static Rule>) {
        // A judge of what is cut off would complain of its end.
        if !self.reader.is_whole() {
            return;
        }
        let mut faults = mem::take(&mut self.faults);
        judge(
            self.reader.text(),
            &Context { subject: Some(format_args!("{name}")), now: self.now, ..Context::default() },
            &mut faults,
        );
        faults.sort_by_key(|fault| fault.range.start);
        let mut last = None;
        for Fault { rule: broken, range, message } in faults.drain(..) {
            let position = self.reader.place(range.start);
            let rule = match rule {
                Some(rule) if broken.severity >= rule.severity => rule,
                _ => broken,
            };
            // Several rules of others that are one of ours would tell the same thing again.
            if last != Some((rule, position)) || rule == broken {
                self.findings.report(rule, position, message);
            }
            last = Some((rule, position));
        }
        self.faults = faults;
    }

    fn version(&mut self) {
        let text = self.reader.text();
        self.known.named = text.contains(VERSIONS);
        let version = match text {
            "https://jsonfeed.org/version/1" => Version::First,
            "https://jsonfeed.org/version/1.1" => Version::Second,
            _ => Version::Other,
        };
        self.known.version = Some(version);
        match version {
            Version::First => self.report(&rules::OLD_VERSION, "version is 1, but could be 1.1"),
            Version::Second => {}
            Version::Other => {
                let shown: String = text.chars().take(80).collect();
                let message = format!(
                    "expected version to be https://jsonfeed.org/version/1.1, but found {shown:?}"
                );
                self.report(&rules::UNKNOWN_VERSION, message);
            }
        }
    }

    fn id(&mut self) {
        let at = self.reader.at();
        let id = self.reader.text();
        let first = self.known.id(id, at);
        let absolute = addresses::is_plain(id) || Url::parse(id).is_ok();
        if first.is_none() && absolute {
            return;
        }
        let shown: String = id.chars().take(80).collect();
        if let Some(first) = first {
            let message = format!(
                "id must be the item's own, but {shown:?} is also that of the item at {}:{}",
                first.line, first.column
            );
            self.report(&rules::DUPLICATE_ITEM_ID, message);
        }
        if !absolute {
            self.report(&rules::ID_NO_URL, format!("id could be an address, but is {shown:?}"));
        }
    }

    fn address(&mut self, kind: Text, name: &'static str) {
        if let Some((rule, offset, message)) = wrong_address(self.reader.text(), kind, name) {
            let position = self.reader.place(offset);
            self.findings.report(rule, position, message);
        }
        let place = || Some(Place { text: self.reader.text().to_owned(), at: self.reader.at() });
        match name {
            "feed_url" => self.known.feed_url = place(),
            "next_url" => self.known.next_url = place(),
            _ => {}
        }
    }

    fn hub_type(&mut self) {
        match self.reader.text() {
            "WebSub" => drop(self.known.web_sub.get_or_insert(self.reader.at())),
            "rssCloud" => {}
            other => {
                let shown: String = other.chars().take(40).collect();
                let message = format!(
                    "expected the type of a hub to be WebSub or rssCloud, but found {shown:?}"
                );
                self.report(&rules::UNKNOWN_HUB, message);
            }
        }
    }

    /// Judges a number.
    pub(super) fn number(&mut self, number: Number, name: &'static str) {
        let Ok(value) = self.reader.text().parse::<f64>() else { return };
        let shown: String = self.reader.text().chars().take(40).collect();
        if value < 0.0 {
            self.report(
                &rules::NEGATIVE_NUMBER,
                format!("{name} must not be negative, but is {shown}"),
            );
        } else if number == Number::Bytes && value.fract() != 0.0 {
            self.report(
                &rules::FRACTION_OF_BYTE,
                format!("{name} should be whole, but is {shown}"),
            );
        }
    }
}

/// What is wrong with an address, and from which byte on.
fn wrong_address(text: &str, kind: Text, name: &str) -> Option<(&'static Rule, usize, String)> {
    if addresses::is_plain(text) {
        return None;
    }
    let shown: String = text.chars().take(80).collect();
    let bad = |offset, expected: &str| {
        Some((&rules::BAD_URL, offset, format!("{name} must be {expected}, but is {shown:?}")))
    };
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    if let Some(offset) = text.find(forbidden) {
        return bad(offset, "a URL without spaces and such characters as < > \" { } | \\ ^ `");
    }
    if let Some(offset) = broken_escape(text) {
        return bad(offset, "a URL in which two hexadecimal digits follow each %");
    }
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(ParseError::RelativeUrlWithoutBase) => {
            let message = format!("{name} must be a whole address, but is {shown:?}");
            return Some((&rules::RELATIVE_URL, 0, message));
        }
        Err(e) => return bad(0, &format!("a URL ({e})")),
    };
    // A browser would take `https:a` for `https://a`; a reader need not.
    let web = matches!(url.scheme(), "http" | "https");
    if web && !text[url.scheme().len()..].starts_with("://") {
        return bad(0, "a URL with // behind its scheme");
    }
    if url.scheme() == "mailto" && kind != Text::AddressOfPerson {
        return bad(0, "an address of the web");
    }
    None
}

/// Where a `%` is not followed by two digits.
fn broken_escape(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'%', bytes).find(|at| {
        let digits = bytes.get(at + 1..at + 3);
        !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}
