use std::sync::{Arc, Mutex};

use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::client_options::text;
use crate::runtime::{
    BoxError, CallEvent, ClientBuilder, HttpRequest, HttpResponse, LogLevel, Moment, Next,
};

/// What a run lets slip: log lines, events, and every way to print what a program can get hold of.
#[derive(Clone, Default)]
pub struct Witness(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    logs: Vec<Value>,
    observed: Vec<String>,
    debug: Vec<String>,
}

impl Witness {
    pub fn print(&self, text: impl Into<String>) {
        self.seen().debug.push(text.into());
    }

    /// Everything, as members of the message that ends the run.
    pub fn told(&self) -> Value {
        let Seen {
            logs,
            observed,
            debug,
        } = std::mem::take(&mut *self.seen());
        json!({"logs": logs, "observed": observed, "debug": debug})
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.0.lock().expect("no panic")
    }

    fn observe(&self, event: &CallEvent<'_>) {
        let name = match event.moment {
            Moment::CallStart => "call_start",
            Moment::LimitWait { .. } => "limit_wait",
            Moment::AttemptStart => "attempt_start",
            Moment::AttemptEnd { .. } => "attempt_end",
            Moment::Retry { .. } => "retry",
            Moment::CallEnd { .. } => "call_end",
            Moment::StreamEvent { .. } => "stream_event",
            _ => "unknown",
        };
        let mut seen = self.seen();
        seen.observed.push(name.to_owned());
        seen.debug.push(format!("{event:?}"));
    }

    /// The hooks of a client: always an observer and a logger that keep what they are told, down
    /// to `debug`, and what a scenario adds: `{middleware: [..], observer: throws,
    /// log_level: info}`; `none` is a client without hooks.
    pub fn hooked(&self, mut builder: ClientBuilder, script: &Value) -> ClientBuilder {
        if script == "none" {
            return builder;
        }
        if script["observer"] == "throws" {
            // A panic without its message on the standard error stream.
            builder = builder.observer(|_| std::panic::resume_unwind(Box::new("the observer")));
        }
        let witness = self.clone();
        builder = builder.observer(move |event| witness.observe(event));
        for each in script["middleware"].as_array().into_iter().flatten() {
            let (witness, script) = (self.clone(), each.clone());
            builder = builder.middleware(move |request, next| {
                witness.seen().observed.push("middleware".to_owned());
                witness.print(format!("{:?} {request:?}", next.context()));
                middleware(script.clone(), request, next)
            });
        }
        if script["logger"]
            .as_str()
            .is_none_or(|logger| logger == "keeps")
        {
            let witness = self.clone();
            builder = builder.logger(move |level, line| {
                let line = json!({"level": level.to_string(), "text": line});
                witness.seen().logs.push(line);
            });
        }
        match script["log_level"].as_str() {
            Some("default") => builder,
            Some(level) => builder.log_level(level.parse().expect("a level")),
            None => builder.log_level(LogLevel::Debug),
        }
    }
}

/// `{set: headers}`, `{throw: text}`, `{answer: {status, json}}`, `{repeat: times}`, `{read: true}`.
async fn middleware(
    script: Value,
    mut request: HttpRequest,
    next: Next,
) -> Result<HttpResponse, BoxError> {
    for (name, value) in script["set"].as_object().into_iter().flatten() {
        let name = HeaderName::from_bytes(name.as_bytes())?;
        let value = HeaderValue::from_str(&text(value))?;
        request.headers.insert(name, value);
    }
    if let Some(words) = script["throw"].as_str() {
        return Err(words.into());
    }
    if let Some(answer) = script.get("answer") {
        let status = answer["status"]
            .as_u64()
            .and_then(|status| u16::try_from(status).ok());
        let status = StatusCode::from_u16(status.unwrap_or(200))?;
        let mut response = HttpResponse::whole(status, answer["json"].to_string());
        let media = HeaderValue::from_static("application/json");
        response.headers.insert("content-type", media);
        return Ok(response);
    }
    let mut response = next.run(request.clone()).await?;
    for _ in 1..script["repeat"].as_u64().unwrap_or(1) {
        response = next.run(request.clone()).await?;
    }
    if script["read"] == true {
        response.bytes().await?;
    }
    Ok(response)
}
