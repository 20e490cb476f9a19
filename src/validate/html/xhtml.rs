//! Elements of XHTML, SVG and MathML within a feed, judged one by one.

use super::elements::{self, Element};
use super::foreign::{MATHML_ATTRIBUTES, MATHML_ELEMENTS, SVG_ATTRIBUTES, SVG_ELEMENTS};
use super::names::Names;
use super::{attributes, style};
use crate::validate::rule::Rule;
use crate::validate::rules::content::{
    DANGEROUS_STYLE_ATTR, NOT_HTML, SECURITY_RISK, SECURITY_RISK_ATTR,
};
use crate::validate::values::{Context, Fault, shown};
use std::ops::Range;

const XHTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// What part of an element a fault is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The element itself; the range of the fault is its local name.
    Name,
    /// The attribute of this number; the range is within its value.
    Attribute(usize),
}

/// An attribute of an element of XHTML, SVG or MathML.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute<'a> {
    /// The name of the namespace, or nothing.
    pub(crate) namespace: &'a str,
    /// The name without prefix.
    pub(crate) local: &'a str,
    /// The value.
    pub(crate) value: &'a str,
}

/// Judges an element within an Atom text construct of type `xhtml`, from below its `div` on.
///
/// Elements of other namespaces are let pass.
pub(crate) fn element<'a>(
    namespace: &str,
    local: &str,
    attributes: impl IntoIterator<Item = Attribute<'a>>,
    report: &mut impl FnMut(Part, Fault),
) {
    let mut judge = Judge { report };
    match namespace {
        XHTML => {
            match Element::named_exactly(local.as_bytes()) {
                None => judge.name(local, &NOT_HTML, "an element of XHTML"),
                Some(element) if !element.is_safe() => judge.unsafe_element(local),
                Some(_) => {}
            }
            judge.attributes(attributes, |name| !name.starts_with("on"));
        }
        SVG => judge.foreign(local, attributes, &SVG_ELEMENTS, &SVG_ATTRIBUTES),
        MATHML => judge.foreign(local, attributes, &MATHML_ELEMENTS, &MATHML_ATTRIBUTES),
        _ => {}
    }
}

/// Judges an element within `xhtml:body` of RSS.
pub(crate) fn body_element<'a>(
    local: &str,
    attributes: impl IntoIterator<Item = Attribute<'a>>,
    report: &mut impl FnMut(Part, Fault),
) {
    let mut judge = Judge { report };
    if !elements::is_safe(local.as_bytes()) {
        judge.unsafe_element(local);
    }
    judge.attributes(attributes, |name| attributes::is_safe(name.as_bytes()));
}

fn fault(rule: &'static Rule, range: Range<usize>, words: &str) -> Fault {
    Context::default().fault(rule, range, words)
}

struct Judge<'a, R> {
    report: &'a mut R,
}

impl<R: FnMut(Part, Fault)> Judge<'_, R> {
    fn name(&mut self, local: &str, rule: &'static Rule, what: &str) {
        let words = format!("expected {what}, but found <{local}>");
        (self.report)(Part::Name, fault(rule, 0..local.len(), &words));
    }

    fn unsafe_element(&mut self, local: &str) {
        self.name(local, &SECURITY_RISK, "an element that readers let pass");
    }

    /// Judges the attributes without a namespace: styles, and names that are not let pass.
    fn attributes<'a>(
        &mut self,
        attributes: impl IntoIterator<Item = Attribute<'a>>,
        is_safe: impl Fn(&str) -> bool,
    ) {
        for (index, attribute) in attributes.into_iter().enumerate() {
            let Attribute { namespace: "", local, value } = attribute else { continue };
            if local.eq_ignore_ascii_case("style") {
                for range in style::dangerous(value) {
                    let words = format!(
                        "expected a style that readers let pass, but found {}",
                        shown(&value[range.clone()])
                    );
                    let fault = fault(&DANGEROUS_STYLE_ATTR, range, &words);
                    (self.report)(Part::Attribute(index), fault);
                }
            } else if !is_safe(local) {
                let words =
                    format!("expected an attribute that readers let pass, but found {local}");
                let fault = fault(&SECURITY_RISK_ATTR, 0..value.len(), &words);
                (self.report)(Part::Attribute(index), fault);
            }
        }
    }

    fn foreign<'a>(
        &mut self,
        local: &str,
        attributes: impl IntoIterator<Item = Attribute<'a>>,
        elements: &Names,
        safe: &Names,
    ) {
        if !elements.has(local) {
            self.unsafe_element(local);
        }
        // A style of SVG is an attribute like others.
        for (index, attribute) in attributes.into_iter().enumerate() {
            if attribute.namespace.is_empty() && !safe.has(attribute.local) {
                let words = format!(
                    "expected an attribute that readers let pass, but found {}",
                    attribute.local
                );
                let fault = fault(&SECURITY_RISK_ATTR, 0..attribute.value.len(), &words);
                (self.report)(Part::Attribute(index), fault);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute<'a>(local: &'a str, value: &'a str) -> Attribute<'a> {
        Attribute { namespace: "", local, value }
    }

    fn found(
        namespace: &str,
        local: &str,
        attributes: &[Attribute<'_>],
    ) -> Vec<(&'static str, Part)> {
        let mut found = Vec::new();
        let mut report = |part, fault: Fault| found.push((fault.rule.name, part));
        element(namespace, local, attributes.iter().copied(), &mut report);
        found
    }

    #[test]
    fn xhtml_has_its_elements_in_lower_case() {
        assert_eq!(
            found(XHTML, "p", &[attribute("class", "a"), attribute("onx", "")]),
            [("SecurityRiskAttr", Part::Attribute(1))]
        );
        assert_eq!(found(XHTML, "P", &[]), [("NotHtml", Part::Name)]);
        assert_eq!(found(XHTML, "script", &[]), [("SecurityRisk", Part::Name)]);
        assert_eq!(
            found(XHTML, "p", &[attribute("style", "position:fixed")]),
            [("DangerousStyleAttr", Part::Attribute(0))]
        );
    }

    #[test]
    fn foreign_elements_are_those_of_svg_and_mathml() {
        assert_eq!(
            found(SVG, "linearGradient", &[attribute("style", "x"), attribute("viewBox", "")]),
            []
        );
        assert_eq!(
            found(SVG, "script", &[attribute("onload", "")]),
            [("SecurityRisk", Part::Name), ("SecurityRiskAttr", Part::Attribute(0))]
        );
        assert_eq!(found(MATHML, "mi", &[attribute("mathvariant", "")]), []);
        assert_eq!(found(MATHML, "pony", &[]), [("SecurityRisk", Part::Name)]);
        assert_eq!(found("http://example.org/", "pony", &[attribute("onx", "")]), []);
    }

    #[test]
    fn bodies_have_what_readers_let_pass() {
        let mut found = Vec::new();
        let attributes = [attribute("href", ""), attribute("controls", "")];
        body_element("keygen", attributes, &mut |part, fault| found.push((fault.rule.name, part)));
        body_element("meta", [], &mut |part, fault| found.push((fault.rule.name, part)));
        assert_eq!(found, [("SecurityRiskAttr", Part::Attribute(1)), ("SecurityRisk", Part::Name)]);
    }
}
