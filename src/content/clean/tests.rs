//! What cleaning promises.

use super::*;

fn clean(html: &str) -> String {
    clean_by("clean", html)
}

fn clean_by(steps: &str, html: &str) -> String {
    let cleaner = Cleaner::new(steps.parse().unwrap()).unwrap();
    cleaner.clean(html, &mut Noticed::default()).unwrap_or_else(|| html.to_owned())
}

#[test]
fn first() {
    assert_eq!(clean("<p>a<script>1</script>"), "<p>a</p>");
}
#[test]
fn scratch() {
    let Ok(text) = std::fs::read_to_string("/tmp/in.txt") else { return };
    for line in text.lines() {
        let (steps, html) = line.split_once('\t').unwrap_or(("clean", line));
        let html = html.replace("\\n", "\n");
        println!("{html}\n   => {}", clean_by(steps, &html));
    }
}
#[test]
fn speed() {
    let Ok(_) = std::fs::metadata("/tmp/speed") else { return };
    let cases: Vec<(&str, Box<dyn Fn(usize) -> String>)> = vec![
        ("div", Box::new(|n| "<div>".repeat(n / 5))),
        (
            "div200",
            Box::new(|n| {
                format!("{}x{}", "<div>".repeat(400), "</div>".repeat(400)).repeat(n / 4400)
            }),
        ),
        ("b attrs", Box::new(|n| (0..n / 12).map(|i| format!("<b id={i}>")).collect())),
        ("font p", Box::new(|n| (0..n / 30).map(|i| format!("<p><font size={i}>x</p>")).collect())),
        ("b div /b", Box::new(|n| "<b><div></b>".repeat(n / 12))),
        ("a div", Box::new(|n| "<a><div>".repeat(n / 8))),
        ("font leak", Box::new(|n| "<font><p><font></p></font>".repeat(n / 26))),
        ("table br", Box::new(|n| format!("<table>{}", "<br>".repeat(n / 4)))),
        (
            "br table x",
            Box::new(|n| format!("{}<table>{}", "<br>".repeat(n / 8), "<tr>x".repeat(n / 10))),
        ),
        (
            "tables",
            Box::new(|n| format!("{}{}", "<br>".repeat(n / 8), "<table>x</table>".repeat(n / 32))),
        ),
        (
            "attrs",
            Box::new(|n| {
                format!("<p {}>", (0..n / 8).map(|i| format!("a{i} ")).collect::<String>())
            }),
        ),
        ("attr long", Box::new(|n| format!("<p title='{}'>", "x".repeat(n)))),
        ("attr amp", Box::new(|n| format!("<p title='{}'>", "&amp;".repeat(n / 5)))),
        ("amp", Box::new(|n| "&amp;".repeat(n / 5))),
        ("amp p", Box::new(|n| format!("{}<p>", "&amp;".repeat(n / 5)))),
        ("amp lt", Box::new(|n| "&amp;&lt;".repeat(n / 9))),
        ("lt", Box::new(|n| "<".repeat(n))),
        ("script", Box::new(|n| "<script>".repeat(n / 8))),
        ("iframe", Box::new(|n| "<iframe src=https://a.example/>".repeat(n / 31))),
        ("iframe ok", Box::new(|n| "<iframe src=https://a.example/></iframe>".repeat(n / 40))),
        ("noscript", Box::new(|n| "<noscript>".repeat(n / 10))),
        ("noscript2", Box::new(|n| "<noscript></noscript>".repeat(n / 21))),
        ("audio", Box::new(|n| "<audio src=a>".repeat(n / 13))),
        ("video src", Box::new(|n| format!("<video>{}", "<source src=a>".repeat(n / 14)))),
        ("form", Box::new(|n| "<form>".repeat(n / 6))),
        ("select", Box::new(|n| "<select><option>a".repeat(n / 17))),
        ("template", Box::new(|n| "<template>".repeat(n / 10))),
        ("svg", Box::new(|n| "<svg>".repeat(n / 5))),
        ("svg style", Box::new(|n| format!("<svg><style>{}", "<div>".repeat(n / 5)))),
        ("svg style g", Box::new(|n| format!("<svg><style>{}", "<g>".repeat(n / 3)))),
        ("math", Box::new(|n| "<math><mi>".repeat(n / 10))),
        ("plaintext", Box::new(|n| format!("<plaintext>{}", "<div>".repeat(n / 5)))),
        ("pre", Box::new(|n| "<pre>\n\n".repeat(n / 7))),
        ("prenl", Box::new(|n| format!("<pre>{}x</pre>", "\n".repeat(n)))),
        ("comment", Box::new(|n| "<!-- a -->".repeat(n / 10))),
        ("comment open", Box::new(|n| "<!--".repeat(n / 4))),
        ("styles", Box::new(|n| "<p style='color:red;position:fixed'>x</p>".repeat(n / 42))),
        (
            "style long",
            Box::new(|n| {
                format!("<p style='{}'>x</p>", "color:red;position:fixed;".repeat(n / 26))
            }),
        ),
        ("style brackets", Box::new(|n| format!("<p style='{}'>x</p>", "color:(".repeat(n / 7)))),
        ("p button p", Box::new(|n| "<p><button><p>".repeat(n / 14))),
        ("option", Box::new(|n| "<option>".repeat(n / 8))),
        ("li", Box::new(|n| "<li>a".repeat(n / 5))),
        ("ul li", Box::new(|n| "<ul><li>a".repeat(n / 9))),
        ("endtags", Box::new(|n| format!("{}{}", "<i>".repeat(400), "</b>".repeat(n / 4)))),
        ("nul", Box::new(|n| "a\0<p>".repeat(n / 5))),
        ("text", Box::new(|n| "hello world, nothing here. ".repeat(n / 27) + "&")),
        (
            "ordinary",
            Box::new(|n| {
                "<p class=\"wp-block-paragraph\">Hello <a href=\"https://example.org/\">world</a>, nothing <em>here</em>.</p>\n".repeat(n/110)
            }),
        ),
    ];
    let only = std::fs::read_to_string("/tmp/speed").unwrap();
    for (name, make) in cases {
        if !only.trim().is_empty() && only.trim() != name {
            continue;
        }
        let mut line = format!("{name:16}");
        for n in [250_000, 500_000, 1_000_000] {
            let html = make(n);
            let start = std::time::Instant::now();
            let out = clean(&html);
            line += &format!(
                " {:8.1}ms({:.1})",
                start.elapsed().as_secs_f64() * 1e3,
                out.len() as f64 / html.len() as f64
            );
        }
        println!("{line}");
    }
}
