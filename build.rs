//! Links the program for a fixed address.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    let static_libc = target("FEATURE").split(',').any(|feature| feature == "crt-static");
    if target("OS") == "linux" && target("ENV") == "gnu" && !static_libc {
        // The time zones and HTML's entities are 36,000 pointers. In a program that may be loaded
        // anywhere, each of them is written anew at every start, which costs more than ten posts.
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
