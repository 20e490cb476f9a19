//! Elements and attributes of SVG and MathML that readers let pass, as the W3C Feed Validation Service asks for them.

use super::names::Names;

/// Elements of SVG Tiny.
#[rustfmt::skip]
pub(super) static SVG_ELEMENTS: Names = Names::new(&[
    "a", "animate", "animateColor", "animateMotion", "animateTransform", "circle", "defs", "desc", "ellipse",
    "font-face", "font-face-name", "font-face-src", "g", "glyph", "hkern", "linearGradient", "line", "marker",
    "metadata", "missing-glyph", "mpath", "path", "polygon", "polyline", "radialGradient", "rect", "set", "stop",
    "svg", "switch", "text", "title", "tspan", "use",
]);

/// Attributes of SVG Tiny, and some more.
#[rustfmt::skip]
pub(super) static SVG_ATTRIBUTES: Names = Names::new(&[
    "accent-height", "accumulate", "additive", "alphabetic", "arabic-form", "ascent", "attributeName",
    "attributeType", "baseProfile", "bbox", "begin", "by", "calcMode", "cap-height", "class", "color",
    "color-rendering", "content", "cx", "cy", "d", "dx", "dy", "descent", "display", "dur", "end", "fill",
    "fill-opacity", "fill-rule", "font-family", "font-size", "font-stretch", "font-style", "font-variant",
    "font-weight", "from", "fx", "fy", "g1", "g2", "glyph-name", "gradientUnits", "hanging", "height",
    "horiz-adv-x", "horiz-origin-x", "id", "ideographic", "k", "keyPoints", "keySplines", "keyTimes", "lang",
    "mathematical", "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits", "markerWidth",
    "max", "min", "name", "offset", "opacity", "orient", "origin", "overline-position", "overline-thickness",
    "panose-1", "path", "pathLength", "points", "preserveAspectRatio", "r", "refX", "refY", "repeatCount",
    "repeatDur", "requiredExtensions", "requiredFeatures", "restart", "rotate", "rx", "ry", "slope", "stemh",
    "stemv", "stop-color", "stop-opacity", "strikethrough-position", "strikethrough-thickness", "stroke",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-opacity", "stroke-width", "style", "systemLanguage", "target", "text-anchor", "to", "transform",
    "type", "u1", "u2", "underline-position", "underline-thickness", "unicode", "unicode-range", "units-per-em",
    "values", "version", "viewBox", "visibility", "width", "widths", "x", "x-height", "x1", "x2", "xmlns", "y",
    "y1", "y2", "zoomAndPan",
]);

/// Elements of MathML.
#[rustfmt::skip]
pub(super) static MATHML_ELEMENTS: Names = Names::new(&[
    "annotation", "annotation-xml", "maction", "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo",
    "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup",
    "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics",
]);

/// Attributes of MathML.
#[rustfmt::skip]
pub(super) static MATHML_ATTRIBUTES: Names = Names::new(&[
    "actiontype", "align", "columnalign", "columnlines", "columnspacing", "columnspan", "depth", "display",
    "displaystyle", "encoding", "equalcolumns", "equalrows", "fence", "fontstyle", "fontweight", "frame", "height",
    "linethickness", "lspace", "mathbackground", "mathcolor", "mathvariant", "maxsize", "minsize", "other",
    "rowalign", "rowlines", "rowspacing", "rowspan", "rspace", "scriptlevel", "selection", "separator", "stretchy",
    "width", "xmlns",
]);
