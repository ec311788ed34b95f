use super::Draft;
use crate::runtime::{HttpBody, Json, parse, percent_decode, percent_encode, to_text};

impl Draft {
    /// What the request has as a parameter, as text.
    pub(crate) fn sent(&self, name: &str, in_body: bool) -> Option<String> {
        if !in_body {
            let name = percent_encode(name);
            let (_, value) = self.query.iter().find(|(key, _)| *key == name)?;
            return Some(percent_decode(value));
        }
        match parse(self.body.as_ref()?.as_text()?).ok()?.at(name)? {
            Json::String(text) => Some(text.clone().into_owned()),
            Json::Number(digits) => Some((*digits).to_owned()),
            Json::Bool(value) => Some(value.to_string()),
            _ => None,
        }
    }

    /// The same request with another value of a parameter; one that is `bare` has no quotes
    /// in JSON.
    pub(crate) fn asking(mut self, name: &str, value: &str, bare: bool, in_body: bool) -> Self {
        if in_body {
            if let Some(body) = &mut self.body {
                let changed = body
                    .as_text()
                    .map(|text| with_member(text, name, value, bare));
                body.content = changed.map_or_else(|| body.content.clone(), HttpBody::from);
            }
            return self;
        }
        let pair = (percent_encode(name), percent_encode(value));
        match self.query.iter_mut().find(|(key, _)| *key == pair.0) {
            Some(found) => *found = pair,
            None => self.query.insert(self.place(name), pair),
        }
        self
    }

    /// Where a query parameter goes that is not there yet: before those that follow it in the
    /// schema (ENC-6).
    fn place(&self, name: &str) -> usize {
        let order = self.operation.page.map_or(&[][..], |style| style.order);
        let mut behind = order.iter().skip_while(|other| **other != name).skip(1);
        let first = behind.find_map(|other| {
            let other = percent_encode(other);
            self.query.iter().position(|(key, _)| *key == other)
        });
        first.unwrap_or(self.query.len())
    }
}

/// An object's text with another value of a member, which stays where it is.
fn with_member(text: &str, name: &str, value: &str, bare: bool) -> String {
    let value = if bare {
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
