//! What calls come to instead of their values (1.13).

mod api;
mod case;
mod decode;
mod error;
mod middleware;
mod operation_error;
mod refusals;
mod transport;

pub use api::ApiDetails;
pub use case::ErrorCase;
pub(crate) use case::find_name;
pub use decode::DecodeError;
pub use error::Error;
pub use middleware::MiddlewareError;
pub use operation_error::ApiError;
pub use refusals::{AuthError, ConfigError, InvalidRequest, LocalRateLimit};
pub(crate) use transport::innermost;
pub use transport::{Phase, TransportError};

/// What calls give. The second parameter keeps `Result<T, E>` usable where this one is
/// imported by a glob.
pub type Result<T, E = Error> = std::result::Result<T, E>;
