use std::fmt;
use std::future::IntoFuture;

use super::{Draft, RawResponse, Read, Received, execute};
use crate::runtime::{BoxFuture, DecodeError, Download, Error, Mismatch, Result};

/// A call that gives one answer. Nothing is sent before it is awaited.
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct Call<T> {
    pub(crate) draft: Draft,
    read: Read<T>,
}

impl<T> Call<T> {
    pub(super) const fn new(draft: Draft, read: Read<T>) -> Self {
        Self { draft, read }
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
        self.send_raw().await.map(|raw| raw.value)
    }

    /// Sends the call and gives the answer with its status and headers (RAW-1).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen on the way.
    pub async fn send_raw(self) -> Result<RawResponse<T>> {
        let answer = execute(self.draft).await?;
        let value = decoded(&answer, self.read)?;
        let Received {
            operation,
            status,
            headers,
            request_id,
            attempts,
            elapsed,
            ..
        } = answer;
        Ok(RawResponse {
            value,
            status,
            headers,
            request_id,
            attempts,
            elapsed,
            operation,
        })
    }

    /// Sends the call and gives the answer as soon as its headers are there, undecoded (RAW-1).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen until then.
    pub async fn send_undecoded(self) -> Result<Download> {
        Download::open(self.draft).await
    }
}

/// The value of an answer, or an error that says what is wrong with it.
pub(crate) fn decoded<T>(answer: &Received, read: Read<T>) -> Result<T> {
    read(answer).map_err(|mismatch| undecoded(answer, mismatch))
}

/// The error of an answer that is not what it should be.
pub(crate) fn undecoded(answer: &Received, mismatch: Mismatch) -> Error {
    Error::Decode(Box::new(DecodeError {
        operation: answer.operation.clone(),
        mismatch,
        status: answer.status,
        headers: answer.headers.clone(),
        request_id: answer.request_id.clone(),
        raw_body: String::from_utf8_lossy(&answer.body).into_owned(),
        attempts: answer.attempts,
    }))
}

impl<T: 'static> IntoFuture for Call<T> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<T> Clone for Call<T> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            read: self.read,
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.draft.id)
            .finish_non_exhaustive()
    }
}
