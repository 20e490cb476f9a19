//! What a user gives to a conversion: everything that REST tells.

use serde_json::Value;
use wp2feed::model::Entry;
use wp2feed::{Collection, ContentMode, Converter, FeedUrl, Format, Html, HtmlStep, Options, Site};

/// What WordPress does to the HTML of its own feeds; all else of it is compared to the letter. What the
/// default set does besides is the promise of other tests.
const AS_IN_FEEDS: Html = Html::RAW.with(HtmlStep::Embeds);

/// The answers of REST about one site.
#[derive(Clone)]
pub(crate) struct Given {
    pub(crate) site: Site,
    /// A list of posts, or of comments.
    pub(crate) posts: Vec<u8>,
    pub(crate) collections: Vec<(Collection, Vec<u8>)>,
    /// Which feed it shall be, as `category:rope`; the site's own if nothing is said.
    pub(crate) of: Option<&'static str>,
    /// How many entries the feed has at the most.
    pub(crate) limit: Option<usize>,
}

impl Given {
    /// Converts the posts to a feed; the site's own stands at an address, which the others know.
    pub(crate) fn convert(&self, format: Format, content: ContentMode, url: &str) -> Vec<u8> {
        let options = Options {
            site: self.site.clone(),
            content,
            html: AS_IN_FEEDS,
            limit: self.limit,
            feed_of: self.of.map(|words| words.parse().expect("an archive")),
            feed_url: self.of.is_none().then(|| FeedUrl::Whole(url.to_owned())),
            ..Options::default()
        };
        let mut converter = Converter::new(&[format], options);
        for (kind, document) in &self.collections {
            converter.read_collection(*kind, None, &document[..]).expect("a collection");
        }
        converter.read(None, &self.posts[..]).expect("posts");
        let mut feed = Vec::new();
        let mut converted = converter.finish().expect("a feed");
        converted.write(format, &mut feed).expect("a feed");
        feed
    }

    /// The posts, parsed.
    pub(crate) fn posts(&self) -> Vec<Value> {
        serde_json::from_slice(&self.posts).expect("a list of posts")
    }

    /// The objects of a collection, parsed.
    pub(crate) fn list(&self, collection: Collection) -> Vec<Value> {
        let documents = self.collections.iter().filter(|(kind, _)| *kind == collection);
        let parse = |json: &[u8]| serde_json::from_slice::<Vec<Value>>(json).expect("a list");
        documents.flat_map(|(_, json)| parse(json)).collect()
    }

    /// As many entries as WordPress's feed has, not counting what REST does not tell: its feeds of comments
    /// have the newest ten.
    pub(crate) fn limited(self, format: Format, theirs: &[u8]) -> Given {
        let theirs = format.read(theirs).expect("a feed").entries;
        let told = self.posts();
        let told = |entry: &&Entry| told.iter().any(|c| c["link"].as_str() == entry.url.as_deref());
        Given { limit: Some(theirs.iter().filter(told).count()), ..self }
    }

    /// The same without collections.
    pub(crate) fn alone(&self) -> Given {
        Given { collections: Vec::new(), ..self.clone() }
    }
}
