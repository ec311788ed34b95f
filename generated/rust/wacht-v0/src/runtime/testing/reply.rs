use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::runtime::http::pieces;
use crate::runtime::{Encode, FailureKind, HttpResponse, TransportFailure, to_text};

/// What a service answers in a test.
#[derive(Clone, Debug)]
#[must_use = "a reply does nothing before a transport has it"]
pub struct Reply(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Answer {
        status: u16,
        headers: HeaderMap,
        chunks: Vec<Bytes>,
    },
    Failure(FailureKind, Arc<str>),
    Silence,
}

impl Reply {
    /// An empty answer.
    pub fn status(status: u16) -> Self {
        Self(Kind::Answer {
            status,
            headers: HeaderMap::new(),
            chunks: Vec::new(),
        })
    }

    /// An answer of JSON as it travels, with status 200.
    pub fn json(text: impl Into<String>) -> Self {
        Self::status(200).body("application/json", text.into())
    }

    /// The same with what the service would send for a value.
    pub fn of(value: &impl Encode) -> Self {
        Self::json(to_text(value))
    }

    /// A stream of server-sent events, their names and data; a name that is empty is not sent.
    pub fn events<'a>(events: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let written = events.into_iter().map(|(name, data)| {
            let name = match name {
                "" => String::new(),
                name => format!("event: {name}\n"),
            };
            let data = data.lines().map(|line| format!("data: {line}\n"));
            Bytes::from(format!("{name}{}\n", data.collect::<String>()))
        });
        let reply = Self::status(200).header("content-type", "text/event-stream");
        reply.chunks(written)
    }

    /// No answer, but a failure of that kind.
    pub fn failure(kind: FailureKind) -> Self {
        Self(Kind::Failure(kind, "the test says so".into()))
    }

    /// No answer ever: the call ends by a limit of time, or is dropped.
    pub const fn silence() -> Self {
        Self(Kind::Silence)
    }

    pub(super) fn unexpected(request: &str) -> Self {
        let words = format!("the test has no reply for {request}");
        Self(Kind::Failure(FailureKind::Final, words.into()))
    }

    /// The same with another status.
    pub fn with_status(mut self, code: u16) -> Self {
        if let Kind::Answer { status, .. } = &mut self.0 {
            *status = code;
        }
        self
    }

    /// The same with a header more; one that no header can be is left out.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let parsed = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(value),
        );
        if let (Kind::Answer { headers, .. }, (Ok(name), Ok(value))) = (&mut self.0, parsed) {
            headers.append(name, value);
        }
        self
    }

    /// The same with a body of a media type.
    pub fn body(mut self, media: &'static str, body: impl Into<Bytes>) -> Self {
        if let Kind::Answer { headers, .. } = &mut self.0 {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
        }
        self.chunks([body.into()])
    }

    /// The same with a body in pieces, each of which is there at once.
    pub fn chunks(mut self, all: impl IntoIterator<Item = Bytes>) -> Self {
        if let Kind::Answer { chunks, .. } = &mut self.0 {
            *chunks = all.into_iter().collect();
        }
        self
    }

    /// What a transport gives for it; none if it never does.
    pub(super) fn given(self) -> Option<Result<HttpResponse, TransportFailure>> {
        match self.0 {
            Kind::Answer {
                status,
                headers,
                chunks,
            } => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_IMPLEMENTED);
                Some(Ok(HttpResponse::new(status, headers, pieces(chunks))))
            }
            Kind::Failure(kind, words) => Some(Err(TransportFailure {
                kind,
                source: words.to_string().into(),
            })),
            Kind::Silence => None,
        }
    }
}
