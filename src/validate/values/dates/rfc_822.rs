//! Dates of RSS: RFC 822 as RFC 2822 has renewed it, and what of the old form readers still understand.

use super::{MINUTES, Stamp, plausible};
use crate::validate::rules::dates::{
    INCORRECT_DOW, INVALID_RFC_2822_DATE, PROBLEMATICAL_RFC_822_DATE,
};
use crate::validate::values::scan::Scan;
use crate::validate::values::{Context, Fault};
use chrono::Datelike;

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Zones with a name, and their hours east of Greenwich (RFC 2822, 4.3).
const ZONES: [(&str, i64); 10] = [
    ("UT", 0),
    ("GMT", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

const EXAMPLE: &str = "a date like Wed, 02 Oct 2002 13:00:00 GMT";

/// A date, and where its day of the week starts if it has one.
struct Read {
    stamp: Stamp,
    weekday: Option<usize>,
}

/// A date of RSS: `Wed, 02 Oct 2002 13:00:00 GMT`.
pub(crate) fn rfc_822(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut scan = Scan::new(value);
    let Some(date) = read(&mut scan, false).filter(|_| scan.done()) else {
        return old_form(value, scan.at(), context, faults);
    };
    let Some(day) = date.stamp.date().filter(|_| date.stamp.exists()) else {
        faults.push(context.expected(&INVALID_RFC_2822_DATE, value, "a day and a time that exist"));
        return;
    };
    let right = day.weekday().num_days_from_monday() as usize;
    match date.weekday {
        Some(weekday) if weekday != right => {
            let mut fault = context.expected(&INCORRECT_DOW, &value[..3], DAYS[right]);
            fault.range = 0..3;
            faults.push(fault);
        }
        _ => plausible(value, &date.stamp, MINUTES, context, faults),
    }
}

/// Judges what is not written as it should be: it may be a date that some readers understand.
fn old_form(value: &str, at: usize, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let plain = without_comments(value);
    let mut scan = Scan::new(plain.trim());
    let date = read(&mut scan, true).filter(|date| scan.done() && date.stamp.exists());
    let rule = match date {
        Some(_) => &PROBLEMATICAL_RFC_822_DATE,
        None => &INVALID_RFC_2822_DATE,
    };
    faults.push(context.expected(rule, value, EXAMPLE).from(at, value));
}

/// Reads a date; an old one may have two digits for the year, any case, and any white space.
fn read(scan: &mut Scan<'_>, old: bool) -> Option<Read> {
    let gap = |scan: &mut Scan<'_>| if old { scan.space() } else { scan.eat(b' ') }.then_some(());
    let weekday = scan.word(&DAYS, old);
    if weekday.is_some() {
        if old {
            scan.space();
        }
        scan.eat(b',').then_some(())?;
        if old {
            scan.space();
        } else {
            gap(scan)?;
        }
    }
    let day = scan.digits(2).or_else(|| scan.digits(1))?;
    gap(scan)?;
    let month = scan.word(&MONTHS, old)? as u32 + 1;
    gap(scan)?;
    let year = year(scan, old)?;
    gap(scan)?;
    let hour = scan.digits(2)?;
    scan.eat(b':').then_some(())?;
    let minute = scan.digits(2)?;
    let second = if scan.eat(b':') { scan.digits(2)? } else { 0 };
    gap(scan)?;
    let offset = zone(scan, old)?;
    Some(Read { stamp: Stamp { year, month, day, hour, minute, second, offset }, weekday })
}

/// Reads a year; of two digits it is one between 1950 and 2049 (RFC 2822, 4.3).
fn year(scan: &mut Scan<'_>, old: bool) -> Option<u32> {
    let short = |year: u32| if year < 50 { 2000 + year } else { 1900 + year };
    scan.digits(4).or_else(|| if old { scan.digits(2).map(short) } else { None })
}

/// Reads a zone, and says its seconds east of Greenwich; a military one but `Z` says nothing (RFC 2822, 4.3).
fn zone(scan: &mut Scan<'_>, old: bool) -> Option<i64> {
    if let Some(index) = scan.word(&ZONES.map(|(name, _)| name), old) {
        return Some(ZONES[index].1 * 3600);
    }
    if let Some(sign) = scan.one_of(b"+-") {
        let (hours, minutes) = (scan.digits(2)?, scan.digits(2).filter(|minutes| *minutes < 60)?);
        let east = i64::from(hours * 3600 + minutes * 60);
        return Some(if sign == b'+' { east } else { -east });
    }
    let letters: &[u8] =
        if old { b"ABCDEFGHIKLMNOPQRSTUVWXYZabcdefghiklmnopqrstuvwxyz" } else { b"Z" };
    scan.one_of(letters).map(|_| 0)
}

/// The value with a space for each comment, comments in comments too, and without what a backslash quotes.
fn without_comments(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut depth = 0usize;
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                plain.push(' ');
            }
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    if depth > 0 { value.to_owned() } else { plain }
}
