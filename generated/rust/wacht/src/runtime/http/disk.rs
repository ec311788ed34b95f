use std::fs::File;
use std::future::Future;
use std::io::{self, Read};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::BoxError;

/// Bytes that are read from the disk at a time.
const CHUNK: usize = 65_536;

/// Does what blocks on a thread where it may.
pub(crate) fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<JoinHandle<io::Result<T>>> {
    let runtime = Handle::try_current().map_err(io::Error::other)?;
    Ok(runtime.spawn_blocking(work))
}

/// The bytes of a file, which is opened when the first of them is wanted.
pub(super) struct DiskStream(State);

enum State {
    Closed(Arc<Path>),
    Open(File),
    Reading(JoinHandle<io::Result<(File, Bytes)>>),
    Ended,
}

impl DiskStream {
    pub(super) const fn new(path: Arc<Path>) -> Self {
        Self(State::Closed(path))
    }
}

impl DiskStream {
    /// No bytes are the end of the file.
    fn given(&mut self, read: io::Result<(File, Bytes)>) -> Option<Result<Bytes, BoxError>> {
        match read {
            Ok((_, bytes)) if bytes.is_empty() => None,
            Ok((file, bytes)) => {
                self.0 = State::Open(file);
                Some(Ok(bytes))
            }
            Err(error) => Some(Err(error.into())),
        }
    }
}

fn read(mut file: File) -> io::Result<(File, Bytes)> {
    let mut chunk = vec![0; CHUNK];
    let length = file.read(&mut chunk)?;
    chunk.truncate(length);
    Ok((file, chunk.into()))
}

impl Stream for DiskStream {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let begun = match std::mem::replace(&mut self.0, State::Ended) {
                State::Closed(path) => blocking(move || read(File::open(path)?)),
                State::Open(file) => blocking(move || read(file)),
                State::Reading(mut reading) => {
                    let Poll::Ready(done) = Pin::new(&mut reading).poll(cx) else {
                        self.0 = State::Reading(reading);
                        return Poll::Pending;
                    };
                    return Poll::Ready(self.given(done.unwrap_or_else(|e| Err(e.into()))));
                }
                State::Ended => return Poll::Ready(None),
            };
            match begun {
                Ok(reading) => self.0 = State::Reading(reading),
                Err(error) => return Poll::Ready(Some(Err(error.into()))),
            }
        }
    }
}
