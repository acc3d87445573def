//! What the machine can do: bytes that are moved and operations that are done, a second.

use rayon::prelude::*;
use std::{hint::black_box, time::Instant};

/// As many bytes an array as stay in the second cache of a core, three arrays together.
pub(crate) const CACHED: usize = 256 << 10;
/// As many bytes as are streamed through one array at the least; small arrays take several rounds.
const STREAMED: usize = 256 << 20;
/// How often each is measured; the fastest counts.
const RUNS: usize = 5;

/// Bytes a second of `a[i] = b[i] + s · c[i]`, each thread over three arrays of so many bytes: the triad of STREAM
/// benchmark, which counts two arrays read and one written.
pub(crate) fn triad(threads: usize, bytes: usize) -> f64 {
    let length = bytes / size_of::<f32>();
    let mut arrays: Vec<[Vec<f32>; 3]> = (0..threads)
        .into_par_iter()
        .map(|_| [0.0, 1.0, 2.0].map(|value| vec![value; length]))
        .collect();
    let rounds = STREAMED.div_ceil(bytes).max(1);
    let moved: usize =
        arrays.iter().flatten().map(Vec::len).sum::<usize>() * size_of::<f32>() * rounds;
    let fastest = fastest(|| {
        arrays.par_iter_mut().for_each(|[a, b, c]| {
            for _ in 0..rounds {
                triad_of(black_box(a), black_box(b), black_box(c), 3.0);
            }
        });
    });
    moved as f64 / fastest
}

/// Operations a second of `x = x · y + z`, which are two each, on so many threads.
pub(crate) fn multiply_add(threads: usize) -> f64 {
    // Which number of chains fills the registers best depends on how wide they are.
    [run_chains::<64>(threads), run_chains::<96>(threads), run_chains::<128>(threads)]
        .into_iter()
        .fold(0.0, f64::max)
}

fn run_chains<const N: usize>(threads: usize) -> f64 {
    const ROUNDS: usize = 4_000_000;
    let fastest = fastest(|| {
        (0..threads).into_par_iter().for_each(|_| {
            black_box(chains::<N>(black_box(ROUNDS), black_box(0.999), black_box(0.001)));
        });
    });
    (2 * N * ROUNDS * threads) as f64 / fastest
}

fn fastest(mut work: impl FnMut()) -> f64 {
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    times.fold(f64::INFINITY, f64::min)
}

#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt",
))]
fn triad_of(a: &mut [f32], b: &[f32], c: &[f32], scale: f32) {
    for ((a, b), c) in a.iter_mut().zip(b).zip(c) {
        *a = b + scale * c;
    }
}

#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt",
))]
fn chains<const N: usize>(rounds: usize, factor: f32, summand: f32) -> [f32; N] {
    let mut sums = [1.0_f32; N];
    for _ in 0..rounds {
        for sum in &mut sums {
            *sum = sum.mul_add(factor, summand);
        }
    }
    sums
}
