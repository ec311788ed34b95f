use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use super::Draft;
use super::attempt::Form;
use super::auth::{authorize, sign};
use super::cookies::add_cookies;
use super::job::Job;
use crate::runtime::{
    Error, HttpBody, HttpRequest, InvalidRequest, Result, Violation, percent_encode,
};

/// The request of an attempt: URL, headers in the order of HDR-1, body.
pub(super) async fn request(job: &mut Job, form: Form) -> Result<HttpRequest> {
    let mut query = job.draft.query.clone();
    let mut credentials = HeaderMap::new();
    add_cookies(&mut credentials, &job.draft.cookies);
    authorize(job, &mut credentials, &mut query).await?;
    let request = unsigned(job, form, credentials, &query)?;
    sign(job, request).await
}

pub(super) fn unsigned(
    job: &Job,
    form: Form,
    credentials: HeaderMap,
    query: &[(String, String)],
) -> Result<HttpRequest> {
    let draft = &job.draft;
    let operation = draft.operation;
    let mut headers = HeaderMap::with_capacity(8);
    let core = job.core();
    let accept = match (form, &operation.stream) {
        (Form::Stream, Some(style)) => style.media,
        _ => operation.accept,
    };
    if !accept.is_empty() {
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
    }
    set(&mut headers, job, USER_AGENT.as_str(), &core.user_agent)?;
    if let Some(body) = &draft.body {
        set(&mut headers, job, CONTENT_TYPE.as_str(), &body.media)?;
    }
    for (name, value) in core.service.headers {
        set(&mut headers, job, name, value)?;
    }
    if job.attempt > 1 {
        set(
            &mut headers,
            job,
            "x-retry-count",
            &(job.attempt - 1).to_string(),
        )?;
    }
    if let (Some(name), Some(key)) = (draft.key_header, &job.key) {
        set(&mut headers, job, name, key)?;
    }
    headers.extend(credentials);
    for (name, value) in &core.headers {
        set(&mut headers, job, name, value)?;
    }
    for (name, value) in &draft.headers {
        headers.insert(name, value.clone());
    }
    for (name, value) in &draft.options.headers {
        match value {
            Some(value) => set(&mut headers, job, name, value)?,
            None => drop(headers.remove(name)),
        }
    }
    let method = draft.method.clone();
    let body = draft.body.as_ref().map(|body| body.content.clone());
    // A body of no bytes says so (HDR-3).
    let is_sent = matches!(method, Method::POST | Method::PUT | Method::PATCH);
    let body = body.or_else(|| is_sent.then(HttpBody::default));
    // Bytes in one piece say themselves how many they are.
    let size = body
        .as_ref()
        .filter(|body| body.as_bytes().is_none_or(<[u8]>::is_empty));
    if let Some(size) = size.and_then(HttpBody::size) {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(size));
    }
    Ok(HttpRequest {
        url: draft.url(query),
        method,
        headers,
        body,
        shown_path: draft.secret_path(),
    })
}

impl Draft {
    /// Base, path, parameters in schema order, then the caller's own (CFG-3, ENC-6).
    pub(crate) fn url(&self, query: &[(String, String)]) -> String {
        let extra = self.options.query.iter();
        let extra = extra.map(|(name, value)| (percent_encode(name), percent_encode(value)));
        let pairs = query.iter().cloned().chain(extra);
        let query: Vec<_> = pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let start = match &self.address {
            Some(address) => address.clone(),
            None => format!("{}{}", self.client.core.base_url, self.path),
        };
        if query.is_empty() {
            return start;
        }
        let mark = if start.contains('?') { '&' } else { '?' };
        format!("{start}{mark}{}", query.join("&"))
    }
}

/// Sets a header, unless no header can have that value (HDR-2).
fn set(headers: &mut HeaderMap, job: &Job, name: &str, value: &str) -> Result<()> {
    let parsed = (
        HeaderName::from_bytes(name.as_bytes()),
        HeaderValue::from_str(value),
    );
    if let (Ok(name), Ok(value)) = parsed {
        headers.insert(name, value);
        return Ok(());
    }
    let violation = Violation {
        path: name.to_owned(),
        rule: "a name and a text that a header can have".to_owned(),
    };
    Err(Error::InvalidRequest(Box::new(InvalidRequest {
        operation: job.id(),
        violations: vec![violation],
    })))
}
