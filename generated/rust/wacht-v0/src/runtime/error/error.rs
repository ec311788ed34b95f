use std::error::Error as StdError;
use std::fmt;

use http::StatusCode;

use super::{
    ApiDetails, AuthError, ConfigError, DecodeError, InvalidRequest, LocalRateLimit,
    MiddlewareError, TransportError,
};

/// What a call can come to instead of its value (1.13).
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The service answered with a status outside 2xx.
    #[non_exhaustive]
    Api {
        /// The status.
        status: StatusCode,
        /// What the service says went wrong, on one line.
        message: String,
        /// Everything else about the answer.
        details: Box<ApiDetails>,
    },
    /// No answer came: the connection failed, or time ran out.
    Request(TransportError),
    /// An answer of success came that is not what the schema says.
    Decode(Box<DecodeError>),
    /// The call was not sent: its arguments break rules of the schema.
    InvalidRequest(Box<InvalidRequest>),
    /// The call was not sent: it would break a rate limit, and may not wait.
    RateLimited(Box<LocalRateLimit>),
    /// The client has no usable configuration.
    Config(Box<ConfigError>),
    /// There are no credentials.
    Auth(Box<AuthError>),
    /// A middleware of the program's own failed.
    Middleware(Box<MiddlewareError>),
}

impl Error {
    /// The name of its kind: the schema's name of the status, or one of the runtime's.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Api { details, .. } => details.name(),
            Self::Request(error) => error.name(),
            Self::Decode(_) => "Decode",
            Self::InvalidRequest(_) => "InvalidArgument",
            Self::RateLimited(_) => "LocalRateLimit",
            Self::Config(_) => "Config",
            Self::Auth(_) => "Auth",
            Self::Middleware(_) => "Middleware",
        }
    }

    /// The status, if an answer came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api { status, .. } => Some(*status),
            Self::Decode(error) => Some(error.status()),
            _ => None,
        }
    }

    /// The id that the service gave the request, if an answer came (ERR-3).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Api { details, .. } => details.request_id(),
            Self::Decode(error) => error.request_id(),
            _ => None,
        }
    }

    /// Whether the same call may succeed another time (1.4).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api { details, .. } => details.is_retryable(),
            Self::Request(error) => error.is_retryable(),
            Self::RateLimited(_) => true,
            _ => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api {
                status,
                message,
                details,
            } => details.describe(*status, message, f),
            Self::Request(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::InvalidRequest(error) => error.fmt(f),
            Self::RateLimited(error) => error.fmt(f),
            Self::Config(error) => error.fmt(f),
            Self::Auth(error) => error.fmt(f),
            Self::Middleware(error) => error.fmt(f),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Request(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Auth(error) => error.source(),
            Self::Middleware(error) => error.source(),
            _ => None,
        }
    }
}
