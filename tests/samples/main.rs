//! The samples: a folder an idea, and four promises each.
//!
//! * `folder`: it has all that makes a sample, and nothing else
//! * `bytes`: the program writes the expected feeds and messages, byte for byte
//! * `round trip`: each expected feed, read by a reader that others wrote, is what the library reads of
//!   the posts, reduced to what the format carries
//! * `readers`: a strict parser finds the feed well-formed, and feed-rs sees the same ids and titles
//!
//! `UPDATE_SAMPLES=1` writes the expectations instead. [`judge`] shows that every promise can be broken.

mod arguments;
#[path = "../roundtrip/carries.rs"]
mod carries;
mod folder;
#[path = "../support/id.rs"]
mod id;
mod judge;
mod program;
mod readers;
mod table;

use folder::Folder;
use libtest_mimic::{Arguments, Failed, Trial};
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A promise about a sample; the error says how it is broken.
type Promise = fn(&Folder) -> Result<(), String>;

const PROMISES: [(&str, Promise); 3] =
    [("bytes", program::bytes), ("round trip", readers::round_trip), ("readers", readers::readers)];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = samples().and_then(|folders| match env::var_os("UPDATE_SAMPLES") {
        None => Ok(folders.iter().flat_map(|path| promises(path)).chain(judge::trials()).collect()),
        Some(_) if env::var_os("CI").is_some() => Err(REFUSAL.to_owned()),
        Some(_) => Ok(folders.into_iter().map(update).collect()),
    });
    match trials {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::FAILURE
        }
    }
}

const REFUSAL: &str =
    "UPDATE_SAMPLES is set, and CI too: expectations are written by people who look at them";

/// Every folder of `samples/`.
fn samples() -> Result<Vec<PathBuf>, String> {
    folder::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples"))
}

/// A trial a promise.
fn promises(path: &Path) -> Vec<Trial> {
    let name = folder::name(path);
    let sound = path.to_owned();
    let folder = trial(format!("{name}: folder"), move || Folder::open(&sound).map(drop));
    let others = PROMISES.into_iter().map(|(promise, keep)| {
        let path = path.to_owned();
        trial(format!("{name}: {promise}"), move || keep(&Folder::open(&path)?))
    });
    [folder].into_iter().chain(others).collect()
}

/// Writes the expectations of a sample.
fn update(path: PathBuf) -> Trial {
    trial(format!("{}: update", folder::name(&path)), move || {
        program::update(&Folder::open_without_expectations(&path)?)
    })
}

fn trial(name: String, run: impl FnOnce() -> Result<(), String> + Send + 'static) -> Trial {
    Trial::test(name, move || run().map_err(Failed::from))
}
