use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{ByteStream, TransportFailure};

/// A body that is there already, in pieces.
pub(crate) fn pieces(all: impl IntoIterator<Item = Bytes>) -> ByteStream {
    let all = all.into_iter().filter(|piece| !piece.is_empty());
    Box::pin(Pieces(all.collect()))
}

struct Pieces(VecDeque<Bytes>);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportFailure>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}
