use bytes::Bytes;

use crate::runtime::{Draft, Json, parse, percent_decode, percent_encode, to_text};

/// What a request has as a parameter, as text.
pub(super) fn sent(draft: &Draft, name: &str, in_body: bool) -> Option<String> {
    if !in_body {
        let name = percent_encode(name);
        let (_, value) = draft.query.iter().find(|(key, _)| *key == name)?;
        return Some(percent_decode(value));
    }
    let body = draft.body.as_ref()?;
    let text = String::from_utf8_lossy(&body.bytes);
    match parse(&text).ok()?.at(name)? {
        Json::String(text) => Some(text.clone().into_owned()),
        Json::Number(digits) => Some((*digits).to_owned()),
        _ => None,
    }
}

/// The same request with another value of a parameter.
pub(super) fn asking(
    draft: &Draft,
    name: &str,
    value: &str,
    is_number: bool,
    in_body: bool,
) -> Draft {
    let mut draft = draft.clone();
    if in_body {
        if let Some(body) = &mut draft.body {
            let text = String::from_utf8_lossy(&body.bytes).into_owned();
            body.bytes = Bytes::from(with_member(&text, name, value, is_number));
        }
        return draft;
    }
    let pair = (percent_encode(name), percent_encode(value));
    match draft.query.iter_mut().find(|(key, _)| *key == pair.0) {
        Some(found) => *found = pair,
        None => draft.query.push(pair),
    }
    draft
}

/// An object's text with another value of a member, which stays where it is.
fn with_member(text: &str, name: &str, value: &str, is_number: bool) -> String {
    let value = if is_number {
        Json::Number(value)
    } else {
        Json::String(value.into())
    };
    let Ok(Json::Object(mut members)) = parse(text) else {
        return text.to_owned();
    };
    match members.iter_mut().find(|(key, _)| key == name) {
        Some((_, found)) => *found = value,
        None => members.push((name.into(), value)),
    }
    to_text(&Json::Object(members))
}
