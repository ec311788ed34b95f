use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::cookies::add_cookies;
use super::job::Job;
use crate::runtime::client::missing;
use crate::runtime::{
    AuthError, AuthRequirement, BoxError, Credential, Error, HttpRequest, Result, Scheme,
    SchemePlace, Token, TokenProvider, base64, percent_encode,
};

/// The schemes of a call: the first set that the client has credentials for (AUTH-1).
fn chosen(job: &Job) -> Option<&'static [&'static Scheme]> {
    let core = job.core();
    let has = |scheme: &&Scheme| core.credentials.contains_key(scheme.credential);
    let found = required(job).iter().find(|schemes| schemes.iter().all(has));
    found.copied()
}

fn required(job: &Job) -> AuthRequirement {
    job.draft.operation.auth.unwrap_or(job.core().service.auth)
}

/// There is nothing to say who the client is with (CFG-6).
fn refuse(job: &Job) -> Result<()> {
    let core = job.core();
    let first = required(job).first().copied().unwrap_or_default();
    let lacks = |scheme: &&&Scheme| !core.credentials.contains_key(scheme.credential);
    match first.iter().find(lacks) {
        Some(scheme) if chosen(job).is_none() => {
            Err(Error::Config(Box::new(missing(core.service, scheme))))
        }
        _ => Ok(()),
    }
}

/// Says who the client is.
pub(super) async fn authorize(
    job: &mut Job,
    headers: &mut HeaderMap,
    query: &mut Vec<(String, String)>,
) -> Result<()> {
    refuse(job)?;
    for scheme in chosen(job).unwrap_or_default() {
        let credential = job.core().credentials.get(scheme.credential).cloned();
        let text = match credential {
            None | Some(Credential::Signer(_)) => continue,
            Some(Credential::Text(text)) => text,
            Some(Credential::Basic(user, password)) => format!("{user}:{password}"),
            Some(Credential::Provider(provider)) => token(job, &provider).await?,
        };
        place(scheme, &text, headers, query);
    }
    Ok(())
}

/// A provider's token, noted so that it can be forgotten when the service refuses it (AUTH-3).
async fn token(job: &mut Job, provider: &TokenProvider) -> Result<String> {
    let now = job.core().clock.now();
    let token = provider.token(now).await;
    let token = token.map_err(|source| failed(job, source))?;
    let text = token.text.to_string();
    job.spent.push(token.clone());
    job.tokens.push((provider.clone(), token));
    Ok(text)
}

/// Lets the client's own functions sign the request, last of all (AUTH-1).
pub(super) async fn sign(job: &Job, mut request: HttpRequest) -> Result<HttpRequest> {
    for scheme in chosen(job).unwrap_or_default() {
        if let Some(Credential::Signer(sign)) = job.core().credentials.get(scheme.credential) {
            let signed = sign(request).await;
            request = signed.map_err(|source| failed(job, source))?;
        }
    }
    Ok(request)
}

fn failed(job: &Job, source: BoxError) -> Error {
    Error::Auth(Box::new(AuthError {
        operation: job.id(),
        attempts: job.attempt,
        words: job.masked(&source.to_string()),
        source: job.harmless(source),
    }))
}

impl Job {
    /// Whether the service has refused tokens that can be asked for again: once per call
    /// (AUTH-3).
    pub(super) fn renews(&mut self, error: &Error) -> bool {
        let is_refused = error.status() == Some(http::StatusCode::UNAUTHORIZED);
        let used: Vec<(TokenProvider, Token)> = std::mem::take(&mut self.tokens);
        let may_repeat = !self.renewed && self.attempt < self.retry.attempts && !self.is_spent();
        if !is_refused || used.is_empty() || !may_repeat {
            return false;
        }
        self.renewed = true;
        for (provider, token) in used {
            provider.forget(&token);
        }
        true
    }
}

/// Says where credentials would be, without any.
pub(super) fn mask(job: &Job, headers: &mut HeaderMap, query: &mut Vec<(String, String)>) {
    for scheme in chosen(job).unwrap_or_default() {
        match scheme.place {
            SchemePlace::Query(name) => query.push((percent_encode(name), "***".to_owned())),
            SchemePlace::Basic => place(scheme, "", headers, query),
            _ => place(scheme, "***", headers, query),
        }
    }
}

fn place(scheme: &Scheme, text: &str, headers: &mut HeaderMap, query: &mut Vec<(String, String)>) {
    match scheme.place {
        SchemePlace::Bearer => insert(headers, AUTHORIZATION, &format!("Bearer {text}")),
        SchemePlace::Basic => {
            let encoded = base64(text.as_bytes(), false);
            insert(headers, AUTHORIZATION, &format!("Basic {encoded}"));
        }
        SchemePlace::Header(name) => insert(headers, HeaderName::from_static(name), text),
        SchemePlace::Query(name) => query.push((percent_encode(name), percent_encode(text))),
        SchemePlace::Cookie(name) => add_cookies(headers, &[format!("{name}={text}")]),
        SchemePlace::Custom => {}
    }
}

/// Marked as sensitive, so that nobody prints it (SEC-1); the client has checked its characters.
fn insert(headers: &mut HeaderMap, name: HeaderName, text: &str) {
    if let Ok(mut value) = HeaderValue::from_str(text) {
        value.set_sensitive(true);
        headers.insert(name, value);
    }
}
