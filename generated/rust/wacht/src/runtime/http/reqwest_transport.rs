use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use hyper::ext::ReasonPhrase;

use super::{
    BoxFuture, ByteStream, FailureKind, HttpRequest, HttpResponse, Transport, TransportFailure,
};

/// The transport of clients: one pool of connections each (CONN-1).
#[derive(Clone, Debug)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// A pool of its own, with what a program has set up: proxies, further root certificates.
    /// Time limits lie around calls, not in here; redirects and repeats are the runtime's.
    ///
    /// # Errors
    ///
    /// TLS could not be set up.
    pub fn new(
        set_up: reqwest::ClientBuilder,
        connect: Option<Duration>,
    ) -> Result<Self, reqwest::Error> {
        let mut builder = set_up
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false);
        if let Some(limit) = connect {
            builder = builder.connect_timeout(limit);
        }
        builder.build().map(Self)
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        let HttpRequest {
            method,
            url,
            headers,
            body,
            ..
        } = request;
        let mut sending = self.0.request(method, url).headers(headers);
        if let Some(body) = body {
            sending = match body.into_bytes_or_stream() {
                Ok(bytes) => sending.body(bytes),
                Err(stream) => sending.body(reqwest::Body::wrap_stream(stream)),
            };
        }
        Box::pin(async move {
            let mut response = sending.send().await.map_err(failure)?;
            let (status, reason) = (response.status(), reason(&response));
            let headers = std::mem::take(response.headers_mut());
            let body: ByteStream = Box::pin(Body(response.bytes_stream()));
            Ok(HttpResponse {
                reason,
                ..HttpResponse::new(status, headers, body)
            })
        })
    }
}

/// The words that came behind the status; hyper keeps only those that are not the usual ones.
fn reason(response: &reqwest::Response) -> Option<String> {
    let words = response.extensions().get::<ReasonPhrase>()?;
    Some(String::from_utf8_lossy(words.as_bytes()).into_owned())
}

/// A body whose failures are those of transports.
struct Body<S>(S);

impl<S: Stream<Item = Result<Bytes, reqwest::Error>> + Unpin> Stream for Body<S> {
    type Item = Result<Bytes, TransportFailure>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0)
            .poll_next(cx)
            .map(|chunk| Some(chunk?.map_err(failure)))
    }
}

/// Which class a failure has, without the URL, which may hold secrets (SEC-2).
fn failure(error: reqwest::Error) -> TransportFailure {
    let error = error.without_url();
    let kind = if has_cause(&error, &CERTIFICATE) && error.is_connect() {
        FailureKind::Untrusted
    } else if error.is_builder() || has_cause(&error, &CERTIFICATE) {
        FailureKind::Final
    } else if error.is_connect() && error.is_timeout() {
        FailureKind::ConnectTimeout
    } else if error.is_connect() {
        FailureKind::NotSent
    } else if has_cause(&error, &NOT_PROCESSED) {
        FailureKind::NotProcessed
    } else {
        FailureKind::Unknown
    };
    TransportFailure {
        kind,
        source: Box::new(error),
    }
}

/// Certificates of either side.
const CERTIFICATE: [&str; 1] = ["certificate"];

/// A server of HTTP/2 says that it has not looked at a request: by refusing the stream, or by
/// going away in good order, which ends only streams behind the last that it names (RFC 9113,
/// 8.7).
const NOT_PROCESSED: [&str; 2] = [
    "stream error received: refused stream",
    "connection error received: not a result of an error",
];

/// Whether a cause has one of these words: rustls and h2 are no dependencies of ours.
fn has_cause(error: &reqwest::Error, words: &[&str]) -> bool {
    let mut cause: Option<&dyn StdError> = error.source();
    while let Some(inner) = cause {
        let text = inner.to_string();
        if words.iter().any(|words| text.contains(words)) {
            return true;
        }
        cause = inner.source();
    }
    false
}
