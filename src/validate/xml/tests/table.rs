//! Documents by the productions and constraints of XML 1.0 and Namespaces in XML 1.0: each list has what
//! is well-formed, and what is not.

use super::complaints;
use super::prolog::PROLOG;

/// What the specification names, well-formed documents, others.
pub(super) type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

const ROWS: &[Row] = &[
    (
        "39 element, 40 STag, 42 ETag, WFC: Element Type Match",
        &["<a><b></b><b/></a>", "<a><a><a/></a></a >"],
        &[
            "<a>",
            "<a></b>",
            "<a><b></a></b>",
            "<a></A>",
            "<a></aa>",
            "<aa></a>",
            "<a></a",
            "<a",
            "<",
            "<a></a b>",
            "<a></>",
            "<></>",
            "<a b='c'</a>",
        ],
    ),
    (
        "41 Attribute, WFC: Unique Att Spec",
        &["<a b='1' c='2'/>", "<a b='1' B='2'/>"],
        &[
            "<a b='1' b='1'/>",
            "<a b='1'c='2'/>",
            "<a b='1' c='2' d='3' e='4' f='5' g='6' h='7' i='8' j='9' k='0' l='1' m='2' n='3' o='4' p='5' q='6' r='7' b='2'/>",
        ],
    ),
    (
        "45 elementdecl to 51 Mixed",
        &[
            "<!DOCTYPE a [<!ELEMENT a EMPTY><!ELEMENT b ANY ><!ELEMENT c (d)><!ELEMENT e (f,(g|h)*,i?)+>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ELEMENT b ( #PCDATA )*><!ELEMENT c (#PCDATA | d | e)*>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (((b)))>]><a/>",
        ],
        &[
            "<!DOCTYPE a [<!ELEMENT a>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a ()>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (b,c|d)>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (b>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (b))>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (b|#PCDATA)*>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a (b *)>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a empty>]><a/>",
            "<!DOCTYPE a [<!ELEMENT (a) EMPTY>]><a/>",
            "<!DOCTYPE a [<!ELEMENT a EMPTY b>]><a/>",
            "<!DOCTYPE a [<! ELEMENT a EMPTY>]><a/>",
        ],
    ),
    (
        "52 AttlistDecl to 60 DefaultDecl",
        &[
            "<!DOCTYPE a [<!ATTLIST a><!ATTLIST a b CDATA #IMPLIED c ID #REQUIRED>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b (c|1|-) 'c' d NMTOKENS #FIXED \"e f\" g NOTATION (h) #IMPLIED>]><a/>",
        ],
        &[
            "<!DOCTYPE a [<!ATTLIST>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b cdata #IMPLIED>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA #implied>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA '<'>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA '&x;'>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b () 'c'>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b (c,d) 'c'>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b NOTATION(c) #IMPLIED>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA #FIXED'c'>]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'd CDATA 'e'>]><a/>",
        ],
    ),
    (
        "66 CharRef, WFC: Legal Character",
        &["<a>&#65;&#x41;&#x10FFFF;&#9;&#0065;</a>"],
        &[
            "<a>&#0;</a>",
            "<a>&#x;</a>",
            "<a>&#;</a>",
            "<a>&#X41;</a>",
            "<a>&#xD800;</a>",
            "<a>&#xFFFE;</a>",
            "<a>&#x110000;</a>",
            "<a>&#99999999999;</a>",
            "<a>&#65</a>",
            "<a>&# 65;</a>",
            "<a>&#1;</a>",
            "<a b='&#31;'/>",
            "<a>&#6 5;</a>",
        ],
    ),
    (
        "68 EntityRef, WFC: Entity Declared, Parsed Entity, No Recursion, In DTD",
        &[
            "<a>&lt;&gt;&amp;&quot;&apos;</a>",
            "<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f 'x'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY a '&a;'>]><a/>",
        ],
        &[
            "<a>&nbsp;</a>",
            "<a b='&nbsp;'/>",
            "<a>&lt</a>",
            "<a>& lt;</a>",
            "<a>&lt ;</a>",
            "<a>&LT;</a>",
            "<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f 'x&e;'>]><a b='&e;'/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'b' NDATA n>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'b'>]><a b='&e;'/>",
            "<!DOCTYPE a [<!ENTITY e '<'>]><a b='&e;'/>",
            "<!DOCTYPE a [<!ENTITY e '&#60;'>]><a b='&e;'/>",
            "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&E;</a>",
            "<a>%e;&e;</a>",
        ],
    ),
    (
        "70 EntityDecl to 76 NDataDecl",
        &[
            "<!DOCTYPE a [<!ENTITY e PUBLIC 'b' 'c'><!ENTITY % f SYSTEM 'd'><!ENTITY g SYSTEM 'h' NDATA i>]><a/>",
            "<!DOCTYPE a [<!ENTITY % e '<!ELEMENT a ANY>'> %e; ]><a/>",
        ],
        &[
            "<!DOCTYPE a [<!ENTITY e>]><a/>",
            "<!DOCTYPE a [<!ENTITY e 'x' 'y'>]><a/>",
            "<!DOCTYPE a [<!ENTITY e PUBLIC 'b'>]><a/>",
            "<!DOCTYPE a [<!ENTITY %e 'x'>]><a/>",
            "<!DOCTYPE a [<!ENTITY % e SYSTEM 'b' NDATA n>]><a/>",
            "<!DOCTYPE a [<!ENTITY e 'x' NDATA n>]><a/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'b'NDATA n>]><a/>",
            "<!DOCTYPE a [<!entity e 'x'>]><a/>",
            "<!DOCTYPE a [<!ENTITY % e '<!ELEMENT a'> %e; ANY>]><a/>",
            "<!DOCTYPE a [<!ENTITY % e 'x'> %e; ]><a/>",
            "<!DOCTYPE a [<!ENTITY % e '&#37;e;'> %e; ]><a/>",
        ],
    ),
    (
        "78 extParsedEnt: the text of an entity holds whole elements",
        &[
            "<!DOCTYPE a [<!ENTITY e '<b>x</b>'>]><a>&e;&e;</a>",
            "<!DOCTYPE a [<!ENTITY e '<![CDATA[<]]><!-- &lt; -->'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e '&#38;lt;'>]><a>&e;</a>",
        ],
        &[
            "<!DOCTYPE a [<!ENTITY e '<b>'>]><a>&e;</b></a>",
            "<!DOCTYPE a [<!ENTITY e '</a>'>]><a>&e;",
            "<!DOCTYPE a [<!ENTITY e '<b'>]><a>&e;/></a>",
            "<!DOCTYPE a [<!ENTITY e '&#38;'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e '<![CDATA['>]><a>&e;]]></a>",
            "<!DOCTYPE a [<!ENTITY e '&#60;'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e '<!--'>]><a>&e;--></a>",
            "<!DOCTYPE a [<!ENTITY e '</b><b>'>]><a><b>&e;</b></a>",
        ],
    ),
    (
        "82 NotationDecl",
        &["<!DOCTYPE a [<!NOTATION n SYSTEM 'b'><!NOTATION m PUBLIC 'c' 'd' >]><a/>"],
        &[
            "<!DOCTYPE a [<!NOTATION n>]><a/>",
            "<!DOCTYPE a [<!NOTATION SYSTEM 'b'>]><a/>",
            "<!DOCTYPE a [<!NOTATION n 'b'>]><a/>",
        ],
    ),
    (
        "Namespaces, 2.2 and 3: declarations",
        &[
            "<a xmlns=''/>",
            "<a xmlns='u' xmlns:b='u'/>",
            "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
            "<a xml:lang='en'/>",
            "<a xmlns='u'><b xmlns=''/></a>",
        ],
        &[
            "<a xmlns:b=''/>",
            "<a xmlns:xml='u'/>",
            "<a xmlns:xmlns='u'/>",
            "<a xmlns:b='http://www.w3.org/XML/1998/namespace'/>",
            "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
            "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
            "<a xmlns:b='http://www.w3.org/2000/xmlns/'/>",
            "<xmlns:a/>",
            "<a xmlns:b='u v'/>",
        ],
    ),
    (
        "Namespaces, 4 and 5: names",
        &[
            "<b:a xmlns:b='u' b:c='d'/>",
            "<a xmlns:b='u'><b:c/></a>",
            "<a xmlns:b='u'><c xmlns:b='v'/><b:d/></a>",
        ],
        &[
            "<b:a/>",
            "<a b:c='d'/>",
            "<a><b xmlns:c='u'/><c:d/></a>",
            "<:a/>",
            "<a:/>",
            "<a:b:c xmlns:a='u'/>",
            "<a xmlns:b='u' b:c:d='e'/>",
            "<a xmlns:='u'/>",
            "<a xmlns:b='u' b:1='c'/>",
            "<a :b='c'/>",
            "<a b:='c'/>",
            "<xml:a xmlns:b='u'><b:c></b:d></xml:a>",
        ],
    ),
    (
        "Namespaces, 6.3: uniqueness of attributes",
        &["<a xmlns:b='u' xmlns:c='v' b:d='' c:d=''/>", "<a xmlns='u' xmlns:b='u' b:c='' c=''/>"],
        &[
            "<a xmlns:b='u' xmlns:c='u' b:d='' c:d=''/>",
            "<a xmlns:b='u' b:d='' b:d=''/>",
            "<a xmlns:b='u' xmlns:b='v'/>",
            "<a xmlns='u' xmlns='u'/>",
        ],
    ),
    (
        "Namespaces, 7: conformance",
        &["<?a b:c?><a/>"],
        &[
            "<?a:b c?><a/>",
            "<!DOCTYPE a [<!ENTITY a:b 'c'>]><a/>",
            "<!DOCTYPE a [<!NOTATION a:b SYSTEM 'c'>]><a/>",
        ],
    ),
];

#[test]
fn what_is_well_formed_is_taken_and_what_is_not_is_named() {
    let mut wrong = Vec::new();
    for (section, good, bad) in PROLOG.iter().chain(ROWS) {
        for document in *good {
            let complaints = complaints(document.as_bytes());
            if !complaints.is_empty() {
                wrong.push(format!("{section}: {document:?} is well-formed: {complaints:?}"));
            }
        }
        for document in *bad {
            if complaints(document.as_bytes()).is_empty() {
                wrong.push(format!("{section}: {document:?} is not well-formed"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn roxmltree_is_of_the_same_opinion_but_where_it_is_known_to_be_lax() {
    for (section, good, _) in PROLOG.iter().chain(ROWS) {
        for document in good.iter().filter(|it| !super::second::known_difference(it)) {
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            let read = roxmltree::Document::parse_with_options(document, options);
            assert!(read.is_ok(), "{section}: {document:?}: {}", read.unwrap_err());
        }
    }
}
