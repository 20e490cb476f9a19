//! Rules of contents: HTML, and texts that should hold none.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &CONTAINS_HTML,
    &CONTAINS_UNDECLARED_HTML,
    &NOT_INLINE,
    &CHARACTER_DATA,
    &BAD_CHARACTERS,
    &NOT_HTML,
    &HTML_FRAGMENT,
    &SECURITY_RISK,
    &SECURITY_RISK_ATTR,
    &DANGEROUS_STYLE_ATTR,
    &CONTAINS_REL_REF,
];

pub(crate) const CONTAINS_HTML: Rule = Rule::warning(
    "ContainsHTML",
    "RSS Best Practices, Character Data",
    "a text that readers show as it is holds no HTML",
    "write plain text, with each special character written once as &#x26; or &#x3C;",
);

pub(crate) const CONTAINS_UNDECLARED_HTML: Rule = Rule::warning(
    "ContainsUndeclaredHTML",
    "RFC 4287, 3.1.1.1",
    "a text of type text holds no HTML",
    "say type=\"html\", or write plain text",
);

pub(crate) const NOT_INLINE: Rule = Rule::warning(
    "NotInline",
    "RFC 4287, 3.1.1.3",
    "XHTML is written as elements, not as escaped text",
    "write the elements themselves, or say type=\"html\"",
);

pub(crate) const CHARACTER_DATA: Rule = Rule::warning(
    "CharacterData",
    "RSS Best Practices, Character Data",
    "a title is written so that every reader shows the same",
    "write & as &#x26; and < as &#x3C;",
);

pub(crate) const BAD_CHARACTERS: Rule = Rule::warning(
    "BadCharacters",
    "Unicode 4.0, 23.1",
    "a text holds no character that was decoded wrongly",
    "find where the text is read or written in an encoding that it does not have",
);

pub(crate) const NOT_HTML: Rule = Rule::warning(
    "NotHtml",
    "HTML, 13.2",
    "HTML is without mistakes that its parser has to guess about",
    "correct the markup, or let the program that writes the feed do it",
);

pub(crate) const HTML_FRAGMENT: Rule = Rule::warning(
    "HtmlFragment",
    "RFC 4287, 4.1.3.3",
    "a content of type text/html is a document, not a part of one",
    "say type=\"html\"",
);

pub(crate) const SECURITY_RISK: Rule = Rule::warning(
    "SecurityRisk",
    "RFC 4287, 8.1",
    "a content has no element that readers take out for safety",
    "leave the element out; what matters should be said without it",
);

pub(crate) const SECURITY_RISK_ATTR: Rule = Rule::warning(
    "SecurityRiskAttr",
    "RFC 4287, 8.1",
    "a content has no attribute that readers take out for safety",
    "leave the attribute out",
);

pub(crate) const DANGEROUS_STYLE_ATTR: Rule = Rule::warning(
    "DangerousStyleAttr",
    "RFC 4287, 8.1",
    "a style has only properties and values that readers let pass",
    "leave the style out, or use a class",
);

pub(crate) const CONTAINS_REL_REF: Rule = Rule::warning(
    "ContainsRelRef",
    "RSS Best Practices, content",
    "a content of RSS holds no relative address",
    "write the address whole; it only works on the site itself",
);
