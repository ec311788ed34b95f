//! No credential in anything that is printed, logged or told (1.15).

mod support;

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use heddle_runtime_tests::runtime::{
    AuthRequirement, ClientBuilder, ClientOptions, Credential, Draft, Error, LogLevel, Operation,
    Scheme, SchemePlace, Service, Token, nothing, text,
};
use support::{Reply, Script, status};

const KEY: &str = "SENTINEL-SECRET";

static BEARER: Scheme = scheme("api_key", SchemePlace::Bearer);
static HEADER: Scheme = scheme("header_key", SchemePlace::Header("x-auth"));
static QUERY: Scheme = scheme("query_key", SchemePlace::Query("sid"));
static COOKIE: Scheme = scheme("session", SchemePlace::Cookie("sid"));
static BASIC: Scheme = scheme("login", SchemePlace::Basic);
const ALL: AuthRequirement = &[&[&BEARER, &HEADER, &QUERY, &COOKIE]];

const fn scheme(credential: &'static str, place: SchemePlace) -> Scheme {
    Scheme { credential, place }
}

static SECURED: Service = Service {
    schemes: &[&BEARER, &HEADER, &QUERY, &COOKIE, &BASIC],
    auth: ALL,
    message: &["message"],
    secrets: &["pin"],
    ..Service::new("secured", "1.0.0", "http://localhost")
};
static POST_DOOR: Operation = Operation::new("post_door", "POST", "/doors/{pin}");
static BASIC_DOOR: Operation = Operation {
    auth: Some(&[&[&BASIC]]),
    ..Operation::new("basic_door", "GET", "/basic")
};

fn builder(script: &Script) -> ClientBuilder {
    let key = || Credential::from(KEY);
    script
        .builder_of(&SECURED)
        .credential("api_key", key())
        .credential("header_key", key())
        .credential("query_key", key())
        .credential("session", key())
        .credential("login", Credential::basic("me", KEY))
        .header("x-api-key", KEY)
}

fn draft(client: &heddle_runtime_tests::runtime::Client) -> Draft {
    let mut draft = Draft::new(client, &POST_DOOR);
    draft.path("pin", "4711");
    draft.query("plain", "shown");
    draft.query("pin", "4711");
    draft.json(&std::collections::BTreeMap::from([
        ("name".to_owned(), "shown".to_owned()),
        ("pin".to_owned(), "4711".to_owned()),
    ]));
    draft
}

/// Everything that a program can print.
#[derive(Clone, Default)]
struct Printed(Arc<Mutex<Vec<String>>>);

impl Printed {
    fn add(&self, value: &impl Debug) {
        self.0.lock().unwrap().push(format!("{value:?} {value:#?}"));
    }

    fn error(&self, error: &Error) {
        self.add(error);
        self.0.lock().unwrap().push(error.to_string());
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            self.0.lock().unwrap().push(format!("{cause} {cause:?}"));
            source = cause.source();
        }
        if let Error::Api { details, .. } = error {
            self.0.lock().unwrap().push(details.to_curl());
        }
    }

    /// All of it, once none of it holds a secret.
    fn checked(&self) -> String {
        let all = self.0.lock().unwrap().join("\n");
        for secret in [KEY, "4711", "bWU6U0VOVElORUw"] {
            assert!(!all.contains(secret), "{secret} is in {all}");
        }
        all
    }
}

#[tokio::test]
async fn clients_options_calls_and_events_print_no_credential() {
    let body = r#"{"message": "the key SENTINEL-SECRET is refused", "pin": "4711"}"#;
    let headers = vec![("content-type", "application/json"), ("set-cookie", KEY)];
    let refusal: Reply = (403, headers, body);
    let script = Script::new([refusal.clone(), refusal]);
    let printed = Printed::default();
    let (events, lines, seen) = (printed.clone(), printed.clone(), printed.clone());
    let builder = builder(&script)
        .observer(move |event| events.add(event))
        .logger(move |_, line| lines.0.lock().unwrap().push(line.to_owned()))
        .log_level(LogLevel::Debug)
        .middleware(move |request, next| {
            seen.add(&(&request, &next));
            next.context().log(LogLevel::Info, &format!("with {KEY}"));
            let seen = seen.clone();
            async move {
                let response = next.run(request).await;
                seen.add(&response);
                response
            }
        });
    printed.add(&builder);
    let options = ClientOptions::new()
        .header("authorization", KEY)
        .credential("api_key", KEY);
    printed.add(&options);
    let client = builder.into_client().0.with_options(options);
    printed.add(&client);
    printed.add(&(
        Credential::from(KEY),
        Token::new(KEY),
        Credential::basic("me", KEY),
    ));
    let call = draft(&client)
        .call(text)
        .header("x-session", KEY)
        .extra_query("token", KEY);
    printed.add(&call);
    printed.add(&call.to_curl());
    printed.error(&call.await.unwrap_err());
    let basic = Draft::new(&client, &BASIC_DOOR).call(nothing);
    printed.add(&basic.to_curl());
    printed.error(&basic.await.unwrap_err());
    let all = printed.checked();
    for shown in [
        "the key *** is refused",
        "authorization: ***",
        "plain=shown",
        "with ***",
    ] {
        assert!(all.contains(shown), "{shown} is not in {all}");
    }
}

#[tokio::test]
async fn answers_print_only_headers_that_are_known_to_be_harmless() {
    let headers = vec![("x-api-key", KEY), ("etag", "shown")];
    let script = Script::new([(204, headers, "")]);
    let client = builder(&script).into_client().0;
    let raw = draft(&client).call(nothing).send_raw().await.unwrap();
    let printed = Printed::default();
    printed.add(&raw);
    assert!(printed.checked().contains("shown"));
}

#[tokio::test]
async fn errors_of_middleware_that_say_a_credential_lose_their_source() {
    let script = Script::new([]);
    let client = builder(&script).middleware(|_, _| async { Err(format!("no {KEY}").into()) });
    let client = client.into_client().0;
    let error = draft(&client).call(nothing).await.unwrap_err();
    let printed = Printed::default();
    printed.error(&error);
    assert!(printed.checked().contains("Middleware: no ***"));
    assert!(std::error::Error::source(&error).is_none());
}

#[tokio::test]
async fn tokens_are_hidden_though_they_were_asked_for_while_calling() {
    let script = Script::new([(403, Vec::new(), "the token SENTINEL-SECRET is old")]);
    let provider = Credential::provider(|| async { Ok::<_, String>(Token::new(KEY)) });
    let client = builder(&script)
        .credential("api_key", provider)
        .into_client()
        .0;
    let printed = Printed::default();
    let call = draft(&client).call(nothing);
    printed.add(&call.to_curl());
    assert!(script.urls().is_empty());
    printed.error(&call.await.unwrap_err());
    assert!(printed.checked().contains("the token *** is old"));
}

#[tokio::test]
async fn a_command_is_what_is_sent_but_for_secrets() {
    let script = Script::new([status(204)]);
    let client = builder(&script).into_client().0;
    let call = draft(&client).call(nothing).header("x-note", "it's");
    let agent = format!(
        "secured-rust/1.0.0 ({}; {}; ",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let command = call.to_curl().unwrap();
    let start = "curl -X POST 'http://localhost/doors/***?plain=shown&pin=***&sid=***' ";
    assert!(command.starts_with(start), "{command}");
    for part in [
        "-H 'authorization: ***'",
        "-H 'x-auth: ***'",
        "-H 'cookie: ***'",
        "-H 'content-type: application/json'",
        &format!("-H 'user-agent: {agent}"),
        r"-H 'x-note: it'\''s'",
    ] {
        assert!(command.contains(part), "{part} is not in {command}");
    }
    let end = r#" --data-raw '{"name":"shown","pin":"***"}'"#;
    assert!(command.ends_with(end), "{command}");
    call.await.unwrap();
    assert_eq!(
        script.urls(),
        ["http://localhost/doors/4711?plain=shown&pin=4711&sid=SENTINEL-SECRET"]
    );
}

#[tokio::test]
async fn secret_members_are_hidden_whatever_their_values_are() {
    let bodies = [
        (
            r#"{"pin":"a\"b","name":"shown"}"#,
            r#"{"pin":"***","name":"shown"}"#,
        ),
        (
            r#"{"pin": {"a": [1, "}"]}, "b": 2}"#,
            r#"{"pin": "***", "b": 2}"#,
        ),
        (
            r#"[{"pin":12},{"pin" : null}]"#,
            r#"[{"pin":"***"},{"pin" : "***"}]"#,
        ),
        (r#"{"name":"pin","pins":1}"#, r#"{"name":"pin","pins":1}"#),
        (r#"{"pin":"cut"#, r#"{"pin":"***""#),
        ("a=b&pin=1&deep%5Bpin%5D=2", "a=b&pin=***&deep%5Bpin%5D=***"),
    ];
    for (body, shown) in bodies {
        let script = Script::new([(200, vec![("content-type", "text/plain")], body)]);
        let lines = Printed::default();
        let log = lines.clone();
        let client = builder(&script)
            .logger(move |_, line| log.0.lock().unwrap().push(line.to_owned()))
            .log_level(LogLevel::Debug);
        let client = client.into_client().0;
        Draft::new(&client, &BASIC_DOOR).call(text).await.unwrap();
        let all = lines.0.lock().unwrap().join("\n");
        assert!(
            all.contains(&format!("response 200 content-type: text/plain {shown}")),
            "{all}"
        );
    }
}
