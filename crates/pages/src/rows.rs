// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where rows end when no line is drawn between them: at gaps wider than those inside a cell; where all gaps are the
//! same, at every line that does not go on a full one.

use ambito_documents::blocks::Area;

use crate::join::Lexicon;
use crate::lines::Line;
use crate::table::{Filled, Row};

/// Lines with their columns.
pub type Stretch = Vec<(usize, Line)>;

/// The lines of one column of one stretch, with the frame and how far they may reach.
pub type Column = (Option<Area>, Vec<Line>, i32);

/// Whether a text is a figure: an amount, a share, a number, a dash.
#[must_use]
pub fn is_figure(text: &str) -> bool {
    let mut digits = false;
    let fits = text.chars().all(|letter| {
        digits |= letter.is_ascii_digit();
        letter.is_ascii_digit()
            || matches!(letter, '.' | ',' | '%' | '€' | ' ' | '-' | '–' | '−' | '+' | '(' | ')' | '\'')
    });
    fits && (digits || matches!(text.trim(), "-" | "–"))
}

/// Whether columns of a drawn row hold several rows: figures below each other in one of them, lines in another.
pub fn are_packed<'a>(columns: impl Iterator<Item = &'a [Line]>) -> bool {
    let (mut figures, mut pairs, mut others) = (0, 0, 0);
    for lines in columns {
        // No cell holds two amounts below each other.
        let amounts = lines.iter().filter(|line| {
            let text = line.text();
            text.contains(',') && is_figure(&text)
        });
        if amounts.count() >= 2 {
            return true;
        }
        let all = lines.iter().all(|line| is_figure(&line.text()));
        if all && lines.len() >= 3 {
            figures += 1;
        } else if all && lines.len() == 2 {
            pairs += 1;
        } else if lines.len() >= 2 {
            others += 1;
        }
    }
    (figures >= 1 && figures + pairs + others >= 2) || (pairs >= 2 && others >= 1)
}

/// The rows of columns that hold several.
#[must_use]
pub fn unpacked(columns: Vec<Column>, area: Area, lexicon: &Lexicon) -> Vec<Row> {
    let mut all: Vec<(usize, Line)> = Vec::new();
    let frames: Vec<(Option<Area>, i32)> = columns.iter().map(|(frame, _, right)| (*frame, *right)).collect();
    for (column, (_, lines, _)) in columns.into_iter().enumerate() {
        all.extend(lines.into_iter().map(|line| (column, line)));
    }
    let rights: Vec<i32> = frames.iter().map(|(_, right)| *right).collect();
    divided(all, &[], &rights, None)
        .0
        .into_iter()
        .map(|stretch| {
            let mut of_column: Vec<Vec<Line>> = vec![Vec::new(); frames.len()];
            let (mut top, mut bottom) = (area.bottom, area.top);
            for (column, line) in stretch {
                top = top.min(line.area.top);
                bottom = bottom.max(line.area.bottom);
                of_column[column].push(line);
            }
            row_of(of_column, &rights, Some(Area { top, bottom, ..area }), &frames, lexicon)
        })
        .collect()
}

/// A row of these lines by column.
#[must_use]
pub fn row_of(
    columns: Vec<Vec<Line>>,
    rights: &[i32],
    area: Option<Area>,
    frames: &[(Option<Area>, i32)],
    lexicon: &Lexicon,
) -> Row {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut covered: Option<Area> = None;
    let cells: Vec<Filled> = columns
        .into_iter()
        .enumerate()
        .map(|(column, lines)| {
            for line in &lines {
                covered = Some(covered.map_or(line.area, |area| area.with(line.area)));
            }
            let right = rights.get(column).copied().unwrap_or(0);
            let frame = match (frames.get(column), area) {
                (Some((Some(frame), _)), Some(area)) => Some(Area { top: area.top, bottom: area.bottom, ..*frame }),
                _ => None,
            };
            Filled::of(lines, frame, right, lexicon)
        })
        .collect();
    Row { cells, area: area.or(covered).unwrap_or_default(), height: u32::try_from(height).unwrap_or(1), page: 0 }
}

/// Divides lines of columns into rows. `cuts` are level lines that are drawn between rows; `rights` how far each
/// column reaches; `known` the gap above which rows of the same table ended on the page before. Also gives the gap that
/// was used, where one was.
#[must_use]
pub fn divided(
    mut all: Vec<(usize, Line)>,
    cuts: &[i32],
    rights: &[i32],
    known: Option<i32>,
) -> (Vec<Stretch>, Option<i32>) {
    all.sort_by_key(|(column, line)| (line.baseline, *column));
    // Lines on one baseline, whatever their column.
    let mut levels: Vec<Stretch> = Vec::new();
    for item in all {
        match levels.last_mut() {
            Some(level)
                if level.first().is_some_and(|(_, first)| (item.1.baseline - first.baseline) * 4 <= first.size) =>
            {
                level.push(item);
            }
            _ => levels.push(vec![item]),
        }
    }
    let gaps: Vec<i32> = levels.windows(2).map(|pair| pitch(&pair[0], &pair[1])).collect();
    let wide = known.or_else(|| wide_gap(&levels, &gaps));
    let is_cut = |above: &[(usize, Line)], below: &[(usize, Line)]| {
        let (from, to) = (middle(above), middle(below));
        cuts.iter().any(|&cut| from < cut && cut < to)
    };
    // Where nearly all rows are divided by lines, the lines alone divide them.
    let by_lines = cuts.len() >= 4 && !holds_several(&levels, is_cut) && {
        let crossed = levels.windows(2).filter(|pair| is_cut(&pair[0], &pair[1])).count();
        let wider = wide.map_or(0, |wide| gaps.iter().filter(|&&gap| gap > wide).count());
        crossed >= 3 && crossed * 10 >= wider * 7
    };
    let mut rows: Vec<Stretch> = Vec::new();
    let mut above: Option<Stretch> = None;
    for (index, level) in levels.into_iter().enumerate() {
        let ends = match &above {
            None => true,
            Some(above) if is_cut(above, &level) => true,
            Some(_) if by_lines => false,
            Some(_) if figures_again(rows.last().map_or(&[], Vec::as_slice), &level) => true,
            Some(above) => match wide {
                Some(wide) => gaps[index - 1] > wide,
                None => !goes_on(rows.last().map_or(&[], Vec::as_slice), above, &level, rights),
            },
        };
        above = Some(level.clone());
        match rows.last_mut() {
            Some(row) if !ends => row.extend(level),
            _ => rows.push(level),
        }
    }
    (rows, wide)
}

/// Whether a level of lines has an amount where its row has one: no cell holds two below each other.
fn figures_again(row: &[(usize, Line)], level: &[(usize, Line)]) -> bool {
    level.iter().any(|(column, line)| {
        let text = line.text();
        text.contains(',')
            && is_figure(&text)
            && row.iter().any(|(other, line)| other == column && is_figure(&line.text()))
    })
}

/// Whether between two drawn lines a column has figures below each other: then the lines divide groups of rows.
fn holds_several(levels: &[Stretch], is_cut: impl Fn(&[(usize, Line)], &[(usize, Line)]) -> bool) -> bool {
    let mut seen: Vec<usize> = Vec::new();
    levels.iter().enumerate().any(|(index, level)| {
        if index.checked_sub(1).is_some_and(|above| is_cut(&levels[above], level)) {
            seen.clear();
        }
        let figures = level.iter().filter(|(_, line)| is_figure(&line.text())).map(|(column, _)| *column);
        figures.into_iter().any(|column| {
            let again = seen.contains(&column);
            seen.push(column);
            again
        })
    })
}

fn middle(level: &[(usize, Line)]) -> i32 {
    level.iter().map(|(_, line)| i32::midpoint(line.area.top, line.area.bottom)).min().unwrap_or(0)
}

fn pitch(above: &[(usize, Line)], below: &[(usize, Line)]) -> i32 {
    let baseline = |level: &[(usize, Line)]| level.iter().map(|(_, line)| line.baseline).max().unwrap_or(0);
    baseline(below) - baseline(above)
}

/// The gap above which a row ends, where there are two kinds of gaps; `None` where all are alike.
fn wide_gap(levels: &[Stretch], gaps: &[i32]) -> Option<i32> {
    let size = levels.iter().flatten().map(|(_, line)| line.size).max().unwrap_or(1_000);
    let mut sizes: Vec<i32> = levels.iter().flatten().map(|(_, line)| line.size).collect();
    sizes.sort_unstable();
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(size);
    // Closer than the letters are high: cells whose text stands in the middle.
    let mut sorted: Vec<i32> = gaps.iter().copied().filter(|&gap| gap * 10 >= usual * 9).collect();
    sorted.sort_unstable();
    let narrow = *sorted.first()?;
    if narrow > usual * 17 / 10 {
        // Every line stands far from the next: each is a row of its own.
        return Some(usual * 17 / 10 - 1);
    }
    // The widest jump between two neighbours of the sorted gaps, not far above the narrowest.
    let jump = sorted.windows(2).find(|pair| {
        let step = pair[1] - pair[0];
        pair[0] * 100 <= narrow * 118 && step * 100 >= narrow * 14 && step >= 150
    })?;
    Some(i32::midpoint(jump[0], jump[1]))
}

/// Whether a level of lines goes on what stands above: in each of its columns the line above was full.
fn goes_on(row: &[(usize, Line)], above: &[(usize, Line)], level: &[(usize, Line)], rights: &[i32]) -> bool {
    let columns_above = {
        let mut columns: Vec<usize> = row.iter().map(|(column, _)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.len()
    };
    level.len() < columns_above.max(2)
        && level.iter().all(|(column, line)| {
            let Some((_, before)) = above.iter().find(|(other, _)| other == column) else { return false };
            let right = rights.get(*column).copied().unwrap_or(0);
            let first = line.words.first().map_or(0, |word| word.area.right - word.area.left);
            let text = line.text();
            !is_figure(&text) && before.area.right + before.size / 4 + first > right
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told() {
        for text in ["1.234,50", "12 %", "€ 3,00", "-", "(2)", "2027"] {
            assert!(is_figure(text), "{text}");
        }
        for text in ["1 giorno", "n.", "Cap. 3", ""] {
            assert!(!is_figure(text), "{text}");
        }
    }
}
