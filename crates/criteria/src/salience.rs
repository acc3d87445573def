//! How much the items of a list of skills weigh: by importance, and more where it is out of the ordinary.

/// The weight of an item: `importance · (1 + salience · max(0, importance − usual))`, where `usual` is how important
/// the concept usually is, from the taxonomy; the importance alone where the taxonomy does not say.
///
/// What is asked beyond the usual tells roles apart, and what everybody asks for does not. Found on O*NET's
/// occupations by this project's own trials: results level off for a salience of 10 to 80.
pub(crate) fn weight(importance: f64, usual: Option<f32>, salience: f64) -> f64 {
    let beyond = usual.map_or(0.0, |usual| (importance - f64::from(usual)).max(0.0));
    importance * (1.0 + salience * beyond)
}

/// The greatest whole weight.
const GREATEST: f64 = 1_000.0;

/// Weights as whole numbers up to 1,000, so that sums of them are exact in f32 in any order: the least numbers that
/// keep the ratios, or the nearest to them. What weighs anything weighs at least 1.
pub(crate) fn whole(weights: &[f64]) -> Vec<f32> {
    let greatest = weights.iter().copied().fold(0.0, f64::max);
    if greatest <= 0.0 {
        return vec![0.0; weights.len()];
    }
    let is_whole = |times: f64| {
        weights.iter().all(|weight| {
            let scaled = weight / greatest * times;
            (scaled - scaled.round()).abs() < 1e-6 && (scaled >= 0.5 || *weight <= 0.0)
        })
    };
    let times = (1..1_000_u32).map(f64::from).find(|&times| is_whole(times)).unwrap_or(GREATEST);
    let scaled = |weight: &f64| {
        if *weight > 0.0 { (weight / greatest * times).round().max(1.0) as f32 } else { 0.0 }
    };
    weights.iter().map(scaled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(weights: &[f64], expected: &[f32]) {
        assert_eq!(whole(weights), expected);
    }

    #[test]
    fn whole_weights_keep_their_ratios() {
        check(&[], &[]);
        check(&[0.0, 0.0], &[0.0, 0.0]);
        check(&[0.25, 1.0, 0.5], &[1.0, 4.0, 2.0]);
        check(&[0.7, 0.7], &[1.0, 1.0]);
        check(&[0.2, 0.3], &[2.0, 3.0]);
    }

    #[test]
    fn whatever_weighs_anything_counts() {
        check(&[1.0, 1e-9], &[1000.0, 1.0]);
        check(&[1.0, 0.000_7], &[1000.0, 1.0]);
    }

    #[test]
    fn what_is_asked_beyond_the_usual_weighs_more() {
        assert!((weight(0.5, None, 20.0) - 0.5).abs() < 1e-12);
        assert!((weight(0.5, Some(0.75), 20.0) - 0.5).abs() < 1e-12);
        assert!((weight(0.75, Some(0.5), 20.0) - 4.5).abs() < 1e-12);
    }
}
