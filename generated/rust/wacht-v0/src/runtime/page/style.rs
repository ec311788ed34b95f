use http::HeaderMap;

use super::link::next_link;
use crate::runtime::{Draft, Json, Mismatch};

/// How a list goes on (PAGE-1); names are those of parameters and of fields on the wire.
#[derive(Clone, Copy, Debug)]
pub struct PageStyle {
    /// Dotted path to the items.
    pub items: &'static str,
    /// Dotted path to whether there are more.
    pub more: Option<&'static str>,
    /// Items of a full page where neither call nor page says how many.
    pub room: Option<usize>,
    /// Whether the parameters are members of the body, not of the query.
    pub in_body: bool,
    /// What leads from one page to the next.
    pub turn: PageTurn,
    /// The operation's query parameters in the order of the schema (ENC-6).
    pub order: &'static [&'static str],
}

/// What leads from one page to the next.
#[derive(Clone, Copy, Debug)]
pub enum PageTurn {
    /// The number of items before the page.
    Offset {
        /// The parameter, and the field that echoes it.
        limit: &'static str,
        /// The parameter, and the field that echoes it.
        offset: &'static str,
    },
    /// The number of the page.
    Number {
        /// The parameter, and the field that echoes it.
        page: &'static str,
        /// The parameter, and the field that echoes it.
        size: &'static str,
        /// Number of the first page.
        first: usize,
    },
    /// A token that the page has.
    Cursor {
        /// The parameter.
        cursor: &'static str,
        /// Where the page has it.
        next: PageSource,
    },
    /// An address that the page has.
    Link(PageSource),
    /// A field of the last item.
    LastId {
        /// The parameter.
        cursor: &'static str,
        /// Dotted path in an item.
        id: &'static str,
        /// The parameter, and the field that echoes it.
        limit: Option<&'static str>,
    },
}

/// Where a page has what leads to the next.
#[derive(Clone, Copy, Debug)]
pub enum PageSource {
    /// A dotted path in the body.
    Body(&'static str),
    /// A header; of links as RFC 8288 has them.
    Header(&'static str),
}

/// A page that came, and what it was asked for with.
pub(super) struct Fetched<'a> {
    pub(super) style: PageStyle,
    pub(super) body: &'a Json<'a>,
    pub(super) headers: &'a HeaderMap,
    pub(super) draft: &'a Draft,
}

impl PageStyle {
    /// Pages of which nothing else is known.
    #[must_use]
    pub const fn new(items: &'static str, turn: PageTurn) -> Self {
        Self {
            items,
            more: None,
            room: None,
            in_body: false,
            turn,
            order: &[],
        }
    }
}

impl Fetched<'_> {
    /// The request of the next page; none behind the last one (PAGE-4).
    pub(super) fn next(&self) -> Result<Option<Draft>, Mismatch> {
        let Some(Json::List(items)) = self.body.at(self.style.items) else {
            return Ok(None);
        };
        let more = self.style.more.and_then(|path| self.body.at(path));
        let Some(last) = items.last().filter(|_| more != Some(&Json::Bool(false))) else {
            return Ok(None);
        };
        let is_full = more == Some(&Json::Bool(true));
        let is_last = |limit: Option<&str>| {
            let room = limit
                .and_then(|name| self.count(name))
                .or(self.style.room)
                .unwrap_or(0);
            !is_full && items.len() < room
        };
        match self.style.turn {
            PageTurn::Offset { limit, .. } if is_last(Some(limit)) => Ok(None),
            PageTurn::Offset { offset, .. } => {
                let next = self.count(offset).unwrap_or(0).saturating_add(items.len());
                self.with(offset, &next.to_string(), true)
            }
            PageTurn::Number { size, .. } if is_last(Some(size)) => Ok(None),
            PageTurn::Number { page, first, .. } => {
                let next = self.count(page).unwrap_or(first).saturating_add(1);
                self.with(page, &next.to_string(), true)
            }
            PageTurn::Cursor { cursor, next } => match self.source(next) {
                Some((token, is_number)) => self.with(cursor, &token, is_number),
                None => Ok(None),
            },
            PageTurn::LastId { limit, .. } if is_last(limit) => Ok(None),
            PageTurn::LastId { cursor, id, .. } => match last.at(id).and_then(scalar) {
                Some((token, is_number)) => self.with(cursor, &token, is_number),
                None => Ok(None),
            },
            PageTurn::Link(next) => self.link(next),
        }
    }

    /// The same request with another value of a parameter. To ask for the same page again
    /// would be a loop (PAGE-4).
    fn with(&self, name: &str, value: &str, is_number: bool) -> Result<Option<Draft>, Mismatch> {
        let in_body = self.style.in_body;
        if self.draft.sent(name, in_body).as_deref() == Some(value) {
            return Err(repeated(name));
        }
        let draft = self.draft.clone();
        Ok(Some(draft.asking(name, value, is_number, in_body)))
    }

    /// A count that the page repeats, else the one that was sent (PAGE-3).
    fn count(&self, name: &str) -> Option<usize> {
        let told = match self.body.at(name) {
            Some(Json::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        told.or_else(|| self.draft.sent(name, self.style.in_body)?.parse().ok())
    }

    /// A text that is not empty, and whether it is a number.
    fn source(&self, source: PageSource) -> Option<(String, bool)> {
        match source {
            PageSource::Body(path) => self.body.at(path).and_then(scalar),
            PageSource::Header(name) => {
                let values = self.headers.get_all(name).iter();
                let texts: Vec<_> = values.filter_map(|value| value.to_str().ok()).collect();
                let text = texts.join(", ");
                (!text.is_empty()).then_some((text, false))
            }
        }
    }

    /// The address of the next page; credentials go there, so it stays within the client's
    /// origin (PAGE-7).
    fn link(&self, source: PageSource) -> Result<Option<Draft>, Mismatch> {
        let found = self.source(source).map(|(text, _)| text);
        let (name, found) = match source {
            PageSource::Body(path) => (path, found),
            PageSource::Header(name) => (name, found.and_then(|text| next_link(&text))),
        };
        let Some(link) = found.filter(|link| !link.is_empty()) else {
            return Ok(None);
        };
        let from = self.draft.url(&self.draft.query);
        let from = reqwest::Url::parse(&from).map_err(|_| Mismatch::new("a URL", "none"))?;
        let target = from.join(&link).ok();
        let target = target.filter(|url| url.origin() == from.origin());
        let Some(mut url) = target else {
            let within = from.origin().ascii_serialization();
            let expected = format!("a link within {within}");
            return Err(Mismatch::new(&expected, "one that leaves it").in_member(name));
        };
        url.set_fragment(None);
        if url == from {
            return Err(repeated(name));
        }
        let mut draft = self.draft.clone();
        draft.address = Some(url.into());
        draft.query.clear();
        draft.options.query.clear();
        Ok(Some(draft))
    }
}

fn repeated(name: &str) -> Mismatch {
    Mismatch::new("the next page", "the same page again").in_member(name)
}

/// A token's text, and whether it is a number; an empty text is none.
fn scalar(json: &Json<'_>) -> Option<(String, bool)> {
    match json {
        Json::String(text) if !text.is_empty() => Some((text.clone().into_owned(), false)),
        Json::Number(digits) => Some(((*digits).to_owned(), true)),
        _ => None,
    }
}
