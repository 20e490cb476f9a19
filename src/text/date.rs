//! Dates: WordPress's forms read, RFC 822 (RSS 2.0) and RFC 3339 (Atom, JSON Feed) written.
//!
//! WordPress writes `2024-07-01T09:05:03` without a zone; `date_gmt` means UTC, `date` the site's own
//! time. An unset date is `0000-00-00T00:00:00`, or `-0001-11-30T00:00:00` after PHP has computed with it.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A date as a document has it: a wall clock's time, and the zone if it says one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) clock: NaiveDateTime,
    pub(crate) offset: Option<FixedOffset>,
}

/// Where a site's wall clock hangs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Zone {
    /// A named zone with summer time.
    Named(Tz),
    /// A fixed offset from UTC.
    Fixed(FixedOffset),
}

impl Zone {
    /// What the site's clock shows at a moment.
    pub(crate) fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Zone::Named(tz) => moment.with_timezone(&tz).naive_local(),
            Zone::Fixed(offset) => moment.with_timezone(&offset).naive_local(),
        }
    }
}

impl Stamp {
    /// Takes the clock for UTC, unless the date says another zone.
    pub(crate) fn utc(self) -> DateTime<Utc> {
        let offset = self.offset.map_or(0, |o| o.local_minus_utc());
        (self.clock - chrono::TimeDelta::seconds(offset.into())).and_utc()
    }

    /// Takes the clock for the site's, unless the date says another zone.
    ///
    /// Of an hour that summer time doubles the first is meant, and a time that it skips is one hour
    /// later, as PHP reads them.
    pub(crate) fn at(self, zone: Zone) -> DateTime<Utc> {
        if self.offset.is_some() {
            return self.utc();
        }
        match zone {
            Zone::Fixed(offset) => Stamp { offset: Some(offset), ..self }.utc(),
            Zone::Named(tz) => {
                let hour = chrono::TimeDelta::hours(1);
                let known = tz.from_local_datetime(&self.clock).earliest();
                let shifted = || tz.from_local_datetime(&(self.clock + hour)).earliest();
                known.or_else(shifted).map_or_else(|| self.utc(), |t| t.with_timezone(&Utc))
            }
        }
    }
}

/// Reads a date of WordPress: `Ok(None)` is an unset date, `Err` is no date at all.
///
/// `2024-07-01T09:05:03`, with a blank for the `T`, a fraction, and `Z` or an offset if it has one.
pub(crate) fn parse(text: &str) -> Result<Option<Stamp>, ()> {
    let text = text.trim();
    if text.is_empty() || text.starts_with('-') || text.starts_with("0000-") {
        return Ok(None);
    }
    let (date, rest) = text.split_at_checked(10).ok_or(())?;
    let (time, zone) = match rest.strip_prefix(['T', 't', ' ']) {
        Some(rest) => rest.split_at_checked(8).ok_or(())?,
        None if rest.is_empty() => ("00:00:00", ""),
        None => return Err(()),
    };
    let [year, month, day] = three_numbers(date, b'-')?;
    let [hour, minute, second] = three_numbers(time, b':')?;
    if month == 0 || day == 0 {
        return Ok(None);
    }
    let year = i32::try_from(year).map_err(|_| ())?;
    let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(())?;
    let clock = day.and_hms_opt(hour, minute, second.min(59)).ok_or(())?;
    Ok(Some(Stamp { clock, offset: offset(zone)? }))
}

/// Reads `2024-07-01` or `09:05:03`: numbers of fixed width between separators.
fn three_numbers(text: &str, separator: u8) -> Result<[u32; 3], ()> {
    let mut numbers = text.as_bytes().split(|byte| *byte == separator).map(number);
    let mut next = || numbers.next().flatten().ok_or(());
    Ok([next()?, next()?, next()?])
}

fn number(digits: &[u8]) -> Option<u32> {
    let fits = matches!(digits.len(), 2..=4) && digits.iter().all(u8::is_ascii_digit);
    fits.then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Reads what stands behind the seconds: a fraction, and `Z`, `+02:00`, `+0200` or nothing.
fn offset(text: &str) -> Result<Option<FixedOffset>, ()> {
    let zone = match text.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => text,
    };
    let (sign, digits) = match zone.chars().next() {
        None => return Ok(None),
        Some('Z' | 'z') if zone.len() == 1 => (1, "0000".to_owned()),
        Some('+') => (1, zone[1..].replace(':', "")),
        Some('-') => (-1, zone[1..].replace(':', "")),
        Some(_) => return Err(()),
    };
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    let (hours, minutes) = digits.split_at(2);
    let seconds =
        hours.parse::<i32>().map_err(|_| ())? * 3600 + minutes.parse::<i32>().map_err(|_| ())? * 60;
    FixedOffset::east_opt(sign * seconds).map(Some).ok_or(())
}

/// Writes a date as RSS 2.0 has it: RFC 822 with a year of four digits, in UTC.
///
/// As PHP's `D, d M Y H:i:s +0000`: the day always has two digits.
pub(crate) fn rfc822(date: DateTime<Utc>) -> String {
    let mut out = String::with_capacity(31);
    out.push_str(DAYS[date.weekday().num_days_from_monday() as usize]);
    out.push_str(", ");
    digits(&mut out, date.day(), 2);
    out.push(' ');
    out.push_str(MONTHS[date.month0() as usize]);
    out.push(' ');
    digits(&mut out, year(date), 4);
    out.push(' ');
    clock(&mut out, date);
    out.push_str(" +0000");
    out
}

/// Writes a date as Atom and JSON Feed have it: RFC 3339 in UTC, to the second.
pub(crate) fn rfc3339(date: DateTime<Utc>) -> String {
    let mut out = String::with_capacity(20);
    digits(&mut out, year(date), 4);
    out.push('-');
    digits(&mut out, date.month(), 2);
    out.push('-');
    digits(&mut out, date.day(), 2);
    out.push('T');
    clock(&mut out, date);
    out.push('Z');
    out
}

/// The year, held within what four digits can say.
fn year(date: DateTime<Utc>) -> u32 {
    date.year().clamp(0, 9999).unsigned_abs()
}

fn clock(out: &mut String, date: DateTime<Utc>) {
    digits(out, date.hour(), 2);
    out.push(':');
    digits(out, date.minute(), 2);
    out.push(':');
    digits(out, date.second(), 2);
}

fn digits(out: &mut String, number: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = number / 10u32.pow(place) % 10;
        out.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> String {
        rfc3339(parse(text).unwrap().unwrap().utc())
    }

    #[test]
    fn reads_every_form() {
        assert_eq!(utc("2024-07-01T09:05:03"), "2024-07-01T09:05:03Z");
        assert_eq!(utc("2024-07-01 09:05:03.25"), "2024-07-01T09:05:03Z");
        assert_eq!(utc("2024-07-01T09:05:03+02:00"), "2024-07-01T07:05:03Z");
        assert_eq!(utc("2024-07-01T09:05:03-0330"), "2024-07-01T12:35:03Z");
        assert_eq!(utc("1850-01-01T16:56:02Z"), "1850-01-01T16:56:02Z");
        assert_eq!(utc("2024-07-01"), "2024-07-01T00:00:00Z");
    }

    #[test]
    fn knows_unset_dates() {
        for unset in [
            "",
            "0000-00-00T00:00:00",
            "0000-00-00 00:00:00",
            "-0001-11-30T00:00:00",
            "2024-00-00T00:00:00",
        ] {
            assert_eq!(parse(unset), Ok(None), "{unset}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for wrong in [
            "yesterday",
            "2024-13-01T00:00:00",
            "2024-02-30T00:00:00",
            "2024-07-01T9:05:03",
            "01/07/2024",
            "2024-07-01T09:05:03 CET",
            "ü024-07-01T09:05:03",
        ] {
            assert_eq!(parse(wrong), Err(()), "{wrong}");
        }
    }

    #[test]
    fn summer_time_as_php_reads_it() {
        let new_york = Zone::Named(chrono_tz::America::New_York);
        let at = |text| rfc3339(parse(text).unwrap().unwrap().at(new_york));
        assert_eq!(at("2024-03-10T02:30:00"), "2024-03-10T07:30:00Z", "skipped");
        assert_eq!(at("2024-11-03T01:30:00"), "2024-11-03T05:30:00Z", "doubled: the first");
        assert_eq!(at("2024-01-10T09:00:00"), "2024-01-10T14:00:00Z");
    }

    #[test]
    fn writes_two_digit_days() {
        let date = parse("2024-07-01T09:05:03").unwrap().unwrap().utc();
        assert_eq!(rfc822(date), "Mon, 01 Jul 2024 09:05:03 +0000");
    }
}
