//! Apple's categories, as they have been since 2019: <https://podcasters.apple.com/support/1691-apple-podcasts-categories>.

use super::refusal;
use crate::error::{Error, Result};
use std::fmt;
use std::str::FromStr;

/// How like a word has to be to a name to be taken for a slip of the pen.
const LIKE: f64 = 0.8;

/// Each category with its subcategories.
const CATEGORIES: [(&str, &[&str]); 19] = [
    ("Arts", &["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"]),
    (
        "Business",
        &["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"],
    ),
    ("Comedy", &["Comedy Interviews", "Improv", "Stand-Up"]),
    ("Education", &["Courses", "How To", "Language Learning", "Self-Improvement"]),
    ("Fiction", &["Comedy Fiction", "Drama", "Science Fiction"]),
    ("Government", &[]),
    (
        "Health & Fitness",
        &["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"],
    ),
    ("History", &[]),
    ("Kids & Family", &["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"]),
    (
        "Leisure",
        &[
            "Animation & Manga",
            "Automotive",
            "Aviation",
            "Crafts",
            "Games",
            "Hobbies",
            "Home & Garden",
            "Video Games",
        ],
    ),
    ("Music", &["Music Commentary", "Music History", "Music Interviews"]),
    (
        "News",
        &[
            "Business News",
            "Daily News",
            "Entertainment News",
            "News Commentary",
            "Politics",
            "Sports News",
            "Tech News",
        ],
    ),
    (
        "Religion & Spirituality",
        &["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"],
    ),
    (
        "Science",
        &[
            "Astronomy",
            "Chemistry",
            "Earth Sciences",
            "Life Sciences",
            "Mathematics",
            "Natural Sciences",
            "Nature",
            "Physics",
            "Social Sciences",
        ],
    ),
    (
        "Society & Culture",
        &["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"],
    ),
    (
        "Sports",
        &[
            "Baseball",
            "Basketball",
            "Cricket",
            "Fantasy Sports",
            "Football",
            "Golf",
            "Hockey",
            "Rugby",
            "Running",
            "Soccer",
            "Swimming",
            "Tennis",
            "Volleyball",
            "Wilderness",
            "Wrestling",
        ],
    ),
    ("Technology", &[]),
    ("True Crime", &[]),
    (
        "TV & Film",
        &["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"],
    ),
];

/// One of Apple's categories, perhaps with a subcategory, written `Society & Culture/Documentary`.
///
/// ```
/// use wp2feed::PodcastCategory;
///
/// let category: PodcastCategory = "society & culture/documentary".parse()?;
/// assert_eq!(category.to_string(), "Society & Culture/Documentary");
/// let error = "Technolgy".parse::<PodcastCategory>().unwrap_err();
/// assert_eq!(error.advice(), Some("write Technology"));
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PodcastCategory {
    name: &'static str,
    subcategory: Option<&'static str>,
}

impl PodcastCategory {
    /// The category, as `Society & Culture`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The subcategory, as `Documentary`.
    pub fn subcategory(&self) -> Option<&'static str> {
        self.subcategory
    }

    /// The subcategories of a category; `None` if Apple has no such category.
    pub(crate) fn below(name: &str) -> Option<&'static [&'static str]> {
        CATEGORIES.iter().find(|(known, _)| *known == name).map(|(_, inner)| *inner)
    }

    /// Every category, alone and with each of its subcategories.
    fn all() -> impl Iterator<Item = PodcastCategory> {
        CATEGORIES.iter().flat_map(|&(name, inner)| {
            let alone = PodcastCategory { name, subcategory: None };
            let within = inner.iter().map(move |&subcategory| Some(subcategory));
            let within = within.map(move |subcategory| PodcastCategory { name, subcategory });
            [alone].into_iter().chain(within)
        })
    }
}

impl fmt::Display for PodcastCategory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        self.subcategory.map_or(Ok(()), |subcategory| write!(f, "/{subcategory}"))
    }
}

impl FromStr for PodcastCategory {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wanted: Vec<&str> = text.split('/').map(str::trim).collect();
        let wanted = wanted.join("/").to_lowercase();
        let known = PodcastCategory::all().find(|known| known.to_string().to_lowercase() == wanted);
        known.ok_or_else(|| refusal(format!("Apple has no category \"{text}\""), advice(&wanted)))
    }
}

/// The nearest category; else the subcategories of the right one, else all categories.
fn advice(wanted: &str) -> String {
    let likeness = |known: &PodcastCategory| {
        let inner = known.subcategory.unwrap_or(known.name).to_lowercase();
        let whole = strsim::jaro_winkler(wanted, &known.to_string().to_lowercase());
        whole.max(strsim::jaro_winkler(wanted.rsplit('/').next().unwrap_or_default(), &inner))
    };
    let ranked = PodcastCategory::all().map(|known| (likeness(&known), known));
    let nearest = ranked.max_by(|(a, _), (b, _)| a.total_cmp(b));
    if let Some((_, nearest)) = nearest.filter(|(likeness, _)| *likeness >= LIKE) {
        return format!("write {nearest}");
    }
    let names: Vec<&str> = CATEGORIES.iter().map(|(name, _)| *name).collect();
    format!("write one of {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_category_is_told() {
        let advice = |text: &str| {
            let error = text.parse::<PodcastCategory>().expect_err(text);
            error.advice().unwrap_or_default().to_owned()
        };
        assert_eq!(advice("Documentary"), "write Society & Culture/Documentary");
        assert_eq!(advice("Society & Culture/Dokumentary"), "write Society & Culture/Documentary");
        assert_eq!(advice("Society and Culture"), "write Society & Culture");
        assert_eq!(advice("TV &amp; Film"), "write TV & Film");
        assert!(advice("Zzz").starts_with("write one of Arts, Business, "));
    }

    #[test]
    fn every_category_is_read_as_it_is_written() {
        assert_eq!(PodcastCategory::all().count(), 110);
        for category in PodcastCategory::all() {
            assert_eq!(category.to_string().parse::<PodcastCategory>().unwrap(), category);
        }
    }
}
