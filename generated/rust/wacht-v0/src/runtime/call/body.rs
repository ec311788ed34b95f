use std::borrow::Cow;

use super::Draft;
use super::query_style::nested;
use crate::runtime::{
    Encode, FileInput, HttpBody, Json, Parts, Violation, Writer, form_encode, parse,
};

/// A body and its media type.
#[derive(Clone)]
pub(crate) struct RequestBody {
    pub(crate) media: Cow<'static, str>,
    pub(crate) content: HttpBody,
}

impl RequestBody {
    /// The text of JSON that is there already.
    pub(crate) fn as_text(&self) -> Option<&str> {
        let bytes = self.content.as_bytes()?;
        std::str::from_utf8(bytes).ok()
    }
}

impl Draft {
    /// A JSON body.
    pub fn json<T: Encode + ?Sized>(&mut self, body: &T) {
        self.check("body", |at| body.check(at));
        let mut out = Writer::default();
        body.encode(&mut out);
        let content = HttpBody::of(out.into_pieces());
        if content.is_spent() {
            self.refuse("a file that has not been read already");
        }
        self.send("application/json", content);
    }

    /// A form; what is nested has brackets in its name (ENC-8).
    pub fn form<T: Encode + ?Sized>(&mut self, body: &T) {
        self.check("body", |at| body.check(at));
        let mut out = Writer::for_text();
        body.encode(&mut out);
        if out.has_files() {
            self.refuse("without files that have yet to be read");
        }
        let text = out.text();
        let mut pairs = Vec::new();
        if let Ok(Json::Object(members)) = parse(text) {
            for (name, value) in &members {
                nested(form_encode(name), value, form_encode, &mut pairs);
            }
        }
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        let text = pairs.collect::<Vec<_>>().join("&");
        self.send("application/x-www-form-urlencoded", text);
    }

    /// A body of parts: bytes as files, scalars as text, objects as JSON (FILE-3, RFC 7578).
    pub fn multipart<T: Encode + ?Sized>(&mut self, body: &T) {
        self.check("body", |at| body.check(at));
        let random = &self.client.core.random;
        // Two UUIDs have 244 random bits.
        let boundary = format!("{}{}", random.uuid(), random.uuid()).replace('-', "");
        let mut parts = Parts::of(body);
        self.violations.extend(parts.take_violations());
        let content = HttpBody::of(parts.into_pieces(&boundary));
        self.send(format!("multipart/form-data; boundary={boundary}"), content);
    }

    /// A body of text.
    pub fn text(&mut self, body: impl Into<String>) {
        self.send("text/plain;charset=utf-8", body.into());
    }

    /// A body that is a file as it is, of the type that the file was given (FILE-2).
    pub fn bytes(&mut self, file: impl Into<FileInput>) {
        self.file(&file.into(), "application/octet-stream");
    }

    /// The same, of another type unless the file was given one.
    pub fn bytes_of(&mut self, media: &'static str, file: impl Into<FileInput>) {
        self.file(&file.into(), media);
    }

    fn file(&mut self, file: &FileInput, media: &'static str) {
        if let Some(rule) = file.problem() {
            self.refuse(rule);
        }
        let media = file.given_type().map_or_else(
            || Cow::Borrowed(media),
            |given| Cow::Owned(given.to_owned()),
        );
        self.send(media, HttpBody::of(vec![file.piece()]));
    }

    /// Says that the body has another media type than bodies of its kind have.
    pub fn media(&mut self, media: &'static str) {
        if let Some(body) = &mut self.body {
            body.media = media.into();
        }
    }

    fn send(&mut self, media: impl Into<Cow<'static, str>>, content: impl Into<HttpBody>) {
        self.body = Some(RequestBody {
            media: media.into(),
            content: content.into(),
        });
    }

    /// Notes what the body must be.
    pub(super) fn refuse(&mut self, rule: &str) {
        self.violations.push(Violation {
            path: "body".to_owned(),
            rule: rule.to_owned(),
        });
    }
}
