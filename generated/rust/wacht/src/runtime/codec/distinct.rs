/// Makes a type of its own of another one: it has the other's values and travels like it. What
/// is `checked` is held to rules where it is used; what is `ruled` has them in `rules`.
#[macro_export]
#[doc(hidden)]
macro_rules! distinct_type {
    (checked $type:ident: $($inner:tt)+) => {
        $crate::distinct_type!($type: $($inner)+);

        impl $crate::runtime::Leaves for $type {
            type Leaf = <$($inner)+ as $crate::runtime::Leaves>::Leaf;

            fn leaves(
                &self,
                at: &mut $crate::runtime::Checks,
                visit: &mut dyn FnMut(&mut $crate::runtime::Checks, &Self::Leaf),
            ) {
                $crate::runtime::Leaves::leaves(&self.0, at, visit);
            }
        }
    };
    (ruled $type:ident: $($inner:tt)+) => {
        $crate::distinct_type!(@from $type: $($inner)+);
        $crate::distinct_type!(@codec $type: $($inner)+, |value, at| value.rules(at));
    };
    ($type:ident: String) => {
        $crate::distinct_type!(@codec $type: String, |_, _| ());

        impl<T: Into<String>> From<T> for $type {
            fn from(value: T) -> Self {
                Self(value.into())
            }
        }

        impl ::std::str::FromStr for $type {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.to_owned()))
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
    ($type:ident: $inner:ty) => {
        $crate::distinct_type!(@from $type: $inner);
        $crate::distinct_type!(@codec $type: $inner, |value, at| $crate::runtime::Encode::check(&value.0, at));
    };
    (@from $type:ident: $inner:ty) => {
        impl From<$inner> for $type {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }
    };
    (@codec $type:ident: $inner:ty, $check:expr) => {
        impl ::std::ops::Deref for $type {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl $crate::runtime::Decode for $type {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                $crate::runtime::Decode::decode(json).map(Self)
            }
        }

        impl $crate::runtime::Encode for $type {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                $crate::runtime::Encode::encode(&self.0, out);
            }

            fn check(&self, at: &mut $crate::runtime::Checks) {
                let check: fn(&Self, &mut $crate::runtime::Checks) = $check;
                check(self, at);
            }

            fn part(&self, parts: &mut $crate::runtime::Parts) {
                $crate::runtime::Encode::part(&self.0, parts);
            }
        }

        $crate::serde_codec!($type);
    };
}
