//! Dates that start with the year: RFC 3339, W3CDTF (W3C NOTE-datetime), ISO 8601.

use super::{DAY, Stamp, plausible};
use crate::validate::rule::Rule;
use crate::validate::rules::dates::{
    INVALID_ISO_8601_DATE, INVALID_ISO_8601_DATE_TIME, INVALID_RFC_3339_DATE, INVALID_W3CDTF_DATE,
};
use crate::validate::values::scan::Scan;
use crate::validate::values::{Context, Fault};

/// How much of a date may be left out.
struct Form {
    rule: &'static Rule,
    /// Everything but the fraction of the second is there.
    whole: bool,
    /// A time has a zone.
    zone: bool,
    example: &'static str,
}

const RFC_3339: Form = Form {
    rule: &INVALID_RFC_3339_DATE,
    whole: true,
    zone: true,
    example: "a date like 2003-12-13T18:30:02Z",
};

const W3CDTF: Form = Form {
    rule: &INVALID_W3CDTF_DATE,
    whole: false,
    zone: true,
    example: "a date like 2003-12-13 or 2003-12-13T18:30:02Z",
};

const ISO_8601: Form = Form {
    rule: &INVALID_ISO_8601_DATE_TIME,
    whole: false,
    zone: false,
    example: "a date like 2003-12-13 or 2003-12-13T18:30:02Z",
};

/// A date of Atom: RFC 3339 with `T` and, unless there is an offset, `Z` in upper case (RFC 4287, 3.3).
pub(crate) fn rfc_3339(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    bounded(value, &RFC_3339, context, faults);
}

/// A date of Dublin Core and of the RSS modules: as much of it as is known, and a zone if there is a time.
pub(crate) fn w3c_dtf(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    bounded(value, &W3CDTF, context, faults);
}

/// A date of ISO 8601, with or without a zone.
pub(crate) fn iso_8601(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    bounded(value, &ISO_8601, context, faults);
}

/// A date of ISO 8601 of what may be to come or long ago, as of an event.
pub(crate) fn iso_8601_unbounded(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    form(value, &ISO_8601, context, faults);
}

/// A day of ISO 8601.
pub(crate) fn iso_8601_date(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = bounded(value, &ISO_8601, context, faults);
    if valid && value.len() != "2003-12-13".len() {
        faults.push(context.expected(&INVALID_ISO_8601_DATE, value, "a day like 2003-12-13"));
    }
}

/// Judges the form, and whether the date can be true.
fn bounded(value: &str, wanted: &Form, context: &Context<'_>, faults: &mut Vec<Fault>) -> bool {
    let stamp = form(value, wanted, context, faults);
    if let Some(stamp) = &stamp {
        plausible(value, stamp, DAY, context, faults);
    }
    stamp.is_some()
}

/// Judges the form, and whether the day and the time exist.
fn form(
    value: &str,
    wanted: &Form,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Stamp> {
    let mut scan = Scan::new(value);
    let mut stamp = Stamp { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, offset: 0 };
    if read(&mut scan, &mut stamp, wanted).is_none() || !scan.done() {
        let fault = context.expected(wanted.rule, value, wanted.example);
        faults.push(fault.from(scan.at(), value));
        return None;
    }
    if !stamp.exists() {
        faults.push(context.expected(wanted.rule, value, "a day and a time that exist"));
        return None;
    }
    Some(stamp)
}

/// Reads a date as far as it goes; `None` where something is missing.
fn read(scan: &mut Scan<'_>, stamp: &mut Stamp, wanted: &Form) -> Option<()> {
    stamp.year = scan.digits(4)?;
    for field in [&mut stamp.month, &mut stamp.day] {
        if !scan.eat(b'-') {
            return (!wanted.whole).then_some(());
        }
        *field = scan.digits(2)?;
    }
    if !scan.eat(b'T') {
        return (!wanted.whole).then_some(());
    }
    stamp.hour = scan.digits(2)?;
    scan.eat(b':').then_some(())?;
    stamp.minute = scan.digits(2)?;
    seconds(scan, stamp, wanted)?;
    zone(scan, stamp, wanted)
}

/// Reads seconds with a fraction that has a digit at least.
fn seconds(scan: &mut Scan<'_>, stamp: &mut Stamp, wanted: &Form) -> Option<()> {
    if !scan.eat(b':') {
        return (!wanted.whole).then_some(());
    }
    stamp.second = scan.digits(2)?;
    if scan.eat(b'.') && scan.many(|byte| byte.is_ascii_digit()) == 0 {
        return None;
    }
    Some(())
}

/// Reads `Z` or an offset.
fn zone(scan: &mut Scan<'_>, stamp: &mut Stamp, wanted: &Form) -> Option<()> {
    if scan.eat(b'Z') {
        return Some(());
    }
    let Some(sign) = scan.one_of(b"+-") else { return (!wanted.zone).then_some(()) };
    let hours = scan.digits(2)?;
    scan.eat(b':').then_some(())?;
    let minutes = scan.digits(2)?;
    let east = i64::from(hours * 3600 + minutes * 60);
    stamp.offset = if sign == b'+' { east } else { -east };
    (hours < 24 && minutes < 60).then_some(())
}
