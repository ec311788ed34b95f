use http::HeaderMap;
use http::header::CONTENT_DISPOSITION;

use super::base_name;
use crate::runtime::percent_bytes;

/// The file name that a service suggests: `filename*` (RFC 8187) before `filename` (RFC 6266),
/// without directories, `..` and control characters (FILE-5).
pub(super) fn file_name(headers: &HeaderMap) -> Option<String> {
    let field = headers.get(CONTENT_DISPOSITION)?.as_bytes();
    // Headers are Latin-1; services that write UTF-8 into them are understood as well.
    let field = match std::str::from_utf8(field) {
        Ok(text) => text.to_owned(),
        Err(_) => latin(field),
    };
    let all = parameters(&field);
    let last = |name: &str| all.iter().rfind(|(key, _)| key == name).map(|(_, it)| it);
    let extended = last("filename*").and_then(|value| safe(&extended(value)?));
    extended.or_else(|| safe(last("filename")?))
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn safe(name: &str) -> Option<String> {
    let is_kept = |character: &char| !character.is_control();
    base_name(&name.chars().filter(is_kept).collect::<String>())
}

/// The value of an extended parameter: `UTF-8''%e2%82%ac`; other charsets are Latin-1, as the
/// RFC has it.
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, text) = rest.split_once('\'')?;
    let bytes = percent_bytes(text);
    Some(match charset.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" => String::from_utf8_lossy(&bytes).into_owned(),
        _ => latin(&bytes),
    })
}

/// Names, in lower case, and values, without their quotes (RFC 9110, 5.6.6).
fn parameters(field: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = field.find(';').map_or("", |at| &field[at + 1..]);
    while let Some((name, after)) = rest.split_once('=') {
        let (value, behind) = value(after.trim_start());
        // What stands before another semicolon is a parameter without a value.
        let name = name.rsplit(';').next().unwrap_or_default();
        found.push((name.trim().to_ascii_lowercase(), value));
        rest = behind.find(';').map_or("", |at| &behind[at + 1..]);
    }
    found
}

/// A value, in quotes or not, and what follows it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return (text[..end].trim_end().to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            plain => value.push(plain),
        }
    }
    (value, "")
}
