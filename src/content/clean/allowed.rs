//! What a tree may hold: the elements and attributes of which the W3C's feed validator has nothing to say
//! (`HTMLValidator` in its `validators.py`), and those that come back where a step is left out.

use super::steps::Steps;
use std::collections::HashSet;

/// Elements that stay. The validator knows more, but those are forms, players, or nobody's.
const ELEMENTS: &str = "\
    a abbr acronym address area article aside b bdi big blockquote br caption center cite code \
    col colgroup data dd del details dfn dialog dir div dl dt em figcaption figure font footer h1 \
    h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main map mark menu nav ol p picture pre q rp \
    rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot \
    th thead time tr tt u ul var wbr";

/// Elements that come with forms.
const FORMS: &str = "\
    button datalist fieldset form input label legend meter optgroup option output progress select \
    textarea";

/// Elements that come with frames and players.
const FRAMES: &str = "applet audio embed iframe object param track video";

/// Elements that come with scripts and style sheets.
const SCRIPTS: &str = "link script style";

/// What the validator doesn't know, but browsers do: HTML, drawings, formulas. Elements that let HTML into
/// a drawing or a formula are not among them.
const UNKNOWN: &str = "\
    bdo blink canvas circle clipPath clippath defs ellipse g line linearGradient lineargradient \
    listing marker marquee mask math menclose merror mfenced mfrac mi mmultiscripts mn mo mover \
    mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr \
    munder munderover nobr path pattern polygon polyline radialGradient radialgradient rb rect \
    rtc search semantics slot stop svg symbol text textPath textpath tspan use";

/// Elements that go with all that they hold, which nobody sees: what a formula or a drawing says of
/// itself, what stands in for things that every browser can do. And options: a list to choose from says
/// nothing where nothing can be chosen.
const UNSEEN: &str = "annotation annotation-xml desc metadata noembed noframes";

/// Elements that the tree drops in its own way: what they hold is mere text to the parser, or nothing that
/// is seen, or they are others to it.
pub(super) const OF_TREE: &str = "\
    image noembed noframes option plaintext script select style template textarea title xmp";

/// Attributes that stay on whatever element, besides `data-` and a name.
const ATTRIBUTES: &str = "\
    abbr align alt axis background bgcolor border bordercolor cellpadding cellspacing char \
    charoff charset cite class clear color cols colspan compact coords crossorigin datetime \
    decoding default dir download face frame headers height hidden href hreflang hspace id ismap \
    itemid itemprop itemref itemscope itemtype label lang loading longdesc media name nohref \
    noshade nowrap open referrerpolicy rel rev reversed rows rowspan rules scope shape size sizes \
    span src srcset start style summary tabindex target title translate type usemap valign value \
    vspace width xml:lang";

/// Attributes that come with forms.
const FORM_ATTRIBUTES: &str = "\
    accept accept-charset action autocomplete checked disabled enctype for form formaction \
    formmethod high inputmode list low max maxlength method min minlength multiple novalidate \
    optimum pattern placeholder readonly required selected step wrap";

/// Attributes that come with frames and players.
const FRAME_ATTRIBUTES: &str = "\
    allow allowfullscreen autoplay controls data frameborder kind loop marginheight marginwidth \
    muted playsinline poster preload sandbox scrolling srclang";

/// Attributes that come with scripts and style sheets.
const SCRIPT_ATTRIBUTES: &str = "async defer integrity nomodule nonce";

/// Schemes of addresses that lead somewhere. A scheme that runs something, or that an address of another
/// kind hides in, is not among them; `data` is let through for pictures alone.
pub(super) const SCHEMES: &str = "\
    bitcoin callto data ed2k facetime feed ftp ftps gemini geo git gopher http https im intent \
    irc ircs itms itms-apps itpc lightning line magnet mailto market matrix mms mumble news nntp \
    openpgp4fpr pcast podcast rtmp rtsp sftp sgnl signal sip sips skype sms smsto spotify ssh \
    steam svn tel tg urn viber wais webcal whatsapp xmpp zoommtg";

/// What a set of steps lets stay.
pub(super) struct Allowed {
    pub(super) elements: HashSet<&'static str>,
    /// Elements that go with what they hold.
    pub(super) unseen: HashSet<&'static str>,
    pub(super) attributes: HashSet<&'static str>,
}

impl Allowed {
    pub(super) fn new(steps: Steps) -> Self {
        let unless = |taken, names| if taken { "" } else { names };
        let elements = [
            ELEMENTS,
            unless(steps.frames, FRAMES),
            unless(steps.scripts, SCRIPTS),
            unless(steps.forms, FORMS),
            unless(steps.markup, UNKNOWN),
        ];
        let unseen =
            [UNSEEN, unless(!steps.scripts, "script style"), unless(!steps.forms, "option")];
        let attributes = [
            ATTRIBUTES,
            unless(steps.frames, FRAME_ATTRIBUTES),
            unless(steps.scripts, SCRIPT_ATTRIBUTES),
            unless(steps.forms, FORM_ATTRIBUTES),
        ];
        Allowed { elements: set(&elements), unseen: set(&unseen), attributes: set(&attributes) }
    }
}

/// Names in a row, parted by blanks.
pub(super) trait Names {
    /// Tells whether a name is among them.
    fn has(&self, name: &str) -> bool;
}

impl Names for str {
    fn has(&self, name: &str) -> bool {
        self.split_ascii_whitespace().any(|one| one == name)
    }
}

fn set(rows: &[&'static str]) -> HashSet<&'static str> {
    rows.iter().flat_map(|row| row.split_ascii_whitespace()).collect()
}
