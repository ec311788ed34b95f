use std::collections::VecDeque;
use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use serde_json::Value;

use crate::client_options::text;
use crate::runtime::{FileInput, Nullable};

/// The files of a call: `{$file: {..}}` of the scenario. In the arguments a file is bytes that
/// say which of these it is.
pub struct Files {
    given: Vec<Value>,
    /// Where those lie that the program has on the disk.
    folder: PathBuf,
}

/// Folders of all calls have numbers of their own.
static FOLDERS: AtomicU64 = AtomicU64::new(0);

impl Files {
    pub fn of(call: &Value) -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::SeqCst);
        let name = format!("heddle-driver-{}-{number}", std::process::id());
        Self {
            given: call["files"].as_array().cloned().unwrap_or_default(),
            folder: std::env::temp_dir().join(name),
        }
    }

    fn given(&self, file: FileInput) -> FileInput {
        let mark = file
            .as_bytes()
            .and_then(|bytes| bytes.strip_prefix(b"heddle-file:"));
        let number = mark.and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
        match number.and_then(|number: usize| self.given.get(number)) {
            Some(given) => self.made(given),
            None => file,
        }
    }

    /// A file in one of the forms that a program may have it in.
    fn made(&self, given: &Value) -> FileInput {
        let content = content(given);
        let file = match given["as"].as_str() {
            Some("file") => self.on_disk(&text(&given["name"]), &content),
            Some("stream" | "response") => FileInput::stream(Pieces(VecDeque::from([content]))),
            Some("iterable") => FileInput::stream(Pieces(
                content.chunks(3).map(Bytes::copy_from_slice).collect(),
            )),
            Some("buffer") => FileInput::from(content.to_vec()),
            _ => FileInput::bytes(content),
        };
        let file = match given["name"].as_str() {
            Some(name) => file.name(name),
            None => file,
        };
        let file = match given["type"].as_str() {
            Some(media) => file.content_type(media),
            None => file,
        };
        match given["size"].as_u64() {
            Some(size) => file.size(size),
            None => file,
        }
    }

    fn on_disk(&self, name: &str, content: &[u8]) -> FileInput {
        let path = self.folder.join(name);
        fs::create_dir_all(&self.folder).expect("a folder for files");
        fs::write(&path, content).expect("a file");
        FileInput::path(path)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        if self.folder.exists() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn content(given: &Value) -> Bytes {
    let base64 = || serde_json::from_value(given["base64"].clone()).unwrap_or_default();
    match given["text"].as_str() {
        Some(text) => Bytes::from(text.to_owned()),
        None => decoded(base64()),
    }
}

fn decoded(base64: String) -> Bytes {
    let text = Value::String(base64).to_string();
    let json = crate::runtime::parse(&text);
    let bytes = json.and_then(|json| crate::runtime::Decode::decode(&json));
    bytes.map_or_else(|_| Bytes::new(), |bytes: crate::runtime::Base64| bytes.0)
}

struct Pieces(VecDeque<Bytes>);

impl Stream for Pieces {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

/// What has files in it.
pub trait Holder {
    /// The same with the files of the scenario in their places.
    fn with(self, files: &Files) -> Self;
}

impl Holder for FileInput {
    fn with(self, files: &Files) -> Self {
        files.given(self)
    }
}

impl<T: Holder> Holder for Vec<T> {
    fn with(self, files: &Files) -> Self {
        self.into_iter().map(|item| item.with(files)).collect()
    }
}

impl<T: Holder> Holder for Option<T> {
    fn with(self, files: &Files) -> Self {
        self.map(|value| value.with(files))
    }
}

impl<T: Holder> Holder for Nullable<T> {
    fn with(self, files: &Files) -> Self {
        match self {
            Self::Value(value) => Self::Value(value.with(files)),
            empty => empty,
        }
    }
}
