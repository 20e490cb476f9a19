//! What an object as a whole must hold to, and the feed when all of it is known.

use super::known::Version;
use super::tables::{AUTHOR, FEED, ITEM, Object};
use super::walk::{Frame, Walk};
use crate::validate::rules::json_feed as rules;
use crate::validate::{Position, Rule};

impl Walk<'_> {
    /// Judges an object at its end.
    pub(super) fn whole(&mut self, object: &'static Object, frame: &Frame) {
        for member in object.members.iter().filter(|member| member.required) {
            if frame.seen & object.bit(member.name) == 0 {
                let message = format!("{} must have {}", object.name, member.name);
                self.findings.report(&rules::MISSING_MEMBER, frame.at, message);
            }
        }
        if object.name == AUTHOR.name && frame.seen == 0 {
            let message = "author must have name, url or avatar";
            self.findings.report(&rules::EMPTY_AUTHOR, frame.at, message);
        }
        if let Some(at) = frame.author.filter(|_| frame.seen & object.bit("authors") == 0) {
            self.deprecated(at);
        }
        if object.name == ITEM.name {
            self.item(frame);
        } else if object.name == FEED.name {
            self.feed(frame);
        }
    }

    fn item(&mut self, frame: &Frame) {
        let has = |name| frame.seen & ITEM.bit(name) != 0;
        if !has("content_html") && !has("content_text") {
            let message = "item must have content_html or content_text";
            self.findings.report(&rules::MISSING_CONTENT, frame.at, message);
        }
        if !has("url") {
            self.findings.report(&rules::MISSING_ITEM_URL, frame.at, "item should have url");
        }
    }

    fn feed(&mut self, frame: &Frame) {
        let has = |name| frame.seen & FEED.bit(name) != 0;
        // What calls itself nothing, but looks like a feed.
        self.known.named |= !has("version") && has("title") && has("items");
        let recommended: [(&[&str], &'static Rule); 3] = [
            (&["home_page_url"], &rules::MISSING_HOME_PAGE_URL),
            (&["feed_url"], &rules::MISSING_FEED_URL),
            (&["icon", "favicon"], &rules::MISSING_ICON),
        ];
        for (names, rule) in recommended {
            if !names.iter().any(|name| has(name)) {
                let message = format!("feed should have {}", names.join(" or "));
                self.findings.report(rule, frame.at, message);
            }
        }
        let web_sub = self.known.web_sub.filter(|_| !has("feed_url"));
        if let Some(at) = web_sub {
            let message = "a feed with a WebSub hub should have feed_url";
            self.findings.report(&rules::HUB_WITHOUT_FEED_URL, at, message);
        }
    }

    /// Notes a member that version 1 does not have.
    pub(super) fn newer(&mut self, at: Position, name: &'static str) {
        match self.known.version {
            None => self.known.newer.push((at, name)),
            Some(Version::First) => {
                let message = format!("{name} came with version 1.1, but version is 1");
                self.findings.report(&rules::MEMBER_OF_LATER_VERSION, at, message);
            }
            Some(Version::Second | Version::Other) => {}
        }
    }

    /// Notes an author without authors beside it.
    fn deprecated(&mut self, at: Position) {
        match self.known.version {
            None => self.known.deprecated.push(at),
            Some(Version::First) => {}
            Some(Version::Second | Version::Other) => {
                let message = "author should have authors beside it, or in its place";
                self.findings.report(&rules::DEPRECATED_MEMBER, at, message);
            }
        }
    }

    /// Judges what only the end of the document tells.
    pub(super) fn finish(&mut self) {
        if self.reader.is_broken() {
            return;
        }
        self.known.version.get_or_insert(Version::Second);
        for (at, name) in std::mem::take(&mut self.known.newer) {
            self.newer(at, name);
        }
        for at in std::mem::take(&mut self.known.deprecated) {
            self.deprecated(at);
        }
        let mut silent: Vec<_> = std::mem::take(&mut self.known.extensions)
            .into_iter()
            .filter_map(|(name, at)| Some((at?, name)))
            .collect();
        silent.sort();
        for (at, name) in silent {
            let name: String = name.chars().take(40).collect();
            let message = format!("{name} should say once what it is about");
            self.findings.report(&rules::EXTENSION_WITHOUT_ABOUT, at, message);
        }
        self.addresses();
    }

    fn addresses(&mut self) {
        let Some(feed_url) = &self.known.feed_url else { return };
        let served_from = self.served_from.filter(|served| *served != feed_url.text);
        if let Some(served) = served_from {
            let found: String = feed_url.text.chars().take(80).collect();
            let message = format!("feed_url should be {served:?}, but is {found:?}");
            self.findings.report(&rules::FEED_URL_ELSEWHERE, feed_url.at, message);
        }
        let next = self.known.next_url.as_ref().filter(|next| next.text == feed_url.text);
        if let Some(next) = next {
            let message = "next_url must not be the same as feed_url";
            self.findings.report(&rules::NEXT_URL_IS_FEED_URL, next.at, message);
        }
    }
}
