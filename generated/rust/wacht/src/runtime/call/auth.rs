use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::job::Job;
use crate::runtime::{Credential, Scheme, SchemePlace, percent_encode};

/// Says who the client is: by the first set of schemes that it has credentials for (AUTH-1).
pub(super) fn authorize(job: &Job, headers: &mut HeaderMap, query: &mut Vec<(String, String)>) {
    let core = job.core();
    let required = job.draft.operation.auth.unwrap_or(core.service.auth);
    let has = |scheme: &&Scheme| core.credentials.contains_key(scheme.credential);
    let Some(schemes) = required.iter().find(|schemes| schemes.iter().all(has)) else {
        return;
    };
    for scheme in *schemes {
        if let Some(credential) = core.credentials.get(scheme.credential) {
            apply(scheme, credential, headers, query);
        }
    }
}

fn apply(
    scheme: &Scheme,
    credential: &Credential,
    headers: &mut HeaderMap,
    query: &mut Vec<(String, String)>,
) {
    let Credential::Text(text) = credential else {
        return;
    };
    match scheme.place {
        SchemePlace::Bearer => insert(headers, AUTHORIZATION, &format!("Bearer {text}")),
        SchemePlace::Basic | SchemePlace::Custom => {}
        SchemePlace::Header(name) => insert(headers, HeaderName::from_static(name), text),
        SchemePlace::Query(name) => query.push((percent_encode(name), percent_encode(text))),
        SchemePlace::Cookie(name) => insert(headers, COOKIE, &format!("{name}={text}")),
    }
}

/// Marked as sensitive, so that nobody prints it (SEC-1); the client has checked its characters.
fn insert(headers: &mut HeaderMap, name: HeaderName, text: &str) {
    if let Ok(mut value) = HeaderValue::from_str(text) {
        value.set_sensitive(true);
        headers.insert(name, value);
    }
}
