use std::sync::Arc;

use bytes::Bytes;

use super::StreamStyle;
use super::frames::FrameReader;
use crate::runtime::call::{Form, Job, open, read_start, undecoded, within};
use crate::runtime::{BoxFuture, ByteStream, Draft, Mismatch, Phase, Received, Result};

/// One answer whose body is a stream, as far as it has come.
pub(super) struct Connection {
    /// None where nothing more is to come.
    pub(super) body: Option<ByteStream>,
    pub(super) frames: FrameReader,
    /// Bytes behind the last event that was given.
    pub(super) chunk: Bytes,
    pub(super) job: Job,
    pub(super) head: Received,
    pub(super) silence: Option<BoxFuture<'static, ()>>,
}

impl Connection {
    /// Sends the request; done as soon as the headers of the answer are there (SSE-8, SSE-15).
    pub(super) async fn open(draft: Draft, style: &StreamStyle, last_id: &str) -> Result<Self> {
        let (mut head, mut body, mut job) = open(draft, Form::Stream).await?;
        // Its events may have been acted on (1.4, class D).
        job.retry.repeatable = false;
        let is_empty = head.status == http::StatusCode::NO_CONTENT;
        if !is_empty && !style.takes(&head.media()) {
            let clock = Arc::clone(&job.core().clock);
            let start = within(&*clock, job.limit(Phase::Attempt), read_start(&mut body)).await;
            head.body = start.unwrap_or_default();
            let media = head.media();
            let found = if media.is_empty() { "nothing" } else { &media };
            let mismatch = Mismatch::new(style.media, found).in_header("content-type");
            return Err(undecoded(&head, mismatch));
        }
        Ok(Self {
            body: (!is_empty).then_some(body),
            frames: FrameReader::new(style, last_id),
            chunk: Bytes::new(),
            job,
            head,
            silence: None,
        })
    }
}
