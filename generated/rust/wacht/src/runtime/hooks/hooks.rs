use std::future::Future;
use std::sync::Arc;

use super::call_event::CallEvent;
use super::log::{Log, Write};
use super::log_level::LogLevel;
use super::middleware::Middleware;
use super::next::Next;
use super::untraced::usual_log;
use crate::runtime::{BoxError, BoxFuture, HttpRequest, HttpResponse};

type Observer = Arc<dyn Fn(&CallEvent<'_>) + Send + Sync>;

/// What a client's calls go through, and who is told of them.
#[derive(Clone, Default)]
pub(crate) struct Hooks {
    /// The first stands outermost.
    pub(super) middleware: Vec<Middleware>,
    pub(super) observers: Vec<Observer>,
    pub(super) log: Option<Log>,
}

impl Hooks {
    /// Nobody is told anything.
    pub(super) fn are_silent(&self) -> bool {
        self.observers.is_empty() && self.log.is_none()
    }

    /// Nothing stands between a call and its transport.
    pub(crate) fn are_thin(&self) -> bool {
        self.middleware.is_empty() && !self.log.as_ref().is_some_and(Log::is_verbose)
    }

    pub(super) fn warn(&self, line: &str) {
        if let Some(log) = &self.log {
            log.write(LogLevel::Warn, line);
        }
    }
}

/// Hooks as a client is given them.
#[derive(Clone, Default)]
pub(crate) struct HooksBuilder {
    hooks: Hooks,
    logger: Option<Write>,
    level: Option<LogLevel>,
}

impl HooksBuilder {
    pub(crate) fn middleware<F>(
        &mut self,
        middleware: impl Fn(HttpRequest, Next) -> F + Send + Sync + 'static,
    ) where
        F: Future<Output = Result<HttpResponse, BoxError>> + Send + 'static,
    {
        let boxed =
            move |request, next| -> BoxFuture<'static, _> { Box::pin(middleware(request, next)) };
        self.hooks.middleware.push(Arc::new(boxed));
    }

    pub(crate) fn observer(&mut self, observer: impl Fn(&CallEvent<'_>) + Send + Sync + 'static) {
        self.hooks.observers.push(Arc::new(observer));
    }

    pub(crate) fn logger(&mut self, write: impl Fn(LogLevel, &str) + Send + Sync + 'static) {
        self.logger = Some(Arc::new(write));
    }

    pub(crate) fn level(&mut self, level: LogLevel) {
        self.level = Some(level);
    }

    /// With the name and the text of the environment's variable. A level that is none is not
    /// worth an error (CFG-2).
    pub(crate) fn build(self, told: Option<(String, String)>) -> Hooks {
        let Self {
            mut hooks,
            logger,
            level,
        } = self;
        let asked = told.as_ref().map(|(_, text)| text.parse::<LogLevel>());
        let own = logger.map(|write| Log {
            level: LogLevel::Warn,
            write,
            is_heard: || true,
        });
        hooks.log = own.or_else(|| usual_log(told.is_some()));
        if let Some(log) = &mut hooks.log {
            let told = asked.and_then(Result::ok);
            log.level = level.or(told).unwrap_or(log.level);
        }
        if let (Some((name, _)), Some(Err(problem))) = (told, asked) {
            hooks.warn(&format!("{name} {problem}"));
        }
        hooks.log = hooks.log.filter(|log| log.level != LogLevel::Off);
        hooks
    }
}
