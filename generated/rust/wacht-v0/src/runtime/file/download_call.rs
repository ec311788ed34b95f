use std::fmt;
use std::future::IntoFuture;

use super::Download;
use crate::runtime::{BoxFuture, Draft, RawResponse, Read, Result};

/// A call that gives a file, all at once or as it comes. Nothing is sent before it is awaited.
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct DownloadCall<T> {
    pub(crate) draft: Draft,
    read: Read<T>,
}

impl<T> DownloadCall<T> {
    pub(crate) const fn new(draft: Draft, read: Read<T>) -> Self {
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

    /// Sends the call and gives all of the answer; awaiting it does the same.
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen on the way.
    pub async fn send(self) -> Result<T> {
        self.draft.call(self.read).send().await
    }

    /// Sends the call and gives the answer with its status and headers (RAW-1).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen on the way.
    pub async fn send_raw(self) -> Result<RawResponse<T>> {
        self.draft.call(self.read).send_raw().await
    }

    /// Sends the call and gives the file as soon as its headers are there (FILE-5).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen until then.
    pub async fn download(self) -> Result<Download> {
        Download::open(self.draft).await
    }
}

impl<T: 'static> IntoFuture for DownloadCall<T> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<T> Clone for DownloadCall<T> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            read: self.read,
        }
    }
}

impl<T> fmt::Debug for DownloadCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadCall")
            .field("operation", &self.draft.id)
            .finish_non_exhaustive()
    }
}
