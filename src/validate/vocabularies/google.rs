//! Google Base, whose elements shops still add to their feeds.

use super::anywhere::{ADDRESS, COUNT, ISO_DATE, PLAIN, POSITIVE};
use crate::validate::grammar::{Child, Element, Group, Space, list};
use crate::validate::values::{choices, dates, google, numbers, text};

static YES: Element = Element::verbatim(&[choices::true_false]);
static AMOUNT: Element = Element::text(&[google::amount]);
static MEASURE: Element = Element::text(&[google::measure]);
static MILEAGE: Element = Element::text(&[google::mileage]);
static QUANTITY: Element = Element::text(&[numbers::non_negative, text::not_blank]);
static YEAR: Element = Element::text(&[google::year]);
static CURRENCY: Element = Element::text(&[google::currency]);
static GENDER: Element = Element::text(&[google::gender]);
static MARITAL_STATUS: Element = Element::text(&[google::marital_status]);
static PRICE_TYPE: Element = Element::text(&[google::price_type]);
static SALARY_TYPE: Element = Element::text(&[google::salary_type]);
static PLACE: Element = Element::text(&[google::place]);
static WHOLE_PLACE: Element = Element::text(&[google::whole_place]);
static LABEL: Element = Element::text(&[google::label]);
static PAYMENT: Element = Element::text(&[google::payment]);
static RATING: Element = Element::text(&[google::rating]);
static REVIEWER: Element = Element::text(&[google::reviewer]);
static PERCENT: Element = Element::text(&[numbers::percentage]);
static DAY: Element = Element::text(&[dates::iso_8601_date]);

static RANGE: Element = Element::of(&[list![Group::new(
    Space::G,
    list![Child::once("start", &ISO_DATE), Child::once("end", &ISO_DATE)],
)]]);
static SHIPPING: Element = Element::of(&[list![Group::new(
    Space::G,
    list![
        Child::once("service", &SERVICE),
        Child::once("country", &COUNTRY),
        Child::once("price", &MEASURE),
    ],
)]]);
static SERVICE: Element = Element::text(&[google::service]);
static COUNTRY: Element = Element::text(&[google::country]);

macro_rules! once {
    ($($local:literal $element:ident)*) => { &[$(Child::once($local, &$element)),*] };
}

/// What is offered.
pub(crate) const PRODUCT: &[Child] = once! {
    "actor" PLAIN "age" COUNT "agent" PLAIN "apparel_type" PLAIN "area" PLAIN "artist" PLAIN "author" PLAIN
    "bathrooms" COUNT "bedrooms" COUNT "brand" PLAIN "calories" AMOUNT "cholesterol" AMOUNT "color" PLAIN
    "condition" PLAIN "cooking_time" AMOUNT "course" PLAIN "course_date_range" RANGE "course_number" PLAIN
    "course_times" PLAIN "cuisine" PLAIN "currency" CURRENCY "delivery_notes" PLAIN "delivery_radius" MEASURE
    "education" PLAIN "employer" PLAIN "ethnicity" PLAIN "event_date_range" RANGE "expiration_date" DAY
    "expiration_date_time" ISO_DATE "fiber" AMOUNT "format" PLAIN "from_location" PLACE "gender" GENDER
    "hoa_dues" AMOUNT "id" PLAIN "immigration_status" PLAIN "interested_in" PLAIN "isbn" PLAIN
    "job_function" PLAIN "job_industry" PLAIN "job_type" PLAIN "listing_type" YES "location" WHOLE_PLACE
    "main_ingredient" PLAIN "make" PLAIN "manufacturer" PLAIN "manufacturer_id" PLAIN "marital_status" MARITAL_STATUS
    "meal_type" PLAIN "megapixels" MEASURE "memory" MEASURE "mileage" MILEAGE "model" PLAIN "model_number" PLAIN
    "occupation" PLAIN "pages" POSITIVE "payment_notes" PLAIN "pickup" YES "preparation_time" MEASURE "price" MEASURE
    "price_type" PRICE_TYPE "processor_speed" MEASURE "product_type" PLAIN "property_type" PLAIN "protein" MEASURE
    "publication_name" PLAIN "publication_volume" PLAIN "publish_date" DAY "quantity" QUANTITY "salary" AMOUNT
    "salary_type" SALARY_TYPE "saturated_fat" AMOUNT "school_district" PLAIN "service_type" PLAIN "servings" AMOUNT
    "sexual_orientation" PLAIN "shipping" SHIPPING "size" PLAIN "sodium" AMOUNT "subject" PLAIN
    "subject_area" PLAIN "tax_percent" PERCENT "tax_region" PLAIN "to_location" PLACE "total_carbs" AMOUNT
    "total_fat" AMOUNT "travel_date_range" RANGE "university" PLAIN "upc" PLAIN "vehicle_type" PLAIN "vin" PLAIN
    "weight" MEASURE "year" YEAR
};

/// What is said of it, and what there may be several of.
pub(crate) const REVIEW: &[Child] = &[
    Child::any("image_link", &ADDRESS).at_most(10),
    Child::any("label", &LABEL).at_most(10),
    Child::any("payment_accepted", &PAYMENT),
    Child::once("name_of_item_being_reviewed", &PLAIN),
    Child::once("news_source", &PLAIN),
    Child::once("rating", &RATING),
    Child::once("review_type", &PLAIN),
    Child::once("reviewer_type", &REVIEWER),
    Child::once("url_of_item_being_reviewed", &ADDRESS),
];
