//! The posts of a year, a month or a day, by the site's clock.

use super::{Kind, Told};
use crate::report::NoteKind;
use crate::text::date::Zone;
use crate::wordpress::permalink::{self, Permalinks};
use crate::wordpress::post::Post;
use chrono::{DateTime, Datelike, Month, NaiveDate, TimeDelta, Utc};
use std::cmp::Ordering;

/// How far the clocks of the world are from UTC, at the most: behind it, and ahead of it.
const FARTHEST: (TimeDelta, TimeDelta) = (TimeDelta::hours(12), TimeDelta::hours(14));

/// The archive of a span of time.
pub(super) struct Span {
    year: i32,
    month: Option<Month>,
    day: Option<u32>,
    /// What stands before the year in permalinks, as `blog/`; empty in most.
    front: Option<String>,
}

impl Span {
    pub(super) fn year(year: i32) -> Self {
        Span { year, month: None, day: None, front: None }
    }

    pub(super) fn month(year: i32, month: Month) -> Self {
        Span { month: Some(month), ..Span::year(year) }
    }

    pub(super) fn day(day: NaiveDate) -> Self {
        let month = u8::try_from(day.month()).ok().and_then(|month| Month::try_from(month).ok());
        Span { month, day: Some(day.day()), ..Span::year(day.year()) }
    }

    /// Tells whether a day is before the span, in it or behind it.
    fn place(&self, date: NaiveDate) -> Ordering {
        let month =
            self.month.map_or(Ordering::Equal, |m| date.month().cmp(&m.number_from_month()));
        let day = self.day.map_or(Ordering::Equal, |day| date.day().cmp(&day));
        date.year().cmp(&self.year).then(month).then(day)
    }

    /// Tells whether a moment is in the span by any clock of the world, if they agree.
    fn place_anywhere(&self, moment: DateTime<Utc>) -> Option<bool> {
        let first = self.place((moment - FARTHEST.0).date_naive());
        let last = self.place((moment + FARTHEST.1).date_naive());
        (first == last).then_some(first.is_eq())
    }

    /// The numbers in an address, between these separators.
    fn numbers(&self, separator: &str) -> String {
        let month = self.month.map(|month| format!("{separator}{:02}", month.number_from_month()));
        let day = self.day.map(|day| format!("{separator}{day:02}"));
        format!("{:04}{}{}", self.year, month.unwrap_or_default(), day.unwrap_or_default())
    }
}

impl Kind for Span {
    fn learn(&mut self, post: &Post, home: &str) {
        if self.front.is_none() && post.kind.filled().is_none_or(|kind| kind == super::POST) {
            self.front = front(post, home);
        }
    }

    fn holds(&self, post: &Post, zone: Option<Zone>, note: &mut dyn FnMut(NoteKind, &str)) -> bool {
        let gmt = post.date_gmt.map(crate::text::date::Stamp::utc);
        let known = match (post.date, gmt, zone) {
            (Some(local), ..) => Some(self.place(local.clock.date()).is_eq()),
            (None, Some(gmt), Some(zone)) => Some(self.place(zone.local(gmt).date()).is_eq()),
            (None, Some(gmt), None) => self.place_anywhere(gmt),
            (None, None, _) => None,
        };
        if known.is_none() {
            note(NoteKind::Filter, "the date by the site's clock");
        }
        known.unwrap_or(false)
    }

    /// The formats `Y`, `F Y`, and the one that a site has for dates unless it chose another.
    fn title(&self) -> Option<Told> {
        let Some(month) = self.month.map(|month| month.name()) else {
            return Some(Told::known(self.year.to_string()));
        };
        let day = self.day.map(|day| format!(" {day},")).unwrap_or_default();
        Some(Told::known(format!("{month}{day} {}", self.year)))
    }

    fn is_translated(&self) -> bool {
        self.month.is_some()
    }

    /// Follows `get_year_link`, `get_month_link` and `get_day_link`.
    fn address(&self, permalinks: &Permalinks) -> Told {
        let front = self.front.as_deref();
        let path = format!("{}{}", front.unwrap_or_default(), self.numbers("/"));
        let address = permalinks.page(&path, &format!("m={}", self.numbers("")));
        match front {
            None if !permalinks.are_plain() => Told::guessed(address),
            _ => Told::made(address, permalinks),
        }
    }

    fn feed(&self) -> fn(&str, &str) -> String {
        permalink::archive_feed
    }
}

/// What stands before the year in a post's permalink; nothing does where the slug stands alone.
fn front(post: &Post, home: &str) -> Option<String> {
    let path = post.link.filled()?.strip_prefix(home)?;
    let path = path.strip_prefix("/index.php").unwrap_or(path);
    if !path.contains('?') && path.trim_matches('/').split('/').count() == 1 {
        return Some(String::new());
    }
    let date = post.date?.clock.date();
    let at = path.find(&format!("/{:04}/{:02}/", date.year(), date.month()))?;
    Some(path[1..=at].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn july() -> Span {
        Span::month(2023, Month::July)
    }

    #[test]
    fn without_a_zone_a_month_is_told_where_all_clocks_agree() {
        let at = |text: &str| july().place_anywhere(text.parse().unwrap());
        assert_eq!(at("2023-07-15T12:00:00Z"), Some(true));
        assert_eq!(at("2023-07-01T03:00:00Z"), None);
        assert_eq!(at("2023-07-31T11:00:00Z"), None);
        assert_eq!(at("2023-06-30T09:59:59Z"), Some(false));
        let day = Span::day(NaiveDate::from_ymd_opt(2023, 7, 4).unwrap());
        assert_eq!(day.place_anywhere("2023-07-04T10:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn the_year_may_stand_behind_something() {
        for (link, expected) in [
            ("https://e.org/2023/07/tea/", Some("")),
            ("https://e.org/blog/2023/07/04/tea/", Some("blog/")),
            ("https://e.org/index.php/2023/07/tea/", Some("")),
            ("https://e.org/tea/", Some("")),
            ("https://e.org/archives/7", None),
        ] {
            let json = serde_json::json!({"id": 7, "link": link, "date": "2023-07-04T09:00:00"});
            let post = serde_json::from_value(json).unwrap();
            assert_eq!(front(&post, "https://e.org").as_deref(), expected, "{link}");
        }
    }

    #[test]
    fn titles_as_english_wordpress_has_them() {
        let title = |span: Span| span.title().map(|told| told.text);
        assert_eq!(title(Span::year(2023)).as_deref(), Some("2023"));
        assert_eq!(title(july()).as_deref(), Some("July 2023"));
        let fourth = Span::day(NaiveDate::from_ymd_opt(2023, 7, 4).unwrap());
        assert_eq!(title(fourth).as_deref(), Some("July 4, 2023"));
    }
}
