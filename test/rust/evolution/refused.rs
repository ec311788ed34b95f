//! What a later version would break, and the compiler refuses already; each place has the code of its error.

use shelves::api::books::AddBookError;
use shelves::models::{Book, BookEvent, Format, Grade};
use shelves::ErrorKind;

fn open_enum(format: &Format) -> &str {
    match format { // E0004
        Format::Paperback => "paper",
        Format::Hardcover => "cloth",
        Format::Unknown(other) => other,
    }
}

fn open_union(event: &BookEvent) -> bool {
    match event { // E0004
        BookEvent::Arrived { .. } => true,
        BookEvent::Sold { .. } | BookEvent::Unknown(_) => false,
    }
}

fn fields_of_an_event(event: &BookEvent) -> bool {
    matches!(event, BookEvent::Sold { book_id, extra: _ } if book_id.is_empty()) // E0638
}

fn open_errors(error: &AddBookError) -> bool {
    match error { // E0004
        AddBookError::Conflict(_) => true,
        AddBookError::Other(_) => false,
    }
}

fn all_fields(book: &Book) -> &str {
    let Book { id, title: _, format: _, grade: _, mood: _, extra: _ } = book; // E0638
    id
}

fn made(id: String, title: String) -> Book {
    Book { id, title, format: None, grade: None, mood: None, extra: Default::default() } // E0639
}

fn closed_enum(grade: &Grade) -> bool {
    match grade { // E0004
        Grade::Good => true,
    }
}

fn kinds(kind: ErrorKind) -> bool {
    match kind { // E0004
        ErrorKind::NotFound | ErrorKind::Conflict | ErrorKind::UnexpectedStatus | ErrorKind::Config => true,
        ErrorKind::InvalidArgument | ErrorKind::LocalRateLimit | ErrorKind::Transport | ErrorKind::Timeout => true,
        ErrorKind::Decode | ErrorKind::Auth | ErrorKind::Middleware => false,
    }
}

fn main() {}
