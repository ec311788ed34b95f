use std::fmt;

use crate::runtime::ConfigError;

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
    /// Where the program's own transport puts it.
    Custom,
}

/// What a program says who it is with. It is shown nowhere (SEC-1).
#[derive(Clone)]
pub enum Credential {
    /// A key or a token.
    Text(String),
    /// A name and a password.
    Basic(String, String),
}

impl Credential {
    /// Whether it can be sent (CFG-6).
    pub(crate) fn check(&self, setting: &str) -> Result<(), ConfigError> {
        let Self::Text(text) = self else {
            return Ok(());
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
