use std::error::Error as StdError;

use super::job::Job;
use crate::runtime::BoxError;
use crate::runtime::shown::Redaction;

impl Job {
    /// Keeps the call's secrets out of what people see.
    pub(crate) fn redaction(&self) -> Redaction {
        Redaction::of(&self.draft, &self.spent)
    }

    /// A text of others without the credentials that the client has, also where they are
    /// encoded (SEC-1).
    pub(super) fn masked(&self, text: &str) -> String {
        self.redaction().text(text)
    }

    /// Whether an error says a credential, or one of its causes does.
    pub(super) fn is_telling(&self, error: &(dyn StdError + 'static)) -> bool {
        let redaction = self.redaction();
        let mut cause = Some(error);
        while let Some(error) = cause {
            let words = format!("{error}\n{error:?}");
            if redaction.text(&words) != words {
                return true;
            }
            cause = error.source();
        }
        false
    }

    /// An error of others, if neither it nor what caused it says a credential (SEC-1).
    pub(super) fn harmless(&self, source: BoxError) -> Option<BoxError> {
        (!self.is_telling(&*source)).then_some(source)
    }
}
