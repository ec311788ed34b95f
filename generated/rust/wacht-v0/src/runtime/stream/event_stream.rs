use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Event, EventParser, EventTag, StreamStyle};
use crate::runtime::call::Job;
use crate::runtime::{
    BoxFuture, ByteStream, Clock, Decode, DecodeError, Error, Json, Mismatch, Phase, Received,
    Result, TransportFailure, parse,
};

/// The events of an answer, each as it completes (SSE-12). Dropping it closes the connection.
#[must_use = "a stream does nothing unless it is polled"]
pub struct EventStream<E> {
    body: Option<ByteStream>,
    parser: EventParser,
    /// Bytes behind the last event that was given.
    chunk: Bytes,
    style: &'static StreamStyle,
    job: Job,
    head: Received,
    silence: Option<BoxFuture<'static, ()>>,
    events: PhantomData<fn() -> E>,
}

impl<E: Decode> EventStream<E> {
    pub(super) fn new(
        body: ByteStream,
        style: &'static StreamStyle,
        job: Job,
        head: Received,
    ) -> Self {
        Self {
            body: Some(body),
            parser: EventParser::default(),
            chunk: Bytes::new(),
            style,
            job,
            head,
            silence: None,
            events: PhantomData,
        }
    }

    /// The next event; none at the end of the stream. The same as `StreamExt::next`.
    pub async fn next(&mut self) -> Option<Result<E>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The next event that the bytes at hand complete.
    fn complete(&mut self) -> Option<Event> {
        while !self.chunk.is_empty() {
            let byte = self.chunk.split_to(1);
            if let Some(event) = byte.first().and_then(|byte| self.parser.push(*byte)) {
                return Some(event);
            }
        }
        None
    }

    /// What an event is: a value, an error, or the end.
    fn given(&mut self, event: &Event) -> Option<Result<E>> {
        if self.style.end == Some(&event.data) {
            self.body = None;
            return None;
        }
        let value = self.value(event);
        if value.is_err() {
            self.body = None;
        }
        Some(value)
    }

    fn value(&self, event: &Event) -> Result<E> {
        if self.style.error == Some(&event.name) {
            return Err(self.job.stream_error(&self.head, &event.data));
        }
        tagged(event, self.style.tag).map_err(|mismatch| {
            Error::Decode(Box::new(DecodeError {
                operation: self.job.id(),
                mismatch,
                status: self.head.status,
                headers: self.head.headers.clone(),
                request_id: self.head.request_id.clone(),
                raw_body: event.data.clone(),
            }))
        })
    }

    /// The end of the connection: the end of the stream, unless that has a mark of its own
    /// (SSE-10).
    fn closed(&mut self) -> Option<Result<E>> {
        self.body = None;
        self.style.end?;
        let source = "the stream ended without its end mark".into();
        let failure = TransportFailure {
            kind: crate::runtime::FailureKind::Final,
            source,
        };
        Some(Err(self.job.failed(failure, Phase::Body)))
    }

    /// Whether nothing came for too long (1.3).
    fn is_silent(&mut self, cx: &mut Context<'_>) -> Option<Error> {
        let limit = self.job.limit(Phase::Idle)?;
        let clock: &dyn Clock = &*self.job.core().clock;
        let silence = self.silence.get_or_insert_with(|| clock.deadline(limit));
        silence
            .as_mut()
            .poll(cx)
            .is_ready()
            .then(|| self.job.timed_out(Phase::Idle, limit))
    }
}

/// The data of an event with its name where the type has it (SSE-9).
fn tagged<E: Decode>(event: &Event, tag: EventTag) -> Result<E, Mismatch> {
    let mut json = parse(&event.data)?;
    if let (EventTag::Member(member), Json::Object(members)) = (tag, &mut json) {
        members.push((member.into(), Json::String(event.name.as_str().into())));
    }
    E::decode(&json)
}

impl<E> Unpin for EventStream<E> {}

impl<E: Decode> Stream for EventStream<E> {
    type Item = Result<E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if self.body.is_none() {
                return Poll::Ready(None);
            }
            if let Some(event) = self.complete() {
                return Poll::Ready(self.given(&event));
            }
            let Some(body) = &mut self.body else {
                return Poll::Ready(None);
            };
            match body.as_mut().poll_next(cx) {
                Poll::Ready(Some(Ok(bytes))) => {
                    self.silence = None;
                    self.chunk = bytes;
                }
                Poll::Ready(Some(Err(failure))) => {
                    self.body = None;
                    return Poll::Ready(Some(Err(self.job.failed(failure, Phase::Body))));
                }
                Poll::Ready(None) => return Poll::Ready(self.closed()),
                Poll::Pending => {
                    let Some(error) = self.is_silent(cx) else {
                        return Poll::Pending;
                    };
                    self.body = None;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

impl<E> fmt::Debug for EventStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("operation", &self.job.id())
            .finish_non_exhaustive()
    }
}
