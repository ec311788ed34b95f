use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

/// The time of a fake clock, and who waits for which.
#[derive(Debug)]
pub(super) struct TimeLine(Mutex<State>);

#[derive(Debug)]
struct State {
    /// Since 1970.
    now: Duration,
    slept: Vec<Duration>,
    /// By the time that they wait for, then by their coming.
    waiting: BTreeMap<Place, Waiter>,
    last: u64,
    /// How often time went on.
    steps: u64,
}

/// When a wait is over, and its number.
pub(super) type Place = (Duration, u64);

#[derive(Debug)]
struct Waiter {
    /// Of a wait; a limit of time has none.
    length: Option<Duration>,
    waker: Waker,
}

impl TimeLine {
    pub(super) fn at(now: Duration) -> Arc<Self> {
        Arc::new(Self(Mutex::new(State {
            now,
            slept: Vec::new(),
            waiting: BTreeMap::new(),
            last: 0,
            steps: 0,
        })))
    }

    pub(super) fn now(&self) -> Duration {
        self.state().now
    }

    pub(super) fn slept(&self) -> Vec<Duration> {
        self.state().slept.clone()
    }

    pub(super) fn waits(&self) -> usize {
        self.state().waiting.len()
    }

    /// Begins a wait.
    pub(super) fn add(&self, end: Duration, length: Option<Duration>, waker: &Waker) -> Place {
        let mut state = self.state();
        state.last += 1;
        let place = (end, state.last);
        let waker = waker.clone();
        state.waiting.insert(place, Waiter { length, waker });
        place
    }

    pub(super) fn remove(&self, place: Place) {
        self.state().waiting.remove(&place);
    }

    /// Whether a wait is not over; whoever polls it is woken at its end.
    pub(super) fn is_waiting(&self, place: Place, waker: &Waker) -> bool {
        let mut state = self.state();
        let waiter = state.waiting.get_mut(&place);
        waiter
            .map(|waiter| waiter.waker.clone_from(waker))
            .is_some()
    }

    /// Goes on to the end of the next wait, if that is not behind `limit`; whether there was one.
    pub(super) fn step(&self, limit: Duration) -> bool {
        let mut state = self.state();
        let next = state.waiting.first_entry();
        let Some(next) = next.filter(|entry| entry.key().0 <= limit) else {
            return false;
        };
        let ((end, _), waiter) = next.remove_entry();
        state.now = state.now.max(end);
        state.steps += 1;
        state.slept.extend(waiter.length);
        waiter.waker.wake();
        true
    }

    /// How often time went on.
    pub(super) fn steps(&self) -> u64 {
        self.state().steps
    }

    /// Goes on to a time.
    pub(super) fn set(&self, now: Duration) {
        let mut state = self.state();
        state.now = state.now.max(now);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
