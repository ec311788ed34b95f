use std::error::Error as StdError;

use super::job::Job;
use crate::runtime::{Credential, base64, percent_encode};

/// Credentials of fewer bytes are parts of ordinary words.
const SHORT: usize = 8;

impl Job {
    /// A text of others without the credentials that the client has, also where they are
    /// encoded (SEC-1). One that is too short to be a secret is taken out where it stands alone.
    pub(super) fn masked(&self, text: &str) -> String {
        let mut secrets = self.secrets();
        // One that is a part of another must not uncover the rest of it.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets
            .iter()
            .fold(text.to_owned(), |text, secret| without(&text, secret))
    }

    /// Whether an error says a credential, or one of its causes does.
    pub(super) fn is_telling(&self, error: &(dyn StdError + 'static)) -> bool {
        let mut words = format!("{error:?}");
        let mut cause = Some(error);
        while let Some(error) = cause {
            words += &format!("\n{error}\n{error:?}");
            cause = error.source();
        }
        self.masked(&words) != words
    }

    fn secrets(&self) -> Vec<String> {
        let mut secrets = Vec::new();
        for credential in self.core().credentials.values() {
            match credential {
                Credential::Text(text) => secrets.push(text.clone()),
                Credential::Basic(user, password) => {
                    secrets.push(base64(format!("{user}:{password}").as_bytes(), false));
                    secrets.extend([user.clone(), password.clone()]);
                }
                Credential::Provider(provider) => {
                    secrets.extend(provider.kept().map(|token| token.text.to_string()));
                }
                Credential::Signer(_) => {}
            }
        }
        secrets.extend(self.spent.iter().map(|token| token.text.to_string()));
        let encoded: Vec<_> = secrets
            .iter()
            .map(|secret| percent_encode(secret))
            .collect();
        secrets.extend(encoded);
        secrets.retain(|secret| !secret.is_empty());
        secrets
    }
}

fn without(text: &str, secret: &str) -> String {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(secret) {
        let (before, behind) = (&rest[..at], &rest[at + secret.len()..]);
        let is_part = before.ends_with(is_word)
            || (before.is_empty() && clean.ends_with(is_word))
            || behind.starts_with(is_word);
        clean += before;
        clean += if is_part && secret.len() < SHORT {
            secret
        } else {
            "***"
        };
        rest = behind;
    }
    clean + rest
}
