use std::ops::Neg;
use std::time::Duration;

use super::encoded::{NANOS, NANOS_OF_MILLIS};
use super::fixed::{digits_of, units_of};
use super::{Decode, Encode, InvalidValue, Json, Mismatch, Writer};

macro_rules! duration_type {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $places:expr) => {
        $(#[$doc])*
        ///
        /// The standard library's durations have no sign, the wire's have.
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name {
            nanos: i128,
        }

        impl $name {
            /// Whether it goes back in time.
            #[must_use]
            pub const fn is_negative(self) -> bool {
                self.nanos < 0
            }

            /// Its length without the sign.
            #[must_use]
            pub fn unsigned_abs(self) -> Duration {
                duration(self.nanos.unsigned_abs()).unwrap_or(Duration::MAX)
            }
        }

        impl From<Duration> for $name {
            fn from(duration: Duration) -> Self {
                let nanos = i128::from(duration.as_secs()) * SECOND + i128::from(duration.subsec_nanos());
                Self { nanos }
            }
        }

        /// A negative one is no duration of the standard library.
        impl TryFrom<$name> for Duration {
            type Error = InvalidValue;

            fn try_from(value: $name) -> Result<Self, InvalidValue> {
                if value.is_negative() {
                    return Err(InvalidValue::new("a duration that is not negative"));
                }
                Ok(value.unsigned_abs())
            }
        }

        impl Neg for $name {
            type Output = Self;

            fn neg(self) -> Self {
                Self { nanos: -self.nanos }
            }
        }

        impl Decode for $name {
            fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
                let Json::Number(digits) = json else {
                    return Err(json.mismatch($expected));
                };
                units_of(digits, $places)
                    .filter(|nanos| duration(nanos.unsigned_abs()).is_some())
                    .map(|nanos| Self { nanos })
                    .ok_or_else(|| Mismatch::new($expected, digits))
            }
        }

        impl Encode for $name {
            fn encode(&self, out: &mut Writer) {
                out.raw(digits_of(self.nanos, $places));
            }
        }

        crate::serde_codec!($name);
    };
}

duration_type!(
    /// A duration of either sign that travels as seconds (JSON-12).
    Seconds, "seconds", NANOS
);
duration_type!(
    /// A duration of either sign that travels as milliseconds (JSON-12).
    Millis, "milliseconds", NANOS_OF_MILLIS
);

const SECOND: i128 = 1_000_000_000;

fn duration(nanos: u128) -> Option<Duration> {
    let second = SECOND.unsigned_abs();
    let seconds = u64::try_from(nanos / second).ok()?;
    let nanos = u32::try_from(nanos % second).ok()?;
    Some(Duration::new(seconds, nanos))
}
