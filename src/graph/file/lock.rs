//! One writer at a time: an exclusive lock on a small file beside the graph, given up when the writer ends, however it ends.
//!
//! In: the graph's path. Out: a held lock. Invariant: two holders never have the same graph. The lock file goes away with the lock.
//! Readers take no lock: files are replaced whole.

use super::FileError;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// A held lock; dropping it gives it up.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits for the lock on a graph and takes it.
    ///
    /// # Errors
    /// [`FileError::Io`] if the folder cannot be written.
    pub fn exclusive(graph: &Path) -> Result<Self, FileError> {
        let name = graph
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let folder = super::atomic::folder(graph);
        if !folder.is_dir() {
            let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(FileError::io(&folder, "find the folder")(missing));
        }
        let path = folder.join(format!(".{name}.lock"));
        loop {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(FileError::io(
                    graph,
                    "make the file beside it that keeps other writers out",
                ))?;
            file.lock().map_err(FileError::io(&path, "lock the file"))?;
            // The holder before may have removed the file while this one waited: then another writer can lock a new file of that name.
            if is_same(&file, &path) {
                return Ok(Self { file, path });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.path));
        drop(self.file.unlock());
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same(_file: &File, path: &Path) -> bool {
    path.exists()
}
