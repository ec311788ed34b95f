use std::fmt;
use std::str::FromStr;

use super::{Checks, Decode, Encode, InvalidValue, Json, Leaves, Mismatch, Writer};

macro_rules! text_type {
    ($(#[$meta:meta])* $name:ident, $expected:literal, $is_valid:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        pub struct $name(String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidValue;

            fn from_str(text: &str) -> Result<Self, InvalidValue> {
                let is_valid: fn(&str) -> bool = $is_valid;
                if is_valid(text) { Ok(Self(text.to_owned())) } else { Err(InvalidValue::new($expected)) }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidValue;

            fn try_from(text: &str) -> Result<Self, InvalidValue> {
                text.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidValue;

            fn try_from(text: String) -> Result<Self, InvalidValue> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Decode for $name {
            fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
                match json {
                    Json::String(text) => text.parse().map_err(|_| Mismatch::new($expected, text)),
                    other => Err(other.mismatch($expected)),
                }
            }
        }

        impl Encode for $name {
            fn encode(&self, out: &mut Writer) {
                out.string(&self.0);
            }
        }

        impl Leaves for $name {
            type Leaf = str;

            fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &str)) {
                visit(at, &self.0);
            }
        }

        crate::serde_codec!($name);
    };
}

text_type!(
    /// A decimal number with the digits it was written with (JSON-11).
    Decimal, "a decimal number", is_decimal
);
text_type!(
    /// A UUID, as RFC 9562 writes it.
    #[derive(Ord, PartialOrd)]
    Uuid, "a UUID", is_uuid
);
text_type!(
    /// An absolute URL.
    #[derive(Ord, PartialOrd)]
    Url, "a URL", |text| text.contains(':')
);
text_type!(
    /// A day of the calendar: `2026-01-31`.
    #[derive(Ord, PartialOrd)]
    Date, "a date", is_date
);
text_type!(
    /// A time of the day: `09:30:00`.
    #[derive(Ord, PartialOrd)]
    Time, "a time", is_time
);
text_type!(
    /// A duration as ISO 8601 writes it: `P1DT2H`.
    IsoDuration, "a duration", is_duration
);

impl Uuid {
    /// The UUID of those bits.
    #[must_use]
    pub fn from_u128(bits: u128) -> Self {
        let digits = format!("{bits:032x}");
        let parts = [
            &digits[..8],
            &digits[8..12],
            &digits[12..16],
            &digits[16..20],
            &digits[20..],
        ];
        Self(parts.join("-"))
    }

    /// Its bits.
    #[must_use]
    pub fn as_u128(&self) -> u128 {
        let digits = self.0.chars().filter_map(|digit| digit.to_digit(16));
        digits.fold(0, |bits, digit| bits << 4 | u128::from(digit))
    }
}

impl Date {
    /// Year, month and day as they are written; the calendar may have no such day.
    #[must_use]
    pub fn parts(&self) -> (i32, u8, u8) {
        let number = |from: usize, to: usize| self.0.get(from..to).map(str::parse::<u16>);
        let part = |from, to| number(from, to).and_then(Result::ok).unwrap_or_default();
        let short = |from, to| u8::try_from(part(from, to)).unwrap_or_default();
        (part(0, 4).into(), short(5, 7), short(8, 10))
    }
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (before, behind) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(before) && all(behind)
}

fn is_uuid(text: &str) -> bool {
    let is_dash = |index: usize| matches!(index, 8 | 13 | 18 | 23);
    let mut bytes = text.bytes().enumerate();
    text.len() == 36
        && bytes.all(|(index, byte)| {
            if is_dash(index) {
                byte == b'-'
            } else {
                byte.is_ascii_hexdigit()
            }
        })
}

/// `09:30:00.5`; a second of 60 is a leap one.
fn is_time(text: &str) -> bool {
    let (time, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let parts: Vec<_> = time.split(':').collect();
    let [hours, minutes, seconds] = parts.as_slice() else {
        return false;
    };
    let below = |part: &str, limit: u8| {
        part.len() == 2 && is_digits(part) && part.parse::<u8>().is_ok_and(|value| value < limit)
    };
    below(hours, 24) && below(minutes, 60) && below(seconds, 61) && is_digits(fraction)
}

/// `P1Y2M3W4DT5H6M7.5S` in that order, with at least one part, and one behind `T`.
fn is_duration(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let Some(parts) = unsigned.strip_prefix('P') else {
        return false;
    };
    let (days, time) = match parts.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (parts, None),
    };
    let in_time = |time: &str| !time.is_empty() && has_units(time, "HMS");
    has_units(days, "YMWD") && (!days.is_empty() || time.is_some()) && time.is_none_or(in_time)
}

/// Numbers with those units behind them, each at most once, in that order.
fn has_units(text: &str, units: &str) -> bool {
    let mut left = units;
    let mut rest = text;
    while let Some(end) = rest.find(|character: char| character.is_ascii_alphabetic()) {
        let (number, unit) = (&rest[..end], &rest[end..=end]);
        let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let Some(at) = left.find(unit) else {
            return false;
        };
        if !is_digits(whole) || !is_digits(fraction) {
            return false;
        }
        left = &left[at + 1..];
        rest = &rest[end + 1..];
    }
    rest.is_empty()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_date(text: &str) -> bool {
    let mut bytes = text.bytes().enumerate();
    text.len() == 10
        && bytes.all(|(index, byte)| {
            if index == 4 || index == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        })
}
