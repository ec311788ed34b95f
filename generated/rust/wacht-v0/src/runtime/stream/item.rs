use bytes::Bytes;

use super::frames::Frame;
use super::{Event, EventTag};
use crate::runtime::{Decode, Json, Mismatch, parse};

/// What a stream can consist of: values of the schema's types, or bytes.
pub trait StreamItem: Sized {
    /// Reads an event, whose name lies where the type has it (SSE-9).
    ///
    /// # Errors
    ///
    /// Data that is not of the type.
    fn from_event(event: &Event, tag: EventTag) -> Result<Self, Mismatch>;

    /// Takes a piece of a stream of bytes.
    ///
    /// # Errors
    ///
    /// The type is not that of bytes.
    fn from_piece(piece: Bytes) -> Result<Self, Mismatch> {
        let _ = piece;
        Err(Mismatch::new("an event", "bytes"))
    }
}

impl StreamItem for Bytes {
    fn from_event(event: &Event, _: EventTag) -> Result<Self, Mismatch> {
        Ok(Self::from(event.data.clone()))
    }

    fn from_piece(piece: Bytes) -> Result<Self, Mismatch> {
        Ok(piece)
    }
}

impl<T: Decode> StreamItem for T {
    fn from_event(event: &Event, tag: EventTag) -> Result<Self, Mismatch> {
        let name = || Json::String(event.name.as_str().into());
        let data = event.data.as_str();
        T::decode(&match tag {
            EventTag::Data => parse(data)?,
            EventTag::Text => Json::String(data.into()),
            EventTag::Member(member) => {
                let mut members = match value(data) {
                    Json::Object(members) => members,
                    other => vec![("data".into(), other)],
                };
                members.push((member.into(), name()));
                Json::Object(members)
            }
            EventTag::Beside(member, _) if data.is_empty() => {
                Json::Object(vec![(member.into(), name())])
            }
            EventTag::Beside(member, content) => {
                Json::Object(vec![(member.into(), name()), (content.into(), value(data))])
            }
            EventTag::Around => Json::Object(vec![(event.name.as_str().into(), value(data))]),
        })
    }
}

/// The data as JSON; that of an event which nobody knows may be a text, or nothing.
fn value(data: &str) -> Json<'_> {
    if data.is_empty() {
        return Json::Object(Vec::new());
    }
    parse(data).unwrap_or_else(|_| Json::String(data.into()))
}

impl Frame {
    /// The data, where the frame has a text.
    pub(super) fn data(&self) -> &str {
        match self {
            Self::Event(event) => &event.data,
            Self::Piece(_) => "",
        }
    }

    pub(super) fn read<E: StreamItem>(&self, tag: EventTag) -> Result<E, Mismatch> {
        match self {
            Self::Event(event) => E::from_event(event, tag),
            Self::Piece(piece) => E::from_piece(piece.clone()),
        }
    }
}
