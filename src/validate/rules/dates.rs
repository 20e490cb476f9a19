//! Rules of dates.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_RFC_2822_DATE,
    &INCORRECT_DOW,
    &PROBLEMATICAL_RFC_822_DATE,
    &IMPLAUSIBLE_DATE,
    &INVALID_RFC_3339_DATE,
    &INVALID_W3CDTF_DATE,
    &INVALID_ISO_8601_DATE_TIME,
    &INVALID_ISO_8601_DATE,
];

pub(crate) const INVALID_RFC_2822_DATE: Rule = Rule::error(
    "InvalidRFC2822Date",
    "RFC 2822, 3.3",
    "a date of RSS has the form of RFC 822, with a year of four digits, and exists",
    "write it like Wed, 02 Oct 2002 13:00:00 GMT",
);

pub(crate) const INCORRECT_DOW: Rule = Rule::error(
    "IncorrectDOW",
    "RFC 2822, 3.3",
    "the day of the week is the one that the date falls on",
    "correct the day of the week, or leave it and its comma out",
);

pub(crate) const PROBLEMATICAL_RFC_822_DATE: Rule = Rule::warning(
    "ProblematicalRFC822Date",
    "RSS Best Practices, Date and Time",
    "a date is written the way that every reader understands",
    "use four digits for the year, single spaces, names like Mon and Jan, no comments, and a zone like +0200 or GMT",
);

pub(crate) const IMPLAUSIBLE_DATE: Rule = Rule::warning(
    "ImplausibleDate",
    "RSS 2.0, pubDate",
    "a date lies between 1990 and now",
    "correct the date, or the clock that it was taken from",
);

pub(crate) const INVALID_RFC_3339_DATE: Rule = Rule::error(
    "InvalidRFC3339Date",
    "RFC 4287, 3.3",
    "a date of Atom has the form of RFC 3339 and exists",
    "write it like 2003-12-13T18:30:02Z or 2003-12-13T18:30:02.25+01:00",
);

pub(crate) const INVALID_W3CDTF_DATE: Rule = Rule::error(
    "InvalidW3CDTFDate",
    "W3C NOTE-datetime",
    "a date of Dublin Core and its kin has the form of W3CDTF and exists",
    "write it like 2003-12-13T18:30:02Z, or leave it at 2003-12-13, 2003-12 or 2003",
);

pub(crate) const INVALID_ISO_8601_DATE_TIME: Rule = Rule::error(
    "InvalidISO8601DateTime",
    "ISO 8601",
    "a date has the form of ISO 8601 and exists",
    "write it like 2003-12-13T18:30:02Z",
);

pub(crate) const INVALID_ISO_8601_DATE: Rule = Rule::error(
    "InvalidISO8601Date",
    "ISO 8601",
    "a day is written without a time",
    "write it like 2003-12-13",
);
