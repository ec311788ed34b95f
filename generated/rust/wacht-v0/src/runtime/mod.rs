//! What every generated client stands on: calls and all that can become of them. Programs use
//! what the crate's root exports.

mod call;
mod client;
mod codec;
mod error;
mod file;
mod hooks;
mod http;
mod limit;
mod page;
mod retry;
mod shown;
mod stream;
#[cfg(feature = "testing")]
pub mod testing;

pub use call::*;
pub use client::*;
pub use codec::*;
pub use error::*;
pub use file::*;
pub use hooks::*;
pub use limit::*;
pub use page::*;
pub use retry::*;
pub use stream::*;

pub use self::http::*;
