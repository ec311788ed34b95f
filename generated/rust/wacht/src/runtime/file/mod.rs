//! Files in requests (1.9).

mod multipart;

pub use multipart::Parts;
