use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::sync::Arc;

use super::token_provider::{Cause, Token, TokenProvider};
use crate::runtime::{BoxFuture, ConfigError, HttpRequest};

/// A way to say who one is (AUTH-1).
#[derive(Debug)]
pub struct Scheme {
    /// The setting that holds the credential.
    pub credential: &'static str,
    /// Where it goes in the request.
    pub place: SchemePlace,
}

/// Where a credential goes in the request (AUTH-1).
#[derive(Debug)]
pub enum SchemePlace {
    /// `Authorization: Bearer <token>`.
    Bearer,
    /// `Authorization: Basic <user and password>`.
    Basic,
    /// A header of that name.
    Header(&'static str),
    /// A query parameter of that name.
    Query(&'static str),
    /// A cookie of that name.
    Cookie(&'static str),
    /// Wherever a function of the program puts it.
    Custom,
}

/// What a program says who it is with. It is shown nowhere (SEC-1).
#[derive(Clone)]
pub enum Credential {
    /// A key or a token.
    Text(String),
    /// A name and a password.
    Basic(String, String),
    /// A token that is asked for when it is needed.
    Provider(TokenProvider),
    /// A function that signs requests.
    Signer(Signer),
}

/// A function from request to request, called last, once for each attempt (AUTH-1).
pub type Signer =
    Arc<dyn Fn(HttpRequest) -> BoxFuture<'static, Result<HttpRequest, Cause>> + Send + Sync>;

impl Credential {
    /// A name and a password (RFC 7617).
    #[must_use]
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self::Basic(user.into(), password.into())
    }

    /// A token from a function, kept until it is about to end. If the service refuses it (401),
    /// it is asked for again, and the call is repeated once (AUTH-2, AUTH-3).
    #[must_use]
    pub fn provider<F, E>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Token, E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self::Provider(TokenProvider::new(ask))
    }

    /// A function that signs requests (AUTH-1).
    #[must_use]
    pub fn signer<F, E>(sign: impl Fn(HttpRequest) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<HttpRequest, E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self::Signer(Arc::new(move |request| {
            let signed = sign(request);
            Box::pin(async move { signed.await.map_err(Into::into) })
        }))
    }

    /// Whether it can be sent (CFG-6).
    pub(crate) fn check(&self, setting: &str) -> Result<(), ConfigError> {
        let text = match self {
            Self::Text(text) => text,
            Self::Basic(user, password) => {
                let is_sent = !user.contains(':') && !format!("{user}{password}").contains('\0');
                let problem = || ConfigError::new(setting, "has a character that it cannot have");
                return is_sent.then_some(()).ok_or_else(problem);
            }
            Self::Provider(_) | Self::Signer(_) => return Ok(()),
        };
        if text.is_empty() {
            return Err(ConfigError::new(setting, "is empty"));
        }
        if text.bytes().all(|byte| (0x21..=0x7e).contains(&byte)) {
            return Ok(());
        }
        Err(ConfigError::new(
            setting,
            "has a character that no header may have",
        ))
    }
}

impl<T: Into<String>> From<T> for Credential {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}
