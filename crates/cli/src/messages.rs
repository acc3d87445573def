//! Messages to people, on standard error.

use std::io::{self, Write};

/// Tells something that people should know and that stops nothing.
pub(crate) fn note(text: &str) {
    tell(&format!("note: {text}"));
}

/// Tells something. Where even standard error is closed there is nobody to tell.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
