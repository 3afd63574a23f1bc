// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines over time: how many were open on each day, this year over the last.

use super::svg::{Anchor, INK, KEY_LINE, Part, QUIET, Svg, escaped};
use super::wrap::Screen;
use super::{Look, Names};

/// The height of the lines themselves, in pixels.
const PLOT_HEIGHT: u32 = 180;
/// The room of the names below.
const FOOT_HEIGHT: u32 = 26;
/// The room above the lines.
const AIR: u32 = 10;
/// Where the names of the lines stand, after a piece of each.
const NAME_PIXELS: u32 = 44;
/// Where the lines begin, after the figures of the scale; they go on to the right end.
const LEFT: Part = Part(1_200);
/// The measure of the inner picture, in whichever direction.
const INNER: i64 = 10_000;
/// The strokes of lines, the first for the line that matters.
const STROKES: [(&str, &str); 3] = [("", "3"), ("7 5", "2"), ("2 4", "2")];

/// A point: where on the way from the first day to the last, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Days after the first day.
    pub day: u32,
    /// How much.
    pub value: u32,
}

/// A line.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// Its colour.
    pub look: Look,
    /// Its points, by day.
    pub points: Vec<Point>,
}

/// Lines over the same days.
#[derive(Clone, Debug)]
pub struct Lines {
    /// What the chart is called.
    pub names: Names,
    /// How many days there are after the first.
    pub days: u32,
    /// The names of the first and of the last day.
    pub ends: [String; 2],
    /// The largest value as people read it; the scale ends there.
    pub figure: fn(u32) -> String,
    /// The lines, the one that matters first; at most three.
    pub lines: Vec<Line>,
}

impl Lines {
    /// The chart.
    #[must_use]
    pub fn svg(&self) -> String {
        let lines = &self.lines[..self.lines.len().min(STROKES.len())];
        let top = u32::try_from(lines.len()).unwrap_or_default() * KEY_LINE + AIR;
        let height = top + PLOT_HEIGHT + FOOT_HEIGHT;
        let mut svg = Svg::begin(&self.names, Screen::Any, height, &[]);
        for (at, (line, (dashes, width))) in (0..).zip(lines.iter().zip(STROKES)) {
            let (y, name, colour) = (KEY_LINE - 6 + at * KEY_LINE, escaped(&line.name), line.look.colour());
            svg.put(format_args!(
                "<line x1=\"0\" y1=\"{0}\" x2=\"36\" y2=\"{0}\" stroke=\"{colour}\" stroke-width=\"{width}\" \
                 stroke-dasharray=\"{dashes}\"/><text x=\"{NAME_PIXELS}\" y=\"{y}\" fill=\"{INK}\">{name}</text>",
                y - 5
            ));
        }
        let most = lines.iter().flat_map(|line| line.points.iter().map(|point| point.value)).max().unwrap_or(0).max(1);
        for (part, value) in [(0, most), (PLOT_HEIGHT, 0)] {
            svg.level(top + part);
            svg.words(
                Part(0),
                top + part + if part == 0 { 14 } else { 0 },
                Anchor::Start,
                QUIET,
                &(self.figure)(value),
            );
        }
        // The lines stretch with the page; their strokes do not.
        svg.put(format_args!(
            "<svg x=\"{LEFT}\" y=\"{top}\" width=\"{}\" height=\"{PLOT_HEIGHT}\" viewBox=\"0 0 {INNER} {INNER}\" \
             preserveAspectRatio=\"none\" overflow=\"visible\">",
            Part(Part::WHOLE.0 - LEFT.0)
        ));
        for (line, (dashes, width)) in lines.iter().zip(STROKES).rev() {
            let at = |point: &Point| {
                let x = Part::of(point.day.into(), self.days.max(1).into(), Part(INNER)).0;
                let y = INNER - Part::of(point.value.into(), most.into(), Part(INNER)).0;
                format!("{x},{y}")
            };
            let points: Vec<String> = line.points.iter().map(at).collect();
            svg.put(format_args!(
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" \
                 stroke-dasharray=\"{dashes}\" vector-effect=\"non-scaling-stroke\"/>",
                points.join(" "),
                line.look.colour()
            ));
        }
        svg.put(format_args!("</svg>"));
        let y = height - 8;
        svg.words(LEFT, y, Anchor::Start, QUIET, &self.ends[0]);
        svg.words(Part::WHOLE, y, Anchor::End, QUIET, &self.ends[1]);
        svg.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(points: Vec<Point>) -> String {
        let names =
            Names { id: "l".to_owned(), title: "Rilievi".to_owned(), description: "Aperti ogni giorno.".to_owned() };
        let line = |name: &str, look, points| Line { name: name.to_owned(), look, points };
        let last = vec![Point { day: 0, value: 8 }, Point { day: 365, value: 2 }];
        Lines {
            names,
            days: 365,
            ends: ["1º gennaio".to_owned(), "31 dicembre".to_owned()],
            figure: |value| value.to_string(),
            lines: vec![line("2027", Look::Full, points), line("2026", Look::Struck, last)],
        }
        .svg()
    }

    #[test]
    fn this_year_stands_over_the_last() {
        let points = vec![Point { day: 0, value: 10 }, Point { day: 100, value: 5 }];
        insta::assert_snapshot!(lines(points).replace("><", ">\n<"));
    }

    #[test]
    fn nothing_breaks_it() {
        assert!(lines(Vec::new()).ends_with("</svg>"));
        assert!(lines(vec![Point { day: u32::MAX, value: u32::MAX }]).ends_with("</svg>"));
    }
}
