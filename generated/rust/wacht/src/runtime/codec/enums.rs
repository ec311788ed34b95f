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

        impl ::std::str::FromStr for $type {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
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

        impl ::std::str::FromStr for $type {
            type Err = $crate::runtime::InvalidValue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    _ => Err($crate::runtime::InvalidValue::new("a known value")),
                }
            }
        }

        impl TryFrom<&str> for $type {
            type Error = $crate::runtime::InvalidValue;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                let text = <String as $crate::runtime::Decode>::decode(json)?;
                text.parse()
                    .map_err(|_| $crate::runtime::Mismatch::new("a known value", &text))
            }
        }

        $crate::text_enum!(@written $type);
    };
    (@written $type:ident) => {
        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                out.string(self.as_str());
            }
        }

        $crate::serde_codec!($type);

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

        $crate::number_enum!(@written $type: $base);
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

        impl TryFrom<$base> for $type {
            type Error = $crate::runtime::InvalidValue;

            fn try_from(number: $base) -> Result<Self, Self::Error> {
                match number {
                    $($number => Ok(Self::$variant),)*
                    _ => Err($crate::runtime::InvalidValue::new("a known value")),
                }
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                let number = <$base as $crate::runtime::Decode>::decode(json)?;
                Self::try_from(number)
                    .map_err(|_| $crate::runtime::Mismatch::new("a known value", &number.to_string()))
            }
        }

        $crate::number_enum!(@written $type: $base);
    };
    (@written $type:ident: $base:ident) => {
        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                out.raw(self.value());
            }
        }

        impl From<$type> for $base {
            fn from(value: $type) -> Self {
                value.value()
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.value().fmt(f)
            }
        }

        $crate::serde_codec!($type);
    };
}

/// The same for literals of several kinds.
#[macro_export]
#[doc(hidden)]
macro_rules! literal_enum {
    ($type:ident $($variant:ident = $literal:literal as $base:ty,)*) => {
        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                $(
                    if <$base as $crate::runtime::Decode>::decode(json).is_ok_and(|value| value == $literal) {
                        return Ok(Self::$variant);
                    }
                )*
                Err(json.mismatch("a known value"))
            }
        }

        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                match self {
                    $(Self::$variant => $crate::runtime::Encode::encode(&<$base>::from($literal), out),)*
                }
            }
        }

        $crate::serde_codec!($type);
    };
}
