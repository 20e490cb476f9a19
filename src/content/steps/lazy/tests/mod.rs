//! What lazy loaders write, and what is made of it.

mod twins;

use super::table::{BACKGROUNDS, CLASSES, MARKS, ROWS};
use crate::content::noticed::Noticed;
use crate::content::page::Page;
use crate::content::{Look, pass};
use crate::options::{Html, HtmlStep};
use crate::report::NoteKind;
use proptest::prelude::*;
use twins::{LAZY, PROMOTED, TWIN};

/// Promotes, and tells what was noticed; a second time must change nothing.
fn promoted(html: &str) -> (String, Vec<NoteKind>) {
    let only = Html::RAW.with(HtmlStep::Lazy);
    let page = Page::new(only, None);
    let mut noticed = Noticed::default();
    let once = pass::rewrite(html, &page, &mut noticed).unwrap();
    let twice = pass::rewrite(&once, &page, &mut Noticed::default()).unwrap();
    assert_eq!(twice, once, "a second time changes {html}");
    let kinds: Vec<_> = noticed.iter().map(|(kind, _)| kind).collect();
    if once != html || !kinds.is_empty() {
        assert!(Look::new(only).has_work(html), "a look must see {html}");
    }
    (once, kinds)
}

fn becomes(before: &str, after: &str) {
    assert_eq!(promoted(before), (after.to_owned(), vec![]), "from {before}");
}

fn stays(html: &str) {
    becomes(html, html);
}

const GIF: &str = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

#[test]
fn each_attribute_of_the_table_is_promoted() {
    for row in ROWS {
        let held = row.held;
        match row.real {
            "src" => {
                becomes(&format!(r#"<img src="{GIF}" {held}="/a.jpg">"#), r#"<img src="/a.jpg">"#);
                becomes(
                    &format!(r#"<iframe src="about:blank" {held}="/a"></iframe>"#),
                    r#"<iframe src="/a"></iframe>"#,
                );
            }
            "srcset" => becomes(
                &format!(r#"<source srcset="" {held}="/a.jpg 2x, /b.jpg">"#),
                r#"<source srcset="/a.jpg 2x, /b.jpg">"#,
            ),
            "sizes" => becomes(
                &format!(r#"<img src="{GIF}" data-src="/a.jpg" {held}="50vw">"#),
                r#"<img src="/a.jpg" sizes="50vw">"#,
            ),
            "poster" => becomes(
                &format!(r#"<video poster="{GIF}" {held}="/a.jpg"></video>"#),
                r#"<video poster="/a.jpg"></video>"#,
            ),
            real => panic!("a row for {real}"),
        }
    }
}

#[test]
fn an_attribute_of_lazy_loaders_alone_is_promoted_over_a_small_picture() {
    for row in ROWS.iter().filter(|row| row.real == "src") {
        let html = format!(r#"<img src="/small.jpg" {}="/a.jpg">"#, row.held);
        becomes(&html, if row.alone { r#"<img src="/a.jpg">"# } else { &html });
    }
}

#[test]
fn what_shows_nothing_has_its_address_from_an_attribute_of_whatever_plugin() {
    for name in ["data-cli-src", "data-cky-src", "uc-src", "data-consent-src", "data-some_src"] {
        becomes(
            &format!(r#"<iframe {name}="//v.example/1"></iframe>"#),
            r#"<iframe src="//v.example/1"></iframe>"#,
        );
        becomes(&format!(r#"<img src="{GIF}" {name}="/a.jpg">"#), r#"<img src="/a.jpg">"#);
        stays(&format!(r#"<img src="/small.jpg" {name}="/a.jpg">"#));
        stays(&format!(r#"<iframe {name}="self"></iframe><iframe srcdoc="x" {name}=""></iframe>"#));
        stays(&format!(r#"<video {name}="/a.mp4"><source src="/b.mp4" {name}="/c"></video>"#));
    }
    becomes(
        r#"<img data-pk-srcset="/a.jpg 2x" data-pk-src="/b.jpg">"#,
        r#"<img srcset="/a.jpg 2x" src="/b.jpg">"#,
    );
    // What is known is surer.
    becomes(
        r#"<iframe data-click-src="/2" consent-original-src-_="/1"></iframe>"#,
        r#"<iframe data-click-src="/2" src="/1"></iframe>"#,
    );
    stays(r#"<img alt="A" data-placeholder-src="/a.jpg" data-error-src="/b.jpg">"#);
}

#[test]
fn each_class_marks_what_is_lazy_and_goes() {
    for class in CLASSES {
        becomes(
            &format!(r#"<img class="wide {class}" src="/small.jpg" data-src="/a.jpg">"#),
            r#"<img class="wide" src="/a.jpg">"#,
        );
        becomes(
            &format!(r#"<img class='{class}' src="{GIF}" data-src="/a.jpg">"#),
            r#"<img src="/a.jpg">"#,
        );
    }
    for mark in MARKS {
        becomes(
            &format!(r#"<img {mark}="1" src="/small.jpg" data-src="/a.jpg">"#),
            r#"<img src="/a.jpg">"#,
        );
    }
}

#[test]
fn each_background_goes_into_the_style() {
    for held in BACKGROUNDS {
        becomes(
            &format!(r#"<div class="lazyload hero" {held}="https://e.example/a.jpg">x</div>"#),
            r#"<div class="hero" style="background-image:url('https://e.example/a.jpg')">x</div>"#,
        );
        becomes(
            &format!(r#"<a {held}="url('a.png')" style="color:red">x</a>"#),
            r#"<a style="color:red;background-image:url('a.png')">x</a>"#,
        );
        becomes(
            &format!(
                r#"<p {held}="/a.png" style="background-image:url('data:,');color:red">x</p>"#
            ),
            r#"<p style="background-image:url('data:,');color:red;background-image:url('/a.png')">x</p>"#,
        );
        stays(&format!(r#"<div {held}="dark">x</div>"#));
        stays(&format!(r##"<div {held}="#fff">x</div>"##));
        stays(&format!(r#"<div {held}="/a.jpg" style="background:url(/b.jpg)">x</div>"#));
        stays(&format!(r#"<div {held}="/a.jpg');color:url('">x</div>"#));
        stays(&format!(r#"<div {held}='["/a.jpg","/b.jpg"]'>x</div>"#));
    }
}

/// As the plugins write them, addresses shortened.
#[test]
fn what_plugins_write() {
    // a3 Lazy Load
    becomes(
        r#"<img class="lazy lazy-hidden size-full" src="//e.example/wp-content/plugins/a3-lazy-load/assets/images/lazy_placeholder.gif" data-lazy-type="image" data-src="/a.jpg?x=1&#038;y=2" alt="A" srcset="" data-srcset="/a.jpg 800w, /b.jpg 300w" sizes="(max-width: 800px) 100vw, 800px">"#,
        r#"<img class="size-full" src="/a.jpg?x=1&#038;y=2" alt="A" srcset="/a.jpg 800w, /b.jpg 300w" sizes="(max-width: 800px) 100vw, 800px">"#,
    );
    // Jetpack, where the address is there and its srcset is not
    becomes(
        &format!(
            r#"<img src="/a.jpg" class="size-full jetpack-lazy-image" data-lazy-srcset="/a.jpg 800w" data-lazy-sizes="100vw" data-lazy-src="/a.jpg?is-pending-load=1" srcset="{GIF}">"#
        ),
        r#"<img src="/a.jpg" class="size-full" srcset="/a.jpg 800w" sizes="100vw">"#,
    );
    becomes(
        &format!(
            r#"<img src="/a.jpg" class=" jetpack-lazy-image" data-lazy-src="/a.jpg?is-pending-load=1" srcset="{GIF}">"#
        ),
        r#"<img src="/a.jpg">"#,
    );
    // Avada
    becomes(
        r#"<img class="lazyload wp-image-7" src="/a.jpg" data-orig-src="/a.jpg" srcset="data:image/svg+xml,%3Csvg%20width%3D%278%27%3E%3C%2Fsvg%3E" data-srcset="/a.jpg 800w" data-sizes="auto" data-orig-sizes="50vw">"#,
        r#"<img class="wp-image-7" src="/a.jpg" srcset="/a.jpg 800w" sizes="50vw">"#,
    );
    // EWWW Image Optimizer, which takes the address away
    becomes(
        &format!(
            r#"<img alt="A" srcset="{GIF}" data-src="/a.jpg" decoding="async" data-srcset="/a.jpg 800w" data-sizes="auto" class="lazyload" data-eio-rwidth="800">"#
        ),
        r#"<img alt="A" srcset="/a.jpg 800w" decoding="async" data-eio-rwidth="800" src="/a.jpg">"#,
    );
    // LiteSpeed Cache
    becomes(
        r#"<img data-lazyloaded="1" src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=" data-src="/a.jpg" data-srcset="/a.jpg 2x" data-sizes="50vw">"#,
        r#"<img src="/a.jpg" srcset="/a.jpg 2x" sizes="50vw">"#,
    );
    // Optimole, with a picture of low quality
    becomes(
        r#"<img data-opt-src="https://x.i.optimole.com/q:auto/a.jpg" src="https://x.i.optimole.com/q:eco/a.jpg" old-srcset="/a.jpg 2x">"#,
        r#"<img src="https://x.i.optimole.com/q:auto/a.jpg" srcset="/a.jpg 2x">"#,
    );
    // Cloudflare Mirage
    becomes(
        r#"<img data-cfsrc="/a.jpg" alt="A" style="display:none;visibility:hidden;">"#,
        r#"<img alt="A" src="/a.jpg">"#,
    );
    // WP Rocket's sources within a picture
    becomes(
        r#"<picture><source data-lazy-srcset="/a.webp" type="image/webp"><img src="data:image/svg+xml,%3Csvg%3E%3C/svg%3E" data-lazy-src="/a.jpg"></picture>"#,
        r#"<picture><source type="image/webp" srcset="/a.webp"><img src="/a.jpg"></picture>"#,
    );
}

#[test]
fn the_first_of_a_srcset_is_the_address_where_there_is_none() {
    becomes(
        &format!(
            r#"<img class="lazyload" src="{GIF}" data-srcset="/a.jpg 800w, /b.jpg 300w" data-sizes="auto">"#
        ),
        r#"<img src="/a.jpg" srcset="/a.jpg 800w, /b.jpg 300w">"#,
    );
}

#[test]
fn what_is_there_stays() {
    for html in [
        r#"<img loading="lazy" decoding="async" src="/a.jpg" sizes="auto, (max-width: 300px) 100vw, 300px" srcset="/a.jpg 300w">"#,
        // WooCommerce, Jetpack's Carousel, NextGEN Gallery: the large picture of a gallery.
        r#"<img src="/small.jpg" data-src="/a.jpg" data-large_image="/a.jpg">"#,
        r#"<img class="lazy" src="/small.jpg" data-src="/a.jpg" data-large_image="/a.jpg">"#,
        r#"<img src="/small.jpg" data-orig-file="/a.jpg" data-large-file="/a.jpg" data-full="/a.jpg">"#,
        r#"<a href="/a.jpg" data-src="/a.jpg"><img src="/small.jpg"></a>"#,
        // Script has run, as in static copies.
        r#"<img class="lazyloaded" src="/a.jpg" data-src="/a.jpg">"#,
        r#"<iframe class="wp-embedded-content" src="/embed/"></iframe>"#,
        r#"<video src="/a.mp4" data-poster="/a.jpg" poster="/b.jpg"></video>"#,
        // An own picture, and one for the layout.
        r#"<img src="spacer.gif" width="10"><img alt="nothing">"#,
        r#"<script data-src="/a.js"></script><div data-src="/a.jpg"></div>"#,
    ] {
        stays(html);
    }
}

#[test]
fn what_is_no_address_is_not_promoted() {
    for value in [
        "",
        "#",
        "about:blank",
        "data:image/gif;base64,AAAA",
        "javascript:alert(1)",
        "/{{ src }}",
        "<img src=/a>",
        "true",
    ] {
        let html = format!(r#"<img src="/small.jpg" data-lazy-src="{value}">"#);
        stays(&html);
    }
}

#[test]
fn what_only_a_script_knows_is_noted() {
    for html in [
        format!(r#"<img class="lazyload" src="{GIF}">"#),
        r#"<img class="lazy">"#.to_owned(),
        r#"<iframe class="lazyload" src="about:blank"></iframe>"#.to_owned(),
        format!(r#"<img class="lazy" src="{GIF}" data-src="{{{{ image }}}}">"#),
    ] {
        assert_eq!(promoted(&html), (html.clone(), vec![NoteKind::Lazy]));
    }
    stays(&format!(r#"<img src="{GIF}">"#));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands beside whatever: once is enough, and no text is lost.
    #[test]
    fn once_is_enough(parts in prop::collection::vec(0..PARTS.len(), 0..12)) {
        let html: String = parts.into_iter().map(|part| PARTS[part]).collect();
        let (once, _) = promoted(&html);
        let said = |html: &str| html.matches("said").count();
        prop_assert_eq!(said(&once), said(&html));
    }
}

/// What pages with lazy loaders are made of, whole and broken.
const PARTS: &[&str] = &[
    LAZY,
    TWIN,
    PROMOTED,
    r#"<img class="lazyload" src="data:,">"#,
    r#"<img src="blank.gif">"#,
    r#"<noscript><img src="/b.jpg" class="lazy" data-src="/c.jpg"></noscript>"#,
    r#"<noscript><img src="/b.jpg" data-lazy-src="/c.jpg">said</noscript>"#,
    "<noscript><video src=/v><source data-src=/w></video></noscript>",
    "<noscript><img src=/a.jpg><video></noscript>",
    "<noscript><img src=/a.jpg><img src=/b.jpg></noscript>",
    "<noscript></div><img src=/a.jpg></noscript>",
    "<noscript>",
    "</noscript>",
    r#"<video class="lazy" data-src="/v"><source data-src=/w>"#,
    "said</video>",
    r#"<div class="rll-youtube-player" data-src="/f"></div>"#,
    r#"<div class="perfmatters-lazy-youtube" data-src="/f"><img data-x-src="/f.jpg">"#,
    "</div>",
    "<noscript><iframe src=/f></iframe></noscript>",
    r#"<iframe src="about:blank" data-src="/f"></iframe>"#,
    r#"<iframe class=lazy src="about:blank">"#,
    "</iframe>",
    "<picture><source data-srcset='/d.webp 2x'>",
    "</picture>",
    r#"<img data-lazy-src="/1" data-lazy-src="/2" data-litespeed-src="/3" data-src=/4>"#,
    r#"<a href="/x" data-bg="/b.png" class="lazy said">said"#,
    "</a>",
    "<p>said</p>",
    "<svg><noscript><img class=lazyload data-src=/s></noscript></svg>",
    "<!-- ",
    " -->",
    "<script>",
    "</script>",
];
