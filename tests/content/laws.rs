//! What holds of every HTML under every set of steps.

use crate::addresses::{addresses, in_set, in_style};
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
    for dom in [Scripting::Off, Scripting::On].map(|scripting| Dom::parse(html, scripting)) {
        let values = dom.elements().into_iter().flat_map(|element| element.attributes);
        for (_, value) in values {
            let words = value.split_ascii_whitespace().map(str::to_owned);
            let parts = in_set(&value).into_iter().chain(in_style(&value)).chain(words);
            known.extend(parts.chain([value.clone()]));
        }
    }
    known.extend(html.split(['"', '\'', '>', '<', '=']).map(str::to_owned));
    let resolved: Vec<String> =
        known.iter().filter_map(|it| page.join(it).ok().map(String::from)).collect();
    known.extend(resolved);
    known
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn once_is_enough(html in html()) {
        for set in sets() {
            let once = content(&html, set);
            prop_assert_eq!(&content(&once, set), &once, "{:?}", set);
        }
    }

    /// Reading the feeds is the proof: parsers of other people do it.
    #[test]
    fn every_feed_can_be_read(html in html()) {
        for set in sets() {
            content(&html, set);
            content_in_json(&html, set);
        }
    }

    #[test]
    fn no_address_is_made_up(html in html()) {
        let known = known(&content(&html, Html::RAW));
        for set in sets().filter(|set| !set.has(HtmlStep::Iframes)) {
            for address in addresses(&Dom::parse(&content(&html, set), Scripting::Off)) {
                prop_assert!(known.contains(&address.text), "{:?}: {:?}", set, address);
            }
        }
    }

    #[test]
    fn faithful_keeps_what_is_read(html in html()) {
        prop_assert_eq!(seen(&content(&html, Html::FAITHFUL)), seen(&content(&html, Html::RAW)));
    }
}
