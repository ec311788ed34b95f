//! Dates of the crate `chrono`.

use chrono::{NaiveDate, TimeZone, Utc};

use super::{Date, DateTime, InvalidValue};

impl<Tz: TimeZone> From<chrono::DateTime<Tz>> for DateTime {
    fn from(time: chrono::DateTime<Tz>) -> Self {
        Self::from_unix(time.timestamp(), time.timestamp_subsec_nanos())
    }
}

impl TryFrom<DateTime> for chrono::DateTime<Utc> {
    type Error = InvalidValue;

    fn try_from(time: DateTime) -> Result<Self, InvalidValue> {
        Self::from_timestamp(time.unix(), time.nanos())
            .ok_or(InvalidValue::new("a date and time that chrono has"))
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = InvalidValue;

    fn try_from(date: NaiveDate) -> Result<Self, InvalidValue> {
        date.to_string().parse()
    }
}

impl TryFrom<Date> for NaiveDate {
    type Error = InvalidValue;

    fn try_from(date: Date) -> Result<Self, InvalidValue> {
        date.as_str()
            .parse()
            .map_err(|_| InvalidValue::new("a day of the calendar"))
    }
}
