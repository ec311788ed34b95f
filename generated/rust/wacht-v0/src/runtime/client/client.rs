use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use super::base_url::{base_url, is_safe};
use super::{ClientBuilder, Credential, Scheme, Service, user_agent};
use crate::runtime::limit::Lines;
use crate::runtime::{Clock, ConfigError, Random, RateLimitMode, Retry, Timeouts, Transport};

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
    pub(crate) timeouts: Timeouts,
    pub(crate) retry: Retry,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) user_agent: String,
    pub(crate) check_requests: bool,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) rate_limit: Option<RateLimitMode>,
    pub(crate) lines: Arc<Lines>,
    /// RETRY-5.
    pub(crate) tokens: Arc<Mutex<u32>>,
    /// Why no call can be made (CFG-6).
    problem: Option<ConfigError>,
}

impl Client {
    /// Never fails: what is wrong is returned by every call, before anything is sent (CFG-6).
    pub(super) fn new(builder: ClientBuilder) -> Self {
        let mut problems = Vec::new();
        let mut note = |problem: Result<(), ConfigError>| problems.extend(problem.err());
        let ClientBuilder {
            service,
            environment,
            ..
        } = &builder;
        let service: &'static Service = service;

        let mut timeouts = builder.timeouts;
        match environment.timeout(service) {
            Ok(limit) => timeouts.total = timeouts.total.or(limit),
            Err(problem) => note(Err(problem)),
        }
        let mut credentials = builder.credentials.clone();
        for scheme in service.schemes {
            let given = credentials.get(scheme.credential);
            let found = environment.credential(service, scheme.credential);
            match (given, found) {
                (Some(given), _) => note(given.check(scheme.credential)),
                (None, Some((variable, found))) => {
                    note(found.check(&variable));
                    credentials.insert(scheme.credential, found);
                }
                (None, None) => {}
            }
        }
        let has = |scheme: &&Scheme| credentials.contains_key(scheme.credential);
        let is_known = service.auth.iter().any(|schemes| schemes.iter().all(has));
        if let (false, Some([first, ..])) = (is_known, service.auth.first()) {
            note(Err(missing(service, first)));
        }
        let given = builder
            .base_url
            .clone()
            .map(|url| ("base_url".to_owned(), url));
        let (setting, url) = given
            .or_else(|| environment.base_url(service))
            .unwrap_or_else(|| ("base_url".to_owned(), service.base_url.to_owned()));
        let base_url = base_url(&url, &setting).unwrap_or_else(|problem| {
            note(Err(problem));
            String::new()
        });
        if !base_url.is_empty()
            && !credentials.is_empty()
            && !builder.allow_insecure
            && !is_safe(&base_url)
        {
            note(Err(ConfigError::new(
                &setting,
                "would send credentials unencrypted; use https, or `allow_insecure`",
            )));
        }
        let connect = timeouts.connect.or(service.timeouts.connect);
        let transport =
            builder.transport_or_pool(Timeouts::limit(connect.or(Timeouts::DEFAULT.connect)));
        let transport = transport.map_err(|problem| note(Err(problem))).ok();
        let core = Core {
            service,
            base_url,
            credentials,
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
            problem: problems.into_iter().next(),
        };
        Self {
            core: Arc::new(core),
        }
    }

    pub(crate) fn problem(&self) -> Option<&ConfigError> {
        self.core.problem.as_ref()
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
