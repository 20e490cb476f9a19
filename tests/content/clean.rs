//! What clean promises: the W3C's validator has nothing to say, nothing that people read is lost but for
//! what is named here, and nothing that runs survives.

use crate::corpus::posts;
use crate::danger::dangers;
use crate::feed::{content, content_in_json};
use crate::generate::html;
use crate::hostile::inputs;
use crate::recorded::{in_xml, left_relative, seen, texts};
use crate::validator::complaints;
use percent_encoding::percent_decode_str;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use similar::{DiffTag, TextDiff};
use std::collections::BTreeSet;
use wp2feed::Html;

/// What may stand open before the HTML.
const OPEN: [&str; 16] = [
    "",
    "<svg>",
    "<svg><desc>",
    "<math>",
    "<math><mtext>",
    "<math><annotation-xml>",
    "<select>",
    "<table>",
    "<noscript>",
    "<template>",
    "<title>",
    "<textarea>",
    "<xmp>",
    "<!--",
    "<p title='",
    "<iframe>",
];

/// Words in the place of others.
struct Change {
    gone: String,
    come: String,
    /// All the HTML of the post.
    html: String,
}

/// Tells whether it is what a name says.
type Names = fn(&Change) -> bool;

/// What clean may change of what people read.
const CHANGES: &[(&str, Names)] = &[
    ("a frame, an object or a player is a link, and says what it said of itself", |change| {
        let Some((before, after)) = change.come.split_once(&change.gone) else { return false };
        let mut words = before.split(' ').chain(after.split(' '));
        let told = change.told();
        change.come != change.gone && words.all(|word| is_made_of(word, &told))
    }),
    ("of a list to choose from nothing is left", |change| {
        let options = change.html.split("<option").skip(1);
        let texts = options.filter_map(|option| option.split(['<', '>']).nth(1));
        change.come.is_empty()
            && without_blanks(&texts.collect::<String>()) == without_blanks(&change.gone)
    }),
    ("a formula says on a line what stood above and below", |change| {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        change.html.contains("<math") && letters(&change.gone) == letters(&change.come)
    }),
    ("what stood beside each other in a form has a blank between", |change| {
        without_blanks(&change.gone) == without_blanks(&change.come)
    }),
    ("a control character is gone, or what Windows has in its place is there", |change| {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| !c.is_control() && !is_of_windows(*c)).collect()
        };
        let signs = |text: &str| text.chars().filter(|c| is_of_windows(*c)).count();
        plain(&change.gone) == plain(&change.come) && signs(&change.come) >= signs(&change.gone)
    }),
];

impl Change {
    /// What the HTML says in whatever way: as text, in attributes, or within an address.
    fn told(&self) -> String {
        let said = htmlize::unescape_attribute(&*self.html);
        let within = percent_decode_str(&said).decode_utf8_lossy();
        without_blanks(&format!("{said}{within}")).to_lowercase()
    }
}

/// Tells whether a word is made of no more than pieces of what was told, as it is where
/// blocks have no blank between them.
fn is_made_of(word: &str, told: &str) -> bool {
    let mut rest = word.to_lowercase();
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let Some(end) = ends.take_while(|&end| told.contains(&rest[..end])).last() else {
            return false;
        };
        if end < 4 && end < rest.len() {
            return false;
        }
        rest.drain(..end);
    }
    true
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What Windows-1252 has where Unicode has the controls from U+0080 to U+009F.
fn is_of_windows(c: char) -> bool {
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}

/// The blanks around the signs of formulas are none that count.
fn changes(before: &str, after: &str) -> Vec<(String, String)> {
    let (before, after) = (before.replace(" < ", "<"), after.replace(" < ", "<"));
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.split(' ').collect(), after.split(' ').collect());
    let diff = TextDiff::from_slices(&before, &after);
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    changed.map(|op| (before[op.old_range()].join(" "), after[op.new_range()].join(" "))).collect()
}

/// What faithful tells in addition of players it promises itself.
#[test]
fn clean_changes_only_what_is_named_of_what_people_read() {
    let (mut met, mut complaints) = (BTreeSet::new(), Vec::new());
    for post in posts() {
        let Some(faithful) = post.entry(Html::FAITHFUL) else { continue };
        let clean = post.entry(Html::CLEAN).expect("the same entry");
        let html: String = texts(&faithful).map(in_xml).collect();
        for (faithful, clean) in seen(&faithful).iter().zip(seen(&clean)) {
            for (gone, come) in changes(&in_xml(faithful), &clean) {
                let change = Change { gone, come, html: html.clone() };
                match CHANGES.iter().find(|(_, is)| is(&change)) {
                    Some((name, _)) => drop(met.insert(*name)),
                    None => complaints.push(format!(
                        "{}: {:?} becomes {:?}",
                        post.name, change.gone, change.come
                    )),
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    let named: BTreeSet<&str> = CHANGES.iter().map(|(name, _)| *name).collect();
    assert_eq!(met, named, "what is named occurs");
}

#[test]
fn the_validator_has_nothing_to_say_of_clean() {
    let mut found = Vec::new();
    for post in posts() {
        let Some(entry) = post.entry(Html::CLEAN) else { continue };
        let of = texts(&entry).flat_map(|html| complaints(&in_xml(html)));
        let of = of.chain(left_relative(&entry));
        found.extend(of.map(|complaint| format!("{}: {complaint}", post.name)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The recordings would not satisfy it as they are.
#[test]
fn the_validator_has_something_to_say_of_raw() {
    let raw = posts().iter().filter_map(|post| post.entry(Html::RAW)).collect::<Vec<_>>();
    let found: Vec<String> = raw.iter().flat_map(texts).flat_map(complaints).collect();
    for kind in ["element: ", "attribute: ", "style: ", "relative: ", "not HTML: "] {
        assert!(found.iter().any(|complaint| complaint.starts_with(kind)), "{kind}");
    }
}

#[test]
fn nothing_that_runs_survives() {
    let mut all = Vec::new();
    for (open, html) in OPEN.iter().flat_map(|open| inputs().map(move |html| (open, html))) {
        let html = format!("{open}{html}");
        let clean = content(&html, Html::CLEAN);
        let found = dangers(&clean).into_iter().chain(complaints(&clean));
        all.extend(found.map(|found| format!("{html}\n  {clean}\n  {found}")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// What a feed can't hold must not hide what it stands in.
#[test]
fn characters_that_are_left_out_hide_nothing() {
    for html in inputs() {
        for (whole, parted) in
            [("script", "scr\u{1}ipt"), ("on", "o\u{B}n"), ("<", "<\0"), ("<", "<\u{FFFF}")]
        {
            let html = html.replace(whole, parted);
            for clean in [content(&html, Html::CLEAN), content_in_json(&html, Html::CLEAN)] {
                assert_eq!(dangers(&clean), [""; 0], "{html:?}: {clean:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_runs_survives_when_it_is_mixed(
        pieces in vec((select(inputs().collect::<Vec<_>>()), 0..200usize, 0..200usize), 1..5)
    ) {
        let piece = |(html, from, length): &(&str, usize, usize)| -> String {
            html.chars().skip(from % (html.chars().count() + 1)).take(*length).collect()
        };
        let clean = content(&pieces.iter().map(piece).collect::<String>(), Html::CLEAN);
        prop_assert_eq!(dangers(&clean), [""; 0], "{}", clean);
    }

    #[test]
    fn the_validator_has_nothing_to_say_of_any_html(html in html()) {
        let clean = content(&html, Html::CLEAN);
        prop_assert_eq!(complaints(&clean), [""; 0], "{}", clean);
        prop_assert_eq!(dangers(&clean), [""; 0], "{}", clean);
        prop_assert_eq!(content(&clean, Html::CLEAN), clean);
    }
}
