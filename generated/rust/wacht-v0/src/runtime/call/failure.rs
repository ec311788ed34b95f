use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, StatusCode};

use super::Received;
use super::job::Job;
use crate::runtime::shown::one_line;
use crate::runtime::{ApiDetails, Error, Json, find_name, parse, retry_after};

/// Makes the error of an answer outside 2xx, whatever its body is (ERR-1, ERR-2).
pub(super) fn api_error(
    job: &Job,
    status: StatusCode,
    reason: Option<&str>,
    headers: HeaderMap,
    body: &[u8],
) -> Error {
    let raw_body = String::from_utf8_lossy(body).into_owned();
    let json = parse(&raw_body).ok();
    let service = job.core().service;
    let text = |paths: &[&str], numbers: bool| {
        let json = json.as_ref()?;
        let mut found = paths.iter().filter_map(|path| json.at(path));
        found.find_map(|value| match value {
            Json::String(text) => Some(one_line(&job.masked(text))),
            Json::Number(digits) if numbers => Some((*digits).to_owned()),
            _ => None,
        })
    };
    let asked = retry_after(&headers, job.core().clock.now());
    let message = text(service.message, false).filter(|message| !message.is_empty());
    let message = message.unwrap_or_else(|| {
        let reason = reason.or(status.canonical_reason()).unwrap_or_default();
        one_line(&job.masked(&about(reason, &headers, json.is_some(), &raw_body)))
    });
    let code = status.as_u16();
    let declared = find_name(code, json.as_ref(), job.draft.operation.errors);
    let mut draft = job.draft.clone();
    draft.options.idempotency_key.clone_from(&job.key);
    let details = ApiDetails {
        operation: job.id(),
        name: declared.unwrap_or("UnexpectedStatus"),
        error_name: declared.or_else(|| find_name(code, json.as_ref(), service.errors)),
        code: text(service.code, true),
        request_id: job.request_id(&headers),
        retryable: job.retry.is_repeated(status, &headers, asked),
        retry_after: asked,
        in_stream: false,
        attempts: job.attempt,
        failures: Vec::new(),
        elapsed: job.elapsed(),
        is_out_of_repeats: false,
        headers,
        raw_body: raw_body.clone(),
        draft,
    };
    Error::Api {
        status,
        message,
        details: Box::new(details),
    }
}

impl Job {
    /// The error that an event of a stream is (SSE-11).
    pub(crate) fn stream_error(&self, head: &Received, data: &str) -> Error {
        let mut error = api_error(
            self,
            head.status,
            None,
            head.headers.clone(),
            data.as_bytes(),
        );
        if let Error::Api { details, .. } = &mut error {
            details.in_stream = true;
            details.retryable = false;
        }
        error
    }
}

/// The start of a body for people; of markup, or of JSON without a message, only what it is.
fn about(reason: &str, headers: &HeaderMap, is_json: bool, body: &str) -> String {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok();
    let media = text(CONTENT_TYPE).and_then(|value| value.split(';').next());
    let media = media.unwrap_or("no media type");
    let is_markup =
        media.contains("html") || media.contains("xml") || body.trim_start().starts_with('<');
    if !is_json && !is_markup && !body.trim().is_empty() {
        return body.chars().take(200).collect();
    }
    let reason = Some(reason).filter(|words| !words.trim().is_empty());
    let reason = reason.unwrap_or("no reason given");
    if body.is_empty() {
        return reason.to_owned();
    }
    let announced = text(CONTENT_LENGTH).and_then(|digits| digits.parse().ok());
    format!(
        "{reason} ({media}, {})",
        size(announced.unwrap_or(body.len()))
    )
}

fn size(bytes: usize) -> String {
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
