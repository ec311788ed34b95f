/// How an answer becomes a stream.
#[derive(Debug)]
pub struct StreamStyle {
    /// For the header `Accept` (SSE-8).
    pub media: &'static str,
    /// Where the name of an event goes, so that its data alone says what it is (SSE-9).
    pub tag: EventTag,
    /// Data that ends the stream (SSE-10).
    pub end: Option<&'static str>,
    /// Name of the event that is an error (SSE-11).
    pub error: Option<&'static str>,
}

/// Where the name of an event goes (SSE-9).
#[derive(Clone, Copy, Debug)]
pub enum EventTag {
    /// Nowhere: the data says it.
    Data,
    /// Into a member of the data.
    Member(&'static str),
}

impl StreamStyle {
    /// Server-sent events of which nothing else is known.
    pub const SSE: Self = Self {
        media: "text/event-stream",
        tag: EventTag::Data,
        end: None,
        error: None,
    };
}
