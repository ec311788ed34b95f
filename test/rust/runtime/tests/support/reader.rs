use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use heddle_runtime_tests::runtime::{
    BoxError, BoxFuture, Client, ClientBuilder, FailureKind, HttpRequest, HttpResponse, Transport,
    TransportFailure,
};
use http::{HeaderMap, StatusCode};

/// Items that are there at once.
pub struct Given<T>(pub VecDeque<T>);

impl<T> Given<T> {
    pub fn of(items: impl IntoIterator<Item = T>) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T: Unpin> Stream for Given<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.pop_front())
    }
}

/// What it answers: a status, a header, and pieces of a body, the last of which may fail.
pub type Answer = (
    u16,
    Option<(&'static str, &'static str)>,
    Vec<Result<&'static str, &'static str>>,
);

/// A service that reads the bodies of requests before it answers.
#[derive(Clone, Default)]
pub struct Reader {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    /// The `Content-Length` of each request, and its body or what kept it from coming.
    pub read: Arc<Mutex<Vec<(Option<String>, Result<String, String>)>>>,
}

impl Reader {
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers = Mutex::new(answers.into_iter().collect());
        Self {
            answers: Arc::new(answers),
            ..Self::default()
        }
    }

    pub fn client(&self, script: &super::Script) -> Client {
        ClientBuilder::new(&super::SERVICE)
            .transport(self.clone())
            .clock(script.clone())
            .environment(|_| None)
            .into_client()
            .0
    }

    pub fn bodies(&self) -> Vec<String> {
        let read = self.read.lock().unwrap();
        read.iter()
            .map(|(_, body)| body.clone().expect("a body"))
            .collect()
    }
}

async fn text(request: HttpRequest) -> Result<String, BoxError> {
    let mut pieces = request.body.unwrap_or_default().into_stream();
    let mut bytes = Vec::new();
    while let Some(piece) = poll_fn(|cx| pieces.as_mut().poll_next(cx)).await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(String::from_utf8(bytes)?)
}

fn unknown(source: impl Into<BoxError>) -> TransportFailure {
    TransportFailure {
        kind: FailureKind::Unknown,
        source: source.into(),
    }
}

impl Transport for Reader {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        let this = self.clone();
        Box::pin(async move {
            let length = request.headers.get("content-length");
            let length = length.map(|value| value.to_str().expect("a text").to_owned());
            let body = text(request).await;
            let seen = body.as_ref().map_err(ToString::to_string).cloned();
            this.read.lock().unwrap().push((length, seen));
            body.map_err(unknown)?;
            let next = this.answers.lock().unwrap().pop_front();
            let (status, header, pieces) = next.expect("an answer for every request");
            let mut headers = HeaderMap::new();
            if let Some((name, value)) = header {
                headers.insert(name, value.parse().expect("a value"));
            }
            let pieces = pieces
                .into_iter()
                .map(|piece| piece.map(Bytes::from).map_err(unknown));
            let status = StatusCode::from_u16(status).expect("a status");
            Ok(HttpResponse::new(
                status,
                headers,
                Box::pin(Given::of(pieces)),
            ))
        })
    }
}
