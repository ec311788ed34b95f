use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::StatusCode;

use crate::runtime::Error;

/// Tells the calls of a program apart: the same in everything that is told of one call.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct CallId(u64);

impl CallId {
    pub(super) fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// Something that happened in a call. It never holds a credential (HOOK-2, SEC-1).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CallEvent<'a> {
    /// Which call it was.
    pub call: CallId,
    /// `ai.list_execution_contexts`.
    pub operation: &'a str,
    /// The method.
    pub method: &'a str,
    /// `/things/{id}`.
    pub path: &'a str,
    /// The whole URL, secret values as `***`.
    pub url: &'a str,
    /// The attempt under way or just ended: 1, 2, ..; 0 before the first.
    pub attempt: u32,
    /// Time since the call began.
    pub elapsed: Duration,
    /// What happened.
    pub moment: Moment<'a>,
}

/// What can happen in a call (HOOK-2).
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Moment<'a> {
    /// It begins.
    CallStart,
    /// It waits for a rate limit of the client's own, as far as can be told for so long.
    #[non_exhaustive]
    LimitWait {
        /// How long.
        wait: Duration,
    },
    /// A request is about to be sent.
    AttemptStart,
    /// An attempt came to its end.
    #[non_exhaustive]
    AttemptEnd {
        /// How it ended.
        outcome: Outcome<'a>,
    },
    /// Another attempt will be made.
    #[non_exhaustive]
    Retry {
        /// What the last one came to.
        error: &'a Error,
        /// How long it waits before.
        wait: Duration,
    },
    /// The call came to its end; that of a stream when its headers are there.
    #[non_exhaustive]
    CallEnd {
        /// How it ended.
        outcome: Outcome<'a>,
    },
    /// A stream has given a value.
    #[non_exhaustive]
    StreamEvent {
        /// The event's name; empty where there are none.
        name: &'a str,
        /// Its data as it came.
        data: &'a [u8],
    },
}

/// Data of events stay out of it: they may hold secrets (SEC-1).
impl fmt::Debug for Moment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CallStart => f.write_str("CallStart"),
            Self::LimitWait { wait } => write!(f, "LimitWait({wait:?})"),
            Self::AttemptStart => f.write_str("AttemptStart"),
            Self::AttemptEnd { outcome } => write!(f, "AttemptEnd({outcome:?})"),
            Self::Retry { error, wait } => write!(f, "Retry({error:?}, {wait:?})"),
            Self::CallEnd { outcome } => write!(f, "CallEnd({outcome:?})"),
            Self::StreamEvent { name, data } => {
                write!(f, "StreamEvent({name:?}, {} bytes)", data.len())
            }
        }
    }
}

/// How a call or an attempt ended.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Outcome<'a> {
    /// By an answer of success.
    Answered(StatusCode),
    /// By an error.
    Failed(&'a Error),
    /// The program has dropped the call's future.
    Dropped,
}

impl Outcome<'_> {
    /// The status, if an answer came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Answered(status) => Some(*status),
            Self::Failed(error) => error.status(),
            Self::Dropped => None,
        }
    }
}
