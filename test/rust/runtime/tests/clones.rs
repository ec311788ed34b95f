//! Clients with other settings (CFG-5).

mod support;

use std::time::Duration;

use heddle_runtime_tests::runtime::{ClientOptions, Draft, Operation, Retry, nothing};
use support::{Script, status};

static GET_THING: Operation = Operation::new("get_thing", "GET", "/thing");

#[tokio::test]
async fn a_clone_has_settings_of_its_own() {
    let script = Script::new([status(503), status(503), status(204)]);
    let client = script.builder().header("x-a", "1").into_client().0;
    let retry = Retry {
        attempts: Some(1),
        ..Retry::UNSET
    };
    let options = ClientOptions::new().retry(retry).header("x-b", "2");
    let clone = client.with_options(options.timeout(Duration::from_secs(9)));
    Draft::new(&clone, &GET_THING)
        .call(nothing)
        .await
        .unwrap_err();
    Draft::new(&client, &GET_THING).call(nothing).await.unwrap();
    assert_eq!(script.headers("x-a"), ["1", "1", "1"]);
    assert_eq!(script.headers("x-b"), ["2", "", ""]);
}
