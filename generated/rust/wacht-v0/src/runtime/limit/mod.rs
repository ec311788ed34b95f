//! Limits that a client keeps by itself, before the service has to (1.5).

mod key;
mod line;
mod lines;
mod pass;
mod rate_limit;

pub(crate) use lines::Lines;
pub use rate_limit::{RateLimit, RateLimitMode};
