//! "The post … appeared first on …", which plugins for search engines put at the end of feeds, and which
//! stays in posts that were imported from such feeds.
//!
//! Yoast SEO (`rssafter`, with `%%POSTLINK%%` and `%%BLOGLINK%%`) and those after it write it in the site's
//! language, in the order of that language. It is known by its shape alone: a last paragraph of few words
//! with two links, one of which is the post's title and leads to the post, and the other to the site.

use crate::content::attribute;
use crate::content::page::Page;
use crate::text::html;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use std::cell::RefCell;
use url::Url;

/// How many bytes the paragraph may have, and how many letters outside of its links.
const BYTES: usize = 2000;
const LETTERS: usize = 60;

/// The elements that may be in it.
const WITHIN: [&str; 9] = ["p", "a", "em", "strong", "i", "b", "small", "span", "br"];

/// A link: where it leads, and what it says.
struct Link {
    address: String,
    words: String,
}

/// Takes the footer off a text, with what stands there for it alone. Gives it too, as it reads.
pub(in crate::content) fn remove(
    html: &str,
    title: &str,
    page: &Page<'_>,
) -> Option<(String, String)> {
    let mut rest = html;
    let mut footer = None;
    // Two plugins may each have put one.
    while let Some(start) = paragraph(rest).filter(|start| is_footer(&rest[*start..], title, page))
    {
        footer.get_or_insert_with(|| html::strip_tags(rest[start..].trim_ascii_end()).into_owned());
        rest = &rest[..start];
    }
    Some((rest.to_owned(), footer?))
}

/// Takes the footer off a summary that was made of the text, tags stripped.
pub(in crate::content) fn remove_words(summary: &str, footer: &str) -> Option<String> {
    let rest = summary.trim_ascii_end().strip_suffix(footer)?;
    Some(rest.trim_ascii_end().to_owned())
}

/// Where the last paragraph begins, if it is the last of the text and short.
fn paragraph(html: &str) -> Option<usize> {
    let inner = html.trim_ascii_end().strip_suffix("</p>")?;
    let start = inner.rfind("<p")?;
    let opens = inner[start + 2..].starts_with(['>', ' ']);
    (opens && inner.len() - start < BYTES).then_some(start)
}

fn is_footer(paragraph: &str, title: &str, page: &Page<'_>) -> bool {
    let Some(links) = links(paragraph) else { return false };
    let [one, other] = &links[..] else { return false };
    let [all, first, second, title] =
        [&html::strip_tags(paragraph), one.words.as_str(), &other.words, title].map(letters);
    let few = all.chars().count() <= LETTERS + first.chars().count() + second.chars().count();
    let leads = |to_post: &Link, to_home: &Link, words: &str| {
        words == title && is_post(&to_post.address, page) && is_home(&to_home.address, page)
    };
    !title.is_empty() && few && (leads(one, other, &first) || leads(other, one, &second))
}

/// The links of a paragraph, if there is nothing else but words.
fn links(paragraph: &str) -> Option<Vec<Link>> {
    let links = RefCell::new(Vec::<Link>::new());
    let mut is_plain = true;
    let elements = element!("*", |element| {
        is_plain &= WITHIN.contains(&element.tag_name().as_str());
        if let Some(address) = attribute::get(element, "href") {
            links.borrow_mut().push(Link { address, words: String::new() });
        }
        Ok(())
    });
    let words = text!("a", |chunk| {
        if let Some(link) = links.borrow_mut().last_mut() {
            link.words.push_str(chunk.as_str());
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(elements)
        .append_element_content_handler(words);
    rewrite_str(paragraph, settings).ok()?;
    is_plain.then(|| links.into_inner())
}

/// The letters and digits of a text, which are the same however its quotes and dashes are written.
fn letters(html: impl AsRef<str>) -> String {
    html::decode(html.as_ref()).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Tells whether an address is that of the post, but for the scheme and what counts visitors.
fn is_post(address: &str, page: &Page<'_>) -> bool {
    let Some((post, url)) = on_site(address, page) else { return false };
    let counts = || url.query_pairs().all(|(name, _)| name.starts_with("utm_"));
    path(post) == path(&url) && (post.query() == url.query() || post.query().is_none() && counts())
}

/// Tells whether an address is one of a folder of the post's site that the post is in.
fn is_home(address: &str, page: &Page<'_>) -> bool {
    let Some((post, url)) = on_site(address, page) else { return false };
    let below = path(post).strip_prefix(path(&url));
    let counts = url.query_pairs().all(|(name, _)| name.starts_with("utm_"));
    let is_folder = below.is_some_and(|below| below.starts_with('/') || post.query().is_some());
    counts && is_folder
}

/// The addresses of the post and of a link, if they have one host.
fn on_site<'p>(address: &str, page: &'p Page<'_>) -> Option<(&'p Url, Url)> {
    let post = page.url()?;
    let url = post.join(address).ok()?;
    (post.host_str() == url.host_str()).then_some((post, url))
}

fn path(url: &Url) -> &str {
    url.path().trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Html;

    const POST: &str = "https://example.org/blog/2024/tea/";
    const TITLE: &str = "Tea “today” & tomorrow";

    fn removed(html: &str) -> Option<(String, String)> {
        remove(html, TITLE, &Page::new(Html::FAITHFUL, Some(POST)))
    }

    #[track_caller]
    fn goes(footer: &str) {
        let html = format!("<p>One.</p>\n{footer}\n");
        assert_eq!(
            removed(&html).map(|(rest, _)| rest).as_deref(),
            Some("<p>One.</p>\n"),
            "{footer}"
        );
        assert!(removed("<p>One.</p>\n").is_none());
    }

    #[test]
    fn the_footer_goes_in_any_language() {
        goes(
            "<p>The post <a rel=\"nofollow\" href=\"https://example.org/blog/2024/tea/\">Tea &#8220;today&#8221; \
             &#038; tomorrow</a> appeared first on <a rel=\"nofollow\" href=\"https://example.org/blog\">Tea</a>.</p>",
        );
        goes(
            "<p class=\"rss\">Der Beitrag <a href='/blog/2024/tea'>Tea &quot;today&quot; &amp; tomorrow</a> \
             erschien zuerst auf <a href='https://example.org/'>Tea</a>.</p>",
        );
        goes(
            "<p><a href=\"http://example.org/blog/\">茶</a>最先出现在<a \
             href=\"http://example.org/blog/2024/tea/?utm_source=rss\">Tea “today” &#038; tomorrow</a>。</p>",
        );
    }

    #[test]
    fn sentences_stay() {
        let link = "<a href=\"https://example.org/blog/2024/tea/\">Tea today &amp; tomorrow</a>";
        let home = "<a href=\"https://example.org/blog/\">Tea</a>";
        for html in [
            format!("<p>See {link}.</p>"),
            format!("<p>{link} and {home} and {home}</p>"),
            format!("<p>{link} {home}</p><p>The end.</p>"),
            format!("<p>{link} {home} <img src=\"a.png\"></p>"),
            format!(
                "<p>{link} is what we wrote at first, but since then so much has happened that {home} looks back.</p>"
            ),
            format!("<p>This is <a href=\"{POST}\">this post</a> on {home}.</p>"),
            format!("<p>{link} on <a href=\"https://other.example/\">another site</a></p>"),
            format!("<p>{link} on <a href=\"https://example.org/blog/2023/\">last year</a></p>"),
        ] {
            assert_eq!(removed(&html), None, "{html}");
        }
    }

    #[test]
    fn a_summary_without_tags_loses_the_words() {
        let html = "<p>One.</p><p>The post <a href=\"/blog/2024/tea/\">Tea today &#038; tomorrow</a> appeared \
            first on <a href=\"/blog/\">Tea</a>.</p>";
        let (_, footer) = removed(html).expect("a footer");
        let summary = "One. The post Tea today &#038; tomorrow appeared first on Tea.";
        assert_eq!(remove_words(summary, &footer).as_deref(), Some("One."));
        assert_eq!(remove_words("One. The post", &footer), None);
    }
}
