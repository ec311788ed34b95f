//! Whether and when an attempt is followed by another one (1.4).

mod policy;
mod retry;

pub(crate) use policy::RetryPolicy;
pub use retry::Retry;
