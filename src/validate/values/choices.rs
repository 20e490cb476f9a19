//! Values of which there are only a few.

use super::{Context, Fault, codes};
use crate::validate::rule::Rule;
use crate::validate::rules::choices::*;

/// Judges a value against a list.
fn one_of(
    value: &str,
    choices: &[&str],
    rule: &'static Rule,
    what: &str,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    if !choices.contains(&value) {
        faults.push(context.expected(rule, value, what));
    }
}

/// Judges for lists: their doc, name, rule, what the message expects, and the choices.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident, $rule:ident, $what:literal, $choices:expr;)*) => {$(
        $(#[$doc])*
        pub(crate) fn $name(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
            one_of(value, $choices, &$rule, $what, context, faults);
        }
    )*};
}

choices! {
    /// `yes` or `no`; to be handed over with the space around it.
    yes_no, INVALID_YES_NO, "yes or no", &["yes", "no"];
    /// `true` or `false` in lower case.
    true_false_strict, INVALID_TRUE_FALSE, "true or false", &["true", "false"];
    /// `isPermaLink` of a guid.
    is_permalink, INVALID_BOOLEAN_ATTRIBUTE, "true or false", &["true", "false"];
    /// `sy:updatePeriod`.
    update_period, INVALID_UPDATE_PERIOD, "hourly, daily, weekly, monthly or yearly",
        &["hourly", "daily", "weekly", "monthly", "yearly"];
    /// A day that readers may skip.
    day, INVALID_DAY, "a day like Monday",
        &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    /// `itunes:type`.
    channel_type, INVALID_ITUNES_CHANNEL_TYPE, "episodic or serial", &["episodic", "serial"];
    /// `itunes:episodeType`.
    episode_type, INVALID_ITUNES_EPISODE_TYPE, "full, trailer or bonus", &["full", "trailer", "bonus"];
    /// The type of a text of Media RSS.
    text_type, INVALID_MEDIA_TEXT_TYPE, "plain or html", &["plain", "html"];
    /// What kind of medium a content of Media RSS is.
    medium, INVALID_MEDIA_MEDIUM, "image, audio, video, document or executable",
        &["image", "audio", "video", "document", "executable"];
    /// Whether a content of Media RSS is a part or the whole.
    expression, INVALID_MEDIA_EXPRESSION, "sample, full or nonstop", &["sample", "full", "nonstop"];
    /// A restriction of Media RSS that has no type.
    restriction, INVALID_MEDIA_RESTRICTION, "all or none", &["all", "none"];
    /// What a restriction of Media RSS does.
    restriction_relation, INVALID_MEDIA_RESTRICTION_REL, "allow or deny", &["allow", "deny"];
    /// What a restriction of Media RSS is about.
    restriction_type, INVALID_MEDIA_RESTRICTION_TYPE, "country or uri", &["country", "uri"];
    /// What a restriction of the access extension does.
    access_relation, INVALID_ACCESS_RESTRICTION_REL, "allow or deny", &["allow", "deny"];
    /// The role of a credit of Media RSS in the scheme of the EBU.
    credit_role, INVALID_CREDIT_ROLE, "a role of the list of the EBU", codes::ROLES;
}

/// `true` or `false` in any case; to be handed over with the space around it.
pub(crate) fn true_false(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let lower = value.to_ascii_lowercase();
    if lower != "true" && lower != "false" {
        faults.push(context.expected(&INVALID_TRUE_FALSE, value, "true or false"));
    }
}

/// `yes`, `no` or `clean` in any case; to be handed over with the space around it.
pub(crate) fn yes_no_clean(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !["yes", "no", "clean"].contains(&&*value.to_ascii_lowercase()) {
        faults.push(context.expected(&INVALID_YES_NO_CLEAN, value, "yes, no or clean"));
    }
}

/// The role of a credit in another scheme than that of the EBU.
pub(crate) fn credit_role_elsewhere(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if value.chars().any(char::is_uppercase) {
        faults.push(context.expected(&INVALID_CREDIT_ROLE, value, "a role in lower case"));
    }
}

/// Countries with spaces between.
pub(crate) fn countries(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut start = 0;
    for country in value.split(' ') {
        if !codes::COUNTRIES.iter().any(|code| code.eq_ignore_ascii_case(country)) {
            let fault =
                context.expected(&INVALID_COUNTRY_CODE, country, "a code of ISO 3166, as AT");
            faults.push(Fault { range: start..start + country.len(), ..fault });
        }
        start += country.len() + 1;
    }
}

/// What an `xhtml:meta` of a feed is about.
pub(crate) fn meta_name(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !value.eq_ignore_ascii_case("robots") {
        faults.push(context.expected(&INVALID_META_NAME, value, "robots"));
    }
}

/// What robots are told: to index or not, to follow or not.
pub(crate) fn robots(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let lower = value.to_ascii_lowercase();
    let kind = |word| match word {
        "index" | "noindex" => Some(1),
        "follow" | "nofollow" => Some(2),
        _ => None,
    };
    let valid = match lower.split_once(',') {
        Some((a, b)) => kind(a).zip(kind(b)).is_some_and(|(a, b)| a != b),
        None => kind(&lower).is_some() || lower == "all" || lower == "none",
    };
    if !valid {
        faults.push(context.expected(&INVALID_META_CONTENT, value, "words like noindex,follow"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, found_at};
    use super::*;
    use crate::validate::values::Judge;

    const NONE: [&str; 0] = [];

    #[test]
    fn each_list_has_its_rule() {
        let lists: [(Judge, &str, &str, &str); 16] = [
            (yes_no, "InvalidYesNo", "yes", "Yes"),
            (true_false_strict, "InvalidTrueFalse", "true", "True"),
            (true_false, "InvalidTrueFalse", "True", "yes"),
            (yes_no_clean, "InvalidYesNoClean", "Clean", "explicit"),
            (is_permalink, "InvalidBooleanAttribute", "false", "no"),
            (update_period, "InvalidUpdatePeriod", "daily", "Daily"),
            (day, "InvalidDay", "Sunday", "sunday"),
            (channel_type, "InvalidItunesChannelType", "serial", "Serial"),
            (episode_type, "InvalidItunesEpisodeType", "bonus", "extra"),
            (text_type, "InvalidMediaTextType", "html", "xhtml"),
            (medium, "InvalidMediaMedium", "audio", "music"),
            (expression, "InvalidMediaExpression", "full", "whole"),
            (restriction, "InvalidMediaRestriction", "all", "some"),
            (restriction_relation, "InvalidMediaRestrictionRel", "deny", "forbid"),
            (restriction_type, "InvalidMediaRestrictionType", "uri", "url"),
            (access_relation, "InvalidAccessRestrictionRel", "allow", "permit"),
        ];
        for (judge, rule, good, bad) in lists {
            assert_eq!(found(judge, good), NONE, "{good}");
            assert_eq!(found(judge, bad), [rule], "{bad}");
            assert_eq!(found(judge, &format!("{good} ")), [rule], "{good}");
        }
    }

    #[test]
    fn roles_are_of_the_ebu_or_in_lower_case() {
        assert_eq!(found(credit_role, "producer"), NONE);
        assert_eq!(found(credit_role, "Producer"), ["InvalidCreditRole"]);
        assert_eq!(found(credit_role_elsewhere, "tea maker"), NONE);
        assert_eq!(found(credit_role_elsewhere, "Tea maker"), ["InvalidCreditRole"]);
    }

    #[test]
    fn countries_are_judged_one_by_one() {
        assert_eq!(found_at(countries, "at us"), []);
        assert_eq!(found_at(countries, "at xx us"), [("InvalidCountryCode", 3..5)]);
    }

    #[test]
    fn robots_are_told_each_thing_once() {
        for value in ["all", "NoIndex", "index,follow", "nofollow,noindex"] {
            assert_eq!(found(robots, value), NONE, "{value}");
        }
        for value in ["", "index,index", "noarchive", "index,follow,all"] {
            assert_eq!(found(robots, value), ["InvalidMetaContent"], "{value}");
        }
        assert_eq!(found(meta_name, "robots"), NONE);
        assert_eq!(found(meta_name, "author"), ["InvalidMetaName"]);
    }
}
