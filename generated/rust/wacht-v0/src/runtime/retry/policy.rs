use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::Retry;
use crate::runtime::Draft;

/// What holds for one call.
pub(crate) struct RetryPolicy {
    pub(crate) attempts: u32,
    pub(crate) longest_wait: Duration,
    /// Sending the request twice does no harm (RETRY-1).
    pub(crate) repeatable: bool,
    backoff: (Duration, Duration),
    on: &'static [u16],
    override_header: Option<&'static str>,
}

impl RetryPolicy {
    pub(crate) fn of(draft: &Draft) -> Self {
        let core = &draft.client.core;
        let operation = draft.operation;
        let call = Retry {
            attempts: draft.options.attempts,
            ..Retry::UNSET
        };
        let chosen = call
            .or(core.retry)
            .or(operation.retry)
            .or(core.service.retry);
        let is_safe = matches!(
            draft.method.as_str(),
            "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS"
        );
        let declared = operation.idempotent || draft.key_header.is_some();
        Self {
            attempts: chosen.attempts.unwrap_or(3),
            longest_wait: chosen.longest_wait.unwrap_or(Duration::from_secs(60)),
            repeatable: is_safe || declared || chosen.repeat_unsafe == Some(true),
            backoff: chosen
                .backoff
                .unwrap_or((Duration::from_millis(500), Duration::from_secs(8))),
            on: chosen.on.unwrap_or_default(),
            override_header: chosen.override_header,
        }
    }

    /// The delay behind the attempt of that number: half of a doubling step, and up to another
    /// half by chance, in whole milliseconds (RETRY-3).
    pub(crate) fn delay(&self, attempt: u32, chance: f64) -> Duration {
        let (first, longest) = self.backoff;
        let factor = 1_u32
            .checked_shl(attempt.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let step = first.saturating_mul(factor).min(longest);
        let delay = step / 2 + (step / 2).mul_f64(chance.clamp(0.0, 1.0));
        Duration::from_millis(u64::try_from(delay.as_millis()).unwrap_or(u64::MAX))
    }

    /// Whether an answer outside 2xx may be followed by another attempt: the service says so, it
    /// did not act on the request (class B), or it may have and that does no harm (class C).
    pub(crate) fn is_repeated(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        asked: Option<Duration>,
    ) -> bool {
        let word = self.override_header.and_then(|name| headers.get(name));
        match word.map(http::HeaderValue::as_bytes) {
            Some(b"true") => return true,
            Some(b"false") => return false,
            _ => {}
        }
        match status.as_u16() {
            408 | 421 | 429 => true,
            503 if asked.is_some() => true,
            500 | 502 | 503 | 504 if self.repeatable => true,
            other => self.on.contains(&other),
        }
    }
}
