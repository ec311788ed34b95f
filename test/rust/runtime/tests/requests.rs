//! What of a call's arguments goes out (1.9, 1.10, HDR-1, HDR-2).

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::sync::{Arc, Mutex};

use heddle_runtime_tests::runtime::{
    Base64, BoxFuture, Client, ClientBuilder, Defaulted, Draft, Error, FailureKind, HttpRequest,
    HttpResponse, Nullable, Operation, QueryStyle, Service, Transport, TransportFailure, nothing,
};

static SERVICE: Service = Service::new("test", "1.0.0", "https://api.example.com");
static OPERATION: Operation = Operation::new("things.send", "POST", "/things");

/// Keeps the request and gives no answer.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Option<HttpRequest>>>);

impl Transport for Kept {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        *self.0.lock().expect("one thread") = Some(request);
        Box::pin(async {
            Err(TransportFailure {
                kind: FailureKind::Final,
                source: "not in tests".into(),
            })
        })
    }
}

async fn sent(fill: impl FnOnce(&mut Draft)) -> Result<HttpRequest, Error> {
    let kept = Kept::default();
    let (client, problem): (Client, _) = ClientBuilder::new(&SERVICE)
        .transport(kept.clone())
        .into_client();
    assert!(problem.is_none());
    let mut draft = Draft::new(&client, &OPERATION);
    fill(&mut draft);
    let error = draft.call(nothing).send().await.expect_err("no answer");
    let request = kept.0.lock().expect("one thread").take();
    request.ok_or(error)
}

async fn query(fill: impl FnOnce(&mut Draft)) -> String {
    let request = sent(fill).await.expect("a request");
    let (_, query) = request.url.split_once('?').unwrap_or_default();
    query.to_owned()
}

async fn body(fill: impl FnOnce(&mut Draft)) -> (String, String) {
    let request = sent(fill).await.expect("a request");
    let media = request.headers["content-type"].to_str().expect("a text");
    let mut pieces = request.body.unwrap_or_default().into_stream();
    let mut bytes = Vec::new();
    while let Some(piece) = poll_fn(|cx| pieces.as_mut().poll_next(cx)).await {
        bytes.extend_from_slice(&piece.expect("bytes"));
    }
    let text = String::from_utf8(bytes).expect("a text");
    (media.to_owned(), text)
}

fn map<T>(members: impl IntoIterator<Item = (&'static str, T)>) -> BTreeMap<String, T> {
    let members = members.into_iter();
    members
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|&item| item.to_owned()).collect()
}

#[tokio::test]
async fn lists_are_written_in_their_style() {
    let styles = [
        (QueryStyle::Repeat, "a=1&a=2%2C3"),
        (QueryStyle::Comma, "a=1,2%2C3"),
        (QueryStyle::Pipe, "a=1%7C2%2C3"),
        (QueryStyle::Space, "a=1%202%2C3"),
        (QueryStyle::Brackets, "a[]=1&a[]=2%2C3"),
        (QueryStyle::Indices, "a[0]=1&a[1]=2%2C3"),
        (QueryStyle::Json, "a=%5B%221%22%2C%222%2C3%22%5D"),
    ];
    for (style, expected) in styles {
        let items = texts(&["1", "2,3"]);
        assert_eq!(
            query(|draft| draft.query_as(style, "a", &items)).await,
            expected
        );
        if style != QueryStyle::Json {
            let empty = texts(&[]);
            assert_eq!(query(|draft| draft.query_as(style, "a", &empty)).await, "");
        }
    }
}

#[tokio::test]
async fn objects_are_deep_or_json() {
    let value = map([("b", map([("c d", 1)]))]);
    assert_eq!(
        query(|draft| draft.query("a", &value)).await,
        "a[b][c%20d]=1"
    );
    let json = query(|draft| draft.query_as(QueryStyle::Json, "a", &value)).await;
    assert_eq!(json, "a=%7B%22b%22%3A%7B%22c%20d%22%3A1%7D%7D");
}

#[tokio::test]
async fn null_is_left_out_unless_it_is_to_be_empty() {
    let null = Nullable::<String>::Null;
    assert_eq!(query(|draft| draft.query("a", &null)).await, "");
    assert_eq!(query(|draft| draft.query_null("a", &null)).await, "a=");
    let absent = Nullable::<String>::Absent;
    assert_eq!(query(|draft| draft.query_null("a", &absent)).await, "");
}

#[tokio::test]
async fn a_default_is_sent_where_the_schema_says_so() {
    let absent: Option<i32> = None;
    assert_eq!(
        query(|draft| draft.query("a", &Defaulted::new(&absent, "5"))).await,
        "a=5"
    );
    assert_eq!(
        query(|draft| draft.query("a", &Defaulted::new(&Some(6), "5"))).await,
        "a=6"
    );
}

#[tokio::test]
async fn bytes_are_base64_for_urls_in_a_query() {
    let bytes = Base64::from(vec![0xfb, 0xff]);
    assert_eq!(query(|draft| draft.query("a", &bytes)).await, "a=-_8");
}

#[tokio::test]
async fn headers_join_lists_and_refuse_what_no_header_has() {
    let request = sent(|draft| {
        draft.header("X-Items", &texts(&["a", "b,c"]));
        draft.header("X-None", &None::<String>);
        draft.secret_header("X-Secret", "s");
        draft.cookie("sid", "a b;c");
        draft.cookie("lang", "de");
    });
    let headers = request.await.expect("a request").headers;
    assert_eq!(headers["x-items"], "a,\"b,c\"");
    assert!(!headers.contains_key("x-none"));
    assert!(headers["x-secret"].is_sensitive());
    assert_eq!(headers["cookie"], "sid=a%20b%3Bc; lang=de");
    for text in ["a\r\nX-Evil: 1", "a\0", "ü"] {
        let refused = sent(|draft| draft.header("X-Text", text)).await;
        assert!(matches!(refused, Err(Error::InvalidRequest(_))), "{text}");
    }
}

#[tokio::test]
async fn forms_have_brackets_and_plus_signs() {
    let value = map([("a b", vec![map([("c", "d&e f".to_owned())])])]);
    let (media, text) = body(|draft| draft.form(&value)).await;
    assert_eq!(media, "application/x-www-form-urlencoded");
    assert_eq!(text, "a+b[0][c]=d%26e+f");
}

#[tokio::test]
async fn texts_and_bytes_go_out_as_they_are() {
    let (media, text) = body(|draft| draft.text("ü")).await;
    assert_eq!((&*media, &*text), ("text/plain;charset=utf-8", "ü"));
    let (media, text) = body(|draft| {
        draft.bytes("123");
        draft.media("image/jpeg");
    })
    .await;
    assert_eq!((&*media, &*text), ("image/jpeg", "123"));
}

#[tokio::test]
async fn parts_are_files_texts_and_json() {
    let files = map([("fi\"le", vec![Base64::from("1"), Base64::from("2")])]);
    let (media, text) = body(|draft| draft.multipart(&files)).await;
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .expect("a boundary");
    assert_eq!(boundary.len(), 64);
    let file = |content: &str| {
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"fi%22le\"; \
             filename=\"fi%22le\"\r\nContent-Type: application/octet-stream\r\n\r\n{content}\r\n"
        )
    };
    assert_eq!(
        text,
        format!("{}{}--{boundary}--\r\n", file("1"), file("2"))
    );

    let objects = map([("o", Some(map([("x", 1)]))), ("p", None)]);
    let (_, text) = body(|draft| draft.multipart(&objects)).await;
    assert!(text.contains("name=\"o\"\r\nContent-Type: application/json\r\n\r\n{\"x\":1}\r\n"));
    assert!(!text.contains("name=\"p\""));

    let scalars = map([("n", 5)]);
    let (_, text) = body(|draft| draft.multipart(&scalars)).await;
    assert!(text.contains("name=\"n\"\r\n\r\n5\r\n"));
}
