//! Limits that the client keeps by itself (1.5).

mod support;

use std::time::Duration;

use heddle_runtime_tests::runtime::{
    Draft, Operation, RateLimit, RateLimitMode, Result, Timeouts, nothing,
};
use support::{Script, status};

static CREATE: Operation = Operation {
    limit: Some(RateLimit {
        name: "create",
        key: &["body.user_id", "credential"],
        windows: &[(100, Duration::from_secs(60)), (10, Duration::from_secs(1))],
    }),
    timeouts: Timeouts {
        total: Some(Duration::ZERO),
        ..Timeouts::UNSET
    },
    ..Operation::new("create", "POST", "/things")
};

async fn create(script: &Script, user: &str, mode: RateLimitMode) -> Result<()> {
    let client = script.builder().rate_limit(mode).into_client().0;
    created(&client, user).await
}

async fn created(client: &heddle_runtime_tests::runtime::Client, user: &str) -> Result<()> {
    let mut draft = Draft::new(client, &CREATE);
    draft.json(&serde_json::json!({ "user_id": user }));
    draft.call(nothing).await
}

#[tokio::test]
async fn windows_roll() {
    let script = Script::new((0..101).map(|_| status(204)));
    let client = script.client();
    for _ in 0..101 {
        created(&client, "u").await.unwrap();
    }
    let mut expected = vec![1_000; 9];
    expected.push(51_000);
    assert_eq!(script.slept(), expected);
}

#[tokio::test]
async fn each_key_has_a_limit_of_its_own() {
    let script = Script::new((0..12).map(|_| status(204)));
    let builder = script.builder().rate_limit(RateLimitMode::Fail);
    let client = builder.into_client().0;
    for _ in 0..10 {
        created(&client, "u").await.unwrap();
    }
    let error = created(&client, "u").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "create: LocalRateLimit: `create` is used up; the next call may be made in 1s"
    );
    created(&client, "v").await.unwrap();
    create(&script, "u", RateLimitMode::Off).await.unwrap();
}

#[tokio::test]
async fn the_service_can_close_the_gate() {
    let full = (429, vec![("retry-after", "7")], "");
    let script = Script::new([full, status(204)]);
    let client = script.client();
    let once = Draft::new(&client, &CREATE).call(nothing).attempts(1);
    assert_eq!(once.await.unwrap_err().status().unwrap(), 429);
    Draft::new(&client, &CREATE).call(nothing).await.unwrap();
    assert_eq!(script.slept(), [7_000]);
}

#[tokio::test]
async fn a_wait_beyond_all_time_is_no_panic() {
    let full = (429, vec![("retry-after", "18446744073709549568")], "");
    let script = Script::new([full]);
    script.pass(Duration::from_secs(1_768_469_400));
    let client = script.builder().rate_limit(RateLimitMode::Fail);
    let client = client.into_client().0;
    let error = created(&client, "u").await.unwrap_err();
    assert_eq!(error.status().unwrap(), 429);
    let error = created(&client, "u").await.unwrap_err();
    assert_eq!(error.name(), "LocalRateLimit");
}

#[tokio::test]
async fn calls_at_once_go_in_their_order() {
    let script = Script::new((0..30).map(|_| status(204)));
    let client = script.client();
    let calls = (0..30).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { created(&client, "u").await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(script.slept(), [1_000, 1_000]);
}
