//! Rules of values, before anything is sent (JSON-4).

use heddle_runtime_tests::runtime::{Base64, Checks, Decimal, to_text};

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
}
