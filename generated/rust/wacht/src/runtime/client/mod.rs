//! Clients and their settings (1.1, 1.2).

mod base_url;
mod builder;
mod client;
mod credential;
mod default_client;
mod environment;
mod options;
mod problems;
mod service;
mod token_provider;
mod user_agent;

pub use builder::ClientBuilder;
pub use client::Client;
pub(crate) use client::{Core, missing};
pub use credential::{Credential, Scheme, SchemePlace};
pub use default_client::{default_client, init};
pub use options::ClientOptions;
pub use service::{AuthRequirement, Service};
pub use token_provider::{Token, TokenProvider};
