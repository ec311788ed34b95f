//! What stands for network, time and chance in the tests of programs (SEAM-2).

mod fake_clock;
mod memory_transport;
mod recorded_request;
mod reply;
mod seeded_random;
mod time_line;

pub use fake_clock::FakeClock;
pub use memory_transport::MemoryTransport;
pub use recorded_request::RecordedRequest;
pub use reply::Reply;
pub use seeded_random::SeededRandom;
