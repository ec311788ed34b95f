//! Rules of values, before anything is sent (JSON-4).

use std::collections::BTreeMap;

use heddle_runtime_tests::pattern;
use heddle_runtime_tests::runtime::{Base64, Checks, Decimal, Encode, Nullable, to_text};

/// What one walk finds, as words.
fn found(look: impl FnOnce(&mut Checks)) -> Vec<String> {
    let mut at = Checks::at("body");
    look(&mut at);
    let violations = at.into_violations();
    violations.iter().map(ToString::to_string).collect()
}

fn decimals(texts: &[&str]) -> Vec<Decimal> {
    let texts = texts.iter();
    texts.map(|text| text.parse().expect("a decimal")).collect()
}

#[test]
fn decimals_are_compared_by_all_their_digits() {
    let inside = decimals(&["-1.50", "0", "-0", "000", "9.99", "10.00", "-1.5"]);
    assert_eq!(found(|at| at.decimal("a", &inside, "-1.5"..="10")), [""; 0]);
    let outside = decimals(&["-1.51", "10.000000000000000000001", "100", "-2"]);
    let words: Vec<_> = (0..4)
        .map(|index| format!("body.a[{index}] must be -1.5 to 10"))
        .collect();
    assert_eq!(found(|at| at.decimal("a", &outside, "-1.5"..="10")), words);
}

#[test]
fn texts_are_one_of_what_is_listed() {
    let value = Some("AT".to_owned());
    let words = found(|at| at.one_of("country", &value, &["CH", "DE"]));
    assert_eq!(words, ["body.country must be one of CH, DE"]);
    let value = Some("DE".to_owned());
    assert_eq!(
        found(|at| at.one_of("country", &value, &["CH", "DE"])),
        [""; 0]
    );
}

#[test]
fn bytes_are_counted_before_they_are_encoded() {
    let value = Base64::from("1234");
    assert_eq!(found(|at| at.size("key", &value, 4..=4)), [""; 0]);
    let words = found(|at| at.size("key", &value, 5..));
    assert_eq!(words, ["body.key must be at least 5 bytes long"]);
}

/// A code of a currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Currency(pub String);

heddle_runtime_tests::distinct_type! {
    checked Currency: String
}

#[test]
fn a_distinct_type_travels_like_the_other_and_has_its_rules() {
    let value = Currency::from("EUR");
    assert_eq!(to_text(&value), "\"EUR\"");
    assert_eq!(value.len(), 3);
    let words = found(|at| at.length("currency", &value, 4..));
    assert_eq!(words, ["body.currency must be at least 4 characters long"]);
    let one = found(|at| at.length("currency", &Currency::from(""), 1..));
    assert_eq!(one, ["body.currency must be at least 1 character long"]);
}

/// Short words.
#[derive(Clone, Debug, PartialEq)]
pub struct Words(pub Vec<String>);

heddle_runtime_tests::distinct_type! {
    ruled Words: Vec<String>
}

impl Words {
    fn rules(&self, at: &mut Checks) {
        at.count("", &self.0, 1..=2);
        at.length("", &self.0, ..=3);
    }
}

#[test]
fn a_distinct_list_knows_its_own_rules() {
    let words = |words: &[&str]| Words(words.iter().map(ToString::to_string).collect());
    let none = found(|at| at.nested("words", &Some(words(&[]))));
    assert_eq!(none, ["body.words must be 1 to 2 items long"]);
    let long = found(|at| words(&["a", "word"]).check(at));
    assert_eq!(long, ["body[1] must be at most 3 characters long"]);
    assert_eq!(found(|at| at.nested("words", &words(&["a"]))), [""; 0]);
}

#[test]
fn lists_in_lists_and_maps_are_counted_one_by_one() {
    let rows = Some(vec![vec![1], vec![], vec![1, 2, 3]]);
    let words = found(|at| at.items("rows", &rows, |at, row| at.count("", row, 1..=2)));
    let expected = [
        "body.rows[1] must be 1 to 2 items long",
        "body.rows[2] must be 1 to 2 items long",
    ];
    assert_eq!(words, expected);
    let map = BTreeMap::from([
        ("a".to_owned(), Nullable::Value(vec![1])),
        ("b".to_owned(), Nullable::Null),
    ]);
    let words = found(|at| at.values("map", &map, |at, row| at.count("", row, 2..)));
    assert_eq!(words, ["body.map.a must be at least 2 items long"]);
}

#[test]
fn texts_match_anywhere_unless_the_pattern_says_where() {
    let anywhere = found(|at| at.pattern("a", &"xabx".to_owned(), &pattern!("a.?b")));
    assert_eq!(anywhere, [""; 0]);
    let texts = vec![
        "abc".to_owned(),
        "ABC".to_owned(),
        "abc\n".to_owned(),
        String::new(),
    ];
    let words = found(|at| at.pattern("a", &texts, &pattern!("^[a-z]+$")));
    let expected =
        [1, 2, 3].map(|index| format!("body.a[{index}] must be a text that matches ^[a-z]+$"));
    assert_eq!(words, expected);
}

#[test]
fn a_pattern_is_named_as_the_schema_has_it_and_takes_time_in_line_with_the_text() {
    let form = pattern!("^(a+)+$", "^(a+)+$");
    let text = format!("{}b", "a".repeat(100_000));
    assert!(!form.is_match(&text));
    assert_eq!(pattern!("\\d", "[0-9]").source(), "\\d");
}

#[test]
fn a_pattern_that_cannot_be_compiled_is_left_to_the_server() {
    let too_large = pattern!("(?:a{1000}){1000}");
    assert!(too_large.is_match("anything"));
}
