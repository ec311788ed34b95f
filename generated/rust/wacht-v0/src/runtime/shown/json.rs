use crate::runtime::to_text;

/// JSON text, whole or cut, with the values of the members `names` as `***`.
pub(super) fn without_members(text: &str, names: &[&str]) -> String {
    names.iter().fold(text.to_owned(), |text, name| {
        without(&text, &to_text(&(*name).to_owned()))
    })
}

/// The same for one member, whose name is in its quotes.
fn without(text: &str, quoted: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = rest.find(quoted) {
        let behind = found + quoted.len();
        let start = value_behind(rest, behind);
        let end = start.map_or(behind, |start| end_of_value(rest, start));
        shown.push_str(&rest[..start.unwrap_or(behind)]);
        if start.is_some() {
            shown.push_str("\"***\"");
        }
        rest = &rest[end..];
    }
    shown + rest
}

/// Where the value begins behind a name, if a colon follows.
fn value_behind(text: &str, at: usize) -> Option<usize> {
    let value = text[at..].trim_start().strip_prefix(':')?.trim_start();
    Some(text.len() - value.len())
}

/// Where the value ends that begins at `start`: behind its last bracket or quote, or before what
/// follows it.
fn end_of_value(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (start, 0_usize);
    while let Some(&first) = bytes.get(at) {
        if depth == 0 && matches!(first, b',' | b']' | b'}') {
            return at;
        }
        match first {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
        at = end_of_token(bytes, at);
        if depth == 0 && matches!(first, b'"' | b']' | b'}') {
            return at;
        }
    }
    bytes.len()
}

/// A string, a mark, or what lies between two of them.
fn end_of_token(bytes: &[u8], start: usize) -> usize {
    let first = bytes[start];
    let is_mark = |byte: u8| matches!(byte, b'"' | b'[' | b']' | b'{' | b'}' | b',');
    let mut at = start + 1;
    if is_mark(first) && first != b'"' {
        return at;
    }
    while let Some(&byte) = bytes.get(at) {
        match (first, byte) {
            (b'"', b'"') => return at + 1,
            (b'"', b'\\') => at += 2,
            (b'"', _) => at += 1,
            (_, byte) if is_mark(byte) => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}
