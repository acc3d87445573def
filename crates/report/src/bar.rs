//! Bars of text.

use crate::Glyphs;

/// How many cells a bar has.
const CELLS: usize = 10;

/// A bar of ten cells: full as far as is certain, shaded as far as is still possible.
///
/// Something that is above nothing fills at least one cell, and only what is whole fills all of them.
pub(crate) fn bar(low: f64, high: f64, glyphs: Glyphs) -> String {
    let [full, possible, empty] = glyphs.cells();
    let certain = filled(low);
    let reach = filled(high).max(certain);
    let cell = |position: usize| match position {
        position if position < certain => full,
        position if position < reach => possible,
        _ => empty,
    };
    (0..CELLS).map(cell).collect()
}

fn filled(share: f64) -> usize {
    let cells = (share * CELLS as f64).round() as usize;
    match share {
        share if share <= 0.0 => 0,
        share if share >= 1.0 => CELLS,
        _ => cells.clamp(1, CELLS - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, expected: &str) {
        assert_eq!(bar(low, high, Glyphs::Ascii), expected);
    }

    #[test]
    fn bars_show_what_is_certain_and_what_is_possible() {
        check(0.0, 0.0, "..........");
        check(1.0, 1.0, "##########");
        check(0.0, 1.0, "~~~~~~~~~~");
        check(0.5, 0.7, "#####~~...");
        check(0.999, 0.999, "#########.");
        check(0.001, 0.001, "#.........");
    }
}
