//! What several of the things that somebody holds may answer: a skill that goes by two names, or alternatives. The best
//! counts, so that what is held cannot be added up but has to be compared.

use super::{gain::Gain, grouped::Grouped, steps::Steps};
use std::ops::Range;

/// What counts by the best of several things, for some lanes.
#[derive(Debug)]
pub(super) struct Choices {
    all: Vec<Choice>,
    /// What each want counts where nothing of it is listed; those of one choice together.
    unlisted: Vec<Gain>,
    /// For each code the wants that it answers.
    answers: Grouped<Answer>,
}

/// One item of one lane.
#[derive(Clone, Debug)]
struct Choice {
    lane: usize,
    wants: Range<usize>,
    /// What it counts where nothing is listed of any want.
    unlisted: Gain,
}

/// What something held counts for one want.
#[derive(Clone, Copy, Debug)]
struct Answer {
    choice: u32,
    want: u32,
    gain: Gain,
}

/// Choices while they are gathered.
#[derive(Debug, Default)]
pub(super) struct ChoicesDraft {
    choices: Vec<Choice>,
    unlisted: Vec<Gain>,
    answers: Vec<(u32, Answer)>,
}

impl ChoicesDraft {
    /// Adds an item of a lane: of each want, what it counts where nothing of it is listed, and by each code. Says what it
    /// counts where nothing is listed of any want.
    pub(super) fn add<C: Iterator<Item = (u32, Gain)>>(
        &mut self,
        lane: usize,
        wants: impl Iterator<Item = (Gain, C)>,
    ) -> Gain {
        let (choice, start) = (self.choices.len() as u32, self.unlisted.len());
        for (unlisted, found) in wants {
            let want = self.unlisted.len() as u32;
            self.unlisted.push(unlisted);
            self.answers.extend(found.map(|(code, gain)| (code, Answer { choice, want, gain })));
        }
        let wants = start..self.unlisted.len();
        let of_each = self.unlisted.get(start..).unwrap_or_default().iter().copied();
        let unlisted = of_each.reduce(Gain::or).unwrap_or_default();
        self.choices.push(Choice { lane, wants, unlisted });
        unlisted
    }

    /// Everything that was added, for so many codes.
    pub(super) fn finish(self, codes: usize) -> Choices {
        let Self { choices, unlisted, answers } = self;
        Choices { all: choices, unlisted, answers: Grouped::of(codes, answers) }
    }
}

/// Room to choose in.
#[derive(Debug)]
pub(super) struct Room {
    /// The best that was found of each want.
    best: Vec<Option<Steps>>,
    /// The choices of which anything was found; some of them more than once.
    found: Vec<u32>,
}

impl Choices {
    pub(super) fn room(&self) -> Room {
        Room { best: vec![None; self.unlisted.len()], found: Vec::new() }
    }

    /// Shows what somebody with these codes gains each lane beside what counts where nothing is listed.
    pub(super) fn choose(
        &self,
        codes: &[u32],
        is_open: bool,
        room: &mut Room,
        mut see: impl FnMut(usize, Steps),
    ) {
        if self.all.is_empty() {
            return;
        }
        for answer in codes.iter().flat_map(|code| self.answers.get(*code)) {
            if let Some(best) = room.best.get_mut(answer.want as usize) {
                let steps = answer.gain.steps(is_open);
                *best = Some(best.map_or(steps, |best| best.or(steps)));
                room.found.push(answer.choice);
            }
        }
        for choice in room.found.drain(..) {
            let Some(choice) = self.all.get(choice as usize) else { continue };
            let Some(best) = room.best.get_mut(choice.wants.clone()) else { continue };
            let unlisted = self.unlisted.get(choice.wants.clone()).unwrap_or_default();
            // Who comes up again finds nothing any more, which is a gain of nothing.
            let each = best.iter_mut().zip(unlisted);
            let each = each.map(|(best, unlisted)| best.take().unwrap_or(unlisted.steps(is_open)));
            if let Some(steps) = each.reduce(Steps::or) {
                see(choice.lane, steps - choice.unlisted.steps(is_open));
            }
        }
    }
}
