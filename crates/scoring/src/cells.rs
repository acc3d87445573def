//! Memory that begins where a cache line does, so that no vector is read from two.

use crate::lanes::CELLS;
use std::ops::{Deref, DerefMut};

/// One value for each cell of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Cells<T>(Box<Aligned<[T; CELLS]>>);

#[derive(Clone, Debug)]
#[repr(align(64))]
struct Aligned<T>(T);

impl<T: Copy + Default> Default for Cells<T> {
    fn default() -> Self {
        Self(Box::new(Aligned([T::default(); CELLS])))
    }
}

impl<T> Deref for Cells<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0.0
    }
}

impl<T> DerefMut for Cells<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.0.0
    }
}

/// One number for each lane of a row.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(crate) struct Row<const W: usize>(pub(crate) [f32; W]);

impl<const W: usize> Row<W> {
    pub(crate) const NOTHING: Self = Self([0.0; W]);
}
