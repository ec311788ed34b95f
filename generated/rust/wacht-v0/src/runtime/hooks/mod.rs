//! What goes on beside calls: middleware, observers, the log (1.14).

mod call_event;
mod exchange_log;
mod hooks;
mod log;
mod log_level;
mod middleware;
mod next;
#[cfg_attr(feature = "tracing", path = "traced.rs")]
mod untraced;
mod watch;

pub use call_event::{CallEvent, CallId, Moment, Outcome};
pub(crate) use hooks::{Hooks, HooksBuilder};
pub use log_level::LogLevel;
pub use middleware::CallContext;
pub use next::Next;
pub(crate) use untraced::CallSpan;
pub(crate) use watch::Watch;
