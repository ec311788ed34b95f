use std::fmt;
use std::future::IntoFuture;

use super::{Items, Page, Pages};
use crate::runtime::{BoxFuture, Call, Download, Draft, RawResponse, Read, Result};

/// A call that gives a page of a list, or all of it piece by piece. Nothing is sent before it
/// is awaited.
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct PageCall<P> {
    pub(crate) draft: Draft,
    pub(super) read: Read<P>,
}

impl<P> PageCall<P> {
    pub(crate) const fn new(draft: Draft, read: Read<P>) -> Self {
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
    pub async fn send(self) -> Result<P> {
        self.draft.call(self.read).send().await
    }

    /// Sends the call and gives the page with its status and headers (RAW-1).
    ///
    /// # Errors
    ///
    /// Whatever the operation lists, and what can happen on the way.
    pub async fn send_raw(self) -> Result<RawResponse<P>> {
        self.draft.call(self.read).send_raw().await
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

impl<P: Page> PageCall<P> {
    /// Every item of every page, asked for one page after the other (PAGE-2).
    #[must_use = "a stream does nothing unless it is polled"]
    pub fn items(self) -> Items<P> {
        Items::new(self.pages())
    }

    /// Every page, asked for one after the other (PAGE-2).
    #[must_use = "a stream does nothing unless it is polled"]
    pub fn pages(self) -> Pages<P> {
        Pages::new(self)
    }
}

impl<P: 'static> IntoFuture for PageCall<P> {
    type Output = Result<P>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let call: Call<P> = self.draft.call(self.read);
        call.into_future()
    }
}

impl<P> Clone for PageCall<P> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            read: self.read,
        }
    }
}

impl<P> fmt::Debug for PageCall<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageCall")
            .field("operation", &self.draft.id)
            .finish_non_exhaustive()
    }
}
