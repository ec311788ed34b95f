//! A service without a network: scripted answers, requests that are kept, and time that passes
//! when somebody waits.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod reader;

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use heddle_runtime_tests::runtime::{
    BoxFuture, ByteStream, Client, ClientBuilder, Clock, HttpRequest, HttpResponse, Random,
    Service, Transport, TransportFailure,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

pub static SERVICE: Service = Service::new("test", "1.0.0", "http://localhost/base");

/// An answer: status, headers, body.
pub type Reply = (u16, Vec<(&'static str, &'static str)>, &'static str);

pub fn json(body: &'static str) -> Reply {
    (200, vec![("content-type", "application/json")], body)
}

pub fn status(status: u16) -> Reply {
    (status, Vec::new(), "")
}

#[derive(Clone, Debug, Default)]
pub struct Script {
    replies: Arc<Mutex<VecDeque<Reply>>>,
    pub requests: Arc<Mutex<Vec<HttpRequest>>>,
    now: Arc<Mutex<Duration>>,
    pub sleeps: Arc<Mutex<Vec<Duration>>>,
}

impl Script {
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let script = Self::default();
        script.replies.lock().unwrap().extend(replies);
        script
    }

    pub fn builder(&self) -> ClientBuilder {
        self.builder_of(&SERVICE)
    }

    pub fn builder_of(&self, service: &'static Service) -> ClientBuilder {
        ClientBuilder::new(service)
            .transport(self.clone())
            .clock(self.clone())
            .random(Fixed)
            .environment(|_| None)
    }

    pub fn client(&self) -> Client {
        self.builder().into_client().0
    }

    pub fn urls(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        requests.iter().map(|request| request.url.clone()).collect()
    }

    /// What the requests had as a header; empty where they had none.
    pub fn headers(&self, name: &str) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        let value = |request: &HttpRequest| {
            let value = request.headers.get(name)?;
            value.to_str().ok().map(str::to_owned)
        };
        requests
            .iter()
            .map(|request| value(request).unwrap_or_default())
            .collect()
    }

    pub fn slept(&self) -> Vec<u128> {
        let sleeps = self.sleeps.lock().unwrap();
        sleeps.iter().map(Duration::as_millis).collect()
    }

    pub fn pass(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
    }
}

struct Chunks(VecDeque<Bytes>);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportFailure>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        self.requests.lock().unwrap().push(request);
        let reply = self.replies.lock().unwrap().pop_front();
        let (status, given, body) = reply.expect("a reply for every request");
        let mut headers = HeaderMap::new();
        for (name, value) in given {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        let chunks = body.bytes().map(|byte| Bytes::from(vec![byte]));
        let body: ByteStream = Box::pin(Chunks(chunks.collect()));
        let status = StatusCode::from_u16(status).unwrap();
        Box::pin(async move { Ok(HttpResponse::new(status, headers, body)) })
    }
}

impl Clock for Script {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        self.sleeps.lock().unwrap().push(wait);
        self.pass(wait);
        Box::pin(async {})
    }

    fn deadline(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}

#[derive(Debug)]
struct Fixed;

impl Random for Fixed {
    fn float(&self) -> f64 {
        0.0
    }

    fn uuid(&self) -> String {
        "00000000-0000-4000-8000-000000000000".to_owned()
    }
}

/// Everything that a stream gives.
pub async fn all<S: Stream + Unpin>(mut stream: S) -> Vec<S::Item> {
    let mut items = Vec::new();
    while let Some(item) = std::future::poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
        items.push(item);
    }
    items
}
