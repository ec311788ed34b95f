use http::HeaderMap;

/// What an answer says of the service's own rate limit (ERR-4).
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct RateLimitStatus {
    /// Requests of a period.
    pub limit: Option<u64>,
    /// Requests that are left of it.
    pub remaining: Option<u64>,
    /// When the period ends, as the service counts it: mostly seconds from now.
    pub reset: Option<f64>,
}

/// Reads `RateLimit-*`, `X-RateLimit-*`, or the structured field `RateLimit`; none if there is
/// none of them.
pub(crate) fn rate_limit_status(headers: &HeaderMap) -> Option<RateLimitStatus> {
    let read = |name: &str, letter: &str| {
        let plain = text(headers, &format!("ratelimit-{name}"));
        let plain = plain.or_else(|| text(headers, &format!("x-ratelimit-{name}")));
        let member = || member(text(headers, "ratelimit")?, &[name, letter]);
        plain.or_else(member).map(number)
    };
    let whole = |text: &str| text.split('.').next()?.parse().ok();
    let status = RateLimitStatus {
        limit: read("limit", "q").and_then(whole),
        remaining: read("remaining", "r").and_then(whole),
        reset: read("reset", "t").and_then(|text| text.parse().ok()),
    };
    let is_there = status.limit.is_some() || status.remaining.is_some() || status.reset.is_some();
    is_there.then_some(status)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The value of a parameter: `50` for `r` in `"default";r=50;t=30`.
fn member<'a>(field: &'a str, names: &[&str]) -> Option<&'a str> {
    let pairs = field
        .split([';', ','])
        .filter_map(|part| part.split_once('='));
    let mut found = pairs.filter(|(name, _)| names.contains(&name.trim()));
    found.next().map(|(_, value)| value)
}

/// The number that a text begins with: some services say behind it what it is of.
fn number(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|character: char| !character.is_ascii_digit() && character != '.');
    &text[..end.unwrap_or(text.len())]
}
