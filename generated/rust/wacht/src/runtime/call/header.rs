use http::{HeaderName, HeaderValue};

use super::Draft;
use crate::runtime::{Encode, Json, Violation, parse, percent_encode, scalar_text, to_plain};

impl Draft {
    /// A header; lists are joined by commas (HDR-1), null is left out.
    pub fn header(&mut self, name: &'static str, value: &(impl Encode + ?Sized)) {
        let Some(text) = header_text(value) else {
            return;
        };
        let parsed = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(&text),
        );
        match parsed {
            (Ok(name), Ok(value)) if text.is_ascii() => self.headers.push((name, value)),
            _ => self.violations.push(Violation {
                path: name.to_owned(),
                rule: "a text that a header can have".to_owned(),
            }),
        }
    }

    /// A header that nobody should print (SEC-1).
    pub fn secret_header(&mut self, name: &'static str, value: &(impl Encode + ?Sized)) {
        let before = self.headers.len();
        self.header(name, value);
        for (_, value) in &mut self.headers[before..] {
            value.set_sensitive(true);
        }
    }

    /// A cookie, percent-encoded; null is left out.
    pub fn cookie(&mut self, name: &str, value: &(impl Encode + ?Sized)) {
        if let Some(text) = header_text(value) {
            self.cookies
                .push(format!("{name}={}", percent_encode(&text)));
        }
    }
}

fn header_text(value: &(impl Encode + ?Sized)) -> Option<String> {
    if value.is_absent() {
        return None;
    }
    match parse(&to_plain(value)).ok()? {
        Json::List(items) => {
            let items = items.iter().filter_map(scalar_text);
            Some(items.map(quoted).collect::<Vec<_>>().join(","))
        }
        one => scalar_text(&one),
    }
}

/// An item that has a comma of its own is quoted.
fn quoted(item: String) -> String {
    if item.contains([',', '"']) {
        format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        item
    }
}
