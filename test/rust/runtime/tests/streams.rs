//! Answers that are streams (1.7).

mod support;

use heddle_runtime_tests::runtime::{
    Decode, Draft, EventTag, Json, Mismatch, Operation, StreamChoice, StreamStyle, json,
};
use support::{Reply, Script, all};

/// What came, as text.
#[derive(Debug, PartialEq)]
struct Shown(String);

impl Decode for Shown {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        Ok(Self(json.to_value().to_string()))
    }
}

const fn events(style: StreamStyle) -> Operation {
    Operation {
        stream: Some(style),
        ..Operation::new("watch", "GET", "/events")
    }
}

fn sse(body: &'static str) -> Reply {
    (200, vec![("content-type", "text/event-stream")], body)
}

/// Events and errors, as texts.
async fn told(operation: &'static Operation, script: &Script) -> Vec<String> {
    let call = Draft::new(&script.client(), operation).stream_call::<Shown, Shown>(json);
    let stream = match call.stream().await {
        Ok(stream) => stream,
        Err(error) => return vec![error.to_string()],
    };
    let results = all(stream).await.into_iter();
    results
        .map(|result| result.map_or_else(|error| error.to_string(), |shown| shown.0))
        .collect()
}

#[tokio::test]
async fn the_name_lies_where_the_union_has_its_tag() {
    static MEMBER: Operation = events(StreamStyle {
        tag: EventTag::Member("type"),
        ..StreamStyle::SSE
    });
    static BESIDE: Operation = events(StreamStyle {
        tag: EventTag::Beside("type", "value"),
        ..StreamStyle::SSE
    });
    static AROUND: Operation = events(StreamStyle {
        tag: EventTag::Around,
        ..StreamStyle::SSE
    });
    let body = "event: x\ndata: {\"a\":1}\n\nevent: y\ndata: hi\n\n";
    let member = told(&MEMBER, &Script::new([sse(body)])).await;
    assert_eq!(
        member,
        [r#"{"a":1,"type":"x"}"#, r#"{"data":"hi","type":"y"}"#]
    );
    let beside = told(&BESIDE, &Script::new([sse(body)])).await;
    assert_eq!(
        beside,
        [
            r#"{"type":"x","value":{"a":1}}"#,
            r#"{"type":"y","value":"hi"}"#
        ]
    );
    let around = told(&AROUND, &Script::new([sse(body)])).await;
    assert_eq!(around, [r#"{"x":{"a":1}}"#, r#"{"y":"hi"}"#]);
}

#[tokio::test]
async fn an_event_has_a_largest_size() {
    static SMALL: Operation = events(StreamStyle {
        limit: 10,
        tag: EventTag::Text,
        ..StreamStyle::SSE
    });
    let script = Script::new([sse("data: 1234\n\ndata: 12345\n\n")]);
    let events = told(&SMALL, &script).await;
    let error = "watch: Decode: $: expected at most 10 bytes, found more";
    assert_eq!(events, ["\"1234\"", error]);
}

#[tokio::test]
async fn lines_need_no_last_end() {
    static LINES: Operation = events(StreamStyle {
        end: Some("\"end\""),
        ..StreamStyle::LINES
    });
    let lines = |body| (200, vec![("content-type", "application/x-ndjson")], body);
    let whole = told(&LINES, &Script::new([lines("1\r\n\n2\n\"end\"")])).await;
    assert_eq!(whole, ["1", "2"]);
    let cut = told(&LINES, &Script::new([lines("1\n2")])).await;
    let error = "watch: Transport (body): the stream ended without its end mark";
    assert_eq!(cut, ["1", "2", error]);
}

static RESUMED: Operation = events(StreamStyle {
    resume: true,
    ..StreamStyle::SSE
});

#[tokio::test]
async fn resuming_goes_on_behind_the_last_id() {
    let script = Script::new([
        sse("id: 7\nretry: 20\ndata: 1\n\nid: 8\n"),
        sse("data: 2\n\n"),
        (204, Vec::new(), ""),
    ]);
    assert_eq!(told(&RESUMED, &script).await, ["1", "2"]);
    assert_eq!(script.headers("last-event-id"), ["", "7", "7"]);
    assert_eq!(script.slept(), [20, 3000]);
}

#[tokio::test]
async fn resuming_gives_up_after_five_times() {
    let script = Script::new((0..6).map(|_| sse("")));
    assert!(told(&RESUMED, &script).await.is_empty());
    assert_eq!(script.slept(), [3000; 5]);
}

static CHOSEN: Operation = Operation {
    stream: Some(StreamStyle {
        when: Some(StreamChoice {
            name: "live",
            equals: "true",
            bare: true,
            in_body: true,
        }),
        ..StreamStyle::SSE
    }),
    ..Operation::new("ask", "POST", "/ask")
};

#[tokio::test]
async fn a_request_for_an_answer_has_no_stream() {
    let script = Script::default();
    let mut draft = Draft::new(&script.client(), &CHOSEN);
    draft.json(&serde_json::json!({ "live": false }));
    let call = draft.stream_call::<Shown, Shown>(json);
    let error = call.stream().await.expect_err("a refusal").to_string();
    let refusal = "ask: InvalidArgument: body.live must be a value that calls for `send()`";
    assert_eq!(error, refusal);
}

#[tokio::test]
async fn the_verb_asks_for_the_stream() {
    let script = Script::new([sse("data: 1\n\n")]);
    let mut draft = Draft::new(&script.client(), &CHOSEN);
    draft.json(&serde_json::json!({ "q": "x" }));
    let call = draft.stream_call::<Shown, Shown>(json);
    let events = all(call.stream().await.expect("a stream")).await;
    assert_eq!(events.len(), 1);
    let body = script.requests.lock().unwrap()[0].body.clone();
    let body = body.unwrap_or_default();
    let text = body.as_bytes().unwrap_or_default();
    assert_eq!(text, br#"{"q":"x","live":true}"#);
}
