/// The traits of serde for a type with codecs, where the feature `serde` is on.
#[cfg(feature = "serde")]
#[macro_export]
#[doc(hidden)]
macro_rules! serde_codec {
    ($type:ident $(< $($parameter:ident),+ >)?) => {
        impl $(<$($parameter: $crate::runtime::Encode),+>)?
            ::serde::Serialize for $type $(<$($parameter),+>)?
        where
            Self: $crate::runtime::Encode,
        {
            fn serialize<Out: ::serde::Serializer>(
                &self,
                serializer: Out,
            ) -> ::std::result::Result<Out::Ok, Out::Error> {
                $crate::runtime::serialize(self, serializer)
            }
        }

        impl<'de $(, $($parameter: $crate::runtime::Decode),+)?>
            ::serde::Deserialize<'de> for $type $(<$($parameter),+>)?
        where
            Self: $crate::runtime::Decode,
        {
            fn deserialize<In: ::serde::Deserializer<'de>>(
                deserializer: In,
            ) -> ::std::result::Result<Self, In::Error> {
                $crate::runtime::deserialize(deserializer)
            }
        }
    };
}

/// Nothing, where the feature is off.
#[cfg(not(feature = "serde"))]
#[macro_export]
#[doc(hidden)]
macro_rules! serde_codec {
    ($($type:tt)*) => {};
}
