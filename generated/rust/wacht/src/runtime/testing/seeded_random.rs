use std::sync::atomic::{AtomicU64, Ordering};

use crate::runtime::Random;
use crate::runtime::http::uuid_of;

/// Chance that is the same for the same seed, for tests and for nothing that must be secret.
#[derive(Debug)]
pub struct SeededRandom(AtomicU64);

impl SeededRandom {
    /// Chance of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// The next 64 bits of `SplitMix64` (Steele, Lea, Flood: Fast splittable pseudorandom number
    /// generators, 2014).
    fn bits(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let state = self.0.fetch_add(STEP, Ordering::Relaxed);
        let mut bits = state.wrapping_add(STEP);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }
}

impl Default for SeededRandom {
    fn default() -> Self {
        Self::new(1)
    }
}

impl Random for SeededRandom {
    fn float(&self) -> f64 {
        let bits = u32::try_from(self.bits() >> 32).unwrap_or_default();
        f64::from(bits) / (f64::from(u32::MAX) + 1.0)
    }

    fn uuid(&self) -> String {
        uuid_of(self.bits(), self.bits())
    }
}
