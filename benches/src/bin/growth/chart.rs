//! Time against pairs, both on logarithmic axes.

use crate::{MANY_PAIRS, power::Law};
use plotters::prelude::*;
use std::{error::Error, path::Path};

/// Draws the points, and the law through those of many pairs, into an SVG file.
pub(crate) fn draw(
    path: &Path,
    points: &[(f64, f64)],
    law: Option<Law>,
) -> Result<(), Box<dyn Error>> {
    let (pairs, seconds) =
        (range(points.iter().map(|it| it.0)), range(points.iter().map(|it| it.1)));
    let (fewest, most) = (pairs.start, pairs.end);
    let area = SVGBackend::new(path, (800, 520)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .margin(16)
        .x_label_area_size(44)
        .y_label_area_size(76)
        .caption("Ranking the best ten, default rubric", ("sans-serif", 20))
        .build_cartesian_2d(pairs.log_scale(), seconds.log_scale())?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc("pairs of a role and a candidate")
        .y_desc("seconds")
        .label_style(("sans-serif", 16))
        .x_label_formatter(&|pairs| format!("{pairs:e}"))
        .y_label_formatter(&|seconds| format!("{seconds:e}"))
        .draw()?;
    if let Some(law) = law {
        let ends = [fewest.max(MANY_PAIRS as f64), most].map(|pairs| (pairs, law.at(pairs)));
        chart
            .draw_series(LineSeries::new(ends, &BLUE))?
            .label(format!("time grows with pairs to the power of {:.2}", law.exponent))
            .legend(|(x, y)| PathElement::new([(x, y), (x + 20, y)], BLUE));
    }
    chart
        .draw_series(points.iter().map(|point| Circle::new(*point, 4, BLACK.filled())))?
        .label("measured")
        .legend(|(x, y)| Circle::new((x + 10, y), 4, BLACK.filled()));
    chart
        .configure_series_labels()
        .label_font(("sans-serif", 16))
        .position(SeriesLabelPosition::UpperLeft)
        .border_style(BLACK.mix(0.2))
        .background_style(WHITE)
        .draw()?;
    area.present()?;
    Ok(())
}

/// From the least to the greatest, in whole powers of ten.
fn range(values: impl Iterator<Item = f64> + Clone) -> std::ops::Range<f64> {
    let (least, greatest) =
        values.fold((f64::INFINITY, 0.0), |(low, high), it| (it.min(low), it.max(high)));
    10f64.powf(least.log10().floor())..10f64.powf(greatest.log10().ceil())
}
