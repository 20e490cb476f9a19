//! `wp2feed build`: what a description asks for is made, what it can't ask for is told by line.

use super::{locked, names, post, posts, wp2feed};
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

/// A site in a folder of its own.
struct Site(TempDir);

impl Site {
    /// A site with three posts, and this description behind its title.
    fn new(description: &str) -> Site {
        let site = Site(tempdir().expect("a folder"));
        site.write("posts.json", &posts());
        site.describe(description);
        site
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Begins in line 1 with what is known of the site.
    fn describe(&self, description: &str) {
        let above = "title = 'Example'\nhome = 'https://example.org'\ninput = 'posts.json'\n";
        self.write("wp2feed.toml", &format!("{above}{description}"));
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    fn has(&self, name: &str) -> bool {
        self.path().join(name).exists()
    }

    /// Builds in the folder; it must end with this exit code. Gives standard output and error.
    #[track_caller]
    fn build(&self, args: &[&str], code: i32) -> (String, String) {
        let mut command = wp2feed(&[&["build"], args].concat());
        let output = command.current_dir(self.path()).output().expect("the program");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        assert_eq!(output.status.code(), Some(code), "{stdout}{stderr}");
        (stdout, stderr)
    }

    /// What is said of a description that is refused, before anything is made.
    #[track_caller]
    fn refused(description: &str) -> String {
        let site = Site::new(description);
        let (_, said) = site.build(&[], 2);
        assert_eq!(names(site.path()), ["posts.json", "wp2feed.toml"]);
        said
    }
}

const FEED: &str = "[[output]]\npath = 'feed.xml'\n";

#[test]
fn each_output_is_the_feed_of_its_arguments() {
    let site = Site::new(
        "limit = 2\n[[output]]\npath = 'a/feed.xml'\n[[output]]\npath = 'all.json'\nlimit = 10\n\
        content = 'none'\n[[output]]\npath = 'odd.txt'\nformat = 'atom'\n",
    );
    assert_eq!(site.build(&[], 0).1, "wp2feed: note: files: 3 written, 0 unchanged\n");
    let alone = |args: &[&str]| {
        let args = [args, &["--title", "Example", "--home", "https://example.org"]].concat();
        let made = wp2feed(&args).write_stdin(posts()).output().expect("the program").stdout;
        String::from_utf8(made).expect("UTF-8")
    };
    assert_eq!(site.read("a/feed.xml"), alone(&["--limit", "2"]));
    assert_eq!(site.read("odd.txt"), alone(&["--limit", "2", "-t", "atom"]));
    let all = alone(&["--limit", "10", "-t", "json", "--content", "none"]);
    assert_eq!(site.read("all.json"), all);
}

#[test]
fn paths_start_at_the_folder_of_the_file() {
    let site = Site::new(FEED);
    let file = site.path().join("wp2feed.toml").display().to_string();
    wp2feed(&["build", &file]).assert().code(0);
    assert!(site.has("feed.xml") && site.has(".wp2feed.made"));
}

#[test]
fn feeds_name_themselves_and_their_other_formats() {
    let site = Site::new(
        "base-url = 'https://example.org/feeds'\nout-dir = 'public'\n\
        [[output]]\npath = 'a b/feed.xml'\n[[output]]\npath = 'feed.json'\n\
        [[output]]\npath = 'short.json'\nlimit = 1\nfeed-url = 'https://other.example/f'\n",
    );
    site.build(&[], 0);
    let rss = site.read("public/a b/feed.xml");
    assert!(rss.contains(r#"href="https://example.org/feeds/a%20b/feed.xml" rel="self""#), "{rss}");
    assert!(rss.contains(r#"href="https://example.org/feeds/feed.json" rel="alternate""#), "{rss}");
    assert!(!rss.contains("other.example"), "{rss}");
    let short = site.read("public/short.json");
    assert!(short.contains(r#""feed_url": "https://other.example/f""#), "{short}");
}

#[test]
fn the_title_above_is_the_sites_and_that_of_an_output_its_own() {
    let site = Site::new(
        "[[output]]\npath = 'news.xml'\nfeed-of = 'category:news'\n\
        [[output]]\npath = 'c/{slug}.xml'\nfeed-of = 'category:*'\n\
        [[output]]\npath = 'own.xml'\nfeed-of = 'category:news'\ntitle = 'Own'\n\
        [[output]]\npath = 'each/{slug}.xml'\nfeed-of = 'author:*'\ntitle = 'Own'\n",
    );
    site.build(&["-q"], 0);
    for (file, title) in [
        ("news.xml", "News – Example"),
        ("c/news.xml", "News – Example"),
        ("own.xml", "Own"),
        ("each/ann.xml", "Own"),
    ] {
        assert!(site.read(file).contains(&format!("<title>{title}</title>")), "{file}");
    }
}

#[test]
fn feeds_of_other_documents_are_built_too() {
    let site = Site::new(
        "[[output]]\npath = 'feed.xml'\n[[output]]\npath = 'more.json'\ninput = ['more/*.json']\n\
        [[output]]\npath = 'both.json'\ninput = ['posts.json', 'more/*.json']\n",
    );
    site.write("more/1.json", &post(10, "2024-05-01T08:00:00", ""));
    site.build(&[], 0);
    let posts = |file| site.read(file).matches("Post ").count();
    assert_eq!((posts("feed.xml"), posts("more.json"), posts("both.json")), (3, 1, 4));
}

#[test]
fn keys_that_are_not_known_are_told_with_their_line_and_the_nearest() {
    let said = Site::refused(&format!("limt = 5\n{FEED}contnet = 'none'\nbase-urk = 'x'\n"));
    for expected in [
        "wp2feed.toml: line 4, byte 68: unknown key limt\n  = help: write limit\n",
        "wp2feed.toml: line 7, byte 106: unknown key contnet\n  = help: write content\n",
        "wp2feed.toml: line 8, byte 123: unknown key base-urk\n  = help: write base-url\n",
    ] {
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn what_can_not_be_built_is_told() {
    for (description, line, expected) in [
        ("", 1, "the file tells no output"),
        ("[[output]]\nformat = 'rss'\n", 5, "an output has no path"),
        ("[[output]]\npath = 5\n", 5, "expected a text for path, but found a number"),
        ("[[output]]\npath = 'feeds/'\n", 5, "expected the path of a file"),
        ("[[output]]\npath = '{slug}.xml'\n", 5, "is of no archive"),
        ("[[output]]\npath = '{name}.xml'\n", 5, "asks for what is not known"),
        ("[[output]]\npath = 'a.xml'\nfeed-of = 'tag:*'\n", 5, "many feeds would go into one file"),
        ("[[output]]\npath = 'a.xml'\nfeed-of = 'tags'\n", 6, "expected home or comments"),
        (
            "[[output]]\npath = 'a.xml'\nformat = 'html'\n",
            6,
            "expected a format, but found \"html\"",
        ),
        ("[[output]]\npath = 'a.xml'\nlimit = 0\n", 6, "invalid value '0' for limit"),
        (
            "[[output]]\npath = 'a.xml'\n[[output]]\npath = './/a.xml'\n",
            7,
            "another output has the path",
        ),
        ("base-url = 'x'\n[[output]]\npath = 'a.xml'\n", 4, "expected a whole address"),
        ("base-url = 'https://e.org/?a'\n[[output]]\npath = 'a.xml'\n", 4, "of a folder"),
        ("site = '-'\n[[output]]\npath = 'a.xml'\n", 4, "nothing but posts from standard input"),
        ("to = 'rss'\n[[output]]\npath = 'a.xml'\n", 4, "the key `to` has no place here"),
        ("[[output]]\npath = 'a.xml'\nout-dir = 'a'\n", 6, "the key `out-dir` has no place here"),
        ("feed-url = 'https://e.org/'\n[[output]]\npath = 'a.xml'\n", 4, "has no place here"),
        ("output = 'a.xml'\n", 4, "expected tables for output, but found a text"),
        (
            "base-url = 'https://e.org/'\n[[output]]\npath = '../a.xml'\n",
            6,
            "no address below base-url",
        ),
    ] {
        let said = Site::refused(description);
        assert!(said.contains(&format!("wp2feed.toml: line {line}, ")), "{description}{said}");
        assert!(said.contains(expected), "{description}{said}");
    }
}

#[test]
fn what_is_no_site_is_told() {
    let site = Site::new(FEED);
    let (_, said) = site.build(&["other.toml"], 5);
    assert!(said.contains("other.toml: can't read") && said.contains("wp2feed init"), "{said}");
    site.write("posts.json", "[{\"id\":1");
    site.build(&[], 3);
    site.write("wp2feed.toml", FEED);
    assert!(site.build(&[], 2).1.contains("no posts are told"));
    assert!(!site.has("feed.xml") && !site.has(".wp2feed.made"));
}

#[test]
fn nothing_is_written_if_a_feed_is_refused() {
    let each = "[[output]]\npath = '{slug}.json'\nfeed-of = 'tag:*'\n";
    let site = Site::new(&format!("{FEED}{each}fail-on-empty = true\n"));
    assert!(site.build(&[], 4).1.contains("no archive has a post"));
    site.describe(&format!("{FEED}[[output]]\npath = 'b.xml'\nmax-bytes = 10\n"));
    assert!(site.build(&[], 2).1.contains("wp2feed.toml: line 8, "), "the line of max-bytes");
    site.describe(&format!(
        "{FEED}[[output]]\npath = 'b.xml'\ncategory = 'x'\nfail-on-empty = true\n"
    ));
    assert!(site.build(&[], 4).1.contains("b.xml: no post is left"));
    site.write("posts.json", &locked());
    site.describe(&format!("{FEED}strict = true\n"));
    assert!(site.build(&[], 1).1.contains("feed.xml: something was left out"));
    site.describe(FEED);
    site.build(&["--strict"], 1);
    assert_eq!(names(site.path()), ["posts.json", "wp2feed.toml"]);
    site.build(&[], 0);
}

#[test]
fn what_is_in_no_feed_at_all_is_left_out_too() {
    let site = Site::new("strict = true\n[[output]]\npath = '{slug}.xml'\nfeed-of = 'tag:*'\n");
    site.write(
        "posts.json",
        &post(1, "2024-01-01T08:00:00", "").replace(r#""tags":[]"#, r#""tags":[5]"#),
    );
    let (_, said) = site.build(&[], 1);
    assert!(said.contains("whose tags the document does not name"), "{said}");
}

#[test]
fn a_link_to_what_is_made_is_not_removed_as_stale() {
    let site = Site::new(&format!("{FEED}[[output]]\npath = 'old.xml'\n"));
    site.build(&["-q"], 0);
    site.describe(FEED);
    fs::remove_file(site.path().join("old.xml")).expect("a file");
    #[cfg(unix)]
    std::os::unix::fs::symlink("feed.xml", site.path().join("old.xml")).expect("a link");
    assert_eq!(site.build(&["--prune", "-v"], 0).1.matches("removed").count(), 0);
    assert!(site.has("feed.xml"));
}

#[test]
fn posts_may_come_from_standard_input() {
    let site = Site::new("");
    site.write("wp2feed.toml", &format!("home = 'https://example.org'\ninput = '-'\n{FEED}"));
    let mut build = wp2feed(&["build"]);
    build.current_dir(site.path()).write_stdin(posts()).assert().code(0);
    assert!(site.read("feed.xml").contains("Post 3"));
    let other = "[[output]]\npath = 'b.xml'\ninput = ['-', 'posts.json']\n";
    site.write("wp2feed.toml", &format!("input = '-'\n{FEED}{other}"));
    assert!(site.build(&[], 2).1.contains("standard input is asked for more than once"));
}

#[test]
fn two_feeds_are_never_one_file() {
    let each = "[[output]]\npath = '{slug}.xml'\nfeed-of = 'category:*'\n";
    let site = Site::new(&format!("{each}[[output]]\npath = 'news.xml'\n"));
    let (_, said) = site.build(&[], 2);
    assert!(said.contains("news.xml: two feeds would be this file"), "{said}");
    assert!(!site.has("news.xml"));
}

#[test]
fn what_is_read_is_never_written() {
    for path in ["posts.json", "./site.json", "wp2feed.toml"] {
        let site = Site::new(&format!("site = 'site.json'\n[[output]]\npath = '{path}'\n"));
        site.write("site.json", r#"{"name":"A","home":"https://example.org"}"#);
        let before = site.read(path);
        assert!(site.build(&[], 2).1.contains("would take the place of what is read"), "{path}");
        assert_eq!(site.read(path), before);
    }
}

#[test]
fn a_slug_leads_nowhere_else() {
    let site =
        Site::new("out-dir = 'a/b'\n[[output]]\npath = '{slug}/feed.xml'\nfeed-of = 'tag:*'\n");
    let tag = |id: u32, slug: &str| {
        format!(r#"{{"id":{id},"name":"T","slug":"{slug}","taxonomy":"post_tag"}}"#)
    };
    let tags =
        [tag(1, "../../up"), tag(2, ".."), tag(3, "/etc"), tag(4, ""), tag(5, "tea")].join(",");
    let more = format!(r#","tags":[1,2,3,4,5],"_embedded":{{"wp:term":[[{tags}]]}}"#);
    site.write("posts.json", &post(1, "2024-01-01T08:00:00", &more).replace(r#""tags":[],"#, ""));
    let (_, said) = site.build(&[], 0);
    assert!(said.contains("1 post whose tags the document does not name"), "{said}");
    let made = ["%2E%2E", "%2E%2E%2F%2E%2E%2Fup", "%2Fetc", "tea"];
    assert_eq!(names(&site.path().join("a/b")), made);
    assert_eq!(names(&site.path().join("a")), ["b"]);
}

#[test]
fn what_is_made_no_more_is_told_and_removed_if_that_is_asked_for() {
    let each = "out-dir = 'public'\n[[output]]\npath = 'tag/{slug}/feed.json'\nfeed-of = 'tag:*'\n";
    let site = Site::new(each);
    let tagged = |slug: &str| {
        let tag = format!(r#"{{"id":1,"name":"T","slug":"{slug}","taxonomy":"post_tag"}}"#);
        let more = format!(r#","tags":[1],"_embedded":{{"wp:term":[[{tag}]]}}"#);
        post(1, "2024-01-01T08:00:00", &more)
    };
    site.write("posts.json", &tagged("tea"));
    site.build(&["-q"], 0);
    site.write("public/tag/mine/feed.json", "{}");
    site.write("posts.json", &tagged("cake"));
    for _ in 0..2 {
        let (_, said) = site.build(&[], 0);
        assert!(said.contains("warning: public/tag/tea/feed.json: made no more\n"), "{said}");
        assert!(
            said.contains("1 made no more\n") && site.has("public/tag/tea/feed.json"),
            "{said}"
        );
    }
    let (shown, said) = site.build(&["--check", "--prune"], 1);
    assert!(shown.contains("--- public/tag/tea/feed.json\n"), "{shown}");
    assert!(said.contains("1 to be removed") && site.has("public/tag/tea/feed.json"), "{said}");
    let (_, said) = site.build(&["--prune", "-v"], 0);
    assert!(said.contains("info: public/tag/tea/feed.json: removed\n"), "{said}");
    assert_eq!(names(&site.path().join("public/tag")), ["cake", "mine"]);
    assert!(!site.build(&["--prune"], 0).1.contains("removed"));
}

#[test]
fn what_somebody_else_has_put_there_is_never_removed() {
    let site = Site::new(&format!("{FEED}[[output]]\npath = 'old/feed.json'\n"));
    site.build(&["-q"], 0);
    site.describe(FEED);
    site.write("old/feed.json", "my notes");
    let (_, said) = site.build(&["--prune"], 0);
    assert!(said.contains("old/feed.json: made no more, but no feed either"), "{said}");
    assert_eq!(site.read("old/feed.json"), "my notes");
}

#[test]
fn check_shows_what_would_change_and_writes_nothing() {
    let site = Site::new(&format!("{FEED}[[output]]\npath = 'new/feed.json'\n"));
    let (shown, said) = site.build(&["--check"], 1);
    assert!(shown.contains("+++ feed.xml\n  a new file, entries: 3\n"), "{shown}");
    assert!(said.contains("files: 2 to be written, 0 unchanged\n"), "{said}");
    assert_eq!(names(site.path()), ["posts.json", "wp2feed.toml"]);
    site.build(&["-q"], 0);
    assert_eq!(site.build(&["--check"], 0).0, "");
    let changed = posts().replace("Post 3", "Toast 3");
    site.write("posts.json", &changed);
    let before = site.read("feed.xml");
    let (shown, said) = site.build(&["--check"], 1);
    assert!(
        shown.contains("--- feed.xml") && shown.contains("title: Post 3 -> Toast 3"),
        "{shown}"
    );
    assert!(said.contains("2 to be written"), "{said}");
    assert_eq!(site.read("feed.xml"), before);
    // Other bytes of the same meaning are shown as bytes.
    site.build(&["-q"], 0);
    site.write("feed.xml", &site.read("feed.xml").replace("</channel>", "</channel >"));
    let (shown, said) = site.build(&["--check"], 1);
    assert!(shown.contains("-</channel >") && said.contains("1 to be written"), "{shown}{said}");
}

#[test]
fn each_file_is_told_to_those_who_want_to_know() {
    let site = Site::new(&format!("{FEED}[[output]]\npath = 'feed.json'\n"));
    site.build(&["-q"], 0);
    fs::remove_file(site.path().join("feed.xml")).expect("a file");
    let (_, said) = site.build(&["-v"], 0);
    let bytes = site.read("feed.xml").len();
    assert!(said.contains(&format!("info: feed.xml: {bytes} bytes written\n")), "{said}");
    assert!(said.contains("info: feed.json: unchanged\n"), "{said}");
    assert_eq!(site.build(&["-q"], 0), (String::new(), String::new()));
    let (_, said) = site.build(&["--message-format", "json"], 0);
    assert!(said.contains(r#""code":"build","message":"files: 0 written, 2 unchanged""#), "{said}");
}

#[test]
fn an_output_that_is_not_possible_leaves_all_as_it_was() {
    let site = Site::new(&format!("{FEED}[[output]]\npath = 'posts.json/feed.json'\n"));
    let (_, said) = site.build(&[], 5);
    assert!(said.contains("posts.json/feed.json: can't write"), "{said}");
    assert!(!site.has("feed.xml"));
}
