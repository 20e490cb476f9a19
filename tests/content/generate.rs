//! HTML made by chance from what themes, plugins, authors and broken editors put into posts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Elements that steps look for, and those that make parsers behave differently.
const TAGS: &[&str] = &[
    "p",
    "a",
    "b",
    "div",
    "span",
    "img",
    "br",
    "iframe",
    "audio",
    "video",
    "source",
    "track",
    "noscript",
    "script",
    "style",
    "object",
    "embed",
    "param",
    "form",
    "input",
    "button",
    "select",
    "option",
    "textarea",
    "label",
    "figure",
    "picture",
    "blockquote",
    "q",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "svg",
    "use",
    "math",
    "mtext",
    "title",
    "template",
    "link",
    "meta",
    "base",
    "pre",
    "amp-img",
    "center",
    "h2",
    "foreignObject",
    "xmp",
    "noembed",
    "IMG",
    "details",
];

/// Attributes that hold addresses, lists of them, or what steps look at.
const ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "srcset",
    "poster",
    "data",
    "cite",
    "action",
    "formaction",
    "background",
    "data-src",
    "data-lazy-src",
    "data-srcset",
    "data-lazy-srcset",
    "data-original",
    "data-bg",
    "xlink:href",
    "HREF",
    "imagesrcset",
    "longdesc",
    "ping",
    "usemap",
];

const ADDRESSES: &[&str] = &[
    "/x.png",
    "x.jpg?a=1&b=2",
    "x?a=1&amp;b=2",
    "#note",
    "?p=3",
    "../up",
    "//cdn.example/ä.png",
    "https://e.example/x",
    "HTTP://E.example",
    "https://www.youtube.com/embed/abc123?rel=0",
    "https://player.vimeo.com/video/7",
    "mailto:a@e.example",
    "javascript:alert(1)",
    "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==",
    "",
    " ",
    "x y",
    " /padded ",
    "http://[",
    "//[",
    "java\nscript:x",
    "/a&quot;b",
    "/a&#x22;b",
    "&#47;x",
    "tel:+1",
    "/港/é",
    "/x\u{1}y",
    "%zz",
    "about:blank",
    "blob:x",
    "\\\\h\\p",
    "https:/x",
    "https:x",
    ".",
    "/x.png 2x",
    "/a,b.png 1x, c.png 2x",
    "a.png, https://e.example/b.png 300w",
    "/1.png 1x,,",
];

const STYLES: &[&str] = &[
    "color: red",
    "display:none",
    "position: absolute; clip: rect(1px, 1px, 1px, 1px);",
    "background:url(/bg.png)",
    "background-image: url('../bg.png'); color: red",
    "width:100%;;",
    "background:url( \"x y.png\" )",
    "content: 'url(x)'",
    "background:url(&quot;/q.png&quot;)",
    "}{",
    "/* url(x) */ color: red",
    "background:u\\72l(/x.png)",
    "background:url(/x.png",
];

const TEXTS: &[&str] = &[
    "word ",
    " ",
    "\n",
    "5 < 6 &amp; 7 > 3",
    "&lt;p&gt;",
    "&nbsp;",
    "&#8217;",
    "&copy",
    "a & b",
    "<",
    "茶と菓子",
    "שלום",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{0}",
    "\u{1}",
    "\u{B}",
    "\u{C}",
    "\r\n",
    "\u{96}",
    "\u{FFFD}",
    "\u{FFFE}",
    "\u{2028}",
    "]]>",
    "https://e.example/bare",
    "{{x}}",
    "[gallery]",
];

/// What comes as a whole.
const PIECES: &[&str] = &[
    "<!-- wp:paragraph {\"a\":\"<b>\"} -->",
    "<!-- /wp:paragraph -->",
    "<!--more-->",
    "<!--more Read on-->",
    "<!--nextpage-->",
    "<!--noteaser-->",
    "<!-- a > b -->",
    "<!-->",
    "<!--",
    "-->",
    "<![CDATA[x]]>",
    "<?php echo '>'; ?>",
    "<!DOCTYPE html>",
    "</p>",
    "</div>",
    "</a>",
    "<p",
    "<a href=",
    "<img alt=\"x",
    "<plaintext>",
    "</plaintext>",
    "</script>",
    "</noscript>",
    "<span id=\"more-7\"></span>",
    "<img src=\"data:image/gif;base64,R0\" data-src=\"/l.jpg\" data-srcset=\"/l.jpg 1x, /m.jpg 2x\" class=\"lazyload\">\
     <noscript><img src=\"/l.jpg\" alt=\"tea\"></noscript>",
    "<noscript>&lt;img src=\"/n.jpg\"&gt;</noscript>",
    "<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" style=\"position: absolute; clip: rect(1px, 1px, 1px, 1px);\" \
     src=\"/other/embed/#?secret=AbCdEfGhIj\" data-secret=\"AbCdEfGhIj\"></iframe>",
    "<blockquote class=\"wp-embedded-content\" data-secret=\"AbCdEfGhIj\"><a href=\"/other/\">Other</a></blockquote>",
    "<iframe title=\"A film\" src=\"https://www.youtube.com/embed/abc123?feature=oembed\" allowfullscreen></iframe>",
    "<iframe src=\"about:blank\" data-src=\"//player.vimeo.com/video/7\"></iframe>",
    "<audio class=\"wp-audio-shortcode\" id=\"audio-7-1\" controls><source type=\"audio/mpeg\" src=\"/a.mp3?_=1\" />\
     <a href=\"/a.mp3\">/a.mp3</a></audio>",
    "<video src=\"/v.mp4\" poster=\"/v.jpg\"></video>",
    "<div id=\"gallery-1\" class=\"gallery galleryid-7\"><dl><dt><a href=\"/p/\"><img src=\"/t.jpg\"></a></dt></dl></div>",
    "<div class=\"wp-playlist\"><noscript><ol><li><a href=\"/a.mp3\">A</a></li></ol></noscript>\
     <script type=\"application/json\" class=\"wp-playlist-script\">{\"tracks\":[{\"src\":\"/a.mp3\",\"title\":\"A\"}]}</script></div>",
    "<p>The post <a href=\"https://e.example/2024/07/tea/\">Tea</a> appeared first on <a href=\"https://e.example\">E</a>.</p>",
    "<object data=\"/f.pdf\" type=\"application/pdf\"><p>Get <a href=\"/f.pdf\">it</a></p></object>",
    "<svg><defs><path id=\"a\"/></defs><use xlink:href=\"#a\"/><style>a{}</style></svg>",
];

fn attribute() -> impl Strategy<Value = String> {
    let quote = select(vec!["\"", "'", ""]);
    let address = (select(ATTRIBUTES), select(ADDRESSES), quote.clone());
    let style = (Just("style"), select(STYLES), quote);
    // lol_html 3.0 takes what a `<textarea a=>` or its like holds for elements; nobody writes that.
    let written = |(name, value, quote): (&str, &str, &str)| match value.trim() {
        "" => format!(" {name}=\"{value}\""),
        _ => format!(" {name}={quote}{value}{quote}"),
    };
    let other = select(vec![
        " class=\"lazyload wp-embedded-content\"",
        " class='wp-video-shortcode'",
        " onclick=\"x('/y')\"",
        " ONERROR=x",
        " title=\"A &quot;title&quot;\"",
        " alt=tea",
        " id=\"video-7-2\"",
        " data-secret=\"Zz09Zz09Zz\"",
        " loading=lazy",
        " hidden",
        " width=1 height=1",
        " /",
        " =x",
        " \u{1}src=/c.png",
    ]);
    prop_oneof![
        4 => address.prop_map(written),
        1 => style.prop_map(written),
        1 => other.prop_map(str::to_owned),
    ]
}

fn start_tag() -> impl Strategy<Value = String> {
    let end = select(vec![">", ">", ">", " />", ""]);
    (select(TAGS), vec(attribute(), 0..4), end)
        .prop_map(|(tag, attributes, end)| format!("<{tag}{}{end}", attributes.concat()))
}

fn end_tag() -> impl Strategy<Value = String> {
    select(TAGS).prop_map(|tag| format!("</{tag}>"))
}

/// An element that is closed.
fn element() -> impl Strategy<Value = String> {
    (select(TAGS), vec(attribute(), 0..3), select(TEXTS))
        .prop_map(|(tag, attributes, text)| format!("<{tag}{}>{text}</{tag}>", attributes.concat()))
}

/// HTML as nobody would want it.
pub(crate) fn html() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => start_tag(),
        2 => end_tag(),
        3 => element(),
        3 => select(TEXTS).prop_map(str::to_owned),
        4 => select(PIECES).prop_map(str::to_owned),
    ];
    vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}
