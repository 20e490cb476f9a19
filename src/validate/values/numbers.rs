//! Numbers: whole ones, those with a fraction, coordinates, and what RSS asks of sizes and hours.

use super::{Context, Fault};
use crate::validate::rule::Rule;
use crate::validate::rules::numbers::*;
use crate::validate::rules::sync::INTEGER_OVERFLOW;

/// A whole number that is not negative.
pub(crate) fn non_negative(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    at_least(0, value, &INVALID_NON_NEGATIVE_INTEGER, context, faults);
}

/// A whole number of 1 or more.
pub(crate) fn positive(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    at_least(1, value, &INVALID_POSITIVE_INTEGER, context, faults);
}

/// The number of a version: 1 or more, as far as 31 bits go.
pub(crate) fn version(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    positive(value, context, faults);
    let fits = whole(value).is_none_or(|number| number <= i32::MAX.into());
    unless(fits, value, &INTEGER_OVERFLOW, "2147483647 at most", context, faults);
}

/// How many there are.
pub(crate) fn count(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    at_least(0, value, &INVALID_INTEGER, context, faults);
}

/// How many minutes pass, or how many updates come, between one and the next.
pub(crate) fn at_least_one(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    at_least(1, value, &INVALID_INTEGER, context, faults);
}

/// A whole number, or nothing.
pub(crate) fn integer(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = value.is_empty() || whole(value).is_some();
    unless(valid, value, &INVALID_INTEGER, "a whole number", context, faults);
}

/// A number that may have a fraction.
pub(crate) fn float(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    unless(is_decimal(value), value, &INVALID_FLOAT, "a number like 44.1", context, faults);
}

/// A number that may have a sign and a fraction.
pub(crate) fn decimal(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = is_decimal(unsigned(value));
    unless(valid, value, &INVALID_FLOAT_UNIT, "a number like -44.1", context, faults);
}

/// A number from 0 to 100.
pub(crate) fn percentage(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    within(value, 0.0..=100.0, &INVALID_PERCENTAGE, "a number from 0 to 100", context, faults);
}

/// Degrees north.
pub(crate) fn latitude(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    within(value, -90.0..=90.0, &INVALID_LATITUDE, "a number from -90 to 90", context, faults);
}

/// Degrees east.
pub(crate) fn longitude(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    within(value, -180.0..=180.0, &INVALID_LONGITUDE, "a number from -180 to 180", context, faults);
}

/// The width of the image of a channel.
pub(crate) fn image_width(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = whole(value).is_some_and(|number| (1..=144).contains(&number));
    unless(valid, value, &INVALID_WIDTH, "a number from 1 to 144", context, faults);
}

/// The height of the image of a channel.
pub(crate) fn image_height(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = whole(value).is_some_and(|number| (1..=400).contains(&number));
    unless(valid, value, &INVALID_HEIGHT, "a number from 1 to 400", context, faults);
}

/// An hour that readers may skip.
pub(crate) fn hour(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let hour = whole(value);
    if hour == Some(24) {
        faults.push(context.expected(&USE_ZERO_FOR_MIDNIGHT, value, "0 for midnight"));
    } else {
        let valid = hour.is_some_and(|hour| (0..24).contains(&hour));
        unless(valid, value, &INVALID_HOUR, "a number from 0 to 23", context, faults);
    }
}

/// The port of a cloud.
pub(crate) fn port(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = whole(value.trim()).is_some_and(|number| (1..=65_535).contains(&number));
    unless(valid, value, &INVALID_INTEGER_ATTRIBUTE, "a number from 1 to 65535", context, faults);
}

/// The length of an enclosure.
pub(crate) fn length(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let (rule, what) = match whole(value.trim()) {
        None => (&INVALID_INTEGER_ATTRIBUTE, "a whole number"),
        Some(-1) => (&USE_ZERO_FOR_UNKNOWN, "0 for a length that is not known"),
        Some(number) if number < 0 => (&INVALID_NON_NEGATIVE_INTEGER, "a whole number, 0 or more"),
        Some(_) => return,
    };
    faults.push(context.expected(rule, value, what));
}

/// Whole numbers with commas between.
pub(crate) fn comma_separated(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut numbers = value.split(',').enumerate();
    let valid = numbers.all(|(index, number)| {
        let number = if index == 0 { number } else { number.trim_start() };
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    let rule = &INVALID_COMMA_SEPARATED_INTEGERS;
    unless(valid, value, rule, "numbers like 177,155,105", context, faults);
}

/// A point: a latitude and a longitude.
pub(crate) fn position(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut numbers = value.split([' ', ',']);
    let valid = numbers.by_ref().take(2).filter(|number| is_coordinate(number)).count() == 2;
    if valid && numbers.next().is_none() {
        commas(value, context, faults);
    } else {
        faults.push(context.expected(&INVALID_COORD, value, "a point like 45.256 -71.92"));
    }
}

/// The points of a line: two at least.
pub(crate) fn positions(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let separated = value.split(|char: char| char.is_ascii_whitespace() || char == ',');
    let numbers = separated.filter(|number| !number.is_empty());
    let (mut count, mut valid) = (0, true);
    for number in numbers {
        count += 1;
        valid &= is_coordinate(number);
    }
    // A comma may stand within a point, never between two.
    let pairs = !value.contains(',')
        || value
            .split_ascii_whitespace()
            .all(|pair| !pair.starts_with(',') && pair.matches(',').count() < 2);
    if valid && pairs && count > 3 && count % 2 == 0 {
        commas(value, context, faults);
    } else {
        let what = "points like 45.256 -110.45 46.46 -109.48";
        faults.push(context.expected(&INVALID_COORD_LIST, value, what));
    }
}

fn commas(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if let Some(at) = value.find(',') {
        let fault = context.expected(&COORD_COMMA, ",", "a space between coordinates");
        faults.push(Fault { range: at..at + 1, ..fault });
    }
}

/// A whole number of so much or more.
fn at_least(
    least: i128,
    value: &str,
    rule: &'static Rule,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    if whole(value).is_none_or(|number| number < least) {
        let what = format!("a whole number, {least} or more");
        faults.push(context.expected(rule, value, &what));
    }
}

fn unless(
    valid: bool,
    value: &str,
    rule: &'static Rule,
    what: &str,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    if !valid {
        faults.push(context.expected(rule, value, what));
    }
}

fn within(
    value: &str,
    range: std::ops::RangeInclusive<f64>,
    rule: &'static Rule,
    what: &str,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let number: Option<f64> = value.trim().parse().ok();
    unless(
        number.is_some_and(|number| range.contains(&number)),
        value,
        rule,
        what,
        context,
        faults,
    );
}

/// A whole number; one that is too long for the type is as good as its largest.
fn whole(value: &str) -> Option<i128> {
    let digits = unsigned(value);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let negative = value.starts_with('-');
    let number = digits.parse().unwrap_or(i128::MAX);
    Some(if negative { -number } else { number })
}

fn unsigned(value: &str) -> &str {
    value.strip_prefix(['+', '-']).unwrap_or(value)
}

/// Whether a value is digits, perhaps with a point and more.
fn is_decimal(value: &str) -> bool {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    !whole.is_empty() && digits(whole) && digits(fraction)
}

fn is_coordinate(number: &str) -> bool {
    is_decimal(unsigned(number))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, found, found_at};
    use super::*;

    #[test]
    fn whole_numbers_have_digits_and_perhaps_a_sign() {
        let huge = "9".repeat(100);
        check(
            integer,
            "InvalidInteger",
            &["", "0", "-1", "+1", &huge],
            &["a", "1.0", "--1", "1 ", "٣"],
        );
        check(
            non_negative,
            "InvalidNonNegativeInteger",
            &["0", "007", &huge],
            &["", "-1", "1e3", "1 000"],
        );
        check(positive, "InvalidPositiveInteger", &["1", "60"], &["", "0", "-1", "soon"]);
        check(version, "InvalidPositiveInteger", &["1", "2147483647"], &["", "0", "v2"]);
        check(version, "IntegerOverflow", &["2"], &["2147483648", &huge]);
    }

    #[test]
    fn numbers_with_a_fraction_have_a_point() {
        check(float, "InvalidFloat", &["44.1", "44", "44."], &["", ".5", "44,1", "-1", "1e3"]);
        check(decimal, "InvalidFloatUnit", &["-44.1", "0"], &["", "high", "1.2.3"]);
        check(
            percentage,
            "InvalidPercentage",
            &["0", "99.5", "100"],
            &["", "101", "-1", "5%", "NaN"],
        );
    }

    #[test]
    fn coordinates_are_degrees() {
        check(latitude, "InvalidLatitude", &["90", "-90.0", "48.2"], &["90.1", "", "48° N"]);
        check(longitude, "InvalidLongitude", &["180", "-180"], &["181", "x"]);
        check(position, "InvalidCoord", &["45.256 -71.92"], &["", "45", "1 2 3", "a b", "1  2"]);
        check(
            positions,
            "InvalidCoordList",
            &["1 2 3 4", "1 2\n3 4"],
            &["1 2", "1 2 3", "1 2 3 x", "1 2,3,4"],
        );
        assert_eq!(found_at(position, "45.2,-71.9"), [("CoordComma", 4..5)]);
        assert_eq!(found(positions, "1,2 3,4"), ["CoordComma"]);
    }

    #[test]
    fn sizes_hours_and_lengths_have_the_bounds_of_rss() {
        check(image_width, "InvalidWidth", &["1", "144"], &["0", "145", "wide"]);
        check(image_height, "InvalidHeight", &["1", "400"], &["0", "401", "-1"]);
        check(hour, "InvalidHour", &["0", "23"], &["-1", "25", "noon"]);
        check(hour, "UseZeroForMidnight", &[], &["24"]);
        check(port, "InvalidIntegerAttribute", &["80", " 80 "], &["0", "-1", "http", "70000"]);
        check(length, "InvalidIntegerAttribute", &["0", "1", "\n12"], &["", "1,000", "long"]);
        check(length, "UseZeroForUnknown", &[], &["-1"]);
        check(length, "InvalidNonNegativeInteger", &[], &["-2"]);
    }

    #[test]
    fn lists_have_commas() {
        check(
            comma_separated,
            "InvalidCommaSeparatedIntegers",
            &["1", "1,2, 3"],
            &["", "1,", "1;2"],
        );
    }
}
