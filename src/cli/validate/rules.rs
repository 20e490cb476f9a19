//! What the rules are: one of them, all as a table, or as the page docs/rules.md.

use super::human::style;
use clap::ValueEnum;
use std::fmt::Write;
use wp2feed::{Rule, Severity};

/// How the rules are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum List {
    Table,
    Markdown,
}

/// Tells all of one rule.
pub(super) fn explain(rule: &Rule) -> String {
    let Rule { name, severity, spec, about, help, .. } = rule;
    let style = style(*severity);
    format!("{name}: {style}{severity}{style:#}   [{spec}]\n\n  {about}\n  = help: {help}\n")
}

/// Lists all rules.
pub(super) fn list(list: List) -> String {
    match list {
        List::Table => table(),
        List::Markdown => markdown(),
    }
}

fn sorted() -> Vec<&'static Rule> {
    let mut rules: Vec<_> = Rule::all().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

fn table() -> String {
    let rules = sorted();
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for Rule { name, severity, about, .. } in rules {
        let style = style(*severity);
        let level = severity.name();
        // Writing to a text can't fail.
        let _ = writeln!(out, "{name:width$}  {style}{level:7}{style:#}  {about}");
    }
    out
}

/// What stands above the tables of docs/rules.md.
const INTRODUCTION: &str = "\
# The rules of `wp2feed validate`

Rules of RSS and Atom have the names and the levels that the [W3C Feed Validation Service](https://validator.w3.org/feed/)
gives them; those of JSON, JSON Feed and Podcasting 2.0 are our own. `wp2feed validate --explain RULE` tells one of them,
and [samples/rules](../samples/rules) has a document for each that fails and one that passes. This page is what
`wp2feed validate --rules=markdown` writes.
";

fn markdown() -> String {
    let mut out = INTRODUCTION.to_owned();
    for (level, meaning) in [
        (Severity::Error, "Errors: the feed breaks its specification"),
        (Severity::Warning, "Warnings: some readers show it wrongly, or not at all"),
        (Severity::Info, "Info: good to know"),
    ] {
        let rules = sorted().into_iter().filter(|rule| rule.severity == level);
        // Writing to a text can't fail.
        let _ = write!(
            out,
            "\n## {meaning}\n\n| rule | asks for | what to do | where it is written |\n"
        );
        out.push_str("| --- | --- | --- | --- |\n");
        for Rule { name, spec, about, help, .. } in rules {
            let [about, help, spec] = [about, help, spec].map(|text| cell(text));
            let _ = writeln!(out, "| `{name}` | {about} | {help} | {spec} |");
        }
    }
    out
}

/// A text as it stands in a table; what looks like HTML or markup is shown as it is.
fn cell(text: &str) -> String {
    let escape = |c: char| match c {
        '|' | '\\' | '*' | '_' | '<' | '[' | ']' => format!("\\{c}"),
        c => c.to_string(),
    };
    let parts = text.split('`').enumerate().map(|(number, part)| match number % 2 {
        0 => part.chars().map(escape).collect(),
        // Between backquotes a bar alone means something.
        _ => format!("`{}`", part.replace('|', "\\|")),
    });
    parts.collect()
}
