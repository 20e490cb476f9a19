//! Documents that nobody wrote in good faith: they are converted like others, and messages stay short.

use serde_json::{Value, json};
use wp2feed::{Converter, Format, Options, Report};

fn post() -> Value {
    json!({"id": 1, "date_gmt": "2024-07-01T09:05:03", "guid": {"rendered": "https://e.example/?p=1"},
        "link": "https://e.example/1/", "title": {"rendered": "T"}})
}

/// A post with one member more, or another.
fn with(key: &str, value: impl Into<Value>) -> String {
    let mut post = post();
    post[key] = value.into();
    json!([post]).to_string()
}

fn convert(document: &str) -> wp2feed::Result<Report> {
    let mut converter = Converter::new(&Format::ALL, Options::default());
    converter.read(None, document.as_bytes())?;
    let mut converted = converter.finish()?;
    for format in Format::ALL {
        converted.write(format, &mut std::io::sink())?;
    }
    Ok(converted.report().clone())
}

/// Every one of these would never come to its end if its time grew with the square of its size.
#[test]
fn what_invites_endless_work_is_converted() {
    let n = 200_000;
    let numbered =
        |count: usize, html: fn(usize) -> String| (0..count).map(html).collect::<String>();
    let terms = |id: usize| json!({"id": id, "name": format!("n{id}"), "taxonomy": "category"});
    let documents = [
        ("links without an end", with("content", "<a href=".repeat(n))),
        (
            "links behind a file",
            with("content", "<a href=x.mp3>".to_owned() + &"<a href=".repeat(n)),
        ),
        ("dots in a link", with("content", format!("<a href=\"{}\">", "a.".repeat(n)))),
        (
            "files",
            with("content", numbered(20_000, |i| format!("<audio src=\"/{i}.mp3\"></audio>"))),
        ),
        (
            "elements in each other",
            with("content", "<audio src=x.mp3>".to_owned() + &"<div>".repeat(n)),
        ),
        ("scripts without an end", with("content", "<script>".repeat(n))),
        ("scripts with an end", with("content", "<script></script><style>".repeat(n))),
        ("paragraphs in an excerpt", with("excerpt", "<p>".repeat(n))),
        ("tags in a title", with("title", "<".repeat(5 * n))),
        ("comments in a title", with("title", "<!--".repeat(n))),
        ("quotes in a title", with("title", "<a \"".to_owned() + &"'\"".repeat(n))),
        ("ampersands in a title", with("title", "&".repeat(n))),
        ("dots in an address", with("link", format!("https://e.example/{}", "../".repeat(n)))),
        (
            "terms",
            with("_embedded", json!({"wp:term": [(0..40_000).map(terms).collect::<Vec<_>>()]})),
        ),
        (
            "brackets",
            with("x", 1).replace("\"x\":1", &format!("\"x\":{}{}", "[".repeat(n), "]".repeat(n))),
        ),
        ("surrogates", with("title", "@".repeat(n)).replace('@', "\\ud800")),
        ("documents", json!([post()]).to_string().repeat(10_000)),
        ("empty documents", "[]\n".repeat(n)),
        ("comments", format!("<!-- x -->{}", json!([post()])).repeat(10_000)),
    ];
    for (name, document) in documents {
        let report = convert(&document).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(report.written() == 1 || name == "empty documents", "{name}");
    }
}

#[test]
fn messages_stay_short() {
    let long = "x".repeat(100_000);
    let documents = [
        with("status", long.as_str()),
        with("link", format!("https://{long}/")),
        json!([{"title": "T", "link": format!("https://e.example/{long}")}]).to_string(),
        format!("{long}\n{}", json!([post()])),
    ];
    for document in documents {
        let report = convert(&document).expect("a feed");
        assert!(report.notes().count() > 0);
        for note in report.notes() {
            assert!(note.to_string().len() < 1000, "{}", note.to_string().len());
        }
    }
    for document in [
        with("date_gmt", long.as_str()),
        format!("[{{\"{long}\":1}}]"),
        long.clone(),
        format!("[{{\"id\":1}}, {long}]"),
        json!({"code": long, "message": long}).to_string(),
    ] {
        let error = convert(&document).expect_err("no posts");
        assert!(error.to_string().len() < 1000, "{:.200}", error.to_string());
    }
}

#[test]
fn a_key_that_comes_twice_is_named() {
    let twice =
        json!([post()]).to_string().replace("{\"rendered\"", "{\"rendered\":\"\",\"rendered\"");
    let error = convert(&twice).expect_err("a key that comes twice");
    let says = "line 1, byte 66: posts[0].guid: expected each key once, but found `rendered` twice";
    assert_eq!(error.to_string(), says);
}

#[test]
fn a_post_without_a_number_is_called_by_its_address() {
    let document = json!([{"title": "a\u{1}b", "link": "https://e.example/1/"}]).to_string();
    let report = convert(&document).expect("a feed");
    let note = report.notes().find(|note| note.kind().code() == "xml-characters").expect("a note");
    assert_eq!(note.examples(), ["https://e.example/1/"]);
}
