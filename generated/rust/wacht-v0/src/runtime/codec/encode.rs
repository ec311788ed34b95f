use std::collections::BTreeMap;
use std::fmt::{Display, Write};

use serde_json::Value;

use super::{Checks, ObjectWriter};

/// A type that is written as JSON.
pub trait Encode {
    /// Writes the value.
    fn encode(&self, out: &mut Writer);

    /// Whether there is nothing to write where a member may be absent.
    fn is_absent(&self) -> bool {
        false
    }

    /// Notes which of the schema's rules the value breaks (JSON-4).
    fn check(&self, at: &mut Checks) {
        let _ = at;
    }
}

/// Compact JSON text on its way (JSON-1).
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    textual: bool,
}

/// A value as JSON text.
#[must_use]
pub fn to_text(value: &(impl Encode + ?Sized)) -> String {
    let mut out = Writer::default();
    value.encode(&mut out);
    out.text
}

/// The same for a place that is no JSON.
#[must_use]
pub fn to_plain(value: &(impl Encode + ?Sized)) -> String {
    let mut out = Writer {
        textual: true,
        ..Writer::default()
    };
    value.encode(&mut out);
    out.text
}

impl Writer {
    /// Writes what needs no quotes.
    pub fn raw(&mut self, value: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// Writes a string with its quotes.
    pub fn string(&mut self, value: &str) {
        self.text.push('"');
        for character in value.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                control @ '\0'..='\u{1f}' => {
                    self.raw(format_args!("\\u{:04x}", u32::from(control)));
                }
                plain => self.text.push(plain),
            }
        }
        self.text.push('"');
    }

    /// Whether the value goes into a URL, a header or a form, where bytes are written
    /// differently (ENC-4).
    #[must_use]
    pub const fn is_textual(&self) -> bool {
        self.textual
    }

    /// Begins an object; it ends when what comes back is dropped.
    pub fn object(&mut self) -> ObjectWriter<'_> {
        ObjectWriter::new(self)
    }

    /// Writes a list.
    pub fn list<T: Encode>(&mut self, items: &[T]) {
        self.raw('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.raw(',');
            }
            item.encode(self);
        }
        self.raw(']');
    }
}

impl Encode for Value {
    fn encode(&self, out: &mut Writer) {
        out.raw(self);
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut Writer) {
        match self {
            Some(value) => value.encode(out),
            None => out.raw("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn check(&self, at: &mut Checks) {
        if let Some(value) = self {
            value.check(at);
        }
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, out: &mut Writer) {
        (**self).encode(out);
    }

    fn check(&self, at: &mut Checks) {
        (**self).check(at);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut Writer) {
        out.list(self);
    }

    fn check(&self, at: &mut Checks) {
        at.each(self);
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, out: &mut Writer) {
        let mut object = out.object();
        for (name, value) in self {
            object.required(name, value);
        }
    }

    fn check(&self, at: &mut Checks) {
        for (name, value) in self {
            at.nested(name, value);
        }
    }
}
