//! HTML that makes careless code slow: what repeats, nests, never ends, or must be looked for again and again.

/// An input by name: what stands first, what is repeated to any size, what stands last.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    before: &'static str,
    again: &'static str,
    behind: &'static str,
}

impl Input {
    /// The HTML with about so many bytes.
    pub(crate) fn of(&self, bytes: usize) -> String {
        let again = self.again.repeat(bytes / self.again.len());
        format!("{}{again}{}", self.before, self.behind)
    }
}

const fn input(
    name: &'static str,
    before: &'static str,
    again: &'static str,
    behind: &'static str,
) -> Input {
    Input { name, before, again, behind }
}

pub(crate) const INPUTS: &[Input] = &[
    input("text", "", "Salt, rope &amp; small boats. ", ""),
    input("links", "", "<p><a href=\"/x\">tea</a></p>", ""),
    input("nested div", "", "<div>", ""),
    input("nested b", "", "<b>", ""),
    input("nested a", "", "<a href=/x>", ""),
    input("nested svg", "<svg>", "<g>", ""),
    input("nested lists", "", "<ul><li>", ""),
    input("nested tables", "", "<table><tr><td>", ""),
    input("misnested", "", "<b><p></b><i></p>", ""),
    input("unopened", "", "</div></p></a>", ""),
    input("noscripts", "", "<img src=data:, data-src=/x><noscript><img src=/x></noscript>", ""),
    input("open noscripts", "", "<noscript><img src=/x>", ""),
    input("lazy pictures", "", "<img data-src=/x class=lazy>", ""),
    input("comments", "", "<!-- wp:a --><!--more-->", ""),
    input("open comments", "", "<!--", ""),
    input("open tag", "<a ", "href=/x ", ""),
    input("less-than", "", "<", ""),
    input("ampersands", "<a href=\"", "&amp", "\">x</a>"),
    input("long href", "<a href=\"/", "a b/", "\">x</a>"),
    input("parent folders", "<a href=\"/", "a/../", "\">x</a>"),
    input("srcset", "<img srcset=\"", "/x 1x, ", "\">"),
    input("srcset of commas", "<img srcset=\"", ",", "\">"),
    input("srcset of brackets", "<img srcset=\"/x ", "(,", "\">"),
    input("style of addresses", "<p style=\"", "background:url(/x);", "\">x</p>"),
    input("open addresses", "<p style=\"", "url(", "\">x</p>"),
    input("open brackets", "<p style=\"a:", "{[(", "\">x</p>"),
    input("escapes", "<p style=\"a:", "\\72 ", "\">x</p>"),
    input(
        "frames",
        "",
        "<iframe class=wp-embedded-content data-secret=AbCdEfGhIj src=/x#?secret=AbCdEfGhIj></iframe>",
        "",
    ),
    input(
        "film frames",
        "",
        "<iframe title=A src=https://www.youtube.com/embed/abc123></iframe>",
        "",
    ),
    input("open frames", "", "<iframe src=/x>", ""),
    input("players", "", "<audio id=audio-7-1 src=/x></audio>", ""),
    input("open players", "", "<video src=/x>", ""),
    input("objects", "", "<object data=/x><p>x</p></object>", ""),
    input("open objects", "", "<object data=/x>", ""),
    input("forms", "", "<form action=/x><input><button>x</button></form>", ""),
    input("selects", "<select>", "<option>x", ""),
    input("scripts", "", "<script>x</script>", ""),
    input("footers", "", "<p>The post <a href=/x>x</a> appeared first on <a href=/>x</a>.</p>", ""),
    input("open footers", "", "<p>The post ", ""),
    input("words", "", "appeared first on ", ""),
    input("templates", "", "<template>", ""),
];
