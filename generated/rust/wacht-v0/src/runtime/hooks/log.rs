use std::sync::Arc;

use super::call_event::{CallEvent, Moment, Outcome};
use super::log_level::LogLevel;

/// What a program does with a line.
pub(super) type Write = Arc<dyn Fn(LogLevel, &str) + Send + Sync>;

/// Where lines go, from some level on (HOOK-3).
#[derive(Clone)]
pub(crate) struct Log {
    pub(super) level: LogLevel,
    pub(super) write: Write,
    /// Whether anybody takes the lines of the level `Debug`.
    pub(super) is_heard: fn() -> bool,
}

impl Log {
    /// Headers and bodies are logged, too.
    pub(super) fn is_verbose(&self) -> bool {
        self.level == LogLevel::Debug && (self.is_heard)()
    }

    pub(super) fn write(&self, level: LogLevel, line: &str) {
        if level <= self.level && level != LogLevel::Off {
            (self.write)(level, line);
        }
    }

    /// A line for each attempt, and for each wait before one.
    pub(super) fn tell(&self, event: &CallEvent<'_>) {
        let CallEvent {
            operation,
            method,
            url,
            attempt,
            elapsed,
            ..
        } = event;
        let line = match event.moment {
            Moment::AttemptEnd { outcome } => {
                let outcome = match outcome {
                    Outcome::Answered(status) => format!("{operation}: {}", status.as_u16()),
                    Outcome::Failed(error) => error.to_string(),
                    Outcome::Dropped => format!("{operation}: dropped by the program"),
                };
                format!("{outcome}; {method} {url}, attempt {attempt}, after {elapsed:?}")
            }
            Moment::Retry { wait, .. } => {
                format!("{operation}: attempt {} in {wait:?}", attempt + 1)
            }
            Moment::LimitWait { wait } => {
                format!("{operation}: waits {wait:?} for the client's own limit")
            }
            _ => return,
        };
        self.write(LogLevel::Info, &line);
    }
}
