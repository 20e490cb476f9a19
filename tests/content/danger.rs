//! What could run in the browser of somebody who reads a feed.

use crate::addresses::{in_set, in_style};
use crate::dom::{Dom, Element, Scripting};

/// Elements that run scripts, load documents, or change what the others mean.
const ELEMENTS: [&str; 16] = [
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta",
    "link", "form", "animate", "set", "handler", "portal",
];

/// Attributes that hold text which nobody follows, as all of `data-*` do.
const TEXTS: [&str; 6] = ["alt", "title", "summary", "label", "abbr", "usemap"];

/// Schemes and types of data that run.
const SCHEMES: [&str; 7] = [
    "javascript:",
    "vbscript:",
    "data:text/html",
    "data:application/xhtml",
    "data:text/xml",
    "data:application/xml",
    "data:image/svg",
];

/// Everything that could run, whether the reader runs scripts or not, and once what it parsed is written
/// and parsed anew, as editors and sanitizers do.
pub(crate) fn dangers(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for scripting in [Scripting::Off, Scripting::On] {
        let dom = Dom::parse(html, scripting);
        found.extend(dom.elements().iter().flat_map(in_element));
        for again in [Scripting::Off, Scripting::On] {
            let dom = Dom::parse(&dom.to_html(scripting), again);
            found.extend(dom.elements().iter().flat_map(in_element));
        }
    }
    found.sort();
    found.dedup();
    found
}

fn in_element(element: &Element) -> Vec<String> {
    let mut found = Vec::new();
    if ELEMENTS.contains(&element.name.to_ascii_lowercase().as_str()) {
        found.push(format!("<{}>", element.name));
    }
    for (name, value) in &element.attributes {
        let name = name.to_ascii_lowercase();
        let runs = name.starts_with("on") || name == "srcdoc";
        let is_text = TEXTS.contains(&name.as_str()) || name.starts_with("data-");
        if runs || !is_text && leads_to_script(&name, value) {
            found.push(format!("{} {name}={value}", element.name));
        }
    }
    found
}

fn leads_to_script(name: &str, value: &str) -> bool {
    if name == "style" {
        let style = value.to_ascii_lowercase();
        let runs = ["expression(", "behavior", "-moz-binding"].iter().any(|it| style.contains(it));
        return runs || in_style(value).iter().any(|address| runs_as(address));
    }
    let parts = value.split([';', ' ']).map(str::to_owned);
    parts.chain(in_set(value)).chain([value.to_owned()]).any(|address| runs_as(&address))
}

/// Tells whether a browser would run it (URL, "basic URL parser", steps 1 to 3).
fn runs_as(address: &str) -> bool {
    let address = address.trim_matches(|c: char| c <= ' ').to_ascii_lowercase();
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    SCHEMES.iter().any(|scheme| address.starts_with(scheme))
}

#[test]
fn what_runs_is_found() {
    for (html, danger) in [
        ("<noscript><p title='</noscript><script>1</script>'>", "<script>"),
        ("<template><script></script></template>", "<script>"),
        ("<svg><script></script></svg>", "<script>"),
        ("<svg><style></svg>", "<style>"),
        ("<p OnClick=x>", "p onclick=x"),
        ("<a href=' java\tscript:x'>", "a href= java\tscript:x"),
        ("<img srcset='x 1x, vbscript:x 2x'>", "img srcset=x 1x, vbscript:x 2x"),
        ("<p style='background:url(javascript:x)'>", "p style=background:url(javascript:x)"),
        ("<a href='DATA:text/html,x'>", "a href=DATA:text/html,x"),
        ("<svg><a values='x;javascript:y'>", "a values=x;javascript:y"),
        ("<p srcdoc=x>", "p srcdoc=x"),
        // Text where scripts run, an element once it was written and parsed where they don't.
        ("<noscript><img src=x onerror=y></noscript>", "img onerror=y"),
    ] {
        assert!(dangers(html).contains(&danger.to_owned()), "{html}: {:?}", dangers(html));
    }
    for html in [
        "<p title='javascript:x' alt='<script>' style='color: red'>javascript:x &lt;script></p>",
        "<img src='data:image/gif;base64,R0' srcset='https://e.example/x 1x'>",
        "<a href='https://e.example/?javascript:x'>on</a>",
    ] {
        assert_eq!(dangers(html), [""; 0], "{html}");
    }
}
