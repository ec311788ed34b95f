//! Spans and events for `tracing`, with OpenTelemetry's names (HOOK-4).
#![cfg(feature = "tracing")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use heddle_runtime_tests::runtime::{
    Credential, Draft, Operation, Scheme, SchemePlace, Service, nothing,
};
use support::{Script, status};
use tracing::field::{Field, Visit};
use tracing::instrument::WithSubscriber;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static QUERY: Scheme = Scheme {
    credential: "key",
    place: SchemePlace::Query("sid"),
};
static SECURED: Service = Service {
    schemes: &[&QUERY],
    auth: &[&[&QUERY]],
    ..Service::new("test", "1.0.0", "http://localhost:8080/base")
};
static GET_THING: Operation = Operation::new("get_thing", "GET", "/things/{id}");

/// Keeps the fields of one span, and lines of events with whether they lie in it.
#[derive(Clone, Default)]
struct Keeper(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    span: BTreeMap<String, String>,
    entered: bool,
    events: Vec<(bool, String)>,
}

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let text = format!("{value:?}");
        self.0
            .insert(field.name().to_owned(), text.trim_matches('"').to_owned());
    }
}

impl Subscriber for Keeper {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().contains("runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Fields(&mut self.0.lock().unwrap().span));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().unwrap().span));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Fields(&mut fields));
        let line = format!("{}: {}", event.metadata().level(), fields["message"]);
        let mut kept = self.0.lock().unwrap();
        let entered = kept.entered;
        kept.events.push((entered, line));
    }

    fn enter(&self, _: &Id) {
        self.0.lock().unwrap().entered = true;
    }

    fn exit(&self, _: &Id) {
        self.0.lock().unwrap().entered = false;
    }
}

async fn called(script: &Script) -> Keeper {
    let key = Credential::from("SENTINEL-SECRET");
    let builder = script.builder_of(&SECURED).credential("key", key);
    let keeper = Keeper::default();
    let work = async {
        let client = builder.into_client().0;
        let mut draft = Draft::new(&client, &GET_THING);
        draft.path("id", "a b");
        // What it comes to is in the span.
        let _ = draft.call(nothing).await;
    };
    work.with_subscriber(keeper.clone()).await;
    keeper
}

#[tokio::test]
async fn a_call_is_a_span_with_the_names_of_the_semantic_conventions() {
    let script = Script::new([status(503), status(404)]);
    let keeper = called(&script).await;
    let kept = keeper.0.lock().unwrap();
    let expected = [
        ("error.type", "404"),
        ("http.request.method", "GET"),
        ("http.request.resend_count", "1"),
        ("http.response.status_code", "404"),
        ("otel.kind", "client"),
        ("otel.name", "GET /things/{id}"),
        ("otel.status_code", "ERROR"),
        ("server.address", "localhost"),
        ("server.port", "8080"),
        (
            "url.full",
            "http://localhost:8080/base/things/a%20b?sid=***",
        ),
        ("url.template", "/things/{id}"),
    ];
    let span: Vec<_> = kept
        .span
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    assert_eq!(span, expected);
}

#[tokio::test]
async fn lines_of_the_log_are_events_in_the_span() {
    let script = Script::new([status(204)]);
    let keeper = called(&script).await;
    let kept = keeper.0.lock().unwrap();
    assert!(!kept.span.contains_key("error.type"));
    assert!(
        kept.events
            .iter()
            .any(|(_, line)| line.starts_with("INFO: get_thing: 204; GET "))
    );
    assert!(
        kept.events
            .iter()
            .any(|(_, line)| line.starts_with("DEBUG: get_thing: request "))
    );
    assert!(
        kept.events.iter().all(|(is_inside, _)| *is_inside),
        "{:?}",
        kept.events
    );
    assert!(!format!("{:?}", kept.events).contains("SENTINEL"));
}
