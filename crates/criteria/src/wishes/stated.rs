//! Wishes as documents state them.

use super::Stated;
use mutualfit_domain::{Audience, BenefitWish, ConceptWish, Goal, LearningWish, Pointer, Wish};
use mutualfit_scoring::Lever;

impl Stated for BenefitWish {
    fn audience(&self) -> Option<Audience> {
        self.audience
    }
}

impl Stated for ConceptWish {
    fn audience(&self) -> Option<Audience> {
        self.audience
    }

    fn let_go(&self, lever: Lever, at: Pointer) -> Lever {
        lever.replace(at.field("wish"), Wish::Accept.as_str())
    }
}

impl Stated for Goal {
    fn audience(&self) -> Option<Audience> {
        self.audience
    }
}

impl Stated for LearningWish {
    fn audience(&self) -> Option<Audience> {
        self.audience
    }
}
