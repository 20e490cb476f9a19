//! Files of sound and film: their types by the endings of addresses, and their running times.

use crate::text::url;

/// WordPress's media types of sound and film by the endings of files (`wp_get_mime_types`).
const MEDIA_TYPES: [(&str, &[&str]); 23] = [
    ("audio/mpeg", &["mp3", "m4a", "m4b"]),
    ("audio/aac", &["aac"]),
    ("audio/flac", &["flac"]),
    ("audio/midi", &["mid", "midi"]),
    ("audio/ogg", &["ogg", "oga", "opus"]),
    ("audio/wav", &["wav", "x-wav"]),
    ("audio/x-matroska", &["mka"]),
    ("audio/x-ms-wax", &["wax"]),
    ("audio/x-ms-wma", &["wma"]),
    ("audio/x-realaudio", &["ra", "ram"]),
    ("video/3gpp", &["3gp", "3gpp"]),
    ("video/3gpp2", &["3g2", "3gp2"]),
    ("video/avi", &["avi"]),
    ("video/divx", &["divx"]),
    ("video/mp4", &["mp4", "m4v"]),
    ("video/mpeg", &["mpeg", "mpg", "mpe"]),
    ("video/ogg", &["ogv"]),
    ("video/quicktime", &["mov", "qt"]),
    ("video/webm", &["webm"]),
    ("video/x-flv", &["flv"]),
    ("video/x-matroska", &["mkv"]),
    ("video/x-ms-asf", &["asf", "asx"]),
    ("video/x-ms-wmv", &["wmv", "wmx", "wm"]),
];

/// The media type of sound or film that an address names by its ending.
pub(super) fn media_type(address: &str) -> Option<&'static str> {
    let extension = url::extension(address)?;
    MEDIA_TYPES
        .iter()
        .find(|(_, endings)| endings.contains(&extension.as_str()))
        .map(|(name, _)| *name)
}

/// Reads a running time as plugins write it: `1:02:03`, `62:03`, `3723`, in seconds.
pub(super) fn duration(text: &str) -> Option<u64> {
    let mut seconds = 0u64;
    for part in text.trim().split(':') {
        let part: u64 = part.split('.').next()?.parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    Some(seconds).filter(|seconds| *seconds > 0)
}

/// Tells whether files of sound or film have this ending.
pub(super) fn is_ending(ending: &[u8]) -> bool {
    let known = MEDIA_TYPES.iter().flat_map(|(_, endings)| *endings);
    ending.len() < 6 && known.into_iter().any(|known| known.as_bytes().eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_running_times() {
        assert_eq!(duration("1:02:03"), Some(3723));
        assert_eq!(duration("62:03"), Some(3723));
        assert_eq!(duration("3723"), Some(3723));
        assert_eq!(duration("an hour"), None);
        assert_eq!(duration("00:00"), None);
    }
}
