//! What text is laid out for.

/// What text is laid out for: how wide it may be, and which characters it may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many columns a line may have.
    pub width: usize,
    /// Which characters draw bars and lists.
    pub glyphs: Glyphs,
}

/// Which characters draw bars and lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Blocks, dashes and bullets of Unicode.
    #[default]
    Unicode,
    /// ASCII alone, for terminals that show nothing else.
    Ascii,
}

impl Default for Page {
    /// A hundred columns of Unicode.
    fn default() -> Self {
        Self { width: 100, glyphs: Glyphs::Unicode }
    }
}

impl Page {
    /// The text in lines of this page, the first after `first` and the others after as many spaces as `indent` says.
    pub fn wrap(&self, first: &str, indent: usize, text: &str) -> String {
        let mut lines = String::from(first);
        let mut column = first.chars().count();
        let mut is_fresh = true;
        for word in text.split_whitespace() {
            let length = word.chars().count();
            if !is_fresh && column + 1 + length > self.width {
                lines.push('\n');
                lines.extend(std::iter::repeat_n(' ', indent));
                column = indent;
                is_fresh = true;
            }
            if !is_fresh {
                lines.push(' ');
                column += 1;
            }
            lines.push_str(word);
            column += length;
            is_fresh = false;
        }
        lines.push('\n');
        lines
    }

    /// The text without spaces at the ends of its lines, each ending in a line break.
    pub(crate) fn trimmed(text: &str) -> String {
        let mut trimmed = String::with_capacity(text.len());
        for line in text.lines() {
            trimmed.push_str(line.trim_end());
            trimmed.push('\n');
        }
        trimmed
    }

    /// The text, cut to so many columns.
    pub(crate) fn cut(&self, text: &str, columns: usize) -> String {
        if text.chars().count() <= columns {
            return text.to_owned();
        }
        let mark = self.glyphs.ellipsis();
        let kept: String =
            text.chars().take(columns.saturating_sub(mark.chars().count())).collect();
        format!("{}{mark}", kept.trim_end())
    }
}

impl Glyphs {
    /// Between the two bounds of an interval.
    pub(crate) fn dash(self) -> &'static str {
        match self {
            Self::Unicode => "–",
            Self::Ascii => "-",
        }
    }

    /// Before an item of a list.
    pub(crate) fn bullet(self) -> &'static str {
        match self {
            Self::Unicode => "·",
            Self::Ascii => "-",
        }
    }

    /// A bar's cells: what is certain, what is still possible, what is not.
    pub(crate) fn cells(self) -> [char; 3] {
        match self {
            Self::Unicode => ['█', '▒', '·'],
            Self::Ascii => ['#', '~', '.'],
        }
    }

    /// What the line under the names of columns is drawn with.
    pub(crate) fn rule(self) -> char {
        match self {
            Self::Unicode => '─',
            Self::Ascii => '-',
        }
    }

    pub(crate) fn ellipsis(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "...",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: usize, text: &str, expected: &str) {
        let page = Page { width, glyphs: Glyphs::Ascii };
        assert_eq!(page.wrap("- ", 2, text), expected);
    }

    #[test]
    fn lines_keep_to_the_width() {
        check(12, "one two three", "- one two\n  three\n");
        check(12, "incomprehensibilities", "- incomprehensibilities\n");
        check(100, "", "- \n");
    }

    #[test]
    fn a_cut_says_that_it_is_one() {
        assert_eq!(Page::default().cut("Panoramic radiography", 10), "Panoramic…");
        assert_eq!(Page::default().cut("short", 10), "short");
    }
}
