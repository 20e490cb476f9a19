//! The pass before the tree: what becomes something else, which a tree could only drop, and a look at how
//! the tags nest.

use super::Taken;
use super::formulas::Formulas;
use super::frames::{self, Players};
use super::shape::Shape;
use super::{address, forms, icons, seams, steps::Steps, style, tree::Tree};
use crate::content::steps::lazy;
use crate::content::{attribute, inner};
use crate::text::plain;
use lol_html::html_content::{Attribute, ContentType, Element, EndTag};
use lol_html::{HandlerResult, RewriteStrSettings, element, end, rewrite_str};
use std::cell::RefCell;
use std::rc::Rc;

/// The namespace of elements that are neither of a drawing nor of a formula.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// What tags are called that the tree shall drop. Without any tag, a `<` before it would begin the next.
const GONE: &str = "x-gone";

/// What the pass gives.
pub(super) struct Passed {
    /// The HTML; `None` if the tags are too tangled to make a tree of them.
    pub(super) html: Option<String>,
    /// What was mere text to the rewriter is markup now, and was not looked at.
    pub(super) opened: bool,
    pub(super) taken: Taken,
}

/// What becomes of an element's tags. The rewriter itself would do it to whatever end tag comes next, where
/// an element has none of its own.
#[derive(Default)]
pub(super) struct Tags {
    /// They go, and what is between them stays.
    pub(super) off: bool,
    /// What stands in for all of the element, as HTML.
    pub(super) instead: Option<String>,
    /// They are of another name.
    pub(super) name: Option<&'static str>,
    /// What stands before and behind must not run into it.
    pub(super) apart: bool,
    /// The tree drops it with what it holds, which nobody sees.
    unseen: bool,
}

/// What the pass knows on its way.
struct Pass {
    steps: Steps,
    shape: Shape,
    players: Players,
    formulas: Formulas,
    /// The address of the last link.
    last_link: Option<String>,
    again: bool,
    opened: bool,
    taken: Taken,
}

/// Goes through a text.
///
/// Where it was opened before, what is still mere text to the rewriter becomes text: the steps before this
/// one did not see the markup in it.
pub(super) fn pass(html: &str, steps: Steps, tree: &Tree, again: bool) -> Passed {
    let pass = Rc::new(RefCell::new(Pass {
        steps,
        shape: Shape::new(html),
        players: Players::default(),
        formulas: Formulas::default(),
        last_link: None,
        again,
        opened: false,
        taken: Taken::default(),
    }));
    let elements = element!("*", |element| open(&pass, element, html, tree));
    let end = end!(|end| {
        end.append(&pass.borrow_mut().players.close_all(), ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new().with_strict(false);
    let settings = settings.append_element_content_handler(elements);
    let html = rewrite_str(html, settings.append_document_content_handler(end)).ok();
    let pass = pass.borrow();
    Passed { html, opened: pass.opened, taken: pass.taken }
}

/// Takes an element; an error ends the pass.
fn open(
    pass: &Rc<RefCell<Pass>>,
    element: &mut Element<'_, '_>,
    html: &str,
    tree: &Tree,
) -> HandlerResult {
    let name = element.tag_name();
    let mut this = pass.borrow_mut();
    if this.steps.tree() {
        let tag = html.get(element.source_location().bytes()).unwrap_or_default();
        this.shape.start(&name, tag, element.attributes().len());
        if this.shape.is_tangled() {
            return Err("too tangled".into());
        }
    }
    let mut tags = this.element(element, &name, html, tree);
    tags.start(element, this.steps);
    if let Some(handlers) = element.end_tag_handlers() {
        let pass = Rc::clone(pass);
        handlers.push(Box::new(move |end: &mut EndTag<'_>| {
            pass.borrow_mut().end(&name, end);
            if end.name() == name {
                tags.end(end);
            }
            Ok(())
        }));
    }
    Ok(())
}

impl Tags {
    fn start(&mut self, element: &mut Element<'_, '_>, steps: Steps) {
        if self.off && !element.can_have_content() {
            self.instead = Some(String::new());
        }
        if let Some(seam) = self.seam().filter(|_| steps.tree()) {
            element.before(seam, ContentType::Html);
        }
        if let Some(html) = &self.instead {
            let seam = self.seam().unwrap_or_default();
            let html = match steps.tree() {
                true => format!("<{GONE}>{html}</{GONE}>{seam}"),
                false => html.clone(),
            };
            element.replace(&html, ContentType::Html);
        } else if self.off && steps.tree() {
            self.name = Some(GONE);
        } else if self.off {
            element.start_tag().remove();
        }
        if let Some(name) = self.name {
            element.start_tag().set_name(name);
        }
    }

    fn end(&self, end: &mut EndTag<'_>) {
        match self.name {
            Some(name) => end.set_name(name),
            None if self.off => end.remove(),
            None => {}
        }
        if self.apart {
            end.after(seams::APART, ContentType::Html);
        }
    }

    /// The mark of the place where something is taken out.
    fn seam(&self) -> Option<&'static str> {
        let closed = || self.unseen || self.instead.as_ref().is_some_and(String::is_empty);
        if self.apart { Some(seams::APART) } else { closed().then_some(seams::CLOSED) }
    }
}

impl Pass {
    fn element(
        &mut self,
        element: &mut Element<'_, '_>,
        name: &str,
        html: &str,
        tree: &Tree,
    ) -> Tags {
        let mut tags = Tags::default();
        let foreign = element.namespace_uri() != HTML;
        if self.steps.frames && !foreign {
            self.frame(element, name, html, &mut tags);
        }
        if self.steps.forms && !foreign && forms::open(element, name, html, &mut tags) {
            self.taken.forms = true;
        }
        // A link without `rel` says something of its surroundings (microdata).
        let loads = name == "link" && element.has_attribute("rel");
        if self.steps.scripts && (loads || matches!(name, "script" | "style")) {
            self.taken.scripts = true;
            tags.unseen = true;
        }
        if self.steps.events || self.steps.loaded {
            self.attributes(element);
        }
        if self.steps.styles && tags.instead.is_none() {
            self.styles(element);
        }
        if self.steps.markup && name == "a" && !foreign {
            icons::name(element, html);
        }
        if self.steps.tree() && name == "noscript" && !foreign {
            // Without scripts this is what is seen; to the parser it is mere text.
            self.open(element, html, &mut tags);
        } else if self.steps.tree() && tags.name.is_none() && tags.instead.is_none() {
            let known = tree.knows(name, foreign) || self.again && seams::NAMES.contains(&name);
            self.unwrap(element, name, known, &mut tags);
            if tags.off {
                self.formulas.open(element, name, html, &mut tags);
            }
        }
        tags
    }

    /// Takes frames and players.
    fn frame(&mut self, element: &mut Element<'_, '_>, name: &str, html: &str, tags: &mut Tags) {
        match name {
            "a" => {
                let address = attribute::get(element, "href").unwrap_or_default();
                if let Some(poster) = self.players.hear_link(&address) {
                    element.prepend(&poster, ContentType::Html);
                }
                self.last_link = Some(address);
                return;
            }
            "iframe" => self.iframe(element, html, tags),
            "audio" | "video" | "object" | "applet" => {
                self.players.open(element);
                tags.off = true;
            }
            "embed" if self.players.is_empty() => {
                tags.instead = Some(frames::embed(element));
            }
            "embed" | "source" | "track" | "param" if !self.players.is_empty() => {
                self.players.hear_source(source(element, name));
                tags.off = true;
            }
            _ => return,
        }
        self.taken.frames |= !matches!(name, "iframe");
    }

    fn iframe(&mut self, element: &mut Element<'_, '_>, html: &str, tags: &mut Tags) {
        let inner = inner::html(element, html).unwrap_or_default();
        let ends = element.source_location().bytes().end + inner.len() < html.len();
        let link = frames::iframe(element, inner, self.last_link.as_deref());
        self.taken.frames |= link.is_some();
        self.taken.hidden |= link.is_none();
        let link = link.unwrap_or_default();
        if !link.is_empty() {
            self.players.hear_film();
        }
        if ends {
            tags.instead = Some(link);
        } else {
            // All that follows would be within it.
            element.before(&link, ContentType::Html);
            self.open(element, html, tags);
        }
    }

    /// Makes markup of what is mere text to the rewriter.
    fn open(&mut self, element: &Element<'_, '_>, html: &str, tags: &mut Tags) {
        if self.again {
            let inner = inner::html(element, html).unwrap_or_default();
            tags.instead = Some(htmlize::escape_text(plain::line(inner)).into_owned());
        } else {
            (self.opened, tags.off) = (true, true);
        }
    }

    /// Takes off attributes that hold scripts, and those of lazy loaders, whose step was taken: what they
    /// hold must not come back when the HTML is gone through again.
    fn attributes(&mut self, element: &mut Element<'_, '_>) {
        let names: Vec<String> = element.attributes().iter().map(Attribute::name).collect();
        for name in names {
            let event = self.steps.events && name.starts_with("on");
            let script = self.steps.events && address::is_name(&name) && runs(element, &name);
            if event
                || script
                || self.steps.loaded
                    && name.starts_with("data-")
                    && lazy::attributes().any(|it| it == name)
            {
                element.remove_attribute(&name);
                self.taken.events |= event;
                self.taken.scripts |= script;
            }
        }
    }

    fn styles(&mut self, element: &mut Element<'_, '_>) {
        let Some(style) = attribute::get(element, "style") else { return };
        match style::allowed(&style) {
            Some(allowed) if allowed == style => return,
            Some(allowed) => attribute::set(element, "style", &allowed),
            None => element.remove_attribute("style"),
        }
        self.taken.styles = true;
    }

    /// Takes the tags off what the tree does not know, which would drop some of it with its text, and gives
    /// elements that the validator doesn't know for others that look the same.
    fn unwrap(&mut self, element: &mut Element<'_, '_>, name: &str, known: bool, tags: &mut Tags) {
        match name {
            "bdo" if self.steps.markup => turn_around(element, tags),
            "listing" if self.steps.markup => tags.name = Some("pre"),
            "search" if self.steps.markup => tags.name = Some("div"),
            _ => tags.off |= !known,
        }
        self.taken.drawings |= tags.off && matches!(name, "canvas" | "svg");
        tags.apart |= tags.off && matches!(name, "svg" | "text") || name == "title";
    }

    /// Hears that an element ends, be it with an end tag of its own or with that of another.
    fn end(&mut self, name: &str, end: &mut EndTag<'_>) {
        if end.name() == name {
            self.shape.end(name);
        }
        self.formulas.end(name);
        if matches!(name, "audio" | "video" | "object" | "applet") {
            end.before(&self.players.close(name), ContentType::Html);
        }
    }
}

/// Tells whether an attribute holds an address that is a script.
fn runs(element: &Element<'_, '_>, name: &str) -> bool {
    attribute::get(element, name).is_some_and(|value| address::runs(&value))
}

/// The address of what a player plays; of an applet's and object's fields those that name a film.
fn source(element: &Element<'_, '_>, name: &str) -> Option<String> {
    if name == "track" {
        return None;
    }
    let field = attribute::get(element, "name").unwrap_or_default().to_ascii_lowercase();
    let attribute = match (name, field.as_str()) {
        ("param", "movie" | "src" | "url" | "filename" | "data") => "value",
        ("param", _) => return None,
        _ => "src",
    };
    attribute::get(element, attribute).filter(|address| !address.is_empty())
}

/// Writes `bdo` as what it does.
fn turn_around(element: &mut Element<'_, '_>, tags: &mut Tags) {
    let right = attribute::get(element, "dir").is_some_and(|dir| dir.eq_ignore_ascii_case("rtl"));
    let direction = if right { "rtl" } else { "ltr" };
    let style = format!("unicode-bidi: bidi-override; direction: {direction}");
    attribute::set(element, "style", &style);
    tags.name = Some("span");
}
