use crate::runtime::{ErrorCase, Retry, Scheme, Timeouts};

/// Any of these sets of schemes, all of a set together; none needs no credential (AUTH-1).
pub type AuthRequirement = &'static [&'static [&'static Scheme]];

/// What the schema says about the service as a whole.
#[derive(Debug)]
pub struct Service {
    /// The API's name, for the user agent.
    pub name: &'static str,
    /// The crate's version, for the user agent.
    pub version: &'static str,
    /// Where it is.
    pub base_url: &'static str,
    /// Prefix of the environment variables; none: the environment is not read.
    pub env: Option<&'static str>,
    /// Every way to say who one is.
    pub schemes: &'static [&'static Scheme],
    /// Which of them calls use, unless they say otherwise.
    pub auth: AuthRequirement,
    /// Limits of time, where they differ from the runtime's.
    pub timeouts: Timeouts,
    /// How failed attempts are repeated, where that differs from the runtime's.
    pub retry: Retry,
    /// The header of the idempotency key (RETRY-6).
    pub idempotency_key: Option<&'static str>,
    /// The methods of calls that send one, unless their operation says otherwise.
    pub keyed_methods: &'static [&'static str],
    /// Sent with every request (UA-2).
    pub headers: &'static [(&'static str, &'static str)],
    /// Names on the wire of what the schema calls secret (SEC-2).
    pub secrets: &'static [&'static str],
    /// Response headers that hold the request id; the first present wins (ERR-3).
    pub request_id: &'static [&'static str],
    /// What statuses are called that an operation does not declare.
    pub errors: &'static [&'static ErrorCase],
    /// Dotted paths into an error's body; the first that holds a string is the message (ERR-2).
    pub message: &'static [&'static str],
    /// The same for the code; a number counts as well.
    pub code: &'static [&'static str],
}

impl Service {
    /// A service of which nothing else is known.
    #[must_use]
    pub const fn new(name: &'static str, version: &'static str, base_url: &'static str) -> Self {
        Self {
            name,
            version,
            base_url,
            env: None,
            schemes: &[],
            auth: &[],
            timeouts: Timeouts::UNSET,
            retry: Retry::UNSET,
            idempotency_key: None,
            keyed_methods: &[],
            headers: &[],
            secrets: &[],
            request_id: &[],
            errors: &[],
            message: &[],
            code: &[],
        }
    }
}
