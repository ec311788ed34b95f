//! Middleware, observers and the log (1.14).

mod support;

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use heddle_runtime_tests::runtime::{
    CallEvent, ClientBuilder, Draft, Error, HttpRequest, HttpResponse, LogLevel, Next, Operation,
    RateLimit, Service, json, nothing,
};
use http::{HeaderValue, StatusCode};
use support::{SERVICE, Script, status};

static GET_THING: Operation = Operation::new("get_thing", "GET", "/things");
static LOGGED: Service = Service {
    env: Some("TEST"),
    ..Service::new("test", "1.0.0", "http://localhost")
};

/// What observers are told, a line each, and lines of the log.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<String>>>);

impl Told {
    fn note(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }

    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    fn observed(&self, builder: ClientBuilder) -> ClientBuilder {
        let told = self.clone();
        builder.observer(move |event: &CallEvent<'_>| {
            told.note(format!("{} {:?}", event.attempt, event.moment));
        })
    }

    fn logged(&self, builder: ClientBuilder) -> ClientBuilder {
        let told = self.clone();
        builder.logger(move |level, line| told.note(format!("{level}: {line}")))
    }
}

#[tokio::test]
async fn the_first_middleware_stands_outermost_and_changes_what_is_sent() {
    let script = Script::new([status(204)]);
    let outer = |mut request: HttpRequest, next: Next| async move {
        let order = format!(
            "outer {} {}",
            next.context().operation,
            next.context().attempt
        );
        request
            .headers
            .insert("x-order", HeaderValue::from_str(&order)?);
        next.run(request).await
    };
    let client = script
        .builder()
        .middleware(outer)
        .middleware(|mut request, next| async move {
            let before = request.headers["x-order"].to_str()?.to_owned();
            let order = HeaderValue::from_str(&format!("{before}, inner"))?;
            request.headers.insert("x-order", order);
            next.run(request).await
        });
    let client = client.into_client().0;
    Draft::new(&client, &GET_THING).call(nothing).await.unwrap();
    assert_eq!(script.headers("x-order"), ["outer get_thing 1, inner"]);
}

#[tokio::test]
async fn middleware_answers_itself_reads_bodies_and_sends_again() {
    let script = Script::new([support::json("1"), support::json("2")]);
    let told = Told::default();
    let reader = told.clone();
    let client = script.builder().middleware(move |request, next| {
        let told = reader.clone();
        async move {
            let mut first = next.run(request.clone()).await?;
            told.note(String::from_utf8_lossy(&first.bytes().await?));
            let mut second = next.run(request).await?;
            told.note(String::from_utf8_lossy(&second.bytes().await?));
            Ok(second)
        }
    });
    let client = client.into_client().0;
    let value: i64 = Draft::new(&client, &GET_THING).call(json).await.unwrap();
    assert_eq!(
        (value, told.lines()),
        (2, vec!["1".to_owned(), "2".to_owned()])
    );

    let alone = Script::new([]);
    let client = alone.builder().middleware(|_, _| async {
        let mut answer = HttpResponse::whole(StatusCode::OK, "3");
        let media = HeaderValue::from_static("application/json");
        answer.headers.insert("content-type", media);
        Ok(answer)
    });
    let client = client.into_client().0;
    let value: i64 = Draft::new(&client, &GET_THING).call(json).await.unwrap();
    assert_eq!((value, alone.urls().len()), (3, 0));
}

#[tokio::test]
async fn an_error_of_a_middleware_is_the_source_and_is_not_repeated() {
    let script = Script::new([]);
    let client = script.builder().middleware(|_, _| async {
        let cause: std::num::ParseIntError = "x".parse::<u8>().unwrap_err();
        Err(cause.into())
    });
    let client = client.into_client().0;
    let error = Draft::new(&client, &GET_THING)
        .call(nothing)
        .await
        .unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert!(source.is::<std::num::ParseIntError>(), "{source:?}");
    assert!(matches!(error, Error::Middleware(ref own) if own.attempts() == 1));
    assert!(!error.is_retryable());
    assert!(script.slept().is_empty());
}

#[tokio::test]
async fn observers_are_told_in_order_and_change_nothing_when_they_panic() {
    let script = Script::new([status(503), status(204)]);
    let told = Told::default();
    let builder = script
        .builder()
        .observer(|_| std::panic::resume_unwind(Box::new(())));
    let client = told.observed(builder).into_client().0;
    Draft::new(&client, &GET_THING).call(nothing).await.unwrap();
    let lines = told.lines();
    let moments: Vec<_> = lines
        .iter()
        .map(|line| line.split('(').next().unwrap())
        .collect();
    let expected = [
        "0 CallStart",
        "1 AttemptStart",
        "1 AttemptEnd",
        "1 Retry",
        "2 AttemptStart",
        "2 AttemptEnd",
        "2 CallEnd",
    ];
    assert_eq!(moments, expected);
    assert_eq!(lines.last().unwrap(), "2 CallEnd(Answered(204))");
}

#[tokio::test]
async fn a_dropped_call_ends_for_observers_too() {
    let script = Script::new([]);
    let told = Told::default();
    let waiting = script.builder().middleware(|_, _| std::future::pending());
    let client = told.observed(waiting).into_client().0;
    {
        let mut call = pin!(Draft::new(&client, &GET_THING).call(nothing).send());
        let first = std::future::poll_fn(|cx| std::task::Poll::Ready(call.as_mut().poll(cx))).await;
        assert!(first.is_pending());
    }
    let expected = [
        "0 CallStart",
        "1 AttemptStart",
        "1 AttemptEnd(Dropped)",
        "1 CallEnd(Dropped)",
    ];
    assert_eq!(told.lines(), expected);
}

#[tokio::test]
async fn waits_for_a_limit_are_told() {
    static LIMITED: Operation = Operation {
        limit: Some(RateLimit {
            name: "one",
            key: &[],
            windows: &[(1, Duration::from_secs(2))],
        }),
        ..Operation::new("limited", "GET", "/limited")
    };
    let script = Script::new([status(204), status(204)]);
    script.pass(Duration::from_secs(1_000));
    let told = Told::default();
    let client = told.observed(script.builder()).into_client().0;
    for _ in 0..2 {
        Draft::new(&client, &LIMITED).call(nothing).await.unwrap();
    }
    let waits = told
        .lines()
        .iter()
        .filter(|line| line.contains("LimitWait(2s)"))
        .count();
    assert_eq!(waits, 1);
}

/// The lines of one call that fails for good, under a level and a variable.
async fn lines(level: Option<LogLevel>, variable: Option<&'static str>) -> Vec<String> {
    let script = Script::new([status(404)]);
    let told = Told::default();
    let builder = script
        .builder_of(&LOGGED)
        .environment(move |name| variable.filter(|_| name == "TEST_LOG").map(str::to_owned));
    let builder = told.logged(builder);
    let builder = match level {
        Some(level) => builder.log_level(level),
        None => builder,
    };
    let client = builder.into_client().0;
    Draft::new(&client, &GET_THING)
        .call(nothing)
        .await
        .unwrap_err();
    told.lines()
}

#[tokio::test]
async fn levels_come_from_the_option_then_the_environment() {
    let line = "info: get_thing: 404 UnexpectedStatus: Not Found; GET http://localhost/things, \
                attempt 1, after 0ns";
    assert_eq!(lines(Some(LogLevel::Info), None).await, [line]);
    assert_eq!(lines(None, Some("info")).await, [line]);
    assert!(lines(None, None).await.is_empty());
    assert!(lines(Some(LogLevel::Error), Some("debug")).await.is_empty());
    assert!(lines(None, Some("off")).await.is_empty());
    let malformed = "warn: TEST_LOG must be off, error, warn, info or debug";
    assert_eq!(lines(None, Some("loud")).await, [malformed]);
    let verbose = lines(Some(LogLevel::Debug), None).await;
    assert!(
        verbose[0].starts_with("debug: get_thing: request accept: "),
        "{verbose:?}"
    );
    assert!(
        verbose[1].starts_with("debug: get_thing: response 404"),
        "{verbose:?}"
    );
}

#[tokio::test]
async fn a_body_is_logged_up_to_one_kibibyte_and_still_read() {
    let long = format!("\"{}\"", "x".repeat(2_000));
    let body: &'static str = Box::leak(long.into_boxed_str());
    let script = Script::new([support::json(body)]);
    let told = Told::default();
    let builder = told
        .logged(script.builder_of(&SERVICE))
        .log_level(LogLevel::Debug);
    let client = builder.into_client().0;
    let value: String = Draft::new(&client, &GET_THING).call(json).await.unwrap();
    assert_eq!(value.len(), 2_000);
    let logged = told.lines().join("\n").matches('x').count();
    assert!((1_000..1_100).contains(&logged), "{logged}");
}
