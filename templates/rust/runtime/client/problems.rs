use crate::runtime::ConfigError;

/// What is wrong with the settings of a client; setting one again may put it right.
#[derive(Clone, Default)]
pub(super) struct Problems {
    lasting: Option<ConfigError>,
    credentials: Vec<(&'static str, ConfigError)>,
    base_url: Option<ConfigError>,
    /// Where the base URL came from.
    base_url_name: String,
}

impl Problems {
    /// Notes one that no other setting puts right.
    pub(super) fn note(&mut self, problem: ConfigError) {
        self.lasting.get_or_insert(problem);
    }

    pub(super) fn credential(&mut self, setting: &'static str, checked: Result<(), ConfigError>) {
        self.credentials.retain(|(other, _)| *other != setting);
        let problem = checked.err().map(|problem| (setting, problem));
        self.credentials.extend(problem);
    }

    pub(super) fn base_url(
        &mut self,
        name: &str,
        checked: Result<String, ConfigError>,
    ) -> Option<String> {
        name.clone_into(&mut self.base_url_name);
        self.base_url = checked.as_ref().err().cloned();
        checked.ok()
    }

    /// The one that calls return.
    pub(super) fn first(&self, missing: Option<ConfigError>, is_safe: bool) -> Option<ConfigError> {
        let credential = self.credentials.first().map(|(_, problem)| problem);
        let found = self.lasting.as_ref().or(credential).cloned();
        let insecure = || {
            let problem = "would send credentials unencrypted; use https, or `allow_insecure`";
            (!is_safe).then(|| ConfigError::new(&self.base_url_name, problem))
        };
        let url = || self.base_url.clone().or_else(insecure);
        found.or(missing).or_else(url)
    }
}
