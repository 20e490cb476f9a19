//! What depends on several arguments: where the posts come from, where each feed goes, and under
//! which address it will be found. Everything is refused here, before anything is read.

use super::args::{Args, ChoiceArgs, OutputArgs, SiteArgs, TextArgs};
use super::exit::Failure;
use super::input::Input;
use super::output::Target;
use super::podcast::PodcastArgs;
use std::ffi::OsStr;
use std::mem;
use std::path::{Path, PathBuf};
use url::Url;
use wp2feed::{Collection, FeedUrl, Filter, Format, Html, HtmlStep, Options, Order};

/// What a conversion will do.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) source: Source,
    pub(super) outputs: Vec<(Format, Target)>,
    pub(super) out_dir: Option<PathBuf>,
}

/// What will be read, and how; the options still lack the site, the podcast and the old ids.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) inputs: Vec<Input>,
    pub(super) site_files: Vec<Input>,
    pub(super) collections: Vec<(Collection, Input)>,
    pub(super) site: SiteArgs,
    pub(super) podcast: PodcastArgs,
    pub(super) ids: Option<Input>,
    pub(super) options: Options,
    pub(super) feeds: Feeds,
    /// The folder from which on messages name documents.
    pub(super) named_from: PathBuf,
}

/// What holds where the inputs are feeds.
#[derive(Debug)]
pub(super) struct Feeds {
    /// Their format, where it is told.
    pub(super) from: Option<Format>,
    /// An argument that is about posts alone.
    of_posts: Option<&'static str>,
    order: Order,
    html: Html,
}

impl Feeds {
    /// The options for feeds, which stay as they are unless something else is asked for; or why it can't be
    /// done.
    pub(super) fn options(&self, options: Options) -> Result<Options, Failure> {
        if let Some(argument) = self.of_posts {
            let text = format!("{argument} is about posts, but the input is a feed");
            return Err(Failure::usage(text, "leave it out, or give the posts"));
        }
        Ok(Options { order: self.order, html: self.html, ..options })
    }
}

impl Source {
    /// All documents that will be read.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Input> + Clone {
        let collections = self.collections.iter().map(|(_, input)| input);
        self.inputs.iter().chain(&self.site_files).chain(collections).chain(&self.ids)
    }
}

impl Plan {
    /// Makes the plan, or says what is wrong with the arguments.
    pub(super) fn new(args: Args) -> Result<Plan, Failure> {
        let feeds = feeds(&args);
        let Args { inputs, output, mut site, collections, choice, text, podcast, .. } = args;
        let outputs = outputs(&output)?;
        let feed_url = match site.feed_url.take() {
            Some(base) if output.out_dir.is_some() => Some(FeedUrl::Base(base_of(base)?)),
            whole => whole.map(FeedUrl::Whole),
        };
        let site_files: Vec<_> = mem::take(&mut site.sites).into_iter().map(Input::from).collect();
        let collections = collections.documents().into_iter();
        let collections: Vec<_> =
            collections.map(|(kind, file)| (kind, Input::from(file))).collect();
        let (inputs, ids) = (inputs_of(inputs), choice.ids.clone().map(Input::from));
        // The site's own title is then in its file alone.
        let title = if choice.feed_of.is_some() { site.title.take() } else { None };
        let options = Options { feed_url, title, pretty: output.pretty, ..options(choice, text)? };
        let named_from = PathBuf::new();
        let source = Source {
            inputs,
            site_files,
            collections,
            site,
            podcast,
            ids,
            options,
            feeds,
            named_from,
        };
        refuse_unreadable(source.documents().chain(&source.podcast.file()), "wp2feed")?;
        Ok(Plan { source, outputs, out_dir: output.out_dir })
    }
}

/// What will hold if the inputs are feeds.
fn feeds(args: &Args) -> Feeds {
    let Args { site, collections, choice, text, podcast, .. } = args;
    let of_posts = [
        ("--site", !site.sites.is_empty()),
        ("a collection", collections.are_told()),
        ("--feed-of", choice.feed_of.is_some()),
        ("--type", !choice.types.is_empty()),
        ("--taxonomy", !choice.taxonomies.is_empty()),
        ("--canonical", choice.canonical.is_some()),
        ("--map", !choice.fields.is_empty()),
        ("--include-protected", choice.include_protected),
        ("--excerpt-length", text.excerpt_length.is_some()),
        ("--podcast", podcast.is_wanted()),
    ];
    let html = text.html.unwrap_or(Html::RAW);
    Feeds {
        from: args.from,
        of_posts: of_posts.iter().find(|(_, told)| *told).map(|(name, _)| *name),
        order: choice.order.unwrap_or(Order::Input),
        html: if text.strip_footer { html.with(HtmlStep::Footer) } else { html },
    }
}

/// Standard input if nothing is named.
fn inputs_of(named: Vec<PathBuf>) -> Vec<Input> {
    if named.is_empty() { vec![Input::Stdin] } else { named.into_iter().map(Input::from).collect() }
}

/// Standard input is never read twice, and nothing is fetched.
pub(super) fn refuse_unreadable<'a>(
    inputs: impl Iterator<Item = &'a Input> + Clone,
    command: &str,
) -> Result<(), Failure> {
    if let Some(url) = inputs.clone().find_map(Input::address) {
        let advice = format!("fetch it first: curl -s '{url}' | {command}");
        return Err(Failure::usage("an address is given where a file belongs", advice));
    }
    if inputs.filter(|input| **input == Input::Stdin).count() > 1 {
        let text = "standard input is asked for more than once, but can be read only once";
        return Err(Failure::usage(text, "save one of the documents to a file and name that"));
    }
    Ok(())
}

/// Each format with the place where its feed goes.
fn outputs(args: &OutputArgs) -> Result<Vec<(Format, Target)>, Failure> {
    let mut formats = args.to.clone();
    if formats.is_empty() {
        formats.push(args.output.as_deref().and_then(format_of).unwrap_or(Format::Rss));
    }
    formats.sort_by_key(|format| Format::ALL.iter().position(|known| known == format));
    formats.dedup();
    if let Some(dir) = &args.out_dir {
        let file = |format: Format| (format, Target::File(dir.join(format.file_name())));
        return Ok(formats.into_iter().map(file).collect());
    }
    match formats[..] {
        [format] => Ok(vec![(format, Target::from(args.output.clone()))]),
        _ => {
            let names: Vec<_> = formats.iter().map(|format| format.file_name()).collect();
            let text = format!("{} formats don't go into one file", formats.len());
            let advice = format!("give --out-dir DIR, which gets {}", names.join(" and "));
            Err(Failure::usage(text, advice))
        }
    }
}

/// The format that a file's name asks for: `.json`, `.atom`, an `atom` in the name, `.rss`, `.xml`.
pub(super) fn format_of(path: &Path) -> Option<Format> {
    let lower = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().to_lowercase();
    let (stem, ending) = (lower(path.file_stem()), lower(path.extension()));
    match ending.as_str() {
        "json" => Some(Format::JsonFeed),
        "rss" => Some(Format::Rss),
        "atom" => Some(Format::Atom),
        _ if stem.contains("atom") => Some(Format::Atom),
        "xml" => Some(Format::Rss),
        _ => None,
    }
}

/// The address of a folder, with its slash at the end.
fn base_of(mut base: String) -> Result<String, Failure> {
    let url = Url::parse(&base).ok();
    let plain = url.is_some_and(|url| url.query().is_none() && url.fragment().is_none());
    if !plain || Format::ALL.iter().any(|format| base.ends_with(&ending(*format))) {
        let text = "with --out-dir, --feed-url is the address of the folder, not of a feed";
        return Err(Failure::usage(text, "write it as https://example.org/feeds/"));
    }
    if !base.ends_with('/') {
        base.push('/');
    }
    Ok(base)
}

/// The ending of a format's customary file name, with its dot.
fn ending(format: Format) -> String {
    let name = Path::new(format.file_name());
    format!(".{}", name.extension().unwrap_or_default().to_string_lossy())
}

/// The part of the options that chooses posts, their order and what is made of their texts.
fn options(choice: ChoiceArgs, text: TextArgs) -> Result<Options, Failure> {
    if let (Some(since), Some(until)) = (choice.since, choice.until)
        && since >= until
    {
        let text = "no moment is at --since or later and before --until";
        return Err(Failure::usage(text, "give --until a date after that of --since"));
    }
    let html = text.html.unwrap_or_default();
    let html = if text.strip_footer { html.with(HtmlStep::Footer) } else { html };
    Ok(Options {
        feed_of: choice.feed_of,
        order: choice.order.unwrap_or_default(),
        limit: choice.limit,
        max_bytes: choice.max_bytes,
        content: text.content,
        excerpt_length: text.excerpt_length,
        content_text: text.content_text,
        html,
        pages: text.pages,
        more: text.more,
        featured_image: text.featured_image,
        rewrites: choice.rewrites,
        rewrite_media: choice.rewrite_media,
        taxonomies: choice.taxonomies,
        include_protected: choice.include_protected,
        canonical: choice.canonical,
        fields: choice.fields,
        filter: Filter {
            since: choice.since,
            until: choice.until,
            categories: choice.categories,
            tags: choice.tags,
            authors: choice.authors,
            types: choice.types,
        },
        ..Options::default()
    })
}
