//! Values of Google Base: amounts with their units, places, years, and its lists of words.

use super::{Context, Fault, codes};
use crate::validate::rule::Rule;
use crate::validate::rules::choices::INVALID_COUNTRY_CODE;
use crate::validate::rules::google::*;
use crate::validate::rules::numbers::{INVALID_FLOAT, INVALID_FLOAT_UNIT};
use crate::validate::values::scan::Scan;
use chrono::{DateTime, Datelike};

/// Judges for lists: their doc, name, rule, what the message expects, and the choices.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident, $rule:ident, $what:literal, $choices:expr;)*) => {$(
        $(#[$doc])*
        pub(crate) fn $name(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
            unless($choices.contains(&value), value, &$rule, $what, context, faults);
        }
    )*};
}

choices! {
    /// `g:currency`.
    currency, INVALID_CURRENCY_UNIT, "a code of ISO 4217, as EUR", codes::CURRENCIES;
    /// `g:country`.
    country, INVALID_COUNTRY_CODE, "a code of ISO 3166, as AT", codes::COUNTRIES;
    /// `g:gender`.
    gender, INVALID_GENDER, "Male, M, Female or F", ["Male", "M", "Female", "F"];
    /// `g:marital_status`.
    marital_status, INVALID_MARITAL_STATUS, "a word like single or married",
        ["single", "divorced", "separated", "widowed", "married", "in relationship"];
    /// `g:payment_accepted`.
    payment, INVALID_PAYMENT_METHOD, "a way to pay like Cash or Visa",
        ["Cash", "Check", "Visa", "MasterCard", "AmericanExpress", "Discover", "WireTransfer"];
    /// `g:price_type`.
    price_type, INVALID_PRICE_TYPE, "starting or negotiable", ["starting", "negotiable"];
    /// `g:salary_type`.
    salary_type, INVALID_SALARY_TYPE, "starting or negotiable", ["starting", "negotiable"];
    /// `g:rating`.
    rating, INVALID_RATING_TYPE, "a number from 1 to 5", ["1", "2", "3", "4", "5"];
    /// `g:reviewer_type`.
    reviewer, INVALID_REVIEWER_TYPE, "editorial or user", ["editorial", "user"];
    /// `g:service`.
    service, INVALID_SERVICE_TYPE, "a service like FedEx or Mail",
        ["FedEx", "UPS", "DHL", "Mail", "Other", "Overnight", "Standard"];
}

/// A number in front of whatever it counts.
pub(crate) fn amount(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = value.starts_with(|char: char| char.is_ascii_digit());
    unless(valid, value, &INVALID_FLOAT, "a number like 44.1", context, faults);
}

/// A number with a unit of one word.
pub(crate) fn measure(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut scan = Scan::new(value);
    let digit = |byte: u8| byte.is_ascii_digit();
    let begins = scan.many(digit) > 0;
    if scan.eat(b'.') {
        scan.many(digit);
    }
    scan.space();
    scan.many(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80);
    let valid = begins && scan.done();
    unless(valid, value, &INVALID_FLOAT_UNIT, "a number like 44.1 kg", context, faults);
}

/// A whole number, perhaps with commas in it and a unit behind it.
pub(crate) fn mileage(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let number = value.split(' ').next().unwrap_or_default().replace(',', "");
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let valid = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    unless(valid, value, &INVALID_INT_UNIT, "a number like 28,500 miles", context, faults);
}

/// A year since 1900, which may be a few ahead.
pub(crate) fn year(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let this = context.now.and_then(|now| DateTime::from_timestamp(now, 0));
    let last = this.map_or(i32::MAX, |this| this.year() + 4);
    let valid = value.parse().is_ok_and(|year: i32| (1900..=last).contains(&year));
    unless(valid, value, &INVALID_YEAR, "a year like 2005", context, faults);
}

/// One label.
pub(crate) fn label(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    unless(!value.contains(','), value, &INVALID_LABEL, "one label", context, faults);
}

/// A city, perhaps a state, and a country.
pub(crate) fn place(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = matches!(value.split(',').count(), 2 | 3);
    unless(valid, value, &INVALID_LOCATION, "a place like Graz, Austria", context, faults);
}

/// A street, a city, a state, a postal code and a country.
pub(crate) fn whole_place(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let parts = value.split(',').filter(|part| !part.trim().is_empty()).count();
    let valid = parts == 5 && value.matches(',').count() == 4;
    let what = "a street, a city, a state, a postal code and a country";
    unless(valid, value, &INVALID_FULL_LOCATION, what, context, faults);
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

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    fn lists_have_their_words_as_they_are_written() {
        check(currency, "InvalidCurrencyUnit", &["EUR"], &["", "eur", "EURO"]);
        check(country, "InvalidCountryCode", &["AT"], &["at", "XX"]);
        check(gender, "InvalidGender", &["Female"], &["female"]);
        check(marital_status, "InvalidMaritalStatus", &["in relationship"], &["complicated"]);
        check(payment, "InvalidPaymentMethod", &["WireTransfer"], &["wire transfer"]);
        check(price_type, "InvalidPriceType", &["starting"], &["fixed"]);
        check(salary_type, "InvalidSalaryType", &["negotiable"], &["good"]);
        check(rating, "InvalidRatingType", &["5"], &["0", "6", "4.5"]);
        check(reviewer, "InvalidReviewerType", &["user"], &["users"]);
        check(service, "InvalidServiceType", &["UPS"], &["Pigeon"]);
    }

    #[test]
    fn amounts_begin_with_a_number() {
        check(amount, "InvalidFloat", &["1", "1.5 g", "1 of two"], &["", "g", ".5"]);
        check(
            measure,
            "InvalidFloatUnit",
            &["15", "15.", "15.00 USD", "3lb", "2 µm"],
            &["", "USD 15", "15,00 EUR", "15 US dollars", "1.2.3"],
        );
        check(mileage, "InvalidIntUnit", &["0", "28,500 miles"], &["", "-1", "1.5", "few miles"]);
    }

    #[test]
    fn years_are_of_today() {
        check(year, "InvalidYear", &["1900", "2005"], &["", "1899", "05", "MMV"]);
        let rules = |value| {
            let mut faults = Vec::new();
            let context = Context { now: Some(1_704_067_200), ..Context::default() };
            year(value, &context, &mut faults);
            faults.len()
        };
        assert_eq!((rules("2028"), rules("2029")), (0, 1));
    }

    #[test]
    fn places_and_labels_have_their_commas() {
        check(label, "InvalidLabel", &["green tea"], &["green, tea"]);
        check(place, "InvalidLocation", &["Graz, Austria", "a,b,c"], &["Graz", "a,b,c,d"]);
        check(
            whole_place,
            "InvalidFullLocation",
            &["Ring 1, Graz, Styria, 8010, Austria"],
            &["", "Graz, Austria", "Ring 1, , Styria, 8010, Austria", "a,b,c,d,e,"],
        );
    }
}
