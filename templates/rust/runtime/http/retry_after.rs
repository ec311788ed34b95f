use std::time::Duration;

use http::HeaderMap;

use crate::runtime::days_since_1970;

/// How long the service asks to wait (RETRY-4); none if it does not, or nobody can read it.
#[must_use]
pub fn retry_after(headers: &HeaderMap, now: Duration) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    if let Some(milliseconds) = text("retry-after-ms").and_then(seconds) {
        return Some(milliseconds / 1000);
    }
    let asked = text("retry-after")?;
    seconds(asked).or_else(|| {
        let until = http_date(asked)?;
        let from = text("date").and_then(http_date).unwrap_or(now);
        Some(until.saturating_sub(from))
    })
}

fn seconds(text: &str) -> Option<Duration> {
    let is_number = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value: f64 = text.parse().ok().filter(|_| is_number)?;
    Duration::try_from_secs_f64(value).ok()
}

/// Time since 1970 of an HTTP-date in each of its three forms (RFC 9110, 5.6.7).
fn http_date(text: &str) -> Option<Duration> {
    let spaced = text.replace(['-', ','], " ");
    let parts: Vec<&str> = spaced.split_whitespace().collect();
    let (day, month, year, time) = match parts[..] {
        [_, day, month, year, time, "GMT"] => (day, month, year, time),
        // asctime, where the month comes first.
        [_, first, second, time, year] => (second, first, year, time),
        _ => return None,
    };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let mut time = time.split(':').map(|text| number(text, 2));
    let (hours, minutes, seconds) = (time.next()??, time.next()??, time.next()??);
    let days = days_since_1970(
        full_year(year)?,
        i64::try_from(month).ok()?,
        i64::try_from(number(day, 2)?).ok()?,
    );
    let days = u64::try_from(days).ok()?;
    Some(Duration::from_secs(
        ((days * 24 + hours) * 60 + minutes) * 60 + seconds,
    ))
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Some digits, no more than that.
fn number(text: &str, most: usize) -> Option<u64> {
    let is_number = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Two digits are of the century that is nearest, as RFC 9110 has it.
fn full_year(text: &str) -> Option<i64> {
    let year = i64::try_from(number(text, 4)?).ok()?;
    Some(match text.len() {
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    })
}
