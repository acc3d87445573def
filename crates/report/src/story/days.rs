//! What the days of a role look like, by the arrangement that is explained.

use super::{Line, Measure, Teller, capital};
use crate::{
    number,
    words::{self, say},
};
use mutualfit_domain::{Arrangement, Range, RoleView, Window};
use serde::Serialize;
use serde_json::Value;

impl Teller<'_> {
    /// The arrangement, what one does, with whom, and what is hard about it.
    pub(super) fn days(&self) -> Vec<Line> {
        let view = RoleView::new(self.role, self.view.arrangement.map(usize::from));
        let mut lines = Vec::new();
        let facts = view.arrangement().map(arrangement).unwrap_or_default();
        if !facts.is_empty() {
            let text = format!("{}.", capital(&facts.join("; ")));
            lines.push(Line::labelled(say("days-arrangement", &[]), text));
        }
        let duties = self.role.responsibilities.as_deref().unwrap_or_default();
        let mut total = 0.0;
        for duty in duties {
            let share = duty.share.map(mutualfit_domain::Share::get);
            total += share.unwrap_or_default();
            let often = duty.frequency.as_deref().map(|often| format!(" ({often})"));
            let text = format!("{}{}", duty.description.as_str(), often.unwrap_or_default());
            let measure = share.map(Measure::Share);
            lines.push(Line { measure, ..Line::of(words::printable(&text)) });
        }
        if total > 0.0 && total < 0.995 {
            lines.push(Line::of(say("days-rest", &[])));
        }
        if let Some(team) = &self.role.team {
            let reports = team.reports_to.as_deref();
            let reports = reports.map(|whom| say("days-reports", &[("whom", whom)]));
            let told: Vec<String> = team.summary.clone().into_iter().chain(reports).collect();
            if !told.is_empty() {
                let text = words::printable(&told.join(" "));
                lines.push(Line::labelled(say("days-team", &[]), text));
            }
        }
        lines.extend(self.challenges(Some(&say("days-hard", &[]))));
        for demand in self.role.demands.as_deref().unwrap_or_default() {
            let text = words::sentence(demand.statement.as_str());
            lines.push(Line::labelled(say("days-demands", &[]), text));
        }
        lines
    }

    /// What is hard about the role, and what helps with it.
    pub(super) fn challenges(&self, label: Option<&str>) -> Vec<Line> {
        let challenges = self.role.challenges.as_deref().unwrap_or_default();
        let line = |challenge: &mutualfit_domain::Challenge| {
            let often = challenge.frequency.as_deref().map(|often| format!(" ({often})"));
            let text = format!("{}{}", challenge.statement.as_str(), often.unwrap_or_default());
            let helps = challenge.support.as_deref();
            let helps =
                helps.map(|support| say("days-support", &[("support", &words::sentence(support))]));
            let text: Vec<String> = std::iter::once(words::sentence(&text)).chain(helps).collect();
            Line { label: label.map(str::to_owned), ..Line::of(text.join(" ")) }
        };
        challenges.iter().map(line).collect()
    }
}

/// What an arrangement says, in few words each.
fn arrangement(arrangement: &Arrangement) -> Vec<String> {
    let mut facts = Vec::new();
    let place = arrangement.job_location.as_ref().and_then(|place| {
        let place = serde_json::to_value(place).ok()?;
        ["locality", "subdivision", "country"]
            .iter()
            .find_map(|name| place.get(name)?.as_str().map(words::printable))
    });
    let kind = arrangement.workplace_type.map(|kind| coded("workplaceType", kind));
    match (kind, place) {
        (Some(kind), Some(place)) => {
            facts.push(say("days-place", &[("type", &kind), ("place", &place)]));
        }
        (kind, place) => facts.extend(kind.or(place)),
    }
    let on_site = arrangement.on_site_days_per_week.as_ref().and_then(range);
    facts.extend(on_site.map(|days| say("days-on-site", &[("days", &days)])));
    let kinds = arrangement.employment_type.as_deref().unwrap_or_default();
    if !kinds.is_empty() {
        let kinds: Vec<String> = kinds.iter().map(|kind| coded("employmentType", *kind)).collect();
        facts.push(kinds.join(" / "));
    }
    let Some(schedule) = &arrangement.schedule else { return facts };
    let hours = schedule.hours_per_week.as_ref().and_then(range);
    facts.extend(hours.map(|hours| say("days-hours", &[("hours", &hours)])));
    let windows = schedule.windows.as_deref().unwrap_or_default();
    facts.extend(windows.iter().map(window));
    if windows.is_empty() {
        let shifts = schedule.shifts.as_deref().unwrap_or_default();
        facts.extend(shifts.iter().map(|shift| coded("shift", shift)));
    } else {
        let special = schedule.shifts.as_deref().unwrap_or_default().iter();
        let special = special.filter(|shift| shift.as_str() == "onCall");
        facts.extend(special.map(|shift| coded("shift", shift)));
    }
    let notice = schedule.notice_days.map(|days| days.to_string());
    facts.extend(notice.map(|days| say("days-notice", &[("days", &days)])));
    facts
}

fn window(window: &Window) -> String {
    let days: Vec<String> = window.days().iter().map(|day| coded("day", day)).collect();
    let (start, end) = (window.start().to_string(), window.end().to_string());
    say("days-window", &[("days", &words::row(&days)), ("start", &start), ("end", &end)])
}

/// A range as `3`, `3 to 4`, or one of its ends.
fn range(range: &Range) -> Option<String> {
    let value = |quantity: Option<mutualfit_domain::Quantity>| {
        quantity.map(|quantity| number::value(&Value::from(quantity.get())))
    };
    match (value(range.min_value()), value(range.max_value())) {
        (Some(least), Some(most)) if least == most => Some(least),
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (least, most) => least.or(most),
    }
}

/// A code of a document in words.
fn coded(name: &str, code: impl Serialize) -> String {
    serde_json::to_value(code).map(|code| words::value(name, &code)).unwrap_or_default()
}
