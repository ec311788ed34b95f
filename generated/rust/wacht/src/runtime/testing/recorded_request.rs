use http::{HeaderMap, Method};

use crate::runtime::{HttpBody, HttpRequest};

/// A request that a test looks at. Unlike others it is printed as it is.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// All headers.
    pub headers: HeaderMap,
    /// The body, as far as it was there before it was sent.
    pub body: Vec<u8>,
}

impl RecordedRequest {
    pub(super) fn of(request: &HttpRequest) -> Self {
        let body = request.body.as_ref().and_then(HttpBody::to_bytes);
        Self {
            method: request.method.clone(),
            url: request.url.clone(),
            headers: request.headers.clone(),
            body: body.unwrap_or_default().to_vec(),
        }
    }

    /// Path and query as they were sent: `/things?limit=5`.
    #[must_use]
    pub fn target(&self) -> &str {
        let behind = self.url.split_once("://").map_or("", |(_, rest)| rest);
        let start = behind.find(['/', '?']).unwrap_or(behind.len());
        &behind[start..]
    }

    /// A header's value, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; null if it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}
