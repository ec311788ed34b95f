use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_core::Stream;

use super::{base_name, media_type_of};
use crate::runtime::{BodyStream, BoxError, Download, Once, Piece};

/// A file to be sent: its bytes, and what they do not say by themselves (FILE-1).
///
/// Bytes and files of the disk have a known length, and the call can be repeated. A stream is
/// read once; after its first byte the call is final (FILE-4).
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct FileInput {
    content: Content,
    name: Option<String>,
    content_type: Option<String>,
}

#[derive(Clone, PartialEq)]
enum Content {
    Bytes(Bytes),
    Disk(Arc<Path>),
    Stream(Once, Option<u64>),
}

impl FileInput {
    /// Bytes that are there.
    pub fn bytes(content: impl Into<Bytes>) -> Self {
        Self::of(Content::Bytes(content.into()))
    }

    /// A file of the disk, which is read while it is sent. Its name is the last part of the
    /// path.
    pub fn path(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let name = path.file_name().map(|name| name.to_string_lossy());
        Self {
            name: name.and_then(|name| base_name(&name)),
            ..Self::of(Content::Disk(path.into()))
        }
    }

    /// A stream, which is read while it is sent, and no faster.
    pub fn stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes> + 'static,
        E: Into<BoxError> + 'static,
    {
        let stream: BodyStream = Box::pin(super::Converted::new(stream));
        Self::of(Content::Stream(Once::new(stream), None))
    }

    const fn of(content: Content) -> Self {
        Self {
            content,
            name: None,
            content_type: None,
        }
    }

    /// Its name; of a path only the last part is sent.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = base_name(&name.into());
        self
    }

    /// Its media type; else the name's extension says it.
    pub fn content_type(mut self, media: impl Into<String>) -> Self {
        self.content_type = Some(media.into());
        self
    }

    /// How many bytes a stream has, which are then announced; other files say it themselves.
    pub fn size(mut self, bytes: u64) -> Self {
        if let Content::Stream(_, size) = &mut self.content {
            *size = Some(bytes);
        }
        self
    }

    /// The same with a name that is told elsewhere, if it is.
    #[doc(hidden)]
    pub fn named(self, name: Option<&String>) -> Self {
        match name {
            Some(name) => self.name(name),
            None => self,
        }
    }

    /// The same with a media type that is told elsewhere, if it is.
    #[doc(hidden)]
    pub fn typed(self, media: Option<&String>) -> Self {
        match media {
            Some(media) => self.content_type(media),
            None => self,
        }
    }

    /// The name that it has, without directories.
    #[must_use]
    pub fn file_name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The media type that it was given, else that of its extension, else
    /// `application/octet-stream` (FILE-3).
    #[must_use]
    pub fn media_type(&self) -> &str {
        let named = || media_type_of(self.file_name().unwrap_or_default());
        self.given_type().unwrap_or_else(named)
    }

    /// The media type that it was given.
    pub(crate) fn given_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The bytes, if they are there.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Disk(_) | Content::Stream(..) => None,
        }
    }

    pub(crate) fn piece(&self) -> Piece {
        match &self.content {
            Content::Bytes(bytes) => Piece::Bytes(bytes.clone()),
            Content::Disk(path) => Piece::Disk(Arc::clone(path), None),
            Content::Stream(once, size) => Piece::Once(once.clone(), *size),
        }
    }

    /// What keeps it from being sent, in words that follow `must be`.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let is_sendable = |media: &str| media.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if !self.given_type().is_none_or(is_sendable) {
            return Some("a file with a media type that a header can have");
        }
        self.piece()
            .is_spent()
            .then_some("a file that has not been read already")
    }
}

/// No bytes.
impl Default for FileInput {
    fn default() -> Self {
        Self::bytes(Bytes::new())
    }
}

/// What it is and how much; the bytes may be secret, or a whole file.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Disk(path) => path.fmt(f),
            Self::Stream(..) => f.write_str("a stream"),
        }
    }
}

macro_rules! from_bytes {
    ($($type:ty),*) => {$(
        impl From<$type> for FileInput {
            fn from(content: $type) -> Self {
                Self::bytes(content)
            }
        }
    )*};
}

from_bytes!(
    Bytes,
    Vec<u8>,
    Box<[u8]>,
    String,
    &'static [u8],
    &'static str
);

impl<const N: usize> From<&'static [u8; N]> for FileInput {
    fn from(content: &'static [u8; N]) -> Self {
        Self::bytes(&content[..])
    }
}

impl From<PathBuf> for FileInput {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for FileInput {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

/// What comes from one service goes to another one as it comes, with its name and type.
impl From<Download> for FileInput {
    fn from(download: Download) -> Self {
        let (name, media) = (download.file_name(), download.content_type());
        let (media, size) = (media.map(str::to_owned), download.size());
        Self {
            name,
            content_type: media,
            content: Content::Stream(Once::new(download.into_body()), size),
        }
    }
}
