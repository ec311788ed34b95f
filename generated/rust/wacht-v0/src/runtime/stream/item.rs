use bytes::Bytes;

use super::frames::Frame;
use super::{Event, EventTag, StreamStyle};
use crate::runtime::{Decode, Json, Mismatch, Moment, parse};

/// What a stream can consist of: values of the schema's types, or bytes.
pub trait StreamItem: Sized {
    /// Reads an event, whose name lies where the type has it (SSE-9).
    ///
    /// # Errors
    ///
    /// Data that is not of the type.
    fn from_event(event: &Event, style: &StreamStyle) -> Result<Self, Mismatch>;

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
    fn from_event(event: &Event, _: &StreamStyle) -> Result<Self, Mismatch> {
        Ok(Self::from(event.data.clone()))
    }

    fn from_piece(piece: Bytes) -> Result<Self, Mismatch> {
        Ok(piece)
    }
}

impl<T: Decode> StreamItem for T {
    fn from_event(event: &Event, style: &StreamStyle) -> Result<Self, Mismatch> {
        let (name, data) = (event.name.as_str(), event.data.as_str());
        let tag = |member: &'static str| (member.into(), Json::String(name.into()));
        let value = || value(data, style.known.contains(&name));
        T::decode(&match style.tag {
            EventTag::Data => parse(data)?,
            EventTag::Text => Json::String(data.into()),
            EventTag::Member(member) => {
                let mut members = match value()? {
                    Json::Object(members) => members,
                    other if style.known.contains(&name) => return Err(other.mismatch("an object")),
                    other => vec![("data".into(), other)],
                };
                members.push(tag(member));
                Json::Object(members)
            }
            EventTag::Beside(member, _) if data.is_empty() => Json::Object(vec![tag(member)]),
            EventTag::Beside(member, content) => {
                Json::Object(vec![tag(member), (content.into(), value()?)])
            }
            EventTag::Around => Json::Object(vec![(name.into(), value()?)]),
        })
    }
}

/// The data as JSON; that of an event which nobody knows may be a text, or nothing.
fn value(data: &str, is_known: bool) -> Result<Json<'_>, Mismatch> {
    if data.is_empty() {
        return Ok(Json::Object(Vec::new()));
    }
    match parse(data) {
        Err(_) if !is_known => Ok(Json::String(data.into())),
        parsed => parsed,
    }
}

impl Frame {
    /// The data, where the frame has a text.
    pub(super) fn data(&self) -> &str {
        match self {
            Self::Event(event) => &event.data,
            Self::Piece(_) => "",
        }
    }

    /// What observers are told of it (HOOK-2).
    pub(super) fn moment(&self) -> Moment<'_> {
        match self {
            Self::Event(Event { name, data, .. }) => Moment::StreamEvent {
                name,
                data: data.as_bytes(),
            },
            Self::Piece(piece) => Moment::StreamEvent {
                name: "",
                data: piece,
            },
        }
    }

    pub(super) fn read<E: StreamItem>(&self, style: &StreamStyle) -> Result<E, Mismatch> {
        match self {
            Self::Event(event) => E::from_event(event, style),
            Self::Piece(piece) => E::from_piece(piece.clone()),
        }
    }
}
