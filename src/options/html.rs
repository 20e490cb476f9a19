//! What is done to HTML, step by step, and the sets of steps that have a name.

use crate::error::{Error, ErrorKind, Result};
use std::str::FromStr;

/// What is done to the HTML of contents and summaries before it is written: a set of [`HtmlStep`]s.
///
/// It is read from the name of a set, followed by steps to add or to leave out:
///
/// ```
/// use wp2feed::{Html, HtmlStep};
///
/// let html: Html = "clean,-iframes,+footer".parse()?;
/// assert!(html.has(HtmlStep::Scripts) && html.has(HtmlStep::Footer) && !html.has(HtmlStep::Iframes));
/// assert_eq!(Html::default(), Html::FAITHFUL);
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Html(u32);

/// One thing that is done to HTML. docs/html.md shows what each does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HtmlStep {
    /// The marks of WordPress's editors are gone: `<!--more-->`, `<!--nextpage-->`, `<!-- wp:… -->`.
    Marks,
    /// Pictures and frames that a script would load are there without it.
    Lazy,
    /// Iframes of embedded posts, hidden until a script shows them, are seen.
    Embeds,
    /// Players and galleries hold plain links for readers that drop them.
    Players,
    /// What WordPress makes anew for each request is gone, or counted from one.
    Stable,
    /// Addresses are absolute.
    Addresses,
    /// "The post … appeared first on …" is gone.
    Footer,
    /// Iframes, objects and players are links.
    Iframes,
    /// Scripts and style sheets are gone.
    Scripts,
    /// Forms are gone, but for their text.
    Forms,
    /// Attributes that hold scripts are gone.
    Events,
    /// Properties of style attributes that may hide or cover something are gone.
    Styles,
    /// The markup is repaired, and holds only elements and attributes that the W3C's validator knows.
    Markup,
}

const RAW: &str = "raw";
const FAITHFUL: &str = "faithful";
const CLEAN: &str = "clean";

impl HtmlStep {
    /// Every step, in the order in which they are told.
    pub const ALL: [HtmlStep; 13] = [
        HtmlStep::Marks,
        HtmlStep::Lazy,
        HtmlStep::Embeds,
        HtmlStep::Players,
        HtmlStep::Stable,
        HtmlStep::Addresses,
        HtmlStep::Footer,
        HtmlStep::Iframes,
        HtmlStep::Scripts,
        HtmlStep::Forms,
        HtmlStep::Events,
        HtmlStep::Styles,
        HtmlStep::Markup,
    ];

    /// The name by which it is switched, as `addresses`.
    pub fn name(self) -> &'static str {
        match self {
            HtmlStep::Marks => "marks",
            HtmlStep::Lazy => "lazy",
            HtmlStep::Embeds => "embeds",
            HtmlStep::Players => "players",
            HtmlStep::Stable => "stable",
            HtmlStep::Addresses => "addresses",
            HtmlStep::Footer => "footer",
            HtmlStep::Iframes => "iframes",
            HtmlStep::Scripts => "scripts",
            HtmlStep::Forms => "forms",
            HtmlStep::Events => "events",
            HtmlStep::Styles => "styles",
            HtmlStep::Markup => "markup",
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

impl Html {
    /// The HTML as it came, but for characters that a feed can't hold.
    pub const RAW: Html = Html(0);

    /// What the author wrote, made to work outside of the site. This is the default.
    pub const FAITHFUL: Html = Html(
        HtmlStep::Marks.bit()
            | HtmlStep::Lazy.bit()
            | HtmlStep::Embeds.bit()
            | HtmlStep::Players.bit()
            | HtmlStep::Stable.bit()
            | HtmlStep::Addresses.bit(),
    );

    /// The same, and nothing in it that the W3C's feed validator warns of.
    pub const CLEAN: Html = Html(
        Html::FAITHFUL.0
            | HtmlStep::Iframes.bit()
            | HtmlStep::Scripts.bit()
            | HtmlStep::Forms.bit()
            | HtmlStep::Events.bit()
            | HtmlStep::Styles.bit()
            | HtmlStep::Markup.bit(),
    );

    /// Tells whether a step is taken.
    pub const fn has(self, step: HtmlStep) -> bool {
        self.0 & step.bit() != 0
    }

    /// The same set with a step.
    #[must_use]
    pub const fn with(self, step: HtmlStep) -> Html {
        Html(self.0 | step.bit())
    }

    /// The same set without a step.
    #[must_use]
    pub const fn without(self, step: HtmlStep) -> Html {
        Html(self.0 & !step.bit())
    }
}

impl Default for Html {
    fn default() -> Self {
        Html::FAITHFUL
    }
}

impl FromStr for Html {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let mut words = text.split(',').map(str::trim);
        let mut html = match words.next() {
            Some(RAW) => Html::RAW,
            Some(FAITHFUL) => Html::FAITHFUL,
            Some(CLEAN) => Html::CLEAN,
            other => return Err(unknown_set(other.unwrap_or_default())),
        };
        for word in words {
            let (name, adds) = match word.strip_prefix('-') {
                Some(name) => (name, false),
                None => (word.strip_prefix('+').unwrap_or(word), true),
            };
            let step = HtmlStep::ALL.into_iter().find(|step| step.name() == name);
            let step = step.ok_or_else(|| unknown_step(word))?;
            html = if adds { html.with(step) } else { html.without(step) };
        }
        Ok(html)
    }
}

fn unknown_set(word: &str) -> Error {
    let message = format!("expected {FAITHFUL}, {CLEAN} or {RAW} first, but found {word:?}");
    Error::new(ErrorKind::Option, message)
        .advise("steps follow behind commas, as in clean,-iframes or raw,+addresses")
}

fn unknown_step(word: &str) -> Error {
    let names: Vec<_> = HtmlStep::ALL.into_iter().map(HtmlStep::name).collect();
    let message = format!("expected a step with + or - before it, but found {word:?}");
    Error::new(ErrorKind::Option, message).advise(format!("the steps are {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_place_in_the_list_and_a_name_of_its_own() {
        for (i, step) in HtmlStep::ALL.into_iter().enumerate() {
            assert_eq!(step as usize, i);
            assert_eq!(HtmlStep::ALL.into_iter().filter(|s| s.name() == step.name()).count(), 1);
        }
    }

    #[test]
    fn steps_are_switched_in_order() {
        assert_eq!("raw".parse::<Html>().unwrap(), Html::RAW);
        let html: Html = "raw, +lazy,embeds,-lazy".parse().unwrap();
        assert_eq!(html, Html::RAW.with(HtmlStep::Embeds));
    }

    #[test]
    fn what_is_unknown_is_named_with_what_is_known() {
        let error = "tidy".parse::<Html>().unwrap_err();
        assert_eq!(error.message(), r#"expected faithful, clean or raw first, but found "tidy""#);
        let error = "clean,-frames".parse::<Html>().unwrap_err();
        assert!(error.message().ends_with(r#"but found "-frames""#));
        assert!(error.advice().is_some_and(|advice| advice.contains("iframes, scripts")));
    }
}
