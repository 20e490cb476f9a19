//! Elements that stand beside a `<noscript>` with the same in it.

use super::{GIF, becomes, stays};

pub(super) const LAZY: &str = r#"<img class="lazyload" src="data:," data-src="/a.jpg">"#;
pub(super) const TWIN: &str = r#"<noscript><img src="/a.jpg"></noscript>"#;
pub(super) const PROMOTED: &str = r#"<img src="/a.jpg">"#;

#[test]
fn the_twin_of_what_is_promoted_goes() {
    becomes(&format!("<p>{LAZY}{TWIN}</p>"), &format!("<p>{PROMOTED}</p>"));
    // Autoptimize has it before.
    becomes(&format!("<p>{TWIN}{LAZY}</p>"), &format!("<p>{PROMOTED}</p>"));
    becomes(&format!("<a href=x>{LAZY}</a>\n {TWIN}"), &format!("<a href=x>{PROMOTED}</a>\n "));
    // EWWW has it behind the picture element, WP Rocket within.
    becomes(
        &format!("<picture><source data-srcset=/a.webp>{LAZY}</picture>{TWIN}"),
        &format!(r#"<picture><source srcset="/a.webp">{PROMOTED}</picture>"#),
    );
    becomes(&format!("<picture>{LAZY}{TWIN}</picture>"), &format!("<picture>{PROMOTED}</picture>"));
    // Jetpack marks the address.
    becomes(
        r#"<img data-lazy-src="/a.jpg?w=9&amp;is-pending-load=1" src="data:,"><noscript><img data-lazy-fallback="1" src="/a.jpg?w=9" /></noscript>"#,
        r#"<img src="/a.jpg?w=9&amp;is-pending-load=1">"#,
    );
    becomes(
        r#"<iframe src="about:blank" data-lazy-src="/f"></iframe><NOSCRIPT><iframe src="/f"></iframe></NOSCRIPT>"#,
        r#"<iframe src="/f"></iframe>"#,
    );
    becomes(
        r#"<video class="lazy" data-src="/v.mp4">Old browser.</video><noscript><video src="/v.mp4">Old browser.</video></noscript>"#,
        r#"<video src="/v.mp4">Old browser.</video>"#,
    );
}

#[test]
fn twins_are_told_apart_by_their_addresses() {
    let (other, twin) = (LAZY.replace("/a.", "/b."), TWIN.replace("/a.", "/b."));
    let both = format!(r#"{PROMOTED}<img src="/b.jpg">"#);
    becomes(&format!("{LAZY}{TWIN}{other}{twin}"), &both);
    becomes(&format!("{TWIN}{LAZY}{twin}{other}"), &both);
    // One of two has none.
    becomes(&format!("{LAZY}{twin}{other}"), &both);
    // The same picture in another format.
    let (webp, webp_b) = (LAZY.replace("jpg", "webp"), other.replace("jpg", "webp"));
    let both = r#"<img src="/a.webp"><img src="/b.webp">"#;
    becomes(&format!("{webp}{TWIN}{webp_b}{twin}"), both);
    becomes(&format!("{TWIN}{webp}{twin}{webp_b}"), both);
}

#[test]
fn a_picture_that_is_there_is_not_there_twice() {
    becomes(&format!("{PROMOTED}{TWIN}"), PROMOTED);
    stays(&format!(r#"<img src="/b.jpg">{TWIN}"#));
}

#[test]
fn where_only_the_twin_knows_the_address_it_is_opened() {
    becomes(
        &format!(r#"<p><img class="lazyload" src="{GIF}">{TWIN}</p>"#),
        &format!("<p>{PROMOTED}</p>"),
    );
    becomes(&format!(r#"<p>{TWIN}<img src="{GIF}"></p>"#), &format!("<p>{PROMOTED}</p>"));
    // BJ Lazy Load puts a picture in the place of a frame.
    becomes(
        &format!(
            r#"<img src="{GIF}"  class="lazy lazy-hidden" data-lazy-type="iframe" data-lazy-src="&lt;iframe src=&quot;/f&quot;&gt;&lt;/iframe&gt;" alt=""><noscript><iframe src="/f"></iframe></noscript>"#
        ),
        r#"<iframe src="/f"></iframe>"#,
    );
    // WP Rocket a box, and Perfmatters one with a picture in it.
    let frame = r#"<iframe src="https://www.youtube.com/embed/abc"></iframe>"#;
    let picture = r#"<div><img src="data:," data-src="/abc.jpg"><div class="play"></div></div>"#;
    for (class, inner) in [("rll-youtube-player", ""), ("perfmatters-lazy-youtube", picture)] {
        let start =
            format!(r#"<div class="{class}" data-src="https://www.youtube.com/embed/abc">"#);
        becomes(&format!("{start}{inner}</div><noscript>{frame}</noscript>"), frame);
        for said in ["A film", "<a href=x></a>", "<noscript>A film</noscript>"] {
            stays(&format!("{start}{said}</div><noscript>{frame}</noscript>"));
        }
    }
}

#[test]
fn other_noscripts_stay() {
    for noscript in [
        // They count visitors.
        r#"<noscript><img height="1" width="1" style="display:none" src="https://s.example/p.gif"></noscript>"#,
        r#"<noscript><iframe src="https://s.example/ns.html" height="0" width="0"></iframe></noscript>"#,
        "<noscript>This needs a script.</noscript>",
        r#"<noscript><img src="/c.jpg"><img src="/d.jpg"></noscript>"#,
        r#"<noscript><a href="/poll">The poll</a></noscript>"#,
        // Of another kind.
        r#"<noscript><iframe src="/f"></iframe></noscript>"#,
        // What would swallow what follows.
        r#"<noscript><img src="/a.jpg"><b title="></noscript>"#,
        r#"<noscript><img src="/a.jpg"><!-- </noscript>"#,
        r#"<noscript><img src="/a.jpg"><textarea></noscript>"#,
    ] {
        becomes(&format!("{LAZY}{noscript}"), &format!("{PROMOTED}{noscript}"));
        stays(&format!(r#"<img src="{GIF}">{noscript}"#));
        stays(noscript);
    }
    let apart = format!("{LAZY}<p>Text</p>{TWIN}");
    becomes(&apart, &format!("{PROMOTED}<p>Text</p>{TWIN}"));
    stays("<img src=a.jpg><noscript><img src=a.jpg>");
}
