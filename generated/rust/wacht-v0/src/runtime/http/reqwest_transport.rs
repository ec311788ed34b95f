use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::{BoxFuture, FailureKind, HttpRequest, HttpResponse, Transport, TransportFailure};

/// The transport of clients: one pool of connections each (CONN-1).
#[derive(Clone, Debug)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// A pool of its own. Time limits lie around calls, not in here; redirects and repeats
    /// are the runtime's.
    ///
    /// # Errors
    ///
    /// TLS could not be set up.
    pub fn new(connect: Option<Duration>) -> Result<Self, reqwest::Error> {
        let mut builder = reqwest::Client::builder()
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
        } = request;
        let mut sending = self.0.request(method, url).headers(headers);
        if let Some(body) = body {
            sending = sending.body(body);
        }
        Box::pin(async move {
            let mut response = sending.send().await.map_err(failure)?;
            Ok(HttpResponse {
                status: response.status(),
                headers: std::mem::take(response.headers_mut()),
                body: Box::pin(Body(Box::pin(response.bytes_stream()))),
            })
        })
    }
}

type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, reqwest::Error>> + Send>>;

struct Body(Chunks);

impl Stream for Body {
    type Item = Result<Bytes, TransportFailure>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0
            .as_mut()
            .poll_next(cx)
            .map(|chunk| Some(chunk?.map_err(failure)))
    }
}

/// Which class a failure has, without the URL, which may hold secrets (SEC-2).
fn failure(error: reqwest::Error) -> TransportFailure {
    let error = error.without_url();
    let kind = if error.is_builder() || is_certificate(&error) {
        FailureKind::Final
    } else if error.is_connect() && error.is_timeout() {
        FailureKind::ConnectTimeout
    } else if error.is_connect() {
        FailureKind::NotSent
    } else {
        FailureKind::Unknown
    };
    TransportFailure {
        kind,
        source: Box::new(error),
    }
}

/// Certificates do not become better by asking again. rustls is not a dependency of ours, so
/// its words decide.
fn is_certificate(error: &reqwest::Error) -> bool {
    let mut cause: Option<&dyn StdError> = error.source();
    while let Some(inner) = cause {
        if inner.to_string().contains("certificate") {
            return true;
        }
        cause = inner.source();
    }
    false
}
