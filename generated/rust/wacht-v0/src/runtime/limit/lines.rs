use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::RateLimit;
use super::line::Line;

/// More keys than these are not kept (LIMIT-2).
const MOST_LINES: usize = 10_000;

/// What a client knows of its limits, by their names and keys.
#[derive(Debug, Default)]
pub(crate) struct Lines(Mutex<HashMap<(&'static str, String), Entry>>);

#[derive(Debug)]
struct Entry {
    line: Arc<Line>,
    limit: RateLimit,
    used: Duration,
}

impl Lines {
    /// The line of a key. Where there are too many, those go that say nothing any more, else
    /// the one that nobody asked for the longest.
    pub(super) fn of(&self, limit: &RateLimit, key: String, now: Duration) -> Arc<Line> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (limit.name, key);
        if lines.len() >= MOST_LINES && !lines.contains_key(&key) {
            lines.retain(|_, Entry { line, limit, .. }| !line.is_idle(limit, now));
            let oldest = lines.iter().min_by_key(|(_, entry)| entry.used);
            let oldest = oldest.map(|(key, _)| key.clone());
            if let Some(oldest) = oldest.filter(|_| lines.len() >= MOST_LINES) {
                lines.remove(&oldest);
            }
        }
        let entry = lines.entry(key).or_insert_with(|| Entry {
            line: Arc::default(),
            limit: *limit,
            used: now,
        });
        entry.used = now;
        Arc::clone(&entry.line)
    }
}
