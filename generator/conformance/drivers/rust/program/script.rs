use std::cell::RefCell;
use std::fmt::Debug;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;

use futures_core::Stream;
use serde_json::Value;

pub use crate::outcome::{Outcome, Refused, bytes_shown, nothing_shown, shown};

use crate::client_options::{duration, rate_limit_mode, text, timeouts};
use crate::files::Files;
use crate::runtime::{
    Call, DownloadCall, Error, Page, PageCall, RawResponse, StreamCall, StreamItem, parse,
};
use crate::stage::Stage;
use crate::surface::DrivenClient;

/// One call of a scenario. Its arguments are JSON text, which the client's own codecs read.
pub struct Script {
    pub call: String,
    verb: String,
    pub(crate) message: Value,
    stage: Rc<Stage>,
    pub(crate) files: Files,
    /// What a list or a stream has given so far.
    seen: RefCell<Vec<String>>,
}

/// Applies what the call wants otherwise than its client.
macro_rules! configured {
    ($call:ident, $script:expr) => {
        for (name, value) in $script.options() {
            $call = match name.as_str() {
                "timeout" if value.is_number() => $call.timeout(duration(&value)),
                "timeout" => $call.timeouts(timeouts(&value)),
                "retry" if value.is_number() => $call.attempts(count(&value)),
                "retry" => $call.attempts(count(&value["attempts"])),
                "idempotency_key" => $call.idempotency_key(text(&value)),
                "rate_limit" => $call.rate_limit(rate_limit_mode(&value)),
                "headers" => members(&value)
                    .into_iter()
                    .fold($call, |call, (name, value)| {
                        if value.is_null() {
                            call.without_header(name)
                        } else {
                            call.header(name, text(&value))
                        }
                    }),
                "extra_query" => pairs(&value)
                    .into_iter()
                    .fold($call, |call, (name, value)| call.extra_query(name, value)),
                "extra_body" => members(&value)
                    .into_iter()
                    .fold($call, |call, (name, value)| call.extra_body(name, value)),
                _ => $call,
            };
        }
    };
}

impl Script {
    pub fn of(message: &Value, stage: Rc<Stage>) -> Self {
        Self {
            call: text(&message["call"]),
            verb: text(&message["verb"]),
            message: message.clone(),
            files: Files::of(message),
            stage,
            seen: RefCell::default(),
        }
    }

    fn options(&self) -> Vec<(String, Value)> {
        members(&self.message["options"])
    }

    /// Prints a call before it is sent.
    fn print(&self, call: &impl Debug, curl: Result<String, Error>) {
        self.stage.witness.print(format!("{call:?} {curl:?}"));
    }

    /// A call that gives one answer.
    pub async fn once<T>(&self, mut call: Call<T>, show: fn(&T) -> String) -> Outcome {
        configured!(call, self);
        self.print(&call, call.to_curl());
        match self.verb.as_str() {
            "with_response" => raw(call.send_raw().await, show),
            "as_response" => match call.send_undecoded().await {
                Ok(answer) => Outcome::undecoded(answer).await,
                Err(error) => Outcome::failed(&error).of_error(error),
            },
            "send" | "result" => Outcome::of(call.send().await, show),
            other => Outcome::unknown_verb(other),
        }
    }

    /// The same, and with the answer the headers that the schema declares for it.
    pub async fn headed<T>(
        &self,
        mut call: Call<T>,
        show: fn(&T) -> String,
        headers: fn(&RawResponse<T>) -> Result<Value, Error>,
    ) -> Outcome {
        if self.verb != "with_response" {
            return self.once(call, show).await;
        }
        configured!(call, self);
        let answer = call.send_raw().await;
        match answer.and_then(|raw| Ok((headers(&raw)?, raw))) {
            Ok((headers, raw)) => Outcome::answered(&raw, show).with_headers(headers),
            Err(error) => Outcome::failed(&error).of_error(error),
        }
    }

    /// A call that gives a file.
    pub async fn downloaded<T>(
        &self,
        mut call: DownloadCall<T>,
        show: fn(&T) -> String,
    ) -> Outcome {
        configured!(call, self);
        match self.verb.as_str() {
            "with_response" => raw(call.send_raw().await, show),
            "send" | "result" => Outcome::of(call.send().await, show),
            "download" => match call.download().await {
                Ok(download) => Outcome::downloaded(download).await,
                Err(error) => Outcome::failed(&error).of_error(error),
            },
            other => Outcome::unknown_verb(other),
        }
    }

    /// A call of a path that the schema does not know.
    pub async fn untyped(&self, client: &DrivenClient) -> Outcome {
        let (method, url) = (text(&self.message["method"]), text(&self.message["url"]));
        let mut call = client.request(method.as_str(), url);
        let query = self.message["params"]["query"].as_str();
        let query = query.and_then(|text| serde_json::from_str(text).ok());
        for (name, value) in members(&query.unwrap_or_default()) {
            call = call.query(name, value);
        }
        if let Some(body) = self.message["body"].as_str() {
            let body = parse(body).map_or(Value::Null, |json| json.to_value());
            call = call.json(body);
        }
        self.once(Call::from(call), shown).await
    }

    /// A call that is made as it is.
    pub async fn direct<T>(
        &self,
        call: impl Future<Output = Result<T, Error>>,
        show: fn(&T) -> String,
    ) -> Outcome {
        Outcome::of(call.await, show)
    }

    /// A call that gives a page, items or pages.
    pub async fn paged<P: Page>(
        &self,
        mut call: PageCall<P>,
        show: fn(&P) -> String,
        show_item: fn(&P::Item) -> String,
    ) -> Outcome {
        configured!(call, self);
        self.print(&call, call.to_curl());
        match self.verb.as_str() {
            "with_response" => raw(call.send_raw().await, show),
            "as_response" => match call.send_undecoded().await {
                Ok(answer) => Outcome::undecoded(answer).await,
                Err(error) => Outcome::failed(&error).of_error(error),
            },
            "send" | "result" => Outcome::of(call.send().await, show),
            "pages" => self.collected("pages", call.pages(), show).await,
            "items" => {
                let items = call.items();
                let items = match &self.message["options"]["max_items"] {
                    Value::Null => items,
                    most => items.max_items(count(most) as usize),
                };
                self.collected("items", items, show_item).await
            }
            other => Outcome::unknown_verb(other),
        }
    }

    /// A call that gives an answer, or a stream.
    pub async fn streamed<T, E: StreamItem + Send + 'static>(
        &self,
        mut call: StreamCall<T, E>,
        show: fn(&T) -> String,
        show_event: fn(&E) -> String,
    ) -> Outcome {
        configured!(call, self);
        self.print(&call, call.to_curl());
        match self.verb.as_str() {
            "with_response" => raw(call.send_raw().await, show),
            "as_response" => match call.send_undecoded().await {
                Ok(answer) => Outcome::undecoded(answer).await,
                Err(error) => Outcome::failed(&error).of_error(error),
            },
            "send" | "result" => Outcome::of(call.send().await, show),
            "stream" => match call.stream().await {
                Ok(stream) => self.collected("events", stream, show_event).await,
                Err(error) => Outcome::ended("events", &[], Some(&error)).of_error(error),
            },
            other => Outcome::unknown_verb(other),
        }
    }

    /// What a stream gives up to `take`, and the error that ends it.
    async fn collected<V>(
        &self,
        name: &str,
        stream: impl Stream<Item = Result<V, Error>>,
        show: fn(&V) -> String,
    ) -> Outcome {
        let take = self.message["take"].as_u64().unwrap_or(u64::MAX);
        let cancel = self.message["cancel"]["event"].as_u64();
        let mut stream = pin!(stream);
        while let Some(next) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
            match next {
                Ok(value) => self.seen.borrow_mut().push(show(&value)),
                Err(error) => {
                    let outcome = Outcome::ended(name, &self.seen.borrow(), Some(&error));
                    return outcome.of_error(error);
                }
            }
            let seen = self.seen.borrow().len() as u64;
            if cancel == Some(seen) {
                self.stage.cancel();
                std::future::pending::<()>().await;
            }
            if seen >= take {
                break;
            }
        }
        Outcome::ended(name, &self.seen.borrow(), None)
    }

    /// The caller has dropped the call.
    pub fn cancelled(&self) -> Outcome {
        let name = match self.verb.as_str() {
            "stream" => "events",
            other => other,
        };
        Outcome::dropped(name, &self.seen.borrow())
    }
}

/// Headers as they would be members of JSON; none where one is missing.
pub fn headers_shown<const N: usize>(headers: [(&str, String); N]) -> Value {
    let all = headers.into_iter().filter(|(_, text)| text != "null");
    let value = |text: &str| parse(text).map_or(Value::Null, |json| json.to_value());
    all.map(|(name, text)| (name.to_owned(), value(&text)))
        .collect()
}

fn raw<T>(answer: Result<RawResponse<T>, Error>, show: fn(&T) -> String) -> Outcome {
    match answer {
        Ok(raw) => Outcome::answered(&raw, show),
        Err(error) => Outcome::failed(&error).of_error(error),
    }
}

fn count(value: &Value) -> u32 {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    number.unwrap_or_default()
}

fn members(value: &Value) -> Vec<(String, Value)> {
    let members = value.as_object().into_iter().flatten();
    members
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// Query parameters as a program gives them: one for each item of a list, none for null.
fn pairs(value: &Value) -> Vec<(String, String)> {
    let each = |(name, value): (String, Value)| match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items
            .iter()
            .map(|item| (name.clone(), text(item)))
            .collect(),
        one => vec![(name, text(&one))],
    };
    members(value).into_iter().flat_map(each).collect()
}
