//! Lists that come a page at a time (1.8).

mod link;
mod page_call;
mod style;
mod walk;

pub use page_call::PageCall;
pub use style::{PageSource, PageStyle, PageTurn};
pub use walk::{Items, Pages};

/// A type that holds one page of a list.
pub trait Page: Sized + Send + 'static {
    /// What it is a list of.
    type Item: Send + 'static;

    /// The items of this page.
    fn into_items(self) -> Vec<Self::Item>;
}
