//! Replaces a file at once: written beside it, flushed, renamed over it, the folder flushed.
//!
//! In: path and bytes. Out: the file. Invariant: at every moment the path holds the old bytes or the new ones.

use super::FileError;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Returns the folder of a path, "." for a bare name.
pub(super) fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let folder = folder(path);
    let beside = "write a file beside it";
    let mut file = tempfile::Builder::new()
        .prefix(".newsgraph-")
        .tempfile_in(&folder)
        .map_err(FileError::io(path, beside))?;
    file.write_all(bytes).map_err(FileError::io(path, beside))?;
    keep_permissions(path, file.as_file());
    file.as_file()
        .sync_all()
        .map_err(FileError::io(path, "flush the new file to disk"))?;
    file.persist(path)
        .map_err(|e| FileError::io(path, "put the new file in place")(e.error))?;
    // Some file systems do not flush folders; the rename itself has happened.
    if let Ok(folder) = std::fs::File::open(&folder) {
        drop(folder.sync_all());
    }
    Ok(())
}

/// Temporary files are private; the graph keeps the permissions it had, or gets those a new file gets.
fn keep_permissions(path: &Path, file: &std::fs::File) {
    if let Ok(old) = std::fs::metadata(path) {
        drop(file.set_permissions(old.permissions()));
        return;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        drop(file.set_permissions(std::fs::Permissions::from_mode(0o644)));
    }
}
