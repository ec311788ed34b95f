use serde_json::Value;

use super::Draft;
use super::query_style::nested;
use crate::runtime::{HttpBody, Json, form_encode, parse, to_text};

impl Draft {
    /// Puts members into the body that the schema does not know, in the place of those that
    /// are called the same (JSON-5).
    pub(super) fn extend_body(&mut self) {
        let extra = std::mem::take(&mut self.options.body);
        if extra.is_empty() {
            return;
        }
        let extended = self.body.as_ref().and_then(|body| {
            let text = body.as_text()?;
            let media = body.media.split(';').next().unwrap_or_default();
            match media.trim() {
                "application/x-www-form-urlencoded" => Some(form_with(text, &extra)),
                media if media.ends_with("json") => json_with(text, &extra),
                _ => None,
            }
        });
        match (&mut self.body, extended) {
            (Some(body), Some(text)) => body.content = HttpBody::from(text),
            _ => self.refuse("an object in JSON or a form, to have further members"),
        }
    }
}

fn json_with(text: &str, extra: &[(String, Value)]) -> Option<String> {
    let Ok(Json::Object(mut members)) = parse(text) else {
        return None;
    };
    let texts: Vec<_> = extra.iter().map(|(_, value)| to_text(value)).collect();
    for ((name, _), text) in extra.iter().zip(&texts) {
        let value = parse(text).ok()?;
        match members.iter_mut().find(|(key, _)| key == name) {
            Some((_, found)) => *found = value,
            None => members.push((name.as_str().into(), value)),
        }
    }
    Some(to_text(&Json::Object(members)))
}

fn form_with(text: &str, extra: &[(String, Value)]) -> String {
    let mut pairs: Vec<_> = text.split('&').map(str::to_owned).collect();
    for (name, value) in extra {
        let name = form_encode(name);
        let is_of = |pair: &String| {
            let rest = pair.strip_prefix(&name);
            rest.is_some_and(|rest| rest.starts_with(['=', '[']))
        };
        pairs.retain(|pair| !pair.is_empty() && !is_of(pair));
        let (text, mut added) = (to_text(value), Vec::new());
        if let Ok(value) = parse(&text) {
            nested(name, &value, form_encode, &mut added);
        }
        pairs.extend(added.iter().map(|(name, value)| format!("{name}={value}")));
    }
    pairs.join("&")
}
