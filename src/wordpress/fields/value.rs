//! The forms of a member's value: WordPress's own, and those that ACF gives its fields ("Return Format").

use crate::model::{Category, Enclosure, Image, Person, Rendition};
use crate::text::{html, url};
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded::Media;
use crate::wordpress::language;
use crate::wordpress::loose::Number;
use crate::wordpress::media;
use crate::wordpress::picture::picture;
use crate::wordpress::plugins;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;

/// Why a value can't fill a field.
pub(super) enum Unfit {
    /// It has a form that the field can't have.
    Form,
    /// It is the number of a file of which no more is known.
    Number,
}

/// What values are read with.
pub(super) struct Read<'a> {
    /// The address that relative ones are resolved against.
    pub(super) base: &'a str,
    pub(super) collections: &'a Collections,
}

/// Whether nothing is set: ACF has `null`, `false`, `""`, `[]` or 0 there.
pub(super) fn is_unset(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_u64() == Some(0),
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_unset),
        Value::Object(members) => members.is_empty(),
    }
}

/// A text, a number as text, or the text of WordPress's `{"rendered": …}`.
pub(super) fn text(value: &Value) -> Result<String, Unfit> {
    match value.get("rendered").unwrap_or(value) {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(Unfit::Form),
    }
}

/// A language tag; a locale of WordPress, as `de_DE_formal`, is made one.
pub(super) fn language(value: &Value) -> Result<String, Unfit> {
    value.as_str().and_then(language::tag).ok_or(Unfit::Form)
}

/// A name, or a user.
pub(super) fn author(value: &Value) -> Result<Person, Unfit> {
    let name = html::title_text(named(value, &["display_name", "name"])?);
    if name.is_empty() { Err(Unfit::Form) } else { Ok(Person::named(name)) }
}

/// A name, or a term.
pub(super) fn category(value: &Value) -> Result<Category, Unfit> {
    let term = html::decode(named(value, &["name", "label"])?).trim().to_owned();
    if term.is_empty() { Err(Unfit::Form) } else { Ok(Category { term, ..Category::default() }) }
}

/// A text, or the first of these members of an object.
fn named<'a>(value: &'a Value, members: &[&str]) -> Result<&'a str, Unfit> {
    let inner = members.iter().find_map(|name| value.get(name));
    inner.unwrap_or(value).as_str().ok_or(Unfit::Form)
}

impl Read<'_> {
    /// The address that a text is.
    pub(super) fn address(&self, value: &Value) -> Result<String, Unfit> {
        let text = named(value, &["url", "source_url"])?;
        let address = url::absolute(text, Some(self.base)).filter(|_| text.contains('/'));
        address.map(Cow::into_owned).ok_or(Unfit::Form)
    }

    /// The picture that a value is or names.
    pub(super) fn image(&self, value: &Value) -> Result<Image, Unfit> {
        match number(value) {
            Some(id) => picture(self.media(id)?, Some(self.base)).ok_or(Unfit::Form),
            None => {
                let image = plugins::image(value, Some(self.base)).ok_or(Unfit::Form)?;
                let thumbnail = image.thumbnail.or_else(|| self.thumbnail(value.get("sizes")?));
                Ok(Image { thumbnail, ..image })
            }
        }
    }

    /// ACF's thumbnail: its address and its size stand side by side.
    fn thumbnail(&self, sizes: &Value) -> Option<Rendition> {
        let url = self.address(sizes.get("thumbnail")?).ok()?;
        let pixels = |name: &str| {
            let number = sizes.get(name)?.as_u64().filter(|n| *n > 0)?;
            u32::try_from(number).ok()
        };
        let (width, height) = (pixels("thumbnail-width"), pixels("thumbnail-height"));
        Some(Rendition { url, width, height, ..Rendition::default() })
    }

    /// The file that a value is or names.
    pub(super) fn enclosure(&self, value: &Value) -> Result<Enclosure, Unfit> {
        if let Some(id) = number(value) {
            let media = self.media(id)?;
            let url = media.source_url.filled().and_then(|url| url::absolute(url, None));
            let url = url.ok_or(Unfit::Form)?.into_owned();
            let media_type = media.mime_type.filled().map(str::to_owned);
            return Ok(Enclosure { url, media_type, ..Enclosure::default() });
        }
        let url = self.address(value)?;
        let told = value.get("mime_type").and_then(Value::as_str).filter(|t| t.contains('/'));
        let media_type = told.or_else(|| media::media_type(&url)).map(str::to_owned);
        let length = value.get("filesize").and_then(|size| Number::deserialize(size).ok());
        Ok(Enclosure {
            url,
            media_type,
            length: length.and_then(Number::positive),
            ..Enclosure::default()
        })
    }

    fn media(&self, id: u64) -> Result<&Media, Unfit> {
        self.collections.media(id).ok_or(Unfit::Number)
    }
}

/// A number of a file, which some versions of ACF give as text.
fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())
}
