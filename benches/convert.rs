//! Measures the program against the floor: `cargo bench --bench convert`, told in README.md here.
fn main() {}
