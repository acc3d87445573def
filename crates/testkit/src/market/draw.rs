//! Numbers that look drawn by lot and are the same at every run.

/// A `SplitMix64` generator (Steele, Lea and Flood 2014): small, fast, and good enough to make up documents.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draw {
    state: u64,
}

/// The odd number nearest to 2⁶⁴ over the golden ratio.
const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

impl Draw {
    /// A stream of its own for each document of a market.
    pub(crate) fn of(seed: u64, kind: u64, number: u64) -> Self {
        let mut draw = Self { state: seed ^ mixed(kind.wrapping_mul(GAMMA) ^ mixed(number)) };
        draw.next();
        draw
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GAMMA);
        mixed(self.state)
    }

    /// A number below a bound that is not 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        (((self.next() >> 32) * u64::from(bound)) >> 32) as u32
    }

    /// A number from the least to the greatest.
    pub(crate) fn between(&mut self, least: u32, greatest: u32) -> u32 {
        least + self.below(greatest - least + 1)
    }

    /// Whether something happens that does in so many of a hundred cases.
    pub(crate) fn in_hundred(&mut self, cases: u32) -> bool {
        self.below(100) < cases
    }

    /// Something that three of four say.
    pub(crate) fn said<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.in_hundred(75).then(|| make(self))
    }

    /// One of a list that is not empty.
    #[expect(clippy::indexing_slicing, reason = "a number below the length of the list")]
    pub(crate) fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len() as u32) as usize]
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
