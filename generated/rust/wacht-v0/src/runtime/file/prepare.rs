use std::fs;
use std::future::poll_fn;
use std::io;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};

use crate::runtime::{BoxError, HttpBody, Piece, base64, blocking};

impl HttpBody {
    /// Does what has to be done before the body is sent: asks the disk for sizes, and reads
    /// what goes into JSON as Base64 (FILE-2, FILE-4).
    pub(crate) async fn prepare(&mut self) -> Result<(), BoxError> {
        let mut is_text = false;
        for piece in &mut self.pieces {
            match piece {
                Piece::Disk(path, size @ None) => {
                    let looked = Arc::clone(path);
                    let looking = blocking(move || size_of(&looked))?;
                    *size = Some(looking.await??);
                }
                Piece::Base64(inner) => {
                    let all = whole(Self::of(vec![(**inner).clone()])).await?;
                    *piece = Piece::Bytes(base64(&all, false).into());
                    is_text = true;
                }
                Piece::Bytes(_) | Piece::Disk(..) | Piece::Once(..) => {}
            }
        }
        if is_text {
            self.pieces = match self.to_bytes() {
                Some(text) => vec![Piece::Bytes(text)],
                None => std::mem::take(&mut self.pieces),
            };
        }
        Ok(())
    }
}

fn size_of(path: &std::path::Path) -> io::Result<u64> {
    let words = |error: io::Error| {
        let words = format!("{}: {error}", path.display());
        io::Error::new(error.kind(), words)
    };
    let found = fs::metadata(path).map_err(words)?;
    if found.is_dir() {
        return Err(words(io::ErrorKind::IsADirectory.into()));
    }
    Ok(found.len())
}

async fn whole(body: HttpBody) -> Result<Bytes, BoxError> {
    let mut all = BytesMut::new();
    let mut stream = body.into_stream();
    while let Some(chunk) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
        all.extend_from_slice(&chunk?);
    }
    Ok(all.freeze())
}
