//! Whatever bytes come as an answer, a call ends with a value or an error, and the status is
//! not lost (ERR-1). Each answer is made from its number, so a failure can be played again.

use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use heddle_runtime_tests::runtime::{
    Base64, BoxFuture, Client, ClientBuilder, Clock, Date, DateTime, Decimal, Decode, Draft, Error,
    Hex, HttpRequest, HttpResponse, IsoDuration, Json, Mismatch, Nullable, Operation, Page,
    PageSource, PageStyle, PageTurn, Quoted, Seconds, Service, StreamStyle, Time, Transport,
    TransportFailure, UnixMillis, UnixSeconds, Url, Uuid, json, text,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

static SERVICE: Service = Service {
    message: &["message", "error.message"],
    code: &["code"],
    ..Service::new("test", "1.0.0", "http://localhost")
};

/// Xorshift: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn new(number: u64) -> Self {
        let mut chance = Self(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            chance.next(1);
        }
        chance
    }

    /// Below `end`.
    fn next(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let wide = u128::from(self.0) * u128::try_from(end).unwrap();
        usize::try_from(wide >> 64).unwrap()
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.next(all.len())]
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.next(most);
        (0..length).map(|_| self.byte()).collect()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.next(256)).unwrap()
    }

    /// A text of the kind, with some bytes changed, taken away or doubled.
    fn spoiled(&mut self, kinds: &[&str]) -> Vec<u8> {
        let mut bytes = self.of(kinds).as_bytes().to_vec();
        for _ in 0..self.next(4) {
            let at = self.next(bytes.len() + 1);
            match self.next(4) {
                0 => bytes.insert(at, self.byte()),
                1 if at < bytes.len() => drop(bytes.remove(at)),
                2 => {
                    let piece = bytes[at..].to_vec();
                    bytes.extend(piece);
                }
                _ => bytes.insert(
                    at,
                    *self.of(&[b"9", b"\"", b"{", b"\\", b"-"]).first().unwrap(),
                ),
            }
        }
        bytes
    }
}

const BODIES: &[&str] = &[
    r#"{"data":[1,2,{"id":"x"}],"more":true,"next":"abc","offset":3,"limit":2,"page":1}"#,
    r#"{"message":"no","code":"gone","error":{"message":"no","code":7}}"#,
    "event: x\nid: 7\nretry: 99999999999999999999\ndata: {\"a\":[1]}\n\ndata: x\r\n\r\n",
    "{\"a\":1}\n{\"a\":2}\n[3]\n",
    r#""2026-01-15T09:30:00.123456789+23:59""#,
    r#""9999-12-31""#,
    r#""P1Y2M3DT4H5M6.789S""#,
    r#""00000000-0000-4000-8000-000000000000""#,
    r#""\ud83d\ude00\ud83d""#,
    "-123456789012345678901234567890.5e-9999999999",
    "1e308",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]",
    "<html><title>Bad gateway</title></html>",
];

const HEADERS: &[(&str, &[&str])] = &[
    (
        "content-type",
        &[
            "application/json",
            "text/event-stream",
            "application/x+json; a=\"b",
            ";;;",
        ],
    ),
    (
        "retry-after",
        &[
            "0",
            "1e999",
            "18446744073709549568",
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sun, 99 Nov 9223372036854775807 99999999999999999999:18446744073709551615:61 GMT",
            "Sunday, 06-Nov-94 18446744073709551615:49:37 GMT",
            "Sun Nov  6 08:49:37 9223372036854775807",
        ],
    ),
    ("retry-after-ms", &["1.5", "99999999999999999999999", "."]),
    ("date", &["Sun, 06 Nov 1994 08:49:37 GMT", "x"]),
    (
        "link",
        &[
            "<http://localhost/things?x=1>; rel=\"next\"",
            "<>;;rel=next",
            "<a>; rel=\"\\",
        ],
    ),
    (
        "location",
        &["/other", "http://[", "//localhost:99999", "javascript:x"],
    ),
    ("x-request-id", &["req_1", "\u{e9}"]),
];

/// Answers as the number says, and keeps the last status.
#[derive(Clone)]
struct Noise {
    chance: Arc<Mutex<Chance>>,
    status: Arc<Mutex<StatusCode>>,
}

impl Transport for Noise {
    fn send(&self, _: HttpRequest) -> BoxFuture<'static, Result<HttpResponse, TransportFailure>> {
        let mut chance = self.chance.lock().unwrap();
        let statuses: &[&u16] = &[&200, &200, &200, &204, &301, &404, &429, &503, &999];
        let status = StatusCode::from_u16(*chance.of(statuses)).unwrap();
        *self.status.lock().unwrap() = status;
        let mut headers = HeaderMap::new();
        for (name, values) in HEADERS {
            if chance.next(2) == 0 {
                let value = chance.spoiled(values);
                let value = HeaderValue::from_bytes(&value).unwrap_or(HeaderValue::from_static(""));
                headers.append(HeaderName::from_static(name), value);
            }
        }
        let body = if chance.next(4) == 0 {
            chance.bytes(200)
        } else {
            chance.spoiled(BODIES)
        };
        let pieces: Vec<_> = body
            .chunks(1 + chance.next(50))
            .map(Bytes::copy_from_slice)
            .collect();
        let body = Box::pin(Pieces(pieces.into_iter()));
        Box::pin(async move { Ok(HttpResponse::new(status, headers, body)) })
    }
}

struct Pieces(std::vec::IntoIter<Bytes>);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportFailure>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

/// No wait takes time.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> Duration {
        Duration::from_secs(1_800_000_000)
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async {})
    }

    fn deadline(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}

#[derive(Debug)]
struct Any;

impl Decode for Any {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        drop(json.to_value());
        Ok(Self)
    }
}

impl Page for Any {
    type Item = ();

    fn into_items(self) -> Vec<()> {
        vec![()]
    }
}

static READ: Operation = Operation::new("read", "GET", "/things");
static WATCH: Operation = Operation {
    stream: Some(StreamStyle::SSE),
    ..READ_AS_BASE
};
static LINES: Operation = Operation {
    stream: Some(StreamStyle::LINES),
    ..READ_AS_BASE
};
const READ_AS_BASE: Operation = Operation::new("read", "GET", "/things");
static PAGES: [Operation; 5] = [
    listed(PageTurn::Offset {
        limit: "limit",
        offset: "offset",
    }),
    listed(PageTurn::Number {
        page: "page",
        size: "limit",
        first: 1,
    }),
    listed(PageTurn::Cursor {
        cursor: "cursor",
        next: PageSource::Body("next"),
    }),
    listed(PageTurn::Link(PageSource::Header("link"))),
    listed(PageTurn::LastId {
        cursor: "after",
        id: "id",
        limit: Some("limit"),
    }),
];

const fn listed(turn: PageTurn) -> Operation {
    Operation {
        page: Some(PageStyle::new("data", turn)),
        ..READ_AS_BASE
    }
}

impl Noise {
    fn client(number: u64) -> (Self, Client) {
        let noise = Self {
            chance: Arc::new(Mutex::new(Chance::new(number))),
            status: Arc::default(),
        };
        let builder = ClientBuilder::new(&SERVICE)
            .transport(noise.clone())
            .clock(Still);
        let (client, problem) = builder.environment(|_| None).into_client();
        assert!(problem.is_none());
        (noise, client)
    }

    fn look<T>(&self, number: u64, result: &Result<T, Error>) {
        let Err(error) = result else { return };
        let status = *self.status.lock().unwrap();
        assert_eq!(error.status(), Some(status), "answer {number}: {error}");
        assert!(
            !format!("{error} {error:?}").contains('\n'),
            "answer {number}"
        );
    }

    async fn read<T: Decode + Debug + 'static>(number: u64) {
        let (noise, client) = Self::client(number);
        noise.look(
            number,
            &Draft::new(&client, &READ).call::<T>(json).send().await,
        );
    }

    async fn drain<S: Stream<Item = Result<T, Error>> + Unpin, T>(&self, number: u64, mut all: S) {
        for _ in 0..20 {
            let Some(result) = poll_fn(|cx| Pin::new(&mut all).poll_next(cx)).await else {
                return;
            };
            self.look(number, &result);
        }
    }
}

async fn play(number: u64) {
    let (noise, client) = Noise::client(number);
    match number % 24 {
        0 => Noise::read::<Vec<i32>>(number).await,
        1 => Noise::read::<DateTime>(number).await,
        2 => Noise::read::<Date>(number).await,
        3 => Noise::read::<Time>(number).await,
        4 => Noise::read::<IsoDuration>(number).await,
        5 => Noise::read::<Seconds>(number).await,
        6 => Noise::read::<UnixSeconds>(number).await,
        7 => Noise::read::<UnixMillis>(number).await,
        8 => Noise::read::<Decimal>(number).await,
        9 => Noise::read::<Quoted<i64>>(number).await,
        10 => Noise::read::<Uuid>(number).await,
        11 => Noise::read::<Url>(number).await,
        12 => Noise::read::<Base64>(number).await,
        13 => Noise::read::<Hex>(number).await,
        14 => Noise::read::<Nullable<f64>>(number).await,
        15 => Noise::read::<String>(number).await,
        16 => noise.look(number, &Draft::new(&client, &READ).call(text).send().await),
        17 | 18 => {
            let operation = if number % 2 == 0 { &WATCH } else { &LINES };
            let call = Draft::new(&client, operation).stream_call::<Any, Any>(json);
            match call.stream().await {
                Ok(stream) => noise.drain(number, stream).await,
                Err(error) => noise.look::<()>(number, &Err(error)),
            }
        }
        style => {
            let operation = &PAGES[usize::try_from(style).unwrap() % PAGES.len()];
            let pages = Draft::new(&client, operation)
                .page_call::<Any>(json)
                .pages();
            noise.drain(number, pages).await;
        }
    }
}

#[tokio::test]
async fn nothing_that_comes_stops_a_client() {
    for number in 0..10_000 {
        play(number).await;
    }
}
