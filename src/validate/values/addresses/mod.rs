//! Addresses: URIs (RFC 3986), IRIs (RFC 3987), and what RSS and Atom ask of them.
//!
//! RSS has URIs, Atom has IRIs; some places take what is relative, others do not. `syntax` reads an address, `names`
//! judges `tag:` and `urn:`, `canonical` finds its normal form, `registries` has what IANA has registered.

mod canonical;
mod names;
mod registries;
mod syntax;
#[cfg(test)]
mod tests;

use super::{Context, Fault, shown};
use crate::validate::rule::Rule;
use crate::validate::rules::addresses::*;
use crate::validate::rules::content::CONTAINS_REL_REF;
use crate::validate::rules::sync::INVALID_NSS;
use syntax::Error;

/// What may stand in a place.
#[derive(Clone, Copy)]
struct Place {
    /// The rule that anything else breaks.
    rule: &'static Rule,
    /// The rule that a character breaks which no address may have.
    character: &'static Rule,
    /// It has a scheme.
    whole: bool,
    /// It may have characters beyond ASCII.
    iri: bool,
}

impl Place {
    /// A place that feeds and entries have of themselves: whatever is wrong there is a wrong link.
    const fn own(whole: bool, iri: bool) -> Self {
        Place { rule: &INVALID_LINK, character: &INVALID_LINK, whole, iri }
    }

    /// A place where a wrong character is told apart from a wrong form.
    const fn other(rule: &'static Rule, whole: bool, iri: bool) -> Self {
        Place { rule, character: &INVALID_URI_CHAR, whole, iri }
    }
}

/// Where a feed or an entry of RSS leads to: a URI with its scheme.
pub(crate) fn link(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::own(true, false), context, faults);
}

/// Where a link of Atom leads to: an IRI reference.
pub(crate) fn iri_link(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::own(false, true), context, faults);
}

/// A picture of Atom: a URI reference.
pub(crate) fn picture(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::own(false, false), context, faults);
}

/// A URI reference.
pub(crate) fn reference(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::other(&INVALID_LINK, false, false), context, faults);
}

/// A URI with its scheme.
pub(crate) fn full(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::other(&INVALID_FULL_LINK, true, false), context, faults);
}

/// An IRI reference.
pub(crate) fn iri(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::other(&INVALID_IRI, false, true), context, faults);
}

/// An IRI with its scheme.
pub(crate) fn full_iri(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::other(&INVALID_FULL_LINK, true, true), context, faults);
}

/// An id of Atom: a whole IRI, in its normal form.
pub(crate) fn canonical_iri(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if judge(value, Place::own(true, true), context, faults) {
        let canonical = canonical::canonical(value);
        if canonical != value {
            let what = format!("the normal form {}", shown(&canonical));
            faults.push(context.expected(&NON_CANONICAL_URI, value, &what));
        }
    }
}

/// The `src` of a content of Atom.
pub(crate) fn src_attribute(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, Place::other(&INVALID_URI_ATTRIBUTE, false, true), context, faults);
}

/// A guid that says it is a permalink, or says nothing.
pub(crate) fn permalink(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if judge(value, Place::other(&INVALID_HTTP_GUID, true, false), context, faults)
        && names::is_name(value)
    {
        faults.push(context.expected(&INVALID_PERMALINK, value, "an address that can be opened"));
    }
}

/// A guid that is no permalink.
pub(crate) fn guid(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let short = !value.is_empty() && value.len() < 9;
    if short && value.bytes().all(|byte| byte.is_ascii_digit()) {
        faults.push(context.expected(
            &NOT_SUFFICIENTLY_UNIQUE,
            value,
            "an id that is unique everywhere",
        ));
    }
}

/// What stands in a urn behind its namespace (RFC 2141, 2.2), alone.
pub(crate) fn specific(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !names::is_specific_of_urn(value) {
        faults.push(context.expected(&INVALID_NSS, value, "a name like item_1_myapp_2005-05-21"));
    }
}

/// What is to be downloaded: `http` or `https`, a host with its domain, no name of a user (RFC 9110, 4.2.4).
pub(crate) fn http(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = syntax::is_plain(value)
        || syntax::read(value, false).is_ok_and(|address| {
            let web = address.scheme.is_some_and(|scheme| {
                scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
            });
            web && address.authority.is_some_and(has_domain)
        });
    if !valid {
        faults.push(context.expected(
            &INVALID_URL_ATTRIBUTE,
            value,
            "an address like https://example.org/path",
        ));
    }
}

/// The relation of a link: a registered one, or an IRI (RFC 4287, 4.2.7.2).
pub(crate) fn link_relation(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let name = value.strip_prefix("http://www.iana.org/assignments/relation/").unwrap_or(value);
    let extension = || syntax::read(name, true).is_ok_and(|iri| iri.scheme.is_some());
    if !registries::is_relation(name) && !extension() {
        faults.push(context.expected(
            &UNREGISTERED_ATOM_LINK_REL,
            value,
            "a registered relation or an IRI",
        ));
    }
}

/// An address of FeedBurner, which has to be whole in RSS.
pub(crate) fn flare(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if context.rss == super::Rss::No {
        iri(value, context, faults);
    } else if !syntax::read(value, false).is_ok_and(|address| address.scheme.is_some()) {
        faults.push(context.expected(&CONTAINS_REL_REF, value, "a whole address"));
    }
}

/// The name of the file of the image of a channel.
pub(crate) fn image_format(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let last = value.rsplit('.').next().unwrap_or_default();
    let word = !last.is_empty() && last.chars().all(|char| char.is_alphanumeric() || char == '_');
    let known = ["jpg", "jpeg", "gif", "png"].iter().any(|known| known.eq_ignore_ascii_case(last));
    if word && !known {
        faults.push(context.expected(&IMAGE_URL_FORMAT, value, "a GIF, JPEG or PNG"));
    }
}

/// Whether an address is surely right wherever one of the web may stand: most are.
pub(crate) fn is_plain(value: &str) -> bool {
    syntax::is_plain(value)
}

/// Judges an address, and says whether it is one that its place takes.
fn judge(value: &str, place: Place, context: &Context<'_>, faults: &mut Vec<Fault>) -> bool {
    let fault = find(value, place, context);
    let valid = fault.is_none();
    faults.extend(fault);
    valid
}

fn find(value: &str, place: Place, context: &Context<'_>) -> Option<Fault> {
    if syntax::is_plain(value) {
        return None;
    }
    let what = if place.whole { "an address with its scheme" } else { "an address" };
    if let Some((rule, example)) = names::wrong(value) {
        return Some(context.expected(rule, value, example));
    }
    let address = match syntax::read(value, place.iri) {
        Ok(address) => address,
        Err(Error::Character(range)) => {
            let found = shown(&value[range.clone()]);
            let words = format!("expected no {found} in an address, but found {}", shown(value));
            return Some(context.fault(place.character, range, &words));
        }
        Err(Error::Beyond(range)) => {
            // It could be written as a URI, unless what the place asks for is missing too.
            let is_iri = |iri: syntax::Address<'_>| iri.scheme.is_some() || !place.whole;
            let is_iri = !place.iri && syntax::read(value, true).is_ok_and(is_iri);
            let rule = if is_iri { &URI_NOT_IRI } else { place.rule };
            let found = shown(&value[range.clone()]);
            return Some(context.fault(
                rule,
                range,
                &format!("expected {what}, but found {found} in it"),
            ));
        }
        Err(Error::Form(at)) => {
            return Some(context.expected(place.rule, value, what).from(at, value));
        }
    };
    let Some(scheme) = address.scheme else {
        return place.whole.then(|| context.expected(place.rule, value, what));
    };
    // A path alone is no address of what is to be opened (RFC 9110, 4.2.1).
    let web = ["http", "https", "ftp"].iter().any(|web| web.eq_ignore_ascii_case(scheme));
    if web && address.authority.is_none_or(str::is_empty) {
        return Some(context.expected(place.rule, value, "an address with a host"));
    }
    if place.whole && value.len() == scheme.len() + 1 {
        return Some(context.expected(place.rule, value, what));
    }
    // Names like `svn+ssh` and `x-tea` are what some agree on among themselves.
    let is_word = scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_word && !registries::is_scheme(scheme)).then(|| {
        let fault = context.expected(&SCHEME_NOT_IANA_REGISTERED, scheme, "a registered scheme");
        Fault { range: 0..scheme.len(), ..fault }
    })
}

/// Whether an authority is a host with its domain, perhaps with a port.
fn has_domain(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    host.contains('.') && host.split('.').all(label)
}
