use crate::runtime::{
    AuthRequirement, ErrorCase, PageStyle, RateLimit, Retry, StreamStyle, Timeouts,
};

/// What operations differ in.
#[derive(Debug)]
pub struct Operation {
    /// `ai.list_execution_contexts`: what error texts begin with.
    pub id: &'static str,
    /// The method.
    pub method: &'static str,
    /// Appended to the base URL; `{name}` stands for a path parameter.
    pub path: &'static str,
    /// For the header of that name (HDR-3).
    pub accept: &'static str,
    /// What statuses mean.
    pub errors: &'static [&'static ErrorCase],
    /// Where they differ from the service's.
    pub timeouts: Timeouts,
    /// Where it differs from the service's.
    pub retry: Retry,
    /// Where it differs from the service's.
    pub auth: Option<AuthRequirement>,
    /// May be repeated though its method says otherwise (RETRY-1).
    pub idempotent: bool,
    /// The header of the idempotency key, for operations that send one (RETRY-6).
    pub idempotency_key: Option<&'static str>,
    /// How often it may be called (LIMIT-1).
    pub limit: Option<RateLimit>,
    /// Bytes of an answer of success, at most.
    pub longest_answer: Option<usize>,
    /// How the list goes on that the answer is a page of.
    pub page: Option<PageStyle>,
    /// How the answer becomes a stream, where it can be one.
    pub stream: Option<StreamStyle>,
}

impl Operation {
    /// An operation of which nothing else is known.
    #[must_use]
    pub const fn new(id: &'static str, method: &'static str, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            accept: "application/json",
            errors: &[],
            timeouts: Timeouts::UNSET,
            retry: Retry::UNSET,
            auth: None,
            idempotent: false,
            idempotency_key: None,
            limit: None,
            longest_answer: None,
            page: None,
            stream: None,
        }
    }
}
