/// Codecs and conversions of an enumeration of texts; an open one keeps values that it does
/// not know (JSON-8).
#[macro_export]
#[doc(hidden)]
macro_rules! text_enum {
    (open $type:ident $($variant:ident = $text:literal,)*) => {
        impl $type {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl<T: Into<String>> From<T> for $type {
            fn from(text: T) -> Self {
                let text = text.into();
                match text.as_str() {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown(text),
                }
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                <String as $crate::runtime::Decode>::decode(json).map(Self::from)
            }
        }

        $crate::text_enum!(@written $type);
    };
    (closed $type:ident $($variant:ident = $text:literal,)*) => {
        impl $type {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                let text = <String as $crate::runtime::Decode>::decode(json)?;
                match text.as_str() {
                    $($text => Ok(Self::$variant),)*
                    _ => Err($crate::runtime::Mismatch::new("a known value", &text)),
                }
            }
        }

        $crate::text_enum!(@written $type);
    };
    (@written $type:ident) => {
        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                out.string(self.as_str());
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// The same for an enumeration of numbers.
#[macro_export]
#[doc(hidden)]
macro_rules! number_enum {
    (open $type:ident: $base:ident $($variant:ident = $number:literal,)*) => {
        impl $type {
            /// The value on the wire.
            #[must_use]
            pub const fn value(&self) -> $base {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(number) => *number,
                }
            }
        }

        impl From<$base> for $type {
            fn from(number: $base) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::Unknown(number),
                }
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                <$base as $crate::runtime::Decode>::decode(json).map(Self::from)
            }
        }

        $crate::number_enum!(@written $type);
    };
    (closed $type:ident: $base:ident $($variant:ident = $number:literal,)*) => {
        impl $type {
            /// The value on the wire.
            #[must_use]
            pub const fn value(&self) -> $base {
                match self {
                    $(Self::$variant => $number,)*
                }
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                match <$base as $crate::runtime::Decode>::decode(json)? {
                    $($number => Ok(Self::$variant),)*
                    other => Err($crate::runtime::Mismatch::new("a known value", &other.to_string())),
                }
            }
        }

        $crate::number_enum!(@written $type);
    };
    (@written $type:ident) => {
        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                out.raw(self.value());
            }
        }
    };
}
