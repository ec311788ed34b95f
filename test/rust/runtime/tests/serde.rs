//! The traits of serde for types with codecs, by the rules of the codecs.
#![cfg(feature = "serde")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use heddle_runtime_tests::runtime::{
    Base64, Members, Mismatch, Nullable, ObjectReader, ObjectWriter, Quoted, UnixSeconds,
};
use heddle_runtime_tests::{distinct_type, object_codec, text_enum};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// What the generator makes of a name of its own.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ShelfId(pub String);

distinct_type! {
    ShelfId: String
}

/// What the generator makes of an enumeration.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Colour {
    /// Red.
    Red,
    /// Another.
    Unknown(String),
}

text_enum! {
    open Colour
    Red = "red",
}

/// What the generator makes of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf<T> {
    id: ShelfId,
    colour: Option<Colour>,
    note: Nullable<String>,
    items: Vec<T>,
    unit: Option<String>,
    extra: Map<String, Value>,
}

impl<T: heddle_runtime_tests::runtime::Decode + heddle_runtime_tests::runtime::Encode> Members
    for Shelf<T>
{
    fn read(object: &mut ObjectReader<'_, '_>) -> Result<Self, Mismatch> {
        Ok(Self {
            id: object.required("id")?,
            colour: object.optional("colour")?,
            note: object.optional("note")?,
            items: object.required("items")?,
            unit: object.optional("unit")?,
            extra: object.rest(),
        })
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.required("id", &self.id);
        object.optional("colour", &self.colour);
        object.optional("note", &self.note);
        object.required("items", &self.items);
        object.defaulted("unit", &self.unit, "\"metric\"");
        object.rest(&self.extra);
    }
}

object_codec!(Shelf<T>);

fn kept<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: Value) -> T {
    let read: T = serde_json::from_value(value.clone()).expect("the type takes it");
    assert_eq!(serde_json::to_value(&read).expect("JSON takes it"), value);
    let text = serde_json::to_string(&read).expect("a text takes it");
    assert_eq!(
        serde_json::from_str::<T>(&text).expect("it is read again"),
        read
    );
    read
}

#[test]
fn a_record_is_kept_with_its_states_and_what_nobody_named() {
    let shelf: Shelf<i32> = kept(json!({
        "id": "a", "colour": "teal", "note": null, "items": [1, 2], "later": {"b": [1.5, true]},
    }));
    assert_eq!(shelf.id, ShelfId::from("a"));
    assert_eq!(shelf.colour, Some(Colour::Unknown("teal".to_owned())));
    assert_eq!(shelf.note, Nullable::Null);
    assert_eq!(shelf.extra["later"], json!({"b": [1.5, true]}));
}

#[test]
fn what_is_sent_by_default_is_kept_as_absent() {
    let shelf: Shelf<i32> = kept(json!({"id": "a", "items": []}));
    assert_eq!(shelf.unit, None);
}

#[test]
fn values_that_travel_otherwise_are_kept_so() {
    kept::<Shelf<Quoted<i64>>>(json!({"id": "a", "items": ["9007199254740993"]}));
    kept::<UnixSeconds>(json!(1_700_000_000));
    assert_eq!(kept::<Base64>(json!("aGk=")), Base64::from("hi"));
    let by_name: BTreeMap<String, Shelf<bool>> = kept(json!({"x": {"id": "a", "items": [true]}}));
    assert_eq!(by_name["x"].items, [true]);
}

#[test]
fn the_rules_of_answers_hold_for_what_is_read() {
    for (text, place) in [
        (r#"{"items":[]}"#, "$.id"),
        (r#"{"id":1,"items":[]}"#, "$.id"),
        (r#"{"id":"a","items":[1,"2"]}"#, "$.items[1]"),
        (r#"{"id":"a","items":[1.5]}"#, "$.items[0]"),
    ] {
        let error = serde_json::from_str::<Shelf<i32>>(text).expect_err(text);
        assert!(error.to_string().contains(place), "{error}");
    }
    let twice = r#"{"id":"a","id":"b","items":[]}"#;
    let shelf: Shelf<i32> = serde_json::from_str(twice).expect("the last of equal names counts");
    assert_eq!(shelf.id.as_ref(), "b");
}
