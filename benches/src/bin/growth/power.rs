//! A power law through points.

/// `y = factor · x^exponent`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Law {
    pub(crate) factor: f64,
    pub(crate) exponent: f64,
}

impl Law {
    /// What it gives for a value.
    pub(crate) fn at(self, x: f64) -> f64 {
        self.factor * x.powf(self.exponent)
    }
}

/// The law that is nearest to points by least squares of the logarithms; `None` where they have fewer than two places.
pub(crate) fn law(points: &[(f64, f64)]) -> Option<Law> {
    let logarithms: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = logarithms.len() as f64;
    let mean = |part: fn(&(f64, f64)) -> f64| logarithms.iter().map(part).sum::<f64>() / count;
    let (x_mean, y_mean) = (mean(|point| point.0), mean(|point| point.1));
    let along = |(x, y): &(f64, f64)| (x - x_mean) * (y - y_mean);
    let spread: f64 = logarithms.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    if spread > 0.0 {
        let exponent = logarithms.iter().map(along).sum::<f64>() / spread;
        Some(Law { factor: (y_mean - exponent * x_mean).exp(), exponent })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_law_is_found_again() {
        let square = |x: f64| (x, 3.0 * x * x);
        let law = law(&[1.0, 10.0, 1000.0].map(square)).unwrap();
        assert!((law.exponent - 2.0).abs() < 1e-9 && (law.factor - 3.0).abs() < 1e-9);
        assert!((law.at(5.0) - 75.0).abs() < 1e-6);
    }

    #[test]
    fn one_place_has_no_law() {
        assert_eq!(law(&[]), None);
        assert_eq!(law(&[(2.0, 3.0), (2.0, 5.0)]), None);
    }
}
