use crate::runtime::Json;

/// An error that the schema declares: which statuses it is, and when (ERR-1).
#[derive(Debug)]
pub struct ErrorCase {
    /// The schema's name of it.
    pub name: &'static str,
    /// The statuses, the first and the last.
    pub status: (u16, u16),
    /// A path into the body and the text there, where several errors have one status.
    pub when: Option<(&'static str, &'static str)>,
}

impl ErrorCase {
    /// An error of one status.
    #[must_use]
    pub const fn status(status: u16, name: &'static str) -> Self {
        Self::range(status, status, name)
    }

    /// An error of all statuses from `first` to `last`.
    #[must_use]
    pub const fn range(first: u16, last: u16, name: &'static str) -> Self {
        Self {
            name,
            status: (first, last),
            when: None,
        }
    }

    /// The same, only if the text at `path` of the body is `value`.
    #[must_use]
    pub const fn when(mut self, path: &'static str, value: &'static str) -> Self {
        self.when = Some((path, value));
        self
    }

    const fn is_exact(&self) -> bool {
        self.status.0 == self.status.1
    }

    fn fits(&self, status: u16, json: Option<&Json<'_>>) -> bool {
        let (first, last) = self.status;
        let has = |(path, wanted): (&str, &str)| match json.and_then(|json| json.at(path)) {
            Some(Json::String(text)) => text == wanted,
            Some(Json::Number(digits)) => *digits == wanted,
            Some(Json::Bool(value)) => value.to_string() == wanted,
            _ => false,
        };
        (first..=last).contains(&status) && self.when.is_none_or(has)
    }
}

/// What a status and a body come to for an operation: an exact status, then a range (ERR-1).
pub(crate) fn find_name(
    status: u16,
    json: Option<&Json<'_>>,
    cases: &[&'static ErrorCase],
) -> Option<&'static str> {
    let all = || cases.iter().filter(|case| case.fits(status, json));
    let found = all().find(|case| case.is_exact()).or_else(|| all().next());
    found.map(|case| case.name)
}
