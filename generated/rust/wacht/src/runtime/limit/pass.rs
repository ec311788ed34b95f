use std::sync::Arc;
use std::time::Duration;

use super::RateLimitMode;
use super::line::Line;
use crate::runtime::call::Job;
use crate::runtime::{Error, LocalRateLimit, Moment, Phase, Result};

impl Job {
    fn line(&self) -> Option<Arc<Line>> {
        let core = self.core();
        let limit = self.draft.operation.limit.as_ref()?;
        let key = self.draft.limit_key(limit);
        Some(core.lines.of(limit, key, core.clock.now()))
    }

    /// Waits until the declared limit lets an attempt through (LIMIT-1, LIMIT-3).
    pub(crate) async fn pass(&self) -> Result<()> {
        let core = self.core();
        let mode = self.draft.options.rate_limit.or(core.rate_limit);
        let mode = mode.unwrap_or_default();
        let (Some(limit), Some(line)) = (&self.draft.operation.limit, self.line()) else {
            return Ok(());
        };
        if mode == RateLimitMode::Off {
            return Ok(());
        }
        let wait_behind = |ahead| {
            let wait = line.wait(limit, ahead, core.clock.now());
            let total = self.limit(Phase::Total);
            let fits = total.is_none_or(|total| self.elapsed().saturating_add(wait) < total);
            if wait.is_zero() || (fits && mode == RateLimitMode::Wait) {
                return Ok(wait);
            }
            Err(Error::RateLimited(Box::new(LocalRateLimit {
                operation: self.id(),
                limit: limit.name,
                attempts: self.attempt,
                retry_after: wait,
            })))
        };
        let (_place, ahead) = line.enter();
        let wait = wait_behind(ahead)?;
        if !wait.is_zero() {
            self.watch.tell(Moment::LimitWait { wait });
        }
        let _turn = line.turn.lock().await;
        loop {
            let wait: Duration = wait_behind(0)?;
            if wait.is_zero() {
                break;
            }
            core.clock.sleep(wait).await;
        }
        line.grant(limit, core.clock.now());
        Ok(())
    }

    /// Lets nobody through for as long as the service asks to wait (LIMIT-4).
    pub(crate) fn heed(&self, error: &Error) {
        let Error::Api {
            status, details, ..
        } = error
        else {
            return;
        };
        let asked = details.retry_after().filter(|_| status.as_u16() == 429);
        if let (Some(asked), Some(line)) = (asked, self.line()) {
            line.close_until(self.core().clock.now().saturating_add(asked));
        }
    }
}
