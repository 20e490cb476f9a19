//! How an element comes by what it shows: by itself, by a script that finds the address in another
//! attribute, or not at all.

use super::placeholder::{Present, present, shows_nothing};
use super::table::{CLASSES, MARKS, MIRAGE, ROWS, UNKNOWN, speaks_of_address};
use crate::content::attribute;
use crate::text::html;
use lol_html::html_content::Element;

/// How an element comes by what it shows.
pub(super) enum Loading {
    /// By itself, or it shows nothing.
    Itself,
    /// By a script, which would do this.
    Script(Promotion),
    /// By a script too, it seems, but there is no address.
    Nowhere {
        /// Whether it is marked as a thing that a script loads.
        marked: bool,
    },
}

/// What makes an element show what a script would load; values as they stand in the HTML.
#[derive(Default)]
pub(super) struct Promotion {
    set: Vec<(&'static str, String)>,
    remove: Vec<String>,
}

/// An attribute that holds what a script puts into a real one, with its value as it stands in the HTML.
struct Held {
    name: String,
    real: &'static str,
    /// Whether nothing but lazy loading uses it.
    alone: bool,
    /// How sure it is, the surest first.
    place: usize,
    value: String,
}

/// Tells how an element comes by what it shows.
pub(super) fn loading(element: &Element<'_, '_>) -> Loading {
    let tag = element.tag_name();
    let reals = real_attributes(&tag);
    if reals.is_empty() {
        return Loading::Itself;
    }
    let now = |real: &str| present(attribute::get(element, real).as_deref());
    let (held, marked) = (held(element, reals, now), is_marked(element));
    let promotion = if waits(&held, marked, now) {
        promotion(element, &held, marked, now)
    } else {
        Promotion::default()
    };
    if !promotion.set.is_empty() || !promotion.remove.is_empty() {
        return Loading::Script(promotion);
    }
    if is_hollow(element, &tag, marked) { Loading::Nowhere { marked } } else { Loading::Itself }
}

/// The attributes by which an element shows something, in the order in which a script is to be followed.
fn real_attributes(tag: &str) -> &'static [&'static str] {
    match tag {
        "img" => &["srcset", "src", "sizes"],
        "source" => &["src", "srcset", "sizes"],
        "iframe" | "embed" | "audio" => &["src"],
        "video" => &["src", "poster"],
        _ => &[],
    }
}

/// The attributes that hold something back, the surest first; of several of a name the first counts.
fn held(element: &Element<'_, '_>, reals: &[&str], now: impl Fn(&str) -> Present) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for attribute in element.attributes() {
        let name = attribute.name();
        if !name.contains(['-', '_']) || held.iter().any(|held| held.name == name) {
            continue;
        }
        let known = ROWS.iter().position(|row| row.held == name && reals.contains(&row.real));
        if let Some((row, place)) = known.map(|place| (&ROWS[place], place)) {
            let (real, alone, value) = (row.real, row.alone, attribute.value());
            held.push(Held { name, real, alone, place, value });
        } else if speaks_of_address(&name) && UNKNOWN.contains(&&*element.tag_name()) {
            let real = if name.contains("srcset") { "srcset" } else { "src" };
            let (alone, place, value) = (false, ROWS.len(), attribute.value());
            let found = Held { name, real, alone, place, value };
            held.extend(Some(found).filter(|it| now(real) != Present::Real && it.is_address()));
        }
    }
    held.sort_by_key(|held| held.place);
    held
}

/// Tells whether an element is marked as one that a script loads.
pub(super) fn is_marked(element: &Element<'_, '_>) -> bool {
    MARKS.iter().any(|mark| element.has_attribute(mark))
        || element
            .get_attribute("class")
            .is_some_and(|all| all.split_ascii_whitespace().any(|class| CLASSES.contains(&class)))
}

/// Tells whether an element waits for a script.
fn waits(held: &[Held], marked: bool, now: impl Fn(&str) -> Present) -> bool {
    let lacks = |held: &Held| match held.real {
        "sizes" => false,
        "srcset" => match now("srcset") {
            Present::Real => false,
            Present::Placeholder => true,
            Present::Absent => now("src") != Present::Real,
        },
        real => now(real) != Present::Real,
    };
    held.iter().any(|held| held.alone || lacks(held))
        || marked && !held.is_empty()
        || stood_in(&now)
}

/// Tells whether a picture has its address but shows the placeholder in its srcset.
fn stood_in(now: &impl Fn(&str) -> Present) -> bool {
    now("srcset") == Present::Placeholder && now("src") == Present::Real
}

/// What a script would do to an element that waits for it.
fn promotion(
    element: &Element<'_, '_>,
    held: &[Held],
    marked: bool,
    now: impl Fn(&str) -> Present,
) -> Promotion {
    let mut promotion = Promotion::default();
    let mut used: Vec<&str> = Vec::new();
    for real in real_attributes(&element.tag_name()) {
        let found = held.iter().find(|held| held.real == *real && held.is_of_use());
        match found {
            Some(found) if !(now(real) == Present::Real && keeps(element, found, marked)) => {
                promotion.set.push((real, found.value.clone()));
                used.push(&found.name);
            }
            None if *real == "srcset" && now("srcset") == Present::Placeholder => {
                promotion.remove.push("srcset".to_owned());
            }
            _ => {}
        }
    }
    if element.tag_name() == "img" {
        promotion.complete_address(now("src"));
    }
    if !promotion.set.is_empty() || !promotion.remove.is_empty() {
        promotion.remove.extend(twins(held, &used));
        let marks = MARKS.iter().filter(|mark| element.has_attribute(mark));
        promotion.remove.extend(marks.map(|mark| (*mark).to_owned()));
    }
    promotion
}

/// The attributes that a script has no more use for.
fn twins<'h>(held: &'h [Held], used: &'h [&str]) -> impl Iterator<Item = String> + 'h {
    let spent =
        |held: &&Held| held.alone || used.contains(&&*held.name) || held.value.trim() == "auto";
    held.iter().filter(spent).map(|held| held.name.clone())
}

/// Tells whether an element keeps the address that it has: what else it holds is for a gallery, or the same
/// but for a mark of Jetpack's.
fn keeps(element: &Element<'_, '_>, held: &Held, marked: bool) -> bool {
    let for_gallery = !held.alone && (!marked || element.has_attribute("data-large_image"));
    for_gallery || held.value.contains("is-pending-load=")
}

impl Held {
    /// Tells whether a value is one that its real attribute can have.
    fn is_of_use(&self) -> bool {
        let value = html::decode_attribute(&self.value);
        match self.real {
            "sizes" => !matches!(value.trim(), "" | "auto"),
            // Some hold markup, what a script fills in, or `true`.
            _ => {
                present(Some(&value)) == Present::Real
                    && value.contains(['/', '.'])
                    && !value.contains(['<', '{'])
            }
        }
    }

    /// Tells whether a value can be nothing but an address.
    fn is_address(&self) -> bool {
        let value = html::decode_attribute(&self.value);
        let value = value.trim_start();
        ["https://", "http://", "/"].into_iter().any(|start| value.starts_with(start))
    }
}

impl Promotion {
    /// Takes the first picture of a srcset where there is no other address: some readers know no srcset.
    fn complete_address(&mut self, now: Present) {
        if now == Present::Real || self.value("src").is_some() {
            return;
        }
        let first = self.value("srcset").and_then(|set| set.split_ascii_whitespace().next());
        if let Some(first) = first.map(|first| first.trim_end_matches(',').to_owned()) {
            self.set.push(("src", first));
        }
    }

    /// The value that it gives to an attribute, as it stands in the HTML.
    pub(super) fn value(&self, real: &str) -> Option<&str> {
        self.set.iter().find(|(name, _)| *name == real).map(|(_, value)| value.as_str())
    }

    /// Does it.
    pub(super) fn apply(&self, element: &mut Element<'_, '_>) {
        for (name, value) in &self.set {
            element.set_attribute(name, value).expect("a name of the table");
        }
        if self.remove.iter().any(|name| name == MIRAGE) {
            element.remove_attribute("style");
        }
        for name in &self.remove {
            element.remove_attribute(name);
        }
        unmark(element);
    }
}

/// Takes the classes away by which style sheets hide what is not loaded.
pub(super) fn unmark(element: &mut Element<'_, '_>) {
    let Some(classes) = element.get_attribute("class") else { return };
    let kept: Vec<_> =
        classes.split_ascii_whitespace().filter(|class| !CLASSES.contains(class)).collect();
    if kept.is_empty() {
        element.remove_attribute("class");
    } else if kept.len() < classes.split_ascii_whitespace().count() {
        element.set_attribute("class", &kept.join(" ")).expect("a name of HTML");
    }
}

/// Tells whether an element shows nothing, or something that is no picture of the author's.
fn is_hollow(element: &Element<'_, '_>, tag: &str, marked: bool) -> bool {
    let src = attribute::get(element, "src");
    let src = src.as_deref();
    let nothing = shows_nothing(src) || marked && present(src) != Present::Real;
    match tag {
        "img" => nothing && present(attribute::get(element, "srcset").as_deref()) != Present::Real,
        "iframe" => nothing && !element.has_attribute("srcdoc"),
        _ => false,
    }
}
