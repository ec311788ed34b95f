use std::fmt;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::{BoxError, Piece, PieceStream};

/// The body of a request: bytes that are there, or pieces that are read while it is sent, no
/// faster than the service takes them (FILE-4).
#[derive(Clone, Default)]
pub struct HttpBody {
    pub(crate) pieces: Vec<Piece>,
}

/// Bytes as they are read, to be sent.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

impl HttpBody {
    /// A body of several pieces, one after the other.
    pub(crate) const fn of(pieces: Vec<Piece>) -> Self {
        Self { pieces }
    }

    /// All bytes, if they are there in one piece.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.pieces[..] {
            [] => Some(&[]),
            [Piece::Bytes(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// All bytes, if they are there, be it in several pieces: parts are.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Bytes> {
        if let [Piece::Bytes(bytes)] = &self.pieces[..] {
            return Some(bytes.clone());
        }
        let mut all = BytesMut::new();
        for piece in &self.pieces {
            let Piece::Bytes(bytes) = piece else {
                return None;
            };
            all.extend_from_slice(bytes);
        }
        Some(all.freeze())
    }

    /// How many bytes there are, as far as that is known before they are read.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.pieces.iter().map(Piece::size).sum()
    }

    /// The bytes as they are sent. What can be read once can be taken by one stream only: it
    /// is an error in all others.
    #[must_use]
    pub fn into_stream(self) -> BodyStream {
        let size = self.size();
        Box::pin(PieceStream::new(self.pieces, size))
    }

    /// Whether something of it can be read once, and has been (FILE-4).
    pub(crate) fn is_spent(&self) -> bool {
        self.pieces.iter().any(Piece::is_spent)
    }

    /// The bytes for a transport: as they are, or as a stream.
    pub(super) fn into_bytes_or_stream(mut self) -> Result<Bytes, BodyStream> {
        match &mut self.pieces[..] {
            [] => Ok(Bytes::new()),
            [Piece::Bytes(bytes)] => Ok(std::mem::take(bytes)),
            _ => Err(self.into_stream()),
        }
    }
}

impl<T: Into<Bytes>> From<T> for HttpBody {
    fn from(bytes: T) -> Self {
        Self::of(vec![Piece::Bytes(bytes.into())])
    }
}

/// How much it is; the bytes may be secret, or a whole file.
impl fmt::Debug for HttpBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.size() {
            Some(size) => write!(f, "HttpBody({size} bytes)"),
            None => f.write_str("HttpBody(a stream)"),
        }
    }
}
