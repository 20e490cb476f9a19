//! What holds of every HTML under every set of steps.

use crate::addresses::{addresses, in_set, in_style, relative};
use crate::dom::{Dom, Scripting};
use crate::feed::{PAGE, content, content_in_json};
use crate::generate::html;
use proptest::prelude::*;
use std::collections::BTreeSet;
use url::Url;
use wp2feed::{Html, HtmlStep};

/// The sets that have a name, and each step alone.
fn sets() -> impl Iterator<Item = Html> {
    let alone = HtmlStep::ALL.into_iter().map(|step| Html::RAW.with(step));
    [Html::RAW, Html::FAITHFUL, Html::CLEAN].into_iter().chain(alone)
}

/// What a set that only keeps the author's markup may not change.
fn seen(html: &str) -> String {
    Dom::parse(html, Scripting::Off).text()
}

/// Every address that somebody could take out of HTML, in whatever attribute or script it stands, as it
/// is and resolved.
fn known(html: &str) -> BTreeSet<String> {
    let page = Url::parse(PAGE).expect("an address");
    let mut known = BTreeSet::new();
    // What follows a frame that nothing closes is opened.
    let opened = html.replace("<iframe", "<i-frame");
    let doms = [(html, Scripting::Off), (html, Scripting::On), (&opened, Scripting::Off)];
    for dom in doms.map(|(html, scripting)| Dom::parse(html, scripting)) {
        let values = dom.elements().into_iter().flat_map(|element| element.attributes);
        for (_, value) in values {
            let words = value.split_ascii_whitespace().map(str::to_owned);
            let parts = in_set(&value).into_iter().chain(in_style(&value)).chain(words);
            known.extend(parts.chain([value.clone()]));
        }
    }
    known.extend(html.split(['"', '\'', '>', '<', '=']).map(str::to_owned));
    // What is made anew for each request goes: the secret of an embedded post, the number of a player.
    let settled = |it: &String| {
        ["#?secret=", "?_="].iter().find_map(|made| Some(it.split_once(made)?.0.to_owned()))
    };
    let settled: Vec<String> = known.iter().filter_map(settled).collect();
    known.extend(settled);
    // The frame of an embedded post becomes a link to the post.
    let posts = known.iter().filter_map(|it| it.strip_suffix("embed/").map(str::to_owned));
    known.extend(posts.collect::<Vec<_>>());
    let resolved: Vec<String> =
        known.iter().filter_map(|it| page.join(it).ok().map(String::from)).collect();
    known.extend(resolved);
    known
}

fn once_is_enough(html: &str) {
    for set in sets() {
        let once = content(html, set);
        assert_eq!(content(&once, set), once, "{set:?}");
    }
}

/// Reading the feeds is the proof: parsers of other people do it.
fn every_feed_can_be_read(html: &str) {
    for set in sets() {
        content(html, set);
        content_in_json(html, set);
    }
}

fn no_address_is_made_up(html: &str) {
    let known = known(&content(html, Html::RAW));
    // The links that take the place of films lead to their pages, and show their pictures.
    let films = ["youtube", "ytimg", "vimeo"].iter().any(|host| html.contains(host));
    // With the markup, characters are mended that were never meant; addresses have them encoded.
    let odd =
        html.contains(|c| matches!(c, '\u{7F}'..='\u{9F}' | '\u{FFFD}' | '\u{FDD0}'..='\u{FDEF}'));
    let made = |set: &Html| films && set.has(HtmlStep::Iframes) || odd && set.has(HtmlStep::Markup);
    for set in sets().filter(|set| !made(set)) {
        for address in addresses(&Dom::parse(&content(html, set), Scripting::Off)) {
            assert!(known.contains(&address.text), "{set:?}: {address:?}");
        }
    }
}

fn faithful_leaves_nothing_relative(html: &str) {
    let page = Url::parse(PAGE).expect("an address");
    let faithful = content(html, Html::FAITHFUL);
    assert_eq!(relative(&Dom::parse(&faithful, Scripting::Off), &page), [""; 0], "{faithful}");
}

fn faithful_keeps_what_is_read(html: &str) {
    assert_eq!(seen(&content(html, Html::FAITHFUL)), seen(&content(html, Html::RAW)));
}

const LAWS: [fn(&str); 5] = [
    once_is_enough,
    every_feed_can_be_read,
    no_address_is_made_up,
    faithful_leaves_nothing_relative,
    faithful_keeps_what_is_read,
];

/// What chance has found, and what was mended.
const FOUND: &[&str] = &[
    "<p \u{1}src=/c.png>word </p>",
    "<iframe href=><audio>word </audio>",
    "<IMG data-src=\"/x.png\" data-bg=\"../up\">",
    "<a href=/x><video src=/v.mp4></video></a>",
    "<a href=/x><noscript><video src=/v.mp4></video></noscript></a>",
    "<iframe href=\"/x.png\"><p><img alt=\"x<img alt=\"x",
    "<a href=/x></b><audio src=/a.mp3></audio>",
];

#[test]
fn what_was_found_stays_mended() {
    for html in FOUND {
        LAWS.iter().for_each(|law| law(html));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_of_any_html(html in html(), law in 0..LAWS.len()) {
        LAWS[law](&html);
    }
}
