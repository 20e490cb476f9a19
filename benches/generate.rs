//! Writes posts as `?_embed` returns them: `cargo bench --bench generate -- 100000 > posts.json`.

mod posts;

use std::error::Error;
use std::io;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench` to the arguments.
    let count = std::env::args().skip(1).find(|arg| arg != "--bench");
    let count = count.map_or(Ok(10), |arg| arg.parse())?;
    posts::write(count, io::stdout().lock())?;
    Ok(())
}
