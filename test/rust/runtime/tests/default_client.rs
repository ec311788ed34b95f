//! The client of free functions (CFG-7).

mod support;

use heddle_runtime_tests::runtime::{Draft, Operation, default_client, init, nothing};
use support::{SERVICE, Script, status};

static GET_THING: Operation = Operation::new("get_thing", "GET", "/thing");

#[tokio::test]
async fn it_is_set_once_before_it_is_used() {
    let script = Script::new([status(204)]);
    init(script.client()).unwrap();
    let client = default_client(&SERVICE);
    Draft::new(&client, &GET_THING).call(nothing).await.unwrap();
    assert_eq!(script.urls().len(), 1);
    let error = init(Script::new([]).client()).unwrap_err();
    let words = "Config: the default client is set or used already";
    assert_eq!(error.to_string(), words);
}
