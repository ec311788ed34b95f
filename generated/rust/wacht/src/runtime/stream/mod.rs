//! Answers that are streams (1.7).

mod choice;
mod connection;
mod event_stream;
mod frames;
mod item;
mod parser;
mod stream_call;
mod style;

pub use event_stream::EventStream;
pub use item::StreamItem;
pub use parser::{Event, EventParser};
pub use stream_call::StreamCall;
pub use style::{EventTag, StreamChoice, StreamFrames, StreamStyle};
