//! The attributes of HTML that readers let pass, as the W3C Feed Validation Service asks for them.

use super::names::Names;

/// Whether readers let an attribute pass, in whatever case its name is written.
pub(crate) fn is_safe(name: &[u8]) -> bool {
    let data = || name.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data-"));
    SAFE.find_any_case(name).is_some() || data()
}

#[rustfmt::skip]
static SAFE: Names = Names::new(&[
    "abbr", "accept", "accept-charset", "accesskey", "action", "align", "allow", "allowfullscreen",
    "allowpaymentrequest", "alt", "as", "autocapitalize", "autocomplete", "autofocus", "autoplay", "axis",
    "background", "balance", "bgcolor", "bgproperties", "border", "bordercolor", "bordercolordark",
    "bordercolorlight", "bottompadding", "cellpadding", "cellspacing", "ch", "challenge", "char", "charoff",
    "charset", "checked", "choff", "cite", "class", "clear", "color", "cols", "colspan", "compact",
    "contenteditable", "coords", "crossorigin", "data", "datafld", "datapagesize", "datasrc", "datetime",
    "decoding", "default", "delay", "dir", "dirname", "disabled", "download", "draggable", "dynsrc", "enctype",
    "end", "enterkeyhint", "face", "for", "form", "formenctype", "frame", "galleryimg", "gutter", "headers",
    "height", "hidden", "hidefocus", "high", "href", "hreflang", "hspace", "icon", "id", "inputmode", "is",
    "ismap", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "keytype", "kind", "label", "lang",
    "leftspacing", "list", "loading", "longdesc", "loop", "loopcount", "loopend", "loopstart", "low", "lowsrc",
    "max", "maxlength", "media", "method", "min", "minlength", "multiple", "muted", "name", "nohref", "nonce",
    "noshade", "nowrap", "open", "optimum", "pattern", "ping", "placeholder", "playsinline", "point-size",
    "poster", "pqg", "preload", "prompt", "radiogroup", "readonly", "referrerpolicy", "rel", "repeat-max",
    "repeat-min", "replace", "required", "rev", "reversed", "rightspacing", "rows", "rowspan", "rules", "scope",
    "selected", "shape", "size", "sizes", "span", "spellcheck", "src", "srclang", "srcset", "start", "step",
    "summary", "suppress", "tabindex", "target", "template", "title", "toppadding", "translate", "type",
    "unselectable", "urn", "usemap", "valign", "value", "variable", "volume", "vrml", "vspace", "width", "wrap",
    "xml:lang", "xmlns",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handlers_of_events_do_not_pass() {
        assert!(
            is_safe(b"href") && is_safe(b"HREF") && is_safe(b"data-id") && is_safe(b"xml:lang")
        );
        assert!(!is_safe(b"onclick") && is_safe(b"data") && !is_safe(b""));
    }
}
