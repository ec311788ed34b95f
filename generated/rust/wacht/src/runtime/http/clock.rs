use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::BoxFuture;

/// Where times come from (SEAM-1).
pub trait Clock: fmt::Debug + Send + Sync {
    /// Time since 1970.
    fn now(&self) -> Duration;

    /// Ends after a wait: a back-off, a limiter's.
    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()>;

    /// Ends when a limit of time has run out, which a test may want to tell from a wait.
    fn deadline(&self, limit: Duration) -> BoxFuture<'static, ()> {
        self.sleep(limit)
    }
}

/// The clock of the system and of tokio.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(wait))
    }
}
