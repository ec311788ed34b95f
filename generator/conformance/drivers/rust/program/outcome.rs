use bytes::Bytes;
use http::HeaderMap;
use serde_json::{Map, Value, json};

use crate::clock::number;
use crate::runtime::{
    Base64, Download, Encode, Error, Mismatch, RateLimitStatus, RawResponse, to_kept, to_text,
};
use crate::stage::printed;

/// What a call came to, and every way to print what a program has of it.
pub struct Outcome {
    pub value: Value,
    pub printed: Vec<String>,
    /// The error, whose body only generated code can read.
    error: Option<Error>,
}

/// An argument that no program in Rust could give: its type says no.
pub struct Refused {
    place: String,
    words: String,
}

impl Refused {
    pub fn new(place: &str, mismatch: &Mismatch) -> Self {
        Self {
            place: format!("{place}{}", &mismatch.path()[1..]),
            words: mismatch.to_string(),
        }
    }
}

impl Outcome {
    fn plain(value: Value) -> Self {
        Self {
            value,
            printed: Vec::new(),
            error: None,
        }
    }

    pub fn of<T>(answer: Result<T, Error>, show: fn(&T) -> String) -> Self {
        match answer {
            Ok(value) => Self::plain(json!({"wire": show(&value)})),
            Err(error) => Self::failed(&error).of_error(error),
        }
    }

    pub fn answered<T>(raw: &RawResponse<T>, show: fn(&T) -> String) -> Self {
        Self::plain(json!({
            "wire": show(&raw.value),
            "status": raw.status.as_u16(),
            "response": {
                "status": raw.status.as_u16(),
                "headers": headers(&raw.headers),
                "request_id": raw.request_id,
                "attempts": raw.attempts,
                "elapsed": number(raw.elapsed.as_secs_f64() * 1000.0),
                "rate_limit": raw.rate_limit().map(rate_limit),
            },
        }))
    }

    /// A file, and what its headers say.
    pub async fn downloaded(download: Download) -> Self {
        let response = json!({
            "status": download.status().as_u16(),
            "headers": headers(download.headers()),
            "request_id": download.request_id(),
            "attempts": download.attempts(),
            "elapsed": millis(download.elapsed()),
            "file_name": download.file_name(),
            "content_type": download.content_type(),
            "size": download.size(),
        });
        match download.bytes().await {
            Ok(bytes) => Self::plain(json!({"wire": bytes_shown(&bytes), "response": response})),
            Err(error) => Self::failed(&error),
        }
    }

    pub fn failed(error: &Error) -> Self {
        Self {
            value: json!({"error": failure(error)}),
            printed: printed(error),
            error: None,
        }
    }

    /// An answer that only came, as text.
    pub async fn undecoded(answer: Download) -> Self {
        let response = json!({
            "status": answer.status().as_u16(),
            "headers": headers(answer.headers()),
            "request_id": answer.request_id(),
            "attempts": answer.attempts(),
        });
        match answer.bytes().await {
            Ok(bytes) => {
                let text = Value::String(String::from_utf8_lossy(&bytes).into_owned());
                Self::plain(json!({"wire": text.to_string(), "response": response}))
            }
            Err(error) => Self::failed(&error).of_error(error),
        }
    }

    /// Keeps the error of the call.
    pub fn of_error(mut self, error: Error) -> Self {
        self.error = Some(error);
        self
    }

    /// The same with the body of the error, which `read` makes JSON text of.
    pub fn with_body(mut self, read: fn(Error) -> Option<String>) -> Self {
        if let Some(body) = self.error.take().and_then(read) {
            self.value["error"]["body"] = json!({"wire": body});
        }
        self
    }

    /// The same with the headers that the schema declares for the answer.
    pub fn with_headers(mut self, headers: Value) -> Self {
        self.value["response"]["typed_headers"] = headers;
        self
    }

    /// A list or a stream that has come to its end.
    pub fn ended(name: &str, seen: &[String], error: Option<&Error>) -> Self {
        let mut outcome = Self::with_seen(name, seen, error.map(failure));
        if let Some(error) = error {
            outcome.printed = printed(error);
        }
        outcome
    }

    /// A call that was dropped gives no error to look at.
    pub fn dropped(name: &str, seen: &[String]) -> Self {
        let unseen = json!({"kind": "Cancelled", "text": "the call was dropped"});
        Self::plain(json!({name: seen, "unseen": unseen}))
    }

    fn with_seen(name: &str, seen: &[String], error: Option<Value>) -> Self {
        let mut members = Map::new();
        members.insert(name.to_owned(), json!(seen));
        if let Some(error) = error {
            members.insert("error".to_owned(), error);
        }
        Self::plain(Value::Object(members))
    }

    /// What the compiler says, in place of the client.
    pub fn refused(Refused { place, words }: Refused) -> Self {
        let text = format!("{place}: {words}");
        Self::plain(json!({"unseen": {"kind": "InvalidArgument", "text": text}}))
    }

    pub fn unknown_call(call: &str) -> Self {
        Self::missing(&format!("the client has no call {call}"))
    }

    pub fn unknown_verb(verb: &str) -> Self {
        Self::missing(&format!("the call has no {verb}"))
    }

    fn missing(text: &str) -> Self {
        Self::plain(json!({"error": {"kind": "Missing", "text": text}}))
    }
}

/// A value as a program has it, in the form that it travels in: without defaults that are only sent.
pub fn shown<T: Encode>(value: &T) -> String {
    to_kept(value)
}

pub fn nothing_shown((): &()) -> String {
    "null".to_owned()
}

pub fn bytes_shown(bytes: &Bytes) -> String {
    to_text(&Base64::from(bytes.clone()))
}

fn headers(headers: &HeaderMap) -> Value {
    let mut members = Map::new();
    for name in headers.keys() {
        let values = headers.get_all(name).iter();
        let values: Vec<_> = values
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
            .collect();
        members.insert(name.as_str().to_owned(), json!(values.join(", ")));
    }
    Value::Object(members)
}

fn rate_limit(status: RateLimitStatus) -> Value {
    let mut members = json!({
        "limit": status.limit,
        "remaining": status.remaining,
        "reset": status.reset.map(number),
    });
    if let Some(members) = members.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    members
}

fn millis(duration: std::time::Duration) -> Value {
    number(duration.as_secs_f64() * 1000.0)
}

/// An error as data: its properties in the spelling of the rules.
pub fn failure(error: &Error) -> Value {
    let mut all = json!({
        "kind": error.name(),
        "name": error.name(),
        "text": error.to_string(),
        "is_retryable": error.is_retryable(),
        "retryable": error.is_retryable(),
        "status": error.status().map(|status| status.as_u16()),
        "request_id": error.request_id(),
    });
    let more = match error {
        Error::Api {
            message, details, ..
        } => json!({
            "message": message,
            "code": details.code(),
            "error_name": details.error_name(),
            "headers": headers(details.headers()),
            "raw_body": details.raw_body(),
            "retry_after": details.retry_after().map(millis),
            "rate_limit": details.rate_limit().map(rate_limit),
            "in_stream": details.in_stream(),
            "elapsed": millis(details.elapsed()),
            "retries_refused": details.is_out_of_repeats().then_some("quota"),
            "attempts": details.attempts(),
            "failures": details.failures(),
        }),
        Error::Request(error) => json!({
            "phase": error.phase().to_string(),
            "may_have_been_processed": error.may_have_been_processed(),
            "retries_refused": error.is_out_of_repeats().then_some("quota"),
            "limit": error.limit().map(millis),
            "elapsed": error.elapsed().map(millis),
            "attempts": error.attempts(),
            "failures": error.failures(),
        }),
        Error::Decode(error) => json!({
            "path": error.path(),
            "attempts": error.attempts(),
            "expected": error.expected().trim_start_matches("a ").trim_start_matches("an "),
            "got": error.found(),
            "raw_body": error.raw_body(),
            "headers": headers(error.headers()),
        }),
        Error::InvalidRequest(error) => json!({
            "violations": error.violations().iter()
                .map(|violation| json!({"path": violation.path, "rule": violation.rule}))
                .collect::<Vec<_>>(),
        }),
        Error::RateLimited(error) => json!({
            "retry_after": millis(error.retry_after()),
            "limit": error.limit(),
            "attempts": error.attempts(),
        }),
        Error::Auth(error) => json!({"attempts": error.attempts()}),
        Error::Middleware(error) => json!({
            "attempts": error.attempts(),
            "cause": std::error::Error::source(&**error).map(|cause| json!({"text": cause.to_string()})),
        }),
        Error::Config(error) => json!({"setting": error.setting()}),
        _ => json!({}),
    };
    if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
        all.extend(more);
        all.retain(|_, value| !value.is_null());
    }
    all
}
