use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::style::Fetched;
use super::{Page, PageCall};
use crate::runtime::call::{decoded, execute, undecoded};
use crate::runtime::{BoxFuture, Draft, Error, Json, Read, Result, parse};

/// The pages of a list, each asked for when the one before is used up (PAGE-2).
#[must_use = "a stream does nothing unless it is polled"]
pub struct Pages<P> {
    read: Read<P>,
    state: State<P>,
    /// Items that are still wanted.
    left: Option<usize>,
}

/// A page that came, how many items it has, and the request of the one behind it.
struct Stop<P> {
    page: P,
    items: usize,
    next: Result<Option<Draft>>,
}

enum State<P> {
    /// The request of the next page.
    Ready(Box<Draft>),
    Asking(BoxFuture<'static, Result<Stop<P>>>),
    /// Nobody knows the next page.
    Lost(Error),
    Ended,
}

impl<P> Pages<P> {
    pub(super) fn new(call: PageCall<P>) -> Self {
        Self {
            read: call.read,
            state: State::Ready(Box::new(call.draft)),
            left: None,
        }
    }

    /// Ends with the page that has the last of that many items (PAGE-6).
    pub const fn max_items(mut self, count: usize) -> Self {
        self.left = Some(count);
        self
    }

    /// Takes note of a page; what is behind it is asked for only if it is wanted.
    fn arrived(&mut self, Stop { page, items, next }: Stop<P>) -> P {
        self.left = self.left.map(|left| left.saturating_sub(items));
        self.state = match next {
            _ if self.left == Some(0) => State::Ended,
            Ok(Some(draft)) => State::Ready(Box::new(draft)),
            Ok(None) => State::Ended,
            Err(error) => State::Lost(error),
        };
        page
    }
}

impl<P: 'static> Pages<P> {
    /// The next page; none behind the last one. The same as `StreamExt::next`.
    pub async fn next(&mut self) -> Option<Result<P>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

async fn stop<P>(draft: Draft, read: Read<P>) -> Result<Stop<P>> {
    let asked = draft.clone();
    let answer = execute(draft).await?;
    let text = String::from_utf8_lossy(&answer.body);
    let page = decoded(&answer, read)?;
    let (Some(style), Ok(body)) = (asked.operation.page, parse(&text)) else {
        return Ok(Stop {
            page,
            items: 0,
            next: Ok(None),
        });
    };
    let items = match body.at(style.items) {
        Some(Json::List(items)) => items.len(),
        _ => 0,
    };
    let fetched = Fetched {
        style,
        body: &body,
        headers: &answer.headers,
        draft: &asked,
    };
    let next = fetched
        .next()
        .map_err(|mismatch| undecoded(&answer, mismatch));
    // A key of the caller's own was for one request (RETRY-6).
    let next = next.map(|draft| {
        draft.map(|mut draft| {
            draft.options.idempotency_key = None;
            draft
        })
    });
    Ok(Stop { page, items, next })
}

impl<P: 'static> Stream for Pages<P> {
    type Item = Result<P>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let read = self.read;
        if self.left == Some(0) {
            return Poll::Ready(None);
        }
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ready(draft) => self.state = State::Asking(Box::pin(stop(*draft, read))),
                State::Asking(mut asking) => {
                    let Poll::Ready(answer) = asking.as_mut().poll(cx) else {
                        self.state = State::Asking(asking);
                        return Poll::Pending;
                    };
                    return Poll::Ready(Some(answer.map(|stop| self.arrived(stop))));
                }
                State::Lost(error) => return Poll::Ready(Some(Err(error))),
                State::Ended => return Poll::Ready(None),
            }
        }
    }
}

impl<P> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

/// The items of a list, page after page (PAGE-2).
#[must_use = "a stream does nothing unless it is polled"]
pub struct Items<P: Page> {
    pages: Pages<P>,
    page: std::vec::IntoIter<P::Item>,
    left: Option<usize>,
}

impl<P: Page> Items<P> {
    pub(super) fn new(pages: Pages<P>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
            left: None,
        }
    }

    /// Ends after that many items (PAGE-6).
    pub const fn max_items(mut self, count: usize) -> Self {
        self.left = Some(count);
        self
    }

    /// The next item; none behind the last one. The same as `StreamExt::next`.
    pub async fn next(&mut self) -> Option<Result<P::Item>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl<P: Page> Unpin for Items<P> {}

impl<P: Page> Stream for Items<P> {
    type Item = Result<P::Item>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.left == Some(0) {
            return Poll::Ready(None);
        }
        loop {
            if let Some(item) = self.page.next() {
                self.left = self.left.map(|left| left - 1);
                return Poll::Ready(Some(Ok(item)));
            }
            match Pin::new(&mut self.pages).poll_next(cx) {
                Poll::Ready(Some(Ok(page))) => self.page = page.into_items().into_iter(),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

impl<P: Page> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}
