use std::fmt;

use http::StatusCode;

use super::{ApiDetails, Error};
use crate::runtime::Decode;

/// An answer outside 2xx with its body as the schema declares it.
#[derive(Debug)]
#[non_exhaustive]
pub struct ApiError<B> {
    /// The status.
    pub status: StatusCode,
    /// What the service says went wrong, on one line.
    pub message: String,
    /// The body; none if it is not what the schema says (ERR-2).
    pub body: Option<B>,
    /// Everything else about the answer.
    pub details: Box<ApiDetails>,
}

impl<B: Decode> ApiError<B> {
    /// The same error with its body read.
    ///
    /// # Errors
    ///
    /// The error itself, if no answer came.
    pub fn read(error: Error) -> Result<Self, Error> {
        match error {
            Error::Api {
                status,
                message,
                details,
            } => {
                let body = details.body();
                Ok(Self {
                    status,
                    message,
                    body,
                    details,
                })
            }
            other => Err(other),
        }
    }
}

impl<B> fmt::Display for ApiError<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.details.describe(self.status, &self.message, f)
    }
}

impl<B: fmt::Debug> std::error::Error for ApiError<B> {}

/// Makes an error type of an enum of what an operation can come to.
#[macro_export]
#[doc(hidden)]
macro_rules! operation_error {
    ($type:ident $($variant:ident = $name:literal,)*) => {
        impl From<$crate::runtime::Error> for $type {
            fn from(error: $crate::runtime::Error) -> Self {
                match error.name() {
                    $($name => match $crate::runtime::ApiError::read(error) {
                        Ok(found) => Self::$variant(found),
                        Err(other) => Self::Other(other),
                    },)*
                    _ => Self::Other(error),
                }
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant(error) => error.fmt(f),)*
                    Self::Other(error) => error.fmt(f),
                }
            }
        }

        impl ::std::error::Error for $type {
            fn source(&self) -> Option<&(dyn ::std::error::Error + 'static)> {
                match self {
                    $(Self::$variant(error) => Some(error),)*
                    Self::Other(error) => Some(error),
                }
            }
        }
    };
}
