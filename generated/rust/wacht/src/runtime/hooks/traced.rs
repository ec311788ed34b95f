use std::future::Future;
use std::sync::Arc;

use tracing::field::{Empty, display};
use tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};
use tracing::{Instrument, Span, info_span};

use super::call_event::Outcome;
use super::log::Log;
use super::log_level::LogLevel;
use crate::runtime::call::Job;

/// A call as a span, with OpenTelemetry's names for clients of HTTP (HOOK-4).
pub(crate) struct CallSpan(Span);

impl CallSpan {
    pub(crate) fn of(job: &Job) -> Self {
        let (method, path) = (job.draft.method.as_str(), &*job.draft.template);
        let span = info_span!(
            "call",
            otel.name = Empty,
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = method,
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            url.template = path,
            url.full = Empty,
            server.address = Empty,
            server.port = Empty,
            error.type = Empty,
        );
        if !span.is_disabled() {
            let name = format!("{method} {path}");
            span.record("otel.name", name);
            if let Ok(base) = reqwest::Url::parse(&job.core().base_url) {
                span.record("server.address", base.host_str());
                span.record("server.port", base.port_or_known_default());
            }
        }
        Self(span)
    }

    pub(crate) fn around<T>(span: &Self, work: impl Future<Output = T>) -> impl Future<Output = T> {
        work.instrument(span.0.clone())
    }

    /// Few values of each, so that they can be counted: no text of an error.
    pub(crate) fn end(Self(span): &Self, job: &Job, outcome: Outcome<'_>) {
        if span.is_disabled() {
            return;
        }
        let status = outcome.status().map(|status| status.as_u16());
        span.record("url.full", job.shown_url());
        span.record("http.response.status_code", status);
        if job.attempt > 1 {
            span.record("http.request.resend_count", job.attempt - 1);
        }
        if let Outcome::Failed(error) = outcome {
            span.record("otel.status_code", "ERROR");
            match status.filter(|status| *status >= 300) {
                Some(status) => span.record("error.type", display(status)),
                None => span.record("error.type", error.name()),
            };
        }
    }
}

/// Where lines go without a logger of the program's own. Subscribers have filters themselves.
pub(super) fn usual_log(_: bool) -> Option<Log> {
    let is_compiled = STATIC_MAX_LEVEL != LevelFilter::OFF;
    is_compiled.then(|| Log {
        level: LogLevel::Debug,
        write: Arc::new(|level, line| match level {
            LogLevel::Off => {}
            LogLevel::Error => tracing::error!("{line}"),
            LogLevel::Warn => tracing::warn!("{line}"),
            LogLevel::Info => tracing::info!("{line}"),
            LogLevel::Debug => tracing::debug!("{line}"),
        }),
        is_heard: || tracing::enabled!(tracing::Level::DEBUG),
    })
}
