//! Rules of addresses: URIs, IRIs, identifiers and relations.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_LINK,
    &INVALID_FULL_LINK,
    &INVALID_IRI,
    &URI_NOT_IRI,
    &INVALID_URI_CHAR,
    &INVALID_URI_ATTRIBUTE,
    &INVALID_URL_ATTRIBUTE,
    &INVALID_HTTP_GUID,
    &INVALID_PERMALINK,
    &NOT_SUFFICIENTLY_UNIQUE,
    &INVALID_TAG,
    &INVALID_URN,
    &INVALID_UUID,
    &SCHEME_NOT_IANA_REGISTERED,
    &NON_CANONICAL_URI,
    &UNREGISTERED_ATOM_LINK_REL,
    &IMAGE_URL_FORMAT,
];

pub(crate) const INVALID_LINK: Rule = Rule::error(
    "InvalidLink",
    "RFC 3986, 4.1",
    "a link is an address, in RSS a whole one with its scheme",
    "write it like https://example.org/path, with what is no part of that percent-encoded",
);

pub(crate) const INVALID_FULL_LINK: Rule = Rule::error(
    "InvalidFullLink",
    "RFC 3986, 4.3",
    "an address is whole: it has a scheme",
    "write it whole, as https://example.org/path",
);

pub(crate) const INVALID_IRI: Rule = Rule::error(
    "InvalidIRI",
    "RFC 3987, 2.2",
    "an address has the form of an IRI reference",
    "write it like https://example.org/path, with what is no part of that percent-encoded",
);

pub(crate) const URI_NOT_IRI: Rule = Rule::error(
    "UriNotIri",
    "RSS 2.0, link",
    "an address of RSS is a URI, of ASCII alone",
    "write its host in Punycode and percent-encode the rest",
);

pub(crate) const INVALID_URI_CHAR: Rule = Rule::error(
    "InvalidUriChar",
    "RFC 3986, 2",
    "an address holds only characters that addresses may have",
    "percent-encode the character: a space is %20",
);

pub(crate) const INVALID_URI_ATTRIBUTE: Rule = Rule::error(
    "InvalidURIAttribute",
    "RFC 3986, 4.1",
    "the address in an attribute has the form of a URI reference",
    "write it like https://example.org/path",
);

pub(crate) const INVALID_URL_ATTRIBUTE: Rule = Rule::error(
    "InvalidURLAttribute",
    "RSS 2.0, enclosure",
    "what is to be downloaded has an address of http or https",
    "write it whole, as https://example.org/path/file.mp3",
);

pub(crate) const INVALID_HTTP_GUID: Rule = Rule::error(
    "InvalidHttpGUID",
    "RSS 2.0, guid",
    "a guid that is a permalink is a whole address",
    "write the address of the item, or say isPermaLink=\"false\"",
);

pub(crate) const INVALID_PERMALINK: Rule = Rule::error(
    "InvalidPermalink",
    "RSS 2.0, guid",
    "a guid that is a permalink can be opened in a browser",
    "say isPermaLink=\"false\"",
);

pub(crate) const NOT_SUFFICIENTLY_UNIQUE: Rule = Rule::warning(
    "NotSufficientlyUnique",
    "RSS 2.0, guid",
    "a guid is unique among all feeds, not only in its own",
    "put something of your site in front of the number",
);

pub(crate) const INVALID_TAG: Rule = Rule::error(
    "InvalidTAG",
    "RFC 4151, 2.1",
    "a tag: URI names who minted it, when, and what for",
    "write it like tag:example.org,2003-12-13:name",
);

pub(crate) const INVALID_URN: Rule = Rule::error(
    "InvalidURN",
    "RFC 8141, 2",
    "a urn: URI has a namespace identifier and a name of its characters",
    "write it like urn:isbn:0451450523",
);

pub(crate) const INVALID_UUID: Rule = Rule::error(
    "InvalidUUID",
    "RFC 9562, 4",
    "a urn:uuid: URI has 32 hexadecimal digits in five groups",
    "write it like urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
);

pub(crate) const SCHEME_NOT_IANA_REGISTERED: Rule = Rule::warning(
    "SchemeNotIANARegistered",
    "RFC 7595",
    "the scheme of an address is registered with IANA for good",
    "use a registered scheme, as https or tag",
);

pub(crate) const NON_CANONICAL_URI: Rule = Rule::warning(
    "NonCanonicalURI",
    "RFC 4287, 4.2.6.1",
    "an id is written in its normal form, so that comparing characters compares ids",
    "write the id in its normal form, if no reader has seen the other yet",
);

pub(crate) const UNREGISTERED_ATOM_LINK_REL: Rule = Rule::warning(
    "UnregisteredAtomLinkRel",
    "RFC 4287, 4.2.7.2",
    "the relation of a link is registered with IANA, or an IRI",
    "use a registered relation, or the address of your own",
);

pub(crate) const IMAGE_URL_FORMAT: Rule = Rule::warning(
    "ImageUrlFormat",
    "RSS 2.0, image",
    "the image of a channel is a GIF, JPEG or PNG",
    "use a file that ends in .gif, .jpg or .png",
);
