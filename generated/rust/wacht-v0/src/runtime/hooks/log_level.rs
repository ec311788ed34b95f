use std::fmt;
use std::str::FromStr;

/// What is logged: an attempt is a line at `Info`; headers and the first 1 KiB of bodies are
/// `Debug` (HOOK-3).
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What ended otherwise than it should have.
    Error,
    /// What may become a problem.
    Warn,
    /// What happens.
    Info,
    /// Every detail.
    Debug,
}

impl LogLevel {
    const ALL: [(&'static str, Self); 5] = [
        ("off", Self::Off),
        ("error", Self::Error),
        ("warn", Self::Warn),
        ("info", Self::Info),
        ("debug", Self::Debug),
    ];
}

impl FromStr for LogLevel {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.iter();
        let found = all.find(|(name, _)| name.eq_ignore_ascii_case(text));
        let level = found.map(|(_, level)| *level);
        level.ok_or("must be off, error, warn, info or debug")
    }
}

impl fmt::Display for LogLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = Self::ALL.iter();
        let name = all.find(|(_, level)| level == self).map(|(name, _)| *name);
        f.write_str(name.unwrap_or_default())
    }
}
