use std::sync::Arc;

use super::attempt::{Answer, AnswerBody, Form, attempt};
use super::deadline::within;
use super::job::Job;
use super::request::request;
use super::{Draft, Received};
use crate::runtime::{ByteStream, Error, InvalidRequest, Phase, Result, TransportError, Violation};

/// A call from its arguments to its answer: checked, then attempted, perhaps more than once,
/// within the call's limits.
pub(crate) async fn execute(draft: Draft) -> Result<Received> {
    let (job, answer) = run(draft, Form::Whole).await?;
    let AnswerBody::Whole(body) = answer.body else {
        return Ok(job.received(answer.status, answer.headers, bytes::Bytes::new()));
    };
    Ok(job.received(answer.status, answer.headers, body))
}

/// The same until the headers of the answer are there: its body is a stream (SSE-15).
pub(crate) async fn open(draft: Draft) -> Result<(Received, ByteStream, Job)> {
    let (job, answer) = run(draft, Form::Stream).await?;
    let received = job.received(answer.status, answer.headers, bytes::Bytes::new());
    match answer.body {
        AnswerBody::Stream(body) => Ok((received, body, job)),
        AnswerBody::Whole(_) => unreachable!("a stream was asked for"),
    }
}

async fn run(draft: Draft, form: Form) -> Result<(Job, Answer)> {
    if let Some(problem) = draft.client.problem() {
        return Err(Error::Config(Box::new(problem.clone())));
    }
    if !draft.violations.is_empty() {
        let Draft {
            operation,
            violations,
            ..
        } = draft;
        return Err(Error::InvalidRequest(Box::new(InvalidRequest {
            operation: operation.id,
            violations,
        })));
    }
    let mut job = Job::new(draft);
    let clock = Arc::clone(&job.core().clock);
    let limit = job.limit(Phase::Total);
    let ended = within(&*clock, limit, attempts(&mut job, form)).await;
    let result = ended.unwrap_or_else(|limit| Err(job.timed_out(Phase::Total, limit)));
    match result {
        Ok(answer) => Ok((job, answer)),
        Err(mut error) => {
            job.tell(&mut error);
            Err(error)
        }
    }
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
fn unreadable(operation: &'static str, error: &dyn std::error::Error) -> Error {
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
        let ended = within(&*clock, limit, attempt(job, request, form)).await;
        let error = match ended {
            Ok(Ok(answer)) => {
                job.give_back(refund);
                return Ok(answer);
            }
            Ok(Err(error)) => error,
            Err(limit) => job.timed_out(Phase::Attempt, limit),
        };
        job.heed(&error);
        let error = job.unless_spent(error);
        if job.renews(&error) {
            job.failures.push(error.to_string());
            last = Some(error);
            continue;
        }
        let Some(wait) = job.wait_after(&error) else {
            return Err(error);
        };
        refund = wait.cost;
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
