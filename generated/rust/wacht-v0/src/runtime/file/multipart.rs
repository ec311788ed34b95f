use bytes::Bytes;

use crate::runtime::{Encode, Json, Writer, parse, scalar_text, to_text};

/// The parts of a `multipart/form-data` body, one for each member of an object in schema
/// order; a list is several of one name, null is none (FILE-3, RFC 7578).
#[derive(Debug, Default)]
pub struct Parts {
    name: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// Behind `form-data; name="`.
    head: String,
    content: Bytes,
}

impl Parts {
    /// The members of an object.
    pub(crate) fn of(value: &impl Encode) -> Self {
        let mut out = Writer::of_parts();
        value.encode(&mut out);
        out.into_parts()
    }

    /// Adds a member.
    pub(crate) fn member(&mut self, name: &str, value: &(impl Encode + ?Sized)) {
        name.clone_into(&mut self.name);
        value.part(self);
    }

    /// A file under the name of the member at hand.
    pub fn file(&mut self, content: Bytes) {
        let name = escaped(&self.name);
        let head =
            format!("{name}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream");
        self.parts.push(Part { head, content });
    }

    /// A value under the name of the member at hand: a scalar as text, anything else as JSON.
    pub fn value(&mut self, value: &(impl Encode + ?Sized)) {
        let text = to_text(value);
        let Ok(json) = parse(&text) else {
            return;
        };
        let name = escaped(&self.name);
        let (head, content) = match (&json, scalar_text(&json)) {
            (Json::Null, _) => return,
            (_, Some(scalar)) => (format!("{name}\""), scalar),
            _ => (
                format!("{name}\"\r\nContent-Type: application/json"),
                text.clone(),
            ),
        };
        self.parts.push(Part {
            head,
            content: content.into(),
        });
    }

    /// The body.
    pub(crate) fn into_bytes(self, boundary: &str) -> Vec<u8> {
        let mut body = Vec::new();
        for Part { head, content } in self.parts {
            let before =
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{head}\r\n\r\n");
            body.extend_from_slice(before.as_bytes());
            body.extend_from_slice(&content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        body
    }
}

/// Without what would end a quoted name, as HTML has it (FILE-3).
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
