use std::time::Duration;

/// A limit of rolling windows: in any period of that length no more than so many attempts
/// (LIMIT-1).
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    /// Its name in the schema.
    pub name: &'static str,
    /// Where the key is; the first place that has a value counts: `body.user_id`, `credential`.
    pub key: &'static [&'static str],
    /// How many in which period, all of them together.
    pub windows: &'static [(usize, Duration)],
}

/// What becomes of a call that would break a limit (LIMIT-3).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum RateLimitMode {
    /// It waits, if that fits into the call's time.
    #[default]
    Wait,
    /// It fails at once.
    Fail,
    /// It is sent nevertheless.
    Off,
}
