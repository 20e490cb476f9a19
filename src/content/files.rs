//! Which addresses are those of files, by what WordPress calls them.

use crate::text::url;

/// The folders that hold nothing but files: `WP_CONTENT_DIR`, under its own name and that of Bedrock, and
/// `WPINC`.
const FOLDERS: [&str; 3] = ["/wp-content/", "/app/uploads/", "/wp-includes/"];

/// The endings of files that can be uploaded (`wp_get_ext_types`), but for those that pages may have.
const ENDINGS: &[&str] = &[
    // Pictures.
    "jpg", "jpeg", "jpe", "gif", "png", "bmp", "tif", "tiff", "webp", "avif", "ico", "heic", "heif",
    "heics", "heifs", "svg", // Sound.
    "aac", "ac3", "aif", "aiff", "flac", "m3a", "m4a", "m4b", "mka", "mp1", "mp2", "mp3", "ogg",
    "oga", "opus", "ram", "wav", "wma", // Film.
    "3g2", "3gp", "3gpp", "asf", "avi", "divx", "dv", "flv", "m4v", "mkv", "mov", "mp4", "mpeg",
    "mpg", "mpv", "ogm", "ogv", "qt", "rm", "vob", "webm", "wmv", // Documents.
    "doc", "docx", "docm", "dotm", "odt", "pages", "pdf", "xps", "oxps", "rtf", "wp", "wpd", "psd",
    "xcf", "numbers", "ods", "xls", "xlsx", "xlsm", "xlsb", "swf", "key", "ppt", "pptx", "pptm",
    "pps", "ppsx", "ppsm", "sldx", "sldm", "odp", "epub", "mobi", "csv", "tsv", "ics", "vtt",
    "srt", // Archives.
    "bz2", "cab", "dmg", "gz", "rar", "sea", "sit", "sqx", "tar", "tgz", "zip", "7z",
];

/// Tells whether an address is that of a file: an upload, or a part of a theme, a plugin or WordPress.
pub(super) fn is_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    FOLDERS.iter().any(|folder| path.contains(folder))
        || url::extension(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_from_pages() {
        for address in [
            "https://example.org/wp-content/uploads/2024/07/a.jpg?w=300",
            "https://example.org/wp-content/plugins/x/",
            "https://example.org/app/uploads/map.kml",
            "https://example.files.wordpress.com/2024/07/a.JPG",
            "https://example.org/files/2012/03/a.mp3#t=10",
        ] {
            assert!(is_file(address), "{address}");
        }
        for address in [
            "https://example.org/",
            "https://example.org",
            "https://example.org/tea.html",
            "https://example.org/index.php/tea/",
            "https://example.org/tea/?file=/wp-content/a.jpg",
            "https://example.org/version-1.2",
            "https://example.org/sitemap.xml",
        ] {
            assert!(!is_file(address), "{address}");
        }
    }
}
