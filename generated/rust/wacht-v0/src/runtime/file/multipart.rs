use bytes::Bytes;

use super::FileInput;
use crate::runtime::{Encode, Json, ObjectWriter, Piece, Violation, Writer, parse, scalar_text};

/// The parts of a `multipart/form-data` body, one for each member of an object in schema
/// order; a list is several of one name, null is none (FILE-3, RFC 7578).
#[derive(Debug, Default)]
pub struct Parts {
    name: String,
    parts: Vec<Part>,
    violations: Vec<Violation>,
}

#[derive(Debug)]
struct Part {
    /// Behind `form-data; name="`.
    head: String,
    content: Vec<Piece>,
}

impl Parts {
    /// The members of an object.
    pub(crate) fn of(value: &(impl Encode + ?Sized)) -> Self {
        let mut out = Writer::of_parts();
        value.encode(&mut out);
        out.into_parts()
    }

    /// Adds a member.
    pub(crate) fn member(&mut self, name: &str, value: &(impl Encode + ?Sized)) {
        name.clone_into(&mut self.name);
        value.part(self);
    }

    /// Adds a member that is an object, in JSON.
    pub(crate) fn object(&mut self, name: &str, write: impl FnOnce(&mut ObjectWriter<'_>)) {
        let mut out = Writer::default();
        write(&mut out.object());
        self.push(&escaped(name), "application/json", out.into_pieces());
    }

    /// A file under the name of the member at hand.
    pub fn file(&mut self, file: &FileInput) {
        let name = escaped(&self.name);
        if let Some(rule) = file.problem() {
            self.violations.push(Violation {
                path: format!("body.{}", self.name),
                rule: rule.to_owned(),
            });
        } else {
            let file_name = escaped(file.file_name().unwrap_or(&self.name));
            let named = format!("{name}\"; filename=\"{file_name}");
            self.push(&named, file.media_type(), vec![file.piece()]);
        }
    }

    /// A value under the name of the member at hand: a scalar as text, anything else as JSON.
    pub fn value(&mut self, value: &(impl Encode + ?Sized)) {
        let mut out = Writer::default();
        value.encode(&mut out);
        let name = escaped(&self.name);
        match parse(out.text()) {
            Ok(Json::Null) | Err(_) => {}
            Ok(json) => match scalar_text(&json) {
                Some(scalar) => self.parts.push(Part {
                    head: format!("{name}\""),
                    content: vec![Piece::Bytes(scalar.into())],
                }),
                None => self.push(&name, "application/json", out.into_pieces()),
            },
        }
    }

    fn push(&mut self, named: &str, media: &str, content: Vec<Piece>) {
        let head = format!("{named}\"\r\nContent-Type: {media}");
        self.parts.push(Part { head, content });
    }

    /// What keeps a file from being sent.
    pub(crate) fn take_violations(&mut self) -> Vec<Violation> {
        std::mem::take(&mut self.violations)
    }

    /// The body.
    pub(crate) fn into_pieces(self, boundary: &str) -> Vec<Piece> {
        let mut body = Vec::new();
        let mut end = String::new();
        for Part { head, content } in self.parts {
            let before = format!(
                "{end}--{boundary}\r\nContent-Disposition: form-data; name=\"{head}\r\n\r\n"
            );
            body.push(Piece::Bytes(before.into()));
            body.extend(content);
            "\r\n".clone_into(&mut end);
        }
        let last = format!("{end}--{boundary}--\r\n");
        body.push(Piece::Bytes(Bytes::from(last)));
        body
    }
}

/// Without what would end a quoted name, as HTML has it (FILE-3).
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
