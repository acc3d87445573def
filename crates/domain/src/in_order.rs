//! Work on all cores whose results are taken in order.

/// Works on items on all cores, and hands over what comes of them in the order of the items.
///
/// While results are taken, the next items are drawn and worked on. At most eight items a core and as many results are
/// held at a time, however many there are. Without the feature `rayon` it is one item after the other on one thread,
/// with the same results.
///
/// # Errors
///
/// The first there is: of an item, once all that came before it has been taken, or of whoever takes.
///
/// ```
/// let words = ["3", "4", "x", "5"].map(|word| Ok(word));
/// let mut sum = 0;
/// let outcome = mutualfit_domain::in_order(words, |word| word.parse::<u32>(), |number| {
///     sum += number.map_err(|_| format!("no number after {sum}"))?;
///     Ok(())
/// });
/// assert_eq!(outcome, Err(String::from("no number after 7")));
/// ```
#[cfg(feature = "rayon")]
pub fn in_order<I: Send, T: Send, E: Send>(
    items: impl IntoIterator<Item = Result<I, E>, IntoIter: Send>,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E> + Send,
) -> Result<(), E> {
    use rayon::prelude::*;

    let at_once = ITEMS_A_CORE * rayon::current_num_threads();
    let mut items = items.into_iter().fuse();
    let mut ended = Ok(());
    let mut done = Vec::new();
    loop {
        let (worked, taken) = rayon::join(
            || {
                let drawn = draw(&mut items, at_once, &mut ended);
                drawn.into_par_iter().map(&work).collect::<Vec<T>>()
            },
            || done.drain(..).try_for_each(&mut take),
        );
        taken?;
        if worked.is_empty() {
            return ended;
        }
        done = worked;
    }
}

/// Works on items one after the other, and hands over what comes of each.
///
/// # Errors
///
/// The first there is: of an item, or of whoever takes.
#[cfg(not(feature = "rayon"))]
pub fn in_order<I: Send, T: Send, E: Send>(
    items: impl IntoIterator<Item = Result<I, E>, IntoIter: Send>,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E> + Send,
) -> Result<(), E> {
    items.into_iter().try_for_each(|item| take(work(item?)))
}

/// How many items each core has before it: enough that none waits long for another at the end of them.
#[cfg(feature = "rayon")]
const ITEMS_A_CORE: usize = 8;

/// The next items, up to so many or to the first that is an error, which ends them.
#[cfg(feature = "rayon")]
fn draw<I, E>(
    items: &mut impl Iterator<Item = Result<I, E>>,
    most: usize,
    ended: &mut Result<(), E>,
) -> Vec<I> {
    let mut drawn = Vec::new();
    while ended.is_ok() && drawn.len() < most {
        match items.next() {
            Some(Ok(item)) => drawn.push(item),
            Some(Err(error)) => *ended = Err(error),
            None => break,
        }
    }
    drawn
}
