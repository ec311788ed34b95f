//! What lies between calls and the network: the seams of the runtime (1.16), and the small
//! grammars of HTTP.

mod body;
mod clock;
mod disk;
mod percent;
mod piece;
mod pieces;
mod random;
mod rate_limit_status;
mod reqwest_transport;
mod retry_after;
mod transport;

#[cfg(feature = "testing")]
pub(crate) use self::pieces::pieces;
pub use body::{BodyStream, HttpBody};
pub use clock::{Clock, SystemClock};
use disk::DiskStream;
pub(crate) use disk::blocking;
pub use percent::{form_encode, percent_encode};
pub(crate) use percent::{percent_bytes, percent_decode};
pub use piece::BoxError;
use piece::PieceStream;
pub(crate) use piece::{Once, Piece};
#[cfg(feature = "testing")]
pub(crate) use random::uuid_of;
pub use random::{Random, SystemRandom};
pub use rate_limit_status::RateLimitStatus;
pub(crate) use rate_limit_status::rate_limit_status;
pub use reqwest_transport::ReqwestTransport;
pub use retry_after::retry_after;
pub use transport::{
    BoxFuture, ByteStream, FailureKind, HttpRequest, HttpResponse, Transport, TransportFailure,
};
