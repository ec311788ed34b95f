use std::collections::VecDeque;
use std::sync::Mutex;

use serde_json::Value;

use crate::runtime::Random;

/// Chance that a scenario has decided beforehand.
#[derive(Debug)]
pub struct Decided {
    floats: Mutex<VecDeque<f64>>,
    uuids: Mutex<VecDeque<String>>,
}

impl Decided {
    pub fn of(message: &Value) -> Self {
        let list = |name: &str| message[name].as_array().cloned().unwrap_or_default();
        let floats = list("random");
        let uuids = list("uuids");
        Self {
            floats: Mutex::new(floats.iter().filter_map(Value::as_f64).collect()),
            uuids: Mutex::new(
                uuids
                    .iter()
                    .filter_map(|text| text.as_str().map(str::to_owned))
                    .collect(),
            ),
        }
    }
}

impl Random for Decided {
    fn float(&self) -> f64 {
        let next = self.floats.lock().expect("no panic").pop_front();
        next.unwrap_or_default()
    }

    fn uuid(&self) -> String {
        let next = self.uuids.lock().expect("no panic").pop_front();
        next.unwrap_or_else(|| "00000000-0000-4000-8000-000000000000".to_owned())
    }
}
