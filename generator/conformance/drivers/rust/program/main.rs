//! Plays the calls of scenarios with a generated client: the harness says which, a JSON value a
//! line, and is told what came of them.

mod arguments;
mod channel;
mod client_options;
mod clock;
mod files;
mod outcome;
mod script;
mod seams;
mod stage;
#[rustfmt::skip]
mod surface;
mod witness;

use std::cell::RefCell;
use std::rc::Rc;

pub use driven::{api, models, runtime};
use serde_json::{Value, json};
use tokio::task::LocalSet;

use stage::Stage;

/// The client's type, where the generated surface looks for it.
mod client {
    pub use driven::*;
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime of one thread");
    LocalSet::new().block_on(&runtime, listen());
}

async fn listen() {
    let mut lines = channel::lines();
    let stage: Rc<RefCell<Option<Rc<Stage>>>> = Rc::default();
    channel::say(&json!({"type": "ready"}));
    while let Some(line) = lines.recv().await {
        let Ok(message) = serde_json::from_str::<Value>(&line) else {
            continue;
        };
        let current = stage.borrow().clone();
        match (message["type"].as_str(), current) {
            (Some("run"), _) => {
                let new = Rc::new(Stage::of(&message));
                *stage.borrow_mut() = Some(Rc::clone(&new));
                tokio::task::spawn_local(async move { channel::say(&new.run(&message).await) });
            }
            (Some("wake"), Some(stage)) => stage.clock.wake(&message),
            (Some("time"), Some(stage)) => {
                stage.clock.set(&message);
                channel::noted(&message);
            }
            (Some("cancel"), Some(stage)) => {
                stage.cancel();
                channel::noted(&message);
            }
            _ => {}
        }
    }
}
