use std::fmt::{Display, Write};

use bytes::Bytes;

use super::{Checks, ObjectWriter};
use crate::runtime::{Parts, Piece};

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

    /// Adds the value to a body of parts (FILE-3).
    fn part(&self, parts: &mut Parts) {
        parts.value(self);
    }
}

/// Compact JSON text on its way (JSON-1).
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    textual: bool,
    kept: bool,
    /// Where the members of the outermost object go instead.
    parts: Option<Parts>,
    /// What belongs between the quotes that end there, and has yet to be read.
    files: Vec<(usize, Piece)>,
}

/// A value as JSON text.
#[must_use]
pub fn to_text(value: &(impl Encode + ?Sized)) -> String {
    let mut out = Writer::default();
    value.encode(&mut out);
    out.text
}

/// The same to be kept, and read again: without defaults that are only sent.
#[must_use]
pub fn to_kept(value: &(impl Encode + ?Sized)) -> String {
    let mut out = Writer::for_keeping();
    value.encode(&mut out);
    out.text
}

/// The same for a place that is no JSON.
#[must_use]
pub fn to_plain(value: &(impl Encode + ?Sized)) -> String {
    let mut out = Writer::for_text();
    value.encode(&mut out);
    out.text
}

impl Writer {
    /// A writer of what is kept, and read again.
    pub(crate) fn for_keeping() -> Self {
        Self {
            kept: true,
            ..Self::default()
        }
    }

    /// A writer for a place that is no JSON.
    pub(crate) fn for_text() -> Self {
        Self {
            textual: true,
            ..Self::default()
        }
    }

    /// A writer of a body of parts.
    pub(crate) fn of_parts() -> Self {
        Self {
            parts: Some(Parts::default()),
            ..Self::default()
        }
    }

    /// What was written.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The parts.
    pub(crate) fn into_parts(self) -> Parts {
        self.parts.unwrap_or_default()
    }

    /// Writes a string that has yet to be read.
    pub(crate) fn piece(&mut self, piece: Piece) {
        self.text.push('"');
        self.files.push((self.text.len(), piece));
        self.text.push('"');
    }

    /// Whether something has yet to be read.
    pub(crate) fn has_files(&self) -> bool {
        !self.files.is_empty()
    }

    /// The text as far as it is there.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text, with what has yet to be read in its places.
    pub(crate) fn into_pieces(self) -> Vec<Piece> {
        let mut text = Bytes::from(self.text);
        let mut pieces = Vec::new();
        let mut cut = 0;
        for (at, piece) in self.files {
            pieces.extend([Piece::Bytes(text.split_to(at - cut)), piece]);
            cut = at;
        }
        pieces.push(Piece::Bytes(text));
        pieces
    }

    /// The parts, if the value is an object.
    pub(super) fn parts(&mut self) -> Option<&mut Parts> {
        self.parts.as_mut()
    }

    /// Makes a member a part, if that is what members become.
    pub(super) fn part(&mut self, name: &str, value: &(impl Encode + ?Sized)) -> bool {
        let Some(parts) = &mut self.parts else {
            return false;
        };
        parts.member(name, value);
        true
    }

    /// Writes what needs no quotes.
    pub fn raw(&mut self, value: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// Writes a string with its quotes.
    pub fn string(&mut self, value: &str) {
        self.text.push('"');
        let is_special = |byte: u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
        let mut rest = value;
        while let Some(at) = rest.bytes().position(is_special) {
            self.text.push_str(&rest[..at]);
            match rest.as_bytes()[at] {
                b'"' => self.text.push_str("\\\""),
                b'\\' => self.text.push_str("\\\\"),
                b'\n' => self.text.push_str("\\n"),
                b'\r' => self.text.push_str("\\r"),
                b'\t' => self.text.push_str("\\t"),
                control => self.raw(format_args!("\\u{control:04x}")),
            }
            rest = &rest[at + 1..];
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// Whether the value goes into a URL, a header or a form, where bytes are written
    /// differently (ENC-4).
    #[must_use]
    pub const fn is_textual(&self) -> bool {
        self.textual
    }

    /// Whether the value is kept and not sent.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        self.kept
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
