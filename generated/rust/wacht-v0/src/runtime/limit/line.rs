use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::RateLimit;

/// What is known of one key. Times are since 1970.
#[derive(Debug, Default)]
pub(super) struct Line {
    grants: Mutex<Grants>,
    /// Held by the one who is next; the others wait in the order of their coming.
    pub(super) turn: tokio::sync::Mutex<()>,
    waiting: AtomicUsize,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Grants {
    /// The last ones, the oldest first; as many as the largest window counts.
    times: VecDeque<Duration>,
    /// Nobody may go before: the service says so (LIMIT-4).
    gate: Duration,
}

/// A place in the line, given up when it is dropped (LIMIT-6).
pub(super) struct Place<'a>(&'a Line);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Line {
    /// Who comes now, and how many are before.
    pub(super) fn enter(&self) -> (Place<'_>, usize) {
        let ahead = self.waiting.fetch_add(1, Ordering::SeqCst);
        (Place(self), ahead)
    }

    /// How long the call behind `ahead` others waits, if nothing changes (LIMIT-1).
    pub(super) fn wait(&self, limit: &RateLimit, ahead: usize, now: Duration) -> Duration {
        let mut grants = self.grants().clone();
        for _ in 0..ahead {
            let due = grants.due(limit, now);
            grants.times.push_back(due);
        }
        grants.due(limit, now).saturating_sub(now)
    }

    /// Notes that a call went through.
    pub(super) fn grant(&self, limit: &RateLimit, now: Duration) {
        let most = limit.windows.iter().map(|(count, _)| *count).max();
        let mut grants = self.grants();
        grants.times.push_back(now);
        if grants.times.len() > most.unwrap_or_default() {
            grants.times.pop_front();
        }
    }

    /// Lets nobody through before a time (LIMIT-4).
    pub(super) fn close_until(&self, time: Duration) {
        let mut grants = self.grants();
        grants.gate = grants.gate.max(time);
    }

    /// Whether it says nothing any more.
    pub(super) fn is_idle(&self, limit: &RateLimit, now: Duration) -> bool {
        let longest = limit.windows.iter().map(|(_, period)| *period).max();
        let grants = self.grants();
        let last = grants.times.back().copied().unwrap_or_default();
        let is_past = last.saturating_add(longest.unwrap_or_default()) <= now && grants.gate <= now;
        is_past && self.waiting.load(Ordering::SeqCst) == 0
    }

    fn grants(&self) -> MutexGuard<'_, Grants> {
        self.grants.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Grants {
    fn due(&self, limit: &RateLimit, now: Duration) -> Duration {
        let last = self.times.back().copied().unwrap_or_default();
        let start = now.max(self.gate).max(last);
        let windows = limit.windows.iter();
        windows.fold(start, |due, (count, period)| {
            let index = self.times.len().checked_sub(*count);
            let earlier = index.and_then(|index| self.times.get(index));
            earlier.map_or(due, |time| due.max(time.saturating_add(*period)))
        })
    }
}
