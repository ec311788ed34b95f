use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use super::base_url::{base_url, is_safe};
use super::environment::Environment;
use super::problems::Problems;
use super::{ClientBuilder, Credential, Scheme, Service, user_agent};
use crate::runtime::limit::Lines;
use crate::runtime::{
    Clock, ConfigError, Hooks, Random, RateLimitMode, Retry, Timeouts, Transport,
};

/// What calls share: settings, the pool of connections, the quota of repeats. Cloning gives
/// another handle of the same client (CFG-5).
#[derive(Clone)]
pub struct Client {
    pub(crate) core: Arc<Core>,
}

#[derive(Clone)]
pub(crate) struct Core {
    pub(crate) service: &'static Service,
    pub(crate) base_url: String,
    pub(crate) credentials: HashMap<&'static str, Credential>,
    pub(crate) allow_insecure: bool,
    pub(crate) timeouts: Timeouts,
    pub(crate) retry: Retry,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) user_agent: String,
    pub(crate) hooks: Arc<Hooks>,
    pub(crate) check_requests: bool,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) rate_limit: Option<RateLimitMode>,
    pub(crate) lines: Arc<Lines>,
    /// RETRY-5.
    pub(crate) tokens: Arc<Mutex<u32>>,
    pub(super) problems: Problems,
    /// Why no call can be made (CFG-6).
    problem: Option<ConfigError>,
}

impl Client {
    /// Never fails: what is wrong is returned by every call, before anything is sent (CFG-6).
    pub(super) fn new(mut builder: ClientBuilder) -> Self {
        let environment = builder.environment.clone();
        let credentials = std::mem::take(&mut builder.credentials);
        let base_url = builder.base_url.take();
        let mut core = Core::of(builder, &environment);
        core.find_credentials(&credentials, &environment);
        core.find_base_url(base_url, &environment);
        core.settle();
        Self {
            core: Arc::new(core),
        }
    }

    /// Why no call can be made (CFG-6).
    pub(crate) fn problem(&self) -> Option<&ConfigError> {
        self.core.problem.as_ref()
    }
}

impl Core {
    /// Settings without credentials and base URL.
    fn of(builder: ClientBuilder, environment: &Environment) -> Self {
        let service = builder.service;
        let mut problems = Problems::default();
        let mut timeouts = builder.timeouts;
        match environment.timeout(service) {
            Ok(limit) => timeouts.total = timeouts.total.or(limit),
            Err(problem) => problems.note(problem),
        }
        let connect = timeouts.connect.or(service.timeouts.connect);
        let connect = Timeouts::limit(connect.or(Timeouts::DEFAULT.connect));
        let transport = builder.transport_or_pool(connect);
        let transport = transport.map_err(|problem| problems.note(problem)).ok();
        let hooks = builder.hooks.build(environment.log(service));
        Self {
            service,
            hooks: Arc::new(hooks),
            base_url: String::new(),
            credentials: HashMap::new(),
            allow_insecure: builder.allow_insecure,
            timeouts,
            retry: builder.retry,
            headers: builder.headers,
            user_agent: user_agent::user_agent(service, builder.user_agent.as_deref()),
            check_requests: builder.check_requests,
            transport,
            clock: builder.clock,
            random: builder.random,
            rate_limit: builder.rate_limit,
            lines: Arc::default(),
            tokens: Arc::new(Mutex::new(500)),
            problems,
            problem: None,
        }
    }

    fn find_credentials(
        &mut self,
        given: &HashMap<&'static str, Credential>,
        environment: &Environment,
    ) {
        for scheme in self.service.schemes {
            let setting = scheme.credential;
            let given = given.get(setting).cloned();
            let given = given.map(|given| (setting.to_owned(), given));
            let found = given.or_else(|| environment.credential(self.service, setting));
            if let Some((name, credential)) = found {
                self.set_credential(setting, &name, credential);
            }
        }
    }

    fn find_base_url(&mut self, given: Option<String>, environment: &Environment) {
        let given = given.map(|url| ("base_url".to_owned(), url));
        let (name, url) = given
            .or_else(|| environment.base_url(self.service))
            .unwrap_or_else(|| ("base_url".to_owned(), self.service.base_url.to_owned()));
        self.set_base_url(&name, &url);
    }

    /// Sets a credential; `name` is where it came from.
    pub(super) fn set_credential(
        &mut self,
        setting: &'static str,
        name: &str,
        credential: Credential,
    ) {
        self.problems.credential(setting, credential.check(name));
        self.credentials.insert(setting, credential);
    }

    /// Sets the base URL; `name` is where it came from.
    pub(super) fn set_base_url(&mut self, name: &str, url: &str) {
        let checked = base_url(url, name);
        self.base_url = self.problems.base_url(name, checked).unwrap_or_default();
    }

    /// Finds out whether calls can be made with these settings.
    pub(super) fn settle(&mut self) {
        let has = |scheme: &&Scheme| self.credentials.contains_key(scheme.credential);
        let auth = self.service.auth;
        let is_known = auth.iter().any(|schemes| schemes.iter().all(has));
        let missing = match auth.first() {
            Some([first, ..]) if !is_known => Some(missing(self.service, first)),
            _ => None,
        };
        let is_safe = self.allow_insecure || self.credentials.is_empty() || is_safe(&self.base_url);
        self.problem = self.problems.first(missing, is_safe);
    }
}

/// There is nothing to say who the client is with (CFG-6).
pub(crate) fn missing(service: &Service, scheme: &Scheme) -> ConfigError {
    let setting = scheme.credential;
    let variable = service
        .env
        .map(|prefix| format!("{prefix}_{}", setting.to_uppercase()));
    let hint = variable.map_or_else(String::new, |name| format!(", or set {name}"));
    ConfigError::new(setting, &format!("is missing: give it to the client{hint}"))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("service", &self.core.service.name)
            .field("base_url", &self.core.base_url)
            .field("credentials", &self.core.credentials)
            .finish_non_exhaustive()
    }
}
