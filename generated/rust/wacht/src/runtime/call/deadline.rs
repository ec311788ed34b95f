use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::runtime::Clock;

/// Runs `work` until it ends, or for as long as it may; the limit if that ran out first. The
/// work is dropped then, and with it the connection (CANCEL-2).
pub(crate) async fn within<T>(
    clock: &dyn Clock,
    limit: Option<Duration>,
    work: impl Future<Output = T>,
) -> Result<T, Duration> {
    let Some(limit) = limit else {
        return Ok(work.await);
    };
    let mut work = pin!(work);
    let mut end = clock.deadline(limit);
    poll_fn(|cx| match work.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Ok(value)),
        Poll::Pending => end.as_mut().poll(cx).map(|()| Err(limit)),
    })
    .await
}
