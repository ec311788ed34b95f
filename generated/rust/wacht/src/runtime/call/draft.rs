use std::borrow::Cow;
use std::fmt;

use http::{HeaderName, HeaderValue, Method};

use super::body::RequestBody;
use super::{Call, CallOptions, Operation, PageCall, Read, StreamCall, path};
use crate::runtime::{
    Checks, Client, DownloadCall, Encode, Page, StreamItem, Violation, parse, scalar_text, to_plain,
};

/// A request on its way: an operation with its arguments, encoded. What is wrong with them is
/// kept and returned by the call, all of it at once (JSON-4).
#[derive(Clone)]
#[must_use = "a draft sends nothing"]
pub struct Draft {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    /// What error texts begin with.
    pub(crate) id: Cow<'static, str>,
    pub(crate) method: Method,
    /// The header of the idempotency key, if one is sent (RETRY-6).
    pub(crate) key_header: Option<&'static str>,
    /// The path before there is anything in its places.
    pub(crate) template: Cow<'static, str>,
    pub(crate) path: String,
    /// The same without secrets, where it has any (SEC-2).
    pub(crate) shown_path: Option<String>,
    /// What stands for base URL, path and parameters (PAGE-7).
    pub(crate) address: Option<String>,
    /// Parameters of the path, where a limit counts by them (LIMIT-2).
    pub(crate) path_values: Vec<(String, String)>,
    /// Names and values, encoded, in schema order (ENC-6).
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    /// `name=value`, encoded.
    pub(crate) cookies: Vec<String>,
    pub(crate) body: Option<RequestBody>,
    pub(crate) violations: Vec<Violation>,
    pub(crate) options: CallOptions,
}

/// The parameters of an operation as one value.
pub trait Parameters {
    /// Writes them in the order of the schema.
    fn write(&self, draft: &mut Draft);

    /// Notes which of the schema's rules they break (JSON-4).
    fn check(&self, at: &mut Checks) {
        let _ = at;
    }
}

impl Draft {
    /// A request without arguments.
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self {
            client: client.clone(),
            operation,
            id: Cow::Borrowed(operation.id),
            method: Method::from_bytes(operation.method.as_bytes()).unwrap_or_default(),
            key_header: operation.idempotency_key,
            template: Cow::Borrowed(operation.path),
            path: operation.path.to_owned(),
            shown_path: None,
            address: None,
            path_values: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: None,
            violations: Vec::new(),
            options: CallOptions::default(),
        }
    }

    /// What the call wants otherwise than its client.
    pub const fn options_mut(&mut self) -> &mut CallOptions {
        &mut self.options
    }

    /// Puts a value into the path (ENC-3).
    pub fn path<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        self.check_path(name, value);
        let text = plain(value);
        self.put(name, path::segment(&text));
        if self.operation.limit.is_some() {
            self.path_values.push((name.to_owned(), text));
        }
    }

    /// The same for a value that keeps its slashes (ENC-9).
    pub fn segments<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        self.check_path(name, value);
        let segments = plain(value)
            .split('/')
            .map(path::segment)
            .collect::<Result<Vec<_>, _>>();
        self.put(name, segments.map(|segments| segments.join("/")));
    }

    /// The place is named where a rule is broken only: most values break none.
    fn check_path<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        let mut found = Checks::default();
        value.check(&mut found);
        if !found.into_violations().is_empty() {
            self.check(&format!("path.{name}"), |at| value.check(at));
        }
    }

    fn put(&mut self, name: &str, value: Result<String, &str>) {
        match value {
            Ok(text) => self.fill(name, &text),
            Err(rule) => self.violations.push(Violation {
                path: format!("path.{name}"),
                rule: rule.to_owned(),
            }),
        }
    }

    /// The path, and how it may be shown, where the two differ (SEC-2).
    pub(crate) fn secret_path(&self) -> Option<(String, String)> {
        let shown = self.shown_path.clone()?;
        Some((self.path.clone(), shown))
    }

    fn fill(&mut self, name: &str, text: &str) {
        let is_secret = self.client.core.service.secrets.contains(&name);
        if is_secret || self.shown_path.is_some() {
            let shown = self.shown_path.as_ref().unwrap_or(&self.path);
            let text = if is_secret { "***" } else { text };
            self.shown_path = Some(path::filled(shown, name, text));
        }
        self.path = path::filled(&self.path, name, text);
    }

    /// Writes the parameters.
    pub fn parameters(&mut self, parameters: &impl Parameters) {
        self.check("", |at| parameters.check(at));
        parameters.write(self);
    }

    /// Notes which rules a value of a place breaks.
    pub fn check(&mut self, place: &str, check: impl FnOnce(&mut Checks)) {
        if self.client.core.check_requests {
            let mut at = Checks::at(place);
            check(&mut at);
            self.violations.extend(at.into_violations());
        }
    }

    /// A call that gives one answer.
    pub fn call<T>(self, read: Read<T>) -> Call<T> {
        Call::new(self, read)
    }

    /// A call that gives a file.
    pub fn download_call<T>(self, read: Read<T>) -> DownloadCall<T> {
        DownloadCall::new(self, read)
    }

    /// A call that gives a page.
    pub fn page_call<P: Page>(self, read: Read<P>) -> PageCall<P> {
        PageCall::new(self, read)
    }

    /// A call that gives one answer, or a stream of events.
    pub fn stream_call<T, E: StreamItem>(self, read: Read<T>) -> StreamCall<T, E> {
        StreamCall::new(self, read)
    }
}

/// Arguments stay out of it: they may hold secrets (SEC-1).
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("operation", &self.id)
            .finish_non_exhaustive()
    }
}

fn plain(value: &(impl Encode + ?Sized)) -> String {
    let text = to_plain(value);
    parse(&text)
        .ok()
        .as_ref()
        .and_then(scalar_text)
        .unwrap_or_default()
}
