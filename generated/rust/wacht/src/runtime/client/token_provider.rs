use std::error::Error as StdError;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::runtime::BoxFuture;

/// Less time left: asked again while the old one is still used; and before anything is sent
/// (AUTH-2).
const AHEAD: Duration = Duration::from_secs(120);
const AT_ONCE: Duration = Duration::from_secs(30);

/// Why a credential could not be had.
pub(crate) type Cause = Box<dyn StdError + Send + Sync>;

/// A credential that may end.
#[derive(Clone, Eq, PartialEq)]
pub struct Token {
    pub(crate) text: Arc<str>,
    /// Time since 1970.
    expires: Option<Duration>,
}

impl Token {
    /// A credential that never ends.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into().into(),
            expires: None,
        }
    }

    /// The same until then.
    #[must_use]
    pub fn expires_at(mut self, time: SystemTime) -> Self {
        self.expires = Some(time.duration_since(UNIX_EPOCH).unwrap_or_default());
        self
    }

    fn left(&self, now: Duration) -> Duration {
        self.expires
            .map_or(Duration::MAX, |expires| expires.saturating_sub(now))
    }
}

/// A credential from a function, kept until it is about to end. Many calls at once ask only
/// once (AUTH-2).
#[derive(Clone)]
pub struct TokenProvider(Arc<Inner>);

struct Inner {
    ask: Box<dyn Fn() -> BoxFuture<'static, Result<Token, Cause>> + Send + Sync>,
    kept: Mutex<Option<Token>>,
    /// Held by the one who asks.
    asking: Arc<tokio::sync::Mutex<()>>,
}

impl TokenProvider {
    pub(super) fn new<F, E>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Token, E>> + Send + 'static,
        E: Into<Cause>,
    {
        Self(Arc::new(Inner {
            ask: Box::new(move || {
                let asked = ask();
                Box::pin(async move { asked.await.map_err(Into::into) })
            }),
            kept: Mutex::new(None),
            asking: Arc::default(),
        }))
    }

    pub(crate) async fn token(&self, now: Duration) -> Result<Token, Cause> {
        let kept = self.kept();
        match kept {
            Some(token) if token.left(now) > AHEAD => Ok(token),
            Some(token) if token.left(now) >= AT_ONCE => {
                self.renew_behind();
                Ok(token)
            }
            old => self.renew(old).await,
        }
    }

    /// Asks for the next token while the old one is used, unless somebody asks already. A
    /// failure shows once the old one has ended.
    fn renew_behind(&self) {
        let turn = Arc::clone(&self.0.asking).try_lock_owned();
        let (Ok(runtime), Ok(turn)) = (tokio::runtime::Handle::try_current(), turn) else {
            return;
        };
        let provider = self.clone();
        runtime.spawn(async move {
            let _ = provider.ask().await;
            drop(turn);
        });
    }

    /// Asks for a token, unless somebody else has got one instead of `old` meanwhile.
    async fn renew(&self, old: Option<Token>) -> Result<Token, Cause> {
        let _turn = self.0.asking.lock().await;
        if let Some(token) = self.kept().filter(|token| Some(token) != old.as_ref()) {
            return Ok(token);
        }
        self.ask().await
    }

    async fn ask(&self) -> Result<Token, Cause> {
        let token = (self.0.ask)().await?;
        let is_visible = |byte: u8| (0x21..=0x7e).contains(&byte);
        if token.text.is_empty() || !token.text.bytes().all(is_visible) {
            return Err("a token must be visible ASCII without spaces".into());
        }
        *self.lock() = Some(token.clone());
        Ok(token)
    }

    /// The service has refused it (AUTH-3).
    pub(crate) fn forget(&self, token: &Token) {
        let mut kept = self.lock();
        if kept.as_ref() == Some(token) {
            *kept = None;
        }
    }

    pub(crate) fn kept(&self) -> Option<Token> {
        self.lock().clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Token>> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}
