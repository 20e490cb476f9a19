//! What Apple asks of podcasts: durations, keywords, lengths, categories.

use super::{Context, Fault, text};
use crate::podcast::PodcastCategory;
use crate::validate::rules::values::{
    INVALID_DURATION, INVALID_ITUNES_CATEGORY, INVALID_KEYWORDS, OBSOLETE_ITUNES_CATEGORY, TOO_LONG,
};
use crate::validate::values::scan::Scan;

/// How many characters Apple shows of a title, an author or keywords.
const SHORT: usize = 255;

/// How many characters Apple shows of a summary.
const LONG: usize = 4000;

/// `itunes:duration`: seconds, or minutes and seconds, or hours, minutes and seconds.
pub(crate) fn duration(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut scan = Scan::new(value);
    let valid = scan.many(|byte| byte.is_ascii_digit()) > 0 && sixty(&mut scan) && sixty(&mut scan);
    if !valid || !scan.done() {
        faults.push(
            context
                .expected(&INVALID_DURATION, value, "a duration like 1:02:03")
                .from(scan.at(), value),
        );
    }
}

/// Reads a colon and two digits below 60, if there is a colon.
fn sixty(scan: &mut Scan<'_>) -> bool {
    !scan.eat(b':') || scan.digits(2).is_some_and(|number| number < 60)
}

/// `itunes:keywords`: short, with commas between.
pub(crate) fn keywords(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    short_text(value, context, faults);
    if value.contains(' ') && !value.contains(',') {
        faults.push(context.expected(&INVALID_KEYWORDS, value, "commas between keywords"));
    }
}

/// A text of at most 255 characters.
pub(crate) fn short_text(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    limited(value, SHORT, context, faults);
}

/// A text of at most 4000 characters.
pub(crate) fn summary(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    limited(value, LONG, context, faults);
}

fn limited(value: &str, most: usize, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if let Some((end, _)) = value.char_indices().nth(most) {
        let count = value.chars().count();
        let words = format!("expected at most {most} characters, but found {count}");
        faults.push(context.fault(&TOO_LONG, end..value.len(), &words));
    }
    text::plain(value, context, faults);
}

/// A category of a channel.
pub(crate) fn category(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let old = OLD.iter().any(|(name, _)| *name == value);
    judge(value, PodcastCategory::below(value).is_some(), old, context, faults);
}

/// A category within another.
pub(crate) fn subcategory(
    within: &str,
    value: &str,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let new = PodcastCategory::below(within).unwrap_or_default().contains(&value);
    let old = OLD.iter().any(|(name, below)| *name == within && below.contains(&value));
    judge(value, new, old, context, faults);
}

fn judge(value: &str, new: bool, old: bool, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !new {
        let rule = if old { &OBSOLETE_ITUNES_CATEGORY } else { &INVALID_ITUNES_CATEGORY };
        faults.push(context.expected(rule, value, "a category that Apple has"));
    }
}

/// The categories that Apple had until 2019, where they are not the same today.
#[rustfmt::skip]
const OLD: &[(&str, &[&str])] = &[
    ("Arts", &["Literature"]),
    ("Arts & Entertainment", &[
        "Architecture", "Design", "Entertainment", "Games", "Performing Arts", "Photography", "Poetry",
        "Science Fiction",
    ]),
    ("Audio Blogs", &[]),
    ("Business", &["Finance", "Management & Marketing", "News", "Shopping"]),
    ("Education", &[
        "Education Technology", "Higher Education", "K-12", "Language Courses", "Training",
    ]),
    ("Family", &[]),
    ("Food", &[]),
    ("Games & Hobbies", &["Automotive", "Aviation", "Hobbies", "Other Games", "Video Games"]),
    ("Government & Organizations", &["Local", "National", "Non-Profit", "Regional"]),
    ("Health", &[
        "Alternative Health", "Diet & Nutrition", "Fitness", "Fitness & Nutrition", "Relationships", "Self-Help",
        "Sexuality",
    ]),
    ("International", &[
        "Australian", "Belgian", "Brazilian", "Canadian", "Chinese", "Dutch", "French", "German", "Hebrew", "Italian",
        "Japanese", "Norwegian", "Polish", "Portuguese", "Spanish", "Swedish",
    ]),
    ("Movies & Television", &[]),
    ("News & Politics", &[]),
    ("Politics", &[]),
    ("Public Radio", &[]),
    ("Religion & Spirituality", &["New Age", "Other", "Philosophy"]),
    ("Science & Medicine", &["Medicine", "Natural Sciences", "Social Sciences"]),
    ("Society & Culture", &["History"]),
    ("Sports & Recreation", &["Amateur", "College & High School", "Outdoor", "Professional"]),
    ("Talk Radio", &[]),
    ("Technology", &[
        "Computers", "Developers", "Gadgets", "Information Technology", "News", "Operating Systems", "Podcasting",
        "Smart Phones", "Software How-To", "Tech News", "Text/Speech",
    ]),
    ("Transportation", &["Automotive", "Aviation", "Bicycles", "Commuting"]),
    ("Travel", &[]),
];

#[cfg(test)]
mod tests {
    use super::super::tests::{found, found_at};
    use super::*;

    const NONE: [&str; 0] = [];

    #[test]
    fn durations_are_seconds_or_clock_time() {
        for value in ["0", "3600", "90:00", "1:02:03", "100:59:59"] {
            assert_eq!(found(duration, value), NONE, "{value}");
        }
        for value in ["", "1:2:3", "1:60", "1:02:03:04", "PT1H", "1h", "1:02:60", ":30"] {
            assert_eq!(found(duration, value), ["InvalidDuration"], "{value}");
        }
    }

    #[test]
    fn keywords_are_few_and_have_commas_between() {
        assert_eq!(found(keywords, "tea, green tea"), NONE);
        assert_eq!(found(keywords, "tea"), NONE);
        assert_eq!(found(keywords, "tea coffee"), ["InvalidKeywords"]);
    }

    #[test]
    fn texts_are_counted_in_characters() {
        assert_eq!(found(short_text, &"é".repeat(255)), NONE);
        assert_eq!(found_at(short_text, &"é".repeat(256)), [("TooLong", 510..512)]);
        assert_eq!(found(summary, &"a".repeat(4000)), NONE);
        assert_eq!(found(summary, &"a".repeat(4001)), ["TooLong"]);
    }

    #[test]
    fn categories_are_apples_of_today() {
        let below = |within, value| {
            let mut faults = Vec::new();
            subcategory(within, value, &Context::default(), &mut faults);
            faults.first().map(|fault: &Fault| fault.rule.name)
        };
        assert_eq!(found(category, "Society & Culture"), NONE);
        assert_eq!(found(category, "Talk Radio"), ["ObsoleteItunesCategory"]);
        assert_eq!(found(category, "Tea"), ["InvalidItunesCategory"]);
        assert_eq!(below("Arts", "Food"), None);
        assert_eq!(below("Arts", "Literature"), Some("ObsoleteItunesCategory"));
        assert_eq!(below("Comedy", "Food"), Some("InvalidItunesCategory"));
        assert_eq!(below("Tea", "Green"), Some("InvalidItunesCategory"));
    }
}
