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
use crate::witness::Witness;

/// One scenario: its clock, and whether its caller has given up.
pub struct Stage {
    pub clock: RemoteClock,
    pub witness: Witness,
    cancelled: Arc<watch::Sender<bool>>,
}

impl Stage {
    pub fn of(message: &Value) -> Self {
        Self {
            clock: RemoteClock::of(message),
            witness: Witness::default(),
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
        let mut done = json!({"type": "done", "id": message["id"], "results": []});
        let client = match built(message, &self) {
            Ok(client) => client,
            Err(error) => {
                printed(&error)
                    .into_iter()
                    .for_each(|text| self.witness.print(text));
                done["clientError"] = failure(&error);
                return self.complete(done);
            }
        };
        self.witness.print(format!("{client:?}"));
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
        let printed = results.iter().flat_map(|result| result.printed.clone());
        printed.for_each(|text| self.witness.print(text));
        let results: Vec<_> = results.into_iter().map(|result| result.value).collect();
        done["results"] = Value::Array(results);
        self.complete(done)
    }

    /// The message that ends the run, with what came to light meanwhile.
    fn complete(&self, mut done: Value) -> Value {
        let told = self.witness.told().as_object().cloned();
        if let (Some(done), Some(told)) = (done.as_object_mut(), told) {
            done.extend(told);
        }
        done
    }

    async fn call(self: &Rc<Self>, client: &DrivenClient, call: &Value) -> Outcome {
        let script = Script::of(call, Rc::clone(self));
        if call["cancel"] == "before" {
            self.cancel();
        }
        let client = with_options(client, &call["with"], self);
        tokio::select! {
            biased;
            () = self.cancelled() => script.cancelled(),
            played = play(&client, &script) => played.unwrap_or_else(Outcome::refused),
        }
    }
}

/// An error in all the ways that there are to print it.
pub fn printed(error: &Error) -> Vec<String> {
    let mut texts = vec![error.to_string(), format!("{error:?}")];
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        texts.push(format!("{cause} {cause:?}"));
        source = cause.source();
    }
    if let Error::Api { details, .. } = error {
        texts.push(details.to_curl());
    }
    texts
}
