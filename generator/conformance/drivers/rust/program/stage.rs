use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::watch;

use crate::client_options::{built, with_options};
use crate::clock::RemoteClock;
use crate::outcome::{Outcome, failure};
use crate::runtime::Error;
use crate::script::Script;
use crate::surface::{DrivenClient, play};

/// One scenario: its clock, and whether its caller has given up.
pub struct Stage {
    pub clock: RemoteClock,
    cancelled: Arc<watch::Sender<bool>>,
}

impl Stage {
    pub fn of(message: &Value) -> Self {
        Self {
            clock: RemoteClock::of(message),
            cancelled: Arc::new(watch::Sender::new(false)),
        }
    }

    /// The caller gives up: drops the futures of all calls.
    pub fn cancel(&self) {
        self.cancelled.send_replace(true);
    }

    /// The same from wherever the client calls the program.
    pub fn cancels(&self) -> impl Fn() + Send + Sync + Clone + use<> {
        let cancelled = Arc::clone(&self.cancelled);
        move || {
            cancelled.send_replace(true);
        }
    }

    async fn cancelled(&self) {
        let mut cancelled = self.cancelled.subscribe();
        // The sender lives as long as the stage.
        let _ = cancelled.wait_for(|is_cancelled| *is_cancelled).await;
    }

    /// Plays all calls, and tells what came of them.
    pub async fn run(self: Rc<Self>, message: &Value) -> Value {
        let mut debug = Vec::new();
        let client = match built(message, &self) {
            Ok(client) => client,
            Err(error) => {
                print_error(&error, &mut debug);
                return json!({
                    "type": "done", "id": message["id"], "results": [], "logs": [], "observed": [],
                    "debug": debug, "clientError": failure(&error),
                });
            }
        };
        debug.push(format!("{client:?}"));
        let calls = message["calls"].as_array().cloned().unwrap_or_default();
        let mut results = Vec::new();
        if message["parallel"] == true {
            let tasks: Vec<_> = calls
                .into_iter()
                .map(|call| {
                    let (stage, client) = (Rc::clone(&self), client.clone());
                    tokio::task::spawn_local(async move { stage.call(&client, &call).await })
                })
                .collect();
            for task in tasks {
                results.push(task.await.expect("no panic"));
            }
        } else {
            for call in &calls {
                results.push(self.call(&client, call).await);
                tokio::task::yield_now().await;
            }
        }
        debug.extend(results.iter().flat_map(|result| result.printed.clone()));
        let results: Vec<_> = results.into_iter().map(|result| result.value).collect();
        json!({
            "type": "done", "id": message["id"], "results": results, "logs": [], "observed": [],
            "debug": debug,
        })
    }

    async fn call(self: &Rc<Self>, client: &DrivenClient, call: &Value) -> Outcome {
        let script = Script::of(call, Rc::clone(self));
        if call["cancel"] == "before" {
            self.cancel();
        }
        let client = with_options(client, &call["with"], &self.clock);
        tokio::select! {
            biased;
            () = self.cancelled() => script.cancelled(),
            played = play(&client, &script) => played.unwrap_or_else(Outcome::refused),
        }
    }
}

/// An error in all the ways that there are to print it.
pub fn print_error(error: &Error, debug: &mut Vec<String>) {
    debug.push(error.to_string());
    debug.push(format!("{error:?}"));
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        debug.push(format!("{cause} {cause:?}"));
        source = cause.source();
    }
}
