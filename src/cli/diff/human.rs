//! The report for people: what readers will do, then the differences, then their number.

use super::words::{self, Place};
use crate::cli::messages::visible;
use clap::builder::styling::{AnsiColor, Style};
use std::fmt::Write;
use wp2feed::{Change, Comparison, Difference, EntryDifference};

/// How many places of one text are shown.
const PLACES: usize = 5;

/// How much is shown of what stands at a place, in characters.
const LONGEST: usize = 160;

/// A value that is longer is shown by the words that differ.
const SHORT: usize = 72;

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();
const STRONG: Style = Style::new().bold();

/// Writes the report.
pub(in crate::cli) fn report(found: &Comparison, old: &str, new: &str) -> String {
    if found.is_same() {
        return "nothing differs\n".to_owned();
    }
    let mut out = format!("{OLD}--- {}{OLD:#}\n{NEW}+++ {}{NEW:#}\n", visible(old), visible(new));
    for effect in &found.effects {
        line(&mut out, format_args!("{STRONG}{effect}{STRONG:#}"));
    }
    if !found.feed.is_empty() {
        line(&mut out, format_args!("\nfeed"));
        found.feed.iter().for_each(|difference| field(&mut out, difference));
    }
    for entry in &found.entries {
        entry_line(&mut out, entry);
    }
    let count = counted(found);
    line(&mut out, format_args!("\n{count}"));
    out
}

/// Writing to memory can't fail.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{text}");
}

fn entry_line(out: &mut String, entry: &EntryDifference) {
    let title =
        entry.title.as_deref().map(|title| format!("  {}", shown(title))).unwrap_or_default();
    let name = format!("{}{title}", visible(&entry.id));
    match &entry.change {
        Change::Added { at } => {
            line(out, format_args!("\n{NEW}+ entry {}{NEW:#}  (at {})", name, at + 1));
        }
        Change::Removed { at } => {
            line(out, format_args!("\n{OLD}- entry {}{OLD:#}  (was at {})", name, at + 1));
        }
        Change::Changed { moved, fields } => {
            line(out, format_args!("\nentry {name}"));
            if let Some((from, to)) = moved {
                line(out, format_args!("  moved from {} to {}", from + 1, to + 1));
            }
            fields.iter().for_each(|difference| field(out, difference));
        }
    }
}

fn field(out: &mut String, difference: &Difference) {
    let name = difference.field.name();
    match (&difference.old[..], &difference.new[..]) {
        ([old], [new]) if is_short(old) && is_short(new) => line(
            out,
            format_args!("  {name}: {OLD}{}{OLD:#} -> {NEW}{}{NEW:#}", visible(old), visible(new)),
        ),
        ([old], [new]) => {
            line(out, format_args!("  {name}:"));
            places(out, &words::places(old, new));
        }
        (old, new) => values(out, name, old, new),
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT && !text.contains('\n')
}

fn places(out: &mut String, places: &[Place]) {
    for Place { before, old, new, after } in places.iter().take(PLACES) {
        let (before, after) = (visible(before), visible(after));
        let gone =
            if old.is_empty() { String::new() } else { format!("{OLD}[-{}-]{OLD:#}", shown(old)) };
        let come = if new.is_empty() {
            String::new()
        } else {
            format!("{NEW}{{+{}+}}{NEW:#}", shown(new))
        };
        line(out, format_args!("    {before}{gone}{come}{after}"));
    }
    let more = places.len().saturating_sub(PLACES);
    if more > 0 {
        let noun = if more == 1 { "place" } else { "places" };
        line(out, format_args!("    and {more} more {noun}"));
    }
}

/// Shows the values that one side alone has, or that the order is another.
fn values(out: &mut String, name: &str, old: &[String], new: &[String]) {
    line(out, format_args!("  {name}:"));
    let missing = |from: &[String], in_: &[String]| -> Vec<String> {
        let mut rest = in_.to_vec();
        let mut missing = Vec::new();
        for value in from {
            match rest.iter().position(|other| other == value) {
                Some(at) => drop(rest.swap_remove(at)),
                None => missing.push(shown(value)),
            }
        }
        missing
    };
    let (gone, come) = (missing(old, new), missing(new, old));
    if gone.is_empty() && come.is_empty() {
        let order =
            |values: &[String]| values.iter().map(|it| shown(it)).collect::<Vec<_>>().join(", ");
        line(out, format_args!("    {OLD}- {}{OLD:#}", order(old)));
        line(out, format_args!("    {NEW}+ {}{NEW:#}", order(new)));
    }
    gone.iter().for_each(|value| line(out, format_args!("    {OLD}- {value}{OLD:#}")));
    come.iter().for_each(|value| line(out, format_args!("    {NEW}+ {value}{NEW:#}")));
}

/// A text on one line, cut where it is long.
fn shown(text: &str) -> String {
    let cut: String = text.chars().take(LONGEST).collect();
    let dots = if cut.len() < text.len() { "…" } else { "" };
    visible(&cut) + dots
}

/// How many entries differ, and how.
fn counted(found: &Comparison) -> String {
    let count =
        |is: &dyn Fn(&Change) -> bool| found.entries.iter().filter(|it| is(&it.change)).count();
    let counts = [
        (count(&|change| matches!(change, Change::Added { .. })), "added"),
        (count(&|change| matches!(change, Change::Removed { .. })), "removed"),
        (count(&|change| matches!(change, Change::Changed { moved: Some(_), .. })), "moved"),
        (
            count(&|change| matches!(change, Change::Changed { fields, .. } if !fields.is_empty())),
            "changed",
        ),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told.map(|(count, what)| format!("{count} {what}")).collect();
    let fields = found.feed.len();
    let noun = if fields == 1 { "field" } else { "fields" };
    match (told.is_empty(), fields) {
        (true, _) => format!("{fields} {noun} of the feed"),
        (false, 0) => format!("entries: {}", told.join(", ")),
        (false, _) => format!("{fields} {noun} of the feed; entries: {}", told.join(", ")),
    }
}
