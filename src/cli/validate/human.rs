//! Findings for people: the finding, what to do about it, and the line with a caret.

use super::source::Line;
use crate::cli::messages::visible;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::builder::styling::{AnsiColor, Style};
use wp2feed::{Finding, Position, Severity};

/// How wide a line may be; `clap` wraps its help there, too.
const WIDTH: usize = 100;

const PLACE: Style = Style::new().bold();

/// Writes a finding, and its line if that is at hand.
pub(super) fn finding(file: &str, finding: &Finding, line: Option<Line>) -> String {
    let Finding { rule, position: Position { line: number, column, .. }, message } = finding;
    let style = style(rule.severity);
    let head = format!(
        "{PLACE}{}:{number}:{column}:{PLACE:#} {style}{}:{style:#} {}: {}\n   {}   [{}]\n",
        visible(file),
        rule.severity,
        rule.name,
        visible(message),
        rule.help,
        rule.spec,
    );
    match line {
        Some(line) => format!("{head}{}\n", snippet(&line, *number, rule.severity)),
        None => head,
    }
}

pub(super) fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Green,
    };
    color.on_default().bold()
}

/// Draws a line and a caret below it; of a long one what is around the caret.
fn snippet(line: &Line, number: u64, severity: Severity) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let annotation = AnnotationKind::Primary.span(line.at.clone());
    let source = Snippet::source(&line.text)
        .line_start(usize::try_from(number).unwrap_or(usize::MAX))
        .annotation(annotation);
    let group = Group::with_level(level).element(source);
    Renderer::styled().term_width(WIDTH).render(&[group])
}
