//! Dates of the crate `time`.

use time::{Month, OffsetDateTime};

use super::{Date, DateTime, InvalidValue};

impl From<OffsetDateTime> for DateTime {
    fn from(time: OffsetDateTime) -> Self {
        Self::from_unix(time.unix_timestamp(), time.nanosecond())
    }
}

impl TryFrom<DateTime> for OffsetDateTime {
    type Error = InvalidValue;

    fn try_from(time: DateTime) -> Result<Self, InvalidValue> {
        Self::from_unix_timestamp_nanos(time.unix_nanos())
            .map_err(|_| InvalidValue::new("a date and time that the crate `time` has"))
    }
}

impl TryFrom<time::Date> for Date {
    type Error = InvalidValue;

    fn try_from(date: time::Date) -> Result<Self, InvalidValue> {
        let (year, month, day) = date.to_calendar_date();
        format!("{year:04}-{:02}-{day:02}", u8::from(month)).parse()
    }
}

impl TryFrom<Date> for time::Date {
    type Error = InvalidValue;

    fn try_from(date: Date) -> Result<Self, InvalidValue> {
        let (year, month, day) = date.parts();
        let found =
            Month::try_from(month).and_then(|month| Self::from_calendar_date(year, month, day));
        found.map_err(|_| InvalidValue::new("a day of the calendar"))
    }
}
