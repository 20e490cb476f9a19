//! WordPress's answers that say no: `{"code":"rest_no_route","message":…,"data":{"status":404}}`.

use super::Wanted;
use super::quote::short;
use crate::error::{Error, ErrorKind};
use serde_json::{Map, Value};

/// What to do about the codes of WordPress's REST API; the first row whose words all stand in the code.
const ADVICE: [(&[&str], &str); 16] = [
    (
        &["no_route"],
        "check the address: posts are at /wp-json/wp/v2/posts, or ?rest_route=/wp/v2/posts without pretty permalinks",
    ),
    (&["invalid_page_number"], "stop at the page that the X-WP-TotalPages header names"),
    (&["invalid_param"], "correct the parameters of the address; per_page goes up to 100"),
    (&["missing_callback_param"], "add the parameter to the address"),
    (
        &["rest_forbidden_context"],
        "fetch without context=edit, or with the application password of a user who may edit",
    ),
    (&["incorrect_password"], "leave ?password= out, or give the post's password"),
    (&["post", "invalid_id"], "check the number of the post; it may be deleted"),
    (&["post", "invalid_parent"], "check the number of the post; it may be deleted"),
    (&["term", "invalid"], "check the number of the category or tag"),
    (&["user", "invalid_id"], "check the number of the author"),
    (
        &["user", "cannot_view"],
        "users without public posts are shown to editors alone; fetch the posts with _embed instead",
    ),
    (&["type", "invalid"], "check the name of the post type in /wp-json/wp/v2/types"),
    (
        &["cannot_read"],
        "the post is not public; fetch it with the application password of a user who may read it",
    ),
    (
        &["not_logged_in"],
        "the site shows its API to its users alone; fetch with an application password",
    ),
    (&["cookie_invalid_nonce"], "fetch without cookies, or with an application password"),
    (
        &["forbidden"],
        "this is not public; fetch with the application password of a user who may read it",
    ),
];

/// How much of what is said is told; two wrong parameters take half of it.
const LONGEST: usize = 800;

/// What this object says if it is an error of WordPress or WordPress.com.
pub(super) fn error(object: &Map<String, Value>, wanted: &Wanted) -> Option<Error> {
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    let code = text("code").or_else(|| text("error"))?;
    let said = text("message")?;
    let data = object.get("data");
    let status = data.and_then(|data| data.get("status")).and_then(Value::as_u64);
    let status = status.map_or_else(String::new, |status| format!(" ({status})"));
    let mut message =
        format!("expected {}, but WordPress answered {code}{status}: {said}", wanted.named);
    for reason in
        data.and_then(|data| data.get("params")).and_then(Value::as_object).into_iter().flatten()
    {
        if let (name, Value::String(why)) = reason {
            message.push_str(&format!("; {name}: {why}"));
        }
    }
    Some(Error::new(ErrorKind::NotPosts, short(&message, LONGEST)).advise(advice(code, wanted)))
}

/// Tells whether this object is an error.
pub(super) fn is_error(object: &Map<String, Value>) -> bool {
    let text = |key: &str| object.get(key).is_some_and(Value::is_string);
    (text("code") || text("error")) && text("message")
}

fn advice(code: &str, wanted: &Wanted) -> String {
    let row = ADVICE.iter().find(|(words, _)| words.iter().all(|word| code.contains(word)));
    let again = || format!("fetch it again once the site answers with {}", wanted.named);
    row.map_or_else(again, |row| row.1.to_owned())
}
