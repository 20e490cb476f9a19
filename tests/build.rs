//! A site of 236 posts in all its feeds: what has not changed is not touched, and what is killed leaves
//! whole files.

use assert_cmd::cargo::cargo_bin;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};
use tempfile::{TempDir, tempdir};

const CATEGORIES: u64 = 12;
const TAGS: u64 = 30;
const AUTHORS: u64 = 6;

/// Three formats of all posts, and of each category; a feed of each tag and author.
const DESCRIPTION: &str = "input = 'posts/*.json'\nsite = 'site.json'\nlanguage = 'en'\nout-dir = 'public'\n\
    base-url = 'https://example.org/'\n\
    [[output]]\npath = 'feed.xml'\nlimit = 20\n\
    [[output]]\npath = 'atom.xml'\nlimit = 20\n\
    [[output]]\npath = 'feed.json'\nlimit = 20\n\
    [[output]]\npath = 'category/{slug}/feed.xml'\nfeed-of = 'category:*'\n\
    [[output]]\npath = 'category/{slug}/atom.xml'\nfeed-of = 'category:*'\n\
    [[output]]\npath = 'category/{slug}/feed.json'\nfeed-of = 'category:*'\n\
    [[output]]\npath = 'tag/{slug}.xml'\nfeed-of = 'tag:*'\n\
    [[output]]\npath = 'author/{slug}.json'\nfeed-of = 'author:*'\nhtml = 'clean'\n";

/// The post of a number, which tells its place in everything.
fn post(id: u64) -> Value {
    let (category, author) = (id % CATEGORIES, id % AUTHORS);
    let term = |taxonomy: &str, id: u64, path: String| {
        let (name, slug) = (format!("{taxonomy} {id}"), path.rsplit('/').next().map(str::to_owned));
        json!({"id": 1000 + id, "name": name, "slug": slug, "taxonomy": taxonomy,
            "link": format!("https://example.org/{path}/")})
    };
    // Every third category is below the first one.
    let above = if category > 0 && category.is_multiple_of(3) { "c0/" } else { "" };
    let categories = [term("category", category, format!("category/{above}c{category}"))];
    let tags: BTreeSet<u64> = [id % TAGS, id * 7 % TAGS].into();
    let tags: Vec<_> =
        tags.iter().map(|tag| term("post_tag", *tag, format!("tag/t{tag}"))).collect();
    let date = format!("2024-{:02}-{:02}T{:02}:00:00", id % 12 + 1, id % 28 + 1, id % 24);
    json!({"id": id, "date_gmt": date, "modified_gmt": date, "type": "post", "status": "publish",
        "guid": {"rendered": format!("https://example.org/?p={id}")}, "author": 500 + author,
        "link": format!("https://example.org/{id}/"), "title": {"rendered": format!("Post {id}")},
        "content": {"rendered": format!("<p>{}</p>", format!("Text {id} ").repeat(50))},
        "excerpt": {"rendered": format!("<p>Short {id}</p>")},
        "categories": [1000 + category], "tags": tags.iter().map(|tag| &tag["id"]).collect::<Vec<_>>(),
        "_embedded": {"wp:term": [categories, tags], "author": [
            {"id": 500 + author, "name": format!("Author {author}"), "slug": format!("a{author}")}]}})
}

fn posts(count: u64) -> Vec<Value> {
    (1..=count).map(post).collect()
}

/// The slugs of the feeds that hold a post.
fn feeds_of(post: &Value) -> BTreeSet<String> {
    let terms = post["_embedded"]["wp:term"].as_array().expect("terms").iter().flat_map(|terms| {
        terms.as_array().expect("a list").iter().map(|term| term["link"].as_str().expect("a link"))
    });
    let slugs = terms.flat_map(|link| link.trim_end_matches('/').split('/').skip(4));
    let author = post["_embedded"]["author"][0]["slug"].as_str().expect("a slug");
    slugs.chain([author]).map(str::to_owned).collect()
}

/// A site in a folder of its own.
struct Site(TempDir);

impl Site {
    fn new(posts: &[Value]) -> Site {
        let site = Site(tempdir().expect("a folder"));
        fs::create_dir(site.path().join("posts")).expect("a folder");
        let index = r#"{"name":"Example","description":"Tea","home":"https://example.org"}"#;
        fs::write(site.path().join("site.json"), index).expect("a file");
        fs::write(site.path().join("wp2feed.toml"), DESCRIPTION).expect("a file");
        site.publish(posts);
        site
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes the posts, a hundred to a page.
    fn publish(&self, posts: &[Value]) {
        for (page, posts) in posts.chunks(100).enumerate() {
            let file = self.path().join(format!("posts/{page}.json"));
            fs::write(file, Value::from(posts).to_string()).expect("a file");
        }
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(cargo_bin!("wp2feed"));
        command.arg("build").args(args).current_dir(self.path());
        command
    }

    #[track_caller]
    fn build(&self, args: &[&str]) -> String {
        let Output { status, stderr, .. } = self.command(args).output().expect("the program");
        let said = String::from_utf8_lossy(&stderr).into_owned();
        assert!(status.success(), "{said}");
        said
    }

    /// All that was made, by its path.
    fn made(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut made = BTreeMap::new();
        collect(&self.path().join("public"), &mut made);
        let record = self.path().join(".wp2feed.made");
        made.insert(record.clone(), fs::read(record).unwrap_or_default());
        made
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = fs::read(&path).expect("a file");
            files.insert(path, bytes);
        }
    }
}

/// Makes files as old as they are never written here.
fn age<'p>(files: impl IntoIterator<Item = &'p PathBuf>) {
    for path in files {
        let file = File::options().write(true).open(path).expect("a file");
        file.set_modified(long_ago()).expect("a time");
    }
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn is_touched(path: &Path) -> bool {
    let modified = path.metadata().and_then(|found| found.modified()).expect("a time");
    modified != long_ago()
}

/// The files that a build touched.
fn touched<'p>(files: impl IntoIterator<Item = &'p PathBuf>) -> Vec<PathBuf> {
    files.into_iter().filter(|path| is_touched(path)).cloned().collect()
}

#[test]
fn a_second_run_touches_no_file() {
    let site = Site::new(&posts(236));
    assert!(site.build(&[]).ends_with("note: files: 75 written, 0 unchanged\n"));
    let made = site.made();
    assert_eq!(made.len(), 76, "the files and the record");
    age(made.keys());
    assert!(site.build(&["--prune"]).ends_with("note: files: 0 written, 75 unchanged\n"));
    assert_eq!(touched(made.keys()), Vec::<PathBuf>::new());
    assert!(site.made() == made);
}

#[test]
fn after_a_change_only_the_feeds_of_the_post_change() {
    let mut posts = posts(236);
    let site = Site::new(&posts);
    site.build(&["-q"]);
    // Post 117 is below a category of its own, and none of the twenty newest.
    for id in [117, 13] {
        let made = site.made();
        age(made.keys());
        let post = &mut posts[id - 1];
        post["title"]["rendered"] = json!(format!("Another {id}"));
        let slugs = feeds_of(post);
        site.publish(&posts);
        site.build(&["-q"]);
        let changed = touched(made.keys());
        let names = |path: &PathBuf| {
            let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
            parts
                .map(|part| part.split('.').next().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        let title = format!("Another {id}");
        let now = site.made();
        for (path, bytes) in &now {
            let holds = String::from_utf8_lossy(bytes).contains(&title);
            let own = names(path).iter().any(|part| slugs.contains(part));
            let home = path.parent() == Some(&site.path().join("public"));
            assert_eq!(holds, changed.contains(path), "{}", path.display());
            assert!(holds == own || home, "{}", path.display());
        }
        assert!(changed.len() > slugs.len(), "{changed:?}");
    }
}

#[test]
fn after_an_archive_has_gone_only_its_files_go() {
    let mut posts = posts(60);
    let site = Site::new(&posts);
    site.build(&["-q"]);
    let made = site.made();
    posts.retain(|post| !feeds_of(post).contains("c5"));
    site.publish(&posts);
    assert!(site.build(&["--prune"]).contains(" removed"));
    let gone = |path: &&PathBuf| path.iter().any(|part| part == "c5");
    assert_eq!(made.keys().filter(gone).count(), 3);
    assert!(!site.path().join("public/category/c5").exists());
    assert!(site.made().keys().all(|path| !gone(&path)));
    assert!(!site.made()[&site.path().join(".wp2feed.made")].is_empty());
}

/// Numbers by chance, the same in each run.
#[cfg(unix)]
fn chances() -> impl Iterator<Item = u64> {
    let next = |state: &u64| {
        Some(state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407))
    };
    std::iter::successors(Some(42), next).map(|state| state >> 33)
}

/// Kills a build: half of the times as soon as it writes, and else wherever it is.
#[cfg(unix)]
fn kill(site: &Site, chance: u64) -> bool {
    use std::os::unix::process::ExitStatusExt;
    let mut build = site.command(&["-q", "--prune"]).spawn().expect("the program");
    let litter = || site.made().keys().any(|path| is_litter(path));
    while chance.is_multiple_of(2) && !litter() && build.try_wait().expect("a state").is_none() {}
    std::thread::sleep(Duration::from_micros(chance % 30_000));
    build.kill().expect("a signal");
    build.wait().expect("an end").signal() == Some(9)
}

#[cfg(unix)]
fn is_litter(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".wp2feed-"))
}

#[cfg(unix)]
#[test]
fn what_is_killed_leaves_whole_files_and_nothing_that_stays() {
    let many = posts(40);
    let few: Vec<_> = many.iter().filter(|post| !feeds_of(post).contains("c5")).cloned().collect();
    let states = [many, few].map(|mut posts| {
        posts[0]["title"]["rendered"] = json!(format!("First of {}", posts.len()));
        let site = Site::new(&posts);
        site.build(&["-q"]);
        let files = site.made().into_iter().map(|(path, bytes)| {
            (path.strip_prefix(site.path()).expect("a path in it").to_owned(), bytes)
        });
        (posts, files.collect::<BTreeMap<_, _>>())
    });
    let site = Site::new(&states[0].0);
    let (mut killed, mut littered) = (0, 0);
    for (round, chance) in chances().take(200).enumerate() {
        site.publish(&states[round % 2].0);
        killed += usize::from(kill(&site, chance));
        for (path, bytes) in site.made() {
            let name = path.strip_prefix(site.path()).expect("a path in it");
            if is_litter(&path) {
                littered += 1;
            } else if name != Path::new(".wp2feed.made") {
                let is_whole = states.iter().any(|(_, files)| files.get(name) == Some(&bytes));
                assert!(is_whole, "round {round}: {}", path.display());
            }
        }
    }
    assert!(killed > 20 && littered > 0, "{killed} {littered}");
    for (posts, files) in &states {
        site.publish(posts);
        site.build(&["-q", "--prune"]);
        let expected = files.iter().map(|(path, bytes)| (site.path().join(path), bytes.clone()));
        let expected: BTreeMap<_, _> = expected.collect();
        assert_eq!(site.made().keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        assert!(site.made() == expected);
        assert_eq!(site.path().join("public/category/c5").exists(), posts.len() == 40);
    }
}
