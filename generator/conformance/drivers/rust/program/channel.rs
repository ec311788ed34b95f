use std::io::{BufRead, Write};

use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// What the harness says, line by line.
pub fn lines() -> UnboundedReceiver<String> {
    let (sender, receiver) = unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Tells the harness. `type` stands first, by which it knows a message from what is printed.
pub fn say(message: &Value) {
    let kind = &message["type"];
    let mut rest = message.clone();
    if let Some(members) = rest.as_object_mut() {
        members.remove("type");
    }
    let rest = rest.to_string();
    let comma = if rest == "{}" { "" } else { "," };
    let mut out = std::io::stdout().lock();
    // Who does not listen any more has ended the run.
    let _ = writeln!(out, "{{\"type\":{kind}{comma}{}", &rest[1..]);
    let _ = out.flush();
}

/// Says that a message has been heard.
pub fn noted(message: &Value) {
    say(&json!({"type": "noted", "token": message["token"]}));
}
