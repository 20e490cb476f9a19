//! Rules of Google Base, whose elements shops still add to their feeds.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_CURRENCY_UNIT,
    &INVALID_FULL_LOCATION,
    &INVALID_GENDER,
    &INVALID_INT_UNIT,
    &INVALID_LABEL,
    &INVALID_LOCATION,
    &INVALID_MARITAL_STATUS,
    &INVALID_PAYMENT_METHOD,
    &INVALID_PRICE_TYPE,
    &INVALID_RATING_TYPE,
    &INVALID_REVIEWER_TYPE,
    &INVALID_SALARY_TYPE,
    &INVALID_SERVICE_TYPE,
    &INVALID_YEAR,
];

pub(crate) const INVALID_CURRENCY_UNIT: Rule = Rule::error(
    "InvalidCurrencyUnit",
    "Google Base, g:currency",
    "a currency is a code of ISO 4217",
    "write a code of three letters, as EUR",
);

pub(crate) const INVALID_FULL_LOCATION: Rule = Rule::error(
    "InvalidFullLocation",
    "Google Base, g:location",
    "a location is a street, a city, a state, a postal code and a country",
    "write all five, with commas between",
);

pub(crate) const INVALID_GENDER: Rule = Rule::error(
    "InvalidGender",
    "Google Base, g:gender",
    "a gender is one of the words that Google Base has",
    "write Male, M, Female or F",
);

pub(crate) const INVALID_INT_UNIT: Rule = Rule::error(
    "InvalidIntUnit",
    "Google Base, g:mileage",
    "a mileage is a whole number, perhaps with a unit",
    "write it like 28,500 miles",
);

pub(crate) const INVALID_LABEL: Rule = Rule::error(
    "InvalidLabel",
    "Google Base, g:label",
    "a label is one word or phrase",
    "write each label as an element of its own",
);

pub(crate) const INVALID_LOCATION: Rule = Rule::error(
    "InvalidLocation",
    "Google Base, g:from_location",
    "a place is a city, perhaps a state, and a country",
    "write two or three of them, with commas between",
);

pub(crate) const INVALID_MARITAL_STATUS: Rule = Rule::error(
    "InvalidMaritalStatus",
    "Google Base, g:marital_status",
    "a marital status is one of the words that Google Base has",
    "write single, divorced, separated, widowed, married or in relationship",
);

pub(crate) const INVALID_PAYMENT_METHOD: Rule = Rule::error(
    "InvalidPaymentMethod",
    "Google Base, g:payment_accepted",
    "a way to pay is one of those that Google Base has",
    "write Cash, Check, Visa, MasterCard, AmericanExpress, Discover or WireTransfer",
);

pub(crate) const INVALID_PRICE_TYPE: Rule = Rule::error(
    "InvalidPriceType",
    "Google Base, g:price_type",
    "a price is one to start from or to talk about",
    "write starting or negotiable",
);

pub(crate) const INVALID_RATING_TYPE: Rule = Rule::error(
    "InvalidRatingType",
    "Google Base, g:rating",
    "a rating is a number of stars",
    "write a number from 1 to 5",
);

pub(crate) const INVALID_REVIEWER_TYPE: Rule = Rule::error(
    "InvalidReviewerType",
    "Google Base, g:reviewer_type",
    "a reviewer is an editor or a user",
    "write editorial or user",
);

pub(crate) const INVALID_SALARY_TYPE: Rule = Rule::error(
    "InvalidSalaryType",
    "Google Base, g:salary_type",
    "a salary is one to start from or to talk about",
    "write starting or negotiable",
);

pub(crate) const INVALID_SERVICE_TYPE: Rule = Rule::error(
    "InvalidServiceType",
    "Google Base, g:shipping",
    "a service that ships is one of those that Google Base has",
    "write FedEx, UPS, DHL, Mail, Overnight, Standard or Other",
);

pub(crate) const INVALID_YEAR: Rule = Rule::error(
    "InvalidYear",
    "Google Base, g:year",
    "a year is one since 1900, and not far ahead",
    "write four digits",
);
