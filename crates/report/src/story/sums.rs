//! How the numbers of a result add up, for whoever wants to check.

use super::{Line, Teller, kind};
use crate::{
    number,
    outline::{Outline, Row, SideOutline},
    words::{self, say},
};
use mutualfit_domain::Side;

impl Teller<'_> {
    /// Both sides' shares of the mutual score, and the criteria's of each side; nothing of what is shown in fifths.
    pub(super) fn sums(&self) -> Vec<Line> {
        let outline = Outline::of(self.view);
        let mutual = &self.view.explanation;
        let parts: Option<Vec<String>> = outline
            .sides
            .iter()
            .map(|side| Some(format!("{} {}", number::signed(side.adds?), self.title(side.side))))
            .collect();
        let both = mutual.value.point.zip(parts).map(|(point, parts)| {
            let (start, parts) = (number::two(mutual.baseline.get()), parts.join(", "));
            let point = number::two(point.get());
            let values = [("point", &*point), ("start", &*start), ("parts", &*parts)];
            Line::labelled(say("score-both", &[]), say("sums-both", &values))
        });
        let mut lines: Vec<Line> =
            outline.sides.iter().filter_map(|side| self.sum_of(side)).collect();
        lines.extend(both);
        lines
    }

    fn sum_of(&self, side: &SideOutline<'_>) -> Option<Line> {
        let point = number::two(side.node.value.point?.get());
        let part = |row: &Row<'_>| {
            let title = match &row.node.kind {
                Some(_) => words::facet_within(kind(row.node)),
                None => say("sums-nothing-asked", &[]),
            };
            Some(format!("{} {title}", number::signed(row.adds?)))
        };
        let rows = side.rows.iter().filter(|row| row.adds != Some(0));
        let parts: Vec<String> = rows.map(part).collect::<Option<_>>()?;
        let values = [("point", &*point), ("parts", &*parts.join(", "))];
        Some(Line::labelled(self.title(side.side), say("sums-side", &values)))
    }

    fn title(&self, side: Side) -> String {
        let side = match side {
            Side::Role => "role",
            Side::Candidate => "candidate",
        };
        self.own_say(&format!("score-{side}"), &[])
    }
}
