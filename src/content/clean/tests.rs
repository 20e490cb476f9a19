//! What cleaning promises of single texts; what it promises of every text stands in tests/content.

use super::*;

fn clean_by(steps: &str, html: &str) -> (String, Vec<(NoteKind, String)>) {
    let cleaner = Cleaner::new(steps.parse().unwrap()).unwrap();
    let mut noticed = Noticed::default();
    let clean = cleaner.clean(html, &mut noticed).unwrap_or_else(|| html.to_owned());
    (clean, noticed.iter().map(|(kind, detail)| (kind, detail.to_owned())).collect())
}

fn clean(html: &str) -> String {
    clean_by("clean", html).0
}

fn notes(steps: &str, html: &str) -> Vec<(NoteKind, String)> {
    clean_by(steps, html).1
}

#[test]
fn what_is_clean_stays_to_the_letter() {
    for html in [
        "",
        "5 > 3 – nothing to do",
        "<p class=\"a\" id=\"b\" data-c=\"d\" lang=\"de\" dir=\"rtl\">a &amp; b&nbsp;c</p>\n",
        "<pre>\n\n a</pre>",
        "<img src=\"data:image/png;base64,AA\" alt=\"a\">",
        "<a href=\"tel:1\" rel=\"nofollow\" target=\"_blank\">a</a>",
    ] {
        let cleaner = Cleaner::new(Html::CLEAN).unwrap();
        assert_eq!(cleaner.clean(html, &mut Noticed::default()), None, "{html}");
    }
}

#[test]
fn text_of_forms_stays() {
    let form = "<form action=x class=y>Find <input name=q><input type=submit value='Go &amp; see'> \
                <select><option>A<option>B</select><button>C</button>D<textarea><b></textarea></form>";
    assert_eq!(clean(form), "<div class=\"y\">Find Go &amp; see C D &lt;b&gt;</div>");
}

#[test]
fn text_of_drawings_and_formulas_stays() {
    for (html, text) in [
        ("<svg><title>Mail</title><desc>By hand</desc><path d='M0'/></svg>a", "Mail a"),
        ("<svg><text>a</text><text>b</text></svg>", "a b"),
        ("<math><mi>x</mi><annotation>y</annotation></math>", "x"),
        ("5 <<mi>6</mi>", "5 &lt;6"),
        ("<nobr>a</nobr><my-mark>b</my-mark>", "ab"),
        ("<noscript><p>a</p></noscript>b", "<p>a</p>b"),
        ("<noscript><noscript><p>a</noscript>b", "ab"),
    ] {
        assert_eq!(clean(html), text, "{html}");
    }
}

#[test]
fn formulas_mean_the_same_on_a_line() {
    for (math, line) in [
        ("<msup><mi>x</mi><mn>2</mn></msup><mo>.</mo>", "x<sup>2</sup>."),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x<sub>i</sub><sup>2</sup>"),
        ("<munder><mo>lim</mo><mrow><mi>n</mi></mrow></munder>", "lim<sub>n</sub>"),
        ("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "3 1/2"),
        ("<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi><mi>c</mi></mrow></mfrac>", "a/(bc)"),
        ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "√(a+b)"),
        ("<mi>x</mi><mo>&lt;</mo><mn>3</mn><mo>+</mo><mi>y</mi>", "x &lt; 3+y"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "x<sup>1/3</sup>"),
        ("<mfenced><mi>x</mi></mfenced>", "(x)"),
    ] {
        assert_eq!(clean(&format!("<p><math>{math}</math></p>")), format!("<p>{line}</p>"));
    }
}

#[test]
fn links_that_show_a_drawing_say_their_name() {
    let notes = vec![(NoteKind::TakenOut, "drawings".to_owned())];
    for (html, expected) in [
        ("<a href=https://a.example/ aria-label='A &amp; B'><svg></svg></a>", "A &amp; B"),
        ("<a href=https://a.example/ aria-label=B><svg></svg>A</a>", "A"),
        ("<a href=https://a.example/ aria-label=B>A</a><svg></svg>", "A"),
    ] {
        let link = format!("<a href=\"https://a.example/\">{expected}</a>");
        assert_eq!(clean_by("clean", html), (link, notes.clone()), "{html}");
    }
}

#[test]
fn traps_for_programs_are_no_text() {
    for (html, expected) in [
        (
            "<p class=akismet-fields-container style='display: none !important;'><label>&#916;\
             <textarea name=a></textarea></label><input type=hidden></p>b",
            "b",
        ),
        ("<label style='display:none'>Leave this empty: <input></label>b", "b"),
        // A page of a form that is shown later.
        (
            "<div style='display:none'><div>When? <input></div></div>",
            "<div style=\"display:none\"><div>When?</div></div>",
        ),
        ("<p style='display:none'>a<b><input></b>", "<p style=\"display:none\">a</p>"),
        ("<p style='display:none'>a</p>", "<p style=\"display:none\">a</p>"),
    ] {
        assert_eq!(clean(html), expected, "{html}");
    }
}

#[test]
fn frames_that_are_seen_are_links_and_others_are_told() {
    let hidden = [(NoteKind::TakenOut, "hidden frames".to_owned())];
    for frame in [
        "<iframe width=1 height=1 src=https://a.example/></iframe>",
        "<iframe width=0px height=0 src=https://a.example/></iframe>",
        "<iframe style='display: none' src=https://a.example/></iframe>",
        "<iframe src='https://www.google.com/recaptcha/api/fallback?k=a'></iframe>",
    ] {
        let (html, notes) = clean_by("clean", &format!("<p>{frame}</p>"));
        assert_eq!((html.as_str(), &notes[..]), ("", &hidden[..]), "{frame}");
    }
    for (frame, link) in [
        (
            "<iframe width=100% height=0 src=https://a.example/b title=B></iframe>",
            "<a href=\"https://a.example/b\">B</a>",
        ),
        (
            "<iframe style=display:none src=https://vimeo.com/video/7></iframe>",
            "<a href=\"https://vimeo.com/7\">Vimeo</a>",
        ),
        (
            "<blockquote><a href=\"https://a.example/b/\">B</a></blockquote>\
             <iframe class=wp-embedded-content src=https://a.example/b/embed/ title=C></iframe>",
            "<blockquote><a href=\"https://a.example/b/\">B</a></blockquote>",
        ),
    ] {
        let linked = [(NoteKind::FramesLinked, String::new())];
        assert_eq!(clean_by("clean", frame), (link.to_owned(), linked.to_vec()), "{frame}");
    }
}

#[test]
fn films_keep_their_poster_and_their_link() {
    let (film, poster) = ("https://a.example/b.mp4", "https://a.example/c.jpg");
    let linked =
        |text: &str| format!("<a href=\"{film}\"><img src=\"{poster}\" alt=\"\"><br>{text}</a>");
    for (inner, expected) in [
        ("", linked("b.mp4")),
        ("<source src=https://a.example/d.webm><a href=https://a.example/b.mp4>B</a>", linked("B")),
        (
            "<a href=\"https://browser.example/\">Another browser</a>",
            format!("<a href=\"https://browser.example/\">Another browser</a>{}", linked("b.mp4")),
        ),
    ] {
        let html = format!("<video src={film} poster={poster}>{inner}</video>");
        assert_eq!(clean(&html), expected, "{inner}");
    }
}

#[test]
fn tags_in_the_text_of_a_frame_that_stays_are_text() {
    for html in [
        "<iframe><p><img alt=\"x<img alt=\"x</iframe>",
        "<iframe><pre <pre <script <p></p><x-apart></iframe>",
    ] {
        assert_eq!(clean_by("clean,-iframes", html).0, html);
    }
}

#[test]
fn nothing_hollow_is_left_where_something_was_taken_out() {
    for (html, expected) in [
        ("<p>a</p>\n<p><script>b</script></p>\n<p>c</p>", "<p>a</p>\n<p>c</p>"),
        ("<p><div>a</div></p>", "<div>a</div>"),
        ("<div><label>a<br><span><input></span></label></div>", "<div>a<br></div>"),
        ("<table><td><input></table>", "<table><tbody><tr><td></td></tr></tbody></table>"),
        ("<p>a <input> b <select></select>.</p>", "<p>a b .</p>"),
        ("a<search>b</search>c", "a<div>b</div>c"),
        ("<x-apart>a</x-apart>b<p><x-closed></x-closed>c</p>", "ab<p>c</p>"),
    ] {
        assert_eq!(clean(html), expected, "{html}");
        assert_eq!(clean(expected), expected, "{html}");
    }
}

#[test]
fn an_element_without_an_end_takes_nothing_with_it() {
    for (html, expected) in [
        ("<section><form>a</section>b", "<section><div>a</div></section>b"),
        (
            "<p><audio src=https://a.example/b.mp3></p>c",
            "<p><a href=\"https://a.example/b.mp3\">b.mp3</a></p>c",
        ),
        (
            "<p><iframe src=https://a.example/>b</p>c",
            "<p><a href=\"https://a.example/\">a.example</a>b</p>c",
        ),
        ("a<video src=https://a.example/b>c", "ac<a href=\"https://a.example/b\">b</a>"),
    ] {
        assert_eq!(clean(html), expected, "{html}");
    }
}

#[test]
fn the_same_elements_are_written_that_are_read() {
    for (html, expected) in [
        ("<p>a<button><p>b</button>c", "<p>a</p><p>b c</p>"),
        (
            "<bdo dir=RTL>a</bdo>",
            "<span dir=\"RTL\" style=\"unicode-bidi: bidi-override; direction: rtl\">a</span>",
        ),
        ("<listing>\n\na</listing>", "<pre>\n\na</pre>"),
        ("a &#150; b \u{96} \u{FFFD}", "a – b – ?"),
        (
            "<img alt='src=x ' src=https://a.example/>",
            "<img alt=\"src&#61;x \" src=\"https://a.example/\">",
        ),
    ] {
        assert_eq!(clean(html), expected, "{html}");
        assert_eq!(clean(expected), expected, "{html}");
    }
}

#[test]
fn a_step_that_is_left_out_leaves_what_is_its_own() {
    for (steps, html) in [
        (
            "clean,-scripts",
            "<script src=\"https://a.example/b.js\">1 < 2</script><style>p > a {}</style>",
        ),
        ("clean,-forms", "<form method=\"post\">a <input type=\"text\" required=\"\"></form>"),
        (
            "clean,-iframes",
            "<iframe src=\"https://a.example/\" allowfullscreen=\"\"></iframe><video controls=\"\"></video>",
        ),
        ("clean,-events", "<a href=\"javascript:1\" onclick=\"x\">a</a>"),
        ("clean,-styles", "<p style=\"position:fixed\">a</p>"),
        (
            "clean,-markup",
            "<p role=\"x\">a<!-- b --><nobr>c</nobr><svg viewBox=\"0\"><path d=\"M0\"></path></svg></p>",
        ),
        ("clean,-addresses", "<a href=\"/a\"><img src=\"b.png\"></a>"),
        ("faithful,+iframes", "<p onclick=\"x\">a<script>1</script><b>"),
        ("raw,+styles", "<p onclick=\"x\" style=\"color:red\">a<script>1</script></p>"),
    ] {
        assert_eq!(clean_by(steps, html), (html.to_owned(), Vec::new()), "{steps}");
    }
}

#[test]
fn each_step_alone_takes_what_is_its_own() {
    let html = "<form onclick=\"a\" style=\"top:0\"><script>b</script><audio src=\"c.mp3\"></audio>d</form>";
    for (steps, expected) in [
        (
            "raw,+iframes",
            "<form onclick=\"a\" style=\"top:0\"><script>b</script><a href=\"c.mp3\">c.mp3</a>d</form>",
        ),
        (
            "raw,+scripts",
            "<form onclick=\"a\" style=\"top:0\"><audio src=\"c.mp3\"></audio>d</form>",
        ),
        (
            "raw,+forms",
            "<div style=\"top:0\"><script>b</script><audio src=\"c.mp3\"></audio>d</div>",
        ),
        (
            "raw,+events",
            "<form style=\"top:0\"><script>b</script><audio src=\"c.mp3\"></audio>d</form>",
        ),
        (
            "raw,+styles",
            "<form onclick=\"a\"><script>b</script><audio src=\"c.mp3\"></audio>d</form>",
        ),
        (
            "raw,+markup",
            "<form onclick=\"a\" style=\"top:0\"><script>b</script><audio src=\"c.mp3\"></audio>d</form>",
        ),
    ] {
        assert_eq!(clean_by(steps, html).0, expected, "{steps}");
    }
}

#[test]
fn what_was_taken_out_is_told_and_nothing_else() {
    let taken = |detail: &str| vec![(NoteKind::TakenOut, detail.to_owned())];
    assert_eq!(notes("clean", "<p>a<b>b</p>"), []);
    assert_eq!(notes("clean", "a<script>b</script>"), taken("scripts"));
    assert_eq!(notes("clean", "a<input>"), taken("forms"));
    assert_eq!(notes("clean", "<p onclick=b>a</p>"), taken("event attributes"));
    assert_eq!(notes("clean", "<a href=' javascript:b'>a</a>"), taken("scripts"));
    assert_eq!(notes("clean", "<p style='top:0'>a</p>"), taken("style properties"));
    assert_eq!(notes("clean", "<video src=/a></video>"), [(NoteKind::FramesLinked, String::new())]);
    assert_eq!(notes("clean", &"<b><div>".repeat(1000)), [(NoteKind::Tangled, String::new())]);
}

#[test]
fn of_tangled_html_the_text_is_left() {
    let many = |html: &str| format!("<h1>a &amp; b</h1>{}<ul><li>c", html.repeat(1000));
    let attributes: String = (0..1000).map(|i| format!(" a{i}")).collect();
    let fonts: String = (0..1000).map(|i| format!("<p><font size={i}></p>")).collect();
    for html in [
        many("<div>"),
        many("<b class=x><div></b>"),
        format!("<h1>a &amp; b</h1>{fonts}<ul><li>c"),
        many("<table><td>"),
        format!("<h1{attributes}>a &amp; b</h1><ul><li>c"),
    ] {
        let (text, notes) = clean_by("clean", &html);
        assert_eq!(notes, [(NoteKind::Tangled, String::new())]);
        assert!(text.starts_with("<p>a &amp; b</p>\n<p>") && text.ends_with("c</p>"), "{text}");
        assert_eq!(clean(&text), text);
    }
}

/// As editors of old left it, and `wpautop` cut it into paragraphs.
#[test]
fn fonts_that_nobody_closed_are_not_tangled() {
    let paragraph =
        "<p><font face=\"Verdana\" size=\"2\">a <a href=\"https://a.example/\">b</a></p>\n";
    let (html, notes) = clean_by("clean", &paragraph.repeat(200));
    assert_eq!(notes, []);
    assert_eq!(html.matches("<a href=\"https://a.example/\">b</a>").count(), 200);
    assert!(html.len() < 3 * 200 * paragraph.len());
}

#[test]
fn tangled_html_without_a_tree_stays() {
    let html = format!("{}<video src=\"a\"></video>", "<div>".repeat(1000));
    let (clean, notes) = clean_by("raw,+iframes", &html);
    assert_eq!(notes, [(NoteKind::FramesLinked, String::new())]);
    assert!(clean.ends_with("<div><a href=\"a\">a</a>"));
}

#[test]
fn a_long_text_with_many_references_is_left_alone() {
    let html = format!("<b>a</b>{}", "&amp;".repeat(100_000));
    assert_eq!(notes("clean", &html), [(NoteKind::Tangled, String::new())]);
    assert!(clean(&html).ends_with("&amp;&amp;</p>"));
}
