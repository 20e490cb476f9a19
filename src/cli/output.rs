//! Where feeds go: standard output, or a file that is written whole or not at all.
//!
//! A file is written beside its place and renamed when all is done, with the permissions that a
//! fresh file would have or those of the file that it replaces. Links are followed. What is no
//! ordinary file (a pipe, `/dev/null`) can't be replaced and is written directly.

use super::exit::{Access, Failure};
use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// Large enough that standard output's own buffer of lines never matters.
const BUFFER: usize = 256 * 1024;

/// How the name of a file starts until it is whole.
const PREFIX: &str = ".wp2feed-";

/// Where a feed is to go.
#[derive(Debug)]
pub(super) enum Target {
    Stdout,
    File(PathBuf),
}

/// A target that is being written.
#[derive(Debug)]
pub(super) enum Output {
    Stdout(Stdout),
    Stream(File),
    Whole(NamedTempFile, PathBuf),
    /// One that is written, and waits to be put into its place.
    Closed(TempPath, PathBuf),
}

impl From<Option<PathBuf>> for Target {
    /// No file, `-` and `/dev/stdout` are standard output, which may be a file that others write too.
    fn from(path: Option<PathBuf>) -> Self {
        match path {
            Some(path) if path.as_os_str() != "-" && path != Path::new("/dev/stdout") => {
                Target::File(path)
            }
            _ => Target::Stdout,
        }
    }
}

impl Target {
    /// The name that messages give it.
    pub(super) fn name(&self) -> String {
        match self {
            Target::Stdout => "<stdout>".to_owned(),
            Target::File(path) => path.display().to_string(),
        }
    }

    /// Opens it; a file that is there stays as it is until [`Output::keep`].
    pub(super) fn open(&self) -> io::Result<Output> {
        self.open_beside(PREFIX)
    }

    /// Opens it, with the start of the name that the file has until it is kept.
    pub(super) fn open_beside(&self, prefix: &str) -> io::Result<Output> {
        let Target::File(path) = self else { return Ok(Output::Stdout(io::stdout())) };
        match fs::metadata(path) {
            Ok(found) if found.is_file() || found.is_dir() => replace(path, prefix),
            Ok(_) => File::options().write(true).open(path).map(Output::Stream),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                Ok(Output::Whole(beside(&real(path)?, prefix)?, real(path)?))
            }
            Err(e) => Err(e),
        }
    }
}

/// Writes a report to standard output.
pub(super) fn print(report: &str) -> Result<(), Failure> {
    match anstream::stdout().write_all(report.as_bytes()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::file(Access::Write, "<stdout>", &io::Error::from(e.kind())))
        }
        // Who closes a pipe has read enough.
        _ => Ok(()),
    }
}

impl Output {
    /// Writes through a buffer, and tells how many bytes it were.
    pub(super) fn write(
        &mut self,
        feed: impl FnOnce(&mut dyn Write) -> wp2feed::Result<()>,
    ) -> wp2feed::Result<u64> {
        let inner: &mut dyn Write = match self {
            Output::Stdout(stdout) => stdout,
            Output::Stream(file) => file,
            Output::Whole(file, _) => file,
            Output::Closed(..) => return Ok(0),
        };
        let mut out = BufWriter::with_capacity(BUFFER, Counted { inner, bytes: 0 });
        feed(&mut out)?;
        out.flush()?;
        Ok(out.get_ref().bytes)
    }

    /// Closes a file that is to be kept later, since there may be no more than a few hundred open ones.
    pub(super) fn close(self) -> Output {
        match self {
            Output::Whole(file, path) => Output::Closed(file.into_temp_path(), path),
            other => other,
        }
    }

    /// Puts what was written into its place.
    pub(super) fn keep(self) -> io::Result<()> {
        match self {
            Output::Stdout(_) | Output::Stream(_) => Ok(()),
            Output::Whole(file, path) => file.persist(path).map(drop).map_err(|e| e.error),
            Output::Closed(file, path) => file.persist(path).map_err(|e| e.error),
        }
    }
}

/// Starts a file that takes the place and the permissions of another, if that may be written.
fn replace(path: &Path, prefix: &str) -> io::Result<Output> {
    let old = File::options().write(true).open(path)?;
    let permissions = old.metadata()?.permissions();
    let path = real(path)?;
    let file = beside(&path, prefix)?;
    file.as_file().set_permissions(permissions)?;
    Ok(Output::Whole(file, path))
}

/// Follows links; they don't go round, or the system would have refused the path.
fn real(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    while path.is_symlink() {
        path = folder(&path).join(fs::read_link(&path)?);
    }
    Ok(path)
}

/// Makes a temporary file in the same folder, so that renaming never copies.
fn beside(path: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    if let Some(fresh) = fresh_permissions() {
        builder.permissions(fresh);
    }
    let folder = folder(path);
    fs::metadata(folder)?;
    builder.tempfile_in(folder).map_err(unnamed)
}

/// Takes the name of the temporary file out of an error, which nobody has heard of.
fn unnamed(e: io::Error) -> io::Error {
    if e.kind() == io::ErrorKind::Other { e } else { e.kind().into() }
}

/// The folder in which a file is, or will be, behind all links.
pub(super) fn folder_of_file(path: &Path) -> Option<PathBuf> {
    real(path).ok().map(|path| folder(&path).to_owned())
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What every program asks for when it makes a file; the system takes the umask away.
#[cfg(unix)]
fn fresh_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn fresh_permissions() -> Option<Permissions> {
    None
}

/// Counts what passes through.
struct Counted<W> {
    inner: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
