//! Comments that are WordPress's own, taken out of the text.
//!
//! They are the marks of its editors, of which `get_the_content` and `do_blocks` take most out themselves:
//! content.rendered keeps those at which a page or a teaser ends, and all where a plugin shows a text
//! without these functions. And they are what stands before the first player of a request up to 7.0, and what
//! TablePress puts behind a table.

use crate::content::edits::Edits;
use crate::options::{Html, HtmlStep};
use std::ops::Range;

/// A mark of WordPress's editors.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::content) enum Mark<'a> {
    /// The teaser ends here; with what the link to the rest shall say, as HTML.
    More(&'a str),
    /// A page of the post ends here.
    NextPage,
    /// One that nothing depends on: the bounds of a block, or the wish to hide the teaser.
    Other,
}

impl<'a> Mark<'a> {
    /// Tells which mark a comment is, by what `get_the_content`, `generate_postdata` and
    /// `WP_Block_Parser` look for; `None` is a comment of somebody's.
    pub(in crate::content) fn of(comment: &'a str) -> Option<Self> {
        match comment {
            "nextpage" => Some(Mark::NextPage),
            "noteaser" => Some(Mark::Other),
            _ if is_block(comment) => Some(Mark::Other),
            _ => comment.strip_prefix("more").filter(|text| !text.contains('\n')).map(Mark::More),
        }
    }
}

/// Tells whether what begins a comment may be a mark.
pub(in crate::content) fn may_begin(comment: &str) -> bool {
    let name = comment.trim_ascii_start();
    let name = name.strip_prefix('/').unwrap_or(name);
    name.starts_with("wp:")
        || ["more", "nextpage", "noteaser"].iter().any(|word| comment.starts_with(word))
}

/// Tells whether what begins a comment may be one that is there for a request alone.
pub(in crate::content) fn may_begin_shim(comment: &str) -> bool {
    comment.starts_with("[if lt IE 9]") || comment.starts_with(" #")
}

/// Tells whether a comment opens or closes a block: ` wp:image {"id":7} `, ` /wp:image `, ` wp:more /`.
fn is_block(comment: &str) -> bool {
    let inner = comment.trim_ascii_start();
    let name = inner.strip_prefix('/').unwrap_or(inner).strip_prefix("wp:");
    let named = name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    let ends = comment.ends_with(|c: char| c == '/' || c.is_ascii_whitespace());
    named && ends && inner.len() < comment.len()
}

/// What `wp_audio_shortcode`, `wp_video_shortcode` and `wp_playlist_scripts` put before the first player
/// of a request, for Internet Explorer 8.
const SHIMS: [&str; 2] = [
    "[if lt IE 9]><script>document.createElement('audio');</script><![endif]",
    "[if lt IE 9]><script>document.createElement('video');</script><![endif]",
];

/// How the comment ends that TablePress puts behind a table which it did not have to make anew
/// (`tablepress_cache_hit_comment`): ` #tablepress-7 from cache `.
const CACHED: &str = " from cache ";

/// Tells whether a comment is there for a request alone.
fn is_of_request(comment: &str) -> bool {
    SHIMS.contains(&comment) || comment.starts_with(" #") && comment.ends_with(CACHED)
}

/// The comments of a text that are to go.
pub(in crate::content) struct Comments {
    marks: bool,
    shims: bool,
    /// The start tag met last; what looks like one may be within another: `<input <p>`.
    tag: Range<usize>,
    found: Vec<Range<usize>>,
}

impl Comments {
    /// `None` for a text that has none which the steps are about.
    pub(in crate::content) fn in_text(html: &str, steps: Html) -> Option<Self> {
        const SIGNS: [&str; 4] = ["<!--more", "<!--nextpage-->", "<!--noteaser-->", "wp:"];
        let signed = || html.contains("<!--") && SIGNS.into_iter().any(|it| html.contains(it));
        let marks = steps.has(HtmlStep::Marks) && signed();
        let shimmed = || html.contains("<!--[if lt IE 9]>") || html.contains(" from cache -->");
        let shims = steps.has(HtmlStep::Stable) && shimmed();
        (marks || shims).then_some(Comments { marks, shims, tag: 0..0, found: Vec::new() })
    }

    /// Meets a start tag on the way to the next comment.
    pub(in crate::content) fn meet(&mut self, tag: Range<usize>) {
        self.tag = tag;
    }

    /// Looks at a comment of this text.
    pub(in crate::content) fn add(&mut self, html: &str, comment: &str, place: Range<usize>) {
        let is_mark = self.marks && Mark::of(comment).is_some();
        let is_found = is_mark || self.shims && is_of_request(comment);
        if is_found && !ends_within_a_tag(&html[..place.start], &self.tag) {
            self.found.push(place);
        }
    }

    /// Takes them out, with what is there for them alone.
    pub(in crate::content) fn remove(self, edits: &mut Edits<'_>) {
        let html = edits.html();
        let removable = |place: &Range<usize>| !parts(&html[..place.start]);
        let mut from = 0;
        for place in grouped(html, self.found.into_iter().filter(removable)) {
            // What is there for this one may be gone with the last.
            let gone = with_surroundings(html, place);
            edits.remove(gone.start.max(from)..gone.end);
            from = gone.end;
        }
    }
}

/// Tells whether a comment parts what would be a tag or a reference without it, as in `&am<!-- -->p;`.
fn parts(before: &str) -> bool {
    let last = before.rsplit(|c: char| c == '>' || c == ';' || c.is_ascii_whitespace()).next();
    last.is_some_and(|last| last.contains(['<', '&']))
}

/// Tells whether a text ends in what is a paragraph or a line break to the eye alone: `<input <p>`.
fn ends_within_a_tag(before: &str, tag: &Range<usize>) -> bool {
    let before = before.trim_ascii_end();
    let of_itself =
        |name: &str| before.ends_with(name) && *tag != (before.len() - name.len()..before.len());
    of_itself("<p>") || of_itself("<br />")
}

/// Marks that nothing but white space parts, as one.
fn grouped(html: &str, marks: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match groups.last_mut() {
            Some(last) if html[last.end..mark.start].trim_ascii().is_empty() => last.end = mark.end,
            _ => groups.push(mark),
        }
    }
    groups
}

/// A mark with what is there for it alone: the paragraph or the line break that `wpautop` made, or the
/// line on which nothing else stands.
fn with_surroundings(html: &str, mark: Range<usize>) -> Range<usize> {
    const BREAK: &str = "<br />\n";
    let Range { start, end } = mark.clone();
    let (before, after) = (&html[..start], &html[end..]);
    if html[..end].ends_with("<![endif]-->") {
        return start..html.len() - after.trim_ascii_start().len();
    }
    let begins_line = before.is_empty() || before.ends_with('\n');
    if let (Some(before), Some(after)) =
        (before.trim_ascii_end().strip_suffix("<p>"), after.trim_ascii_start().strip_prefix("</p>"))
    {
        let after = after.strip_prefix('\n').unwrap_or(after);
        return before.len()..html.len() - after.len();
    }
    if html[..end].ends_with(" from cache -->") {
        return mark;
    }
    if after.starts_with(BREAK) && (begins_line || before.ends_with("<p>")) {
        return start..end + BREAK.len();
    }
    if before.ends_with(BREAK) && after.starts_with("</p>") {
        return start - BREAK.len()..end;
    }
    if begins_line && after.starts_with('\n') {
        return start..end + 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::prepare::prepare as remove;

    #[track_caller]
    fn removed(html: &str, expected: &str) {
        let once = remove(html, Html::FAITHFUL).unwrap_or_else(|| html.to_owned());
        assert_eq!(once, expected);
        assert_eq!(remove(&once, Html::FAITHFUL), None, "a second time");
    }

    #[test]
    fn marks_are_known_by_what_wordpress_looks_for() {
        assert_eq!(Mark::of("more"), Some(Mark::More("")));
        assert_eq!(Mark::of("more Why it was late"), Some(Mark::More(" Why it was late")));
        assert_eq!(Mark::of("nextpage"), Some(Mark::NextPage));
        for other in ["noteaser", " wp:image {\"id\":7} ", " /wp:my-plugin/map ", " wp:more /"] {
            assert_eq!(Mark::of(other), Some(Mark::Other), "{other}");
        }
        for comment in
            [" more ", "more\nis less", " nextpage ", "[if IE]", "wp:image ", " wp:7 ", " wp:x"]
        {
            assert_eq!(Mark::of(comment), None, "{comment}");
        }
    }

    #[test]
    fn a_paragraph_around_a_mark_goes_with_it() {
        removed("<p>a</p>\n<p><!--more--></p>\n<p>b</p>\n", "<p>a</p>\n<p>b</p>\n");
        removed("<p><!--more--><!--noteaser--></p>", "");
        removed("<p>a</p>\n<p> <!--nextpage--> </p>\n<p>b</p>", "<p>a</p>\n<p>b</p>");
    }

    #[test]
    fn no_empty_line_stays_where_a_mark_had_one() {
        removed("<p>a<br />\n<!--more--><br />\nb</p>", "<p>a<br />\nb</p>");
        removed("<p><!--more--><br />\nb</p>", "<p>b</p>");
        removed("<p>a<br />\n<!--more--></p>", "<p>a</p>");
        removed("<pre>a\n<!--nextpage-->\nb</pre>", "<pre>a\nb</pre>");
        removed("<p>a <!--more--> b</p>", "<p>a  b</p>");
        removed("a\n<!--more--><br />\n<!--nextpage--></p>", "a\n</p>");
    }

    #[test]
    fn the_bounds_of_blocks_go() {
        let html = "<!-- wp:paragraph {\"align\":\"right\"} -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n\
            <!-- wp:latest-posts /-->";
        removed(html, "<p>a</p>\n");
    }

    #[test]
    fn the_comments_of_others_and_what_is_no_comment_stay() {
        for html in [
            "<!--[if IE]><p>old</p><![endif]-->",
            "<!-- more of this tomorrow -->",
            "<script>var mark = '<!--more-->';</script>",
            "<a title=\"<!--nextpage-->\">a</a>",
            "&am<!--more-->p;",
            "<<!--more-->b>",
            "<input <p><!--more--></p><style><!--more-->",
            "<input <br />\n<!--more--></p>",
        ] {
            assert_eq!(remove(html, Html::FAITHFUL), None, "{html}");
        }
    }

    #[test]
    fn a_table_out_of_a_cache_stands_as_one_that_is_made() {
        let table = "<table id=\"tablepress-7\"></table>\n";
        let html = format!("{table}<!-- #tablepress-7 from cache -->\n<p>a</p>");
        removed(&html, &format!("{table}\n<p>a</p>"));
        let html = format!("{table}<p><!-- #tablepress-7-no-2 from cache --></p>\n<p>a</p>");
        removed(&html, &format!("{table}<p>a</p>"));
        for html in ["<!-- all this from cache -->", "<!-- #7 from cache, as ever -->"] {
            assert_eq!(remove(html, Html::FAITHFUL), None, "{html}");
        }
    }

    #[test]
    fn the_first_player_of_a_request_stands_as_the_others() {
        let shim = "<!--[if lt IE 9]><script>document.createElement('audio');</script><![endif]-->";
        removed(&format!("<p>{shim}\n<audio></audio></p>"), "<p><audio></audio></p>");
        removed(
            &format!("<p>{shim}\n\t<div class=\"wp-playlist\">"),
            "<p><div class=\"wp-playlist\">",
        );
        let html = format!("{shim}<!--more-->");
        assert_eq!(remove(&html, Html::FAITHFUL.without(HtmlStep::Stable)).as_deref(), Some(shim));
        assert_eq!(remove(&html, Html::RAW), None);
    }
}
