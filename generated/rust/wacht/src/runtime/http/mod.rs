//! What lies between calls and the network: the seams of the runtime (1.16), and the small
//! grammars of HTTP.

mod clock;
mod percent;
mod random;
mod reqwest_transport;
mod retry_after;
mod transport;

pub use clock::{Clock, SystemClock};
pub(crate) use percent::percent_decode;
pub use percent::{form_encode, percent_encode};
pub use random::{Random, SystemRandom};
pub use reqwest_transport::ReqwestTransport;
pub use retry_after::retry_after;
pub use transport::{
    BoxFuture, ByteStream, FailureKind, HttpRequest, HttpResponse, Transport, TransportFailure,
};
