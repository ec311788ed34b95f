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
