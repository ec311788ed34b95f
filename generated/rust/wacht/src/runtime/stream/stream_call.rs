use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;

use super::{EventStream, StreamItem, StreamStyle};
use crate::runtime::{BoxFuture, Download, Draft, RawResponse, Read, Result};

/// A call that gives one answer, or a stream of events. Nothing is sent before it is awaited.
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct StreamCall<T, E> {
    pub(crate) draft: Draft,
    read: Read<T>,
    events: PhantomData<fn() -> E>,
}

impl<T, E> StreamCall<T, E> {
    pub(crate) const fn new(draft: Draft, read: Read<T>) -> Self {
        Self {
            draft,
            read,
            events: PhantomData,
        }
    }

    crate::call_options!();

    /// The request as a command for a shell, credentials and secret values as `***` (DBG-1).
    ///
    /// # Errors
    ///
    /// What is refused before sending.
    pub fn to_curl(&self) -> Result<String> {
        self.draft.to_curl()
    }

    /// Sends the call; awaiting it does the same.
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen on the way.
    pub async fn send(self) -> Result<T> {
        self.draft.for_answer()?.call(self.read).send().await
    }

    /// Sends the call and gives the answer with its status and headers (RAW-1).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen on the way.
    pub async fn send_raw(self) -> Result<RawResponse<T>> {
        let draft = self.draft.for_answer()?;
        draft.call(self.read).send_raw().await
    }

    /// Sends the call and gives the answer as soon as its headers are there, undecoded (RAW-1).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen until then.
    pub async fn send_undecoded(self) -> Result<Download> {
        Download::open(self.draft.for_answer()?).await
    }
}

impl<T, E: StreamItem> StreamCall<T, E> {
    /// Sends the call and gives the events of the answer.
    ///
    /// # Errors
    ///
    /// Whatever can happen until the headers of the answer are there (SSE-8, SSE-15).
    pub async fn stream(self) -> Result<EventStream<E>> {
        let style = self.draft.operation.stream.as_ref();
        let style = style.unwrap_or(&StreamStyle::SSE);
        EventStream::open(self.draft.for_stream()?, style).await
    }
}

impl<T: 'static, E: 'static> IntoFuture for StreamCall<T, E> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<T, E> Clone for StreamCall<T, E> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            read: self.read,
            events: PhantomData,
        }
    }
}

impl<T, E> fmt::Debug for StreamCall<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamCall")
            .field("operation", &self.draft.id)
            .finish_non_exhaustive()
    }
}
