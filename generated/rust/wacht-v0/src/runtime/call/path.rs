use crate::runtime::percent_encode;

/// A segment of a path, or the rule that it breaks: `..` would leave the path even if it were
/// encoded (ENC-3).
pub(super) fn segment(text: &str) -> Result<String, &'static str> {
    match text {
        "" => Err("no empty text"),
        "." | ".." => Err("something else than `.` or `..`"),
        _ if text.contains('\0') => Err("a text without NUL"),
        _ => Ok(percent_encode(text)),
    }
}

/// A path with a value at the place of that name, `{name}`.
pub(super) fn filled(path: &str, name: &str, value: &str) -> String {
    let place = path.match_indices('{').find_map(|(start, _)| {
        let rest = path[start + 1..].strip_prefix(name)?.strip_prefix('}')?;
        Some((&path[..start], rest))
    });
    match place {
        Some((before, behind)) => [before, value, behind].concat(),
        None => path.to_owned(),
    }
}
