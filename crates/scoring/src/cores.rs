//! Work spread over cores, with the same result on one.

/// Maps items in their order, on all cores where the feature `rayon` is on.
#[cfg(feature = "rayon")]
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    items.par_iter().map(work).collect()
}

/// Maps items in their order.
#[cfg(not(feature = "rayon"))]
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.iter().map(work).collect()
}

/// Does the work for each item, which it may change, in any order.
#[cfg(feature = "rayon")]
pub(crate) fn each_mut<T: Send>(items: &mut [T], work: impl Fn(&mut T) + Sync + Send) {
    use rayon::prelude::*;
    items.par_iter_mut().for_each(work);
}

/// Does the work for each item, which it may change.
#[cfg(not(feature = "rayon"))]
pub(crate) fn each_mut<T: Send>(items: &mut [T], work: impl Fn(&mut T) + Sync + Send) {
    items.iter_mut().for_each(work);
}

/// Does the work for each item in any order, with room of its own for each core.
#[cfg(feature = "rayon")]
pub(crate) fn each<T: Sync, S: Send>(
    items: &[T],
    room: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, &T) + Sync + Send,
) {
    use rayon::prelude::*;
    items.par_iter().for_each_init(room, |room, item| work(room, item));
}

/// Does the work for each item.
#[cfg(not(feature = "rayon"))]
pub(crate) fn each<T: Sync, S: Send>(
    items: &[T],
    room: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, &T) + Sync + Send,
) {
    let mut room = room();
    for item in items {
        work(&mut room, item);
    }
}

/// How many cores the work is spread over.
pub(crate) fn count() -> usize {
    #[cfg(feature = "rayon")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "rayon"))]
    return 1;
}
