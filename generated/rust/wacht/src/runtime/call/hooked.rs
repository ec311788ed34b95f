use std::sync::Arc;

use super::job::Job;
use crate::runtime::{BoxError, CallContext, Error, HttpRequest, MiddlewareError, Next, Transport};

impl Job {
    /// What an attempt goes through, unless that is the transport alone (HOOK-1).
    pub(super) fn hooked(&self, transport: &Arc<dyn Transport>) -> Option<Next> {
        let hooks = &self.core().hooks;
        if hooks.are_thin() {
            return None;
        }
        let context = CallContext {
            call: self.watch.call,
            operation: self.id(),
            attempt: self.attempt,
            options: self.draft.options.clone(),
            hooks: Arc::clone(hooks),
            redaction: self.redaction(),
        };
        Some(Next::new(context, Arc::clone(transport)))
    }

    /// The error of a middleware that failed (HOOK-1).
    pub(super) fn refused(&self, source: BoxError) -> Error {
        Error::Middleware(Box::new(MiddlewareError {
            operation: self.id(),
            attempts: self.attempt,
            words: self.masked(&source.to_string()),
            source: self.harmless(source),
        }))
    }

    /// The URL of the last request, or that of the call, without secrets (SEC-2).
    pub(crate) fn shown_url(&self) -> String {
        let url = self.url.clone();
        let unsent = || format!("{}{}", self.core().base_url, self.draft.template);
        self.redaction().url(&url.unwrap_or_else(unsent))
    }

    /// Notes what an attempt sends, and tells who wants to know.
    pub(super) fn start_attempt(&mut self, request: &HttpRequest) {
        self.url = Some(request.url.clone());
        if self.watch.is_heard() {
            let url = self.shown_url();
            self.watch.start_attempt(self.attempt, url);
        }
    }
}
