//! x
pub(crate) fn is_html_element(name: &str) -> bool {
    matches!(&*name.to_ascii_lowercase(), "a" | "b" | "p" | "div")
}
