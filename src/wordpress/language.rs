//! Languages as sites and plugins write them: tags of BCP 47, codes of their own, and WordPress's locales.

/// A tag of BCP 47 (RFC 5646, section 2.1) in its customary case, of a language that a site names;
/// `None` if that is none by its form.
///
/// A variant of a locale, as in `de_DE_formal`, is WordPress's own and left out.
pub(super) fn tag(text: &str) -> Option<String> {
    let is_locale = text.contains('_');
    let mut parts = text.trim().split(['-', '_']);
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3) && is_word(part))?;
    let mut tag = language.to_ascii_lowercase();
    for part in parts {
        let part = match part.len() {
            4 if is_word(part) => part[..1].to_ascii_uppercase() + &part[1..].to_ascii_lowercase(),
            2 if is_word(part) => part.to_ascii_uppercase(),
            3 if part.bytes().all(|byte| byte.is_ascii_digit()) => part.to_owned(),
            4..=8 if part.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                if is_locale {
                    continue;
                }
                part.to_ascii_lowercase()
            }
            _ => return None,
        };
        tag.push('-');
        tag.push_str(&part);
    }
    Some(tag)
}

fn is_word(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn locales_and_codes_become_tags() {
        for (text, expected) in [
            ("de_DE", "de-DE"),
            ("de_DE_formal", "de-DE"),
            ("pt-br", "pt-BR"),
            ("zh_hans_cn", "zh-Hans-CN"),
            ("es-419", "es-419"),
            ("ca-valencia", "ca-valencia"),
            (" EN ", "en"),
        ] {
            assert_eq!(tag(text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_is_no_tag_is_none() {
        for text in ["", "e", "english", "de--DE", "de_", "x-y", "d1", "de-DE-x", "всё", "de.UTF-8"]
        {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}
