//! What IANA has registered: schemes of addresses and relations of links, as of 2026.

use crate::validate::html::Names;

/// Whether a scheme is registered for good, now or in the past; those that are only provisional are not.
pub(super) fn is_scheme(scheme: &str) -> bool {
    SCHEMES.find_any_case(scheme.as_bytes()).is_some()
}

/// Whether a relation of links is registered.
pub(super) fn is_relation(relation: &str) -> bool {
    RELATIONS.has(relation)
}

#[rustfmt::skip]
static SCHEMES: Names = Names::new(&[
    "aaa", "aaas", "about", "acap", "acct", "cap", "cid", "coap", "coap+tcp", "coap+ws", "coaps", "coaps+tcp",
    "coaps+ws", "crid", "data", "dav", "dict", "dns", "dtn", "example", "fax", "file", "filesystem", "ftp", "geo",
    "go", "gopher", "h323", "http", "https", "iax", "icap", "im", "imap", "info", "ipn", "ipp", "ipps", "iris",
    "iris.beep", "iris.lwz", "iris.xpc", "iris.xpcs", "jabber", "ldap", "ldaps", "leaptofrogans", "mailserver",
    "mailto", "mid", "modem", "msrp", "msrps", "mt", "mtqp", "mupdate", "news", "nfs", "ni", "nih", "nntp",
    "opaquelocktoken", "pack", "pkcs11", "pop", "pres", "prospero", "reload", "rtsp", "rtsps", "rtspu", "service",
    "session", "shttp", "sieve", "sip", "sips", "sms", "snews", "snmp", "soap.beep", "soap.beeps", "stun", "stuns",
    "tag", "tel", "telnet", "tftp", "thismessage", "tip", "tn3270", "turn", "turns", "tv", "urn", "vemmi",
    "videotex", "vnc", "wais", "wpid", "ws", "wss", "xcon", "xcon-userid", "xmlrpc.beep", "xmlrpc.beeps", "xmpp",
    "z39.50", "z39.50r", "z39.50s",
]);

#[rustfmt::skip]
static RELATIONS: Names = Names::new(&[
    "about", "acl", "alternate", "amphtml", "api-catalog", "appendix", "apple-touch-icon",
    "apple-touch-startup-image", "archives", "author", "blocked-by", "bookmark", "c2pa-manifest", "canonical",
    "chapter", "cite-as", "collection", "compression-dictionary", "contents", "convertedfrom", "copyright",
    "create-form", "current", "deprecation", "describedby", "describes", "disclosure", "dns-prefetch", "duplicate",
    "edit", "edit-form", "edit-media", "enclosure", "external", "first", "geofeed", "glossary", "help", "hosts",
    "hub", "ice-server", "icon", "index", "intervalafter", "intervalbefore", "intervalcontains",
    "intervaldisjoint", "intervalduring", "intervalequals", "intervalfinishedby", "intervalfinishes", "intervalin",
    "intervalmeets", "intervalmetby", "intervaloverlappedby", "intervaloverlaps", "intervalstartedby",
    "intervalstarts", "item", "last", "latest-version", "license", "linkset", "lrdd", "manifest", "mask-icon",
    "me", "media-feed", "memento", "micropub", "modulepreload", "monitor", "monitor-group", "next", "next-archive",
    "nofollow", "noopener", "noreferrer", "opener", "openid2.local_id", "openid2.provider", "original", "p3pv1",
    "payment", "pingback", "preconnect", "predecessor-version", "prefetch", "preload", "prerender", "prev",
    "prev-archive", "preview", "previous", "privacy-policy", "profile", "publication", "rdap-active",
    "rdap-bottom", "rdap-down", "rdap-top", "rdap-up", "related", "replies", "restconf", "ruleinput", "search",
    "section", "self", "service", "service-desc", "service-doc", "service-meta", "sip-trunking-capability",
    "sponsored", "start", "status", "stylesheet", "subsection", "successor-version", "sunset", "tag",
    "terms-of-service", "timegate", "timemap", "type", "ugc", "up", "version-history", "via", "webmention",
    "working-copy", "working-copy-of",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_registered_is_found() {
        assert!(is_scheme("https") && is_scheme("Z39.50s") && is_scheme("aaa"));
        assert!(!is_scheme("httpss") && !is_scheme(""));
        assert!(is_relation("working-copy-of") && is_relation("about"));
        assert!(!is_relation("About") && !is_relation(""));
    }
}
