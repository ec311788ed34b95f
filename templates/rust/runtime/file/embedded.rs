use super::FileInput;
use crate::runtime::{
    Checks, Decode, Encode, Json, Leaves, Mismatch, Nullable, Parts, Piece, Writer, base64,
    decode_base64,
};

/// In JSON a file is its bytes in Base64 (FILE-2), in a body of parts it is a part.
impl Encode for FileInput {
    fn encode(&self, out: &mut Writer) {
        match self.as_bytes() {
            Some(bytes) => {
                let text = base64(bytes, out.is_textual());
                out.string(&text);
            }
            None => out.piece(Piece::Base64(Box::new(self.piece()))),
        }
    }

    fn part(&self, parts: &mut Parts) {
        parts.file(self);
    }
}

impl Decode for FileInput {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        match json {
            Json::String(text) => decode_base64(text)
                .map(Self::bytes)
                .ok_or_else(|| Mismatch::new("Base64", "another text")),
            other => Err(other.mismatch("Base64")),
        }
    }
}

crate::serde_codec!(FileInput);

/// Bytes that are not there yet are not counted.
impl Leaves for FileInput {
    type Leaf = [u8];

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &[u8])) {
        if let Some(bytes) = self.as_bytes() {
            visit(at, bytes);
        }
    }
}

/// A member that may be absent, or null, or always there.
pub trait Held<T> {
    /// The value, if there is one.
    fn held(&self) -> Option<&T>;
}

impl<T> Held<T> for T {
    fn held(&self) -> Option<&T> {
        Some(self)
    }
}

impl<T> Held<T> for Option<T> {
    fn held(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> Held<T> for Nullable<T> {
    fn held(&self) -> Option<&T> {
        self.as_option()
    }
}

/// Makes codecs of an object that is a file: its own, and in a body of parts that of the file.
#[macro_export]
#[doc(hidden)]
macro_rules! file_codec {
    ($type:ident {
        content: $content:ident
        $(, name: $name:ident)?
        $(, media_type: $media_type:ident)?
        $(,)?
    }) => {
        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                $crate::runtime::Members::read(&mut json.object()?)
            }
        }

        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                $crate::runtime::Members::write(self, &mut out.object());
            }

            fn check(&self, at: &mut $crate::runtime::Checks) {
                $crate::runtime::Members::check(self, at);
            }

            fn part(&self, parts: &mut $crate::runtime::Parts) {
                use $crate::runtime::{FileInput, Held};

                let file = Held::<FileInput>::held(&self.$content).cloned();
                let file = file.unwrap_or_default();
                $(let file = file.named(Held::<String>::held(&self.$name));)?
                $(let file = file.typed(Held::<String>::held(&self.$media_type));)?
                parts.file(&file);
            }
        }

        $crate::serde_codec!($type);
    };
}
