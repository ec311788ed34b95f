//! The runtime as a crate of its own, so that it is compiled, linted and tested where it is written.
#![forbid(unsafe_code)]
#![warn(missing_docs, clippy::pedantic)]

#[path = "../../../../templates/rust/runtime/mod.rs"]
pub mod runtime;
