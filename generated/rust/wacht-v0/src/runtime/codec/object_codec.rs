/// Makes codecs of types that have [`Members`](crate::runtime::Members), with the serde
/// traits where the feature is on.
#[macro_export]
#[doc(hidden)]
macro_rules! object_codec {
    ($type:ident $(< $($parameter:ident),+ >)?) => {
        impl $(<$($parameter: $crate::runtime::Decode + $crate::runtime::Encode),+>)?
            $crate::runtime::Decode for $type $(<$($parameter),+>)?
        {
            fn decode(json: &$crate::runtime::Json<'_>) -> Result<Self, $crate::runtime::Mismatch> {
                $crate::runtime::Members::read(&mut json.object()?)
            }
        }

        impl $(<$($parameter: $crate::runtime::Decode + $crate::runtime::Encode),+>)?
            $crate::runtime::Encode for $type $(<$($parameter),+>)?
        {
            fn encode(&self, out: &mut $crate::runtime::Writer) {
                $crate::runtime::Members::write(self, &mut out.object());
            }

            fn check(&self, at: &mut $crate::runtime::Checks) {
                $crate::runtime::Members::check(self, at);
            }
        }

        $crate::serde_codec!($type $(<$($parameter),+>)?);
    };
}
