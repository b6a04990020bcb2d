//! Replaces a file at once: written beside it, flushed, renamed over it, the folder flushed. What is no ordinary file is written to instead.
//!
//! In: path and bytes. Out: the file. Invariants: at every moment the path of an ordinary file holds the old bytes or the new ones; a link stays a link,
//! a device or pipe what it is; a file keeps its permissions and owner, and one that is read-only its bytes.

use super::FileError;
use std::fs::{File, Metadata, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Most links that are followed one after another; more are a circle.
const MOST_LINKS: usize = 40;

/// Returns the folder of a path, "." for a bare name.
pub(super) fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// Replaces a file, or makes it; writes through links, and into pipes and devices.
///
/// # Errors
/// [`FileError::ReadOnly`]; [`FileError::Io`] with what the system said. The old file stays.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let Some(target) = target(path) else {
        return through(path, bytes);
    };
    let old = std::fs::metadata(&target).ok();
    if old.is_some() {
        check_writable(path)?;
    }
    let folder = folder(&target);
    let beside = "write a file beside it";
    let mut file = tempfile::Builder::new()
        .prefix(".newsgraph-")
        .tempfile_in(&folder)
        .map_err(FileError::io(path, beside))?;
    file.write_all(bytes).map_err(FileError::io(path, beside))?;
    keep_owner(old.as_ref(), file.as_file());
    file.as_file()
        .sync_all()
        .map_err(FileError::io(path, "flush the new file to disk"))?;
    file.persist(&target)
        .map_err(|e| FileError::io(path, "put the new file in place")(e.error))?;
    // Some file systems do not flush folders; the rename itself has happened.
    if let Ok(folder) = File::open(&folder) {
        drop(folder.sync_all());
    }
    Ok(())
}

/// Adds to a file, or makes it.
///
/// # Errors
/// As [`replace`].
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if target(path).is_none() {
        return through(path, bytes);
    }
    if path.exists() {
        check_writable(path)?;
    }
    let open = OpenOptions::new().create(true).append(true).open(path);
    let mut file = open.map_err(FileError::io(path, "open the file for writing"))?;
    let write = file.write_all(bytes);
    write.map_err(FileError::io(path, "write to it"))
}

/// Where an ordinary file is, or will be, behind all links; `None` for what is written to as it stands: pipes, devices, the outputs of a process.
fn target(path: &Path) -> Option<PathBuf> {
    let ordinary = |m: &Metadata| m.is_file() || m.is_dir();
    if std::fs::metadata(path).is_ok_and(|m| !ordinary(&m)) {
        return None;
    }
    let mut at = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        // A link of the system to what a process has open names no place in a folder.
        if at.starts_with("/proc") {
            return None;
        }
        match std::fs::read_link(&at) {
            Ok(next) => at = folder(&at).join(next),
            Err(_) => break,
        }
    }
    Some(at)
}

/// Writes into what is there.
fn through(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let open = OpenOptions::new().append(true).open(path);
    let mut file = open.map_err(FileError::io(path, "open it for writing"))?;
    let write = file.write_all(bytes).and_then(|()| file.flush());
    write.map_err(FileError::io(path, "write to it"))
}

/// Refuses a file that says that it is not to be written, also to those whom the system would let.
fn check_writable(path: &Path) -> Result<(), FileError> {
    let metadata = std::fs::metadata(path).map_err(FileError::io(path, "look at the file"))?;
    if metadata.is_dir() {
        let folder = std::io::Error::from(std::io::ErrorKind::IsADirectory);
        return Err(FileError::io(path, "write a file")(folder));
    }
    let open = OpenOptions::new().write(true).open(path);
    let denied = |e: &std::io::Error| e.kind() == std::io::ErrorKind::PermissionDenied;
    if metadata.permissions().readonly() || open.as_ref().is_err_and(denied) {
        return Err(FileError::ReadOnly {
            path: path.display().to_string(),
        });
    }
    let opened = open.map_err(FileError::io(path, "open the file for writing"))?;
    drop(opened);
    Ok(())
}

/// Temporary files are private; a file keeps the permissions and the owner it had, or gets the permissions of a new file.
fn keep_owner(old: Option<&Metadata>, file: &File) {
    if let Some(old) = old {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            drop(std::os::unix::fs::fchown(
                file,
                Some(old.uid()),
                Some(old.gid()),
            ));
        }
        drop(file.set_permissions(old.permissions()));
        return;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        drop(file.set_permissions(std::fs::Permissions::from_mode(0o644)));
    }
}
