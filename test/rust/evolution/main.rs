//! A program of the first version: it matches, constructs and updates whatever the schema has.

use futures::TryStreamExt;
use shelves::api::books::{AddBookError, ChangeBookError, CountBooksError, ListBooksOptions};
use shelves::models::{
    Book, BookEvent, BookPatch, Format, Grade, Interest, Mood, NewBook, Page, Watch, mood,
};
use shelves::{Error, ErrorKind, ShelvesClient};

fn new_book() -> NewBook {
    let mut book = NewBook::new("Emma");
    book.format = Some(Format::Hardcover);
    book.grade = Some(Grade::Good);
    book.mood = Some(mood::CALM.to_string());
    book
}

fn patch() -> BookPatch {
    let mut patch = BookPatch::default();
    patch.title = Some("Persuasion".to_string());
    patch
}

fn interest(book_id: Option<&str>) -> Interest {
    match book_id {
        Some(book_id) => Interest::One {
            book_id: book_id.to_string(),
        },
        None => Interest::All { limit: Some(2) },
    }
}

fn binding(format: &Format) -> &str {
    match format {
        Format::Paperback => "paper",
        Format::Hardcover => "cloth",
        Format::Unknown(other) => other,
        _ => "later",
    }
}

/// A closed enum: no other arm.
fn stars(grade: &Grade) -> u8 {
    match grade {
        Grade::Good => 5,
        Grade::Bad => 1,
    }
}

/// A closed union: no other arm.
fn wishes(interest: &Interest) -> String {
    match interest {
        Interest::All { limit } => format!("{limit:?}"),
        Interest::One { book_id } => book_id.clone(),
    }
}

fn mood_of(mood: &Mood) -> bool {
    matches!(mood.as_str(), mood::CALM | mood::TENSE)
}

fn heading(Book { id, title, .. }: &Book) -> String {
    format!("{id}: {title}")
}

fn told(event: BookEvent) -> String {
    match event {
        BookEvent::Arrived { book, .. } => heading(&book),
        BookEvent::Sold { book_id, .. } => book_id,
        BookEvent::Unknown(other) => format!("{other:?}"),
        _ => "later".to_string(),
    }
}

fn excuse(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "gone",
        ErrorKind::Conflict => "there",
        ErrorKind::Timeout | ErrorKind::Transport => "unreached",
        _ => "else",
    }
}

async fn add(client: &ShelvesClient) -> Result<Book, AddBookError> {
    let book = client.books().add_book(new_book()).await?;
    Ok(client
        .books()
        .add_book(NewBook::new(book.title))
        .send()
        .await?)
}

async fn change(client: &ShelvesClient) -> Result<String, Error> {
    let changed = client
        .books()
        .change_book("bk_1")
        .with_title("Emma")
        .with_format(Format::Paperback)
        .await;
    match changed.map_err(ChangeBookError::from) {
        Ok(book) => Ok(heading(&book)),
        Err(ChangeBookError::NotFound(error)) => Ok(error.status.to_string()),
        Err(ChangeBookError::Other(error)) => Err(error),
        Err(_) => Ok("later".to_string()),
    }
}

/// A closed list of errors: no other arm.
async fn count(client: &ShelvesClient) -> Result<i64, Error> {
    match client
        .books()
        .count_books()
        .await
        .map_err(CountBooksError::from)
    {
        Ok(count) => Ok(count),
        Err(CountBooksError::Conflict(_)) => Ok(0),
        Err(CountBooksError::Other(error)) => Err(error),
    }
}

async fn read(client: &ShelvesClient) -> Result<(), Error> {
    let mut options = ListBooksOptions::default();
    options.limit = Some(2);
    let page: Page<Book> = client.books().fetch_books(Some(options)).await?;
    let Page { items, .. } = page;
    let all: Vec<Book> = client
        .books()
        .list_books()
        .limit(2)
        .items()
        .try_collect()
        .await?;
    println!("{} of {}", items.len(), all.len());
    let watch = Watch::new(interest(None));
    let mut events = client.books().watch_books(watch).stream().await?;
    while let Some(event) = events.try_next().await? {
        println!("{}", told(event));
    }
    Ok(())
}

fn main() {
    let client = ShelvesClient::new("key");
    drop((add(&client), change(&client), count(&client), read(&client)));
    println!(
        "{}",
        stars(&Grade::Good) + u8::from(mood_of(&"calm".to_string()))
    );
    println!(
        "{} {}",
        binding(&Format::Paperback),
        wishes(&interest(Some("bk_1")))
    );
    println!(
        "{:?} {}",
        patch().title,
        [excuse as fn(&Error) -> &str].len()
    );
}
