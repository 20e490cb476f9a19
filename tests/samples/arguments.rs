//! The library's options for a sample's arguments: what the command line does, said once more.

use crate::folder::Folder;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use wp2feed::{
    Canonical, Collection, ContentMode, FeaturedImage, FeedUrl, HtmlStep, IdMap, Options,
};
use wp2feed::{Order, Pages, Podcast, Site};

/// The options that the program would make of `site.json` and `wp2feed.toml`.
pub(crate) fn options(folder: &Folder) -> Result<Options, String> {
    let mut options = Options::default();
    if folder.has("site.json") {
        options.site = Site::from_json(&folder.read("site.json")?).map_err(|e| e.to_string())?;
    }
    for argument in &folder.arguments {
        match argument.as_str() {
            "--podcast" => _ = podcast(&mut options),
            "--podcast-block" => podcast(&mut options).block = true,
            "--podcast-complete" => podcast(&mut options).complete = true,
            "--pretty" => options.pretty = true,
            "--strip-footer" => options.html = options.html.with(HtmlStep::Footer),
            "--content-text" => options.content_text = true,
            "--rewrite-media" => options.rewrite_media = true,
            "--include-protected" => options.include_protected = true,
            _ => {
                let (name, value) =
                    argument.split_once('=').ok_or_else(|| format!("{argument} has no value"))?;
                if name == "--ids" {
                    let map = IdMap::from_json(&folder.read(value)?);
                    options.ids = map.map_err(|e| e.to_string())?;
                    continue;
                }
                set(&mut options, name, value)
                    .ok_or_else(|| format!("unknown argument {name} {value}"))?;
            }
        }
    }
    Ok(options)
}

/// The collections that the arguments name.
pub(crate) fn collections(folder: &Folder) -> impl Iterator<Item = (Collection, &str)> {
    let arguments = folder.arguments.iter().filter_map(|argument| argument.split_once('='));
    arguments.filter_map(|(name, file)| Some((kind(name)?, file)))
}

fn kind(name: &str) -> Option<Collection> {
    match name {
        "--users" => Some(Collection::Users),
        "--terms" => Some(Collection::Terms),
        "--media" => Some(Collection::Media),
        "--comments" => Some(Collection::Comments),
        "--posts" => Some(Collection::Posts),
        _ => None,
    }
}

fn podcast(options: &mut Options) -> &mut Podcast {
    options.podcast.get_or_insert_default()
}

/// Sets what an argument about a podcast names.
fn set_podcast(podcast: &mut Podcast, name: &str, value: &str) -> Option<()> {
    let text = || Some(value.to_owned());
    match name {
        "image" => podcast.image = text(),
        "category" => podcast.categories.push(value.parse().ok()?),
        "explicit" => podcast.explicit = Some(value.parse().ok()?),
        "author" => podcast.author = text(),
        "owner" => podcast.owner = Some(value.parse().ok()?),
        "type" => podcast.kind = Some(value.parse().ok()?),
        "title" => podcast.title = text(),
        "new-feed-url" => podcast.new_feed_url = text(),
        _ => return None,
    }
    Some(())
}

/// Sets what an argument names; `None` is an argument that is not known here.
fn set(options: &mut Options, name: &str, value: &str) -> Option<()> {
    if let Some(name) = name.strip_prefix("--podcast-") {
        return set_podcast(podcast(options), name, value);
    }
    let text = || Some(value.to_owned());
    let Options { site, filter, .. } = options;
    match name {
        "--title" => site.title = text(),
        "--description" => site.description = text(),
        "--home" => site.home = text(),
        "--language" => site.language = text(),
        "--author" => site.author = text(),
        "--icon" => site.icon = text(),
        "--copyright" => site.copyright = text(),
        "--hub" => site.hubs.extend(text()),
        "--feed-url" => options.feed_url = text().map(FeedUrl::Whole),
        "--feed-of" => options.feed_of = Some(value.parse().ok()?),
        "--since" => filter.since = Some(moment(value)?),
        "--until" => filter.until = Some(moment(value)?),
        "--category" => filter.categories.extend(text()),
        "--tag" => filter.tags.extend(text()),
        "--author-is" => filter.authors.extend(text()),
        "--type" => filter.types.extend(value.split(',').map(str::to_owned)),
        "--taxonomy" => options.taxonomies.extend(text()),
        "--limit" => options.limit = Some(value.parse().ok()?),
        "--max-bytes" => options.max_bytes = Some(value.parse().ok()?),
        "--rewrite" => options.rewrites.push(value.parse().ok()?),
        "--featured-image" => {
            let prepend = (value == "prepend").then_some(FeaturedImage::Prepend);
            options.featured_image = prepend?;
        }
        "--map" => options.fields.push(value.parse().ok()?),
        "--order" => options.order = order(value)?,
        "--canonical" => options.canonical = Some(canonical(value)?),
        "--content" => options.content = content(value)?,
        "--excerpt-length" => options.excerpt_length = Some(value.parse().ok()?),
        "--html" => options.html = value.parse().ok()?,
        "--more" => options.more = text(),
        "--page" => options.pages = if value == "first" { Pages::First } else { Pages::All },
        _ => {
            kind(name)?;
        }
    }
    Some(())
}

fn moment(text: &str) -> Option<DateTime<Utc>> {
    let day = text.parse::<NaiveDate>().ok().map(|day| day.and_time(NaiveTime::MIN).and_utc());
    day.or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc()))
}

fn order(word: &str) -> Option<Order> {
    match word {
        "published" => Some(Order::Published),
        "modified" => Some(Order::Modified),
        "input" => Some(Order::Input),
        _ => None,
    }
}

fn content(word: &str) -> Option<ContentMode> {
    match word {
        "full" => Some(ContentMode::Full),
        "summary" => Some(ContentMode::Summary),
        "none" => Some(ContentMode::None),
        _ => None,
    }
}

fn canonical(word: &str) -> Option<Canonical> {
    match word {
        "yoast" => Some(Canonical::Yoast),
        "aioseo" => Some(Canonical::Aioseo),
        _ => None,
    }
}
