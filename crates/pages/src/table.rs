// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables with their cells filled, whether their lines are drawn or not.

use ambito_documents::blocks::Area;

use crate::grid::{Cell, Grid};
use crate::join::{Lexicon, append, without_leaders};
use crate::lines::{Line, lines};
use crate::rows;
use crate::words::Word;
use crate::zone::is_amount;

/// A table of a page, or of several once its parts are joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Where its columns begin and end.
    pub columns: Vec<(i32, i32)>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether lines are drawn around its cells.
    pub is_drawn: bool,
    /// The lines of writing it was made from, where it is not drawn: to fit them again.
    pub lines: Vec<Line>,
    /// The gap above which a row ends, where one was seen and nothing is drawn.
    pub row_gap: Option<i32>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// One for each column; what a cell covers beyond its own column is empty.
    pub cells: Vec<Filled>,
    /// What it covers.
    pub area: Area,
    /// How many lines of writing it has.
    pub height: u32,
    /// The page it begins on, 1-based; set when the pages are put together.
    pub page: u32,
}

impl Row {
    /// Moves it to the right.
    pub fn shift(&mut self, by: i32) {
        let empty = Area::default();
        for area in self.cells.iter_mut().map(|cell| &mut cell.area).chain([&mut self.area]) {
            if *area != empty {
                area.left += by;
                area.right += by;
            }
        }
    }
}

/// A cell with its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text of its lines, joined.
    pub text: String,
    /// Its frame where that is drawn, else what its text covers.
    pub area: Area,
    /// The last of its lines: whether it was full.
    pub last: Option<Line>,
    /// How far its lines may reach.
    pub right: i32,
    /// The least sure of its words, in hundredths, where they were recognised.
    pub confidence: Option<u8>,
}

impl Filled {
    /// A cell of these lines. `right` is how far they may reach.
    #[must_use]
    pub fn of(lines: Vec<Line>, frame: Option<Area>, right: i32, lexicon: &Lexicon) -> Self {
        let mut text = String::new();
        let mut above: Option<&Line> = None;
        let mut covered: Option<Area> = None;
        let mut confidence = None;
        for line in &lines {
            append(&mut text, above, &line.text(), Some(right), lexicon);
            above = Some(line);
            covered = Some(covered.map_or(line.area, |area| area.with(line.area)));
            for word in &line.words {
                confidence = least(confidence, word.confidence);
            }
        }
        let area = frame.or(covered).unwrap_or_default();
        Self { text: without_leaders(&text), area, last: lines.into_iter().next_back(), right, confidence }
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The less sure of two, where either was recognised.
#[must_use]
pub fn least(a: Option<u8>, b: Option<u8>) -> Option<u8> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

/// The tables that a drawn net holds: one, or several where its columns change altogether; and the words that stand in
/// none of their cells.
#[must_use]
pub fn from_grid(mut grid: Grid, words: Vec<Word>, lexicon: &Lexicon) -> (Vec<Table>, Vec<Word>) {
    let mut left_over = Vec::new();
    let mut of_cell: Vec<Vec<Word>> = vec![Vec::new(); grid.cells.len()];
    for word in words {
        let x = i32::midpoint(word.area.left, word.area.right);
        let y = i32::midpoint(word.area.top, word.area.bottom);
        if let Some(cell) = grid.cell_at(x, y).and_then(|cell| of_cell.get_mut(cell)) {
            cell.push(word);
        } else {
            left_over.push(word);
        }
    }
    let mut filled: Vec<Vec<Line>> = of_cell.into_iter().map(lines).collect();
    open_wide_cells(&mut grid, &mut filled);
    let grid = &grid;
    let mut rights = vec![i32::MIN; grid.xs.len()];
    for (cell, lines) in grid.cells.iter().zip(&filled) {
        for line in lines {
            rights[cell.column_end] = rights[cell.column_end].max(line.area.right);
        }
    }
    let (keep_columns, keep_rows) = (kept_columns(grid, &filled), kept_rows(grid, &filled));
    let mut tables = Vec::new();
    for group in row_groups(grid, &keep_rows) {
        let columns: Vec<usize> = if group.is_alone {
            keep_columns.clone()
        } else {
            let begins = |column: &usize| {
                grid.cells.iter().any(|cell| {
                    cell.column == *column && group.rows.iter().any(|row| (cell.row..cell.row_end).contains(row))
                })
            };
            keep_columns.iter().copied().filter(begins).collect()
        };
        let mut rows = Vec::new();
        for &row in &group.rows {
            rows.extend(grid_rows(grid, row, &columns, &mut filled, &rights, lexicon));
        }
        let at = |index: usize| grid.xs.get(index).copied().unwrap_or(0);
        let extents = columns
            .iter()
            .enumerate()
            .map(|(index, &column)| {
                (at(column), columns.get(index + 1).map_or_else(|| at(grid.columns()), |&next| at(next)))
            })
            .collect();
        if rows.iter().any(|row| row.cells.iter().any(|cell| !cell.is_empty())) {
            tables.push(Table { columns: extents, rows, is_drawn: true, lines: Vec::new(), row_gap: None });
        }
    }
    left_over.extend(filled.into_iter().flatten().flat_map(|line| line.words));
    (tables, left_over)
}

/// Cells over several columns that hold rows of amounts: the columns that are drawn above them hold in them, too.
fn open_wide_cells(grid: &mut Grid, filled: &mut Vec<Vec<Line>>) {
    const LINES_ENOUGH: usize = 3;
    for index in 0..grid.cells.len() {
        let cell = grid.cells[index];
        let lines_of = &filled[index];
        let amounts = lines_of.iter().filter(|line| line.words.iter().any(|word| is_amount(&word.text))).count();
        if cell.column_end - cell.column < 2
            || lines_of.len() < LINES_ENOUGH
            || amounts < 2
            || amounts * 4 < lines_of.len()
        {
            continue;
        }
        let words: Vec<Word> = lines_of.iter().flat_map(|line| line.words.clone()).collect();
        let column_of = |word: &Word| {
            let middle = i32::midpoint(word.area.left, word.area.right);
            let edge = grid.xs.partition_point(|&edge| edge <= middle);
            edge.saturating_sub(1).clamp(cell.column, cell.column_end - 1)
        };
        let mut of_column: Vec<Vec<Word>> = vec![Vec::new(); cell.column_end - cell.column];
        for word in words {
            let column = column_of(&word);
            of_column[column - cell.column].push(word);
        }
        if of_column.iter().filter(|words| !words.is_empty()).count() < 2 {
            continue;
        }
        for (column, words) in (cell.column..).zip(of_column) {
            let opened = Cell { column, column_end: column + 1, ..cell };
            let made = if column == cell.column {
                grid.cells[index] = opened;
                filled[index] = lines(words);
                index
            } else {
                grid.cells.push(opened);
                filled.push(lines(words));
                grid.cells.len() - 1
            };
            for row in cell.row..cell.row_end {
                let mesh = row * grid.columns() + column;
                grid.meshes[mesh] = u32::try_from(made).unwrap_or(u32::MAX);
            }
        }
    }
}

/// The rows of one row of meshes: one, or several where figures stand below each other without a line between.
fn grid_rows(
    grid: &Grid,
    row: usize,
    columns: &[usize],
    filled: &mut [Vec<Line>],
    rights: &[i32],
    lexicon: &Lexicon,
) -> Vec<Row> {
    let mut cells: Vec<(Option<Area>, Vec<Line>, i32)> = Vec::with_capacity(columns.len());
    let mut simple = true;
    for (place, &column) in columns.iter().enumerate() {
        // A cell may begin on a thin column that is not kept.
        let from = if place == 0 { 0 } else { columns[place - 1] + 1 };
        let begins = (from..=column)
            .rev()
            .filter_map(|column| grid.meshes.get(row * grid.columns() + column).map(|&cell| cell as usize))
            .find(|&index| grid.cells[index].row == row && (from..=column).contains(&grid.cells[index].column));
        match begins {
            Some(index) => {
                let cell: Cell = grid.cells[index];
                simple &= cell.row_end == row + 1;
                let right = rights[cell.column_end];
                cells.push((Some(grid.area_of(cell)), std::mem::take(&mut filled[index]), right));
            }
            None => cells.push((None, Vec::new(), 0)),
        }
    }
    let top = grid.ys[row];
    let bottom = grid.ys[row + 1];
    let ends = |columns: &[usize]| (columns.first().copied().unwrap_or(0), grid.columns());
    let (first, last) = ends(columns);
    let area = Area { left: grid.xs[first], top, right: grid.xs[last], bottom };
    if simple && rows::are_packed(cells.iter().map(|(_, lines, _)| lines.as_slice())) {
        return rows::unpacked(cells, area, lexicon);
    }
    let height = cells.iter().map(|(_, lines, _)| lines.len()).max().unwrap_or(0);
    let cells = cells.into_iter().map(|(frame, lines, right)| match frame {
        Some(frame) => Filled::of(lines, Some(frame), right, lexicon),
        None => Filled::default(),
    });
    vec![Row { cells: cells.collect(), area, height: u32::try_from(height.max(1)).unwrap_or(1), page: 0 }]
}

/// Columns of meshes that are more than the space between two lines of a double frame.
fn kept_columns(grid: &Grid, filled: &[Vec<Line>]) -> Vec<usize> {
    let thin = |column: usize| grid.xs[column + 1] - grid.xs[column] < crate::zone::GUTTER_MIN * 2;
    let is_filled = |column: usize| {
        grid.cells
            .iter()
            .zip(filled)
            .any(|(cell, lines)| cell.column == column && cell.column_end == column + 1 && !lines.is_empty())
    };
    (0..grid.columns()).filter(|&column| !thin(column) || is_filled(column)).collect()
}

/// The same for rows.
fn kept_rows(grid: &Grid, filled: &[Vec<Line>]) -> Vec<usize> {
    let thin = |row: usize| grid.ys[row + 1] - grid.ys[row] < crate::zone::GUTTER_MIN;
    let is_filled =
        |row: usize| grid.cells.iter().zip(filled).any(|(cell, lines)| cell.row == row && !lines.is_empty());
    (0..grid.rows()).filter(|&row| !thin(row) || is_filled(row)).collect()
}

struct RowGroup {
    rows: Vec<usize>,
    is_alone: bool,
}

/// Rows whose inner edges fit into each other are one table; where neither holds the other, another table begins.
fn row_groups(grid: &Grid, kept: &[usize]) -> Vec<RowGroup> {
    let edges_of = |row: usize| -> Vec<bool> {
        let mesh = |column: usize| grid.meshes[row * grid.columns() + column];
        (1..grid.columns()).map(|column| mesh(column) != mesh(column - 1)).collect()
    };
    let within = |a: &[bool], b: &[bool]| a.iter().zip(b).all(|(a, b)| !a || *b);
    let mut groups: Vec<(Vec<bool>, RowGroup)> = Vec::new();
    for &row in kept {
        let edges = edges_of(row);
        let is_tied = row > 0 && {
            let above = row - 1;
            (0..grid.columns()).any(|column| {
                grid.meshes[row * grid.columns() + column] == grid.meshes[above * grid.columns() + column]
            })
        };
        match groups.last_mut() {
            Some((all, group)) if is_tied || within(&edges, all) || within(all, &edges) => {
                all.iter_mut().zip(&edges).for_each(|(all, edge)| *all |= edge);
                group.rows.push(row);
            }
            _ => groups.push((edges, RowGroup { rows: vec![row], is_alone: false })),
        }
    }
    let is_alone = groups.len() == 1;
    groups.into_iter().map(|(_, group)| RowGroup { is_alone, ..group }).collect()
}
