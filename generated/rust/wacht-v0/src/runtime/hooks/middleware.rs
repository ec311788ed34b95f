use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::call_event::CallId;
use super::hooks::Hooks;
use super::log_level::LogLevel;
use super::next::Next;
use crate::runtime::shown::{Redaction, one_line};
use crate::runtime::{BoxError, BoxFuture, CallOptions, HttpRequest, HttpResponse};

/// What stands around each attempt (HOOK-1).
pub(crate) type Middleware = Arc<
    dyn Fn(HttpRequest, Next) -> BoxFuture<'static, Result<HttpResponse, BoxError>> + Send + Sync,
>;

/// What a middleware knows of the call.
pub struct CallContext {
    /// The same as in the events of this call.
    pub call: CallId,
    /// `ai.list_execution_contexts`.
    pub operation: Cow<'static, str>,
    /// 1, 2, ..
    pub attempt: u32,
    /// What the call wants otherwise than its client.
    pub options: CallOptions,
    pub(crate) hooks: Arc<Hooks>,
    pub(crate) redaction: Redaction,
}

impl CallContext {
    /// Writes a line into the client's log, without credentials (SEC-1).
    pub fn log(&self, level: LogLevel, line: &str) {
        if let Some(log) = &self.hooks.log {
            log.write(level, &one_line(&self.redaction.text(line)));
        }
    }
}

impl fmt::Debug for CallContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallContext")
            .field("call", &self.call)
            .field("operation", &self.operation)
            .field("attempt", &self.attempt)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
