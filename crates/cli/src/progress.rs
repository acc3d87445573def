//! How far long work has come, told on a terminal and nowhere else.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use mutualfit::scoring::Progress as Scored;
use std::{env, time::Duration};

/// How far long work has come. Nothing is drawn where standard error is not a terminal.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Documents that are read, of which there may be any number.
    pub(crate) fn reading(what: &str) -> Self {
        Self::styled("{spinner} reading {msg}: {human_pos}", what)
    }

    /// Documents that are ranked, block by block.
    pub(crate) fn ranking() -> Self {
        Self::styled("{bar:40} ranking {percent}% {eta}", "")
    }

    /// Work that is not told of, since its results come out meanwhile where it would be.
    pub(crate) fn hidden() -> Self {
        Self(ProgressBar::hidden())
    }

    fn styled(template: &str, what: &str) -> Self {
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let target =
            if is_dumb { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target).with_message(what.to_owned());
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// So many more are done.
    pub(crate) fn add(&self, more: usize) {
        self.0.inc(more as u64);
    }

    /// What the engine says of itself.
    pub(crate) fn scored(&self, scored: Scored) {
        self.0.set_length(scored.of as u64);
        self.0.set_position(scored.done as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
