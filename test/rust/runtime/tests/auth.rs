//! Who a client is (1.2), and what is repeated with the same key (1.4).

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use heddle_runtime_tests::runtime::{
    Call, Client, Credential, Draft, HttpRequest, Operation, Scheme, SchemePlace, Service, Token,
    nothing,
};
use support::{Script, status};

static BEARER: Scheme = Scheme {
    credential: "token",
    place: SchemePlace::Bearer,
};
static BASIC: Scheme = Scheme {
    credential: "login",
    place: SchemePlace::Basic,
};
static CUSTOM: Scheme = Scheme {
    credential: "signer",
    place: SchemePlace::Custom,
};
static GUARDED: Service = Service {
    schemes: &[&BEARER, &BASIC, &CUSTOM],
    auth: &[&[&BEARER], &[&BASIC], &[&CUSTOM]],
    ..Service::new("test", "1.0.0", "https://api.test")
};
static PUT_THING: Operation = Operation::new("put_thing", "PUT", "/thing");
static POST_THING: Operation = Operation {
    idempotency_key: Some("idempotency-key"),
    ..Operation::new("post_thing", "POST", "/thing")
};
static GET_THING: Operation = Operation::new("get_thing", "GET", "/thing");

fn call(client: &Client, operation: &'static Operation) -> Call<()> {
    Draft::new(client, operation).call(nothing)
}

fn with(script: &Script, setting: &'static str, credential: Credential) -> Client {
    let builder = script.builder_of(&GUARDED).credential(setting, credential);
    builder.into_client().0
}

/// A provider of `t1`, `t2`, .., which live for so many seconds.
fn numbered(seconds: u64) -> (Credential, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let credential = Credential::provider(move || {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            let token = Token::new(format!("t{number}"));
            Ok::<_, String>(token.expires_at(UNIX_EPOCH + Duration::from_secs(seconds)))
        }
    });
    (credential, asked)
}

#[tokio::test]
async fn basic_is_encoded() {
    let script = Script::new([status(204)]);
    let client = with(
        &script,
        "login",
        Credential::basic("Aladdin", "open sesame"),
    );
    call(&client, &GET_THING).await.unwrap();
    let sent = script.headers("authorization");
    assert_eq!(sent, ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="]);
}

#[tokio::test]
async fn a_signer_is_called_for_each_attempt() {
    let script = Script::new([status(503), status(204)]);
    let signer = Credential::signer(|mut request: HttpRequest| async move {
        let length = request.url.len();
        request.headers.insert("x-sign", length.into());
        Ok::<_, String>(request)
    });
    call(&with(&script, "signer", signer), &GET_THING)
        .await
        .unwrap();
    assert_eq!(script.headers("x-sign"), ["22", "22"]);
}

#[tokio::test]
async fn a_token_is_kept_until_it_is_about_to_end() {
    let script = Script::new((0..4).map(|_| status(204)));
    let (credential, asked) = numbered(300);
    let client = with(&script, "token", credential);
    for _ in 0..2 {
        call(&client, &GET_THING).await.unwrap();
    }
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    // Between 30 and 120 seconds left: used, and asked for again behind.
    script.pass(Duration::from_secs(200));
    call(&client, &GET_THING).await.unwrap();
    tokio::task::yield_now().await;
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    call(&client, &GET_THING).await.unwrap();
    let sent = script.headers("authorization");
    assert_eq!(sent, ["Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"]);
}

#[tokio::test]
async fn many_calls_ask_once_for_the_next_token() {
    let script = Script::new((0..20).map(|_| status(204)));
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let credential = Credential::provider(move || {
        let is_first = count.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            // What is asked for behind the calls never comes.
            if !is_first {
                std::future::pending::<()>().await;
            }
            Ok::<_, String>(Token::new("t1").expires_at(UNIX_EPOCH + Duration::from_secs(60)))
        }
    });
    let client = with(&script, "token", credential);
    for _ in 0..20 {
        call(&client, &GET_THING).await.unwrap();
        tokio::task::yield_now().await;
    }
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    let script = Script::new([status(401), status(401)]);
    let client = with(&script, "token", numbered(1_000).0);
    let error = call(&client, &POST_THING).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(script.headers("authorization"), ["Bearer t1", "Bearer t2"]);
    assert!(script.slept().is_empty());
}

#[tokio::test]
async fn a_provider_that_fails_is_an_error_of_its_own() {
    let script = Script::default();
    let failing = Credential::provider(|| async { Err::<Token, _>("no vault") });
    let error = call(&with(&script, "token", failing), &GET_THING).await;
    assert_eq!(error.unwrap_err().to_string(), "get_thing: Auth: no vault");
}

#[tokio::test]
async fn all_attempts_have_one_key() {
    let script = Script::new([status(500), status(204), status(204)]);
    let client = script.client();
    call(&client, &POST_THING).await.unwrap();
    call(&client, &POST_THING)
        .idempotency_key("mine")
        .await
        .unwrap();
    let random = "00000000-0000-4000-8000-000000000000";
    assert_eq!(script.headers("idempotency-key"), [random, random, "mine"]);
}

#[tokio::test]
async fn redirects_stay_within_the_origin() {
    let to = |location| (307, vec![("location", location)], "");
    let script = Script::new([to("/other?x=1"), to("https://evil.test/")]);
    let error = call(&script.client(), &GET_THING).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
    assert_eq!(
        script.urls(),
        ["http://localhost/base/thing", "http://localhost/other?x=1"]
    );
    let script = Script::new([to("/other")]);
    let error = call(&script.client(), &PUT_THING).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
}

/// Fails with the words of what went wrong, and that with the token that was refused.
#[derive(Debug)]
struct Nested(std::io::Error);

impl std::fmt::Display for Nested {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no token")
    }
}

impl std::error::Error for Nested {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

fn failing_after(
    first: &'static str,
    fail: impl Fn() -> Nested + Send + Sync + 'static,
) -> Credential {
    let asked = AtomicUsize::new(0);
    Credential::provider(move || {
        let is_first = asked.fetch_add(1, Ordering::SeqCst) == 0;
        let answer = if is_first {
            Ok(Token::new(first))
        } else {
            Err(fail())
        };
        async move { answer }
    })
}

#[tokio::test]
async fn errors_of_providers_do_not_tell_tokens() {
    let script = Script::new([status(401)]);
    let fail = || Nested(std::io::Error::other("tok-SECRET-1 is refused"));
    let client = with(&script, "token", failing_after("tok-SECRET-1", fail));
    let error = call(&client, &GET_THING).await.unwrap_err();
    let mut words = format!("{error} {error:?}");
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        words += &format!("{error} {error:?}");
        cause = error.source();
    }
    assert!(words.contains("Auth: no token"), "{words}");
    assert!(!words.contains("SECRET"), "{words}");
}

#[tokio::test]
async fn short_credentials_do_not_tear_words_apart() {
    let script = Script::new([(404, Vec::new(), "a key `a` is no key of an api")]);
    let client = with(&script, "token", Credential::from("a"));
    let error = call(&client, &GET_THING).await.unwrap_err().to_string();
    assert!(
        error.ends_with("*** key `***` is no key of an api"),
        "{error}"
    );
}
