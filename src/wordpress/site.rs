//! The site: what the REST index (`/wp-json/`) tells, and what the caller adds.

use crate::error::Result;

/// What is known of a site. Every field may be absent; text is plain, not HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The site's name (`name`).
    pub title: Option<String>,
    /// The tagline (`description`).
    pub description: Option<String>,
    /// The site's address without a slash at its end (`home`).
    pub home: Option<String>,
    /// The language as a BCP 47 tag; not in REST.
    pub language: Option<String>,
    /// The name that stands in for an author who is not known; not in REST.
    pub author: Option<String>,
    /// The address of the site's icon (`site_icon_url`).
    pub icon: Option<String>,
    /// The copyright notice; not in REST.
    pub copyright: Option<String>,
    /// The addresses of WebSub hubs; not in REST.
    pub hubs: Vec<String>,
    /// The time zone's name (`timezone_string`), as `America/New_York`.
    pub time_zone: Option<String>,
    /// The offset from UTC in seconds (`gmt_offset`), for a site without a named zone.
    pub gmt_offset: Option<i32>,
}

impl Site {
    /// Reads the REST index of a site, the document at `/wp-json/`.
    ///
    /// # Errors
    /// If the bytes are no JSON, or not a site's index.
    pub fn from_json(_bytes: &[u8]) -> Result<Site> {
        todo!()
    }
}
