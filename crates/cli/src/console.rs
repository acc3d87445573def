//! Who reads the command's output, and what they can see.

use miette::{GraphicalReportHandler, GraphicalTheme};
use mutualfit::report::{Glyphs, Page};
use std::{
    env,
    io::{self, IsTerminal},
};

/// Who reads the command's output, and what they can see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Console {
    /// What plain text is laid out for.
    pub(crate) page: Page,
}

/// The two streams that people read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stream {
    Output,
    Messages,
}

impl Console {
    pub(crate) fn of(ascii: bool) -> Self {
        let glyphs = if ascii || is_dumb() { Glyphs::Ascii } else { Glyphs::Unicode };
        Self { page: Page { glyphs, ..Page::default() } }
    }

    /// How faults are drawn on a stream: in colour on a terminal, unless `NO_COLOR` says not to.
    pub(crate) fn fault_handler(&self, stream: Stream) -> GraphicalReportHandler {
        let is_terminal = match stream {
            Stream::Output => io::stdout().is_terminal(),
            Stream::Messages => io::stderr().is_terminal(),
        };
        let is_plain =
            env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) || !is_terminal;
        let theme = match (self.page.glyphs, is_plain) {
            (Glyphs::Ascii, _) => GraphicalTheme::none(),
            (Glyphs::Unicode, true) => GraphicalTheme::unicode_nocolor(),
            (Glyphs::Unicode, false) => GraphicalTheme::unicode(),
        };
        GraphicalReportHandler::new_themed(theme).with_width(self.page.width).with_links(false)
    }
}

fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}
