//! When work is done.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{Count, Quantity, Range, Text, Window};

/// When the work is done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Schedule"))]
pub struct Schedule {
    /// Hours in a usual week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Range>,
    /// The shifts: `day`, `evening`, `night`, `weekend`, `rotating`, `onCall`, or others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shifts: Option<Vec<Text>>,
    /// The hours, when they are the same every week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub windows: Option<Vec<Window>>,
    /// How shifts follow each other, such as `3x12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// How many days ahead one knows one's hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_days: Option<Count>,
    /// Hours beyond these in a usual week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overtime_hours_per_week: Option<Quantity>,
}

object!(Schedule);
