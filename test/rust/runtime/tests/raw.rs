//! What the schema does not know: other paths, other members, answers as they come (1.18).

mod support;

use heddle_runtime_tests::runtime::{
    Client, Draft, HeaderReader, Mismatch, Operation, RawResponse, ResponseHeaders, Service, json,
    nothing,
};
use serde_json::{Value, json};
use support::{Reply, Script, status};

static POST_THING: Operation = Operation::new("post_thing", "POST", "/thing");
static KEYED: Service = Service {
    idempotency_key: Some("idempotency-key"),
    keyed_methods: &["POST"],
    ..Service::new("test", "1.0.0", "https://api.test")
};

fn text(body: &'static str) -> Reply {
    (200, vec![("content-type", "text/plain")], body)
}

/// The last body that was sent.
fn sent(script: &Script) -> String {
    let requests = script.requests.lock().unwrap();
    let body = requests.last().and_then(|request| request.body.as_ref());
    let bytes = body.and_then(|body| body.as_bytes()).expect("a body");
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn untyped_calls_give_json_text_or_nothing() {
    let script = Script::new([support::json("[1]"), text("[1]"), status(204)]);
    let client = script.client();
    for expected in [json!([1]), json!("[1]"), Value::Null] {
        assert_eq!(client.request("GET", "/new").await.unwrap(), expected);
    }
    let call = client
        .request("GET", "/new?a=1")
        .query("b", vec!["x y", "z"]);
    assert!(
        call.clone()
            .to_curl()
            .unwrap()
            .contains("/base/new?a=1&b=x%20y&b=z")
    );
}

#[tokio::test]
async fn untyped_calls_are_repeated_with_their_key() {
    let script = Script::new([status(502), status(204), status(502)]);
    let client = script.builder_of(&KEYED).into_client().0;
    client
        .request("POST", "/new")
        .json(json!({"a": null}))
        .await
        .unwrap();
    assert_eq!(sent(&script), r#"{"a":null}"#);
    let error = client.request("PATCH", "/new?a=1").await.unwrap_err();
    let keys = script.headers("idempotency-key");
    assert!(
        !keys[0].is_empty() && keys[0] == keys[1] && keys[2].is_empty(),
        "{keys:?}"
    );
    assert!(
        error
            .to_string()
            .starts_with("PATCH /new: 502 UnexpectedStatus"),
        "{error}"
    );
}

#[tokio::test]
async fn untyped_calls_of_what_is_no_method_or_path_are_not_sent() {
    let client = Script::new([]).client();
    for (method, path, place) in [("GE T", "/x", "method"), ("GET", "x", "path")] {
        let error = client.request(method, path).await.unwrap_err().to_string();
        assert!(
            error.contains(&format!("InvalidArgument: {place}")),
            "{error}"
        );
    }
}

#[tokio::test]
async fn an_undecoded_answer_is_what_came() {
    let script = Script::new([text("no JSON"), status(404)]);
    let client = script.client();
    let call = || Draft::new(&client, &POST_THING).call::<Value>(json);
    let answer = call().send_undecoded().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.content_type(), Some("text/plain"));
    assert_eq!(answer.bytes().await.unwrap(), "no JSON");
    let error = call().send_undecoded().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
}

async fn extended(client: &Client, write: impl FnOnce(&mut Draft)) -> Result<(), String> {
    let mut draft = Draft::new(client, &POST_THING);
    write(&mut draft);
    let call = draft.call(nothing);
    let call = call.extra_body("b", json!([true])).extra_body("c", 1);
    call.await.map_err(|error| error.to_string())
}

#[tokio::test]
async fn further_members_replace_those_of_their_name() {
    let script = Script::new([status(204), status(204)]);
    let client = script.client();
    let body = json!({"a": 1, "b": 2});
    extended(&client, |draft| draft.json(&body)).await.unwrap();
    assert_eq!(sent(&script), r#"{"a":1,"b":[true],"c":1}"#);
    let body = json!({"a": "x y", "b": {"d": 2}, "bb": 3});
    extended(&client, |draft| draft.form(&body)).await.unwrap();
    assert_eq!(sent(&script), "a=x+y&bb=3&b[0]=true&c=1");
}

#[tokio::test]
async fn bodies_without_members_get_no_further_ones() {
    let client = Script::new([]).client();
    let list = json!([1]);
    let refused = [
        extended(&client, |draft| draft.json(&list)).await,
        extended(&client, |draft| draft.text("a=1")).await,
        extended(&client, |_| ()).await,
    ];
    for error in refused.map(Result::unwrap_err) {
        assert!(error.contains("InvalidArgument: body"), "{error}");
    }
}

#[derive(Debug, PartialEq)]
struct ThingHeaders {
    left: i32,
    tags: Option<Vec<String>>,
    sizes: Option<Vec<i32>>,
}

impl ResponseHeaders for ThingHeaders {
    fn read(headers: &HeaderReader<'_>) -> Result<Self, Mismatch> {
        Ok(Self {
            left: headers.required("X-Left")?,
            tags: headers.optional("X-Tags")?,
            sizes: headers.optional("X-Sizes")?,
        })
    }
}

async fn answered(headers: Vec<(&'static str, &'static str)>) -> RawResponse<()> {
    let script = Script::new([(204, headers, "")]);
    let draft = Draft::new(&script.client(), &POST_THING);
    draft.call(nothing).send_raw().await.unwrap()
}

#[tokio::test]
async fn declared_headers_are_read_where_somebody_asks_for_them() {
    let raw = answered(vec![
        ("x-left", "3"),
        ("x-tags", "a, 1"),
        ("x-sizes", "1"),
        ("x-sizes", "2"),
    ])
    .await;
    let expected = ThingHeaders {
        left: 3,
        tags: Some(vec!["a".to_owned(), "1".to_owned()]),
        sizes: Some(vec![1, 2]),
    };
    assert_eq!(raw.typed_headers::<ThingHeaders>().unwrap(), expected);
    let error = answered(vec![]).await.typed_headers::<ThingHeaders>();
    let error = error.unwrap_err().to_string();
    assert!(error.contains("post_thing: Decode: X-Left"), "{error}");
}

#[tokio::test]
async fn rate_limits_are_read_in_each_of_their_spellings() {
    let read = async |headers| {
        let status = answered(headers).await.rate_limit();
        status.map(|status| (status.limit, status.remaining, status.reset))
    };
    let old = vec![
        ("ratelimit-limit", "10, 10;w=60"),
        ("ratelimit-reset", "0.5"),
    ];
    assert_eq!(read(old).await, Some((Some(10), None, Some(0.5))));
    let field = vec![("ratelimit", "limit=100, remaining=7, reset=30")];
    assert_eq!(read(field).await, Some((Some(100), Some(7), Some(30.0))));
    let other = vec![
        ("ratelimit", "\"default\";w=60"),
        ("x-ratelimit-limit", "many"),
    ];
    assert_eq!(read(other).await, None);
}
