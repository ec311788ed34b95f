//! What every generated client stands on: calls and all that can become of them. Programs use
//! what the crate's root exports.

mod call;
mod client;
mod codec;
mod error;
mod http;
mod page;
mod retry;
mod stream;

pub use self::http::{
    BoxFuture, ByteStream, Clock, FailureKind, HttpRequest, HttpResponse, Random,
};
pub use self::http::{ReqwestTransport, SystemClock, SystemRandom, Transport, TransportFailure};
pub use self::http::{form_encode, percent_encode, retry_after};
pub use call::{
    Call, CallOptions, Draft, Operation, Parameters, RawResponse, Read, Received, Timeouts,
};
pub use call::{bytes, json, nothing, text};
pub use client::{
    AuthRequirement, Client, ClientBuilder, Credential, Scheme, SchemePlace, Service,
};
pub use client::{default_client, init};
pub(crate) use codec::days_since_1970;
pub use codec::{
    Checks, Date, DateTime, Decimal, Decode, InvalidDateTime, InvalidText, IsoDuration, Leaves,
    Time, Url, Uuid,
};
pub use codec::{Encode, Json, Members, Mismatch, Nullable, ObjectReader, ObjectWriter};
pub use codec::{Violation, Writer, parse, to_plain, to_text};
pub(crate) use error::find_name;
pub use error::{
    ApiDetails, AuthError, ConfigError, DecodeError, Error, ErrorCase, InvalidRequest,
};
pub use error::{LocalRateLimit, Phase, Result, TransportError};
pub use page::{Items, Next, Page, PageCall, PageStyle, Pages};
pub use retry::Retry;
pub(crate) use retry::RetryPolicy;
pub use stream::{Event, EventParser, EventStream, EventTag, StreamCall, StreamStyle};
