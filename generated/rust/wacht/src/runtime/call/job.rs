use std::borrow::Cow;
use std::sync::PoisonError;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{Draft, Operation, Received, Timeouts};
use crate::runtime::client::Core;
use crate::runtime::error::innermost;
use crate::runtime::{
    Error, FailureKind, Phase, RetryPolicy, Token, TokenProvider, TransportError, TransportFailure,
    Watch,
};

/// A call under way: what its stages share.
pub(crate) struct Job {
    pub(crate) draft: Draft,
    pub(crate) retry: RetryPolicy,
    timeouts: Timeouts,
    start: Duration,
    /// The same for all attempts (RETRY-6).
    pub(crate) key: Option<String>,
    /// The attempt under way: 1, 2, ..; 0 before the first.
    pub(crate) attempt: u32,
    /// Tokens that the attempt under way was sent with, and whether any were asked for again
    /// (AUTH-3).
    pub(super) tokens: Vec<(TokenProvider, Token)>,
    pub(super) renewed: bool,
    /// Every token that this call was sent with: errors must not tell them (SEC-1).
    pub(super) spent: Vec<Token>,
    /// The URL of the last request, if there was one.
    pub(super) url: Option<String>,
    pub(crate) watch: Watch,
    /// What earlier attempts came to (RETRY-10).
    pub(crate) failures: Vec<String>,
    /// Whether the quota of repeats was used up (RETRY-5).
    is_out_of_repeats: bool,
}

/// A wait before another attempt, and what it cost (RETRY-5).
pub(crate) struct Wait {
    pub(crate) time: Duration,
    pub(crate) cost: u32,
}

impl Job {
    pub(crate) fn new(draft: Draft) -> Self {
        let core = &draft.client.core;
        let Operation { timeouts, .. } = draft.operation;
        let timeouts = draft
            .options
            .timeouts
            .or(core.timeouts)
            .or(*timeouts)
            .or(core.service.timeouts);
        let given = draft.options.idempotency_key.clone();
        let key = draft
            .key_header
            .map(|_| given.unwrap_or_else(|| core.random.uuid()));
        let start = core.clock.now();
        Self {
            key,
            retry: RetryPolicy::of(&draft),
            timeouts: timeouts.or(Timeouts::DEFAULT),
            start,
            attempt: 0,
            tokens: Vec::new(),
            renewed: false,
            spent: Vec::new(),
            url: None,
            watch: Watch::of(&draft, start),
            failures: Vec::new(),
            is_out_of_repeats: false,
            draft,
        }
    }

    pub(crate) fn core(&self) -> &Core {
        &self.draft.client.core
    }

    pub(crate) fn id(&self) -> Cow<'static, str> {
        self.draft.id.clone()
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.core().clock.now().saturating_sub(self.start)
    }

    /// A limit of time; none if there is none.
    pub(crate) fn limit(&self, phase: Phase) -> Option<Duration> {
        Timeouts::limit(match phase {
            Phase::Connect => self.timeouts.connect,
            Phase::Attempt => self.timeouts.attempt,
            Phase::Total => self.timeouts.total,
            Phase::Idle => self.timeouts.idle,
            Phase::Response | Phase::Body => None,
        })
    }

    /// The error of a limit that ran out: after an attempt others may follow, after the call
    /// not (1.3).
    pub(crate) fn timed_out(&self, phase: Phase, limit: Duration) -> Error {
        let error = TransportError::timeout(self.id(), phase, limit, self.elapsed());
        Error::Request(error.retryable(phase == Phase::Attempt && self.retry.repeatable))
    }

    /// The error of a request that got no answer, with its class (1.4).
    pub(crate) fn failed(&self, failure: TransportFailure, phase: Phase) -> Error {
        let TransportFailure { kind, mut source } = failure;
        if self.is_telling(&*source) {
            source = self.masked(&innermost(&*source)).into();
        }
        let (phase, retryable) = match kind {
            FailureKind::NotSent | FailureKind::ConnectTimeout => (Phase::Connect, true),
            FailureKind::NotProcessed => (phase, true),
            FailureKind::Unknown => (phase, self.retry.repeatable),
            FailureKind::Untrusted => (Phase::Connect, false),
            FailureKind::Final => (phase, false),
        };
        let error = match (kind, self.limit(Phase::Connect)) {
            (FailureKind::ConnectTimeout, Some(limit)) => {
                TransportError::timeout(self.id(), phase, limit, self.elapsed())
            }
            _ => TransportError::new(self.id(), phase, source),
        };
        let processed = matches!(kind, FailureKind::Unknown | FailureKind::Final);
        Error::Request(error.retryable(retryable).processed(processed))
    }

    /// Whether a stream of the body has been read, so that nobody can send it again (FILE-4).
    pub(super) fn is_spent(&self) -> bool {
        let body = self.draft.body.as_ref();
        body.is_some_and(|body| body.content.is_spent())
    }

    /// An attempt's error, which nothing follows if the body cannot be sent again (1.4, class D).
    pub(super) fn unless_spent(&self, error: Error) -> Error {
        if !self.is_spent() {
            return error;
        }
        match error {
            Error::Api {
                status,
                message,
                mut details,
            } => {
                details.retryable = false;
                Error::Api {
                    status,
                    message,
                    details,
                }
            }
            Error::Request(failure) => Error::Request(failure.retryable(false)),
            other => other,
        }
    }

    /// How long to wait before another attempt; none if there is to be none (RETRY-2 to RETRY-5).
    pub(crate) fn wait_after(&mut self, error: &Error) -> Option<Wait> {
        if self.attempt >= self.retry.attempts || !error.is_retryable() {
            return None;
        }
        let asked = match error {
            Error::Api { details, .. } => details.retry_after().unwrap_or_default(),
            _ => Duration::ZERO,
        };
        let time = self
            .retry
            .delay(self.attempt, self.core().random.float())
            .max(asked);
        let fits = self
            .limit(Phase::Total)
            .is_none_or(|total| self.elapsed().saturating_add(time) < total);
        if asked > self.retry.longest_wait || !fits {
            return None;
        }
        let is_timeout = matches!(error, Error::Request(failure) if failure.is_timeout());
        let cost = if is_timeout { 10 } else { 5 };
        self.is_out_of_repeats = !self.pay(cost);
        (!self.is_out_of_repeats).then_some(Wait { time, cost })
    }

    /// Takes from the quota of repeats what one costs, if it is there (RETRY-5).
    fn pay(&self, cost: u32) -> bool {
        let mut tokens = self
            .core()
            .tokens
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let left = tokens.checked_sub(cost);
        *tokens = left.unwrap_or(*tokens);
        left.is_some()
    }

    /// RETRY-5: a success gives back what its last repeat cost, or 1.
    pub(crate) fn give_back(&self, refund: u32) {
        let mut tokens = self
            .core()
            .tokens
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *tokens = (*tokens + refund).min(500);
    }

    /// Says in the last error what came before it (RETRY-10).
    pub(crate) fn tell(&self, error: &mut Error) {
        match error {
            Error::Api { details, .. } => {
                details.attempts = self.attempt;
                details.failures.clone_from(&self.failures);
                details.elapsed = self.elapsed();
                details.is_out_of_repeats = self.is_out_of_repeats;
            }
            Error::Middleware(failure) => failure.attempts = self.attempt,
            Error::Request(failure) => {
                failure.tell(self.attempt, self.failures.clone(), self.is_out_of_repeats);
            }
            _ => {}
        }
    }

    pub(crate) fn request_id(&self, headers: &HeaderMap) -> Option<String> {
        let mut names = self.core().service.request_id.iter();
        let value = names.find_map(|name| headers.get(*name))?;
        value.to_str().ok().map(str::to_owned)
    }

    pub(crate) fn received(&self, status: StatusCode, headers: HeaderMap, body: Bytes) -> Received {
        let request_id = self.request_id(&headers);
        Received {
            operation: self.id(),
            status,
            headers,
            body,
            request_id,
            attempts: self.attempt,
            elapsed: self.elapsed(),
        }
    }
}
