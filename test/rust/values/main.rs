//! What a program does with the values of a schema; nothing of it reaches a server.

use std::collections::{BTreeMap, BTreeSet};

use depot::models::{
    Carried, Crate, CrateId, Labels, Level, Move, Note, Order, Place, Setting, Tree, Weight,
};
use depot::{DepotClient, Error};
use serde_json::{Map, json};

fn client() -> DepotClient {
    let client = DepotClient::builder().api_key("key");
    client
        .base_url("http://127.0.0.1:9")
        .build()
        .expect("a client")
}

/// What is wrong with the arguments of a call; nothing if it would have been sent.
fn violations<T>(answer: Result<T, Error>) -> Vec<String> {
    let Err(Error::InvalidRequest(error)) = answer else {
        return Vec::new();
    };
    error.violations().iter().map(ToString::to_string).collect()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    arguments().await;
    fields().await;
    unions().await;
    names();
    literals();
    kept();
}

async fn arguments() {
    let crates = client().crates();
    let found = violations(crates.find_crate("ab1").attempts(1).await);
    assert_eq!(
        found,
        [r"path.code must be a text that matches ^[A-Z]{2}\d+$"]
    );
    assert_eq!(
        violations(crates.find_crate("AB1\u{661}").attempts(1).await).len(),
        1
    );
    assert_eq!(
        violations(crates.find_crate("AB1").attempts(1).await),
        [""; 0]
    );
    let found = violations(crates.put_crates(Vec::new()).await);
    assert_eq!(found, ["body must be 1 to 2 items long"]);
    let found = violations(
        crates
            .label_crates(Labels(vec!["a".into(), "\u{a0}".into()]))
            .await,
    );
    assert_eq!(found, [r"body[1] must be a text that matches \S"]);
}

async fn fields() {
    let mut one = Crate::new("cr_1");
    one.labels = Some(Labels(Vec::new()));
    one.rows = Some(vec![vec![1], Vec::new(), vec![1, 2, 3]]);
    one.by_shelf = Some(BTreeMap::from([(
        "s".to_owned(),
        vec!["a".into(), "b".into()],
    )]));
    one.weight = Some(Weight(-1.0));
    let found = violations(
        client()
            .crates()
            .put_crates(vec![one, Crate::new("x")])
            .await,
    );
    assert_eq!(
        found,
        [
            "body[0].weight must be at least 0",
            "body[0].labels must be 1 to 3 items long",
            "body[0].rows must be at most 2 items long",
            "body[0].rows[1] must be 1 to 2 items long",
            "body[0].rows[2] must be 1 to 2 items long",
            "body[0].by_shelf.s must be at most 1 item long",
            r"body[1].id must be a text that matches ^cr_\w+$",
        ]
    );
    let truck = Move::Truck {
        plate: "a".into(),
        key: Some("hidden".into()),
        extra: Map::new(),
    };
    assert!(!format!("{truck:?}").contains("hidden"), "{truck:?}");
    let found = violations(client().crates().move_crate(truck).await);
    assert_eq!(
        found,
        [r"body.plate must be a text that matches ^[A-Z]+-\d+$"]
    );
}

/// Rules of what a union holds, wherever it lies.
async fn unions() {
    let crates = client().crates();
    let shelf = Place::Shelf {
        number: 0,
        extra: Map::new(),
    };
    let found = violations(crates.stow_crate(shelf).await);
    assert_eq!(found, ["body.shelf.number must be at least 1"]);
    let found = violations(crates.stow_crate(Place::Store(String::new())).await);
    assert_eq!(found, ["body.store must be at least 1 character long"]);
    let found = violations(
        crates
            .carry_crate(Note::new(Carried::Box(Crate::new("x"))))
            .await,
    );
    assert_eq!(found, [r"body.id must be a text that matches ^cr_\w+$"]);
    let leaf = |text: &str| Box::new(Tree::Leaf(text.to_owned()));
    let tree = Tree::Fork {
        left: leaf(""),
        right: leaf("a"),
    };
    let found = violations(crates.grow_tree(tree).await);
    assert_eq!(found, ["body.left must be at least 1 character long"]);
}

fn names() {
    let id: CrateId = "cr_1".parse().expect("a text");
    assert_eq!(id.to_string(), "cr_1");
    assert_eq!(AsRef::<str>::as_ref(&id), "cr_1");
    let ids = BTreeSet::from([CrateId::from("b"), CrateId::from("a")]);
    assert_eq!(ids.first(), Some(&CrateId::from("a")));
    let weight = Weight::from(1.5);
    let copy = weight;
    assert_eq!(*weight, *copy);
}

fn literals() {
    assert_eq!("newest".parse(), Ok(Order::Newest));
    assert_eq!(
        Order::try_from("oldest").map(|order| order.to_string()),
        Ok("oldest".to_owned())
    );
    assert!("Newest".parse::<Order>().is_err());
    assert_eq!(Level::try_from(-1), Ok(Level::Minus1));
    assert!(Level::try_from(2).is_err());
    for (setting, wire) in [(Setting::Auto, json!("auto")), (Setting::True, json!(true))] {
        assert_eq!(serde_json::to_value(setting).ok(), Some(wire.clone()));
        assert_eq!(serde_json::from_value::<Setting>(wire).ok(), Some(setting));
    }
    assert!(serde_json::from_value::<Setting>(json!(false)).is_err());
}

fn kept() {
    let wire = json!({"by": "truck", "plate": "A-1", "later": {"deep": [1]}});
    let found: Move = serde_json::from_value(wire.clone()).expect("a move");
    assert!(matches!(&found, Move::Truck { extra, .. } if extra.contains_key("later")));
    assert_eq!(serde_json::to_value(&found).ok(), Some(wire));
    let text = r#"{"by":"drone","height":1.50,"b":1,"a":2}"#;
    let drone: Move = serde_json::from_str(text).expect("a move of a later version");
    let Move::Unknown(unknown) = &drone else {
        panic!("{drone:?} is unknown");
    };
    assert_eq!(unknown.tag(), "drone");
    assert_eq!(unknown.members()["a"], json!(2));
    let wire = json!({"by": "box", "id": "cr_1", "after": "a", "later": 1});
    let note: Note = serde_json::from_value(wire.clone()).expect("a note");
    assert_eq!(note.after.as_deref(), Some("a"));
    assert!(matches!(&note.how, Carried::Box(one) if one.extra.keys().eq(["later"])));
    assert_eq!(serde_json::to_value(&note).ok(), Some(wire));
    let tree: Tree =
        serde_json::from_str(r#"{"left":"a","right":{"left":"b","right":"c"}}"#).expect("a tree");
    let Tree::Fork { left, .. } = &tree else {
        panic!("{tree:?} is a fork");
    };
    assert_eq!(**left, Tree::Leaf("a".to_owned()));
    let one: Crate = serde_json::from_value(json!({"id": "anything", "level": 1}))
        .expect("answers have no rules");
    assert_eq!(one.level, Some(Level::Number1));
    assert!(serde_json::from_value::<Crate>(json!({"id": "a", "level": 2})).is_err());
}
