//! Whether a file is the feed that it is to be, and what differs if not.

use crate::cli::check::difference::{by_bytes, by_meaning};
use crate::cli::exit::{Access, Failure};
use crate::cli::messages::visible;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::path::Path;
use wp2feed::{Converted, Format};

/// How much of a file is compared at a time.
const BUFFER: usize = 256 * 1024;

/// Tells whether a file holds the bytes of a feed, neither of which has to be in memory.
pub(super) fn is_same(feed: &mut Converted, format: Format, path: &Path) -> Result<bool, Failure> {
    // A pipe would wait for somebody to write.
    if !path.is_file() {
        return Ok(false);
    }
    let failed = |e: io::Error| Failure::file(Access::Read, &path.display().to_string(), &e);
    let file = BufReader::with_capacity(BUFFER, File::open(path).map_err(failed)?);
    let mut against = Against { file, same: true };
    feed.write(format, &mut against)
        .map_err(|e| Failure::library(Access::Read, &path.display().to_string(), &e))?;
    Ok(against.same && against.file.fill_buf().map_err(failed)?.is_empty())
}

/// What is written to it is compared with a file.
struct Against {
    file: BufReader<File>,
    same: bool,
}

impl Write for Against {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while self.same && !rest.is_empty() {
            let there = self.file.fill_buf()?;
            let length = there.len().min(rest.len());
            self.same = length > 0 && there[..length] == rest[..length];
            self.file.consume(length);
            rest = &rest[length..];
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What would change in a file for people to read; `None` if nothing would.
pub(super) fn shown(
    feed: &mut Converted,
    format: Format,
    path: &Path,
) -> Result<Option<String>, Failure> {
    if is_same(feed, format, path)? {
        return Ok(None);
    }
    let name = path.display().to_string();
    let old = match fs::read(path) {
        Ok(old) => old,
        Err(e) if e.kind() == ErrorKind::NotFound => {
            let entries = feed.report().written();
            let name = visible(&name);
            return Ok(Some(format!("+++ {name}\n  a new file, entries: {entries}\n\n")));
        }
        Err(e) => return Err(Failure::file(Access::Read, &name, &e)),
    };
    let mut new = Vec::new();
    feed.write(format, &mut new).map_err(|e| Failure::library(Access::Read, &name, &e))?;
    let differs = by_meaning(format, path, &old, &new).or_else(|| by_bytes(path, &old, &new));
    Ok(differs.map(|report| report + "\n"))
}
