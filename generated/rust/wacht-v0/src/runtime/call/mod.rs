//! Calls, from their arguments to their answers (1.3, 1.13).

mod attempt;
mod auth;
mod body;
mod call;
mod cookies;
mod curl;
mod deadline;
mod draft;
mod execute;
mod extra_body;
mod failure;
mod header;
mod hooked;
mod job;
mod methods;
mod operation;
mod options;
mod parameter;
mod path;
mod query_style;
mod received;
mod request;
mod response_headers;
mod secrets;
mod timeouts;
mod untyped;

pub(crate) use attempt::{Form, follow, read_start};
pub use call::Call;
pub(crate) use call::{decoded, undecoded};
pub(crate) use deadline::within;
pub use draft::{Draft, Parameters};
pub(crate) use execute::{execute, open};
pub(crate) use job::Job;
pub use operation::Operation;
pub use options::CallOptions;
pub use query_style::QueryStyle;
pub use received::{RawResponse, Read, Received, bytes, json, nothing, text};
pub use response_headers::{HeaderReader, ResponseHeaders};
pub use timeouts::Timeouts;
pub use untyped::UntypedCall;

use crate::runtime::{PageCall, StreamCall};
