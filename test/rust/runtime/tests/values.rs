//! Random values and texts through the codecs, with serde_json as the second opinion. Each is
//! made from its number, so a failure can be played again.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::panic::catch_unwind;
use std::time::Duration;

use heddle_runtime_tests::runtime::{
    Base64, Base64Url, DateTime, Decode, Encode, Hex, Millis, Quoted, Seconds, UnixMillis,
    UnixSeconds, Uuid, parse, to_text,
};
use serde_json::{Map, Number, Value, json};

/// A linear congruence, its upper half: the same everywhere.
struct Chance(u64);

impl Chance {
    fn bits(&mut self) -> u64 {
        let mut half = || {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            self.0 >> 32
        };
        half() << 32 | half()
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.bits() % u64::try_from(end).unwrap()).unwrap()
    }

    fn text(&mut self) -> String {
        const LIMITS: [u32; 5] = [0x20, 0x80, 0x800, 0x1_0000, 0x11_0000];
        let length = self.below(12);
        (0..length)
            .map(|_| {
                let limit = LIMITS[self.below(LIMITS.len())];
                char::from_u32(u32::try_from(self.bits() % u64::from(limit)).unwrap())
                    .unwrap_or('"')
            })
            .collect()
    }

    fn bytes(&mut self) -> Vec<u8> {
        let length = self.below(40);
        (0..length).map(|_| self.bits().to_le_bytes()[0]).collect()
    }

    fn float(&mut self) -> f64 {
        let value = f64::from_bits(self.bits());
        if value.is_finite() { value } else { 0.0 }
    }

    fn value(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => json!(self.below(2) == 0),
            2 => json!(self.bits().cast_signed()),
            3 => Number::from_f64(self.float()).map_or(Value::Null, Value::Number),
            4 => json!(self.text()),
            5 => (0..self.below(4)).map(|_| self.value(depth - 1)).collect(),
            _ => {
                let members: Map<_, _> = (0..self.below(4))
                    .map(|_| (self.text(), self.value(depth - 1)))
                    .collect();
                Value::Object(members)
            }
        }
    }
}

fn each(count: u64, mut look: impl FnMut(u64, &mut Chance)) {
    for number in 0..count {
        look(number, &mut Chance(number));
    }
}

fn back<T: Decode + Encode + PartialEq + Debug>(number: u64, value: &T) {
    let text = to_text(value);
    let read = parse(&text).and_then(|json| T::decode(&json));
    assert_eq!(read.as_ref(), Ok(value), "value {number}: {text}");
}

/// Equal, but for the last bit of a float: serde_json does not promise it.
fn near(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) if left != right => {
            let [left, right] = [left, right].map(|number| number.as_f64().unwrap());
            ((left - right) / right).abs() < 1e-15
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| near(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, value)| right.get(name).is_some_and(|other| near(value, other)))
        }
        _ => left == right,
    }
}

#[test]
fn any_json_is_the_same_after_it_was_written_and_read() {
    each(2_000, |number, chance| {
        let value = chance.value(5);
        back(number, &value);
        let other = serde_json::from_str(&to_text(&value)).unwrap();
        assert!(near(&value, &other), "value {number}: {value}");
    });
}

#[test]
fn scalars_and_containers_are_the_same_after_they_were_written_and_read() {
    each(2_000, |number, chance| {
        let instant = || DateTime::from_unix(0, 0);
        let seconds = chance.bits() % 400_000_000_000;
        let time = DateTime::from_unix(seconds.cast_signed() - 62_135_596_800, 0);
        let time = if time.unix() < 253_402_300_800 {
            time
        } else {
            instant()
        };
        let precise = DateTime::from_unix(
            time.unix(),
            u32::try_from(chance.bits() % 1_000_000_000).unwrap(),
        );
        back(number, &precise);
        back(number, &UnixSeconds(precise));
        back(number, &UnixMillis(precise));
        let length = Duration::new(
            chance.bits() >> 11,
            u32::try_from(chance.bits() % 1_000_000_000).unwrap(),
        );
        back(number, &-Seconds::from(length));
        back(number, &Millis::from(length));
        back(number, &chance.float());
        back(
            number,
            &f32::from_bits(u32::try_from(chance.bits() >> 33).unwrap()).min(f32::MAX),
        );
        back(number, &Quoted(chance.bits().cast_signed()));
        back(number, &chance.bits());
        back(
            number,
            &Uuid::from_u128(u128::from(chance.bits()) << 64 | u128::from(chance.bits())),
        );
        back(number, &Base64::from(chance.bytes()));
        back(number, &Base64Url::from(chance.bytes()));
        back(number, &Hex::from(chance.bytes()));
        let map: BTreeMap<_, _> = (0..chance.below(4))
            .map(|_| (chance.text(), vec![Some(chance.text()), None]))
            .collect();
        back(number, &map);
    });
}

/// Reads a text both ways.
fn agree(number: u64, text: &str) {
    let own = catch_unwind(|| parse(text).map(|json| json.to_value()).ok());
    let own = own.unwrap_or_else(|_| panic!("text {number} panics: {text:?}"));
    let other = serde_json::from_str::<Value>(text);
    match (&own, &other) {
        (Some(value), Ok(other)) => assert!(near(value, other), "text {number}: {text:?}"),
        (None, Err(_)) => {}
        (Some(_), Err(error)) => {
            let known = [
                "number out of range",
                "surrogate",
                "hex escape",
                "recursion",
            ];
            let words = error.to_string();
            assert!(
                known.iter().any(|known| words.contains(known)),
                "text {number}: {text:?}: {words}"
            );
        }
        (None, Ok(_)) => panic!("text {number} is JSON: {text:?}"),
    }
}

#[test]
fn texts_that_are_nearly_json_are_taken_or_refused_as_serde_json_does() {
    const PIECES: [&str; 24] = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83e", "\\udde5", "0", "-", "1e",
        ".5", "E+9", "null", "tru", "\u{7f}", "\u{0}", " ", "\n", "\"a\":1", "9999",
    ];
    each(20_000, |number, chance| {
        let mut text = chance.value(3).to_string();
        for _ in 0..chance.below(4) {
            let mut at = chance.below(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let piece = PIECES[chance.below(PIECES.len())];
            match chance.below(3) {
                0 => text.insert_str(at, piece),
                1 => text.truncate(at),
                _ => {
                    let rest = text.split_off(at);
                    text.push_str(piece);
                    text.extend(rest.chars().skip(1));
                }
            }
        }
        agree(number, &text);
    });
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let json = parse(r#"{"a":1,"b":2,"a":[3],"\u0061":4}"#).unwrap();
    assert_eq!(json.to_value(), json!({"a": 4, "b": 2}));
    assert_eq!(
        BTreeMap::<String, Value>::decode(&json).unwrap()["a"],
        json!(4)
    );
}

#[test]
fn half_a_surrogate_pair_is_the_replacement_character() {
    for (text, expected) in [
        (r#""\ud83e\udde5""#, "🧥"),
        (r#""\ud83e""#, "\u{fffd}"),
        (r#""\udde5\ud83e""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83e\ud83e\udde5""#, "\u{fffd}🧥"),
        (r#""\ud83ea""#, "\u{fffd}a"),
    ] {
        assert_eq!(parse(text).unwrap().to_value(), json!(expected), "{text}");
    }
    for text in [
        r#""\ud83e\u""#,
        r#""\ud83e\uzzzz""#,
        r#""\u12""#,
        "\"\\u€€\"",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_hundred_and_twenty_eight_levels_are_read_and_no_more() {
    let nested = |levels: usize, open: &str, close: &str| {
        format!("{}1{}", open.repeat(levels), close.repeat(levels))
    };
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        let steps = if open.len() > 5 { 64 } else { 128 };
        assert!(parse(&nested(steps, open, close)).is_ok(), "{open}");
        assert!(parse(&nested(steps + 1, open, close)).is_err(), "{open}");
        assert!(parse(&open.repeat(100_000)).is_err(), "{open}");
    }
}
