//! Changes of form: the same said in other bytes.

use chrono::{DateTime, FixedOffset};
use quick_xml::events::{BytesCData, BytesEnd, BytesPI, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use serde_json::Value;
use wp2feed::Format;

/// A change of a document.
type Change = fn(&str) -> Vec<u8>;

/// The changes of a format's documents.
pub(crate) fn changes(format: Format) -> &'static [(&'static str, Change)] {
    if format == Format::JsonFeed { JSON } else { XML }
}

const XML: &[(&str, Change)] = &[
    ("CDATA as escapes", |xml| {
        events(xml, |event| match event {
            Event::CData(data) => vec![Event::Text(data.escape().expect("UTF-8").into_owned())],
            other => vec![other],
        })
    }),
    ("escapes as CDATA", |xml| events(xml, as_cdata)),
    ("attributes backwards", |xml| {
        events(xml, |event| {
            tags(event, |tag| {
                let attributes: Vec<_> =
                    tag.attributes().map(|it| it.expect("an attribute")).collect();
                let mut new = BytesStart::new(name(tag));
                attributes.into_iter().rev().for_each(|attribute| new.push_attribute(attribute));
                new
            })
        })
    }),
    ("other prefixes", |xml| events(xml, other_prefixes)),
    ("dates of another zone", |xml| {
        events(xml, |event| match event {
            Event::Text(text) => {
                let moved = text.decode().ok().and_then(|text| moved(&text));
                vec![Event::Text(moved.map_or(text, BytesText::from_escaped).into_owned())]
            }
            other => vec![other],
        })
    }),
    ("comments and instructions between elements", |xml| {
        events(xml, |event| match event {
            Event::Start(_) => vec![
                Event::Comment(BytesText::new(" a comment ")),
                Event::PI(BytesPI::new("a b")),
                event,
            ],
            other => vec![other],
        })
    }),
    ("lines between elements", |xml| {
        events(xml, |event| match event {
            Event::End(_) | Event::Empty(_) => vec![event, Event::Text(BytesText::new("\n\t"))],
            other => vec![other],
        })
    }),
    ("letters as references", |xml| {
        events(xml, |event| match event {
            Event::Text(text) => {
                let text = text.decode().expect("UTF-8");
                let referred: String = text.chars().map(refer).collect();
                vec![Event::Text(BytesText::from_escaped(referred).into_owned())]
            }
            other => vec![other],
        })
    }),
    ("empty elements with two tags", |xml| {
        events(xml, |event| match event {
            Event::Empty(tag) => {
                let end = BytesEnd::new(name(&tag));
                vec![Event::Start(tag), Event::End(end)]
            }
            other => vec![other],
        })
    }),
    ("a mark of the byte order", |xml| format!("\u{FEFF}{xml}").into_bytes()),
    ("no declaration", |xml| {
        xml.split_once("?>").map_or(xml, |(_, rest)| rest).as_bytes().to_vec()
    }),
    ("other quotes", |xml| events(xml, event_with_other_quotes)),
];

const JSON: &[(&str, Change)] = &[
    ("indented", |json| serde_json::to_vec_pretty(&value(json)).expect("JSON")),
    ("members sorted", |json| serde_json::to_vec(&value(json)).expect("JSON")),
    ("members backwards", |json| backwards(&value(json)).into_bytes()),
    ("letters escaped", |json| {
        let escaped = json.chars().map(|c| match c {
            c if c.is_ascii() => c.to_string(),
            c => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect(),
        });
        escaped.collect::<String>().into_bytes()
    }),
    ("dates of another zone", |json| {
        let mut document = value(json);
        each_text(&mut document, &|text| *text = moved(text).unwrap_or_else(|| text.clone()));
        document.to_string().into_bytes()
    }),
    ("a mark of the byte order", |json| format!("\u{FEFF}{json}").into_bytes()),
    ("blanks around", |json| format!("\n\t {json}\r\n").into_bytes()),
];

/// Rewrites a document event by event; references are parts of texts to it.
fn events(xml: &str, change: impl Fn(Event<'_>) -> Vec<Event<'_>>) -> Vec<u8> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new(Vec::new());
    loop {
        match reader.read_event().expect("XML") {
            Event::Eof => return writer.into_inner(),
            event => change(event)
                .into_iter()
                .for_each(|event| writer.write_event(event).expect("memory")),
        }
    }
}

fn name(tag: &BytesStart<'_>) -> String {
    String::from_utf8(tag.name().as_ref().to_vec()).expect("UTF-8")
}

fn tags<'e>(
    event: Event<'e>,
    change: impl Fn(&BytesStart<'e>) -> BytesStart<'e>,
) -> Vec<Event<'e>> {
    vec![match event {
        Event::Start(tag) => Event::Start(change(&tag)),
        Event::Empty(tag) => Event::Empty(change(&tag)),
        other => other,
    }]
}

/// A text that stands between references becomes CDATA, which is joined with them.
fn as_cdata(event: Event<'_>) -> Vec<Event<'_>> {
    match event {
        Event::Text(text) if !text.iter().all(u8::is_ascii_whitespace) => {
            let text = String::from_utf8(text.to_vec()).expect("UTF-8");
            vec![Event::CData(BytesCData::new(text))]
        }
        other => vec![other],
    }
}

/// Every prefix gets another letter, with its declaration.
fn other_prefixes(event: Event<'_>) -> Vec<Event<'_>> {
    let other = |name: &[u8]| {
        let name = String::from_utf8(name.to_vec()).expect("UTF-8");
        match name.split_once(':') {
            Some(("xmlns", prefix)) => format!("xmlns:q-{prefix}"),
            Some(("xml", _)) | None => name,
            Some((prefix, local)) => format!("q-{prefix}:{local}"),
        }
    };
    let renamed = |tag: &BytesStart<'_>| {
        let mut new = BytesStart::new(other(tag.name().as_ref()));
        for attribute in tag.attributes().map(|it| it.expect("an attribute")) {
            let value = String::from_utf8(attribute.value.to_vec()).expect("UTF-8");
            new.push_attribute((other(attribute.key.as_ref()).as_bytes(), value.as_bytes()));
        }
        new
    };
    vec![match event {
        Event::Start(tag) => Event::Start(renamed(&tag)),
        Event::Empty(tag) => Event::Empty(renamed(&tag)),
        Event::End(tag) => Event::End(BytesEnd::new(other(tag.name().as_ref()))),
        other => other,
    }]
}

fn event_with_other_quotes(event: Event<'_>) -> Vec<Event<'_>> {
    let quoted = |tag: &BytesStart<'_>| {
        let text = String::from_utf8(tag.to_vec()).expect("UTF-8");
        let text = if text.contains('\'') { text } else { text.replace('"', "'") };
        let length = tag.name().as_ref().len();
        BytesStart::from_content(text, length)
    };
    vec![match event {
        Event::Start(tag) => Event::Start(quoted(&tag)),
        Event::Empty(tag) => Event::Empty(quoted(&tag)),
        other => other,
    }]
}

/// The same moment two hours to the east, if the text is a date.
fn moved(text: &str) -> Option<String> {
    let east = FixedOffset::east_opt(7200).expect("a zone");
    if let Ok(date) = DateTime::parse_from_rfc2822(text) {
        // Without the name of the day, which is optional.
        return Some(date.with_timezone(&east).format("%d %b %Y %H:%M:%S %z").to_string());
    }
    let date = DateTime::parse_from_rfc3339(text).ok()?;
    Some(date.with_timezone(&east).to_rfc3339_opts(chrono::SecondsFormat::Millis, false))
}

fn refer(c: char) -> String {
    match c {
        'e' => "&#101;".into(),
        c if c.is_ascii() => c.into(),
        c => format!("&#x{:X};", c as u32),
    }
}

fn value(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

/// JSON with the members of each object in the other order.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members = members.iter().rev();
            let members = members.map(|(name, value)| {
                format!("{}:{}", Value::from(name.as_str()), backwards(value))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(backwards).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

fn each_text(value: &mut Value, change: &dyn Fn(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(members) => members.values_mut().for_each(|member| each_text(member, change)),
        _ => {}
    }
}
