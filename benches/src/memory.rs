//! What this process keeps in memory, where the system tells.

use std::fs;

/// The memory that is in use, in bytes.
pub fn resident() -> Option<u64> {
    of_status("VmRSS:")
}

/// The most that was in use since the start or the last [`forget_peak`], in bytes.
pub fn peak() -> Option<u64> {
    of_status("VmHWM:")
}

/// Lets the peak start again from what is in use now; does nothing where the system has no such thing.
pub fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

fn of_status(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
