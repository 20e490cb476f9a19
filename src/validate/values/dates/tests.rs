//! What dates are held to.

use super::*;
use crate::validate::values::Judge;
use crate::validate::values::tests::{found, found_at};

/// 2024-01-01T00:00:00Z.
const NOW: i64 = 1_704_067_200;

fn rules(judge: Judge, value: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    judge(value, &Context { now: Some(NOW), ..Context::default() }, &mut faults);
    faults.iter().map(|fault| fault.rule.name).collect()
}

#[test]
fn dates_of_rss_are_those_of_rfc_2822() {
    for value in [
        "Wed, 02 Oct 2002 13:00:00 GMT",
        "2 Oct 2002 13:00 +0200",
        "02 Oct 2002 13:00:00 -0545",
        "29 Feb 2004 23:59:60 Z",
    ] {
        assert_eq!(found(rfc_822, value), [] as [&str; 0], "{value}");
    }
}

#[test]
fn dates_of_rss_that_only_some_understand_are_warned_of() {
    for value in [
        "02 Oct 02 13:00:00 GMT",
        "wed,02 oct 2002 13:00:00 gmt",
        "Wed (or so), 02  Oct 2002 13:00:00 +0000 (GMT (of course))",
        "02 Oct 2002 13:00:00 A",
    ] {
        assert_eq!(found(rfc_822, value), ["ProblematicalRFC822Date"], "{value}");
    }
}

#[test]
fn what_is_no_date_is_an_error_of_rss() {
    for value in [
        "",
        "yesterday",
        "2002-10-02T13:00:00Z",
        "31 Feb 2002 13:00:00 GMT",
        "02 Oct 2002 25:00:00 GMT",
        "02 Oct 2002 13:00:00",
        "02 Oct 2002 13:00:00 J",
        "02 Oct 2002 13:00:00 GMT (open",
        "32 Oct 02 13:00:00 GMT",
    ] {
        assert_eq!(found(rfc_822, value), ["InvalidRFC2822Date"], "{value}");
    }
}

#[test]
fn a_wrong_day_of_the_week_is_pointed_at() {
    assert_eq!(found_at(rfc_822, "Thu, 02 Oct 2002 13:00:00 GMT"), [("IncorrectDOW", 0..3)]);
}

#[test]
fn what_breaks_a_date_is_pointed_at() {
    assert_eq!(found_at(rfc_3339, "2003-12-13 18:30:02Z"), [("InvalidRFC3339Date", 10..20)]);
    assert_eq!(found_at(rfc_3339, "2003-12-13"), [("InvalidRFC3339Date", 0..10)]);
}

#[test]
fn dates_lie_between_1990_and_now() {
    assert_eq!(rules(rfc_822, "04 Jul 1776 18:30:02 GMT"), ["ImplausibleDate"]);
    assert_eq!(rules(rfc_822, "04 Jul 2031 18:30:02 GMT"), ["ImplausibleDate"]);
    assert_eq!(rules(rfc_822, "Mon, 01 Jan 2024 00:11 GMT"), ["ImplausibleDate"]);
    assert_eq!(rules(rfc_822, "Mon, 01 Jan 2024 02:09 +0200"), [] as [&str; 0]);
    assert_eq!(rules(w3c_dtf, "1989"), ["ImplausibleDate"]);
    assert_eq!(rules(rfc_3339, "2024-01-03T00:00:00Z"), ["ImplausibleDate"]);
    assert_eq!(rules(rfc_3339, "2024-01-01T12:00:00+14:00"), [] as [&str; 0]);
    assert_eq!(found(rfc_3339, "2124-01-03T00:00:00Z"), [] as [&str; 0]);
    assert_eq!(rules(iso_8601_unbounded, "2124-01-03"), [] as [&str; 0]);
}

#[test]
fn dates_of_atom_are_those_of_rfc_3339() {
    for value in ["2003-12-13T18:30:02Z", "2003-12-13T18:30:02.25+01:00", "2004-02-29T00:00:60Z"] {
        assert_eq!(found(rfc_3339, value), [] as [&str; 0], "{value}");
    }
    for value in [
        "2003-12-13t18:30:02z",
        "2003-12-13T18:30Z",
        "2003-12-13T18:30:02",
        "2003-12-13T18:30:02.Z",
        "2003-02-29T18:30:02Z",
        "2003-12-13T24:30:02Z",
        "2003-12-13T18:30:02+0100",
        "2003-12-13T18:30:02+01:60",
        " 2003-12-13T18:30:02Z",
        "2003-12-13T18:30:02Z\u{e9}",
    ] {
        assert_eq!(found(rfc_3339, value), ["InvalidRFC3339Date"], "{value}");
    }
}

#[test]
fn w3cdtf_may_end_early_but_a_time_has_a_zone() {
    for value in
        ["2003", "2003-12", "2003-12-13", "2003-12-13T18:30Z", "2003-12-13T18:30:02.5-05:00"]
    {
        assert_eq!(found(w3c_dtf, value), [] as [&str; 0], "{value}");
    }
    for value in
        ["03", "2003-13", "2003-12-32", "2003-12-13T18Z", "2003-12-13T18:30", "2003-12-13T"]
    {
        assert_eq!(found(w3c_dtf, value), ["InvalidW3CDTFDate"], "{value}");
    }
}

#[test]
fn iso_8601_needs_no_zone_and_a_day_has_no_time() {
    assert_eq!(found(iso_8601, "2003-12-13T18:30"), [] as [&str; 0]);
    assert_eq!(found(iso_8601, "today"), ["InvalidISO8601DateTime"]);
    assert_eq!(found(iso_8601_date, "2003-12-13"), [] as [&str; 0]);
    assert_eq!(found(iso_8601_date, "2003-12-13T18:30"), ["InvalidISO8601Date"]);
}
