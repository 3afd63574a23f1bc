// SPDX-License-Identifier: AGPL-3.0-or-later
//! A zone while it grows: which lines may be one table, and which white strips hold over them.

use crate::limits::{POINT, TABLE_COLUMNS_MAX};
use crate::lines::Line;
use crate::rows::is_figure;

use super::runs::{has_wide_gap, runs};
use super::{Drawn, GUTTER_MIN, Gutter};

/// The widest lines that columns are looked for in, in points.
const WIDTH_MAX: usize = 20_000;

/// Lines that may be one table, with how many of them cover each point of the width.
pub struct Zone<'l> {
    lines: &'l [Line],
    /// The first line.
    pub from: usize,
    /// The first line behind it.
    pub to: usize,
    left: i32,
    /// For each point of the width, how many lines have letters there.
    cover: Vec<u16>,
    /// For each point, how many lines have letters before and behind it, and a gap there.
    gaps: Vec<u16>,
    /// For each point, how many runs of words begin there.
    starts: Vec<u16>,
    /// The widest distance between two of its lines so far.
    widest_pitch: i32,
    drawn: Drawn<'l>,
}

impl<'l> Zone<'l> {
    fn empty(lines: &'l [Line]) -> Option<Self> {
        let left = lines.iter().map(|line| line.area.left).min()? - 10 * POINT;
        let right = lines.iter().map(|line| line.area.right).max()? + 10 * POINT;
        let width = usize::try_from((right - left) / POINT).ok()? + 1;
        if width > WIDTH_MAX {
            return None;
        }
        let none = || vec![0; width];
        Some(Self {
            lines,
            from: 0,
            to: 0,
            left,
            cover: none(),
            gaps: none(),
            starts: none(),
            widest_pitch: 0,
            drawn: Drawn { rules: &[], fills: &[] },
        })
    }

    pub fn grown(lines: &'l [Line], at: usize, free: usize, drawn: Drawn<'l>) -> Option<Self> {
        let mut zone = Self { from: at, to: at, drawn, ..Self::empty(lines)? };
        zone.take(at);
        zone.to = at + 1;
        while zone.to < lines.len() && zone.goes_on() {}
        zone.back_up(free);
        (zone.to - zone.from >= 2 && !zone.gutters().is_empty()).then_some(zone)
    }

    fn bin(&self, x: i32) -> usize {
        usize::try_from((x - self.left) / POINT).unwrap_or(0).min(self.cover.len() - 1)
    }

    fn take(&mut self, index: usize) {
        self.count(index, |count| *count = count.saturating_add(1));
    }

    fn drop_line(&mut self, index: usize) {
        self.count(index, |count| *count = count.saturating_sub(1));
    }

    /// Counts the letters and the gaps of a line. Blanks inside a run are letters: only what is wider divides columns.
    fn count(&mut self, index: usize, change: impl Fn(&mut u16)) {
        let mut before: Option<usize> = None;
        for run in runs(&self.lines[index], &[]) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let (from, to) =
                (self.bin(first.area.left), self.bin(last.area.right + POINT - 1).max(self.bin(first.area.left) + 1));
            self.cover.get_mut(from..to).into_iter().flatten().for_each(&change);
            if let Some(before) = before {
                self.gaps.get_mut(before..from).into_iter().flatten().for_each(&change);
            }
            before = Some(to);
            if let Some(start) = self.starts.get_mut(from) {
                change(start);
            }
        }
    }

    /// Takes the next line, or the next few, if the strips hold.
    fn goes_on(&mut self) -> bool {
        let before = self.strips(1);
        let index = self.to;
        let (above, line) = (&self.lines[index - 1], &self.lines[index]);
        let pitch = line.baseline - above.baseline;
        if pitch > (line.size.max(above.size)) * 4 {
            return false;
        }
        // Another table, with white space between.
        let heads = line.is_bold() && !line.words.iter().any(|word| is_figure(&word.text));
        let enough = self.to - self.from >= if heads { 2 } else { 3 };
        let far = enough && pitch * 100 > self.widest_pitch * 150 && pitch * 10 > line.size * 18;
        // No heading stands right below a row of figures.
        let figures = above.words.iter().any(|word| is_figure(&word.text));
        let far = far || (heads && figures && pitch * 10 >= line.size * 15);
        if has_wide_gap(line) && (far || self.begins_anew(above, line)) {
            return false;
        }
        if !has_wide_gap(line) {
            let crosses = before.iter().any(|gutter| is_crossed(line, *gutter));
            let alone = self.reads_alone(above, line, pitch);
            if alone {
                return false;
            }
            if crosses {
                // A row over several columns, if the table goes on below it.
                if !self.goes_on_below(index, line, &before) {
                    let closes = self.ends_like_before(line, pitch) || self.closes(index, pitch);
                    return closes && self.take_last(index, pitch);
                }
            }
        }
        self.take(index);
        let after = self.strips(1);
        if after.is_empty() || after.len() * 2 < before.len() {
            self.drop_line(index);
            return false;
        }
        self.to += 1;
        self.widest_pitch = self.widest_pitch.max(pitch);
        true
    }

    /// Whether a line begins another table: a bottom and a top line are drawn above it, or it is a row of bold headings
    /// as the first of this one was.
    fn begins_anew(&self, above: &Line, line: &Line) -> bool {
        const APART: i32 = 3 * POINT;
        if self.to - self.from < 2 {
            return false;
        }
        let mut between: Vec<i32> = self
            .drawn
            .rules
            .iter()
            .filter(|rule| {
                let over = rule.to.min(line.area.right) - rule.from.max(line.area.left);
                rule.is_level
                    && above.baseline <= rule.at
                    && rule.at < line.baseline
                    && over * 2 > line.area.right - line.area.left
            })
            .map(|rule| rule.at)
            .collect();
        between.sort_unstable();
        let double = between.last().zip(between.first()).is_some_and(|(last, first)| last - first >= APART);
        let first = &self.lines[self.from];
        let plain = self.lines[self.from + 1..self.to].iter().filter(|line| !line.is_bold()).count();
        let heads = first.is_bold()
            && line.is_bold()
            && plain * 2 > self.to - self.from
            && !line.words.iter().any(|word| is_figure(&word.text));
        double || heads
    }

    /// Whether the table goes on within a few lines below a line that stands over several of its columns.
    fn goes_on_below(&self, index: usize, line: &Line, gutters: &[Gutter]) -> bool {
        const LOOK_AHEAD: usize = 4;
        let ahead = index + 1..self.lines.len().min(index + 1 + LOOK_AHEAD);
        let Some(next) = ahead.into_iter().find(|&next| has_wide_gap(&self.lines[next])) else { return false };
        let near = (index..next)
            .all(|at| self.lines[at + 1].baseline - self.lines[at].baseline <= self.widest_pitch.max(line.size * 2));
        let fits = gutters.iter().all(|gutter| !is_crossed(&self.lines[next], *gutter));
        let short = line.area.right - line.area.left < self.width() * 9 / 10;
        near && fits && short && (gutters.len() >= 2 || (gutters.len() == 1 && self.to - self.from >= 3))
    }

    /// Whether a line over several columns begins as another of the zone does: "Nota: …" below every row.
    fn ends_like_before(&self, line: &Line, pitch: i32) -> bool {
        let Some(first) = line.words.first() else { return false };
        pitch * 100 <= self.widest_pitch * 105
            && self.lines[self.from..self.to].iter().any(|other| {
                other
                    .words
                    .first()
                    .is_some_and(|word| word.text == first.text && (word.area.left - first.area.left).abs() <= POINT)
                    && !has_wide_gap(other)
            })
    }

    /// Whether a line over several columns stands below the last row as rows do, with white space behind it: the last
    /// row, and no paragraph.
    fn closes(&self, index: usize, pitch: i32) -> bool {
        let line = &self.lines[index];
        let behind = self.lines.get(index + 1).map_or(i32::MAX, |next| next.baseline - line.baseline);
        let first_left = self.lines[self.from..self.to].iter().map(|line| line.area.left).min().unwrap_or(0);
        self.to - self.from >= 2
            && pitch * 100 <= self.widest_pitch * 105
            && i64::from(behind) * 100 > i64::from(pitch) * 130
            && !line.is_bold()
            && (line.area.left - first_left).abs() <= POINT
            && (line.area.right - line.area.left) * 10 < self.width() * 9
            && !line.words.last().is_some_and(|word| word.text.ends_with([':', '.']))
    }

    fn take_last(&mut self, index: usize, pitch: i32) -> bool {
        self.take(index);
        self.to = index + 1;
        self.widest_pitch = self.widest_pitch.max(pitch);
        true
    }

    fn width(&self) -> i32 {
        let lines = &self.lines[self.from..self.to];
        let left = lines.iter().map(|line| line.area.left).min().unwrap_or(0);
        let right = lines.iter().map(|line| line.area.right).max().unwrap_or(0);
        (right - left).max(1)
    }

    /// Whether a line without a gap is a heading or a paragraph behind the table, and not a part of a row.
    fn reads_alone(&self, above: &Line, line: &Line, pitch: i32) -> bool {
        let lines = &self.lines[self.from..self.to];
        let first_left = lines.iter().map(|line| line.area.left).min().unwrap_or(0);
        if line.area.left > first_left + line.size {
            return false;
        }
        let far = lines.len() >= 2 && pitch * 100 > self.widest_pitch * 125;
        let usual = |line: &&Line| line.words.first().is_some_and(|word| word.area.left <= first_left + word.look.size);
        let of_first: Vec<&Line> = lines.iter().filter(usual).collect();
        let bold = |line: &Line| line.words.first().is_some_and(|word| word.look.is_bold);
        let bolds = of_first.iter().filter(|line| bold(line)).count();
        let other_look = line.is_bold() && bolds * 2 < of_first.len();
        let other_size = (line.size - above.size).abs() * 20 > above.size
            && lines.iter().all(|other| (line.size - other.size).abs() * 20 > other.size);
        far || other_size || (other_look && pitch * 10 > above.size * 14)
    }

    /// Lines above the first that belong to its heading row: they stand over other columns than the first.
    fn back_up(&mut self, free: usize) {
        const ROWS_MAX: usize = 4;
        for _ in 0..ROWS_MAX {
            let Some(index) = self.from.checked_sub(1).filter(|&index| index >= free) else { return };
            let (line, below) = (&self.lines[index], &self.lines[self.from]);
            let gutters = self.gutters();
            let Some(first) = gutters.first() else { return };
            let near = below.baseline - line.baseline <= below.size * 17 / 10;
            let inside = line.area.left >= first.from && gutters.iter().all(|gutter| !is_crossed(line, *gutter));
            if !near || !(inside || self.is_tight_row(line, &gutters)) {
                return;
            }
            self.take(index);
            self.from = index;
        }
    }

    /// Whether a line without a wide gap is a row whose cells are full: it has a blank at every strip that it reaches,
    /// and what follows the blank begins where its column does.
    fn is_tight_row(&self, line: &Line, gutters: &[Gutter]) -> bool {
        let mut reached = 0;
        for gutter in gutters.iter().filter(|gutter| line.area.right > gutter.to && line.area.left < gutter.from) {
            let begins = line.words.windows(2).any(|pair| {
                pair[0].area.right <= gutter.to
                    && (pair[1].area.left - gutter.to).abs() <= POINT * 3 / 2
                    && pair[1].area.left - pair[0].area.right >= GUTTER_MIN
            });
            if !begins {
                return false;
            }
            reached += 1;
        }
        reached > 0
    }

    fn begin_near(&self, bin: usize) -> u16 {
        self.starts[bin.saturating_sub(1)..(bin + 2).min(self.starts.len())].iter().sum()
    }

    /// The strips of the zone.
    pub fn gutters(&self) -> Vec<Gutter> {
        let few = self.to - self.from <= 4;
        self.strips(if few { 1 } else { 2 })
    }

    /// The strips where fewer letters stand than on both sides, and where enough lines have a gap. A heading over several
    /// columns may cross them.
    fn strips(&self, enough: u16) -> Vec<Gutter> {
        let first = self.cover.iter().position(|&count| count > 0).unwrap_or(0);
        let last = self.cover.iter().rposition(|&count| count > 0).unwrap_or(0);
        // Of many lines, one may reach into a strip: a heading that is wider than its figures.
        let few = u16::from(self.to - self.from >= 8);
        let cover = without_spurs(&self.cover, few);
        let mut found: Vec<Gutter> = Vec::new();
        let mut from = first;
        // Whether the letters grew fewer into the level stretch that begins at `from`.
        let mut fell = false;
        for bin in first + 1..=last {
            let (before, here) = (cover[bin - 1], cover[bin]);
            if here == before {
                continue;
            }
            if here > before && fell {
                let gaps = self.gaps[from..bin].iter().min().copied().unwrap_or(0);
                let at = |bin: usize| self.left + i32::try_from(bin).unwrap_or(0) * POINT;
                let gutter = Gutter { from: at(from), to: at(bin) };
                let wide = gutter.to - gutter.from >= GUTTER_MIN - POINT;
                // One gap is enough where what follows it begins as other lines do.
                let aligned = gaps >= 1 && before == 0 && self.begin_near(bin) >= 2;
                if wide && (gaps >= enough || aligned) && gaps * 3 >= before && found.len() + 1 < TABLE_COLUMNS_MAX {
                    found.push(gutter);
                }
            }
            fell = here < before;
            from = bin;
        }
        found
    }
}

/// The counts without what reaches out of a column into the white beside it in at most so many lines. What stands
/// alone between white and white is a column, however few its lines are.
fn without_spurs(cover: &[u16], few: u16) -> Vec<u16> {
    let mut out = cover.to_vec();
    let mut from = 0;
    while from < cover.len() {
        let to = from + cover[from..].iter().take_while(|&&count| count == cover[from]).count();
        let beside = |index: Option<usize>| index.and_then(|index| cover.get(index)).copied().unwrap_or(0);
        let alone = beside(from.checked_sub(1)) == 0 && beside(Some(to)) == 0;
        if cover[from] <= few && !alone {
            out[from..to].fill(0);
        }
        from = to;
    }
    out
}

/// The strips that hold over all these lines.
#[must_use]
pub fn gutters_over(lines: &[Line]) -> Option<Vec<Gutter>> {
    let mut zone = Zone::empty(lines)?;
    (0..lines.len()).for_each(|index| zone.take(index));
    zone.to = lines.len();
    Some(zone.gutters()).filter(|gutters| !gutters.is_empty())
}

/// Whether words that belong together run over the middle of a strip.
fn is_crossed(line: &Line, gutter: Gutter) -> bool {
    runs(line, &[]).iter().any(|run| {
        run.first()
            .zip(run.last())
            .is_some_and(|(first, last)| first.area.left < gutter.from - POINT && last.area.right > gutter.to + POINT)
    })
}
