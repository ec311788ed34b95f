use std::borrow::Cow;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use super::attempt::{Answer, AnswerBody, Form, attempt};
use super::deadline::within;
use super::job::Job;
use super::request::request;
use super::{Draft, Received};
use crate::runtime::{
    ByteStream, CallSpan, Error, InvalidRequest, Moment, Outcome, Phase, Result, TransportError,
    Violation,
};

/// A call from its arguments to its answer: checked, then attempted, perhaps more than once,
/// within the call's limits.
pub(crate) async fn execute(draft: Draft) -> Result<Received> {
    let (job, answer) = Box::pin(run(draft, Form::Whole)).await?;
    let AnswerBody::Whole(body) = answer.body else {
        return Ok(job.received(answer.status, answer.headers, bytes::Bytes::new()));
    };
    Ok(job.received(answer.status, answer.headers, body))
}

/// The same until the headers of the answer are there: its body is a stream (SSE-15).
pub(crate) async fn open(draft: Draft, form: Form) -> Result<(Received, ByteStream, Job)> {
    let (job, answer) = Box::pin(run(draft, form)).await?;
    let received = job.received(answer.status, answer.headers, bytes::Bytes::new());
    match answer.body {
        AnswerBody::Stream(body) => Ok((received, body, job)),
        AnswerBody::Whole(_) => unreachable!("a stream was asked for"),
    }
}

/// What it needs is large: it has a place of its own, and is pinned wherever it is handed on, so
/// that it is never moved.
async fn run(mut draft: Draft, form: Form) -> Result<(Job, Answer)> {
    if let Some(problem) = draft.client.problem() {
        return Err(Error::Config(Box::new(problem.clone())));
    }
    draft.extend_body();
    let mut job = Job::new(draft);
    let span = CallSpan::of(&job);
    let result = CallSpan::around(&span, pin!(answer(&mut job, form))).await;
    let outcome = match &result {
        Ok(answer) => Outcome::Answered(answer.status),
        Err(error) => Outcome::Failed(error),
    };
    job.watch.end(outcome);
    CallSpan::end(&span, &job, outcome);
    result.map(|answer| (job, answer))
}

/// The call within its limit of time, told from its beginning.
async fn answer(job: &mut Job, form: Form) -> Result<Answer> {
    if job.watch.is_heard() {
        let url = job.shown_url();
        job.watch.start(url);
    }
    let violations = std::mem::take(&mut job.draft.violations);
    if !violations.is_empty() {
        return Err(Error::InvalidRequest(Box::new(InvalidRequest {
            operation: job.id(),
            violations,
        })));
    }
    let clock = Arc::clone(&job.core().clock);
    let limit = job.limit(Phase::Total);
    let ended = within(&*clock, limit, pin!(attempts(job, form))).await;
    let result = ended.unwrap_or_else(|limit| Err(job.timed_out(Phase::Total, limit)));
    result.map_err(|mut error| {
        job.tell(&mut error);
        error
    })
}

/// Makes the body ready, then attempts the call.
async fn attempts(job: &mut Job, form: Form) -> Result<Answer> {
    if let Some(body) = &mut job.draft.body {
        let ready = body.content.prepare().await;
        ready.map_err(|error| unreadable(job.id(), &*error))?;
    }
    repeat(job, form).await
}

/// The error of a file that cannot be read before anything is sent.
fn unreadable(operation: Cow<'static, str>, error: &dyn std::error::Error) -> Error {
    let violation = Violation {
        path: "body".to_owned(),
        rule: format!("of files that can be read: {error}"),
    };
    Error::InvalidRequest(Box::new(InvalidRequest {
        operation,
        violations: vec![violation],
    }))
}

/// Attempts the call until it succeeds or should not be repeated (1.4).
async fn repeat(job: &mut Job, form: Form) -> Result<Answer> {
    let mut refund = 1;
    let mut last = None;
    loop {
        if let Err(refusal) = job.pass().await {
            return Err(last.unwrap_or(refusal));
        }
        job.attempt += 1;
        let request = request(job, form).await?;
        let clock = Arc::clone(&job.core().clock);
        let limit = job.limit(Phase::Attempt);
        job.start_attempt(&request);
        let ended = within(&*clock, limit, pin!(attempt(job, request, form))).await;
        let error = match ended {
            Ok(Ok(answer)) => {
                job.give_back(refund);
                job.watch.end_attempt(Outcome::Answered(answer.status));
                return Ok(answer);
            }
            Ok(Err(error)) => error,
            Err(limit) => job.timed_out(Phase::Attempt, limit),
        };
        job.heed(&error);
        let error = job.unless_spent(error);
        job.watch.end_attempt(Outcome::Failed(&error));
        if job.renews(&error) {
            job.watch.tell(Moment::Retry {
                error: &error,
                wait: Duration::ZERO,
            });
            job.failures.push(error.to_string());
            last = Some(error);
            continue;
        }
        let Some(wait) = job.wait_after(&error) else {
            return Err(error);
        };
        refund = wait.cost;
        job.watch.tell(Moment::Retry {
            error: &error,
            wait: wait.time,
        });
        job.failures.push(error.to_string());
        last = Some(error);
        clock.sleep(wait.time).await;
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::Request(error)
    }
}
