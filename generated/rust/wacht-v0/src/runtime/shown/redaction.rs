use http::HeaderMap;

use super::json::without_members;
use super::pairs::without_values;
use super::{is_open, is_secret};
use crate::runtime::{Credential, Draft, Token, base64, percent_encode};

/// Credentials of fewer bytes are parts of ordinary words.
const SHORT: usize = 8;

/// Keeps secrets out of what people see of a call (SEC-1, SEC-2).
#[derive(Clone)]
pub(crate) struct Redaction {
    /// Credentials, the longest first: one that is a part of another must not uncover the rest
    /// of it.
    secrets: Vec<String>,
    /// What the schema calls secret.
    names: &'static [&'static str],
    /// The path as it is sent, and as it may be shown, where the two differ.
    path: Option<(String, String)>,
}

impl Redaction {
    /// What a call has to hide, beside the `tokens` that it was sent with.
    pub(crate) fn of(draft: &Draft, tokens: &[Token]) -> Self {
        let core = &draft.client.core;
        let given = core.credentials.values().flat_map(parts);
        let texts = given.chain(tokens.iter().map(|token| token.text.to_string()));
        let mut secrets: Vec<_> = texts
            .filter(|text| !text.is_empty())
            .flat_map(|text| [percent_encode(&text), text])
            .collect();
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.dedup();
        Self {
            secrets,
            names: core.service.secrets,
            path: draft.secret_path(),
        }
    }

    /// A text of others.
    pub(crate) fn text(&self, text: &str) -> String {
        let secrets = self.secrets.iter();
        secrets.fold(text.to_owned(), |text, secret| without(&text, secret))
    }

    /// A URL without secret values.
    pub(crate) fn url(&self, url: &str) -> String {
        let (address, query) = url
            .split_once('?')
            .map_or((url, None), |(address, query)| (address, Some(query)));
        let mut shown = match &self.path {
            Some((path, shown)) => address.replacen(path, shown, 1),
            None => address.to_owned(),
        };
        if let Some(query) = query {
            shown.push('?');
            shown.push_str(&without_values(query, self.names));
        }
        self.text(&shown)
    }

    /// `name: value` of each header; with `all`, those are shown, too, that nobody knows.
    pub(crate) fn headers(&self, headers: &HeaderMap, all: bool) -> Vec<String> {
        let shown = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
            let name = name.as_str();
            let is_known = is_open(name) || (all && !is_secret(name));
            if value.is_sensitive() || self.names.contains(&name) || !is_known {
                return format!("{name}: ***");
            }
            let value = String::from_utf8_lossy(value.as_bytes());
            format!("{name}: {}", self.text(&value))
        };
        headers.iter().map(shown).collect()
    }

    /// A body of text.
    pub(crate) fn body(&self, text: &str) -> String {
        let is_json = text.trim_start().starts_with(['"', '[', '{']);
        self.text(&if is_json {
            without_members(text, self.names)
        } else {
            without_values(text, self.names)
        })
    }
}

/// The texts that a credential is made of, and those that are made of it.
fn parts(credential: &Credential) -> Vec<String> {
    match credential {
        Credential::Text(text) => vec![text.clone()],
        Credential::Basic(user, password) => {
            let both = base64(format!("{user}:{password}").as_bytes(), false);
            vec![user.clone(), password.clone(), both]
        }
        Credential::Provider(provider) => {
            let token = provider.kept().map(|token| token.text.to_string());
            token.into_iter().collect()
        }
        Credential::Signer(_) => Vec::new(),
    }
}

/// One that is too short to be a secret is hidden where it stands alone: a key `a` does not make
/// `***pi` of `api`.
fn without(text: &str, secret: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut end = 0;
    for (start, _) in text.match_indices(secret) {
        let behind = start + secret.len();
        let around = [
            text[..start].chars().next_back(),
            text[behind..].chars().next(),
        ];
        let is_word = |character: &char| character.is_ascii_alphanumeric() || *character == '_';
        let is_part = secret.len() < SHORT && around.iter().flatten().any(is_word);
        shown.push_str(&text[end..start]);
        shown.push_str(if is_part { secret } else { "***" });
        end = behind;
    }
    shown + &text[end..]
}

/// A text on one line (ERR-5).
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
