//! What the reader promises.

mod hostile;
mod places;
mod prolog;
mod second;
mod table;

use super::event::{Event, Name, Text};
use super::reader::Reader;
use crate::validate::Severity;
use crate::validate::finding::Finding;
use crate::validate::findings::Findings;

/// What is read of a document `size` bytes at a time: each event as a line, neighbouring texts as one.
fn read(document: &[u8], size: usize) -> (Vec<String>, Vec<Finding>) {
    let (mut events, mut findings) = (Vec::new(), Findings::default());
    let mut reader = Reader::sized(document, size);
    let mut text = String::new();
    while let Some(event) = reader.next(&mut findings) {
        match event {
            Event::Text(Text { text: piece, .. }) => text.push_str(piece),
            event => {
                flush(&mut text, &mut events);
                events.push(line(&event));
            }
        }
    }
    flush(&mut text, &mut events);
    (events, findings.take())
}

fn flush(text: &mut String, events: &mut Vec<String>) {
    if !text.is_empty() {
        events.push(format!("text {:?}", std::mem::take(text)));
    }
}

fn line(event: &Event<'_>) -> String {
    match event {
        Event::Start(start) => {
            let mut line = format!("start {}", name(start.name));
            for attribute in start.attributes() {
                line += &format!(" {}={:?}", name(attribute.name), attribute.value);
            }
            line
        }
        Event::End(end) => format!("end {}", name(end.name())),
        Event::Instruction { target, data, .. } => format!("instruction {target} {data}"),
        Event::Comment { .. } => "comment".to_owned(),
        Event::Text(Text { text, .. }) => (*text).to_owned(),
    }
}

fn name(name: Name<'_>) -> String {
    if name.namespace.is_empty() {
        name.local.to_owned()
    } else {
        format!("{{{}}}{}", name.namespace, name.local)
    }
}

/// The findings as lines, without those that are good to know only.
fn complaints(document: &[u8]) -> Vec<String> {
    let (_, findings) = read(document, 1 << 16);
    let bad = findings.iter().filter(|it| it.rule.severity > Severity::Info);
    bad.map(ToString::to_string).collect()
}
