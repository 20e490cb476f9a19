//! Google Base, whose elements shops still add to their feeds: their names, and the numbers and dates among them.

use super::anywhere::{ADDRESS, ANYTHING, COUNT, ISO_DATE, PLAIN, POSITIVE};
use crate::validate::grammar::{Child, Element};
use crate::validate::values::{choices, dates, numbers};

static YES: Element = Element::text(&[choices::true_false]);
static PERCENT: Element = Element::text(&[numbers::percentage]);
static DAY: Element = Element::text(&[dates::iso_8601_date]);

macro_rules! once {
    ($($local:literal $element:ident)*) => { &[$(Child::once($local, &$element)),*] };
}

/// What is offered.
pub(crate) const PRODUCT: &[Child] = once! {
    "actor" PLAIN "age" COUNT "agent" PLAIN "apparel_type" PLAIN "area" PLAIN "artist" PLAIN "author" PLAIN
    "bathrooms" COUNT "bedrooms" COUNT "brand" PLAIN "calories" PLAIN "cholesterol" PLAIN "color" PLAIN
    "condition" PLAIN "cooking_time" PLAIN "course" PLAIN "course_date_range" ANYTHING "course_number" PLAIN
    "course_times" PLAIN "cuisine" PLAIN "currency" PLAIN "delivery_notes" PLAIN "delivery_radius" PLAIN
    "education" PLAIN "employer" PLAIN "ethnicity" PLAIN "event_date_range" ANYTHING "expiration_date" DAY
    "expiration_date_time" ISO_DATE "fiber" PLAIN "format" PLAIN "from_location" PLAIN "gender" PLAIN
    "hoa_dues" PLAIN "id" PLAIN "immigration_status" PLAIN "interested_in" PLAIN "isbn" PLAIN
    "job_function" PLAIN "job_industry" PLAIN "job_type" PLAIN "listing_type" YES "location" PLAIN
    "main_ingredient" PLAIN "make" PLAIN "manufacturer" PLAIN "manufacturer_id" PLAIN "marital_status" PLAIN
    "meal_type" PLAIN "megapixels" PLAIN "memory" PLAIN "mileage" PLAIN "model" PLAIN "model_number" PLAIN
    "occupation" PLAIN "pages" POSITIVE "payment_notes" PLAIN "pickup" YES "preparation_time" PLAIN "price" PLAIN
    "price_type" PLAIN "processor_speed" PLAIN "product_type" PLAIN "property_type" PLAIN "protein" PLAIN
    "publication_name" PLAIN "publication_volume" PLAIN "publish_date" DAY "quantity" COUNT "salary" PLAIN
    "salary_type" PLAIN "saturated_fat" PLAIN "school_district" PLAIN "service_type" PLAIN "servings" PLAIN
    "sexual_orientation" PLAIN "shipping" ANYTHING "size" PLAIN "sodium" PLAIN "subject" PLAIN
    "subject_area" PLAIN "tax_percent" PERCENT "tax_region" PLAIN "to_location" PLAIN "total_carbs" PLAIN
    "total_fat" PLAIN "travel_date_range" ANYTHING "university" PLAIN "upc" PLAIN "vehicle_type" PLAIN "vin" PLAIN
    "weight" PLAIN "year" PLAIN
};

/// What is said of it, and what there may be several of.
pub(crate) const REVIEW: &[Child] = &[
    Child::any("image_link", &ADDRESS).at_most(10),
    Child::any("label", &PLAIN).at_most(10),
    Child::any("payment_accepted", &PLAIN),
    Child::once("name_of_item_being_reviewed", &PLAIN),
    Child::once("news_source", &PLAIN),
    Child::once("rating", &PLAIN),
    Child::once("review_type", &PLAIN),
    Child::once("reviewer_type", &PLAIN),
    Child::once("url_of_item_being_reviewed", &ADDRESS),
];
