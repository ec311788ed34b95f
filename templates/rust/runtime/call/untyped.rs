use std::borrow::Cow;

use http::Method;
use serde_json::Value;

use super::{Call, Draft, Operation, Received};
use crate::runtime::{Client, Mismatch, Violation, parse};

/// What is known of an operation that the schema does not know.
static UNTYPED: Operation = Operation::new("request", "GET", "");

/// A call of any path, for what the schema does not know yet (RAW-2). Nothing is sent before it
/// is awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct UntypedCall {
    draft: Draft,
}

impl UntypedCall {
    /// A query parameter; a list repeats its name, null is left out.
    pub fn query(mut self, name: impl AsRef<str>, value: impl Into<Value>) -> Self {
        self.draft.query(name.as_ref(), &value.into());
        self
    }

    /// The body, as JSON.
    pub fn json(mut self, body: impl Into<Value>) -> Self {
        self.draft.json(&body.into());
        self
    }
}

impl Client {
    /// A call of any path below the base URL, with the credentials, repeats and errors of every
    /// call. Its value is JSON; a text that is none is given as a string, and no body as null
    /// (RAW-2).
    pub fn request(&self, method: impl TryInto<Method>, path: impl Into<String>) -> UntypedCall {
        let mut draft = Draft::new(self, &UNTYPED);
        draft.path = path.into();
        match method.try_into() {
            Ok(method) => draft.method = method,
            Err(_) => draft.violations.push(Violation {
                path: "method".to_owned(),
                rule: "the name of a method".to_owned(),
            }),
        }
        if !draft.path.starts_with('/') {
            draft.violations.push(Violation {
                path: "path".to_owned(),
                rule: "a text that begins with `/`".to_owned(),
            });
        }
        let service = self.core.service;
        let is_keyed = service.keyed_methods.contains(&draft.method.as_str());
        draft.key_header = service.idempotency_key.filter(|_| is_keyed);
        let plain = draft.path.split('?').next().unwrap_or_default();
        draft.id = Cow::Owned(format!("{} {plain}", draft.method));
        draft.template = Cow::Owned(plain.to_owned());
        UntypedCall { draft }
    }
}

fn anything(answer: &Received) -> Result<Value, Mismatch> {
    if answer.body.is_empty() {
        return Ok(Value::Null);
    }
    let text = String::from_utf8_lossy(&answer.body);
    if answer.is_json() {
        return Ok(parse(&text)?.to_value());
    }
    Ok(Value::String(text.into_owned()))
}

impl From<UntypedCall> for Call<Value> {
    fn from(call: UntypedCall) -> Self {
        call.draft.call(anything)
    }
}

crate::call_methods! {
    UntypedCall: Call<Value>
}
