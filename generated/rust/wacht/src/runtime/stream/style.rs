/// How an answer becomes a stream.
#[derive(Debug)]
pub struct StreamStyle {
    /// For the header `Accept` (SSE-8).
    pub media: &'static str,
    /// How the bytes become events.
    pub frames: StreamFrames,
    /// Where the name of an event goes, so that its data alone says what it is (SSE-9).
    pub tag: EventTag,
    /// Names of events that the schema knows; the data of others may be anything.
    pub known: &'static [&'static str],
    /// Data that ends the stream (SSE-10).
    pub end: Option<&'static str>,
    /// Name of the event that is an error (SSE-11).
    pub error: Option<&'static str>,
    /// What asks for a stream; none: there is no other answer.
    pub when: Option<StreamChoice>,
    /// Whether to connect again where the connection was lost (SSE-14).
    pub resume: bool,
    /// Bytes of the largest event (SSE-12).
    pub limit: usize,
}

/// How the bytes of a stream become events.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StreamFrames {
    /// Server-sent events.
    Events,
    /// A JSON value on each line (SSE-16).
    Lines,
    /// Pieces as they come (SSE-16).
    Pieces,
}

/// A parameter that asks for a stream.
#[derive(Clone, Copy, Debug)]
pub struct StreamChoice {
    /// Its name on the wire.
    pub name: &'static str,
    /// The value that asks for a stream.
    pub equals: &'static str,
    /// Whether that is a number or a boolean.
    pub bare: bool,
    /// Whether it is a member of the body, not of the query.
    pub in_body: bool,
}

/// Where the name of an event goes (SSE-9).
#[derive(Clone, Copy, Debug)]
pub enum EventTag {
    /// Nowhere: the data says it.
    Data,
    /// Nowhere: the data is a text.
    Text,
    /// Into a member of the data.
    Member(&'static str),
    /// Into a member, and the data into another one beside it.
    Beside(&'static str, &'static str),
    /// Around the data, which is its only member.
    Around,
}

impl StreamStyle {
    /// Server-sent events of which nothing else is known.
    pub const SSE: Self = Self {
        media: "text/event-stream",
        frames: StreamFrames::Events,
        tag: EventTag::Data,
        known: &[],
        end: None,
        error: None,
        when: None,
        resume: false,
        limit: 16 * 1024 * 1024,
    };

    /// Lines of which nothing else is known.
    pub const LINES: Self = Self {
        media: "application/jsonl, application/x-ndjson",
        frames: StreamFrames::Lines,
        ..Self::SSE
    };

    /// Bytes of which nothing else is known.
    pub const BYTES: Self = Self {
        media: "application/octet-stream",
        frames: StreamFrames::Pieces,
        ..Self::SSE
    };

    /// Whether an answer of a media type is such a stream (SSE-8).
    pub(super) fn takes(&self, media: &str) -> bool {
        match self.frames {
            StreamFrames::Events => media == self.media,
            StreamFrames::Lines => media.contains("json"),
            StreamFrames::Pieces => true,
        }
    }
}
