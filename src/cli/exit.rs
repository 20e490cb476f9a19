//! How the program ends: its exit codes, and the failures that lead to them.
//!
//! A failure carries the messages that are told for it; everything else has been told before.

use super::messages::Message;
use std::io;
use std::process::ExitCode;
use wp2feed::{Error, ErrorKind};

/// The exit codes, which scripts may rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// All went well; so it is when the reader of a pipe has gone.
    Fine = 0,
    /// `--strict`, and something was left out or guessed.
    Findings = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The input is neither WordPress posts nor a feed.
    Input = 3,
    /// `--fail-on-empty`, and there is nothing to write.
    Empty = 4,
    /// A file can't be read or written.
    Files = 5,
}

/// Why the program stops early.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    pub(super) messages: Vec<Message>,
}

/// Whether a file was to be read or written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Access {
    Read,
    Write,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

impl Failure {
    pub(super) fn new(exit: Exit, message: Message) -> Self {
        Failure::all(exit, vec![message])
    }

    /// Several things are wrong, and each is told.
    pub(super) fn all(exit: Exit, messages: Vec<Message>) -> Self {
        Failure { exit, messages }
    }

    /// Names the file that it is about.
    pub(super) fn about(self, file: &str) -> Self {
        let messages = self.messages.into_iter().map(|message| message.about(file)).collect();
        Failure { messages, ..self }
    }

    /// Says what to do about it.
    pub(super) fn advise(self, help: &str) -> Self {
        let messages = self.messages.into_iter().map(|message| message.advise(help)).collect();
        Failure { messages, ..self }
    }

    /// The command line is wrong; the advice says what to write instead.
    pub(super) fn usage(text: impl Into<String>, advice: impl Into<String>) -> Self {
        Failure::new(Exit::Usage, Message::error("usage", text).advise(advice))
    }

    /// The operating system refused a file.
    pub(super) fn file(access: Access, name: &str, error: &io::Error) -> Self {
        let verb = match access {
            Access::Read => "read",
            Access::Write => "write",
        };
        let message = Message::error("io", format!("can't {verb}: {error}")).about(name);
        Failure::new(Exit::Files, message.advise(advice(access, error.kind())))
    }

    /// The library refused a document, or could not read or write it.
    pub(super) fn library(access: Access, name: &str, error: &Error) -> Self {
        if let Some(cause) = io_cause(error) {
            return Failure::file(access, name, cause);
        }
        let exit = if error.kind() == ErrorKind::Io { Exit::Files } else { Exit::Input };
        Failure::new(exit, Message::from_error(error, name))
    }
}

/// The operating system's error behind a library's, if there is one.
pub(super) fn io_cause(error: &Error) -> Option<&io::Error> {
    if error.kind() != ErrorKind::Io {
        return None;
    }
    std::error::Error::source(error)?.downcast_ref()
}

/// What to do about a file that can't be read or written.
fn advice(access: Access, kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind as Kind;
    match (access, kind) {
        (Access::Read, Kind::NotFound) => "check the path; `-` reads standard input",
        (Access::Read, Kind::IsADirectory) => "name the files in it, as in posts/*.json",
        (Access::Read, Kind::PermissionDenied) => "check that you may read it",
        // Reading fills no disk; what was full is the library's temporary file.
        (Access::Read, Kind::StorageFull) => "make room for temporary files, or set TMPDIR",
        (Access::Read, _) => "",
        (Access::Write, Kind::NotFound | Kind::NotADirectory) => {
            "make its folder first; --out-dir makes its own"
        }
        (Access::Write, Kind::IsADirectory) => {
            "name a file, or give --out-dir to write into a folder"
        }
        (Access::Write, Kind::AlreadyExists) => "name a folder, or give -o to write a file",
        (Access::Write, Kind::PermissionDenied | Kind::ReadOnlyFilesystem) => {
            "check that you may write the file and into its folder"
        }
        (Access::Write, Kind::StorageFull | Kind::QuotaExceeded) => {
            "make room and run again; a file that was there is unchanged"
        }
        (Access::Write, _) => "",
    }
}
