//! How HTML is cut into pieces.

use super::*;

fn pieces(html: &str) -> Vec<(&str, bool)> {
    Pieces::new(html).map(|piece| (&html[piece.range], piece.sound)).collect()
}

#[test]
fn pieces_follow_each_other() {
    let html = "a &amp; <b class=\"x>y\">c</b ><!-- d --><script>if (a<b) c&d</SCRIPT>e";
    let parts = [
        "a ",
        "&amp;",
        " ",
        "<b class=\"x>y\">",
        "c",
        "</b >",
        "<!-- d -->",
        "<script>",
        "if (a<b) c&d",
        "</SCRIPT>",
        "e",
    ];
    assert_eq!(pieces(html), parts.map(|part| (part, true)));
}

#[test]
fn mistakes_are_not_sound() {
    for html in [
        "<",
        "< a",
        "<?x?>",
        "</ a>",
        "<!doctype html>",
        "<!-->",
        "<!-- a",
        "<!-- a -- b -->",
        "<a",
        "<a b='",
        "<a b='c'd='e'>",
        "<a b b>",
        "<a =b>",
        "<a b=c\"d>",
        "<a b=>",
        "<a / b>",
        "</a b>",
        "</a/>",
        "<a b=\"&amp\">",
        "&amp",
        "&nosuch;",
        "&#146;",
        "&#;",
        "&;",
        "<a \"b>",
    ] {
        let found = pieces(html);
        assert!(found.iter().any(|(_, sound)| !sound), "{found:?}");
        assert_eq!(found.iter().map(|(part, _)| *part).collect::<String>(), html);
    }
}

#[test]
fn what_is_written_well_is_sound() {
    for html in [
        "<br/>",
        "<br />",
        "<a b=\"c\" d='e' f=g h>",
        "a & b",
        "&#8217;&#x2019;&hellip;",
        "<a href=\"?a=b&c=d\">",
        "<!---->",
        "<textarea>&amp; <b></textarea>",
        "&&",
    ] {
        let found = pieces(html);
        assert!(found.iter().all(|(_, sound)| *sound), "{found:?}");
        assert_eq!(found.iter().map(|(part, _)| *part).collect::<String>(), html);
    }
}
