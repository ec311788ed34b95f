use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::{BuildHasher, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where chance comes from (SEAM-1).
pub trait Random: fmt::Debug + Send + Sync {
    /// A number of at least 0 and less than 1.
    fn float(&self) -> f64;

    /// A UUID of version 4.
    fn uuid(&self) -> String;
}

/// Chance from keys that the system gave: enough for delays and for names, not for secrets.
#[derive(Debug, Default)]
pub struct SystemRandom {
    keys: RandomState,
    drawn: AtomicU64,
}

impl SystemRandom {
    /// 64 bits that nobody can tell from the ones before.
    fn bits(&self) -> u64 {
        let mut hasher = self.keys.build_hasher();
        hasher.write_u64(self.drawn.fetch_add(1, Ordering::Relaxed));
        hasher.finish()
    }
}

impl Random for SystemRandom {
    fn float(&self) -> f64 {
        let bits = u32::try_from(self.bits() >> 32).unwrap_or_default();
        f64::from(bits) / (f64::from(u32::MAX) + 1.0)
    }

    fn uuid(&self) -> String {
        uuid_of(self.bits(), self.bits())
    }
}

/// A UUID of version 4 with random bits (RFC 9562).
pub(crate) fn uuid_of(high: u64, low: u64) -> String {
    let version = high & 0xffff_ffff_ffff_0fff | 0x4000;
    let variant = low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000;
    let digits = format!("{version:016x}{variant:016x}");
    let (a, rest) = digits.split_at(8);
    format!(
        "{a}-{}-{}-{}-{}",
        &rest[..4],
        &rest[4..8],
        &rest[8..12],
        &rest[12..]
    )
}
