use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Download;
use crate::runtime::blocking;

/// Writes what is left of a download beside the file, and renames it where all has come; what
/// was cut leaves nothing behind.
pub(super) async fn save(download: Download, path: &Path) -> io::Result<u64> {
    let (whole, part) = (path.to_owned(), beside(path));
    let created = part.clone();
    let file = blocking(move || File::create(created))?.await??;
    match written(download, file).await {
        Ok(size) => {
            blocking(move || fs::rename(part, whole))?.await??;
            Ok(size)
        }
        Err(error) => {
            // The first error is the one to tell.
            let _ = blocking(move || fs::remove_file(part))?.await;
            Err(error)
        }
    }
}

/// `label.pdf.part`, in the same folder, so that renaming copies nothing.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

async fn written(mut download: Download, mut file: File) -> io::Result<u64> {
    let mut size = 0;
    while let Some(bytes) = download.next().await {
        let bytes = bytes.map_err(io::Error::other)?;
        size += u64::try_from(bytes.len()).unwrap_or_default();
        let writing = blocking(move || {
            file.write_all(&bytes)?;
            Ok(file)
        });
        file = writing?.await??;
    }
    Ok(size)
}
