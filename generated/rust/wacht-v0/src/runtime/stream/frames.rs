use bytes::Bytes;

use super::{Event, EventParser, StreamFrames, StreamStyle};

/// A piece of a stream that is a value.
pub(super) enum Frame {
    Event(Event),
    Piece(Bytes),
}

/// Cuts the bytes of a stream into its pieces.
pub(super) enum FrameReader {
    Events(EventParser),
    Lines(Vec<u8>),
    Pieces,
}

impl FrameReader {
    pub(super) fn new(style: &StreamStyle, last_id: &str) -> Self {
        match style.frames {
            StreamFrames::Events => Self::Events(EventParser::behind(last_id)),
            StreamFrames::Lines => Self::Lines(Vec::new()),
            StreamFrames::Pieces => Self::Pieces,
        }
    }

    /// The next piece that the bytes complete, which are taken from them; an error if it has
    /// more bytes than it may.
    pub(super) fn take(&mut self, chunk: &mut Bytes, limit: usize) -> Result<Option<Frame>, usize> {
        if matches!(self, Self::Pieces) {
            let piece = std::mem::take(chunk);
            return Ok((!piece.is_empty()).then_some(Frame::Piece(piece)));
        }
        for (index, byte) in chunk.iter().enumerate() {
            let event = self.push(*byte);
            if self.held() > limit {
                return Err(limit);
            }
            if let Some(event) = event {
                let _ = chunk.split_to(index + 1);
                return Ok(Some(Frame::Event(event)));
            }
        }
        chunk.clear();
        Ok(None)
    }

    /// What the end of the bytes completes: a last line needs no end.
    pub(super) fn end(&mut self) -> Option<Frame> {
        match self {
            Self::Lines(line) => end_line(line).map(Frame::Event),
            Self::Events(_) | Self::Pieces => None,
        }
    }

    /// The id behind which the stream would go on.
    pub(super) fn last_id(&self) -> &str {
        match self {
            Self::Events(parser) => parser.last_id(),
            Self::Lines(_) | Self::Pieces => "",
        }
    }

    /// Milliseconds to wait before connecting again, if the stream has said so.
    pub(super) const fn retry(&self) -> Option<u64> {
        match self {
            Self::Events(parser) => parser.retry(),
            Self::Lines(_) | Self::Pieces => None,
        }
    }

    fn push(&mut self, byte: u8) -> Option<Event> {
        match self {
            Self::Events(parser) => parser.push(byte),
            Self::Lines(line) if matches!(byte, b'\n' | b'\r') => end_line(line),
            Self::Lines(line) => {
                line.push(byte);
                None
            }
            Self::Pieces => None,
        }
    }

    fn held(&self) -> usize {
        match self {
            Self::Events(parser) => parser.held(),
            Self::Lines(line) => line.len(),
            Self::Pieces => 0,
        }
    }
}

/// A line as an event, unless it is empty.
fn end_line(line: &mut Vec<u8>) -> Option<Event> {
    let bytes = std::mem::take(line);
    let data = String::from_utf8_lossy(&bytes).into_owned();
    (!data.trim().is_empty()).then(|| Event {
        data,
        ..Event::default()
    })
}
