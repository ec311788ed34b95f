use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::time_line::{Place, TimeLine};
use crate::runtime::{BoxFuture, Clock};

/// Turns of the executor in which what is under way may still go on before time does.
const TURNS: u32 = 5;

/// 2026-01-01T00:00:00Z.
const START: Duration = Duration::from_secs(1_767_225_600);

/// A clock for tests, on which no time is really waited for: it goes by itself, to the end of
/// the next wait, whenever nothing else goes on. Clones show the same time.
///
/// It belongs to a transport that answers from memory: one that really waits would run into its
/// limits.
#[derive(Clone, Debug)]
pub struct FakeClock {
    line: Arc<TimeLine>,
    is_automatic: bool,
}

impl FakeClock {
    /// A clock whose time goes by itself. It shows 2026-01-01T00:00:00Z.
    #[must_use]
    pub fn new() -> Self {
        Self {
            line: TimeLine::at(START),
            is_automatic: true,
        }
    }

    /// A clock whose time goes only as [`advance`](Self::advance) says.
    #[must_use]
    pub fn manual() -> Self {
        Self {
            is_automatic: false,
            ..Self::new()
        }
    }

    /// The same, showing another time.
    #[must_use]
    pub fn starting_at(self, time: SystemTime) -> Self {
        let now = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            line: TimeLine::at(now),
            ..self
        }
    }

    /// How long each wait was that came to its end, in their order; limits of time are none.
    #[must_use]
    pub fn slept(&self) -> Vec<Duration> {
        self.line.slept()
    }

    /// How many waits and limits of time are under way.
    #[must_use]
    pub fn waits(&self) -> usize {
        self.line.waits()
    }

    /// Lets time go by; ends what ends within it.
    pub async fn advance(&self, time: Duration) {
        let end = self.line.now().saturating_add(time);
        settled().await;
        while self.line.step(end) {
            settled().await;
        }
        self.line.set(end);
    }

    fn wait(&self, end: Duration, length: Option<Duration>) -> Wait {
        Wait {
            line: Arc::clone(&self.line),
            end,
            length,
            place: None,
            is_automatic: self.is_automatic,
            turns: 0,
            steps: 0,
        }
    }
}

impl Default for FakeClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Duration {
        self.line.now()
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        let end = self.line.now().saturating_add(wait);
        Box::pin(self.wait(end, Some(wait)))
    }

    fn deadline(&self, limit: Duration) -> BoxFuture<'static, ()> {
        let end = self.line.now().saturating_add(limit);
        Box::pin(self.wait(end, None))
    }
}

/// Ends when time has come to it.
struct Wait {
    line: Arc<TimeLine>,
    end: Duration,
    length: Option<Duration>,
    place: Option<Place>,
    is_automatic: bool,
    /// Turns that it has let go by since time went on, and how often that was.
    turns: u32,
    steps: u64,
}

impl Future for Wait {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let place = match self.place {
            Some(place) if self.line.is_waiting(place, cx.waker()) => place,
            Some(_) => return Poll::Ready(()),
            None => self.line.add(self.end, self.length, cx.waker()),
        };
        self.place = Some(place);
        if self.is_automatic {
            let steps = self.line.steps();
            self.turns = if steps == self.steps {
                self.turns + 1
            } else {
                0
            };
            self.steps = steps;
            if self.turns == TURNS {
                self.line.step(Duration::MAX);
            }
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        if let Some(place) = self.place {
            self.line.remove(place);
        }
    }
}

/// Ends when all that is under way had its turn.
async fn settled() {
    for _ in 0..TURNS {
        tokio::task::yield_now().await;
    }
}
