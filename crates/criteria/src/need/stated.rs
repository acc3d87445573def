//! Needs and their options as documents state them, whatever they are about.

use mutualfit_domain::{
    Audience, ContractNeed, ContractOption, Item, PayNeed, PayOption, ScheduleNeed, ScheduleOption,
    Share, When, WorkplaceNeed, WorkplaceOption,
};
use serde::Serialize;

/// A need as its document states it.
pub(crate) trait StatedNeed: Item {
    /// One of the options that would do.
    type Option: StatedOption;

    /// What would do.
    fn options(&self) -> &[Self::Option];
    /// Whether it can be talked about.
    fn negotiable(&self) -> Option<bool>;
    /// Who may see it.
    fn audience(&self) -> Option<Audience>;
}

/// An option of a need as its document states it.
pub(crate) trait StatedOption: Clone + Serialize + std::fmt::Debug {
    /// How good it is beside the others; 1 when not said.
    fn desirability(&self) -> Share;
    /// Makes it so good beside the others.
    fn set_desirability(&mut self, desirability: Share);
    /// Where it applies; everywhere when not said.
    fn when(&self) -> Option<&When>;
}

macro_rules! needs {
    ($($need:ty: $option:ty),+ $(,)?) => {$(
        impl StatedNeed for $need {
            type Option = $option;

            fn options(&self) -> &[$option] {
                self.options.as_deref().unwrap_or_default()
            }

            fn negotiable(&self) -> Option<bool> {
                self.negotiable
            }

            fn audience(&self) -> Option<Audience> {
                self.audience
            }
        }

        impl StatedOption for $option {
            fn desirability(&self) -> Share {
                self.desirability()
            }

            fn set_desirability(&mut self, desirability: Share) {
                self.desirability = Some(desirability);
            }

            fn when(&self) -> Option<&When> {
                self.when.as_ref()
            }
        }
    )+};
}

needs!(
    PayNeed: PayOption,
    WorkplaceNeed: WorkplaceOption,
    ScheduleNeed: ScheduleOption,
    ContractNeed: ContractOption,
);
