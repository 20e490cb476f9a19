//! The pages of a WordPress site that have a feed of their own, and the words by which one asks for them.

use chrono::{Month, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// What stands for each name of a kind.
const ALL: &str = "*";

/// A page that lists posts or comments, and has a feed beside the site's own.
///
/// ```
/// use wp2feed::Archive;
///
/// assert_eq!("category:boats-gear".parse(), Ok(Archive::Category("boats-gear".into())));
/// assert_eq!("date:2023-07".parse(), Ok(Archive::Month(2023, chrono::Month::July)));
/// assert!("categories".parse::<Archive>().is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Archive {
    /// The site's own feed, of its posts (`/feed/`).
    #[default]
    Home,
    /// The posts in a category and those below it, by slug, name or number.
    Category(String),
    /// The posts with a tag, by slug, name or number.
    Tag(String),
    /// The posts by an author, by slug, name or number.
    Author(String),
    /// The posts in which all these words stand (`WP_Query::parse_search`): `"a phrase"` as it is, and
    /// not what has a `-` before it.
    Search(String),
    /// The posts of a year, by the site's clock.
    Year(i32),
    /// The posts of a month, by the site's clock.
    Month(i32, Month),
    /// The posts of a day, by the site's clock.
    Day(NaiveDate),
    /// The posts of a custom post type.
    Type(String),
    /// The comments on all posts (`/comments/feed/`).
    Comments,
    /// The comments on the post of a number.
    CommentsOn(u64),
}

/// A kind of pages of which a site has many, each of them with its slug and its feed.
///
/// ```
/// use wp2feed::{Archive, ArchiveKind};
///
/// assert_eq!("tag:*".parse(), Ok(ArchiveKind::Tag));
/// assert_eq!(ArchiveKind::Tag.archive("knots"), Archive::Tag("knots".into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArchiveKind {
    /// The categories, [`Archive::Category`].
    Category,
    /// The tags, [`Archive::Tag`].
    Tag,
    /// The authors, [`Archive::Author`].
    Author,
}

impl ArchiveKind {
    /// The archive of this kind that has a slug.
    pub fn archive(self, slug: impl Into<String>) -> Archive {
        match self {
            ArchiveKind::Category => Archive::Category(slug.into()),
            ArchiveKind::Tag => Archive::Tag(slug.into()),
            ArchiveKind::Author => Archive::Author(slug.into()),
        }
    }
}

impl FromStr for ArchiveKind {
    type Err = ParseArchiveError;

    /// Reads a kind and the sign for all of them, as `category:*`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, all) = text.split_once(':').unwrap_or((text, ""));
        match (kind.trim(), all.trim()) {
            ("category", ALL) => Ok(ArchiveKind::Category),
            ("tag", ALL) => Ok(ArchiveKind::Tag),
            ("author", ALL) => Ok(ArchiveKind::Author),
            _ => Err(ParseArchiveError("expected category:*, tag:* or author:*".to_owned())),
        }
    }
}

/// Words that name no [`Archive`]; the message tells those that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseArchiveError(String);

impl fmt::Display for ParseArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ParseArchiveError {}

impl Archive {
    /// Tells whether the page lists comments.
    pub(crate) fn is_of_comments(&self) -> bool {
        matches!(self, Archive::Comments | Archive::CommentsOn(_))
    }
}

impl FromStr for Archive {
    type Err = ParseArchiveError;

    /// Reads a kind and a name, as `tag:knots`; `date:` takes a year, a month or a day.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, name) = text.split_once(':').unwrap_or((text, ""));
        let (kind, name) = (kind.trim(), name.trim());
        let named = |of: fn(String) -> Archive| match name {
            "" => Err(nameless(kind)),
            ALL => Err(all(kind)),
            name => Ok(of(name.to_owned())),
        };
        match kind {
            "home" if name.is_empty() => Ok(Archive::Home),
            "category" => named(Archive::Category),
            "tag" => named(Archive::Tag),
            "author" => named(Archive::Author),
            "search" => named(Archive::Search),
            "type" => named(Archive::Type),
            "comments" if name.is_empty() => Ok(Archive::Comments),
            "comments" => name.parse().map(Archive::CommentsOn).map_err(|_| unnumbered()),
            "date" => year(name).or_else(|| month(name)).or_else(|| day(name)).ok_or_else(undated),
            "year" => year(name).ok_or_else(undated),
            "month" => month(name).ok_or_else(undated),
            "day" => day(name).ok_or_else(undated),
            _ => Err(unknown()),
        }
    }
}

fn year(text: &str) -> Option<Archive> {
    digits(text, 4).map(Archive::Year)
}

fn month(text: &str) -> Option<Archive> {
    let (year, month) = text.split_once('-')?;
    let month = u8::try_from(digits(month, 2)?).ok()?;
    Some(Archive::Month(digits(year, 4)?, Month::try_from(month).ok()?))
}

fn day(text: &str) -> Option<Archive> {
    let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    day.filter(|_| plain).map(Archive::Day)
}

fn digits(text: &str, width: usize) -> Option<i32> {
    let fits = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

fn unknown() -> ParseArchiveError {
    ParseArchiveError(
        "expected home or comments, or category, tag, author, search, date or type with a name behind \
         a colon, as category:news or date:2023-07"
            .to_owned(),
    )
}

fn unnumbered() -> ParseArchiveError {
    ParseArchiveError("expected the number of a post, as comments:1191".to_owned())
}

fn undated() -> ParseArchiveError {
    ParseArchiveError(
        "expected a year, a month or a day, as date:2023, date:2023-07 or date:2023-07-04"
            .to_owned(),
    )
}

fn nameless(kind: &str) -> ParseArchiveError {
    ParseArchiveError(format!("expected a name behind the colon, as {kind}:{}", example(kind)))
}

fn all(kind: &str) -> ParseArchiveError {
    let one = example(kind);
    ParseArchiveError(format!(
        "expected one name, as {kind}:{one}, but found *, which is all of them"
    ))
}

fn example(kind: &str) -> &'static str {
    match kind {
        "author" => "zoe",
        "search" => "fog",
        "type" => "recipe",
        _ => "news",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Archive, String> {
        text.parse().map_err(|e: ParseArchiveError| e.to_string())
    }

    #[test]
    fn a_date_is_a_year_a_month_or_a_day() {
        let fourth = NaiveDate::from_ymd_opt(2023, 7, 4).map(Archive::Day);
        for kind in ["date", "year"] {
            assert_eq!(parse(&format!("{kind}:2023")), Ok(Archive::Year(2023)));
        }
        for kind in ["date", "month"] {
            assert_eq!(parse(&format!("{kind}:2023-07")), Ok(Archive::Month(2023, Month::July)));
        }
        for kind in ["date", "day"] {
            assert_eq!(parse(&format!("{kind}:2023-07-04")).ok(), fourth);
        }
        for wrong in [
            "date:",
            "date:23",
            "date:2023-13",
            "date:2023-7",
            "day:2023-02-30",
            "year:2023-07",
            "day:2023-7-04",
        ] {
            assert!(parse(wrong).is_err_and(|e| e.contains("date:2023-07")), "{wrong}");
        }
    }

    #[test]
    fn a_name_may_hold_colons_and_blanks() {
        assert_eq!(parse("home"), Ok(Archive::Home));
        assert_eq!(parse("tag: a: b "), Ok(Archive::Tag("a: b".to_owned())));
        assert_eq!(
            parse(r#"search:"red sail" -fog"#),
            Ok(Archive::Search(r#""red sail" -fog"#.to_owned()))
        );
    }

    #[test]
    fn what_is_none_is_told_those_that_are() {
        for wrong in ["", "news", "home:x", "categories:news", "Tag:news"] {
            assert!(parse(wrong).is_err_and(|e| e.contains("category:news")), "{wrong}");
        }
        assert!(parse("author:").is_err_and(|e| e.contains("author:zoe")));
    }

    #[test]
    fn all_of_a_kind_are_no_archive() {
        assert!(parse("author:*").is_err_and(|e| e.contains("author:zoe")));
        assert_eq!("category: *".parse(), Ok(ArchiveKind::Category));
        for wrong in ["category:news", "category", "search:*", "*"] {
            assert!(wrong.parse::<ArchiveKind>().is_err(), "{wrong}");
        }
    }
}
