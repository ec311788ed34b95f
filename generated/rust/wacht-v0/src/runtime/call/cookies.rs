use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

/// Puts cookies behind those that are there: a request has one header of them, which nobody
/// prints (SEC-1).
pub(super) fn add_cookies(headers: &mut HeaderMap, cookies: &[String]) {
    if cookies.is_empty() {
        return;
    }
    let before = headers.get(COOKIE).and_then(|value| value.to_str().ok());
    let all: Vec<_> = before
        .into_iter()
        .chain(cookies.iter().map(String::as_str))
        .collect();
    if let Ok(mut value) = HeaderValue::from_str(&all.join("; ")) {
        value.set_sensitive(true);
        headers.insert(COOKIE, value);
    }
}
