use std::collections::VecDeque;
use std::fmt;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{BodyStream, DiskStream};

/// An error of whatever gives bytes.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A part of a body.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// Bytes that are there.
    Bytes(Bytes),
    /// A file of the disk, which each attempt opens anew. Its size is known once the call has
    /// looked.
    Disk(Arc<Path>, Option<u64>),
    /// What can be read once, and its size if that was told.
    Once(Once, Option<u64>),
    /// The same in Base64, which the call makes of it before it is sent (FILE-2).
    Base64(Box<Piece>),
}

impl Piece {
    pub(super) fn size(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => u64::try_from(bytes.len()).ok(),
            Self::Disk(_, size) | Self::Once(_, size) => *size,
            Self::Base64(_) => None,
        }
    }

    /// Whether it could be read once, and has been.
    pub(crate) fn is_spent(&self) -> bool {
        match self {
            Self::Once(once, _) => once.is_spent(),
            Self::Base64(piece) => piece.is_spent(),
            Self::Bytes(_) | Self::Disk(..) => false,
        }
    }

    fn open(self) -> Opened {
        match self {
            Self::Bytes(bytes) => Opened::Bytes(bytes),
            Self::Disk(path, _) => Opened::Stream(Box::pin(DiskStream::new(path))),
            Self::Once(once, _) => once.take().map_or(Opened::Spent, Opened::Stream),
            Self::Base64(piece) => piece.open(),
        }
    }
}

enum Opened {
    Bytes(Bytes),
    Stream(BodyStream),
    Spent,
}

/// A stream that whoever asks first has.
#[derive(Clone)]
pub(crate) struct Once(Arc<Mutex<Option<BodyStream>>>);

impl Once {
    pub(crate) fn new(stream: BodyStream) -> Self {
        Self(Arc::new(Mutex::new(Some(stream))))
    }

    fn take(&self) -> Option<BodyStream> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn is_spent(&self) -> bool {
        let stream = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stream.is_none()
    }
}

impl PartialEq for Once {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Once")
    }
}

/// Pieces one after the other, each opened when its turn comes.
pub(super) struct PieceStream {
    waiting: VecDeque<Piece>,
    current: Option<BodyStream>,
    /// What was announced, and what has been given of it.
    size: Option<u64>,
    given: u64,
}

impl PieceStream {
    pub(super) fn new(pieces: Vec<Piece>, size: Option<u64>) -> Self {
        Self {
            waiting: pieces.into(),
            current: None,
            size,
            given: 0,
        }
    }

    /// What is given has to be what was announced: else the service would wait, or take a
    /// part for the whole.
    fn counted(&mut self, bytes: Bytes) -> Result<Bytes, BoxError> {
        self.given += u64::try_from(bytes.len()).unwrap_or_default();
        match self.size {
            Some(size) if self.given > size => Err(other_size(size)),
            _ => Ok(bytes),
        }
    }

    fn ended(&mut self) -> Option<Result<Bytes, BoxError>> {
        let size = self.size.take()?;
        (self.given < size).then(|| Err(other_size(size)))
    }
}

fn other_size(size: u64) -> BoxError {
    format!("the files of the body do not have the size that was told: {size} B in all").into()
}

impl Stream for PieceStream {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(current) = &mut self.current {
                match current.as_mut().poll_next(cx) {
                    Poll::Ready(Some(Ok(bytes))) if bytes.is_empty() => {}
                    Poll::Ready(Some(Ok(bytes))) => return Poll::Ready(Some(self.counted(bytes))),
                    Poll::Ready(None) => self.current = None,
                    other => return other,
                }
                continue;
            }
            match self.waiting.pop_front().map(Piece::open) {
                None => return Poll::Ready(self.ended()),
                Some(Opened::Bytes(bytes)) if bytes.is_empty() => {}
                Some(Opened::Bytes(bytes)) => return Poll::Ready(Some(self.counted(bytes))),
                Some(Opened::Stream(stream)) => self.current = Some(stream),
                Some(Opened::Spent) => {
                    let words = "a file of the body has been read already";
                    return Poll::Ready(Some(Err(words.into())));
                }
            }
        }
    }
}
