//! What is known of the site that the posts come from.

/// What is known of a site. Every field may be absent; text is plain, not HTML.
///
/// [`Site::from_json`] fills it from the REST index; what a caller knows better is set over it.
///
/// ```
/// let index = br#"{"name":"Harbour &amp; Tide","home":"https://harbour.example","gmt_offset":-5,
///     "timezone_string":"America/New_York","namespaces":["wp/v2"]}"#;
/// let site = wp2feed::Site { language: Some("en-US".into()), ..wp2feed::Site::from_json(index)? };
/// assert_eq!(site.title.as_deref(), Some("Harbour & Tide"));
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The site's name (`name`).
    pub title: Option<String>,
    /// The tagline (`description`).
    pub description: Option<String>,
    /// The site's address without a slash at its end (`home`).
    pub home: Option<String>,
    /// The language as a BCP 47 tag; in the settings alone (`language`).
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
    /// Whether the site is not open to the public (`is_private`, `is_coming_soon` of WordPress.com); its
    /// posts are then treated as locked.
    pub private: bool,
}

impl Site {
    /// What this tells, and of the rest what another tells: the index tells the address, the settings the
    /// language.
    ///
    /// ```
    /// use wp2feed::Site;
    ///
    /// let index = Site { home: Some("https://example.org".into()), ..Site::default() };
    /// let settings = Site { language: Some("de-DE".into()), ..Site::default() };
    /// let site = index.or(settings);
    /// assert_eq!((site.home.is_some(), site.language.is_some()), (true, true));
    /// ```
    #[must_use]
    pub fn or(self, other: Site) -> Site {
        let of_this = self.time_zone.is_some() || self.gmt_offset.is_some();
        let (time_zone, gmt_offset) = match of_this {
            true => (self.time_zone, self.gmt_offset),
            false => (other.time_zone, other.gmt_offset),
        };
        Site {
            title: self.title.or(other.title),
            description: self.description.or(other.description),
            home: self.home.or(other.home),
            language: self.language.or(other.language),
            author: self.author.or(other.author),
            icon: self.icon.or(other.icon),
            copyright: self.copyright.or(other.copyright),
            hubs: if self.hubs.is_empty() { other.hubs } else { self.hubs },
            time_zone,
            gmt_offset,
            private: self.private || other.private,
        }
    }
}
