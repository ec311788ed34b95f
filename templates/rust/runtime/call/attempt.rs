use std::future::poll_fn;

use bytes::{Bytes, BytesMut};
use http::header::LOCATION;
use http::{HeaderMap, Method, StatusCode};

use super::failure::api_error;
use super::job::Job;
use super::undecoded;
use crate::runtime::{
    ByteStream, HttpRequest, HttpResponse, Mismatch, Phase, Result, Transport, TransportFailure,
};

/// How the body of an answer is taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// Read to its end.
    Whole,
    /// As the caller reads it.
    Open,
    /// As it comes, event after event.
    Stream,
}

pub(crate) enum AnswerBody {
    Whole(Bytes),
    Stream(ByteStream),
}

/// An answer of success.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: AnswerBody,
}

/// Sends the request once and makes an answer or an error of what comes back.
pub(super) async fn attempt(job: &Job, request: HttpRequest, form: Form) -> Result<Answer> {
    let HttpResponse {
        status,
        reason,
        headers,
        mut body,
    } = sent(job, request).await?;
    if !status.is_success() {
        let bytes = read_start(&mut body).await;
        let reason = reason.as_deref();
        return Err(api_error(job, status, reason, headers, &bytes));
    }
    let body = match form {
        Form::Open | Form::Stream => AnswerBody::Stream(body),
        Form::Whole => {
            let most = job.draft.operation.longest_answer;
            let mut bytes = BytesMut::new();
            read(
                &mut body,
                most.map(|most| most.saturating_add(1)),
                &mut bytes,
            )
            .await
            .map_err(|failure| job.failed(failure, Phase::Body))?;
            let bytes = bytes.freeze();
            if let Some(most) = most.filter(|most| bytes.len() > *most) {
                let mismatch = Mismatch::new(&format!("at most {most} B"), "more");
                let answer = job.received(status, headers, bytes);
                return Err(undecoded(&answer, mismatch));
            }
            AnswerBody::Whole(bytes)
        }
    };
    Ok(Answer {
        status,
        headers,
        body,
    })
}

/// Sends the request through the client's hooks, if it has any.
async fn sent(job: &Job, request: HttpRequest) -> Result<HttpResponse> {
    let Some(transport) = &job.core().transport else {
        unreachable!("the client's problem was returned before");
    };
    let Some(next) = job.hooked(transport) else {
        let sent = follow(&**transport, request).await;
        return sent.map_err(|failure| job.failed(failure, Phase::Response));
    };
    let sent = next.run(request).await;
    sent.map_err(|error| match error.downcast::<TransportFailure>() {
        Ok(failure) => job.failed(*failure, Phase::Response),
        Err(other) => job.refused(other),
    })
}

/// Sends a request and follows where a service of the same origin sends it, at most three
/// times, and only what reads (CFG-8).
pub(crate) async fn follow(
    transport: &dyn Transport,
    mut request: HttpRequest,
) -> Result<HttpResponse, TransportFailure> {
    let reads = matches!(request.method, Method::GET | Method::HEAD);
    let hops = if reads { 3 } else { 0 };
    for _ in 0..hops {
        let response = transport.send(request.clone()).await?;
        let Some(url) = target(&response, &request.url) else {
            return Ok(response);
        };
        request.url = url;
    }
    transport.send(request).await
}

/// Where an answer sends the request to, if that is of the same origin.
fn target(response: &HttpResponse, url: &str) -> Option<String> {
    let location = response.headers.get(LOCATION)?.to_str().ok()?;
    let is_redirect = matches!(response.status.as_u16(), 301..=303 | 307 | 308);
    let from = reqwest::Url::parse(url).ok().filter(|_| is_redirect)?;
    let to = from.join(location).ok()?;
    (to.origin() == from.origin()).then(|| to.into())
}

/// Bytes of an error's body that are kept (ERR-2).
const ERROR_BODY: usize = 65_536;

/// The start of a body that is no value: what came of it, though it may not end (ERR-2).
pub(crate) async fn read_start(body: &mut ByteStream) -> Bytes {
    let mut start = BytesMut::new();
    // The status says enough about a body that breaks.
    let _ = read(body, Some(ERROR_BODY), &mut start).await;
    start.freeze()
}

/// A body to its end, or as much of it as is wanted.
async fn read(
    body: &mut ByteStream,
    most: Option<usize>,
    all: &mut BytesMut,
) -> Result<(), TransportFailure> {
    while let Some(chunk) = poll_fn(|cx| body.as_mut().poll_next(cx)).await {
        all.extend_from_slice(&chunk?);
        if let Some(most) = most.filter(|most| all.len() >= *most) {
            all.truncate(most);
            break;
        }
    }
    Ok(())
}
