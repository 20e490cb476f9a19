//! What Apple refuses of a show, all of it at once.

use super::{Podcast, refusal};
use crate::error::Error;
use crate::site::Site;
use url::Url;

/// How many bytes of a description Apple takes.
const DESCRIPTION: usize = 4000;

impl Podcast {
    /// Everything for which Apple would refuse the show, each with what to write instead; for the
    /// episodes, see the [`Report`](crate::Report).
    pub fn refusals(&self, site: &Site) -> Vec<Error> {
        let own = [self.artwork(), self.category(), self.advisory(), self.new_address()];
        let shared = [title(site), description(site), language(site)];
        own.into_iter().chain(shared).flatten().collect()
    }

    fn artwork(&self) -> Option<Error> {
        let advice = "give --podcast-image, a JPEG or PNG of 1400 to 3000 pixels square";
        let Some(image) = &self.image else {
            return Some(refusal("the podcast has no artwork", advice));
        };
        let Some(url) = web_address(image) else {
            let message = format!("the podcast's artwork \"{image}\" is no whole address");
            return Some(refusal(message, "write it as https://example.org/cover.jpg"));
        };
        let ending = url.path().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let known = matches!(ending.as_deref(), Some("jpg" | "jpeg" | "png"));
        let message = format!("the podcast's artwork \"{image}\" does not end in .jpg or .png");
        (!known).then(|| refusal(message, advice))
    }

    fn category(&self) -> Option<Error> {
        let advice = "give --podcast-category, as 'Society & Culture/Documentary'";
        self.categories.is_empty().then(|| refusal("the podcast has no category", advice))
    }

    fn advisory(&self) -> Option<Error> {
        let advice = "give --podcast-explicit true or --podcast-explicit false";
        let message = "nothing says whether the podcast is explicit";
        self.explicit.is_none().then(|| refusal(message, advice))
    }

    fn new_address(&self) -> Option<Error> {
        let url = self.new_feed_url.as_ref().filter(|url| web_address(url).is_none())?;
        let message = format!("the podcast's new address \"{url}\" is no whole address");
        Some(refusal(message, "write it as https://example.org/feed.xml"))
    }
}

fn title(site: &Site) -> Option<Error> {
    let message = "the podcast has no title";
    is_blank(site.title.as_ref()).then(|| refusal(message, "give --title or --site"))
}

fn description(site: &Site) -> Option<Error> {
    let length = site.description.as_ref().map_or(0, String::len);
    if length > DESCRIPTION {
        let message = format!("the podcast's description has {length} bytes");
        return Some(refusal(message, format!("give a --description of up to {DESCRIPTION}")));
    }
    let message = "the podcast has no description";
    is_blank(site.description.as_ref()).then(|| refusal(message, "give --description or --site"))
}

/// Apple takes the languages of two letters (ISO 639-1), perhaps with a country behind.
fn language(site: &Site) -> Option<Error> {
    let advice = "give --language, as en or en-US";
    let Some(language) = &site.language else {
        return Some(refusal("the podcast has no language", advice));
    };
    let primary = language.split('-').next().unwrap_or_default();
    let known = primary.len() == 2 && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    let message = format!("Apple has no language \"{language}\", only those of two letters");
    (!known).then(|| refusal(message, advice))
}

fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// The address of the web that a text is.
pub(super) fn web_address(text: &str) -> Option<Url> {
    let web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    Url::parse(text).ok().filter(web)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(title: &str, description: &str, language: Option<&str>) -> Site {
        Site {
            title: Some(title.to_owned()),
            description: Some(description.to_owned()),
            language: language.map(str::to_owned),
            ..Site::default()
        }
    }

    fn messages(podcast: &Podcast, site: &Site) -> Vec<String> {
        let refusals = podcast.refusals(site);
        assert!(refusals.iter().all(|refusal| refusal.advice().is_some()));
        refusals.iter().map(|refusal| refusal.message().to_owned()).collect()
    }

    #[test]
    fn nothing_is_refused_all_at_once() {
        let all = messages(&Podcast::default(), &Site::default());
        assert_eq!(
            all,
            [
                "the podcast has no artwork",
                "the podcast has no category",
                "nothing says whether the podcast is explicit",
                "the podcast has no title",
                "the podcast has no description",
                "the podcast has no language",
            ]
        );
        assert_eq!(messages(&Podcast::default(), &site(" ", "", Some("en")))[3..].len(), 2);
    }

    #[test]
    fn what_is_there_has_a_form_that_apple_takes() {
        let podcast = |image: &str| Podcast {
            image: Some(image.to_owned()),
            categories: vec!["True Crime".parse().expect("a category")],
            explicit: Some(true),
            ..Podcast::default()
        };
        let fine = site("T", "D", Some("en-US"));
        for image in ["https://e.org/a.jpg", "http://e.org/b.PNG?v=1.2#x", "https://e.org/c.jpeg"] {
            assert_eq!(messages(&podcast(image), &fine), [""; 0], "{image}");
        }
        for image in ["https://e.org/a.webp", "https://e.org/a", "https://e.org/?f=a.jpg", "a.jpg"]
        {
            assert_eq!(messages(&podcast(image), &fine).len(), 1, "{image}");
        }
        let cover = "https://e.org/a.jpg";
        for language in [None, Some("gsw"), Some("x-klingon"), Some("")] {
            assert_eq!(messages(&podcast(cover), &site("T", "D", language)).len(), 1);
        }
        let long = site("T", &"é".repeat(2001), Some("de"));
        assert_eq!(messages(&podcast(cover), &long), ["the podcast's description has 4002 bytes"]);
        let moved = Podcast { new_feed_url: Some("feed.xml".to_owned()), ..podcast(cover) };
        assert_eq!(
            messages(&moved, &fine),
            ["the podcast's new address \"feed.xml\" is no whole address"]
        );
    }
}
