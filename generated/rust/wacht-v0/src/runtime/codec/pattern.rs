/// A form that texts must have: what the schema says, and how it is tested.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    source: &'static str,
    is_match: fn(&str) -> bool,
}

impl Pattern {
    /// A pattern that a function tests.
    #[must_use]
    pub const fn new(source: &'static str, is_match: fn(&str) -> bool) -> Self {
        Self { source, is_match }
    }

    /// The pattern as the schema has it.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether a text has a match in it.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        (self.is_match)(text)
    }
}

/// A [`Pattern`] with the form that the crate `regex` reads it in, which is compiled when it is
/// first needed. A form that the crate refuses is left to the server.
#[macro_export]
#[doc(hidden)]
macro_rules! pattern {
    ($source:literal) => {
        $crate::pattern!($source, $source)
    };
    ($source:literal, $form:literal) => {
        $crate::runtime::Pattern::new($source, |text| {
            static FORM: ::std::sync::LazyLock<Option<::regex::Regex>> =
                ::std::sync::LazyLock::new(|| ::regex::Regex::new($form).ok());
            FORM.as_ref().is_none_or(|form| form.is_match(text))
        })
    };
}
