//! Language tags: BCP 47 (RFC 5646), with the subtags that IANA has registered.

use super::{Context, Fault};
use crate::validate::rules::values::INVALID_LANGUAGE;
use language_tags::LanguageTag;

/// A language: `en`, `pt-BR`, `zh-Hant`.
pub(crate) fn language(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let valid = LanguageTag::parse(value).is_ok_and(|tag| tag.validate().is_ok());
    // ISO 639-2 has codes of three letters for what the registry has two for; RSS names that list too.
    if !valid && !alpha_3(value) {
        faults.push(context.expected(
            &INVALID_LANGUAGE,
            value,
            "a language tag with registered subtags, as en or pt-BR",
        ));
    }
}

/// Whether a tag starts with a language of ISO 639-2 that has a code of two letters as well, and ends well.
fn alpha_3(value: &str) -> bool {
    let (code, rest) =
        value.split_once('-').map_or((value, None), |(code, rest)| (code, Some(rest)));
    let known = ALPHA_3.iter().any(|known| known.eq_ignore_ascii_case(code));
    let ends_well =
        |rest| LanguageTag::parse(&format!("en-{rest}")).is_ok_and(|tag| tag.is_valid());
    known && rest.is_none_or(ends_well)
}

/// The codes of ISO 639-2, bibliographic and terminological, of languages that ISO 639-1 has two letters for; `mol`,
/// `scc` and `scr` are those of old.
#[rustfmt::skip]
const ALPHA_3: &[&str] = &[
    "aar", "abk", "afr", "aka", "alb", "amh", "ara", "arg", "arm", "asm", "ava", "ave", "aym", "aze", "bak", "bam",
    "baq", "bel", "ben", "bih", "bis", "bod", "bos", "bre", "bul", "bur", "cat", "ces", "cha", "che", "chi", "chu",
    "chv", "cor", "cos", "cre", "cym", "cze", "dan", "deu", "div", "dut", "dzo", "ell", "eng", "epo", "est", "eus",
    "ewe", "fao", "fas", "fij", "fin", "fra", "fre", "fry", "ful", "geo", "ger", "gla", "gle", "glg", "glv", "gre",
    "grn", "guj", "hat", "hau", "heb", "her", "hin", "hmo", "hrv", "hun", "hye", "ibo", "ice", "ido", "iii", "iku",
    "ile", "ina", "ind", "ipk", "isl", "ita", "jav", "jpn", "kal", "kan", "kas", "kat", "kau", "kaz", "khm", "kik",
    "kin", "kir", "kom", "kon", "kor", "kua", "kur", "lao", "lat", "lav", "lim", "lin", "lit", "ltz", "lub", "lug",
    "mac", "mah", "mal", "mao", "mar", "may", "mkd", "mlg", "mlt", "mol", "mon", "mri", "msa", "mya", "nau", "nav", "nbl",
    "nde", "ndo", "nep", "nld", "nno", "nob", "nor", "nya", "oci", "oji", "ori", "orm", "oss", "pan", "per", "pli",
    "pol", "por", "pus", "que", "roh", "ron", "rum", "run", "rus", "sag", "san", "scc", "scr", "sin", "slk", "slo", "slv", "sme",
    "smo", "sna", "snd", "som", "sot", "spa", "sqi", "srd", "srp", "ssw", "sun", "swa", "swe", "tah", "tam", "tat",
    "tel", "tgk", "tgl", "tha", "tib", "tir", "ton", "tsn", "tso", "tuk", "tur", "twi", "uig", "ukr", "urd", "uzb",
    "ven", "vie", "vol", "wel", "wln", "wol", "xho", "yid", "yor", "zha", "zho", "zul",
];

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::language;

    #[test]
    fn registered_languages_pass_in_any_case() {
        for value in [
            "en",
            "en-us",
            "zh-Hant-TW",
            "de-CH-1901",
            "UND",
            "gsw",
            "eng",
            "mol",
            "scr-HR",
            "x-klingon",
            "i-klingon",
        ] {
            assert_eq!(found(language, value), [] as [&str; 0], "{value}");
        }
    }

    #[test]
    fn what_is_not_registered_is_an_error() {
        for value in
            ["", "English", "xx", "en_US", "en-uk-", "en-UK", "eng-English", " en", "\u{e9}\u{e9}"]
        {
            assert_eq!(found(language, value), ["InvalidLanguage"], "{value}");
        }
    }
}
