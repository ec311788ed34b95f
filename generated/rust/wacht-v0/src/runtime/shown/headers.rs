use std::fmt;

use http::HeaderMap;

/// Headers whose values say nothing of anybody (SEC-2).
const OPEN: [&str; 26] = [
    "accept",
    "age",
    "allow",
    "cache-control",
    "content-encoding",
    "content-language",
    "content-length",
    "content-type",
    "date",
    "etag",
    "expires",
    "idempotency-key",
    "last-modified",
    "location",
    "ratelimit",
    "ratelimit-limit",
    "ratelimit-remaining",
    "ratelimit-reset",
    "request-id",
    "retry-after",
    "retry-after-ms",
    "server",
    "user-agent",
    "vary",
    "via",
    "x-retry-count",
];

/// Whether a header of that name, in small letters, is shown as it is.
pub(crate) fn is_open(name: &str) -> bool {
    let usual = name.strip_prefix("x-").unwrap_or(name);
    OPEN.contains(&name)
        || usual == "request-id"
        || usual.starts_with("ratelimit-")
        || usual.starts_with("rate-limit-")
}

/// Whether a name is one of secrets (SEC-2).
pub(crate) fn is_secret(name: &str) -> bool {
    const WORDS: [&str; 5] = ["key", "token", "secret", "signature", "password"];
    let name = name.to_ascii_lowercase();
    let is_credential = matches!(
        name.as_str(),
        "authorization" | "proxy-authorization" | "cookie" | "set-cookie"
    );
    is_credential || WORDS.iter().any(|word| name.contains(word))
}

/// Headers as they are printed: what is not known to be harmless is `***` (SEC-2).
pub(crate) struct OpenHeaders<'a>(pub(crate) &'a HeaderMap);

impl fmt::Debug for OpenHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, value) in self.0 {
            if is_open(name.as_str()) && !value.is_sensitive() {
                map.entry(name, value);
            } else {
                map.entry(name, &format_args!("***"));
            }
        }
        map.finish()
    }
}
