use std::collections::{HashMap, VecDeque};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, UNIX_EPOCH};

use http::{HeaderName, HeaderValue};
use serde_json::{Map, Value};

use crate::clock::RemoteClock;
use crate::runtime::{
    ClientBuilder, ClientOptions, Credential, Error, RateLimitMode, Result, Retry, Timeouts, Token,
};
use crate::seams::Decided;
use crate::stage::Stage;
use crate::surface::{DrivenClient, builder};

/// A client with the options of a scenario.
pub fn built(message: &Value, stage: &Rc<Stage>) -> Result<DrivenClient, Error> {
    let start = builder()
        .clock(stage.clock.clone())
        .random(Decided::of(message))
        .pool(|pool| match certificate() {
            Some(certificate) => pool.add_root_certificate(certificate),
            None => pool,
        })
        .environment(|_| None);
    let options = message["client"].as_object().cloned().unwrap_or_default();
    let given = options.iter().filter(|(_, value)| !value.is_null());
    let builder = given.fold(start, |builder, (name, value)| {
        with(builder, name, value, stage)
    });
    stage
        .witness
        .hooked(builder, &message["client"]["hooks"])
        .build()
}

/// The root certificate of the scenarios' servers.
fn certificate() -> Option<reqwest::Certificate> {
    let file = std::env::var_os("SSL_CERT_FILE")?;
    reqwest::Certificate::from_pem(&std::fs::read(file).ok()?).ok()
}

fn with(builder: ClientBuilder, name: &str, value: &Value, stage: &Stage) -> ClientBuilder {
    match name {
        "base_url" => builder.base_url(text(value)),
        "timeout" if value.is_number() => builder.timeout(duration(value)),
        "timeout" => builder.timeouts(timeouts(value)),
        "retry" => builder.retry(retry(value)),
        "rate_limit" => builder.rate_limit(rate_limit_mode(value)),
        "user_agent" => builder.user_agent(text(value)),
        "allow_insecure" => builder.allow_insecure(value == true),
        "check_requests" => builder.check_requests(value == true),
        "env" => {
            let variables: HashMap<_, _> = pairs(value).collect();
            builder.environment(move |name| variables.get(name).cloned())
        }
        "headers" => pairs(value).fold(builder, |builder, (name, value)| {
            builder.header(name, value)
        }),
        "hooks" => builder,
        setting => builder.credential(leaked(setting), credential(value, stage)),
    }
}

/// Names of settings are constants in programs; a scenario has few of them.
fn leaked(name: &str) -> &'static str {
    Box::leak(name.to_owned().into_boxed_str())
}

fn pairs(value: &Value) -> impl Iterator<Item = (String, String)> {
    let members: Map<String, Value> = value.as_object().cloned().unwrap_or_default();
    members
        .into_iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name, text(&value)))
}

/// The same client with other settings.
pub fn with_options(client: &DrivenClient, options: &Value, stage: &Stage) -> DrivenClient {
    let Some(given) = options.as_object() else {
        return client.clone();
    };
    let all = given
        .iter()
        .fold(ClientOptions::new(), |all, (name, value)| {
            match name.as_str() {
                "timeout" if value.is_number() => all.timeout(duration(value)),
                "timeout" => all.timeouts(timeouts(value)),
                "retry" => all.retry(retry(value)),
                "rate_limit" => all.rate_limit(rate_limit_mode(value)),
                "headers" => pairs(value).fold(all, |all, (name, value)| all.header(name, value)),
                "base_url" => all.base_url(text(value)),
                "allow_insecure" => all.allow_insecure(value == true),
                "hooks" | "user_agent" | "check_requests" | "env" => all,
                setting => all.credential(leaked(setting), credential(value, stage)),
            }
        });
    client.with_options(all)
}

/// A text, `{provider: [..]}`, `{signer: {..}}`, or `{username, password}`.
fn credential(value: &Value, stage: &Stage) -> Credential {
    if value.get("provider").is_some() {
        return provider(&value["provider"], stage.clock.clone(), stage.cancels());
    }
    if let Some(headers) = value.get("signer") {
        return signer(headers);
    }
    if value.get("username").is_some() {
        return Credential::basic(text(&value["username"]), text(&value["password"]));
    }
    Credential::from(text(value))
}

/// The given tokens in turn, the last one for ever: a text, `{token, expires_in}` (seconds),
/// `{throw: text}`, or `cancels`: the caller gives up while it waits.
fn provider(
    tokens: &Value,
    clock: RemoteClock,
    cancel: impl Fn() + Send + Sync + Clone + 'static,
) -> Credential {
    let all = tokens.as_array().cloned();
    let waiting: VecDeque<Value> = all.unwrap_or_else(|| vec![tokens.clone()]).into();
    let waiting = Arc::new(Mutex::new(waiting));
    Credential::provider(move || {
        let mut waiting = waiting.lock().expect("no panic");
        let next = match waiting.len() {
            0 | 1 => waiting.front().cloned().unwrap_or_default(),
            _ => waiting.pop_front().unwrap_or_default(),
        };
        let (now, cancel) = (clock.millis(), cancel.clone());
        async move {
            if next.get("cancels").is_some() {
                cancel();
                std::future::pending::<()>().await;
            }
            if let Some(problem) = next.get("throw") {
                return Err(text(problem));
            }
            let Some(token) = next.get("token") else {
                return Ok(Token::new(text(&next)));
            };
            let token = Token::new(text(token));
            Ok(match next["expires_in"].as_f64() {
                Some(seconds) => {
                    let end = Duration::from_secs_f64((now / 1000.0 + seconds).max(0.0));
                    token.expires_at(UNIX_EPOCH + end)
                }
                None => token,
            })
        }
    })
}

/// Sets headers, as a program's own function would.
fn signer(headers: &Value) -> Credential {
    let headers: Vec<_> = pairs(headers).collect();
    Credential::signer(move |mut request| {
        let headers = headers.clone();
        async move {
            for (name, value) in headers {
                if name == "throw" {
                    return Err(value);
                }
                let name = HeaderName::from_bytes(name.as_bytes()).map_err(|e| e.to_string())?;
                let value = HeaderValue::from_str(&value).map_err(|e| e.to_string())?;
                request.headers.insert(name, value);
            }
            Ok(request)
        }
    })
}

/// A text as it is, anything else as JSON.
pub fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Milliseconds.
pub fn duration(value: &Value) -> Duration {
    let millis = value.as_f64().unwrap_or_default().max(0.0);
    Duration::from_secs_f64(millis / 1000.0)
}

pub fn timeouts(value: &Value) -> Timeouts {
    let limit = |name: &str| value.get(name).map(duration);
    Timeouts {
        connect: limit("connect"),
        attempt: limit("attempt"),
        total: limit("total"),
        idle: limit("idle"),
    }
}

fn retry(value: &Value) -> Retry {
    let attempts = if value.is_number() {
        value
    } else {
        &value["attempts"]
    };
    let attempts = attempts
        .as_u64()
        .and_then(|number| u32::try_from(number).ok());
    let backoff = value["backoff"]
        .as_array()
        .and_then(|limits| Some((duration(limits.first()?), duration(limits.get(1)?))));
    Retry {
        attempts,
        backoff,
        longest_wait: value.get("longest_wait").map(duration),
        ..Retry::UNSET
    }
}

pub fn rate_limit_mode(value: &Value) -> RateLimitMode {
    match value.as_str() {
        Some("fail") => RateLimitMode::Fail,
        Some("off") => RateLimitMode::Off,
        _ => RateLimitMode::Wait,
    }
}
