//! HTML to tokens, by the tokenizer of HTML5 (section 13.2.5), which html5gum is.
//!
//! It takes the same time for each byte whatever stands there; html5ever compares each attribute of a tag
//! with all before it.

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};
use std::convert::Infallible;

/// The attributes that tell something of the text.
const WANTED: [&str; 12] = [
    "alt", "class", "hidden", "href", "open", "reversed", "src", "start", "style", "title", "type",
    "value",
];

/// What takes the tokens.
pub(super) trait Sink {
    /// Takes a start tag; what it gives is how the text behind it is to be read, if not as other HTML.
    fn start(&mut self, name: &str, attributes: &Attributes, closed: bool) -> Option<State>;

    /// Takes an end tag.
    fn end(&mut self, name: &str);

    /// Takes text, its character references decoded.
    fn text(&mut self, text: &str);

    /// Tells whether an element of SVG or MathML is open, where CDATA sections are text.
    fn is_foreign(&self) -> bool;
}

/// Hands the tokens of a text over; comments are left out.
pub(super) fn feed(html: &str, sink: &mut impl Sink) {
    let events = Events {
        sink,
        name: String::new(),
        attributes: Attributes::default(),
        in_tag: false,
        state: None,
    };
    let Ok(()) = Tokenizer::new_with_emitter(html, Tokens(CallbackEmitter::new(events))).finish();
}

/// The attributes of a start tag, the first of each name.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    found: Vec<(&'static str, String)>,
    /// Whether the value of the last one is awaited.
    open: bool,
}

impl Attributes {
    /// The value of an attribute, which is empty where there is only its name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        debug_assert!(WANTED.contains(&name));
        self.found.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }

    fn name(&mut self, name: &[u8]) {
        let wanted = WANTED.into_iter().find(|wanted| wanted.as_bytes() == name);
        let new = wanted.filter(|wanted| self.get(wanted).is_none());
        self.open = new.is_some();
        self.found.extend(new.map(|name| (name, String::new())));
    }

    fn value(&mut self, value: &[u8]) {
        if let Some((_, last)) = self.found.last_mut().filter(|_| self.open) {
            last.push_str(&String::from_utf8_lossy(value));
        }
    }
}

/// Puts start tags together.
struct Events<'s, S> {
    sink: &'s mut S,
    name: String,
    attributes: Attributes,
    /// Whether a start tag is open; end tags have attributes too, which mean nothing.
    in_tag: bool,
    state: Option<State>,
}

impl<S: Sink> Callback<Infallible, ()> for Events<'_, S> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.name.clear();
                self.name.push_str(&String::from_utf8_lossy(name));
                self.attributes.found.clear();
                self.in_tag = true;
            }
            CallbackEvent::AttributeName { name } if self.in_tag => self.attributes.name(name),
            CallbackEvent::AttributeValue { value } if self.in_tag => self.attributes.value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                self.in_tag = false;
                self.state = self.sink.start(&self.name, &self.attributes, self_closing);
            }
            CallbackEvent::EndTag { name } => self.sink.end(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => self.sink.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None
    }
}

/// Lets the sink say how the text behind a start tag is to be read.
struct Tokens<'s, S: Sink>(CallbackEmitter<Events<'s, S>, Infallible, ()>);

impl<S: Sink> ForwardingEmitter for Tokens<'_, S> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        // The emitter's own guess is off.
        let _ = self.0.emit_current_tag();
        self.0.callback_mut().state.take()
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.callback_mut().sink.is_foreign()
    }
}
