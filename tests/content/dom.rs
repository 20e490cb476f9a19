//! HTML as a browser sees it: the tree that html5ever makes, which is not what the program rewrites with.

use html5ever::serialize::{SerializeOpts, serialize};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};

/// Whether the reader runs scripts, which decides whether `<noscript>` holds elements or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scripting {
    Off,
    On,
}

/// A tree of HTML.
pub(crate) struct Dom(RcDom);

/// An element: its name and its attributes, `xlink:href` with its prefix.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) is_foreign: bool,
    pub(crate) attributes: Vec<(String, String)>,
}

/// Elements whose content nobody sees: it is for machines, or for readers that know no players.
const UNSEEN: [&str; 13] = [
    "script",
    "style",
    "template",
    "head",
    "title",
    "audio",
    "video",
    "object",
    "iframe",
    "canvas",
    "noembed",
    "noframes",
    "annotation",
];

impl Dom {
    /// Parses what stands in a feed's content: a fragment in a `div`.
    pub(crate) fn parse(html: &str, scripting: Scripting) -> Dom {
        let scripting_enabled = scripting == Scripting::On;
        let tree_builder = TreeBuilderOpts { scripting_enabled, ..TreeBuilderOpts::default() };
        let options = ParseOpts { tree_builder, ..ParseOpts::default() };
        let div = QualName::new(None, ns!(html), local_name!("div"));
        Dom(parse_fragment(RcDom::default(), options, div, Vec::new(), false).one(html))
    }

    /// The tree written as HTML again.
    pub(crate) fn to_html(&self, scripting: Scripting) -> String {
        let scripting_enabled = scripting == Scripting::On;
        let options = SerializeOpts { scripting_enabled, ..SerializeOpts::default() };
        let root = self.0.document.children.borrow()[0].clone();
        let mut html = Vec::new();
        serialize(&mut html, &SerializableHandle::from(root), options).expect("written to memory");
        String::from_utf8(html).expect("UTF-8")
    }

    /// What the parser had to repair.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.0.errors.borrow().iter().map(ToString::to_string).collect()
    }

    /// Every element, those in templates too.
    pub(crate) fn elements(&self) -> Vec<Element> {
        let mut elements = Vec::new();
        self.walk(|node| {
            elements.extend(element(node));
            true
        });
        // The parser puts a fragment into an element `html` of its own.
        elements.remove(0);
        elements
    }

    /// What people read, with its white space folded. Attributes don't count, but for a style that hides.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.walk(|node| match &node.data {
            NodeData::Text { contents } => {
                text.push_str(&contents.borrow());
                true
            }
            NodeData::Element { name, .. } => !UNSEEN.contains(&&*name.local) && !is_hidden(node),
            _ => true,
        });
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Meets each node in order, without recursion; `enter` tells whether to go into it.
    fn walk(&self, mut enter: impl FnMut(&Handle) -> bool) {
        let mut open = vec![self.0.document.clone()];
        while let Some(node) = open.pop() {
            if !enter(&node) {
                continue;
            }
            open.extend(node.children.borrow().iter().rev().cloned());
            if let NodeData::Element { template_contents, .. } = &node.data {
                open.extend(template_contents.borrow().iter().cloned());
            }
        }
    }
}

fn is_hidden(node: &Handle) -> bool {
    let attributes = element(node).into_iter().flat_map(|element| element.attributes);
    let mut styles = attributes.filter(|(name, _)| name == "style");
    styles.any(|(_, style)| style.replace(' ', "").contains("display:none"))
}

fn element(node: &Handle) -> Option<Element> {
    let NodeData::Element { name, attrs, .. } = &node.data else { return None };
    let attribute = |attribute: &html5ever::Attribute| {
        let local = &attribute.name.local;
        let prefix = attribute.name.prefix.as_ref();
        let name = prefix.map_or_else(|| local.to_string(), |prefix| format!("{prefix}:{local}"));
        (name, attribute.value.to_string())
    };
    Some(Element {
        name: name.local.to_string(),
        is_foreign: name.ns != ns!(html),
        attributes: attrs.borrow().iter().map(attribute).collect(),
    })
}

#[test]
fn people_read_what_is_shown_without_scripts() {
    for (html, text) in [
        ("<p>a <b title='t'>b</b>\n c</p>d<!-- e -->", "a b cd"),
        ("x<script>1</script><style>2</style><template>3</template><title>4</title>y", "xy"),
        ("<noscript>a<img alt=x></noscript>b", "ab"),
        ("<audio>a</audio><video><a>b</a></video><object>c</object><iframe>d</iframe>e", "e"),
        ("<select><option>a</select><textarea>b</textarea><button>c</button>", "abc"),
        ("<svg><title>a</title><text>b</text></svg>", "b"),
        ("<p style='color: red; display: none !important'>a<b>b</b></p>c", "c"),
        ("<math><mi>x</mi><annotation>y</annotation></math>", "x"),
        ("<plaintext>a</b>", "a</b>"),
        ("<b>a<p>b</b>c", "abc"),
    ] {
        assert_eq!(Dom::parse(html, Scripting::Off).text(), text, "{html}");
    }
    assert_eq!(Dom::parse("<noscript>a<b>b</b></noscript>", Scripting::On).elements().len(), 1);
}
