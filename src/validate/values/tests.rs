//! How the tests of the judges ask them.

use super::*;

/// The names of the rules that a value breaks.
pub(crate) fn found(judge: Judge, value: &str) -> Vec<&'static str> {
    found_at(judge, value).into_iter().map(|(name, _)| name).collect()
}

/// The names of the rules that a value breaks, each with the part that breaks it.
pub(crate) fn found_at(judge: Judge, value: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut faults = Vec::new();
    judge(value, &Context::default(), &mut faults);
    for fault in &faults {
        assert!(value.get(fault.range.clone()).is_some(), "{fault:?} of {value:?}");
    }
    faults.into_iter().map(|fault| (fault.rule.name, fault.range)).collect()
}

/// Checks that a judge lets pass what is good, and that what is bad breaks this rule and no other.
#[track_caller]
pub(crate) fn check(judge: Judge, rule: &str, good: &[&str], bad: &[&str]) {
    for value in good {
        assert_eq!(found(judge, value), [] as [&str; 0], "{value}");
    }
    for value in bad {
        assert_eq!(found(judge, value), [rule], "{value}");
    }
}

#[test]
fn messages_say_what_the_value_is_called_and_show_what_can_be_read() {
    let context = Context { subject: Some(format_args!("pubDate")), ..Context::default() };
    let mut faults = Vec::new();
    dates::rfc_822(&"x".repeat(1000), &context, &mut faults);
    let message = &faults[0].message;
    assert!(message.starts_with("pubDate: expected a date like "), "{message}");
    assert!(message.chars().count() < 200, "{message}");
}

#[test]
fn trimmed_texts_say_where_they_started() {
    assert_eq!(trimmed(" \n a b\t"), ("a b", 3));
    assert_eq!(trimmed("  "), ("", 2));
}
