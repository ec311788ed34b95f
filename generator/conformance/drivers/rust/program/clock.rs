use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tokio::sync::oneshot;

use crate::channel::say;
use crate::runtime::{BoxFuture, Clock};

/// A clock whose time is the harness's: a sleep is over when the harness says so.
#[derive(Clone, Debug)]
pub struct RemoteClock {
    shared: Arc<Shared>,
    is_real: bool,
}

#[derive(Debug)]
struct Shared {
    /// Bits of the milliseconds since 1970.
    now: AtomicU64,
    waiting: Mutex<HashMap<u64, oneshot::Sender<()>>>,
}

/// Sleeps of all runs have numbers of their own.
static ASKED: AtomicU64 = AtomicU64::new(0);

impl RemoteClock {
    pub fn of(message: &Value) -> Self {
        let clock = Self {
            shared: Arc::new(Shared {
                now: AtomicU64::new(0),
                waiting: Mutex::default(),
            }),
            is_real: message["realTime"] == true,
        };
        clock.set(message);
        clock
    }

    /// Shows the time of a message.
    pub fn set(&self, message: &Value) {
        let now = message["now"].as_f64().unwrap_or_default();
        self.shared.now.store(now.to_bits(), Ordering::SeqCst);
    }

    /// Ends a sleep.
    pub fn wake(&self, message: &Value) {
        let token = message["token"].as_u64().unwrap_or_default();
        let waiting = self.shared.waiting.lock().expect("no panic").remove(&token);
        let before = f64::from_bits(self.shared.now.load(Ordering::SeqCst));
        if message["now"].as_f64().is_some_and(|now| now > before) {
            self.set(message);
        }
        if let Some(waiting) = waiting {
            let _ = waiting.send(());
        }
    }

    /// Milliseconds since 1970.
    pub fn millis(&self) -> f64 {
        if self.is_real {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            return since.unwrap_or_default().as_secs_f64() * 1000.0;
        }
        f64::from_bits(self.shared.now.load(Ordering::SeqCst))
    }
}

impl Clock for RemoteClock {
    fn now(&self) -> Duration {
        Duration::from_secs_f64(self.millis() / 1000.0)
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            let token = ASKED.fetch_add(1, Ordering::SeqCst) + 1;
            let (sender, over) = oneshot::channel();
            shared
                .waiting
                .lock()
                .expect("no panic")
                .insert(token, sender);
            let micros = u32::try_from(wait.as_micros()).map_or(f64::MAX, f64::from);
            let millis = if wait.as_micros() > u128::from(u32::MAX) {
                wait.as_secs_f64() * 1000.0
            } else {
                micros / 1000.0
            };
            say(&json!({"type": "sleep", "token": token, "ms": number(millis)}));
            // A run that is over wakes nobody.
            let _ = over.await;
        })
    }

    /// Limits are silent, unless the scenario runs in real time.
    fn deadline(&self, limit: Duration) -> BoxFuture<'static, ()> {
        if self.is_real {
            return Box::pin(tokio::time::sleep(limit));
        }
        Box::pin(std::future::pending())
    }
}

/// A whole number without a point.
pub fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        #[allow(clippy::cast_possible_truncation)]
        return json!(value as i64);
    }
    json!(value)
}
