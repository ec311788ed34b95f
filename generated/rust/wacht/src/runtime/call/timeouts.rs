use std::time::Duration;

/// Limits of time (1.3); zero is no limit, none leaves the decision to the next level (CFG-1).
#[derive(Clone, Copy, Debug, Default)]
pub struct Timeouts {
    /// Looking up the host, connecting, TLS.
    pub connect: Option<Duration>,
    /// From the first byte sent to the last of the body; of a stream to the headers.
    pub attempt: Option<Duration>,
    /// The whole call; of a stream to the headers.
    pub total: Option<Duration>,
    /// The longest silence in a stream.
    pub idle: Option<Duration>,
}

impl Timeouts {
    /// Nothing is said.
    pub const UNSET: Self = Self {
        connect: None,
        attempt: None,
        total: None,
        idle: None,
    };

    /// What holds where nobody says anything.
    pub const DEFAULT: Self = Self {
        connect: Some(Duration::from_secs(5)),
        attempt: Some(Duration::from_secs(30)),
        total: Some(Duration::from_secs(60)),
        idle: Some(Duration::from_secs(60)),
    };

    /// Zero is no limit (TIME-1).
    #[must_use]
    pub fn limit(given: Option<Duration>) -> Option<Duration> {
        given.filter(|limit| !limit.is_zero())
    }

    /// These, and for what they leave open others.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            connect: self.connect.or(other.connect),
            attempt: self.attempt.or(other.attempt),
            total: self.total.or(other.total),
            idle: self.idle.or(other.idle),
        }
    }
}
