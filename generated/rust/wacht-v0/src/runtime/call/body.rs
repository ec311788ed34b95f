use std::borrow::Cow;

use bytes::Bytes;

use super::Draft;
use super::query_style::nested;
use crate::runtime::{Encode, Json, Parts, form_encode, parse, to_plain, to_text};

/// A body and its media type.
#[derive(Clone)]
pub(crate) struct RequestBody {
    pub(crate) media: Cow<'static, str>,
    pub(crate) bytes: Bytes,
}

impl Draft {
    /// A JSON body.
    pub fn json(&mut self, body: &impl Encode) {
        self.check("body", |at| body.check(at));
        self.send("application/json", to_text(body));
    }

    /// A form; what is nested has brackets in its name (ENC-8).
    pub fn form(&mut self, body: &impl Encode) {
        self.check("body", |at| body.check(at));
        let text = to_plain(body);
        let mut pairs = Vec::new();
        if let Ok(Json::Object(members)) = parse(&text) {
            for (name, value) in &members {
                nested(form_encode(name), value, form_encode, &mut pairs);
            }
        }
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        let text = pairs.collect::<Vec<_>>().join("&");
        self.send("application/x-www-form-urlencoded", text);
    }

    /// A body of parts: bytes as files, scalars as text, objects as JSON (FILE-3, RFC 7578).
    pub fn multipart(&mut self, body: &impl Encode) {
        self.check("body", |at| body.check(at));
        let random = &self.client.core.random;
        // Two UUIDs have 244 random bits.
        let boundary = format!("{}{}", random.uuid(), random.uuid()).replace('-', "");
        let bytes = Parts::of(body).into_bytes(&boundary);
        self.send(format!("multipart/form-data; boundary={boundary}"), bytes);
    }

    /// A body of text.
    pub fn text(&mut self, body: impl Into<String>) {
        self.send("text/plain;charset=utf-8", body.into());
    }

    /// A body of bytes.
    pub fn bytes(&mut self, body: impl Into<Bytes>) {
        self.send("application/octet-stream", body);
    }

    /// Says that the body has another media type than bodies of its kind have.
    pub fn media(&mut self, media: &'static str) {
        if let Some(body) = &mut self.body {
            body.media = media.into();
        }
    }

    fn send(&mut self, media: impl Into<Cow<'static, str>>, bytes: impl Into<Bytes>) {
        self.body = Some(RequestBody {
            media: media.into(),
            bytes: bytes.into(),
        });
    }
}
