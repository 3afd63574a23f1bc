// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bars that lie: money by node, time by person. The name stands above, the figure at the right end.

use super::svg::{Anchor, INK, KEY_LINE, Part, QUIET, Svg};
use super::wrap::{LINE_HEIGHT, Screen, for_screens, lines};
use super::{Look, Names, ROWS_MAX};

/// The room of a name on one line, in pixels.
const NAME_HEIGHT: u32 = 22;
/// The room of a bar.
const BAR_HEIGHT: u32 = 18;
/// The height of a bar itself.
const BAR_INNER: u32 = 12;
/// The air between rows.
const AIR: u32 = 8;
/// The part of the width that the longest bar takes; the rest is for figures, of millions with cents on the smallest screen.
const BARS_WIDTH: Part = Part(5_400);

/// A bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// How long; less than nothing is no bar.
    pub value: i64,
    /// Of which look.
    pub look: Look,
    /// Its figure as people read it.
    pub figure: String,
}

/// A row: a name and its bars.
#[derive(Clone, Debug)]
pub struct BarRow {
    /// The name.
    pub name: String,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A value that a line marks over all rows: a hundred percent.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The value.
    pub value: i64,
    /// What it is.
    pub name: String,
}

/// Bars that lie one under the other, in one measure.
#[derive(Clone, Debug)]
pub struct Bars {
    /// What the chart is called.
    pub names: Names,
    /// What each look is, where there are several.
    pub key: Vec<(Look, String)>,
    /// The value that is marked.
    pub mark: Option<Mark>,
    /// The rows; those beyond [`ROWS_MAX`] are not drawn.
    pub rows: Vec<BarRow>,
}

impl Bars {
    /// The chart; drawn twice where names are long, for small screens and for others.
    #[must_use]
    pub fn svg(&self) -> String {
        for_screens(self.rows.iter().take(ROWS_MAX).map(|row| row.name.as_str()), |screen| self.drawn(screen))
    }

    fn drawn(&self, screen: Screen) -> String {
        let rows = &self.rows[..self.rows.len().min(ROWS_MAX)];
        let count = |length: usize| u32::try_from(length).unwrap_or_default();
        let named = |row: &BarRow| NAME_HEIGHT + count(lines(&row.name, screen).len().saturating_sub(1)) * LINE_HEIGHT;
        let of = |row: &BarRow| named(row) + count(row.bars.len()) * BAR_HEIGHT + AIR;
        let top = count(self.key.len()) * KEY_LINE + if self.mark.is_some() { KEY_LINE } else { 0 };
        let height = top + rows.iter().map(of).sum::<u32>();
        let values = rows.iter().flat_map(|row| row.bars.iter().map(|bar| bar.value));
        let longest = values.chain(self.mark.as_ref().map(|mark| mark.value)).max().unwrap_or(0);
        let mut looks: Vec<Look> = rows.iter().flat_map(|row| row.bars.iter().map(|bar| bar.look)).collect();
        looks.extend(self.key.iter().map(|(look, _)| *look));
        let mut svg = Svg::begin(&self.names, screen, height, &looks);
        let key: Vec<(Look, &str)> = self.key.iter().map(|(look, name)| (*look, name.as_str())).collect();
        svg.key(KEY_LINE - 6, &key);
        let mut y = top;
        for row in rows {
            svg.name(y + NAME_HEIGHT - 6, &lines(&row.name, screen));
            y += named(row);
            for bar in &row.bars {
                svg.bar(Part(0), y, Part::of(bar.value, longest, BARS_WIDTH), BAR_INNER, bar.look);
                svg.words(Part::WHOLE, y + BAR_INNER - 1, Anchor::End, INK, &bar.figure);
                y += BAR_HEIGHT;
            }
            y += AIR;
        }
        if let Some(Mark { value, name }) = &self.mark {
            let x = Part::of(*value, longest, BARS_WIDTH);
            svg.words(x, top - 6, Anchor::Middle, QUIET, name);
            svg.upright(x, top, height, QUIET, "4 3");
        }
        svg.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(rows: Vec<BarRow>, mark: Option<Mark>) -> String {
        let names = Names {
            id: "money".to_owned(),
            title: "Spese per obiettivo".to_owned(),
            description: "Una barra per obiettivo.".to_owned(),
        };
        Bars { names, key: vec![(Look::Full, "spese".to_owned()), (Look::Struck, "entrate".to_owned())], mark, rows }
            .svg()
    }

    fn row(name: &str, values: &[i64]) -> BarRow {
        let looks = [Look::Full, Look::Struck];
        let bar = |(value, look): (&i64, Look)| Bar { value: *value, look, figure: value.to_string() };
        BarRow { name: name.to_owned(), bars: values.iter().zip(looks).map(bar).collect() }
    }

    #[test]
    fn bars_are_drawn_in_one_measure() {
        let mark = Mark { value: 100, name: "100%".to_owned() };
        insta::assert_snapshot!(
            bars(vec![row("Anziani <1>", &[200, 100]), row("Minori", &[0])], Some(mark)).replace("><", ">\n<")
        );
    }

    #[test]
    fn nothing_breaks_it() {
        for values in [vec![], vec![i64::MAX, -5], vec![0, 0], vec![i64::MIN]] {
            let svg = bars(vec![row("", &values)], None);
            assert!(svg.ends_with("</svg>") && !svg.contains("NaN"), "{svg}");
        }
        let many = bars((0..1_000).map(|at| row(&at.to_string(), &[at])).collect(), None);
        assert!(!many.contains(">60<") && many.contains(">59<"));
    }
}
