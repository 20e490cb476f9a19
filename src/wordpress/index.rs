//! What tells of the site: its index, the document at `/wp-json/`, and its settings, `/wp/v2/settings`.

use super::language;
use super::loose::{Flag, Object, Text};
use crate::error::{Error, ErrorKind, Result};
use crate::site::Site;
use crate::text::html;
use serde::Deserialize;
use serde::de::IgnoredAny;

const ADVICE: &str = "give the document at https://YOUR-SITE/wp-json/";

#[derive(Deserialize)]
struct Index {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    description: Text,
    /// Whole in `wp/v2`; absent where the index was asked for with `_fields`.
    #[serde(default)]
    home: Text,
    #[serde(alias = "URL", default)]
    url: Text,
    /// A number with a named zone, a string without one.
    #[serde(default)]
    gmt_offset: Text,
    #[serde(default)]
    timezone_string: Text,
    #[serde(default)]
    site_icon_url: Text,
    /// The language, in the site object of WordPress.com.
    #[serde(default)]
    lang: Text,
    #[serde(default)]
    icon: Object<Icon>,
    /// Whether the public may not see the site, or not yet, in the site object of WordPress.com.
    #[serde(default)]
    is_private: Flag,
    #[serde(default)]
    is_coming_soon: Flag,
    /// What the settings have, and an index has not.
    start_of_week: Option<IgnoredAny>,
    /// What posts, users, terms and errors have, and an index has not.
    id: Option<IgnoredAny>,
    guid: Option<IgnoredAny>,
    code: Option<IgnoredAny>,
}

/// The site's settings, which WordPress shows to administrators.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Settings {
    title: Text,
    description: Text,
    url: Text,
    timezone: Text,
    /// A locale, as `de_DE_formal`.
    language: Text,
}

/// The site's icon in the site object of WordPress.com.
#[derive(Deserialize)]
struct Icon {
    #[serde(default)]
    img: Text,
}

impl Site {
    /// Reads the REST index of a site, the document at `/wp-json/`, the site object of WordPress.com, or
    /// the settings (`/wp/v2/settings`), which alone tell the language.
    ///
    /// Names are HTML there and decoded once, as `get_bloginfo_rss` has them.
    ///
    /// # Errors
    /// [`ErrorKind::NotJson`] if the bytes are no JSON, [`ErrorKind::NotPosts`] if they are another
    /// document than a site's index.
    pub fn from_json(bytes: &[u8]) -> Result<Site> {
        let text = String::from_utf8_lossy(bytes);
        let json = text.trim_start_matches('\u{FEFF}').trim();
        let index: Index = serde_json::from_str(json).map_err(|e| unreadable(json, e))?;
        if index.start_of_week.is_some() && !index.is_foreign() {
            let settings: Settings = serde_json::from_str(json).map_err(|e| unreadable(json, e))?;
            return Ok(settings.site());
        }
        if !index.is_named() || index.is_foreign() {
            let message = "expected the index of a site, an object with name and home, but found another object";
            return Err(Error::new(ErrorKind::NotPosts, message).advise(ADVICE));
        }
        Ok(index.site())
    }
}

/// Tells what else than an index the document is.
fn unreadable(json: &str, cause: serde_json::Error) -> Error {
    let found = match json.as_bytes().first() {
        None => "an empty document",
        Some(b'<') => "HTML or XML",
        Some(b'[') => "a list",
        _ => "something else",
    };
    let kind = if found == "a list" { ErrorKind::NotPosts } else { ErrorKind::NotJson };
    Error::new(kind, format!("expected the index of a site as JSON, but found {found}"))
        .caused_by(cause)
        .advise(ADVICE)
}

impl Index {
    fn is_named(&self) -> bool {
        [&self.name, &self.home, &self.gmt_offset].into_iter().any(|text| text.filled().is_some())
    }

    fn is_foreign(&self) -> bool {
        [&self.id, &self.guid, &self.code].into_iter().any(Option::is_some)
    }

    fn site(&self) -> Site {
        let icon = self.icon.0.as_ref().and_then(|icon| icon.img.filled());
        let home = self.home.filled().or(self.url.filled());
        Site {
            title: plain(&self.name),
            description: plain(&self.description),
            home: home.map(without_slash),
            language: self.lang.filled().and_then(language::tag),
            icon: self.site_icon_url.filled().or(icon).map(str::to_owned),
            time_zone: self.timezone_string.filled().map(str::to_owned),
            gmt_offset: self.gmt_offset.filled().and_then(seconds),
            private: self.is_private.0 || self.is_coming_soon.0,
            ..Site::default()
        }
    }
}

impl Settings {
    fn site(&self) -> Site {
        Site {
            title: plain(&self.title),
            description: plain(&self.description),
            home: self.url.filled().map(without_slash),
            language: self.language.filled().and_then(language::tag),
            time_zone: self.timezone.filled().map(str::to_owned),
            ..Site::default()
        }
    }
}

fn plain(text: &Text) -> Option<String> {
    text.filled().map(html::title_text)
}

fn without_slash(address: &str) -> String {
    address.trim_end_matches('/').to_owned()
}

/// Turns an offset in hours, as `-5` or `5.5`, into seconds.
fn seconds(hours: &str) -> Option<i32> {
    let hours: f64 = hours.trim().parse().ok()?;
    (hours.abs() < 24.0).then(|| (hours * 3600.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_subset_has() {
        let site =
            Site::from_json(br#"{"name":"A &amp;amp; B","gmt_offset":"5.5","timezone_string":""}"#)
                .unwrap();
        assert_eq!(site.title.as_deref(), Some("A &amp; B"));
        assert_eq!((site.gmt_offset, site.time_zone, site.home), (Some(19_800), None, None));
    }

    #[test]
    fn a_site_that_the_public_may_not_see_is_private() {
        let private = |member: &str| {
            let json = format!(r#"{{"ID":7,"name":"A","URL":"https://a.example",{member}}}"#);
            Site::from_json(json.as_bytes()).unwrap().private
        };
        assert!(private(r#""is_private":true"#) && private(r#""is_private":1"#));
        assert!(private(r#""is_private":false,"is_coming_soon":true"#));
        assert!(!private(r#""is_private":false,"is_coming_soon":false"#));
    }

    #[test]
    fn the_settings_tell_the_language() {
        let site = Site::from_json(
            br#"{"title":"A &amp; B","url":"https://e.org/","timezone":"Europe/Berlin","start_of_week":1,
                "language":"de_DE_formal","email":"a@e.org"}"#,
        );
        let expected = Site {
            title: Some("A & B".into()),
            home: Some("https://e.org".into()),
            time_zone: Some("Europe/Berlin".into()),
            language: Some("de-DE".into()),
            ..Site::default()
        };
        assert_eq!(site.unwrap(), expected);
    }

    #[test]
    fn refuses_other_documents() {
        for other in [
            r#"{"id":2,"name":"Zoe","url":"https://zoe.example/","slug":"zoe"}"#,
            r#"{"id":101,"name":"Boats","slug":"boats","taxonomy":"category"}"#,
            r#"{"code":"rest_no_route","message":"No route"}"#,
            r#"{"namespace":"wp/v2"}"#,
            r#"[{"id":1}]"#,
            "<!doctype html>",
            "",
        ] {
            assert!(Site::from_json(other.as_bytes()).is_err(), "{other}");
        }
    }
}
