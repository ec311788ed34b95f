use std::borrow::Cow;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;

use super::connection::Connection;
use super::frames::Frame;
use super::{StreamItem, StreamStyle};
use crate::runtime::{
    BoxFuture, DecodeError, Draft, Error, FailureKind, Mismatch, Phase, Result, TransportFailure,
};

/// How often a stream connects again, and after how many milliseconds where it does not say
/// (SSE-14).
const MOST_RECONNECTS: u32 = 5;
const USUAL_WAIT: u64 = 3_000;

/// The events of an answer, each as it completes (SSE-12). Dropping it closes the connection.
#[must_use = "a stream does nothing unless it is polled"]
pub struct EventStream<E> {
    style: &'static StreamStyle,
    state: State,
    /// The request, where it may be sent again.
    draft: Option<Draft>,
    reconnects: u32,
    last_id: String,
    retry: Option<u64>,
    operation: Cow<'static, str>,
    events: PhantomData<fn() -> E>,
}

enum State {
    Open(Box<Connection>),
    Opening(BoxFuture<'static, Result<Connection>>),
    Ended,
}

impl<E: StreamItem> EventStream<E> {
    /// Sends the request.
    pub(super) async fn open(draft: Draft, style: &'static StreamStyle) -> Result<Self> {
        let operation = draft.id.clone();
        let again = style.resume.then(|| draft.clone());
        let connection = Connection::open(draft, style, "").await?;
        Ok(Self {
            style,
            state: State::Open(Box::new(connection)),
            draft: again,
            reconnects: 0,
            last_id: String::new(),
            retry: None,
            operation,
            events: PhantomData,
        })
    }

    /// The next event; none at the end of the stream. The same as `StreamExt::next`.
    pub async fn next(&mut self) -> Option<Result<E>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// What a frame is: a value, an error, or the end.
    fn given(&mut self, connection: Box<Connection>, frame: &Frame) -> Option<Result<E>> {
        if self.style.end == Some(frame.data()) {
            return None;
        }
        let value = self.value(&connection, frame);
        if value.is_ok() {
            connection.job.watch.tell(frame.moment());
            self.state = State::Open(connection);
        }
        Some(value)
    }

    fn value(&self, connection: &Connection, frame: &Frame) -> Result<E> {
        let Connection { job, head, .. } = connection;
        match frame {
            Frame::Event(event) if self.style.error == Some(&event.name) => {
                return Err(job.stream_error(head, &event.data));
            }
            _ => {}
        }
        let read = frame.read(self.style);
        read.map_err(|mismatch| undecoded(connection, mismatch, frame.data()))
    }

    /// The end of a connection, or of its patience: the stream goes on with another one
    /// (SSE-14), or ends so.
    fn lost(&mut self, connection: &Connection, error: Option<Error>) -> Option<Result<E>> {
        connection.frames.last_id().clone_into(&mut self.last_id);
        self.retry = connection.frames.retry();
        if connection.head.status == http::StatusCode::NO_CONTENT {
            return None;
        }
        if self.reconnect() {
            return None;
        }
        error.map(Err)
    }

    /// Begins to connect again, if that is wanted and makes sense: without an id that can be
    /// sent back it would begin anew (HDR-2).
    fn reconnect(&mut self) -> bool {
        let is_printable = self
            .last_id
            .bytes()
            .all(|byte| (b' '..=b'~').contains(&byte));
        let Some(draft) = &self.draft else {
            return false;
        };
        if self.reconnects >= MOST_RECONNECTS || !is_printable {
            return false;
        }
        self.reconnects += 1;
        let mut draft = draft.clone();
        let (style, last_id) = (self.style, self.last_id.clone());
        if !last_id.is_empty() {
            let header = ("last-event-id".to_owned(), Some(last_id.clone()));
            draft.options.headers.push(header);
        }
        let clock = Arc::clone(&draft.client.core.clock);
        let wait = Duration::from_millis(self.retry.unwrap_or(USUAL_WAIT));
        self.state = State::Opening(Box::pin(async move {
            clock.sleep(wait).await;
            Connection::open(draft, style, &last_id).await
        }));
        true
    }

    fn poll_open(
        &mut self,
        mut connection: Box<Connection>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<E>>> {
        loop {
            let taken = {
                let Connection { frames, chunk, .. } = &mut *connection;
                frames.take(chunk, self.style.limit)
            };
            match taken {
                Ok(Some(frame)) => return Poll::Ready(self.given(connection, &frame)),
                Ok(None) => {}
                Err(limit) => {
                    let mismatch = Mismatch::new(&format!("at most {limit} bytes"), "more");
                    return Poll::Ready(Some(Err(undecoded(&connection, mismatch, ""))));
                }
            }
            let Some(body) = &mut connection.body else {
                return Poll::Ready(self.lost(&connection, None));
            };
            match body.as_mut().poll_next(cx) {
                Poll::Ready(Some(Ok(bytes))) => {
                    connection.silence = None;
                    connection.chunk = bytes;
                }
                Poll::Ready(Some(Err(failure))) => {
                    let error = connection.job.failed(failure, Phase::Body);
                    return Poll::Ready(self.lost(&connection, Some(error)));
                }
                Poll::Ready(None) => return Poll::Ready(self.closed(connection)),
                Poll::Pending => {
                    let Some(error) = is_silent(&mut connection, cx) else {
                        self.state = State::Open(connection);
                        return Poll::Pending;
                    };
                    return Poll::Ready(self.lost(&connection, Some(error)));
                }
            }
        }
    }

    /// The end of the connection: the end of the stream, unless that has a mark of its own
    /// (SSE-10).
    fn closed(&mut self, mut connection: Box<Connection>) -> Option<Result<E>> {
        if let Some(frame) = connection.frames.end() {
            connection.body = Some(Box::pin(Nothing));
            return self.given(connection, &frame);
        }
        let error = self.style.end.map(|_| {
            let source = "the stream ended without its end mark".into();
            let kind = FailureKind::Final;
            connection
                .job
                .failed(TransportFailure { kind, source }, Phase::Body)
        });
        self.lost(&connection, error)
    }
}

/// A body that has nothing more.
struct Nothing;

impl Stream for Nothing {
    type Item = Result<bytes::Bytes, TransportFailure>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

/// The error of an event that is not what it should be.
fn undecoded(connection: &Connection, mismatch: Mismatch, data: &str) -> Error {
    let Connection { job, head, .. } = connection;
    Error::Decode(Box::new(DecodeError {
        operation: job.id(),
        mismatch,
        status: head.status,
        headers: head.headers.clone(),
        request_id: head.request_id.clone(),
        raw_body: data.to_owned(),
        attempts: head.attempts,
    }))
}

/// The error of a connection on which nothing came for too long (1.3).
fn is_silent(connection: &mut Connection, cx: &mut Context<'_>) -> Option<Error> {
    let Connection { job, silence, .. } = connection;
    let limit = job.limit(Phase::Idle)?;
    let silence = silence.get_or_insert_with(|| job.core().clock.deadline(limit));
    let is_over = silence.as_mut().poll(cx).is_ready();
    is_over.then(|| job.timed_out(Phase::Idle, limit))
}

impl<E> Unpin for EventStream<E> {}

impl<E: StreamItem> Stream for EventStream<E> {
    type Item = Result<E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Open(connection) => {
                    let polled = self.poll_open(connection, cx);
                    // The end of a connection may be the begin of another one.
                    let goes_on = matches!(self.state, State::Opening(_));
                    if !(goes_on && matches!(polled, Poll::Ready(None))) {
                        return polled;
                    }
                }
                State::Opening(mut opening) => match opening.as_mut().poll(cx) {
                    Poll::Ready(Ok(connection)) => self.state = State::Open(Box::new(connection)),
                    Poll::Ready(Err(error)) => {
                        let is_loss = matches!(error, Error::Request(_));
                        if !(is_loss && self.reconnect()) {
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                    Poll::Pending => {
                        self.state = State::Opening(opening);
                        return Poll::Pending;
                    }
                },
                State::Ended => return Poll::Ready(None),
            }
        }
    }
}

impl<E> fmt::Debug for EventStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}
