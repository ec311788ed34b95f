use std::collections::HashMap;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use super::environment::Environment;
use super::{Client, Credential, Service};
use crate::runtime::{
    BoxError, CallEvent, Clock, ConfigError, HooksBuilder, HttpRequest, HttpResponse, LogLevel,
    Next, Random, RateLimitMode, ReqwestTransport, Retry, SystemClock, SystemRandom, Timeouts,
    Transport,
};

/// What a program sets up of reqwest.
type SetUp = dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync;

/// Settings of a client. What is not given comes from the environment, then from the schema
/// (CFG-1).
#[derive(Clone)]
#[must_use = "a builder makes no client before `build`"]
pub struct ClientBuilder {
    pub(super) service: &'static Service,
    pub(super) credentials: HashMap<&'static str, Credential>,
    pub(super) base_url: Option<String>,
    pub(super) timeouts: Timeouts,
    pub(super) retry: Retry,
    pub(super) rate_limit: Option<RateLimitMode>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) user_agent: Option<String>,
    pub(super) allow_insecure: bool,
    pub(super) check_requests: bool,
    pub(super) transport: Option<Arc<dyn Transport>>,
    set_up: Option<Arc<SetUp>>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) random: Arc<dyn Random>,
    pub(super) hooks: HooksBuilder,
    pub(super) environment: Environment,
}

impl ClientBuilder {
    /// Settings of a client of the service.
    pub fn new(service: &'static Service) -> Self {
        Self {
            service,
            credentials: HashMap::new(),
            base_url: None,
            timeouts: Timeouts::UNSET,
            retry: Retry::UNSET,
            rate_limit: None,
            headers: Vec::new(),
            user_agent: None,
            allow_insecure: false,
            check_requests: true,
            transport: None,
            set_up: None,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom::default()),
            hooks: HooksBuilder::default(),
            environment: Environment::of_process(),
        }
    }

    /// Says who the client is, by the name of the setting.
    pub fn credential(mut self, setting: &'static str, credential: impl Into<Credential>) -> Self {
        self.credentials.insert(setting, credential.into());
        self
    }

    /// Where the service is: `https://host/v1`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// How long a call may take, all its attempts and waits together; zero is no limit.
    pub const fn timeout(mut self, total: Duration) -> Self {
        self.timeouts.total = Some(total);
        self
    }

    /// Other limits of time.
    pub const fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// How failed attempts are repeated.
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// What becomes of calls that would break a rate limit; they wait unless set.
    pub const fn rate_limit(mut self, mode: RateLimitMode) -> Self {
        self.rate_limit = Some(mode);
        self
    }

    /// A header of every request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Stands behind the client's own user agent: `app/1.2` (UA-1).
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.user_agent = Some(product.into());
        self
    }

    /// Sends credentials over plain HTTP, to any host (CFG-4).
    pub const fn allow_insecure(mut self, allow: bool) -> Self {
        self.allow_insecure = allow;
        self
    }

    /// Whether arguments are checked against the schema's rules before sending (JSON-4).
    pub const fn check_requests(mut self, check: bool) -> Self {
        self.check_requests = check;
        self
    }

    /// A function around each attempt, inside of those that were given before: it may change the
    /// request, answer it without sending it, send it more than once. Its own errors end the
    /// call, as [`Error::Middleware`](crate::runtime::Error::Middleware) (HOOK-1).
    pub fn middleware<F>(
        mut self,
        middleware: impl Fn(HttpRequest, Next) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<HttpResponse, BoxError>> + Send + 'static,
    {
        self.hooks.middleware(middleware);
        self
    }

    /// A function that is told what happens in calls, and changes nothing (HOOK-2).
    pub fn observer(mut self, observer: impl Fn(&CallEvent<'_>) + Send + Sync + 'static) -> Self {
        self.hooks.observer(observer);
        self
    }

    /// Where lines of the log go. Without it they go to `tracing`, if the crate has that
    /// feature, else to the standard error stream if the environment asks for a log (HOOK-3).
    pub fn logger(mut self, write: impl Fn(LogLevel, &str) + Send + Sync + 'static) -> Self {
        self.hooks.logger(write);
        self
    }

    /// What is logged; else what the environment says, else warnings and errors.
    pub fn log_level(mut self, level: LogLevel) -> Self {
        self.hooks.level(level);
        self
    }

    /// What sends requests: a pool of one's own, or a double for tests.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sets up the client's own pool of connections: proxies, further root certificates, DNS.
    /// Redirects, repeats and the limit for connecting stay the client's.
    pub fn pool(
        mut self,
        set_up: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.set_up = Some(Arc::new(set_up));
        self
    }

    /// Where times come from.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Where chance comes from.
    pub fn random(mut self, random: impl Random + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Where settings come from that are not given; the process's own variables unless set.
    pub fn environment(
        mut self,
        read: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.environment = Environment::new(read);
        self
    }

    /// A client, and what is wrong with it: its calls return that, too (CFG-6).
    #[must_use]
    pub fn into_client(self) -> (Client, Option<ConfigError>) {
        let client = Client::new(self);
        let problem = client.problem().cloned();
        (client, problem)
    }

    pub(super) fn transport_or_pool(
        &self,
        connect: Option<Duration>,
    ) -> Result<Arc<dyn Transport>, ConfigError> {
        if let Some(transport) = &self.transport {
            return Ok(Arc::clone(transport));
        }
        let start = reqwest::Client::builder();
        let builder = match &self.set_up {
            Some(set_up) => set_up(start),
            None => start,
        };
        match ReqwestTransport::new(builder, connect) {
            Ok(pool) => Ok(Arc::new(pool)),
            Err(error) => Err(ConfigError::new("TLS", &error.to_string())),
        }
    }
}

/// Values of headers stay out of it as well: some are credentials (SEC-1).
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("base_url", &self.base_url)
            .field("timeouts", &self.timeouts)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
