//! Values of the schema's types and those of other crates, each behind its feature.
#![cfg(all(
    feature = "chrono",
    feature = "jiff",
    feature = "serde",
    feature = "time",
    feature = "uuid"
))]

use chrono::{FixedOffset, NaiveDate, TimeZone, Utc};
use heddle_runtime_tests::runtime::{Date, DateTime, Uuid};
use jiff::Timestamp;
use time::OffsetDateTime;

/// Around 1970, far from it, and with parts of a second.
const TEXTS: [&str; 5] = [
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.25Z",
    "2026-01-15T09:30:00.123456789Z",
    "0001-01-01T00:00:00Z",
    "9999-12-30T22:00:00Z",
];

fn instant(text: &str) -> DateTime {
    text.parse().expect("an instant")
}

#[test]
fn instants_of_chrono_are_the_same() {
    for text in TEXTS {
        let there = chrono::DateTime::<Utc>::try_from(instant(text)).expect("chrono has it");
        assert_eq!(
            there,
            text.parse::<chrono::DateTime<Utc>>()
                .expect("chrono reads it")
        );
        assert_eq!(DateTime::from(there), instant(text));
    }
    let zone = FixedOffset::east_opt(2 * 3600).expect("a zone");
    let local = zone.with_ymd_and_hms(2026, 1, 15, 11, 30, 0).single();
    let local = local.expect("a local time");
    assert_eq!(DateTime::from(local), instant("2026-01-15T09:30:00Z"));
    let far = DateTime::from_unix(i64::MAX, 0);
    assert!(chrono::DateTime::<Utc>::try_from(far).is_err());
}

#[test]
fn instants_of_time_are_the_same() {
    for text in TEXTS {
        let there = OffsetDateTime::try_from(instant(text)).expect("time has it");
        assert_eq!(there.unix_timestamp_nanos(), instant(text).unix_nanos());
        assert_eq!(DateTime::from(there), instant(text));
    }
    assert!(OffsetDateTime::try_from(DateTime::from_unix(i64::MAX, 0)).is_err());
}

#[test]
fn instants_of_jiff_are_the_same() {
    for text in TEXTS {
        let there = Timestamp::try_from(instant(text)).expect("jiff has it");
        assert_eq!(there.as_nanosecond(), instant(text).unix_nanos());
        assert_eq!(DateTime::from(there), instant(text));
    }
    assert!(Timestamp::try_from(DateTime::from_unix(i64::MAX, 0)).is_err());
}

#[test]
fn days_go_there_and_back() {
    let day: Date = "2024-02-29".parse().expect("a day");
    let of_chrono = NaiveDate::try_from(day.clone()).expect("chrono has it");
    let of_time = time::Date::try_from(day.clone()).expect("time has it");
    let of_jiff = jiff::civil::Date::try_from(day.clone()).expect("jiff has it");
    assert_eq!(Some(of_chrono), NaiveDate::from_ymd_opt(2024, 2, 29));
    assert_eq!(of_time.ordinal(), 60);
    assert_eq!(of_jiff, jiff::civil::date(2024, 2, 29));
    assert_eq!(Date::try_from(of_chrono), Ok(day.clone()));
    assert_eq!(Date::try_from(of_time), Ok(day.clone()));
    assert_eq!(Date::try_from(of_jiff), Ok(day));
    for text in ["2023-02-29", "2026-13-01", "2026-00-10"] {
        let none: Date = text.parse().expect("the form of a day");
        assert!(NaiveDate::try_from(none.clone()).is_err(), "{text}");
        assert!(time::Date::try_from(none.clone()).is_err(), "{text}");
        assert!(jiff::civil::Date::try_from(none).is_err(), "{text}");
    }
    let early = NaiveDate::from_ymd_opt(-1, 1, 1).expect("a day of chrono");
    assert!(Date::try_from(early).is_err());
}

#[test]
fn uuids_keep_their_bits() {
    let text = "123E4567-e89b-12d3-a456-426614174000";
    let own: Uuid = text.parse().expect("a UUID");
    let there = uuid::Uuid::from(own);
    assert_eq!(Ok(there), uuid::Uuid::parse_str(text));
    assert_eq!(Uuid::from(there).as_str(), text.to_lowercase());
    assert_eq!(Uuid::from(uuid::Uuid::nil()).as_u128(), 0);
}
