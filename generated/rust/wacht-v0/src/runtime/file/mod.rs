//! Files in requests and answers (1.9).

mod content_disposition;
mod converted;
mod download;
mod download_call;
mod embedded;
mod input;
mod multipart;
mod name;
mod prepare;
mod save;

use converted::Converted;
pub use download::Download;
pub use download_call::DownloadCall;
pub use embedded::Held;
pub use input::FileInput;
pub use multipart::Parts;
use name::{base_name, media_type_of};
