//! Lists found by a number.

/// A list for each of the first whole numbers, one behind the other.
#[derive(Debug)]
pub(super) struct Grouped<T> {
    /// Where each number's list starts, and where the last one ends.
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T> Grouped<T> {
    /// The lists of so many numbers.
    pub(super) fn of(numbers: usize, mut listed: Vec<(u32, T)>) -> Self {
        listed.sort_by_key(|(number, _)| *number);
        let mut starts = vec![0; numbers + 1];
        for (number, _) in &listed {
            if let Some(count) = starts.get_mut(*number as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { starts, all: listed.into_iter().map(|(_, item)| item).collect() }
    }

    /// Whether every list is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The list of one number.
    #[inline]
    pub(super) fn get(&self, number: u32) -> &[T] {
        let number = number as usize;
        let ends = self.starts.get(number).zip(self.starts.get(number + 1));
        ends.and_then(|(start, end)| self.all.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_its_list() {
        let grouped = Grouped::of(4, vec![(2, 'b'), (0, 'a'), (2, 'c')]);
        let lists: Vec<&[char]> = (0..5).map(|number| grouped.get(number)).collect();
        assert_eq!(lists, [&['a'][..], &[], &['b', 'c'], &[], &[]]);
    }
}
