// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the library's numbers to hundredths of a point. The only place where they are rounded.
#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    reason = "the library measures in floating point; nothing behind this does"
)]

use ambito_documents::blocks::Area;
use hayro_interpret::kurbo::{Affine, Point, Rect};

/// The largest measure that is kept, in hundredths of a point: beyond it, numbers are damage.
const MEASURE_MAX: f64 = 20_000_000.0;

/// A length in points, in hundredths.
pub fn hundredths(points: f64) -> i32 {
    let value = (points * 100.0).round().clamp(-MEASURE_MAX, MEASURE_MAX);
    #[expect(clippy::cast_possible_truncation, reason = "clamped; what is no number becomes 0")]
    let whole = value as i32;
    whole
}

/// A rectangle, put the right way round.
pub fn area(rect: Rect) -> Area {
    let rect = rect.abs();
    Area {
        left: hundredths(rect.x0),
        top: hundredths(rect.y0),
        right: hundredths(rect.x1),
        bottom: hundredths(rect.y1),
    }
}

/// The corner, the end of the advance and the top of a glyph's square, on the page.
pub struct Corners {
    /// Its origin.
    pub origin: (i32, i32),
    /// Where the next glyph begins.
    pub end: (i32, i32),
    /// From the origin to the height of a capital's square.
    pub up: (i32, i32),
}

/// Where a glyph stands, `advance` being in thousandths of its square.
pub fn corners(transform: Affine, advance: f32) -> Corners {
    let at = |x: f64, y: f64| {
        let Point { x, y } = transform * Point::new(x, y);
        (hundredths(x), hundredths(y))
    };
    let origin = at(0.0, 0.0);
    let top = at(0.0, 1_000.0);
    Corners { origin, end: at(f64::from(advance), 0.0), up: (top.0 - origin.0, top.1 - origin.1) }
}

/// How long a vector is.
pub fn length((x, y): (i32, i32)) -> i32 {
    let (x, y) = (i64::from(x), i64::from(y));
    i32::try_from((x * x + y * y).isqrt()).unwrap_or(i32::MAX)
}

/// Whether a colour is as good as white.
pub fn is_white(components: [f32; 4]) -> bool {
    components[..3].iter().all(|&component| component > 0.985) || components[3] < 0.02
}
