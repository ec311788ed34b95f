use std::sync::Arc;
use std::time::Duration;

use super::{Credential, Service};
use crate::runtime::ConfigError;

type Read = dyn Fn(&str) -> Option<String> + Send + Sync;

/// Variables that hold settings; read once, when a client is built (CFG-1).
#[derive(Clone)]
pub(super) struct Environment(Arc<Read>);

impl Environment {
    pub(super) fn new(read: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    pub(super) fn of_process() -> Self {
        Self::new(|name| std::env::var(name).ok())
    }

    /// The name of a setting's variable, and its value if that is not blank.
    fn get(&self, service: &Service, setting: &str) -> Option<(String, String)> {
        let name = format!("{}_{}", service.env?, setting.to_uppercase());
        let value = (self.0)(&name)?.trim().to_owned();
        (!value.is_empty()).then_some((name, value))
    }

    pub(super) fn base_url(&self, service: &Service) -> Option<(String, String)> {
        self.get(service, "base_url")
    }

    /// The name of a credential's variable, and what it holds.
    pub(super) fn credential(
        &self,
        service: &Service,
        setting: &str,
    ) -> Option<(String, Credential)> {
        let (name, value) = self.get(service, setting)?;
        Some((name, Credential::Text(value)))
    }

    /// What is to be logged.
    pub(super) fn log(&self, service: &Service) -> Option<(String, String)> {
        self.get(service, "log")
    }

    /// Seconds, decimals allowed (CFG-2).
    pub(super) fn timeout(&self, service: &Service) -> Result<Option<Duration>, ConfigError> {
        let Some((name, value)) = self.get(service, "timeout") else {
            return Ok(None);
        };
        let seconds = value
            .parse()
            .ok()
            .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let problem = || ConfigError::new(&name, "is no number of seconds");
        seconds.map(Some).ok_or_else(problem)
    }
}
