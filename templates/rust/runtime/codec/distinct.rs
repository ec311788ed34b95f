/// Makes a type of its own of another one: it has the other's values and travels like it.
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
    ($type:ident: String) => {
        $crate::distinct_type!(@codec $type: String);

        impl<T: Into<String>> From<T> for $type {
            fn from(value: T) -> Self {
                Self(value.into())
            }
        }
    };
    ($type:ident: $inner:ty) => {
        $crate::distinct_type!(@codec $type: $inner);

        impl From<$inner> for $type {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }
    };
    (@codec $type:ident: $inner:ty) => {
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
                $crate::runtime::Encode::check(&self.0, at);
            }

            fn part(&self, parts: &mut $crate::runtime::Parts) {
                $crate::runtime::Encode::part(&self.0, parts);
            }
        }
    };
}
