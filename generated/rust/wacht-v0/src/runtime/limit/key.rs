use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::RateLimit;
use crate::runtime::{Credential, Draft};

impl Draft {
    /// What the call counts for: the first of the places that has a value (LIMIT-2).
    pub(super) fn limit_key(&self, limit: &RateLimit) -> String {
        let mut places = limit.key.iter();
        let found = places.find_map(|place| Some(format!("{place}={}", self.at_place(place)?)));
        found.unwrap_or_default()
    }

    fn at_place(&self, place: &str) -> Option<String> {
        let (kind, name) = place.split_once('.').unwrap_or((place, ""));
        let value = match kind {
            "credential" => Some(self.identity()),
            "body" => self.sent(name, true),
            "query" => self.sent(name, false),
            "path" => {
                let mut values = self.path_values.iter();
                values
                    .find(|(key, _)| key == name)
                    .map(|(_, value)| value.clone())
            }
            "header" => {
                let mut headers = self.headers.iter();
                let found = headers.find(|(key, _)| key.as_str().eq_ignore_ascii_case(name));
                found.and_then(|(_, value)| value.to_str().ok().map(str::to_owned))
            }
            _ => None,
        };
        value.filter(|value| !value.is_empty())
    }

    /// A hash of the credentials: state that lasts holds none itself.
    fn identity(&self) -> String {
        let core = &self.client.core;
        let mut hasher = DefaultHasher::new();
        let required = self.operation.auth.unwrap_or(core.service.auth);
        for scheme in required.iter().copied().flatten() {
            match core.credentials.get(scheme.credential) {
                Some(Credential::Text(text)) => text.hash(&mut hasher),
                Some(Credential::Basic(user, password)) => (user, password).hash(&mut hasher),
                _ => scheme.credential.hash(&mut hasher),
            }
        }
        format!("{:016x}", hasher.finish())
    }
}
