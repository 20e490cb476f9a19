//! The program `wp2feed`.

fn main() {}
