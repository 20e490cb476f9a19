//! How the program reaches people: the action for GitHub, the workflows that test and release it, the hooks for
//! pre-commit, the container, the package. Scripts are run here as they are run there, as far as that goes.
//!
//! Without bash what needs it is passed over, and that is said.

#![cfg(unix)]

mod action;
mod files;
mod package;
mod readme;
mod release;
mod runner;
mod workflows;
