use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{RecordedRequest, Reply};
use crate::runtime::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportFailure};

/// A transport that answers from memory. Clones share what they have seen.
#[derive(Clone)]
pub struct MemoryTransport {
    answer: Arc<dyn Fn(&RecordedRequest) -> Reply + Send + Sync>,
    requests: Arc<Mutex<Vec<RecordedRequest>>>,
}

impl MemoryTransport {
    /// Gives the replies one after another. A request behind the last one fails, and is not
    /// repeated.
    #[must_use]
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let waiting = Mutex::new(replies.into_iter().collect::<VecDeque<_>>());
        Self::from_fn(move |request| {
            let next = lock(&waiting).pop_front();
            let (method, target) = (&request.method, request.target());
            next.unwrap_or_else(|| Reply::unexpected(&format!("{method} {target}")))
        })
    }

    /// Gives what a function makes of each request.
    #[must_use]
    pub fn from_fn(answer: impl Fn(&RecordedRequest) -> Reply + Send + Sync + 'static) -> Self {
        Self {
            answer: Arc::new(answer),
            requests: Arc::default(),
        }
    }

    /// What was sent, in its order.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        lock(&self.requests).clone()
    }
}

impl Transport for MemoryTransport {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        let request = RecordedRequest::of(&request);
        let reply = (self.answer)(&request).given();
        lock(&self.requests).push(request);
        Box::pin(async move {
            match reply {
                Some(given) => given,
                None => std::future::pending().await,
            }
        })
    }
}

impl fmt::Debug for MemoryTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryTransport").finish_non_exhaustive()
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
