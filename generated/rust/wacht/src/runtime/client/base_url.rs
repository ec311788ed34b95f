use crate::runtime::ConfigError;

/// Checks a base URL, and takes slashes from its end (CFG-3).
pub(crate) fn base_url(text: &str, setting: &str) -> Result<String, ConfigError> {
    let refuse = |problem| Err(ConfigError::new(setting, problem));
    let Ok(url) = reqwest::Url::parse(text) else {
        return refuse("is no absolute URL");
    };
    if !matches!(url.scheme(), "http" | "https") {
        return refuse("is neither http nor https");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refuse("has a query or a fragment");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("has a user in it");
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// Whether credentials may go there: encrypted, or to this very machine (CFG-4).
pub(crate) fn is_safe(base: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(base) else {
        return false;
    };
    let host = url.host_str().unwrap_or_default();
    let is_loopback = host == "localhost"
        || host.ends_with(".localhost")
        || host
            .trim_matches(['[', ']'])
            .parse()
            .is_ok_and(|address: std::net::IpAddr| address.is_loopback());
    url.scheme() == "https" || is_loopback
}
