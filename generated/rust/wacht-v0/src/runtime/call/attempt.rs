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
    /// As it comes.
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
    let Some(transport) = &job.core().transport else {
        unreachable!("the client's problem was returned before");
    };
    let sent = follow(&**transport, request).await;
    let HttpResponse {
        status,
        headers,
        mut body,
    } = sent.map_err(|failure| job.failed(failure, Phase::Response))?;
    if !status.is_success() {
        let bytes = read(&mut body, Some(ERROR_BODY)).await.unwrap_or_default();
        return Err(api_error(job, status, headers, &bytes));
    }
    let body = match form {
        Form::Stream => AnswerBody::Stream(body),
        Form::Whole => {
            let most = job.draft.operation.longest_answer;
            let bytes = read(&mut body, most.map(|most| most + 1))
                .await
                .map_err(|failure| job.failed(failure, Phase::Body))?;
            if let Some(most) = most.filter(|most| bytes.len() > *most) {
                let mismatch = Mismatch::new(&format!("at most {most} B"), "more");
                let answer = job.received(status, headers, bytes);
                return Err(undecoded(job.id(), &answer, mismatch));
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

/// Sends a request and follows where a service of the same origin sends it, at most three
/// times, and only what reads (CFG-8).
async fn follow(
    transport: &dyn Transport,
    mut request: HttpRequest,
) -> Result<HttpResponse, TransportFailure> {
    let reads = matches!(request.method, Method::GET | Method::HEAD);
    let mut hops = if reads { 3 } else { 0 };
    loop {
        let response = transport.send(request.clone()).await?;
        let Some(url) = target(&response, &request.url).filter(|_| hops > 0) else {
            return Ok(response);
        };
        hops -= 1;
        request.url = url;
    }
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

/// A body to its end, or as much of it as is wanted.
async fn read(body: &mut ByteStream, most: Option<usize>) -> Result<Bytes, TransportFailure> {
    let mut all = BytesMut::new();
    while let Some(chunk) = poll_fn(|cx| body.as_mut().poll_next(cx)).await {
        all.extend_from_slice(&chunk?);
        if most.is_some_and(|most| all.len() >= most) {
            all.truncate(most.unwrap_or_default());
            break;
        }
    }
    Ok(all.freeze())
}
