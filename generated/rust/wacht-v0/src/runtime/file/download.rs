use std::fmt;
use std::future::poll_fn;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};

use super::content_disposition::file_name;
use super::save::save;
use crate::runtime::call::{Form, Job, open};
use crate::runtime::{BodyStream, BoxFuture, ByteStream, Draft, Error, Phase, Received, Result};

/// A file or another answer that is on its way (FILE-5, RAW-1): a stream of its bytes, which come no faster than they
/// are read. The limits of the call end with its headers; from then on only gaps are limited
/// (`idle`). Dropping it closes the connection.
#[must_use = "the bytes come when they are asked for"]
pub struct Download {
    head: Received,
    job: Job,
    /// None where nothing more is to come.
    body: Option<ByteStream>,
    silence: Option<BoxFuture<'static, ()>>,
}

impl Download {
    pub(crate) async fn open(draft: Draft) -> Result<Self> {
        let (head, body, mut job) = open(draft, Form::Open).await?;
        // What has come was given away already (1.4, class D).
        job.retry.repeatable = false;
        Ok(Self {
            head,
            job,
            body: Some(body),
            silence: None,
        })
    }

    /// The name that the service suggests, without directories (FILE-5).
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        file_name(&self.head.headers)
    }

    /// The media type, with its parameters.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.head.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// Bytes in all, if the service says so.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        let length = self.head.headers.get(CONTENT_LENGTH)?;
        length.to_str().ok()?.parse().ok()
    }

    /// The status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.head.status
    }

    /// All headers.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The id that the service gave the request (ERR-3).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id.as_deref()
    }

    /// How often the request was sent.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.head.attempts
    }

    /// How long the call took until the headers were there.
    #[must_use]
    pub const fn elapsed(&self) -> Duration {
        self.head.elapsed
    }

    /// The next bytes; none at the end. The same as `StreamExt::next`.
    pub async fn next(&mut self) -> Option<Result<Bytes>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The rest of the bytes.
    ///
    /// # Errors
    ///
    /// The connection is cut, or silent for too long.
    pub async fn bytes(mut self) -> Result<Bytes> {
        let mut all = BytesMut::new();
        while let Some(chunk) = self.next().await {
            all.extend_from_slice(&chunk?);
        }
        Ok(all.freeze())
    }

    /// Writes the rest of the bytes to a file, which is there only if all of them came, and
    /// says how many they are. Until then they are in a file beside it, `<name>.part`.
    ///
    /// # Errors
    ///
    /// What the disk says; an error of the call is inside of one of the kind `Other`.
    pub async fn save(self, path: impl AsRef<Path>) -> io::Result<u64> {
        save(self, path.as_ref()).await
    }

    /// The bytes as a program would have them of a file of its own.
    pub(super) fn into_body(self) -> BodyStream {
        Box::pin(super::Converted::new(self))
    }

    fn failed(&mut self, mut error: Error) -> Poll<Option<Result<Bytes>>> {
        self.body = None;
        self.job.tell(&mut error);
        Poll::Ready(Some(Err(error)))
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self {
            job, body, silence, ..
        } = &mut *self;
        let Some(open) = body else {
            return Poll::Ready(None);
        };
        match open.as_mut().poll_next(cx) {
            Poll::Ready(Some(Ok(bytes))) => {
                *silence = None;
                Poll::Ready(Some(Ok(bytes)))
            }
            Poll::Ready(Some(Err(failure))) => {
                let error = job.failed(failure, Phase::Body);
                self.failed(error)
            }
            Poll::Ready(None) => {
                *body = None;
                Poll::Ready(None)
            }
            Poll::Pending => {
                let Some(limit) = job.limit(Phase::Idle) else {
                    return Poll::Pending;
                };
                let end = silence.get_or_insert_with(|| job.core().clock.deadline(limit));
                if end.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
                let error = job.timed_out(Phase::Idle, limit);
                self.failed(error)
            }
        }
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("operation", &self.job.id())
            .field("file_name", &self.file_name())
            .field("content_type", &self.content_type())
            .field("size", &self.size())
            .finish_non_exhaustive()
    }
}
