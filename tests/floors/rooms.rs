//! The floors of the house, and who may import from whom.

use super::paths::{Path, Paths, paths};
use std::collections::BTreeMap;

/// The rooms, the upper floors first. A room imports from lower floors, never from its neighbours.
pub(crate) const FLOORS: &[&[&str]] = &[
    &["main", "cli"],
    &["convert", "compare"],
    &["spool", "facts"],
    &["formats"],
    &["wordpress", "content", "formats::rss", "formats::atom", "formats::json_feed"],
    &["validate"],
    &["formats::xml"],
    &["formats::stand_in", "formats::writer"],
    &["text"],
    &["options"],
    &["podcast", "fields", "ids"],
    &["site", "report", "archive"],
    &["model"],
    &["error"],
];

/// Says what a set of source files does against the floors; files are named from `src/` on.
///
/// `lib.rs` is the door of the house: it opens rooms to the world, and no room goes through it.
pub(crate) fn complaints(files: &[(String, String)]) -> Vec<String> {
    let modules: BTreeMap<Path, Paths> =
        files.iter().map(|(file, source)| (module(file), paths(source))).collect();
    let mut complaints = Vec::new();
    for (at, found) in modules.iter().filter(|(at, _)| !at.is_empty()) {
        let Some(own) = room(at) else {
            complaints.push(format!("{} stands on no floor", at.join("::")));
            continue;
        };
        for path in found.uses.iter().chain(&found.inline) {
            let Some(target) = resolve(at, path, &modules) else { continue };
            let allowed = room(&target).is_some_and(|room| room == own || floor(room) > floor(own));
            if !allowed {
                complaints.push(format!("{} imports {}", at.join("::"), target.join("::")));
            }
        }
    }
    complaints
}

/// The module of a file: `text/date.rs` is `text::date`, `text/mod.rs` is `text`, `lib.rs` the root.
fn module(file: &str) -> Path {
    let names = file.trim_end_matches(".rs").split('/');
    names.filter(|name| !matches!(*name, "mod" | "lib")).map(str::to_owned).collect()
}

/// The room that a module belongs to: the longest name of a room that its path starts with.
fn room(path: &[String]) -> Option<&'static str> {
    let rooms = FLOORS.iter().copied().flatten().copied();
    let holds = |room: &&str| {
        let names: Vec<&str> = room.split("::").collect();
        path.len() >= names.len() && names.iter().zip(path).all(|(name, part)| name == part)
    };
    rooms.filter(holds).max_by_key(|room| room.len())
}

/// The floor of a room, counted from the top.
fn floor(room: &str) -> usize {
    FLOORS.iter().position(|floor| floor.contains(&room)).expect("a room of the table")
}

/// Where a path leads, from the root on; `None` if it leads to another crate.
fn resolve(at: &[String], path: &[String], modules: &BTreeMap<Path, Paths>) -> Option<Path> {
    let mut target = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "super" | "self" => at.to_vec(),
        name => {
            let mut child = at.to_vec();
            child.push(name.to_owned());
            if !modules.contains_key(&child) {
                return None;
            }
            at.to_vec()
        }
    };
    for name in path {
        match name.as_str() {
            "crate" | "self" => {}
            "super" => drop(target.pop()),
            name => target.push(name.to_owned()),
        }
    }
    Some(through_door(target, modules))
}

/// Follows a name that a module re-exports to where it lives: `formats::FeedWriter` to its file.
fn through_door(target: Path, modules: &BTreeMap<Path, Paths>) -> Path {
    let Some((name, owner)) = target.split_last() else { return target };
    let Some(found) = modules.get(owner).filter(|_| !modules.contains_key(&target)) else {
        return target;
    };
    let door = found.uses.iter().find(|path| path.len() > 1 && path.last() == Some(name));
    door.and_then(|path| resolve(owner, path, modules)).unwrap_or(target)
}
