use http::HeaderMap;

use super::Draft;
use super::attempt::Form;
use super::auth::mask;
use super::cookies::add_cookies;
use super::job::Job;
use super::request::unsigned;
use crate::runtime::{Error, InvalidRequest, Random, Result, SystemRandom};

impl Draft {
    /// The request as a command for a shell, credentials and secret values as `***` (DBG-1).
    pub(crate) fn to_curl(&self) -> Result<String> {
        if let Some(problem) = self.client.problem() {
            return Err(Error::Config(Box::new(problem.clone())));
        }
        let mut draft = self.clone();
        draft.extend_body();
        if !draft.violations.is_empty() {
            return Err(Error::InvalidRequest(Box::new(InvalidRequest {
                operation: draft.id,
                violations: draft.violations,
            })));
        }
        // The client's own chance is for what is sent.
        let key = || SystemRandom::default().uuid();
        draft.options.idempotency_key.get_or_insert_with(key);
        command(&Job::new(draft))
    }
}

fn command(job: &Job) -> Result<String> {
    let mut query = job.draft.query.clone();
    let mut headers = HeaderMap::new();
    add_cookies(&mut headers, &job.draft.cookies);
    mask(job, &mut headers, &mut query);
    let stream = job.draft.operation.stream.as_ref();
    let form = if stream.is_some_and(|style| style.when.is_none()) {
        Form::Stream
    } else {
        Form::Whole
    };
    let request = unsigned(job, form, headers, &query)?;
    let redaction = job.redaction();
    let mut words = vec![
        "curl -X".to_owned(),
        request.method.to_string(),
        quoted(&redaction.url(&request.url)),
    ];
    for header in redaction.headers(&request.headers, true) {
        words.extend(["-H".to_owned(), quoted(&header)]);
    }
    if let Some(body) = request.body.filter(|body| body.size() != Some(0)) {
        let text = body
            .as_bytes()
            .and_then(|body| std::str::from_utf8(body).ok());
        words.extend(match text {
            Some(text) => ["--data-raw".to_owned(), quoted(&redaction.body(text))],
            None => ["--data-binary".to_owned(), "@body".to_owned()],
        });
    }
    Ok(words.join(" "))
}

/// For POSIX shells.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
