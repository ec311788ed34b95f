//! Values that travel in another way than their own (JSON-11 to JSON-13).

use std::fmt::Debug;
use std::time::Duration;

use heddle_runtime_tests::runtime::{
    Base64, Base64Url, DateTime, DecimalNumber, Decode, Encode, Hex, Millis, Quoted, Seconds,
    UnixMillis, UnixSeconds, parse, to_plain, to_text,
};

fn decoded<T: Decode>(text: &str) -> Result<T, String> {
    let json = parse(text).map_err(|error| error.to_string())?;
    T::decode(&json).map_err(|error| error.to_string())
}

/// Reads a text, compares, and expects the same text again.
fn same<T: Decode + Encode + PartialEq + Debug>(text: &str, value: &T) {
    assert_eq!(decoded::<T>(text).as_ref(), Ok(value));
    assert_eq!(to_text(value), text);
}

#[test]
fn base64_has_the_vectors_of_rfc_4648() {
    let vectors = [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ];
    for (plain, text) in vectors {
        same(&format!("\"{text}\""), &Base64::from(plain));
    }
}

#[test]
fn base64_is_read_from_either_alphabet_with_padding_or_without() {
    let bytes = Base64::from(vec![0xfb, 0xff]);
    for text in ["\"+/8=\"", "\"-_8=\"", "\"-_8\"", "\"+/8\""] {
        assert_eq!(decoded(text), Ok(bytes.clone()));
    }
    for text in ["\"A\"", "\"A*==\"", "1"] {
        assert!(decoded::<Base64>(text).is_err(), "{text}");
    }
    assert_eq!(to_text(&bytes), "\"+/8=\"");
    assert_eq!(to_plain(&bytes), "\"-_8\"");
    assert_eq!(to_text(&Base64Url(bytes.0)), "\"-_8\"");
}

#[test]
fn hex_is_written_in_lower_case_and_read_in_both() {
    same("\"00ff1a\"", &Hex::from(vec![0, 255, 26]));
    assert_eq!(decoded("\"FF\""), Ok(Hex::from(vec![255])));
    assert!(decoded::<Hex>("\"f\"").is_err());
    assert!(decoded::<Hex>("\"fg\"").is_err());
}

#[test]
fn quoted_integers_keep_all_their_digits() {
    same("\"9007199254740993\"", &Quoted(9_007_199_254_740_993_i64));
    same("\"18446744073709551615\"", &Quoted(u64::MAX));
    for text in ["1", "\"+1\"", "\"1.0\"", "\"\"", "\"9223372036854775808\""] {
        assert!(decoded::<Quoted<i64>>(text).is_err(), "{text}");
    }
}

#[test]
fn unix_times_have_fractions_and_may_lie_before_1970() {
    same(
        "1700000000",
        &UnixSeconds(DateTime::from_unix(1_700_000_000, 0)),
    );
    same("1.5", &UnixSeconds(DateTime::from_unix(1, 500_000_000)));
    same("-0.25", &UnixSeconds(DateTime::from_unix(-1, 750_000_000)));
    same(
        "1700000000001",
        &UnixMillis(DateTime::from_unix(1_700_000_000, 1_000_000)),
    );
    assert_eq!(
        decoded("1.7e9"),
        Ok(UnixSeconds(DateTime::from_unix(1_700_000_000, 0)))
    );
    assert!(decoded::<UnixSeconds>("1e99").is_err());
    assert!(decoded::<UnixSeconds>("\"1\"").is_err());
}

#[test]
fn only_days_of_the_calendar_have_instants() {
    for text in [
        "2024-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z",
        "0001-01-01T00:00:00Z",
    ] {
        assert!(
            decoded::<DateTime>(&format!("\"{text}\"")).is_ok(),
            "{text}"
        );
    }
    let refused = [
        "2026-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00+1:00",
        "2026-01-01T00:00:00+00:60",
    ];
    for text in refused {
        assert!(
            decoded::<DateTime>(&format!("\"{text}\"")).is_err(),
            "{text}"
        );
    }
    assert_eq!(
        DateTime::from_unix(0, 1_500_000_000),
        DateTime::from_unix(1, 500_000_000)
    );
}

#[test]
fn durations_have_a_sign_on_the_wire() {
    same("90.000000001", &Seconds::from(Duration::new(90, 1)));
    same("1500", &Millis::from(Duration::from_millis(1500)));
    same("0.5", &Millis::from(Duration::from_micros(500)));
    same("-1.5", &-Seconds::from(Duration::from_millis(1500)));
    let back = decoded::<Seconds>("-1").expect("a duration");
    assert!(back.is_negative());
    assert_eq!(back.unsigned_abs(), Duration::from_secs(1));
    assert!(Duration::try_from(back).is_err());
    assert_eq!(Duration::try_from(-back), Ok(Duration::from_secs(1)));
    same(
        "18446744073709551615.999999999",
        &Seconds::from(Duration::MAX),
    );
    for text in ["18446744073709551616", "-1e20", "1e400", "\"1\""] {
        assert!(decoded::<Seconds>(text).is_err(), "{text}");
    }
}

#[test]
fn decimals_that_are_numbers_keep_their_scale() {
    for text in ["1.50", "-0.1", "12345678901234567890.123456789"] {
        let value: DecimalNumber = decoded(text).expect("a decimal");
        assert_eq!(to_text(&value), text);
    }
    assert_eq!(
        to_text(&decoded::<DecimalNumber>("15e-1").expect("a decimal")),
        "1.5"
    );
}
