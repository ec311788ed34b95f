use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use http::Method;

use super::call_event::{CallEvent, CallId, Moment, Outcome};
use super::hooks::Hooks;
use crate::runtime::{Clock, Draft};

/// Tells observers and the log what happens in a call, its end included if it is dropped.
pub(crate) struct Watch {
    pub(crate) call: CallId,
    hooks: Arc<Hooks>,
    clock: Arc<dyn Clock>,
    operation: Cow<'static, str>,
    method: Method,
    path: Cow<'static, str>,
    start: Duration,
    url: String,
    attempt: u32,
    is_open: bool,
    is_attempting: bool,
}

impl Watch {
    pub(crate) fn of(draft: &Draft, start: Duration) -> Self {
        let core = &draft.client.core;
        Self {
            call: CallId::next(),
            hooks: Arc::clone(&core.hooks),
            clock: Arc::clone(&core.clock),
            operation: draft.id.clone(),
            method: draft.method.clone(),
            path: draft.template.clone(),
            start,
            url: String::new(),
            attempt: 0,
            is_open: false,
            is_attempting: false,
        }
    }

    /// Whether anybody wants to know; else nothing needs to be made up for it.
    pub(crate) fn is_heard(&self) -> bool {
        !self.hooks.are_silent()
    }

    pub(crate) fn start(&mut self, url: String) {
        self.url = url;
        self.is_open = true;
        self.tell(Moment::CallStart);
    }

    pub(crate) fn start_attempt(&mut self, attempt: u32, url: String) {
        self.attempt = attempt;
        self.url = url;
        self.is_attempting = true;
        self.tell(Moment::AttemptStart);
    }

    pub(crate) fn end_attempt(&mut self, outcome: Outcome<'_>) {
        if std::mem::take(&mut self.is_attempting) {
            self.tell(Moment::AttemptEnd { outcome });
        }
    }

    pub(crate) fn end(&mut self, outcome: Outcome<'_>) {
        self.end_attempt(outcome);
        if std::mem::take(&mut self.is_open) {
            self.tell(Moment::CallEnd { outcome });
        }
    }

    /// Who panics is told nothing more of it: observers change nothing (HOOK-2).
    pub(crate) fn tell(&self, moment: Moment<'_>) {
        if !self.is_heard() {
            return;
        }
        let event = CallEvent {
            call: self.call,
            operation: &self.operation,
            method: self.method.as_str(),
            path: &self.path,
            url: &self.url,
            attempt: self.attempt,
            elapsed: self.clock.now().saturating_sub(self.start),
            moment,
        };
        for observer in &self.hooks.observers {
            if catch_unwind(AssertUnwindSafe(|| observer(&event))).is_err() {
                let operation = &self.operation;
                self.hooks
                    .warn(&format!("{operation}: an observer panicked"));
            }
        }
        if let Some(log) = &self.hooks.log {
            log.tell(&event);
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.end(Outcome::Dropped);
    }
}
