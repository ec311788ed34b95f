//! Clients with other settings (CFG-5).

mod support;

use std::time::Duration;

use heddle_runtime_tests::runtime::{
    ClientOptions, Draft, Operation, Retry, Scheme, SchemePlace, Service, nothing,
};
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

static BEARER: Scheme = Scheme {
    credential: "token",
    place: SchemePlace::Bearer,
};
static GUARDED: Service = Service {
    schemes: &[&BEARER],
    auth: &[&[&BEARER]],
    ..Service::new("test", "1.0.0", "https://api.test")
};

#[tokio::test]
async fn a_clone_is_right_though_its_client_is_wrong() {
    let script = Script::new([status(204), status(204)]);
    let (client, problem) = script
        .builder_of(&GUARDED)
        .base_url("nowhere")
        .into_client();
    assert!(problem.unwrap().to_string().contains("token is missing"));
    let keyed = client.with_options(ClientOptions::new().credential("token", "t"));
    let error = Draft::new(&keyed, &GET_THING).call(nothing).await;
    assert!(
        error
            .unwrap_err()
            .to_string()
            .contains("base_url is no absolute URL")
    );
    let placed = keyed.with_options(ClientOptions::new().base_url("https://b.test"));
    Draft::new(&placed, &GET_THING).call(nothing).await.unwrap();
    assert_eq!(script.urls(), ["https://b.test/thing"]);
    assert_eq!(script.headers("authorization"), ["Bearer t"]);
}

#[tokio::test]
async fn a_clone_sends_no_credentials_over_plain_http() {
    let script = Script::new([status(204)]);
    let client = script
        .builder_of(&GUARDED)
        .credential("token", "t")
        .into_client()
        .0;
    let plain = ClientOptions::new().base_url("http://b.test");
    let clone = client.with_options(plain.clone());
    let error = Draft::new(&clone, &GET_THING).call(nothing).await;
    assert!(error.unwrap_err().to_string().contains("unencrypted"));
    let clone = client.with_options(plain.allow_insecure(true));
    Draft::new(&clone, &GET_THING).call(nothing).await.unwrap();
    assert!(!format!("{:?}", ClientOptions::new().header("x", "secret")).contains("secret"));
}
