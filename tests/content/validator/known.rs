//! The names that the W3C's feed validator knows, as facts of its `validators.py` (`HTMLValidator`).

/// Elements of HTML that it lets pass; of all others it says that they are a risk, or not HTML.
pub(super) const ELEMENTS: &str = "a abbr acronym address area article aside audio b bdi big blockquote br button \
    canvas caption center cite code col colgroup command data datagrid datalist dd del details dfn dialog dir div \
    dl dt em eventsource fieldset figcaption figure footer font form header h1 h2 h3 h4 h5 h6 hgroup hr i img input \
    ins kbd label legend li m main map mark menu meter nav ol output optgroup option p picture pre progress q rp rt \
    ruby s samp section select small source span strike strong sub summary sup table tbody td template textarea \
    time tfoot th thead tr track tt u ul var video noscript wbr";

/// Attributes that it lets pass, beside `data-*`.
pub(super) const ATTRIBUTES: &str = "abbr accept accept-charset accesskey action align allow allowfullscreen \
    allowpaymentrequest alt as autoplay autocapitalize autocomplete autofocus axis background balance bgcolor \
    bgproperties border bordercolor bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch \
    challenge char charoff choff charset checked cite class clear color cols colspan compact contenteditable coords \
    crossorigin data datafld datapagesize datasrc datetime decoding default delay dir dirname disabled download \
    draggable dynsrc enctype end enterkeyhint face for form formenctype frame galleryimg gutter headers height \
    hidefocus hidden high href hreflang hspace icon id inputmode is ismap itemid itemprop itemref itemscope itemtype \
    kind keytype label lang leftspacing loading list longdesc loop loopcount loopend loopstart low lowsrc max \
    maxlength media method min minlength multiple muted name nohref nonce noshade nowrap open optimum pattern ping \
    placeholder playsinline point-size poster preload prompt pqg radiogroup readonly referrerpolicy rel repeat-max \
    repeat-min replace required rev reversed rightspacing rows rowspan rules scope selected shape size sizes span \
    spellcheck src srclang srcset start step summary suppress tabindex target template title toppadding translate \
    type unselectable usemap urn valign value variable volume vspace vrml width wrap xml:lang xmlns";

/// Properties of style attributes that it lets pass.
pub(super) const PROPERTIES: &str = "azimuth background background-color border border-bottom border-bottom-color \
    border-bottom-style border-bottom-width border-collapse border-color border-left border-left-color \
    border-left-style border-left-width border-right border-right-color border-right-style border-right-width \
    border-spacing border-style border-top border-top-color border-top-style border-top-width border-width clear \
    color cursor direction display elevation float font font-family font-size font-style font-variant font-weight \
    height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top \
    overflow padding padding-bottom padding-left padding-right padding-top pause pause-after pause-before pitch \
    pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate stress text-align \
    text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width";

/// Words that it lets pass as values of backgrounds, borders, margins and paddings.
pub(super) const KEYWORDS: &str = "aqua auto black block blue bold both bottom brown center collapse dashed dotted \
    fuchsia gray green !important italic left lime maroon medium none navy normal nowrap olive pointer purple red \
    right solid silver teal top transparent underline white yellow";

/// Units of lengths, and the signs that may stand in their place.
pub(super) const UNITS: [&str; 11] =
    ["cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")"];
