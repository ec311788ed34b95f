use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, Method, StatusCode};

use super::HttpBody;
use super::pieces::pieces;
use crate::runtime::shown::OpenHeaders;

/// A future that can be sent to another task.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The bytes of a body, as they come.
pub type ByteStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportFailure>> + Send>>;

/// What sends requests (SEAM-1).
pub trait Transport: Send + Sync {
    /// Sends a request and gives the answer as soon as its headers are there.
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>>;
}

/// A request as it goes out. The URL is encoded, and nobody may do it again (ENC-2).
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// All headers; those with credentials are marked as sensitive.
    pub headers: HeaderMap,
    /// The body; none is not the same as an empty one.
    pub body: Option<HttpBody>,
    /// The path, and how it may be shown, where it holds what the schema calls secret.
    pub(crate) shown_path: Option<(String, String)>,
}

/// The query stays out of it, which may hold credentials, and headers that may (SEC-2).
impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut url = self.url.split('?').next().unwrap_or_default().to_owned();
        if let Some((path, shown)) = &self.shown_path {
            url = url.replacen(path, shown, 1);
        }
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &url)
            .field("headers", &OpenHeaders(&self.headers))
            .finish_non_exhaustive()
    }
}

/// An answer, its body still to come.
#[non_exhaustive]
pub struct HttpResponse {
    /// The status.
    pub status: StatusCode,
    /// The words behind the status, where they are not the usual ones (HTTP/1 has them).
    pub reason: Option<String>,
    /// All headers.
    pub headers: HeaderMap,
    /// The body; dropping it ends the exchange.
    pub body: ByteStream,
}

impl HttpResponse {
    /// An answer with the usual words behind its status.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, body: ByteStream) -> Self {
        Self {
            status,
            reason: None,
            headers,
            body,
        }
    }

    /// An answer that no service gave, without headers.
    #[must_use]
    pub fn whole(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            reason: None,
            headers: HeaderMap::new(),
            body: pieces([body.into()]),
        }
    }

    /// Reads the body to its end. Whoever reads it afterwards gets all of it again.
    ///
    /// # Errors
    ///
    /// The body did not come to its end.
    pub async fn bytes(&mut self) -> Result<Bytes, TransportFailure> {
        let mut all = BytesMut::new();
        while let Some(chunk) = poll_fn(|cx| self.body.as_mut().poll_next(cx)).await {
            all.extend_from_slice(&chunk?);
        }
        let bytes = all.freeze();
        self.body = pieces([bytes.clone()]);
        Ok(bytes)
    }
}

/// Headers may hold secrets, those that are not known to hold none are `***` (SEC-2).
impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("headers", &OpenHeaders(&self.headers))
            .finish_non_exhaustive()
    }
}

/// A request that got no answer, or not all of it.
#[derive(Debug)]
pub struct TransportFailure {
    /// Whether the service may have seen the request (1.4).
    pub kind: FailureKind,
    /// Why.
    pub source: Box<dyn StdError + Send + Sync>,
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl StdError for TransportFailure {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.source()
    }
}

/// How far a request came (1.4).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum FailureKind {
    /// Nothing was sent: class A.
    NotSent,
    /// Connecting took too long: class A.
    ConnectTimeout,
    /// The service says that it did nothing: class B.
    NotProcessed,
    /// Nobody knows: class C.
    Unknown,
    /// Nobody is there who is trusted, so nothing was sent; asking again does not help: class D.
    Untrusted,
    /// It will not be better another time: class D.
    Final,
}
