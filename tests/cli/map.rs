//! `--map` fills fields of the entries from members of the posts, and says at once what it can't read.

use super::{json_feed, post, run};

/// One post with these members of ACF.
fn acf(members: &str) -> String {
    format!("[{}]", post(1, "2024-01-01T08:00:00", &format!(r#","acf":{members}"#)))
}

/// The item of a feed whose posts have these members, by these maps, about which nothing is said.
fn item(members: &str, maps: &[&str]) -> serde_json::Value {
    let args: Vec<&str> = maps.iter().flat_map(|map| ["--map", map]).collect();
    let (_, said) = run(&[&args[..], &["-t", "json"]].concat(), acf(members), 0);
    assert_eq!(said, "");
    json_feed(&args, &acf(members))["items"][0].clone()
}

/// What is said of these members by one map.
fn said(members: &str, map: &str) -> String {
    run(&["--map", map], acf(members), 0).1
}

#[test]
fn a_wrong_map_is_told_at_once() {
    for (map, hint) in [
        ("sumary=acf.teaser", "an entry has no field \"sumary\"\n  = help: write summary\n"),
        ("guid=acf.id", "write one of title, summary, content, url, image, author"),
        ("summary", "write it as summary=acf.teaser"),
        (
            "summary=acf.my-teaser",
            "is broken at character 7, before \"-teaser\"\n  = help: write it as",
        ),
        ("summary=", "the path \"\" is broken at its end"),
        ("summary=acf[?nope(@)]", "function name 'nope' is not defined"),
    ] {
        let (stdout, stderr) = run(&["--map", map], "no posts", 2);
        assert_eq!(stdout, "");
        assert!(stderr.contains(hint), "{map}: {stderr}");
    }
}

#[test]
fn what_is_found_beats_what_the_post_says() {
    let members = r#"{"t":"Tea &amp; <b>more</b>","s":"<p>S</p>","c":"<p>C</p>","u":"/there/","l":"de_DE_formal"}"#;
    let maps = ["title=acf.t", "summary=acf.s", "content=acf.c", "url=acf.u", "language=acf.l"];
    let item = item(members, &maps);
    assert_eq!(item["title"], "Tea & more");
    assert_eq!(item["summary"], "S");
    assert_eq!(item["content_html"], "<p>C</p>");
    assert_eq!(item["url"], "https://example.org/there/");
    assert_eq!(item["id"], "https://example.org/?p=1", "the id never changes");
}

#[test]
fn lists_give_several_and_so_do_several_maps() {
    let members = r#"{"by":["Ann",{"display_name":"Ben &amp; Co"}],"also":"Cy","topics":[{"name":"A &amp; B"},"C","C"]}"#;
    let item = item(members, &["author=acf.by", "author=acf.also", "category=$.acf.topics[*]"]);
    let names: Vec<_> = item["authors"].as_array().unwrap().iter().map(|a| &a["name"]).collect();
    assert_eq!(names, ["Ann", "Ben & Co", "Cy"]);
    assert_eq!(item["tags"], serde_json::json!(["A & B", "C"]));
}

#[test]
fn what_does_not_fit_in_a_list_costs_nothing_else() {
    let topics = acf(r#"{"topics":["A",["B"],"C"]}"#);
    let feed = json_feed(&["--map", "category=acf.topics"], &topics);
    assert_eq!(feed["items"][0]["tags"], serde_json::json!(["A", "C"]));
}

#[test]
fn pictures_and_files_have_the_forms_that_acf_gives_them() {
    let members = r#"{"i":{"ID":5,"url":"https://example.org/i.jpg","width":20,"height":10,"alt":"A"},
        "f":{"ID":6,"url":"https://example.org/f.mp3","mime_type":"audio/mpeg","filesize":1200},
        "g":"https://example.org/g.mp4"}"#;
    let item = item(members, &["image=acf.i", "enclosure=acf.f", "enclosure=acf.g"]);
    assert_eq!(item["image"], "https://example.org/i.jpg");
    let files = serde_json::json!([
        {"url":"https://example.org/f.mp3","mime_type":"audio/mpeg","size_in_bytes":1200},
        {"url":"https://example.org/g.mp4","mime_type":"video/mp4"},
    ]);
    assert_eq!(item["attachments"], files);
}

#[test]
fn numbers_of_files_are_looked_up_in_media() {
    let media = tempfile::NamedTempFile::new().expect("a file");
    let objects = r#"[{"id":77,"type":"attachment","media_type":"image","mime_type":"image/png",
        "source_url":"https://example.org/77.png","media_details":{"width":20,"height":10}},
        {"id":78,"type":"attachment","media_type":"file","mime_type":"audio/mpeg",
        "source_url":"https://example.org/78.mp3","media_details":{"filesize":1200,"length":61}}]"#;
    std::fs::write(media.path(), objects).expect("a file");
    let file = media.path().to_str().expect("a plain name");
    let args = ["--media", file, "--map", "image=acf.i", "--map", "enclosure=acf.f"];
    let feed = json_feed(&args, &acf(r#"{"i":77,"f":"78"}"#));
    assert_eq!(feed["items"][0]["image"], "https://example.org/77.png");
    let file = serde_json::json!([{"url":"https://example.org/78.mp3","mime_type":"audio/mpeg",
        "size_in_bytes":1200,"duration_in_seconds":61}]);
    assert_eq!(feed["items"][0]["attachments"], file);
}

#[test]
fn an_unset_value_leaves_the_posts_own() {
    for unset in ["null", "false", r#"" ""#, "[]"] {
        let item = item(&format!(r#"{{"x":{unset}}}"#), &["title=acf.x", "author=acf.x"]);
        assert_eq!(item["title"], "Post 1", "{unset}");
        assert_eq!(item["authors"][0]["name"], "Ann Other");
    }
}

#[test]
fn what_does_not_fit_is_counted() {
    let warning = said(r#"{"t":{"a":1}}"#, "title=acf.t");
    assert!(
        warning.contains("1 post whose acf.t has an unexpected form, passed over: 1"),
        "{warning}"
    );
    for (map, value) in
        [("url=acf.t", r#""no address""#), ("language=acf.t", r#""German, I think""#)]
    {
        assert!(said(&format!(r#"{{"t":{value}}}"#), map).contains("unexpected form"), "{map}");
    }
    let tag = said(r#"{"t":"en-US-!!"}"#, "language=acf.t");
    assert!(tag.contains("unexpected form"), "{tag}");
    let several = said(r#"{"t":[true,true,{"a":1}]}"#, "title=acf.t[*]");
    assert!(several.contains("1 post whose acf.t[*] has"), "{several}");
    let warning = said(r#"{"i":77}"#, "image=acf.i");
    assert!(warning.contains("whose acf.i is the number of an unknown file"), "{warning}");
    assert!(warning.contains("--media"), "{warning}");
}

#[test]
fn a_path_that_finds_nothing_is_told_once() {
    let (_, said) =
        run(&["--map", "summary=acf.teezer", "--map", "title=title.rendered"], super::posts(), 0);
    assert_eq!(
        said,
        "wp2feed: warning: --map summary=acf.teezer found nothing in any post\n  \
         = help: look at one post how the path is spelled\n"
    );
    assert_eq!(run(&["--map", "summary=acf.teezer"], "[]", 0).1, "", "nobody was asked");
}

#[test]
fn a_locked_post_tells_nothing_by_a_path() {
    let locked = super::locked().replacen(
        '{',
        r#"{"acf":{"teaser":"hidden","f":"https://example.org/hidden.mp3"},"#,
        1,
    );
    for map in ["title=acf.teaser", "summary=acf.teaser", "enclosure=acf.f", "author=acf.teaser"] {
        for format in ["rss", "atom", "json"] {
            let (feed, said) =
                run(&["--include-protected", "--map", map, "-t", format], locked.clone(), 0);
            assert!(feed.contains("Secret") && !(feed + &said).contains("hidden"), "{map}");
        }
    }
}

#[test]
fn a_repaired_post_can_be_asked() {
    let broken = acf("{\"t\":\"a\\ud83db\u{1}c\"}");
    let (feed, _) = run(&["--map", "title=acf.t"], broken, 0);
    assert!(feed.contains("<title>a\u{FFFD}bc</title>"), "{feed}");
}

#[test]
fn mapped_texts_heed_how_much_of_the_text_is_asked_for() {
    let members = r#"{"s":"short","c":"long"}"#;
    let maps = ["--map", "summary=acf.s", "--map", "content=acf.c"];
    let (feed, _) = run(&[&maps[..], &["--content", "summary"]].concat(), acf(members), 0);
    assert!(feed.contains("short") && !feed.contains("long"));
    let (feed, _) = run(&[&maps[..], &["--content", "none"]].concat(), acf(members), 0);
    assert!(!feed.contains("short") && !feed.contains("long"));
}
