//! What is known of the hosts of frames: the page of what a frame shows, and a picture of it.
//!
//! This table is the exception to the law that no address is written which was not in the HTML: from the
//! address of a frame, which often shows nothing outside of one, it makes that of the page for people. The
//! forms of addresses are those that the hosts give out for embedding, and their oEmbed providers, which
//! WordPress asks (`WP_oEmbed`).

use url::Url;

/// What is known of a frame by its address.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Known {
    /// What the host is called.
    pub(super) name: Option<&'static str>,
    /// The page for people; without one the frame's own address does.
    pub(super) page: Option<String>,
    pub(super) picture: Option<String>,
}

/// A host of frames.
struct Host {
    name: &'static str,
    /// The domains, with all that are below them.
    domains: &'static [&'static str],
    /// What the path begins with.
    path: &'static str,
    known: fn(&Url) -> Option<Place>,
}

/// A page, and a picture of what is on it.
type Place = (String, Option<String>);

const HOSTS: &[Host] = &[
    host("YouTube", &["youtube.com", "youtube-nocookie.com", "youtu.be"], youtube),
    host("Vimeo", &["vimeo.com"], vimeo),
    host("Dailymotion", &["dailymotion.com", "dai.ly"], dailymotion),
    host("Internet Archive", &["archive.org"], internet_archive),
    host("TED", &["ted.com"], |url| on_host(url, "www.ted.com")),
    host("VideoPress", &["videopress.com", "video.wordpress.com"], videopress),
    host("Twitch", &["twitch.tv"], twitch),
    host("Streamable", &["streamable.com"], |url| instead(url, "/e/", "/")),
    host("Facebook", &["facebook.com"], |url| asked(url, "href")),
    host("Instagram", &["instagram.com"], instagram),
    host("Spotify", &["open.spotify.com"], |url| instead(url, "/embed/", "/")),
    host("Spotify", &["podcasters.spotify.com", "anchor.fm"], |url| instead(url, "/embed/", "/")),
    host("SoundCloud", &["soundcloud.com"], soundcloud),
    host("Mixcloud", &["mixcloud.com"], mixcloud),
    host("Bandcamp", &["bandcamp.com"], |_| None),
    host("Apple Podcasts", &["embed.podcasts.apple.com"], |url| on_host(url, "podcasts.apple.com")),
    host("Apple Music", &["embed.music.apple.com"], |url| on_host(url, "music.apple.com")),
    Host { path: "/maps", ..host("Google Maps", &["google.com"], google_maps) },
    host("Google Maps", &["maps.google.com"], google_maps),
    host("OpenStreetMap", &["openstreetmap.org"], |_| None),
    host("CodePen", &["codepen.io"], codepen),
    host("Giphy", &["giphy.com"], |url| instead(url, "/embed/", "/gifs/")),
];

const fn host(
    name: &'static str,
    domains: &'static [&'static str],
    known: fn(&Url) -> Option<Place>,
) -> Host {
    Host { name, domains, path: "/", known }
}

/// Looks a frame's address up; an embedded post of WordPress may be on any host.
pub(super) fn known(url: &Url) -> Known {
    if let Some(page) = document(url) {
        return Known { page: Some(page), ..Known::default() };
    }
    let Some(host) = HOSTS.iter().find(|host| host.has(url)) else {
        // `wp_filter_oembed_result` puts the secret there.
        let embeds = url.fragment().is_some_and(|fragment| fragment.contains("secret="));
        return Known { page: embeds.then(|| embedded_post(url)), ..Known::default() };
    };
    let (page, picture) = (host.known)(url).unzip();
    Known { name: Some(host.name), page, picture: picture.flatten() }
}

impl Host {
    fn has(&self, url: &Url) -> bool {
        let name = url.host_str().unwrap_or_default();
        let of = |domain: &&str| {
            name.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
        };
        url.path().starts_with(self.path) && self.domains.iter().any(of)
    }
}

/// The document that a viewer shows, as those of "Embed Any Document" and EmbedPress are asked for one.
fn document(url: &Url) -> Option<String> {
    let field = match (url.host_str()?, url.path()) {
        ("docs.google.com", "/viewer" | "/gview") => "url",
        ("view.officeapps.live.com", _) => "src",
        _ => return None,
    };
    asked(url, field).map(|(page, _)| page)
}

/// The post's own address: `get_post_embed_url` puts `embed/` or `embed=true` behind it.
pub(super) fn embedded_post(url: &Url) -> String {
    let mut page = url.clone();
    page.set_fragment(None);
    let path = url.path();
    if let Some(path) = path.strip_suffix("embed/") {
        page.set_path(path);
    } else if let Some(path) = path.strip_suffix("/embed") {
        page.set_path(path);
    } else {
        without(&mut page, "embed");
    }
    page.into()
}

fn youtube(url: &Url) -> Option<Place> {
    let parts: Vec<&str> = url.path_segments()?.collect();
    let id = match parts[..] {
        ["embed", "videoseries", ..] => {
            let list = query(url, "list").filter(|list| is_id(list))?;
            return Some((format!("https://www.youtube.com/playlist?list={list}"), None));
        }
        ["embed", "live_stream", ..] => {
            let channel = query(url, "channel").filter(|channel| is_id(channel))?;
            return Some((format!("https://www.youtube.com/channel/{channel}/live"), None));
        }
        ["embed" | "v" | "e" | "shorts" | "live", id, ..] => id.to_owned(),
        ["watch"] => query(url, "v")?,
        [id] if url.host_str() == Some("youtu.be") => id.to_owned(),
        _ => return None,
    };
    // The oldest players put `&hl=en` behind the id, without a question mark.
    let id = id.split('&').next().filter(|id| is_id(id))?;
    let time = query(url, "start").filter(|time| is_number(time));
    let time = time.map_or_else(String::new, |time| format!("&t={time}s"));
    let page = format!("https://www.youtube.com/watch?v={id}{time}");
    Some((page, Some(format!("https://i.ytimg.com/vi/{id}/hqdefault.jpg"))))
}

/// A picture is known to those alone who ask for the film's record.
fn vimeo(url: &Url) -> Option<Place> {
    let id = segment_behind(url, "video").filter(|id| is_number(id))?;
    // Without this a film that is not listed is not shown.
    let hash = query(url, "h").filter(|hash| is_id(hash));
    let hash = hash.map_or_else(String::new, |hash| format!("/{hash}"));
    Some((format!("https://vimeo.com/{id}{hash}"), None))
}

fn dailymotion(url: &Url) -> Option<Place> {
    let id = query(url, "video").or_else(|| segment_behind(url, "video").map(str::to_owned));
    let id = id.filter(|id| is_id(id))?;
    let picture = format!("https://www.dailymotion.com/thumbnail/video/{id}");
    Some((format!("https://www.dailymotion.com/video/{id}"), Some(picture)))
}

fn internet_archive(url: &Url) -> Option<Place> {
    let id = segment_behind(url, "embed").filter(|id| is_id(&id.replace('.', "")))?;
    let picture = format!("https://archive.org/services/img/{id}");
    Some((format!("https://archive.org/details/{id}"), Some(picture)))
}

fn instagram(url: &Url) -> Option<Place> {
    let (page, _) = url.path().split_once("embed")?;
    let mut place = url.clone();
    place.set_path(page);
    place.set_query(None);
    Some((place.into(), None))
}

fn videopress(url: &Url) -> Option<Place> {
    let id = segment_behind(url, "embed").filter(|id| is_id(id))?;
    Some((format!("https://videopress.com/v/{id}"), None))
}

fn twitch(url: &Url) -> Option<Place> {
    let asks = |name| query(url, name).filter(|value| is_id(value));
    let page = match (asks("clip"), asks("video"), asks("channel")) {
        (Some(clip), ..) => format!("https://clips.twitch.tv/{clip}"),
        (_, Some(video), _) => {
            format!("https://www.twitch.tv/videos/{}", video.trim_start_matches('v'))
        }
        (.., Some(channel)) => format!("https://www.twitch.tv/{channel}"),
        _ => return None,
    };
    Some((page, None))
}

/// A player asks for a page, or for a record of the API, which is not for people; the player's own address
/// shows that.
fn soundcloud(url: &Url) -> Option<Place> {
    asked(url, "url").filter(|(page, _)| !page.contains("//api"))
}

fn mixcloud(url: &Url) -> Option<Place> {
    let feed = query(url, "feed")?;
    let page = Url::parse("https://www.mixcloud.com/").ok()?.join(&feed).ok()?;
    (page.host_str() == Some("www.mixcloud.com")).then(|| (page.into(), None))
}

/// What is embedded says that it wants a frame. The forms are those of the Maps Embed API and of "Share",
/// the pages those of Maps URLs.
fn google_maps(url: &Url) -> Option<Place> {
    if query(url, "output").is_some() {
        let mut page = url.clone();
        without(&mut page, "output");
        return Some((page.into(), None));
    }
    if let Some(id) = query(url, "mid").filter(|id| is_id(id)) {
        return Some((format!("https://www.google.com/maps/d/viewer?mid={id}"), None));
    }
    let middle = || query(url, "pb").and_then(|fields| middle_of_map(&fields));
    let place = query(url, "q").or_else(|| query(url, "center")).or_else(middle)?;
    let page = [("api", "1"), ("query", &place)];
    let page = Url::parse_with_params("https://www.google.com/maps/search/", page).ok()?;
    Some((page.into(), None))
}

/// Latitude and longitude, which are the numbers `3d` and `2d` of fields parted by exclamation marks.
fn middle_of_map(fields: &str) -> Option<String> {
    let number = |key| {
        let value = fields.split('!').find_map(|field| field.strip_prefix(key))?;
        value.parse::<f64>().ok().filter(|number| number.is_finite()).map(|_| value)
    };
    Some(format!("{},{}", number("3d")?, number("2d")?))
}

fn codepen(url: &Url) -> Option<Place> {
    let (page, _) = instead(url, "/embed/", "/pen/")?;
    Some((page.replacen("/pen/preview/", "/pen/", 1), None))
}

/// The same address on another host, without what a frame is told beside.
fn on_host(url: &Url, host: &str) -> Option<Place> {
    let mut page = url.clone();
    page.set_host(Some(host)).ok()?;
    page.set_query(None);
    Some((page.into(), None))
}

/// The same address with another part of a path, without what a frame is told beside.
fn instead(url: &Url, part: &str, other: &str) -> Option<Place> {
    let (before, after) = url.path().split_once(part)?;
    let mut page = url.clone();
    page.set_path(&format!("{before}{other}{after}"));
    page.set_query(None);
    Some((page.into(), None))
}

/// The address that a frame's address holds.
fn asked(url: &Url, name: &str) -> Option<Place> {
    let page = Url::parse(&query(url, name)?).ok()?;
    matches!(page.scheme(), "http" | "https").then(|| (page.into(), None))
}

/// What follows a part of the path.
fn segment_behind<'u>(url: &'u Url, part: &str) -> Option<&'u str> {
    let mut segments = url.path_segments()?;
    segments.find(|segment| *segment == part)?;
    segments.next()
}

fn query(url: &Url, name: &str) -> Option<String> {
    let value = url.query_pairs().find(|(key, _)| key == name)?.1;
    (!value.is_empty()).then(|| value.into_owned())
}

/// Takes a field out of the query, and leaves the others as they are.
fn without(url: &mut Url, name: &str) {
    let is_other = |field: &&str| field.split('=').next() != Some(name);
    let fields = url.query().unwrap_or_default().split('&');
    let others: Vec<&str> = fields.filter(is_other).collect();
    let others = others.join("&");
    url.set_query((!others.is_empty()).then_some(&others));
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_lead_to_pages() {
        for (frame, page) in [
            (
                "https://www.youtube.com/embed/dQ0example_2?feature=oembed",
                "https://www.youtube.com/watch?v=dQ0example_2",
            ),
            (
                "https://www.youtube-nocookie.com/embed/abc?start=90",
                "https://www.youtube.com/watch?v=abc&t=90s",
            ),
            ("http://youtu.be/abc?si=x", "https://www.youtube.com/watch?v=abc"),
            ("http://www.youtube.com/v/abc&hl=en&fs=1", "https://www.youtube.com/watch?v=abc"),
            (
                "https://www.youtube.com/embed/videoseries?list=PL1",
                "https://www.youtube.com/playlist?list=PL1",
            ),
            (
                "https://www.youtube.com/embed/live_stream?channel=UC1",
                "https://www.youtube.com/channel/UC1/live",
            ),
            ("https://player.vimeo.com/video/123?h=ab1&dnt=1", "https://vimeo.com/123/ab1"),
            (
                "https://geo.dailymotion.com/player/x1.html?video=x8",
                "https://www.dailymotion.com/video/x8",
            ),
            ("https://www.dailymotion.com/embed/video/x8", "https://www.dailymotion.com/video/x8"),
            ("https://archive.org/embed/a.b_c", "https://archive.org/details/a.b_c"),
            ("https://embed.ted.com/talks/someone", "https://www.ted.com/talks/someone"),
            ("https://video.wordpress.com/embed/AbC?hd=0", "https://videopress.com/v/AbC"),
            (
                "https://player.twitch.tv/?video=v12&parent=a.example",
                "https://www.twitch.tv/videos/12",
            ),
            (
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1&width=500",
                "https://www.facebook.com/a/posts/1",
            ),
            (
                "https://www.instagram.com/p/AbC/embed/captioned/",
                "https://www.instagram.com/p/AbC/",
            ),
            (
                "https://open.spotify.com/embed/track/1?utm_source=oembed",
                "https://open.spotify.com/track/1",
            ),
            (
                "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=ff5500",
                "https://soundcloud.com/a/b",
            ),
            (
                "https://www.mixcloud.com/widget/iframe/?hide_cover=1&feed=%2Fa%2Fb%2F",
                "https://www.mixcloud.com/a/b/",
            ),
            (
                "https://embed.podcasts.apple.com/us/podcast/x/id1?itsct=y",
                "https://podcasts.apple.com/us/podcast/x/id1",
            ),
            (
                "https://maps.google.com/maps?q=Falmouth&t=&z=13&output=embed",
                "https://maps.google.com/maps?q=Falmouth&t=&z=13",
            ),
            (
                "https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2483.5!2d-5.06!3d50.15!2m3!1f0",
                "https://www.google.com/maps/search/?api=1&query=50.15%2C-5.06",
            ),
            (
                "https://www.google.com/maps/embed/v1/place?key=K&q=Quay+1",
                "https://www.google.com/maps/search/?api=1&query=Quay+1",
            ),
            (
                "https://www.google.com/maps/d/u/0/embed?mid=1aB",
                "https://www.google.com/maps/d/viewer?mid=1aB",
            ),
            (
                "https://codepen.io/a/embed/preview/xYz?default-tab=result",
                "https://codepen.io/a/pen/xYz",
            ),
            (
                "https://harbour.example/2024/05/dinghy/embed/#?secret=a",
                "https://harbour.example/2024/05/dinghy/",
            ),
            (
                "https://docs.google.com/viewer?url=https%3A%2F%2Fh.example%2Fa%20b.pdf&embedded=true",
                "https://h.example/a%20b.pdf",
            ),
            (
                "https://view.officeapps.live.com/op/embed.aspx?src=https%3A%2F%2Fh.example%2Fa.docx",
                "https://h.example/a.docx",
            ),
            ("https://harbour.example/?p=3&embed=true#?secret=a", "https://harbour.example/?p=3"),
        ] {
            assert_eq!(known(&Url::parse(frame).unwrap()).page.as_deref(), Some(page), "{frame}");
        }
    }

    #[test]
    fn what_is_not_known_stays() {
        for frame in [
            "https://www.youtube.com/embed/a%22b",
            "https://notyoutube.com/embed/abc",
            "https://www.google.com/calendar/embed?src=a",
            "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
            "https://www.facebook.com/plugins/post.php?href=javascript:alert(1)",
            "https://www.mixcloud.com/widget/iframe/?feed=//evil.example/",
            "https://map.example/embed?lat=50.1",
        ] {
            assert_eq!(known(&Url::parse(frame).unwrap()).page, None, "{frame}");
        }
    }
}
