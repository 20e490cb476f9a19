//! What contents are held to.

use super::nest::{Nest, Verdict};
use super::tags::Pieces;
use super::{markup, parse, safe};
use crate::validate::values::tests::{found, found_at};
use crate::validate::values::{Context, Judge};

const NONE: [&str; 0] = [];

fn parts(judge: Judge, html: &str) -> Vec<(&'static str, &str)> {
    found_at(judge, html).into_iter().map(|(name, range)| (name, &html[range])).collect()
}

#[test]
fn good_contents_have_no_fault() {
    for html in [
        "<p>a <em>b</em> &amp; c</p>\n<figure class=\"d\"><img src=\"https://e.org/f.png\" alt=\"\"/></figure>",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        "<a href=\"mailto:a@b.org\" data-x=\"y\">a</a><!-- b -->",
        "AT&T & co",
    ] {
        assert_eq!(found(safe, html), NONE, "{html}");
    }
}

#[test]
fn elements_and_attributes_that_readers_take_out_are_pointed_at() {
    assert_eq!(parts(markup, "a <ScRipt>b</sCript>"), [("SecurityRisk", "ScRipt")]);
    assert_eq!(parts(markup, "<embed>"), [("SecurityRisk", "embed")]);
    assert_eq!(parts(markup, "<a OnClick='b()'>c</a>"), [("SecurityRiskAttr", "OnClick")]);
    assert_eq!(parts(markup, "<pony>a</pony>"), [("NotHtml", "pony")]);
    assert_eq!(
        parts(markup, "<?import namespace=\"t\">").first(),
        Some(&("SecurityRisk", "<?import"))
    );
    assert_eq!(parts(markup, "<!-- <script> -->"), []);
}

#[test]
fn styles_are_judged_as_they_are_read() {
    assert_eq!(
        parts(markup, "<p style=\"color:red;position: fixed\">a"),
        [("DangerousStyleAttr", "position")]
    );
    assert_eq!(parts(markup, "<p style=\"font-family:&quot;Arial&quot;\">a"), []);
    assert_eq!(
        parts(markup, "<p style=\"co&#108;or:r;x:y\">a"),
        [("DangerousStyleAttr", "co&#108;or:r;x:y")]
    );
}

#[test]
fn relative_addresses_are_faults_of_rss_alone() {
    let html = "<a class=a href='/b'>c</a><img src=d><video poster=\"https://e.org/f\"></video>";
    assert_eq!(parts(safe, html), [("ContainsRelRef", "/b"), ("ContainsRelRef", "d")]);
    assert_eq!(parts(markup, html), []);
    assert_eq!(parts(safe, "<a href=\" http://a.org/b c \">d</a>"), []);
    assert_eq!(parts(safe, "<a href=\"b c\">d</a>"), [("InvalidUriChar", "b c")]);
    assert_eq!(
        parts(safe, "<a href=\"&#104;ttp://a.org\">d</a><a href>e</a>"),
        [("ContainsRelRef", "")]
    );
}

#[test]
fn mistakes_are_found_with_all_else_in_order() {
    let html = "<b onx>a</p></b><a";
    let expected = [("SecurityRiskAttr", "onx"), ("NotHtml", "</p>"), ("NotHtml", "<a")];
    assert_eq!(parts(markup, html), expected);
}

#[test]
fn messages_name_what_is_judged() {
    let mut faults = Vec::new();
    safe(
        "<a href=\"/about\">a</a>",
        &Context { subject: Some(format_args!("content:encoded")), ..Context::default() },
        &mut faults,
    );
    assert_eq!(
        faults[0].message,
        "content:encoded: expected a whole address, but found \"/about\""
    );
}

/// Numbers that look random, the same at each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// HTML that is mostly, but not always, in good order.
fn fragment(dice: &mut Dice) -> String {
    const ELEMENTS: [&str; 29] = [
        "svg",
        "path",
        "title",
        "p",
        "div",
        "b",
        "a",
        "ul",
        "li",
        "h1",
        "h2",
        "table",
        "tr",
        "td",
        "tbody",
        "dl",
        "dt",
        "dd",
        "form",
        "caption",
        "span",
        "object",
        "section",
        "address",
        "pre",
        "blockquote",
        "th",
        "i",
        "button",
    ];
    const OTHERS: [&str; 8] = ["a", " ", "<br>", "<hr>", "&amp;", "<!-- -->", "<img/>", "&"];
    let (mut html, mut open) = (String::new(), Vec::new());
    for _ in 0..dice.below(12) {
        match dice.below(8) {
            0..3 => {
                let element = ELEMENTS[dice.below(ELEMENTS.len())];
                html.push_str(&format!("<{element}>"));
                open.push(element);
            }
            3..6 => drop(open.pop().map(|element| html.push_str(&format!("</{element}>")))),
            6 => html.push_str(OTHERS[dice.below(OTHERS.len())]),
            _ if dice.below(2) == 0 => drop(open.pop()),
            _ => html.push_str(&format!("</{}>", ELEMENTS[dice.below(ELEMENTS.len())])),
        }
    }
    open.iter().rev().for_each(|element| html.push_str(&format!("</{element}>")));
    html
}

/// What the quick look is sure of, the parser agrees with.
#[test]
fn the_quick_look_is_never_sure_in_vain() {
    let (mut dice, mut sure) = (Dice(1), 0);
    for _ in 0..20_000 {
        let html = fragment(&mut dice);
        let mut nest = Nest::new();
        let pieces = Pieces::new(&html);
        let mistakes = pieces.filter(|piece| nest.take(piece, &html) == Verdict::Stray);
        let mistakes: Vec<_> = mistakes.map(|piece| piece.range).collect();
        if nest.is_sure_at_end() {
            sure += 1;
            let parsed = parse::mistakes(&html).into_iter().map(|mistake| mistake.range);
            assert_eq!(mistakes, parsed.collect::<Vec<_>>(), "{html}");
        }
    }
    assert!(sure > 2_000, "{sure}");
}

#[test]
fn hostile_contents_cost_little() {
    let nested = ["<b>", "<p><b a=1><i>", "<div>", "<table>", "<a>", "<svg>", "<button>"]
        .map(|tag| tag.repeat(5_000));
    let rubbish = [
        "<",
        "&",
        "</p>",
        "<!--",
        "<a b='",
        "<a b ",
        "<script>",
        "&#",
        "<a style='a:b;",
        "<?",
        "<![CDATA[",
    ];
    for html in nested.into_iter().chain(rubbish.map(|part| part.repeat(20_000))) {
        let faults = found(safe, &html).len();
        assert!(faults < 30_000, "{faults} in {:?}", &html[..20]);
    }
    let mut attributes = String::from("<p");
    (0..100_000).for_each(|number| attributes.push_str(&format!(" a{number}=b")));
    attributes.push('>');
    assert!(found(safe, &attributes).len() < 20_000);
    attributes.pop();
    assert!(found(safe, &attributes).len() < 20_000);
}

#[test]
fn a_slash_at_the_end_of_a_bare_value_belongs_to_it() {
    assert_eq!(found(markup, "<a href=https://e.org/>a</a>"), NONE);
    assert_eq!(parts(markup, "<a href=b />a</a>").first(), Some(&("NotHtml", "<a href=b />")));
}

#[test]
fn a_bare_value_has_no_characters_that_ask_for_quotes() {
    assert_eq!(parts(markup, "<a href=?b=c>a</a>"), [("NotHtml", "?b=c")]);
    assert_eq!(parts(markup, "<a title=b'c>a</a>"), [("NotHtml", "b'c")]);
    for html in ["<a href='?b=c'>a</a>", "<a title=\"b'c\">a</a>", "<a href=?b;c>a</a>"] {
        assert_eq!(found(markup, html), NONE, "{html}");
    }
}
