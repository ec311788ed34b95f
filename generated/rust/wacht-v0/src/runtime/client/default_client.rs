use std::sync::OnceLock;

use super::{Client, ClientBuilder, Service};
use crate::runtime::{ConfigError, Error, Result};

static DEFAULT: OnceLock<Client> = OnceLock::new();

/// The client of free functions: the one that was set, else one from the environment (CFG-7).
pub fn default_client(service: &'static Service) -> Client {
    let made = || ClientBuilder::new(service).into_client().0;
    DEFAULT.get_or_init(made).clone()
}

/// Sets it, before the first call.
///
/// # Errors
///
/// There is one already.
pub fn init(client: Client) -> Result<()> {
    let again = |_| {
        Error::Config(Box::new(ConfigError::new(
            "the default client",
            "is set or used already",
        )))
    };
    DEFAULT.set(client).map_err(again)
}
