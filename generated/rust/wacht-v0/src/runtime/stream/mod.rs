//! Answers that are streams (1.7).

mod event_stream;
mod parser;
mod stream_call;
mod style;

pub use event_stream::EventStream;
pub use parser::{Event, EventParser};
pub use stream_call::StreamCall;
pub use style::{EventTag, StreamStyle};
