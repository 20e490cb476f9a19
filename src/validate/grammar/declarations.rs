//! The namespaces that a tag declares, and the prefixes that it declares them under.

use super::facts::Kind;
use super::space;
use super::walk::Walk;
use crate::validate::finding::Position;
use crate::validate::rule::Rule;
use crate::validate::rules::extensions;
use crate::validate::values::{self, Context};
use crate::validate::xml::{Declaration, Start};

/// The namespace of Media RSS as many write it, without the slash at its end.
const MEDIA_RSS: &str = "http://search.yahoo.com/mrss";

impl Walk<'_> {
    /// Judges the namespaces that a tag declares.
    pub(super) fn declarations(&mut self, start: Start<'_>) {
        for declaration in start.declarations() {
            self.declaration(declaration);
        }
    }

    fn declaration(&mut self, declaration: Declaration<'_>) {
        let Declaration { prefix, namespace, at } = declaration;
        let customary = space::prefix_of(namespace);
        if let Some(expected) = space::namespace_of(prefix) {
            if customary != Some(prefix) {
                self.reserved_prefix(prefix, expected, namespace, at);
            } else if prefix == "wiki" && namespace.contains("usemod") {
                let message =
                    format!("expected the namespace {expected:?}, but found {namespace:?}");
                self.report(&extensions::OBSOLETE_WIKI_NAMESPACE, at, message);
            } else if matches!(prefix, "atom" | "xhtml") && self.facts.kind == Kind::Atom {
                self.avoid_prefix(prefix, at);
            }
        } else if let Some(customary) = customary {
            self.other_prefix(prefix, customary, at);
        } else if namespace == MEDIA_RSS {
            self.media_rss(at);
        } else {
            self.unknown_namespace(namespace, at);
        }
    }

    fn reserved_prefix(&mut self, prefix: &str, expected: &str, found: &str, at: Position) {
        if found == MEDIA_RSS {
            return self.media_rss(at);
        }
        let message = format!("expected {prefix} to stand for {expected:?}, but found {found:?}");
        self.report(&extensions::RESERVED_PREFIX, at, message);
    }

    fn media_rss(&mut self, at: Position) {
        let message = format!("expected a slash at the end of {MEDIA_RSS:?}");
        self.report(&extensions::MEDIA_RSS_NAMESPACE, at, message);
    }

    /// A namespace has another prefix than the one that everybody knows it by.
    fn other_prefix(&mut self, prefix: &str, customary: &str, at: Position) {
        if prefix.is_empty() {
            return;
        }
        let message = format!("expected the prefix {customary}, but found {prefix}");
        self.report(&extensions::NONSTD_PREFIX, at, message);
        let may_be_atom = matches!(self.facts.kind, Kind::Atom | Kind::Unknown);
        if may_be_atom && matches!(customary, "atom" | "xhtml") {
            self.avoid_prefix(prefix, at);
        }
    }

    /// Reports a prefix for what readers only understand without.
    pub(crate) fn avoid_prefix(&mut self, prefix: &str, at: Position) {
        let message = format!("expected Atom and XHTML without a prefix, but found {prefix}");
        self.report(&extensions::AVOID_NAMESPACE_PREFIX, at, message);
    }

    fn unknown_namespace(&mut self, namespace: &str, at: Position) {
        if !namespace.is_empty() && self.is_bad_namespace(namespace, at) {
            return;
        }
        let (rule, message): (&'static Rule, _) = match space::unjudged(namespace) {
            Some(owner) => (
                &extensions::UNSUPPORTED_NAMESPACE,
                format!("{owner} is not judged: {namespace:?}"),
            ),
            None => (
                &extensions::UNKNOWN_NAMESPACE,
                format!("expected a namespace that readers know, but found {namespace:?}"),
            ),
        };
        self.report(rule, at, message);
    }

    /// Judges a namespace as an address, which it has to be.
    fn is_bad_namespace(&mut self, namespace: &str, at: Position) -> bool {
        let mut faults = Vec::new();
        let context = Context { subject: Some(format_args!("xmlns")), ..self.context() };
        values::addresses::iri(namespace, &context, &mut faults);
        let is_bad = !faults.is_empty();
        for fault in faults {
            self.report(fault.rule, at, fault.message);
        }
        is_bad
    }
}
