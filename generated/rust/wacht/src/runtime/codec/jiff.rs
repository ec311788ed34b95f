//! Dates of the crate `jiff`.

use jiff::Timestamp;

use super::{Date, DateTime, InvalidValue};

impl From<Timestamp> for DateTime {
    fn from(time: Timestamp) -> Self {
        Self::from_unix_nanos(time.as_nanosecond()).unwrap_or(Self::from_unix(time.as_second(), 0))
    }
}

impl TryFrom<DateTime> for Timestamp {
    type Error = InvalidValue;

    fn try_from(time: DateTime) -> Result<Self, InvalidValue> {
        Self::from_nanosecond(time.unix_nanos())
            .map_err(|_| InvalidValue::new("a date and time that jiff has"))
    }
}

impl TryFrom<jiff::civil::Date> for Date {
    type Error = InvalidValue;

    fn try_from(date: jiff::civil::Date) -> Result<Self, InvalidValue> {
        date.to_string().parse()
    }
}

impl TryFrom<Date> for jiff::civil::Date {
    type Error = InvalidValue;

    fn try_from(date: Date) -> Result<Self, InvalidValue> {
        date.as_str()
            .parse()
            .map_err(|_| InvalidValue::new("a day of the calendar"))
    }
}
