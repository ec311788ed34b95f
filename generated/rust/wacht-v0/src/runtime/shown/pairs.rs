use super::is_secret;
use super::json::without_members;
use crate::runtime::{percent_decode, percent_encode};

/// The pairs of a query or a form without secret values: neither `pin=1`, nor `a[pin]=1`, nor
/// `a={"pin":1}`.
pub(super) fn without_values(text: &str, names: &[&str]) -> String {
    let pairs = text.split('&').map(|pair| shown(pair, names));
    pairs.collect::<Vec<_>>().join("&")
}

fn shown(pair: &str, names: &[&str]) -> String {
    let Some((name, value)) = pair.split_once('=') else {
        return pair.to_owned();
    };
    let decoded = percent_decode(name);
    let mut parts = decoded.split(['[', ']']);
    if parts.any(|part| is_secret(part) || names.contains(&part)) {
        return format!("{name}=***");
    }
    let plain = percent_decode(value);
    let shown = without_members(&plain, names);
    if shown == plain {
        return pair.to_owned();
    }
    format!("{name}={}", percent_encode(&shown))
}
