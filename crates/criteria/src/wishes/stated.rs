//! Wishes as documents state them.

use super::Stated;
use mutualfit_domain::{Audience, BenefitWish, ConceptWish, Goal, LearningWish};

impl Stated for BenefitWish {
    fn audience(&self) -> Option<Audience> {
        self.audience
    }
}

impl Stated for ConceptWish {
    fn audience(&self) -> Option<Audience> {
        self.audience
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
