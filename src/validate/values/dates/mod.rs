//! Dates: RFC 822 and 2822 for RSS; RFC 3339, W3CDTF and ISO 8601 for the rest.
//!
//! What a date says is judged with how it is written: its day has to exist, and to lie between 1990 and now.

mod iso;
mod rfc_822;
#[cfg(test)]
mod tests;

pub(crate) use iso::{iso_8601, iso_8601_date, iso_8601_unbounded, rfc_3339, w3c_dtf};
pub(crate) use rfc_822::rfc_822;

use super::{Context, Fault};
use crate::validate::rules::dates::IMPLAUSIBLE_DATE;
use chrono::NaiveDate;

/// No feed is older.
const FIRST_YEAR: u32 = 1990;

/// How far a clock may be ahead where a date has its zone, in seconds.
const MINUTES: i64 = 600;

/// How far it may be where the zone may be missing.
const DAY: i64 = 86_400;

/// What a date says; what it leaves out is the first that it may be.
#[derive(Debug, Clone, Copy)]
struct Stamp {
    year: u32,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
    /// Seconds east of Greenwich.
    offset: i64,
}

impl Stamp {
    /// The day, if there is one.
    fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::try_from(self.year).ok()?, self.month, self.day)
    }

    /// Whether the day and the time exist; a leap second is one.
    fn exists(&self) -> bool {
        self.date().is_some() && self.hour < 24 && self.minute < 60 && self.second < 61
    }

    /// Seconds since 1970.
    fn seconds(&self) -> Option<i64> {
        let midnight = self.date()?.and_hms_opt(0, 0, 0)?.and_utc().timestamp();
        let time = self.hour * 3600 + self.minute * 60 + self.second;
        Some(midnight + i64::from(time) - self.offset)
    }
}

/// Whether a date that exists lies where the dates of feeds lie: since 1990, and not so much after now.
fn plausible(
    value: &str,
    stamp: &Stamp,
    most: i64,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let ahead = |now| stamp.seconds().is_some_and(|seconds| seconds > now + most);
    if stamp.year < FIRST_YEAR {
        faults.push(context.expected(&IMPLAUSIBLE_DATE, value, "a date since 1990"));
    } else if context.now.is_some_and(ahead) {
        faults.push(context.expected(&IMPLAUSIBLE_DATE, value, "a date that is not to come"));
    }
}
