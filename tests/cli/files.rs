//! Files are written whole or not at all, and are files as any other program makes them.

use super::{locked, names, posts, run};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

fn folder() -> (TempDir, PathBuf) {
    let dir = tempdir().expect("a folder");
    let path = dir.path().to_owned();
    (dir, path)
}

/// Converts three posts to this file.
fn write(args: &[&str], file: &Path) {
    run(&[args, &["-o", &file.display().to_string()]].concat(), posts(), 0);
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a file")
}

#[test]
fn a_file_gets_the_bytes_of_standard_output() {
    let (_dir, path) = folder();
    for format in ["rss", "atom", "json"] {
        let file = path.join(format);
        write(&["-t", format], &file);
        assert_eq!(read(&file), run(&["-t", format], posts(), 0).0);
    }
    for stdout in [&["-o", "-"][..], &["-o", "/dev/stdout"]] {
        assert_eq!(run(stdout, posts(), 0).0, run(&[], posts(), 0).0);
    }
}

#[test]
fn the_name_decides_the_format() {
    let (_dir, path) = folder();
    let json = [("feed.json", "{"), ("FEED.JSON", "{"), ("atom.json", "{")];
    let atom = [("feed.atom", "<feed"), ("atom.xml", "<feed"), ("my-Atom-feed.xml", "<feed")];
    let rss = [("feed.xml", "<rss"), ("feed.rss", "<rss"), ("feed.txt", "<rss"), ("feed", "<rss")];
    for (name, start) in json.into_iter().chain(atom).chain(rss) {
        let file = path.join(name);
        write(&[], &file);
        assert!(read(&file).contains(start), "{name}");
    }
    write(&["--to", "json"], &path.join("feed.xml"));
    assert!(read(&path.join("feed.xml")).starts_with('{'));
}

#[test]
fn an_old_file_stays_when_there_is_no_new_one() {
    let (_dir, path) = folder();
    let file = path.join("feed.xml").display().to_string();
    fs::write(&file, "old").expect("written");
    run(&["-o", &file], "[{\"id\":1", 3);
    run(&["-o", &file, "--strict"], locked(), 1);
    run(&["-o", &file, "--fail-on-empty"], "[]", 4);
    run(&["-o", &file, "missing.json"], "", 5);
    assert_eq!(read(Path::new(&file)), "old");
    assert_eq!(names(&path), ["feed.xml"]);
}

#[test]
fn a_folder_is_made_and_gets_the_customary_names() {
    let (_dir, path) = folder();
    let public = path.join("a/public");
    let dir = public.display().to_string();
    run(&["--out-dir", &dir, "-t", "json,rss", "-t", "atom,rss"], posts(), 0);
    assert_eq!(names(&public), ["atom.xml", "feed.json", "feed.xml"]);
    assert_eq!(read(&public.join("atom.xml")), run(&["-t", "atom"], posts(), 0).0);
    run(&["--out-dir", &dir], posts(), 0);
}

#[test]
fn no_folder_is_made_for_broken_input() {
    let (_dir, path) = folder();
    let public = path.join("public");
    run(&["--out-dir", &public.display().to_string()], "[", 3);
    assert!(!public.exists());
}

#[test]
fn messages_name_the_file_that_was_asked_for() {
    let (_dir, path) = folder();
    let file = path.join("no/feed.xml").display().to_string();
    let (_, stderr) = run(&["-o", &file], posts(), 5);
    assert!(stderr.contains(&format!("{file}: can't write: ")), "{stderr}");
    assert!(!stderr.contains(".wp2feed-"), "{stderr}");
    fs::write(path.join("file"), "").expect("written");
    let (_, stderr) = run(&["--out-dir", &path.join("file").display().to_string()], posts(), 5);
    assert!(stderr.contains("name a folder"), "{stderr}");
}

#[test]
fn of_several_files_all_are_written_or_none() {
    let (_dir, path) = folder();
    fs::write(path.join("feed.xml"), "old").expect("written");
    fs::create_dir(path.join("feed.json")).expect("made");
    run(&["--out-dir", &path.display().to_string(), "-t", "rss,atom,json"], posts(), 5);
    assert_eq!(read(&path.join("feed.xml")), "old");
    assert_eq!(names(&path), ["feed.json", "feed.xml"]);
}

#[test]
fn the_input_may_be_the_output() {
    let (_dir, path) = folder();
    let file = path.join("posts.json");
    fs::write(&file, posts()).expect("written");
    let name = file.display().to_string();
    run(&["-t", "rss", "-o", &name, &name], "", 0);
    assert_eq!(read(&file), run(&[], posts(), 0).0);
}

#[test]
fn a_name_without_folder_is_in_the_working_folder() {
    let (_dir, path) = folder();
    let mut program = super::wp2feed(&["-o", "feed.xml"]);
    program.args(super::SITE).current_dir(&path).write_stdin(posts()).assert().success();
    assert_eq!(names(&path), ["feed.xml"]);
}

#[cfg(unix)]
mod unix {
    use super::{folder, names, read, run, write};
    use crate::posts;
    use std::fs::{self, File, Permissions};
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    fn mode(file: &Path) -> u32 {
        fs::metadata(file).expect("a file").permissions().mode() & 0o7777
    }

    #[test]
    fn a_fresh_file_has_the_permissions_of_any_fresh_file() {
        let (_dir, path) = folder();
        let (ours, theirs) = (path.join("ours"), path.join("theirs"));
        write(&[], &ours);
        File::create(&theirs).expect("made");
        assert_eq!(mode(&ours), mode(&theirs));
    }

    #[test]
    fn a_replaced_file_keeps_its_permissions() {
        let (_dir, path) = folder();
        let file = path.join("feed.xml");
        for permissions in [0o640, 0o666, 0o755] {
            fs::write(&file, "old").expect("written");
            fs::set_permissions(&file, Permissions::from_mode(permissions)).expect("set");
            write(&[], &file);
            assert_eq!(mode(&file), permissions);
            assert!(read(&file).contains("<rss"));
        }
    }

    #[test]
    fn links_stay_and_what_they_name_is_written() {
        let (_dir, path) = folder();
        fs::create_dir(path.join("deep")).expect("made");
        fs::write(path.join("deep/real"), "old").expect("written");
        symlink("deep/real", path.join("first")).expect("linked");
        symlink("first", path.join("second")).expect("linked");
        symlink("deep/fresh", path.join("dangling")).expect("linked");
        for name in ["second", "dangling"] {
            write(&[], &path.join(name));
            assert!(path.join(name).is_symlink());
        }
        assert_eq!(names(&path.join("deep")), ["fresh", "real"]);
        assert!(read(&path.join("deep/real")).contains("<rss"));
        symlink("round", path.join("round")).expect("linked");
        run(&["-o", &path.join("round").display().to_string()], posts(), 5);
    }

    #[test]
    fn pipes_and_devices_are_not_replaced() {
        let (_dir, path) = folder();
        let pipe = path.join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || read(&pipe)
        });
        write(&[], &pipe);
        assert!(reader.join().expect("read").contains("<rss"));
        assert!(fs::metadata(&pipe).expect("a pipe").file_type().is_fifo());
        assert_eq!(names(&path), ["pipe"]);
    }
}
