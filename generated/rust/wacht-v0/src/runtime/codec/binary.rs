use std::fmt;
use std::ops::Deref;

use bytes::Bytes;

use super::{Checks, Decode, Encode, Json, Leaves, Mismatch, Writer, base64};
use crate::runtime::{FileInput, Parts};

macro_rules! binary_type {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $read:expr, $write:expr) => {
        $(#[$doc])*
        #[derive(Clone, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name(pub Bytes);

        impl<T: Into<Bytes>> From<T> for $name {
            fn from(bytes: T) -> Self {
                Self(bytes.into())
            }
        }

        impl Deref for $name {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.0
            }
        }

        /// How much it is; the bytes may be a whole file.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({} bytes)", stringify!($name), self.0.len())
            }
        }

        impl Leaves for $name {
            type Leaf = [u8];

            fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &[u8])) {
                visit(at, &self.0);
            }
        }

        impl Decode for $name {
            fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
                let read: fn(&str) -> Option<Vec<u8>> = $read;
                match json {
                    Json::String(text) => read(text)
                        .map(Self::from)
                        .ok_or_else(|| Mismatch::new($expected, "another text")),
                    other => Err(other.mismatch($expected)),
                }
            }
        }

        impl Encode for $name {
            fn encode(&self, out: &mut Writer) {
                let write: fn(&[u8], bool) -> String = $write;
                let text = write(&self.0, out.is_textual());
                out.string(&text);
            }

            fn part(&self, parts: &mut Parts) {
                parts.file(&FileInput::bytes(self.0.clone()));
            }
        }

        crate::serde_codec!($name);
    };
}

binary_type!(
    /// Bytes, Base64 in JSON (JSON-13), Base64 for URLs in URLs and headers (ENC-4), a file in
    /// a body of parts.
    Base64, "Base64", base64::decode, base64::encode
);
binary_type!(
    /// Bytes that are unpadded Base64 for URLs wherever they are written.
    Base64Url, "Base64 for URLs", base64::decode, |bytes, _| base64::encode(bytes, true)
);
binary_type!(
    /// Bytes that are hexadecimal digits wherever they are written, in lower case.
    Hex, "hexadecimal digits", from_hex, |bytes, _| to_hex(bytes)
);

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
            _ => None,
        })
        .collect()
}

fn to_hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    let pairs = bytes.iter();
    pairs
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
