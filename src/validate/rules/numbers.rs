//! Rules of numbers.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_INTEGER,
    &INVALID_NON_NEGATIVE_INTEGER,
    &INVALID_POSITIVE_INTEGER,
    &INVALID_INTEGER_ATTRIBUTE,
    &USE_ZERO_FOR_UNKNOWN,
    &USE_ZERO_FOR_MIDNIGHT,
    &INVALID_HOUR,
    &INVALID_FLOAT,
    &INVALID_FLOAT_UNIT,
    &INVALID_PERCENTAGE,
    &INVALID_LATITUDE,
    &INVALID_LONGITUDE,
    &INVALID_WIDTH,
    &INVALID_HEIGHT,
    &INVALID_COMMA_SEPARATED_INTEGERS,
    &INVALID_COORD,
    &INVALID_COORD_LIST,
    &COORD_COMMA,
];

pub(crate) const INVALID_INTEGER: Rule = Rule::error(
    "InvalidInteger",
    "XML Schema 2, integer",
    "a whole number has only digits, and a count is not negative",
    "write it like 42",
);

pub(crate) const INVALID_NON_NEGATIVE_INTEGER: Rule = Rule::error(
    "InvalidNonNegativeInteger",
    "XML Schema 2, nonNegativeInteger",
    "the number is whole and not negative",
    "write 0 or more, in digits",
);

pub(crate) const INVALID_POSITIVE_INTEGER: Rule = Rule::error(
    "InvalidPositiveInteger",
    "XML Schema 2, positiveInteger",
    "the number is whole and more than nothing",
    "write 1 or more, in digits",
);

pub(crate) const INVALID_INTEGER_ATTRIBUTE: Rule = Rule::error(
    "InvalidIntegerAttribute",
    "RSS 2.0, enclosure",
    "the attribute is a whole number",
    "write it in digits alone",
);

pub(crate) const USE_ZERO_FOR_UNKNOWN: Rule = Rule::error(
    "UseZeroForUnknown",
    "RSS Best Practices, enclosure",
    "a length that is not known is 0",
    "write 0, or better the length in bytes",
);

pub(crate) const USE_ZERO_FOR_MIDNIGHT: Rule = Rule::warning(
    "UseZeroForMidnight",
    "RSS 2.0, skipHours",
    "midnight is hour 0",
    "write 0 instead of 24",
);

pub(crate) const INVALID_HOUR: Rule = Rule::error(
    "InvalidHour",
    "RSS 2.0, skipHours",
    "an hour is a number from 0 to 23",
    "write 0 to 23",
);

pub(crate) const INVALID_FLOAT: Rule = Rule::error(
    "InvalidFloat",
    "XML Schema 2, decimal",
    "the number has digits, and a point if need be",
    "write it like 44.1",
);

pub(crate) const INVALID_FLOAT_UNIT: Rule = Rule::error(
    "InvalidFloatUnit",
    "XML Schema 2, decimal",
    "the number has digits, and a sign, a point and a unit if need be",
    "write it like 44.1",
);

pub(crate) const INVALID_PERCENTAGE: Rule = Rule::error(
    "InvalidPercentage",
    "OpenSearch 1.1",
    "a percentage is a number from 0 to 100",
    "write 0 to 100, without a sign for it",
);

pub(crate) const INVALID_LATITUDE: Rule = Rule::error(
    "InvalidLatitude",
    "W3C Basic Geo",
    "a latitude is a number from -90 to 90",
    "write degrees with a point, as 48.2082",
);

pub(crate) const INVALID_LONGITUDE: Rule = Rule::error(
    "InvalidLongitude",
    "W3C Basic Geo",
    "a longitude is a number from -180 to 180",
    "write degrees with a point, as 16.3738",
);

pub(crate) const INVALID_WIDTH: Rule = Rule::error(
    "InvalidWidth",
    "RSS 2.0, image",
    "an image is 1 to 144 pixels wide",
    "write a number from 1 to 144",
);

pub(crate) const INVALID_HEIGHT: Rule = Rule::error(
    "InvalidHeight",
    "RSS 2.0, image",
    "an image is 1 to 400 pixels high",
    "write a number from 1 to 400",
);

pub(crate) const INVALID_COMMA_SEPARATED_INTEGERS: Rule = Rule::error(
    "InvalidCommaSeparatedIntegers",
    "RSS 1.0 slash module",
    "numbers are separated by commas",
    "write them like 177,155,105",
);

pub(crate) const INVALID_COORD: Rule = Rule::error(
    "InvalidCoord",
    "GeoRSS Simple",
    "a point is a latitude, a space and a longitude",
    "write it like 45.256 -71.92",
);

pub(crate) const INVALID_COORD_LIST: Rule = Rule::error(
    "InvalidCoordList",
    "GeoRSS Simple",
    "a line has two points at least, each a latitude and a longitude",
    "write it like 45.256 -110.45 46.46 -109.48",
);

pub(crate) const COORD_COMMA: Rule = Rule::warning(
    "CoordComma",
    "GeoRSS Simple",
    "coordinates are separated by spaces",
    "replace the comma with a space",
);
