//! Whatever HTML a post holds, each set of steps leaves the feed well-formed, and once is enough.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::json;
use wp2feed::{Html, HtmlStep, Options};

/// The content after the steps, as it is read from a feed.
fn content(html: &str, steps: Html) -> String {
    let post = json!({"id": 7, "link": "https://e.org/7/", "content": {"rendered": html}});
    let options = Options { html: steps, ..Options::default() };
    let (feed, _) = wp2feed::read(post.to_string().as_bytes(), &options).expect("a post");
    for format in wp2feed::Format::ALL {
        wp2feed_fuzz::assert_well_formed(&format.write(&feed, false), format);
    }
    feed.entries.into_iter().next().and_then(|entry| entry.content).unwrap_or_default()
}

/// Chooses a set by the bits of a number.
fn steps(bits: u16) -> Html {
    let chosen = HtmlStep::ALL.into_iter().filter(|step| bits >> *step as u16 & 1 == 1);
    chosen.fold(Html::RAW, Html::with)
}

fuzz_target!(|input: (u16, &str)| {
    let (bits, html) = input;
    let once = content(html, steps(bits));
    assert_eq!(content(&once, steps(bits)), once);
});
