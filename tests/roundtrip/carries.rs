//! What each format carries of a feed, loss by loss.

use wp2feed::Format;
use wp2feed::model::{
    Category, Comments, Enclosure, Entry, Extension, Feed, Image, Person, Rendition,
};

/// The id of what has neither an id nor an address.
const NO_ID: &str = "urn:uuid:00000000-0000-0000-0000-000000000000";

/// Reduces a feed to what the format carries. `read` is what was read: the words of a title that the
/// writer made up are taken from it.
pub(crate) fn reduced(format: Format, feed: &Feed, read: &Feed) -> Feed {
    match format {
        Format::Rss => rss(feed),
        Format::Atom => atom(feed, read),
        Format::JsonFeed => json(feed),
    }
}

/// The vocabularies of formats that others know nothing of.
const OF_RSS: &str = "https://www.rssboard.org/rss-specification";
const OF_JSON: &str = "https://www.jsonfeed.org/version/1.1/";

/// Leaves out what another format has of its own, or, for JSON Feed, all that is not.
fn without(feed: &mut Feed, is_foreign: impl Fn(&Extension) -> bool) {
    feed.extensions.retain(|extension| !is_foreign(extension));
    for entry in &mut feed.entries {
        entry.extensions.retain(|extension| !is_foreign(extension));
    }
}

fn rss(feed: &Feed) -> Feed {
    let mut feed = xml(feed);
    without(&mut feed, |extension| extension.namespace == OF_JSON);
    // The rss crate trims every text.
    each_text(&mut feed, |text| *text = text.trim().to_owned());
    feed.id = None; // RSS has no id of a channel.
    feed.home_page_url = feed.home_page_url.or_else(|| feed.feed_url.clone()); // A channel must have a link,
    let title = Some(feed.title.clone()).filter(|title| !title.is_empty());
    feed.subtitle = feed.subtitle.or(title); // and a description.
    feed.authors = names(&feed.authors);
    feed.categories.iter_mut().for_each(rss_category);
    feed.extensions = extensions(&feed.extensions, str::to_owned);
    feed.entries.iter_mut().for_each(rss_entry);
    feed
}

fn rss_entry(entry: &mut Entry) {
    entry.authors = names(&entry.authors);
    entry.categories.iter_mut().for_each(rss_category);
    let cover = entry.extensions.extract_if(.., |e| is_itunes(e, "image")).next();
    entry.image = entry.image.take().map(|image| rss_image(image, &entry.enclosures));
    if let Some(cover) = cover {
        entry.image = Some(covered(entry.image.take(), &cover));
    }
    // One enclosure alone; the first sound or film is the one that people want.
    let main = entry.enclosures.iter().position(is_played).unwrap_or(0);
    entry.enclosures = entry.enclosures.drain(..).skip(main).take(1).collect();
    for file in &mut entry.enclosures {
        file.length = file.length.filter(|length| *length > 0); // 0 stands for an unknown one.
        file.title = None; // RSS has no name for a file.
    }
    entry.comments = entry.comments.take().and_then(|comments| {
        some_comments(Comments { atom_url: None, ..comments }) // The Atom feed of the comments.
    });
    entry.in_reply_to = None; // WordPress's RSS has no place for it either.
    entry.extensions = extensions(&entry.extensions, str::to_owned);
}

/// Beside a sound or film there is no `media:content`, but `itunes:image` and `media:thumbnail`.
fn rss_image(image: Image, files: &[Enclosure]) -> Image {
    if !files.iter().any(is_played) {
        return media(image);
    }
    match image.thumbnail {
        None => Image { full: thumbnail(image.full), ..Image::default() },
        Some(small) => Image {
            full: Rendition { url: image.full.url, ..Rendition::default() },
            thumbnail: Some(thumbnail(small)),
            alt: None,
        },
    }
}

/// An episode's own `itunes:image` is read as the picture, beside which the other one is small.
fn covered(image: Option<Image>, cover: &Extension) -> Image {
    let url =
        cover.attributes.iter().find(|(name, _)| name == "href").expect("an address").1.clone();
    let small = image.map(|image| image.thumbnail.unwrap_or(image.full));
    let full = Rendition { url, ..Rendition::default() };
    Image { full, thumbnail: small.map(thumbnail), alt: None }
}

fn is_itunes(extension: &Extension, name: &str) -> bool {
    extension.namespace == "http://www.itunes.com/dtds/podcast-1.0.dtd" && extension.name == name
}

fn atom(feed: &Feed, read: &Feed) -> Feed {
    let mut feed = xml(feed);
    without(&mut feed, |extension| matches!(extension.namespace.as_str(), OF_RSS | OF_JSON));
    let home = feed
        .home_page_url
        .as_ref()
        .map(|home| format!("{}/feed/atom/", home.trim_end_matches('/')));
    let id = feed.id.or_else(|| feed.feed_url.clone()).or(home);
    feed.id = Some(id.unwrap_or_else(|| NO_ID.to_owned())); // Atom requires an id.
    // Atom requires a date, and the newest of the entries stands in.
    let newest = feed.entries.iter().filter_map(|entry| entry.updated.or(entry.published)).max();
    feed.updated = without_epoch(feed.updated.or(newest));
    let anonymous = feed.entries.iter().any(|entry| entry.authors.is_empty());
    if feed.authors.is_empty() && anonymous {
        // Atom requires an author: the feed signs what nobody signed.
        let title = Some(&feed.title).filter(|title| !blank(title));
        feed.authors = title.or(feed.id.as_ref()).map(Person::named).into_iter().collect();
    }
    feed.authors.iter_mut().for_each(without_avatar);
    feed.categories.iter_mut().for_each(atom_category);
    feed.extensions = extensions(&feed.extensions, local);
    for (entry, read) in feed.entries.iter_mut().zip(&read.entries) {
        atom_entry(entry, read);
    }
    feed
}

fn atom_entry(entry: &mut Entry, read: &Entry) {
    identify(entry);
    if entry.title.is_none() {
        // Atom requires a title; its words are another test's matter.
        assert!(read.title.as_ref().is_some_and(|title| !blank(title)), "a title made up");
        entry.title = read.title.clone();
    }
    entry.updated = without_epoch(entry.updated.or(entry.published)); // Atom requires a date.
    entry.authors.iter_mut().for_each(without_avatar);
    entry.enclosures.iter_mut().for_each(|file| file.duration = None); // Links have no duration.
    let played = entry.enclosures.iter().any(is_played);
    entry.image = entry.image.take().map(|image| match played {
        // Beside a sound or film there is no `media:content`.
        true => {
            Image { full: thumbnail(image.thumbnail.unwrap_or(image.full)), ..Image::default() }
        }
        false => media(image),
    });
    entry.comments = entry.comments.take().and_then(|comments| {
        some_comments(Comments { rss_url: None, ..comments }) // The RSS feed of the comments.
    });
    entry.categories.iter_mut().for_each(atom_category);
    entry.extensions = extensions(&entry.extensions, local);
}

fn json(feed: &Feed) -> Feed {
    let mut feed = without_empty(feed.clone());
    // JSON Feed 1.1 has no members for these.
    feed.id = None;
    feed.alternates.clear();
    feed.categories.clear();
    feed.rights = None;
    feed.generator = None;
    feed.updated = None;
    feed.authors.iter_mut().for_each(|author| author.email = None); // Atom alone has it.
    without(&mut feed, |extension| extension.namespace != OF_JSON);
    feed.entries.iter_mut().for_each(json_entry);
    feed
}

fn json_entry(entry: &mut Entry) {
    identify(entry);
    entry.content = entry.content.take().or_else(|| entry.summary.clone()); // A content is required.
    if entry.content.is_none() {
        // Plain text alone is read as all there is, and that is HTML.
        entry.content = entry.text.take().map(|text| htmlize::escape_text(text).into_owned());
    }
    let plain = entry.summary.as_deref().map(plain).filter(|text| !blank(text));
    entry.summary = plain.map(|text| htmlize::escape_text(text).into_owned()); // Plain text alone.
    for category in &mut entry.categories {
        *category = Category { term: std::mem::take(&mut category.term), ..Category::default() };
    }
    entry.authors.iter_mut().for_each(|author| author.email = None); // Atom alone has it.
    let address = |image: Image| Rendition { url: image.full.url, ..Rendition::default() };
    entry.image =
        entry.image.take().map(|image| Image { full: address(image), ..Image::default() });
    entry.comments = None; // JSON Feed has no members for these.
    entry.in_reply_to = None;
}

/// What both XML formats lose: characters that XML 1.0 forbids, and what has nothing to see in it.
fn xml(feed: &Feed) -> Feed {
    let mut feed = feed.clone();
    each_text(&mut feed, |text| text.retain(|c| !is_forbidden(c)));
    each_attribute(&mut feed, |text| text.retain(|c| !is_forbidden(c)));
    feed.entries.iter_mut().for_each(|entry| entry.text = None); // JSON Feed alone has it.
    without_empty(feed)
}

/// Tells whether there is nothing to see in a text.
fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_forbidden(c))
}

/// XML 1.0, section 2.2.
pub(crate) fn is_forbidden(c: char) -> bool {
    (c < ' ' && !"\t\n\r".contains(c)) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// Leaves out what is empty: it says nothing, and no format may have it.
fn without_empty(mut feed: Feed) -> Feed {
    let full = |text: &mut Option<String>| text.take_if(|text| blank(text));
    let Feed { id, subtitle, home_page_url, feed_url, language, rights, icon, generator, .. } =
        &mut feed;
    for text in [id, subtitle, home_page_url, feed_url, language, rights, icon, generator] {
        full(text);
    }
    feed.authors.retain(|author| !blank(&author.name));
    feed.categories.retain(|category| !blank(&category.term));
    feed.alternates.retain(|link| !blank(&link.url));
    feed.hubs.retain(|hub| !blank(hub));
    for entry in &mut feed.entries {
        let Entry { url, title, summary, content, text, .. } = entry;
        [url, title, summary, content, text].into_iter().for_each(|text| drop(full(text)));
        entry.in_reply_to.take_if(|answered| blank(&answered.id)); // It must have an id.
        entry.authors.retain(|author| !blank(&author.name));
        entry.categories.retain(|category| !blank(&category.term));
        entry.enclosures.retain(|file| !blank(&file.url));
        entry.image.iter_mut().for_each(|image| drop(full(&mut image.alt)));
        entry.id = Some(std::mem::take(&mut entry.id)).filter(|id| !blank(id)).unwrap_or_default();
    }
    feed
}

fn each_text(feed: &mut Feed, change: impl Fn(&mut String)) {
    let Feed { title, subtitle, rights, generator, .. } = feed;
    [subtitle, rights, generator].into_iter().flatten().chain([title]).for_each(&change);
    feed.authors.iter_mut().for_each(|author| change(&mut author.name));
    feed.categories.iter_mut().for_each(|category| change(&mut category.term));
    each_extension(&mut feed.extensions, &|extension| change(&mut extension.value));
    for entry in &mut feed.entries {
        let Entry { id, title, summary, content, authors, categories, image, .. } = entry;
        [title, summary, content].into_iter().flatten().chain([id]).for_each(&change);
        authors.iter_mut().for_each(|author| change(&mut author.name));
        categories.iter_mut().for_each(|category| change(&mut category.term));
        image.iter_mut().filter_map(|image| image.alt.as_mut()).for_each(&change);
        each_extension(&mut entry.extensions, &|extension| change(&mut extension.value));
    }
}

fn each_attribute(feed: &mut Feed, change: impl Fn(&mut String)) {
    let answered = feed.entries.iter_mut().filter_map(|entry| entry.in_reply_to.as_mut());
    answered.for_each(|answered| change(&mut answered.id));
    let change = |extension: &mut Extension| {
        extension.attributes.iter_mut().for_each(|(_, value)| change(value));
    };
    let all = feed.entries.iter_mut().map(|entry| &mut entry.extensions);
    all.chain([&mut feed.extensions]).for_each(|all| each_extension(all, &change));
}

fn each_extension(all: &mut [Extension], change: &dyn Fn(&mut Extension)) {
    for extension in all {
        change(extension);
        each_extension(&mut extension.children, change);
    }
}

fn identify(entry: &mut Entry) {
    if entry.id.is_empty() {
        entry.id = entry.url.clone().unwrap_or_else(|| NO_ID.to_owned()); // An id is required.
    }
}

/// RSS has the names of people alone.
fn names(people: &[Person]) -> Vec<Person> {
    people.iter().map(|person| Person::named(&person.name)).collect()
}

/// JSON Feed alone has pictures of people.
fn without_avatar(person: &mut Person) {
    person.avatar = None;
}

/// Atom alone has an IRI for a taxonomy, and a key beside the name.
fn rss_category(category: &mut Category) {
    category.scheme = None;
    category.key = None;
}

/// RSS alone has a domain.
fn atom_category(category: &mut Category) {
    category.domain = None;
}

/// The epoch stands for an unknown date in Atom.
fn without_epoch(
    date: Option<chrono::DateTime<chrono::Utc>>,
) -> Option<chrono::DateTime<chrono::Utc>> {
    date.filter(|date| date.timestamp() != 0)
}

fn is_played(file: &Enclosure) -> bool {
    file.media_type.as_deref().is_some_and(|t| t.starts_with("audio/") || t.starts_with("video/"))
}

/// Media RSS has type and size of the full picture alone; both crates trim the text in an element of
/// another vocabulary.
fn media(image: Image) -> Image {
    Image {
        full: image.full,
        thumbnail: image.thumbnail.map(thumbnail),
        alt: image.alt.map(|alt| alt.trim().to_owned()),
    }
}

fn thumbnail(rendition: Rendition) -> Rendition {
    Rendition { media_type: None, length: None, ..rendition }
}

fn some_comments(comments: Comments) -> Option<Comments> {
    Some(comments).filter(|comments| *comments != Comments::default())
}

/// Both crates sort by prefix and name, sort attributes, and trim the text; an attribute that is there
/// twice is not XML. Of an element in another they forget the vocabulary: it is taken for the other's.
fn extensions(all: &[Extension], attribute: fn(&str) -> String) -> Vec<Extension> {
    let mut all = all.to_vec();
    for extension in &mut all {
        extension.value = extension.value.trim().to_owned();
        extension.attributes.sort_by(|a, b| a.0.cmp(&b.0));
        extension.attributes.dedup_by(|second, first| second.0 == first.0);
        extension.attributes.iter_mut().for_each(|(name, _)| *name = attribute(name));
        for child in &mut extension.children {
            child.prefix.clone_from(&extension.prefix);
            child.namespace.clone_from(&extension.namespace);
        }
        extension.children = extensions(&extension.children, attribute);
    }
    all.sort_by(|a, b| (&a.prefix, &a.name).cmp(&(&b.prefix, &b.name)));
    all
}

/// The atom_syndication crate forgets the prefix of an attribute.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

/// The text of the HTML that these tests have: every `<` begins a tag, and no tag is a block. Stripping
/// tags takes NUL with them, as PHP does.
fn plain(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    let text =
        parts.fold(first, |text, part| text + part.split_once('>').map_or("", |(_, text)| text));
    htmlize::unescape(text.replace('\0', "")).split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
