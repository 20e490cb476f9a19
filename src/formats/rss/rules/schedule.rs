//! When readers need not ask: `skipHours` and `skipDays`.

use crate::validate::grammar::{Child, Element, Gathered, Group, Required, Space, Walk, list};
use crate::validate::rules::feeds::{
    DUPLICATE_VALUE, EIGHT_DAYS_A_WEEK, NOT_ENOUGH_HOURS_IN_THE_DAY,
};
use crate::validate::rules::structure::MISSING_ELEMENT;
use crate::validate::values::{choices, numbers, trimmed};

/// The hours of a day.
pub(super) static SKIP_HOURS: Element =
    Element::of(&[list![Group::new(Space::CORE, list![Child::any("hour", &HOUR)])]])
        .requires(list![Required::new(Space::CORE, "hour", &MISSING_ELEMENT)])
        .at_end(|walk, _| {
            let (at, hours) = (walk.top().at, walk.top().children);
            if hours > 24 {
                let message = format!("expected 24 hours at most, but found {hours}");
                walk.report(&NOT_ENOUGH_HOURS_IN_THE_DAY, at, message);
            }
        });

/// The days of a week.
pub(super) static SKIP_DAYS: Element =
    Element::of(&[list![Group::new(Space::CORE, list![Child::any("day", &DAY)])]])
        .requires(list![Required::new(Space::CORE, "day", &MISSING_ELEMENT)])
        .at_end(|walk, _| {
            let (at, days) = (walk.top().at, walk.top().children);
            if days > 7 {
                let message = format!("expected seven days at most, but found {days}");
                walk.report(&EIGHT_DAYS_A_WEEK, at, message);
            }
        });

static HOUR: Element = Element::text(&[numbers::hour]).at_end(|walk, gathered| {
    let hour = trimmed(gathered.as_str()).0.parse().ok().filter(|hour: &u32| *hour < 25);
    named(walk, gathered, hour);
});
static DAY: Element = Element::text(&[choices::day]).at_end(|walk, gathered| {
    const DAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let day = DAYS.iter().position(|day| *day == trimmed(gathered.as_str()).0);
    named(walk, gathered, day.and_then(|day| u32::try_from(day).ok()));
});

/// Takes note of an hour or a day, which is to be named once.
fn named(walk: &mut Walk<'_>, gathered: &Gathered, number: Option<u32>) {
    let at = gathered.places().at(0).unwrap_or(walk.top().at);
    let Some((number, parent)) = number.zip(walk.parent()) else { return };
    // Midnight has two names; the wrong one is reported as such, and does not make the right one the second.
    let again = parent.notes.named >> (number % 24) & 1 == 1;
    if number < 24 {
        parent.notes.named |= 1 << number;
    }
    if again {
        let text = trimmed(gathered.as_str()).0;
        walk.report(&DUPLICATE_VALUE, at, format!("expected {text} once, but found it again"));
    }
}
