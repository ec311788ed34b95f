use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// Where a call was when it failed, or when time ran out (1.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Phase {
    /// Looking up the host, connecting, TLS.
    Connect,
    /// From the first byte sent to the headers of the answer.
    Response,
    /// While the body came.
    Body,
    /// One attempt took too long.
    Attempt,
    /// The whole call took too long.
    Total,
    /// A stream was silent for too long.
    Idle,
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "connect",
            Self::Response => "response",
            Self::Body => "body",
            Self::Attempt => "attempt",
            Self::Total => "total",
            Self::Idle => "idle",
        })
    }
}

/// No answer came, or not all of it.
pub struct TransportError(Box<Details>);

#[derive(Debug)]
struct Details {
    operation: Cow<'static, str>,
    phase: Phase,
    words: String,
    /// The limit and the time that the call took, if it is a timeout (TIME-4).
    timeout: Option<(Duration, Duration)>,
    retryable: bool,
    may_have_been_processed: bool,
    attempts: u32,
    failures: Vec<String>,
    is_out_of_repeats: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TransportError {
    pub(crate) fn new(
        operation: Cow<'static, str>,
        phase: Phase,
        source: Box<dyn StdError + Send + Sync>,
    ) -> Self {
        Self(Box::new(Details {
            operation,
            phase,
            words: innermost(&*source),
            timeout: None,
            retryable: false,
            may_have_been_processed: true,
            attempts: 1,
            failures: Vec::new(),
            is_out_of_repeats: false,
            source: Some(source),
        }))
    }

    pub(crate) fn timeout(
        operation: Cow<'static, str>,
        phase: Phase,
        limit: Duration,
        elapsed: Duration,
    ) -> Self {
        Self(Box::new(Details {
            operation,
            phase,
            words: format!(
                "no answer within {}, given up after {}",
                people(limit),
                people(elapsed)
            ),
            timeout: Some((limit, elapsed)),
            retryable: false,
            may_have_been_processed: true,
            attempts: 1,
            failures: Vec::new(),
            is_out_of_repeats: false,
            source: None,
        }))
    }

    pub(crate) fn retryable(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self
    }

    pub(crate) fn processed(mut self, may_have_been_processed: bool) -> Self {
        self.0.may_have_been_processed = may_have_been_processed;
        self
    }

    pub(crate) fn tell(&mut self, attempts: u32, failures: Vec<String>, is_out_of_repeats: bool) {
        self.0.is_out_of_repeats = is_out_of_repeats;
        self.0.attempts = attempts;
        self.0.failures = failures;
    }

    pub(super) fn name(&self) -> &'static str {
        if self.is_timeout() {
            "Timeout"
        } else {
            "Transport"
        }
    }

    /// Whether time ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.timeout.is_some()
    }

    /// Whether the request was certainly not sent: there was no connection.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.phase == Phase::Connect
    }

    /// Whether the service may have acted on the request; else the call can be made again,
    /// whatever it does (1.4).
    #[must_use]
    pub fn may_have_been_processed(&self) -> bool {
        self.0.may_have_been_processed
    }

    /// Where the call was.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.0.phase
    }

    /// The limit that ran out, if it is a timeout (TIME-4).
    #[must_use]
    pub fn limit(&self) -> Option<Duration> {
        self.0.timeout.map(|(limit, _)| limit)
    }

    /// How long the call took, if it is a timeout (TIME-4).
    #[must_use]
    pub fn elapsed(&self) -> Option<Duration> {
        self.0.timeout.map(|(_, elapsed)| elapsed)
    }

    /// Whether the same call may succeed another time (1.4).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// Whether another attempt was not made because the client's quota of repeats is used up
    /// (RETRY-5).
    #[must_use]
    pub fn is_out_of_repeats(&self) -> bool {
        self.0.is_out_of_repeats
    }

    /// How often the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// What earlier attempts came to, a line each (RETRY-10).
    #[must_use]
    pub fn failures(&self) -> &[String] {
        &self.0.failures
    }
}

/// A time with its unit: `80 ms`, `1.5 s`.
fn people(time: Duration) -> String {
    let millis = time.as_millis();
    if millis < 1000 {
        return format!("{millis} ms");
    }
    format!(
        "{} s",
        Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX)).as_secs_f64()
    )
}

/// The words of the innermost cause: outer ones repeat the URL with its query (SEC-2).
pub(crate) fn innermost(error: &(dyn StdError + 'static)) -> String {
    let mut inner = error;
    while let Some(next) = inner.source() {
        inner = next;
    }
    inner.to_string()
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details {
            operation,
            phase,
            words,
            ..
        } = &*self.0;
        write!(f, "{operation}: {} ({phase}): {words}", self.name())
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("operation", &self.0.operation)
            .field("phase", &self.0.phase)
            .field("words", &self.0.words)
            .field("attempts", &self.0.attempts)
            .field("failures", &self.0.failures)
            .finish_non_exhaustive()
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}
