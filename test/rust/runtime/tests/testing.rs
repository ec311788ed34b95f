//! What programs test their own code with (SEAM-2), and the seams that it fills (SEAM-1).
#![cfg(feature = "testing")]

mod support;

use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, UNIX_EPOCH};

use heddle_runtime_tests::runtime::testing::{FakeClock, MemoryTransport, Reply, SeededRandom};
use heddle_runtime_tests::runtime::{
    BoxFuture, Client, ClientBuilder, Clock, Draft, Error, FailureKind, HttpRequest, HttpResponse,
    Operation, Phase, Random, Service, Timeouts, Transport, TransportFailure, json, nothing,
};
use support::SERVICE;

static GET_THING: Operation = Operation::new("get_thing", "GET", "/things");

fn client(transport: &MemoryTransport, clock: &FakeClock) -> Client {
    let builder = ClientBuilder::new(&SERVICE)
        .transport(transport.clone())
        .clock(clock.clone())
        .random(SeededRandom::new(7))
        .environment(|_| None);
    builder.into_client().0
}

#[tokio::test]
async fn replies_come_in_their_order_and_waits_take_no_time() {
    let clock = FakeClock::new();
    let busy = Reply::status(503).header("retry-after", "2");
    let transport = MemoryTransport::new([busy, Reply::of(&5_i64)]);
    let mut draft = Draft::new(&client(&transport, &clock), &GET_THING);
    draft.query("limit", &5_i32);
    let value: i64 = draft.call(json).await.unwrap();
    assert_eq!((value, clock.slept()), (5, vec![Duration::from_secs(2)]));
    let requests = transport.requests();
    assert_eq!(requests[1].target(), "/base/things?limit=5");
    assert_eq!(requests[1].header("x-retry-count"), Some("1"));
    assert_eq!(requests[1].json(), serde_json::Value::Null);
}

#[tokio::test]
async fn a_reply_too_few_is_an_error_that_says_for_which_request() {
    let transport = MemoryTransport::new([]);
    let client = client(&transport, &FakeClock::new());
    let error = Draft::new(&client, &GET_THING)
        .call(nothing)
        .await
        .unwrap_err();
    let words = "the test has no reply for GET /base/things";
    assert!(error.to_string().ends_with(words), "{error}");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn failures_are_repeated_as_those_of_a_network() {
    let transport = MemoryTransport::new([
        Reply::failure(FailureKind::NotSent),
        Reply::failure(FailureKind::Unknown),
        Reply::status(204),
    ]);
    let client = client(&transport, &FakeClock::new());
    Draft::new(&client, &GET_THING).call(nothing).await.unwrap();
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn silence_ends_by_the_limits_of_the_call() {
    let clock = FakeClock::new();
    let transport = MemoryTransport::from_fn(|_| Reply::silence());
    let before = clock.now();
    let limits = Timeouts {
        attempt: Some(Duration::from_secs(20)),
        total: Some(Duration::from_secs(50)),
        ..Timeouts::UNSET
    };
    let call = Draft::new(&client(&transport, &clock), &GET_THING).call(nothing);
    let error = call.timeouts(limits).await.unwrap_err();
    assert!(matches!(error, Error::Request(ref failure) if failure.phase() == Phase::Total));
    assert_eq!(clock.now() - before, Duration::from_secs(50));
    assert_eq!((transport.requests().len(), clock.slept().len()), (3, 2));
}

#[tokio::test]
async fn time_goes_by_hand() {
    let clock = FakeClock::manual().starting_at(UNIX_EPOCH);
    let waiting = clock.clone();
    let task = tokio::spawn(async move {
        waiting.sleep(Duration::from_secs(3)).await;
        waiting.sleep(Duration::from_secs(4)).await;
        waiting.now()
    });
    clock.advance(Duration::from_secs(5)).await;
    assert_eq!(
        (clock.now(), task.is_finished()),
        (Duration::from_secs(5), false)
    );
    clock.advance(Duration::from_secs(2)).await;
    assert_eq!(task.await.unwrap(), Duration::from_secs(7));
    assert_eq!(
        clock.slept(),
        [Duration::from_secs(3), Duration::from_secs(4)]
    );
}

#[tokio::test]
async fn waits_at_once_end_in_the_order_of_their_ends() {
    let clock = FakeClock::new();
    let wait = |seconds| {
        let clock = clock.clone();
        tokio::spawn(async move { clock.sleep(Duration::from_secs(seconds)).await })
    };
    // Nobody polls this one: it holds up nobody.
    let mut unpolled = Box::pin(clock.sleep(Duration::from_secs(1)));
    std::future::poll_fn(|cx| Poll::Ready(unpolled.as_mut().poll(cx).is_pending())).await;
    let all = [wait(3), wait(2)];
    for task in all {
        task.await.unwrap();
    }
    let seconds: Vec<_> = clock.slept().iter().map(Duration::as_secs).collect();
    assert_eq!(seconds, [1, 2, 3]);
    unpolled.await;
}

#[test]
fn chance_is_the_same_for_the_same_seed() {
    let draw = |seed| {
        let random = SeededRandom::new(seed);
        (random.float(), random.uuid())
    };
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
    let (float, uuid) = draw(3);
    assert!((0.0..1.0).contains(&float));
    assert_eq!((uuid.len(), &uuid[14..15]), (36, "4"));
}

/// SEAM-1.
#[tokio::test]
async fn transport_clock_chance_and_environment_can_be_replaced() {
    static READ: Service = Service {
        env: Some("TEST"),
        ..Service::new("test", "1.0.0", "http://localhost")
    };
    static KEYED: Operation = Operation {
        idempotency_key: Some("idempotency-key"),
        ..Operation::new("keyed", "POST", "/keyed")
    };
    let clock = FakeClock::new();
    let busy = Reply::status(503).header("retry-after", "Thu, 01 Jan 2026 00:00:07 GMT");
    let transport = MemoryTransport::new([busy, Reply::status(204)]);
    let builder = ClientBuilder::new(&READ)
        .transport(transport.clone())
        .clock(clock.clone())
        .random(SeededRandom::new(7))
        .environment(|name| (name == "TEST_BASE_URL").then(|| "https://elsewhere/v1".to_owned()));
    let client = builder.into_client().0;
    Draft::new(&client, &KEYED).call(nothing).await.unwrap();
    let requests = transport.requests();
    assert_eq!(requests[0].url, "https://elsewhere/v1/keyed");
    assert_eq!(clock.slept(), [Duration::from_secs(7)]);
    let key = SeededRandom::new(7).uuid();
    for request in &requests {
        assert_eq!(request.header("idempotency-key"), Some(&*key));
    }
}

/// A transport that never answers, and counts the requests that it still holds.
#[derive(Clone, Default)]
struct Held(Arc<()>);

impl Transport for Held {
    fn send(&self, _: HttpRequest) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        let held = Arc::clone(&self.0);
        Box::pin(async move {
            let _held = held;
            std::future::pending().await
        })
    }
}

/// CANCEL-4: neither the request nor a timer outlives the call.
#[tokio::test]
async fn nothing_of_a_dropped_call_stays_behind() {
    let (clock, transport) = (FakeClock::manual(), Held::default());
    let builder = ClientBuilder::new(&SERVICE)
        .transport(transport.clone())
        .clock(clock.clone())
        .environment(|_| None);
    let client = builder.into_client().0;
    // Two are the test's and the client's.
    assert_eq!(Arc::strong_count(&transport.0), 2);
    let mut call = Box::pin(Draft::new(&client, &GET_THING).call(nothing).send());
    std::future::poll_fn(|cx| Poll::Ready(call.as_mut().poll(cx).is_pending())).await;
    assert_eq!((Arc::strong_count(&transport.0), clock.waits()), (3, 2));
    drop(call);
    assert_eq!((Arc::strong_count(&transport.0), clock.waits()), (2, 0));
}
