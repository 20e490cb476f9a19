//! Addresses moved from the host of a CMS to the one that the public sees; ids stay what they are.
//!
//! Idempotent unless an address moves below itself, as from `https://example.org` to
//! `https://example.org/blog`; in one run no address is moved twice.

use super::files::is_file;
use crate::model::{Entry, Extension, Feed};
use crate::options::{Options, Rewrite};
use crate::report::{NoteKind, Report};
use crate::text::url::{self, Parts};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// How many hosts a message names at the most.
const HOSTS: usize = 5;

/// Where addresses move to.
pub(super) struct Moves {
    /// Those that say most of an address come first.
    rules: Vec<Rule>,
    files: bool,
    /// The first few hosts of the entries' own addresses.
    hosts: RefCell<Vec<String>>,
}

/// A place to move from, and what became of it.
struct Rule {
    rewrite: Rewrite,
    met: Cell<Met>,
}

/// What a rule fitted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    Nothing,
    /// Files alone, which stay.
    Files,
    Addresses,
}

impl Moves {
    pub(super) fn new(options: &Options) -> Self {
        let rules = options.rewrites.iter();
        let rule =
            |rewrite: &Rewrite| Rule { rewrite: rewrite.clone(), met: Cell::new(Met::Nothing) };
        let mut rules: Vec<Rule> = rules.map(rule).collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.rewrite.from.path.len()));
        Moves { rules, files: options.rewrite_media, hosts: RefCell::default() }
    }

    /// Tells whether any address may move.
    pub(super) fn are_wanted(&self) -> bool {
        !self.rules.is_empty()
    }

    /// Where an absolute address is now; `None` if it stays.
    pub(super) fn moved(&self, address: &str) -> Option<String> {
        self.moved_as(address, is_file(address))
    }

    fn moved_as(&self, address: &str, is_file: bool) -> Option<String> {
        if !self.are_wanted() {
            return None;
        }
        let address = stripped(address);
        let parts = url::parts(&address)?;
        let (rule, rest) =
            self.rules.iter().find_map(|rule| Some((rule, behind(&rule.rewrite, &parts)?)))?;
        if is_file && !self.files {
            if rule.met.get() == Met::Nothing {
                rule.met.set(Met::Files);
            }
            return None;
        }
        rule.met.set(Met::Addresses);
        Some(put(&rule.rewrite, parts.scheme, rest)).filter(|moved| *moved != address)
    }

    /// Moves the addresses of an entry beside its texts.
    pub(super) fn entry(&self, entry: &mut Entry) {
        if !self.are_wanted() {
            return;
        }
        if let Some(host) = entry.url.as_deref().and_then(url::host) {
            self.meet(host);
        }
        links(entry).for_each(|address| self.apply(address, is_file(address)));
        files(entry).for_each(|address| self.apply(address, true));
        entry.extensions.iter_mut().for_each(|element| self.extension(element));
    }

    /// Moves the addresses that a feed has found itself; those of a caller are set afterwards.
    pub(super) fn head(&self, feed: &mut Feed) {
        let links = feed.home_page_url.iter_mut().chain(&mut feed.feed_url);
        links.for_each(|address| self.apply(address, false));
        feed.icon.iter_mut().for_each(|address| self.apply(address, true));
    }

    fn meet(&self, host: &str) {
        let mut hosts = self.hosts.borrow_mut();
        if hosts.len() < HOSTS && !hosts.iter().any(|known| known == host) {
            hosts.push(host.to_owned());
        }
    }

    fn apply(&self, address: &mut String, is_file: bool) {
        if let Some(moved) = self.moved_as(address, is_file) {
            *address = moved;
        }
    }

    /// The addresses in elements of other vocabularies are pictures and the like, as `itunes:image`.
    fn extension(&self, element: &mut Extension) {
        let attributes = element.attributes.iter_mut();
        let addresses = attributes.filter(|(name, _)| matches!(name.as_str(), "href" | "url"));
        addresses.for_each(|(_, address)| self.apply(address, true));
        element.children.iter_mut().for_each(|child| self.extension(child));
    }

    /// Notes which rules moved nothing, if there was anything to move.
    pub(super) fn note_idle(&self, report: &mut Report) {
        let hosts = self.hosts.borrow();
        for Rule { rewrite, met } in self.rules.iter().filter(|_| !hosts.is_empty()) {
            match met.get() {
                Met::Nothing => {
                    let advice = format!("the entries are at {}", hosts.join(", "));
                    report.note_advised(NoteKind::RewriteIdle, rewrite.to_string(), advice);
                }
                Met::Files => report.note(NoteKind::RewriteFiles, rewrite.to_string()),
                Met::Addresses => {}
            }
        }
    }
}

/// The addresses of pages.
fn links(entry: &mut Entry) -> impl Iterator<Item = &mut String> {
    let comments = entry.comments.iter_mut().flat_map(|comments| {
        [Some(&mut comments.url), comments.rss_url.as_mut(), comments.atom_url.as_mut()]
    });
    let answered = entry.in_reply_to.iter_mut().filter_map(|answered| answered.url.as_mut());
    let authors = entry.authors.iter_mut().filter_map(|author| author.url.as_mut());
    entry.url.iter_mut().chain(comments.flatten()).chain(answered).chain(authors)
}

/// The addresses of files.
fn files(entry: &mut Entry) -> impl Iterator<Item = &mut String> {
    let renditions = entry
        .image
        .iter_mut()
        .flat_map(|image| [Some(&mut image.full), image.thumbnail.as_mut()].into_iter().flatten());
    let avatars = entry.authors.iter_mut().filter_map(|author| author.avatar.as_mut());
    let enclosures = entry.enclosures.iter_mut().map(|file| &mut file.url);
    enclosures.chain(renditions.map(|rendition| &mut rendition.url)).chain(avatars)
}

/// An address as the URL Standard has it: without blanks around it, and line breaks and tabs in it.
fn stripped(address: &str) -> Cow<'_, str> {
    let address = address.trim_matches(|c| c <= ' ');
    let breaks = ['\t', '\n', '\r'];
    match address.contains(breaks) {
        true => address.replace(breaks, "").into(),
        false => address.into(),
    }
}

/// What follows the place that a rule moves from, if an address is below it.
fn behind<'a>(rewrite: &Rewrite, address: &Parts<'a>) -> Option<&'a str> {
    let from = &rewrite.from;
    // Each is the port of one of two schemes that are not told apart.
    let port = |port: Option<u16>| port.filter(|port| !matches!(port, 80 | 443));
    if !from.host.eq_ignore_ascii_case(&address.host) || port(from.port) != port(address.port) {
        return None;
    }
    let mut rest = address.rest;
    for name in from.path.split('/').skip(1) {
        let next = rest.strip_prefix('/')?;
        let (found, behind) = next.split_at(next.find(['/', '?', '#']).unwrap_or(next.len()));
        if !percent_decode_str(found).eq(percent_decode_str(name)) {
            return None;
        }
        rest = behind;
    }
    Some(rest)
}

/// The address of what is at `rest` below the place that a rule moves to.
fn put(rewrite: &Rewrite, scheme: &str, rest: &str) -> String {
    let to = &rewrite.to;
    let scheme = to.scheme.as_deref().unwrap_or(scheme);
    let port = to.port.map(|port| format!(":{port}")).unwrap_or_default();
    let bare = to.path.is_empty() && rest.starts_with(['?', '#']);
    let slash = if bare { "/" } else { "" };
    let moved = format!("{scheme}://{}{port}{}{slash}{rest}", to.host, to.path);
    // Blanks would end it where several stand in one attribute.
    if moved.bytes().any(|byte| byte <= b' ') { url::encode(&moved).into_owned() } else { moved }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves(rules: &[&str], rewrite_media: bool) -> Moves {
        let rewrites = rules.iter().map(|rule| rule.parse().expect(rule)).collect();
        Moves::new(&Options { rewrites, rewrite_media, ..Options::default() })
    }

    #[track_caller]
    fn assert_moved(rules: &[&str], cases: &[(&str, Option<&str>)]) {
        let moves = moves(rules, false);
        for (address, expected) in cases {
            assert_eq!(moves.moved(address).as_deref(), *expected, "{address}");
        }
    }

    #[test]
    fn a_prefix_ends_where_a_host_or_a_name_ends() {
        assert_moved(
            &["https://cms.example=https://example.org"],
            &[
                ("https://cms.example", Some("https://example.org")),
                ("http://CMS.Example:80/Tea%20/?p=1#c", Some("https://example.org/Tea%20/?p=1#c")),
                (" https://cms.example\n/a b", Some("https://example.org/a%20b")),
                ("https://cms.example?p=1", Some("https://example.org/?p=1")),
                ("https://cms.example.org/", None),
                ("https://cms.example:8080/", None),
                ("https://a@cms.example/", None),
                ("https://www.cms.example/", None),
                ("//cms.example/", None),
                ("mailto:a@cms.example", None),
                ("https://other.example/?u=https://cms.example/", None),
            ],
        );
        assert_moved(
            &["https://example.org/wp/=https://example.org/"],
            &[
                ("https://example.org/wp", Some("https://example.org")),
                ("https://example.org/wp/", Some("https://example.org/")),
                ("https://example.org/wp?p=1", Some("https://example.org/?p=1")),
                ("https://example.org/w%70/tea/", Some("https://example.org/tea/")),
                ("https://example.org/wp2/", None),
                ("https://example.org/", None),
            ],
        );
    }

    #[test]
    fn hosts_without_a_scheme_keep_that_of_the_address() {
        assert_moved(
            &["cms.example.org:8080=www.example.org"],
            &[
                ("http://cms.example.org:8080/a", Some("http://www.example.org/a")),
                ("https://cms.example.org:8080/a", Some("https://www.example.org/a")),
                ("https://cms.example.org/a", None),
            ],
        );
        assert_moved(
            &["müller.example=https://example.org:8443"],
            &[
                ("http://müller.example/ü", Some("https://example.org:8443/ü")),
                ("http://xn--mller-kva.example/", Some("https://example.org:8443/")),
            ],
        );
    }

    #[test]
    fn the_longest_rule_counts_and_none_follows_another() {
        assert_moved(
            &["a.example=b.example", "b.example=c.example", "a.example/x=d.example"],
            &[
                ("https://a.example/", Some("https://b.example/")),
                ("https://b.example/", Some("https://c.example/")),
                ("https://a.example/x/y", Some("https://d.example/y")),
                ("https://a.example/xy", Some("https://b.example/xy")),
            ],
        );
    }

    #[test]
    fn files_stay_unless_they_are_wanted() {
        let file = "https://cms.example/wp-content/uploads/a.jpg";
        let rule = ["cms.example=example.org"];
        assert_eq!(moves(&rule, false).moved(file), None);
        let moved = moves(&rule, true).moved(file);
        assert_eq!(moved.as_deref(), Some("https://example.org/wp-content/uploads/a.jpg"));
    }

    #[test]
    fn rules_that_move_nothing_are_told() {
        let moves =
            moves(&["a.example=x.example", "b.example=x.example", "c.example=x.example"], false);
        let url = |url: &str| Entry { url: Some(url.to_owned()), ..Entry::default() };
        moves.entry(&mut url("https://c.example/1/"));
        moves.moved("https://b.example/a.png");
        let mut report = Report::default();
        moves.note_idle(&mut report);
        let told: Vec<_> =
            report.notes().map(|note| (note.to_string(), note.advice().to_owned())).collect();
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].0, "--rewrite a.example=x.example fits no address");
        assert_eq!(told[0].1, "the entries are at c.example");
        assert_eq!(told[1].0, "--rewrite b.example=x.example fits files alone, which stay");
    }
}
