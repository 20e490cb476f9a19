//! Where rendered pieces wait: in memory, and past a limit in a temporary file.

use crate::error::Result;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;

/// How many bytes may stay in memory.
const IN_MEMORY: usize = 1 << 20;

/// How many bytes are written to the file and read from it at a time.
const CHUNK: usize = 256 << 10;

/// Bytes to which more are appended, of which any part can be read again.
#[derive(Default)]
pub(super) struct Store {
    /// The first bytes, once all are more than [`IN_MEMORY`].
    file: Option<File>,
    /// How many bytes are in the file.
    filed: u64,
    /// The bytes behind those in the file.
    buffer: Vec<u8>,
}

impl Store {
    /// How many bytes there are.
    pub(super) fn len(&self) -> u64 {
        self.filed + self.buffer.len() as u64
    }

    /// Where more bytes are appended, before [`settle`](Store::settle).
    pub(super) fn end(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Moves what is too much for memory to the file, in whole chunks: writes that end where a page of the
    /// system's cache ends cost half of others.
    pub(super) fn settle(&mut self) -> Result<()> {
        if self.buffer.len() < if self.file.is_some() { CHUNK } else { IN_MEMORY } {
            return Ok(());
        }
        let file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile()?,
        };
        let file = self.file.insert(file);
        // Reading may have moved it.
        file.seek(SeekFrom::Start(self.filed))?;
        let whole = self.buffer.len() / CHUNK * CHUNK;
        file.write_all(&self.buffer[..whole])?;
        self.filed += whole as u64;
        self.buffer.drain(..whole);
        Ok(())
    }

    /// Copies a part, what of it is in the file through `chunk`, which is made if need be.
    pub(super) fn copy(
        &mut self,
        part: Range<u64>,
        chunk: &mut Vec<u8>,
        out: &mut dyn Write,
    ) -> Result<()> {
        let split = self.filed.clamp(part.start, part.end);
        self.copy_filed(part.start..split, chunk, out)?;
        if split < part.end {
            let in_buffer = |at: u64| (at - self.filed) as usize;
            out.write_all(&self.buffer[in_buffer(split)..in_buffer(part.end)])?;
        }
        Ok(())
    }

    fn copy_filed(
        &mut self,
        part: Range<u64>,
        chunk: &mut Vec<u8>,
        out: &mut dyn Write,
    ) -> Result<()> {
        let Some(file) = self.file.as_mut().filter(|_| !part.is_empty()) else { return Ok(()) };
        chunk.resize(CHUNK, 0);
        file.seek(SeekFrom::Start(part.start))?;
        let mut left = part.end - part.start;
        while left > 0 {
            let size = left.min(CHUNK as u64) as usize;
            file.read_exact(&mut chunk[..size])?;
            out.write_all(&chunk[..size])?;
            left -= size as u64;
        }
        Ok(())
    }
}
