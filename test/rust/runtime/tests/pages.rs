//! How lists go on (1.8).

mod support;

use heddle_runtime_tests::runtime::{
    Decode, Draft, Json, Mismatch, Operation, Page, PageSource, PageStyle, PageTurn, json,
};
use support::{Reply, Script, all};

struct Numbers(Vec<i64>);

impl Decode for Numbers {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        json.at("data").map_or_else(
            || Err(Mismatch::new("data", "none")),
            |data| Decode::decode(data).map(Self),
        )
    }
}

impl Page for Numbers {
    type Item = i64;

    fn into_items(self) -> Vec<i64> {
        self.0
    }
}

const fn list(style: PageStyle) -> Operation {
    Operation {
        page: Some(style),
        ..Operation::new("list", "GET", "/things")
    }
}

/// The items, the last error, and what was asked for.
async fn walked(
    operation: &'static Operation,
    query: &[(&str, i64)],
    replies: Vec<Reply>,
) -> (Vec<i64>, String, Vec<String>) {
    let script = Script::new(replies);
    let mut draft = Draft::new(&script.client(), operation);
    for (name, value) in query {
        draft.query(name, value);
    }
    let results = all(draft.page_call::<Numbers>(json).items()).await;
    let (mut items, mut error) = (Vec::new(), String::new());
    for result in results {
        match result {
            Ok(item) => items.push(item),
            Err(problem) => error = problem.to_string(),
        }
    }
    let urls = script.urls().into_iter();
    let targets = urls.map(|url| url.replace("http://localhost/base/things", ""));
    (items, error, targets.collect())
}

#[tokio::test]
async fn offsets_count_what_came() {
    static LIST: Operation = list(PageStyle {
        more: Some("more"),
        ..PageStyle::new(
            "data",
            PageTurn::Offset {
                limit: "limit",
                offset: "offset",
            },
        )
    });
    let replies = vec![
        support::json(r#"{"data":[1,2],"more":true}"#),
        support::json(r#"{"data":[3],"more":false}"#),
    ];
    let (items, error, targets) = walked(&LIST, &[("limit", 5)], replies).await;
    assert_eq!((items, error), (vec![1, 2, 3], String::new()));
    assert_eq!(targets, ["?limit=5", "?limit=5&offset=2"]);
}

#[tokio::test]
async fn numbers_end_with_a_page_that_is_not_full() {
    static LIST: Operation = list(PageStyle {
        room: Some(2),
        ..PageStyle::new(
            "data",
            PageTurn::Number {
                page: "page",
                size: "size",
                first: 0,
            },
        )
    });
    let replies = vec![
        support::json(r#"{"data":[1,2]}"#),
        support::json(r#"{"data":[3]}"#),
    ];
    let (items, _, targets) = walked(&LIST, &[], replies).await;
    assert_eq!(items, [1, 2, 3]);
    assert_eq!(targets, ["", "?page=1"]);
}

#[tokio::test]
async fn the_same_cursor_twice_is_an_error() {
    static LIST: Operation = list(PageStyle::new(
        "data",
        PageTurn::Cursor {
            cursor: "after",
            next: PageSource::Body("next"),
        },
    ));
    let replies = vec![
        support::json(r#"{"data":[1],"next":"a b"}"#),
        support::json(r#"{"data":[2],"next":"a b"}"#),
    ];
    let (items, error, targets) = walked(&LIST, &[], replies).await;
    assert_eq!(items, [1, 2]);
    assert_eq!(
        error,
        "list: Decode: $.after: expected the next page, found the same page again"
    );
    assert_eq!(targets, ["", "?after=a%20b"]);
}

#[tokio::test]
async fn the_last_id_leads_on() {
    static LIST: Operation = list(PageStyle {
        more: Some("more"),
        ..PageStyle::new(
            "rows",
            PageTurn::LastId {
                cursor: "after",
                id: "id",
                limit: None,
            },
        )
    });
    let replies = vec![
        support::json(r#"{"data":[1],"rows":[{"id":"x"},{"id":7}],"more":true}"#),
        support::json(r#"{"data":[2],"rows":[],"more":true}"#),
    ];
    let (items, _, targets) = walked(&LIST, &[], replies).await;
    assert_eq!(items, [1, 2]);
    assert_eq!(targets, ["", "?after=7"]);
}

static LINKED: Operation = list(PageStyle::new(
    "data",
    PageTurn::Link(PageSource::Header("link")),
));

#[tokio::test]
async fn links_stand_for_path_and_query() {
    let mut first = support::json(r#"{"data":[1]}"#);
    let link = "</x>; rel=prev, </base/things?at=2>; title=\"a, b\"; rel=\"last next\"";
    first.1.push(("link", link));
    let replies = vec![first, support::json(r#"{"data":[2]}"#)];
    let (items, error, targets) = walked(&LINKED, &[("q", 1)], replies).await;
    assert_eq!((items, error), (vec![1, 2], String::new()));
    assert_eq!(targets, ["?q=1", "?at=2"]);
}

#[tokio::test]
async fn links_stay_within_the_origin() {
    let mut first = support::json(r#"{"data":[1]}"#);
    first.1.push(("link", "<https://evil.test/>; rel=next"));
    let (items, error, targets) = walked(&LINKED, &[], vec![first]).await;
    assert_eq!((items, targets.len()), (vec![1], 1));
    assert!(error.contains("a link within http://localhost"), "{error}");
}

static OFFSETS: Operation = list(PageStyle::new(
    "data",
    PageTurn::Offset {
        limit: "limit",
        offset: "offset",
    },
));

#[tokio::test]
async fn pages_end_with_the_last_item_that_is_wanted() {
    let script = Script::new([
        support::json(r#"{"data":[1,2]}"#),
        support::json(r#"{"data":[3,4]}"#),
    ]);
    let draft = Draft::new(&script.client(), &OFFSETS);
    let pages = draft.page_call::<Numbers>(json).pages().max_items(3);
    let pages: Vec<_> = all(pages)
        .await
        .into_iter()
        .map(|page| page.unwrap().0)
        .collect();
    assert_eq!(pages, [[1, 2], [3, 4]]);
    assert_eq!(script.urls().len(), 2);
}

#[tokio::test]
async fn nothing_is_asked_for_where_no_item_is_wanted() {
    let script = Script::new([]);
    let draft = Draft::new(&script.client(), &OFFSETS);
    let pages = draft.page_call::<Numbers>(json).pages().max_items(0);
    assert!(all(pages).await.is_empty());
}
