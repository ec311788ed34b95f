use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::log::Log;
use super::log_level::LogLevel;
use super::middleware::CallContext;
use crate::runtime::shown::one_line;
use crate::runtime::{ByteStream, HttpRequest, HttpResponse, TransportFailure};

/// Characters of a body that are logged, and bytes that are read for it (HOOK-3).
const LOGGED: usize = 1024;
const READ: usize = 65_536;

pub(super) fn log_request(log: &Log, context: &CallContext, request: &HttpRequest) {
    let text = request
        .body
        .as_ref()
        .filter(|_| is_text(&request.headers))
        .and_then(|body| body.as_bytes())
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    write(log, context, "request", &request.headers, &text);
}

/// The response, which is logged when its body has come, if that is text that comes to an end.
pub(super) fn logged(
    log: &Log,
    context: &Arc<CallContext>,
    mut response: HttpResponse,
) -> HttpResponse {
    let what = format!("response {}", response.status.as_u16());
    if !is_text(&response.headers) {
        write(log, context, &what, &response.headers, "");
        return response;
    }
    response.body = Box::pin(LoggedBody {
        body: response.body,
        read: BytesMut::new(),
        line: Some(Line {
            log: log.clone(),
            context: Arc::clone(context),
            what,
            headers: response.headers.clone(),
        }),
    });
    response
}

fn write(log: &Log, context: &CallContext, what: &str, headers: &HeaderMap, body: &str) {
    let fields = context.redaction.headers(headers, false).join("; ");
    let body: String = context.redaction.body(body).chars().take(LOGGED).collect();
    let line = format!("{}: {what} {fields} {body}", context.operation);
    log.write(LogLevel::Debug, &one_line(&line));
}

fn is_text(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).map(http::HeaderValue::as_bytes);
    let media = String::from_utf8_lossy(media.unwrap_or_default()).to_ascii_lowercase();
    let has = |words: [&str; 3]| words.iter().any(|word| media.contains(word));
    has(["json", "text/", "x-www-form-urlencoded"]) && !has(["event-stream", "jsonl", "ndjson"])
}

/// What is to be said once a body has come, or is dropped.
struct Line {
    log: Log,
    context: Arc<CallContext>,
    what: String,
    headers: HeaderMap,
}

struct LoggedBody {
    body: ByteStream,
    read: BytesMut,
    line: Option<Line>,
}

impl LoggedBody {
    fn end(&mut self) {
        if let Some(line) = self.line.take() {
            let text = String::from_utf8_lossy(&self.read);
            write(&line.log, &line.context, &line.what, &line.headers, &text);
        }
    }
}

impl Drop for LoggedBody {
    fn drop(&mut self) {
        self.end();
    }
}

impl Stream for LoggedBody {
    type Item = Result<Bytes, TransportFailure>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.body.as_mut().poll_next(cx);
        match &polled {
            Poll::Ready(Some(Ok(chunk))) => {
                let room = READ.saturating_sub(self.read.len()).min(chunk.len());
                self.read.extend_from_slice(&chunk[..room]);
            }
            Poll::Ready(_) => self.end(),
            Poll::Pending => {}
        }
        polled
    }
}
