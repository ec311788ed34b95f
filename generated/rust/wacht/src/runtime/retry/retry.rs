use std::time::Duration;

/// How failed attempts are repeated; none leaves the decision to the next level (CFG-1).
#[derive(Clone, Copy, Debug, Default)]
pub struct Retry {
    /// How often a request may be sent, the first time included (RETRY-2).
    pub attempts: Option<u32>,
    /// The delay before the second attempt, and the longest before any (RETRY-3).
    pub backoff: Option<(Duration, Duration)>,
    /// A longer wait that the service asks for is not waited (RETRY-4).
    pub longest_wait: Option<Duration>,
    /// Statuses that are repeated as well (RETRY-1).
    pub on: Option<&'static [u16]>,
    /// Repeats also what may do harm when it is done twice (RETRY-1).
    pub repeat_unsafe: Option<bool>,
    /// The response header that has the last word (RETRY-7).
    pub override_header: Option<&'static str>,
}

impl Retry {
    /// Nothing is said.
    pub const UNSET: Self = Self {
        attempts: None,
        backoff: None,
        longest_wait: None,
        on: None,
        repeat_unsafe: None,
        override_header: None,
    };

    /// These, and for what they leave open others.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            attempts: self.attempts.or(other.attempts),
            backoff: self.backoff.or(other.backoff),
            longest_wait: self.longest_wait.or(other.longest_wait),
            on: self.on.or(other.on),
            repeat_unsafe: self.repeat_unsafe.or(other.repeat_unsafe),
            override_header: self.override_header.or(other.override_header),
        }
    }
}
