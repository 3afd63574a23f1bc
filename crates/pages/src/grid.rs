// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables whose lines are drawn. Lines that touch make a net; what no line divides is one cell, however many meshes it
//! covers. Edges that are not drawn at the sides are taken from where the lines across end.
//!
//! Deliberately not here: what the cells say, and tables without upright lines ([`crate::zone`]).

use ambito_documents::blocks::Area;

use crate::limits::{POINT, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX};
use crate::page::Rule;

/// How far two lines may be apart and still be one, or touch.
const TOUCH: i32 = 2 * POINT;
/// The thinnest row or column.
const THIN: i32 = 4 * POINT;

/// A drawn table: the edges of its meshes, and which meshes are one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The upright edges, from left to right; at least two.
    pub xs: Vec<i32>,
    /// The level edges, from top to bottom; at least two.
    pub ys: Vec<i32>,
    /// The cells, by row, then by column.
    pub cells: Vec<Cell>,
    /// For each mesh (row by row), its cell.
    pub meshes: Vec<u32>,
}

/// A cell of a drawn table: the meshes from one row and column to another, these excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// First row after it.
    pub row_end: usize,
    /// First column after it.
    pub column_end: usize,
}

impl Grid {
    /// What the table covers.
    #[must_use]
    pub fn area(&self) -> Area {
        let edge = |edges: &[i32]| (edges.first().copied().unwrap_or(0), edges.last().copied().unwrap_or(0));
        let ((left, right), (top, bottom)) = (edge(&self.xs), edge(&self.ys));
        Area { left, top, right, bottom }
    }

    /// How many columns of meshes it has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    /// How many rows of meshes it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    /// What a cell covers.
    #[must_use]
    pub fn area_of(&self, cell: Cell) -> Area {
        let at = |edges: &[i32], index: usize| edges.get(index).copied().unwrap_or(0);
        Area {
            left: at(&self.xs, cell.column),
            top: at(&self.ys, cell.row),
            right: at(&self.xs, cell.column_end),
            bottom: at(&self.ys, cell.row_end),
        }
    }

    /// The cell at a point.
    #[must_use]
    pub fn cell_at(&self, x: i32, y: i32) -> Option<usize> {
        let column = self.xs.partition_point(|&edge| edge <= x).checked_sub(1)?;
        let row = self.ys.partition_point(|&edge| edge <= y).checked_sub(1)?;
        if column >= self.columns() || row >= self.rows() {
            return None;
        }
        self.meshes.get(row * self.columns() + column).map(|&cell| cell as usize)
    }
}

/// The drawn tables of a page, from top to bottom.
#[must_use]
pub fn grids(rules: &[Rule]) -> Vec<Grid> {
    let level = merged(rules.iter().filter(|rule| rule.is_level).copied().collect());
    let upright = merged(rules.iter().filter(|rule| !rule.is_level).copied().collect());
    let mut found: Vec<Grid> =
        nets(&level, &upright).into_iter().filter_map(|(level, upright)| grid(&level, &upright)).collect();
    found.sort_by_key(|grid| (grid.area().top, grid.area().left));
    found
}

/// Lines on one straight, joined where they touch.
#[must_use]
pub fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by_key(|rule| (rule.at, rule.from));
    // Lines that stand a hair apart get one place before they are joined along it.
    let mut last = None;
    for rule in &mut rules {
        match last {
            Some(at) if rule.at - at <= TOUCH / 2 => rule.at = at,
            _ => last = Some(rule.at),
        }
    }
    rules.sort_by_key(|rule| (rule.at, rule.from));
    let mut out: Vec<Rule> = Vec::with_capacity(rules.len());
    for rule in rules {
        match out.last_mut() {
            Some(open) if open.at == rule.at && rule.from - open.to <= TOUCH => open.to = open.to.max(rule.to),
            _ => out.push(rule),
        }
    }
    out.retain(|rule| rule.to - rule.from >= THIN);
    out
}

/// The level and upright lines that hold together.
fn nets(level: &[Rule], upright: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut groups = Groups::new(level.len() + upright.len());
    // Upright lines by place, so that only those under a level line are looked at.
    for (index, rule) in level.iter().enumerate() {
        let from = upright.partition_point(|other| other.at < rule.from - TOUCH);
        for (other, line) in upright.iter().enumerate().skip(from) {
            if line.at > rule.to + TOUCH {
                break;
            }
            if line.from - TOUCH <= rule.at && rule.at <= line.to + TOUCH {
                groups.join(index, level.len() + other);
            }
        }
    }
    let mut nets: Vec<(Vec<Rule>, Vec<Rule>)> = Vec::new();
    let mut place = vec![usize::MAX; level.len() + upright.len()];
    for (index, rule) in level.iter().chain(upright).enumerate() {
        let root = groups.root(index);
        if place[root] == usize::MAX {
            place[root] = nets.len();
            nets.push((Vec::new(), Vec::new()));
        }
        let net = &mut nets[place[root]];
        if index < level.len() { net.0.push(*rule) } else { net.1.push(*rule) }
    }
    nets
}

/// Which things belong together.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0[high] = low;
    }
}

fn grid(level: &[Rule], upright: &[Rule]) -> Option<Grid> {
    if level.len() < 2 || upright.is_empty() {
        return None;
    }
    let mut xs = places(upright.iter().map(|rule| rule.at));
    let mut ys = places(level.iter().map(|rule| rule.at));
    add_end(&mut xs, level, |rule| rule.from, End::First);
    add_end(&mut xs, level, |rule| rule.to, End::Last);
    add_end(&mut ys, upright, |rule| rule.from, End::First);
    add_end(&mut ys, upright, |rule| rule.to, End::Last);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns == 0 || rows == 0 || columns > TABLE_COLUMNS_MAX || rows > TABLE_ROWS_MAX {
        return None;
    }
    let mut groups = Groups::new(columns * rows);
    let walls = covered(upright, &xs, &ys);
    let floors = covered(level, &ys, &xs);
    for row in 0..rows {
        for column in 0..columns {
            let mesh = row * columns + column;
            if column + 1 < columns && !walls[(column + 1) * rows + row] {
                groups.join(mesh, mesh + 1);
            }
            if row + 1 < rows && !floors[(row + 1) * columns + column] {
                groups.join(mesh, mesh + columns);
            }
        }
    }
    let mut cells: Vec<Cell> = Vec::new();
    let mut meshes = vec![0; columns * rows];
    let mut of_root = vec![u32::MAX; columns * rows];
    for row in 0..rows {
        for column in 0..columns {
            let mesh = row * columns + column;
            let root = groups.root(mesh);
            if of_root[root] == u32::MAX {
                of_root[root] = u32::try_from(cells.len()).unwrap_or(u32::MAX);
                cells.push(Cell { row, column, row_end: row + 1, column_end: column + 1 });
            }
            let cell = &mut cells[of_root[root] as usize];
            cell.column = cell.column.min(column);
            cell.row_end = cell.row_end.max(row + 1);
            cell.column_end = cell.column_end.max(column + 1);
            meshes[mesh] = of_root[root];
        }
    }
    Some(Grid { xs, ys, cells, meshes })
}

/// Places that lie close together count as one.
fn places(all: impl Iterator<Item = i32>) -> Vec<i32> {
    let mut all: Vec<i32> = all.collect();
    all.sort_unstable();
    let mut out: Vec<i32> = Vec::new();
    for at in all {
        if out.last().is_none_or(|&last| at - last > TOUCH) {
            out.push(at);
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// Adds an edge where at least two lines across go on past the last one drawn.
fn add_end(edges: &mut Vec<i32>, across: &[Rule], end_of: impl Fn(&Rule) -> i32, end: End) {
    const REACH: i32 = 10 * POINT;
    let Some(outer) = (if end == End::First { edges.first() } else { edges.last() }).copied() else { return };
    let beyond = |at: i32| if end == End::First { outer - at } else { at - outer };
    let ends: Vec<i32> = across.iter().map(end_of).filter(|&at| beyond(at) > REACH).collect();
    let far = if end == End::First { ends.iter().min() } else { ends.iter().max() };
    let Some(&far) = far else { return };
    if ends.len() < 2 {
        return;
    }
    if end == End::First {
        edges.insert(0, far);
    } else {
        edges.push(far);
    }
}

/// For each edge and each stretch between two edges across, whether lines cover most of it.
fn covered(rules: &[Rule], edges: &[i32], across: &[i32]) -> Vec<bool> {
    let stretches = across.len().saturating_sub(1);
    let mut lengths = vec![0_i32; edges.len() * stretches];
    for rule in rules {
        let edge = edges.partition_point(|&at| at < rule.at - TOUCH);
        if edges.get(edge).is_none_or(|&at| (at - rule.at).abs() > TOUCH) {
            continue;
        }
        let from = across.partition_point(|&at| at <= rule.from).saturating_sub(1);
        for stretch in from..stretches {
            if across[stretch] >= rule.to {
                break;
            }
            let length = rule.to.min(across[stretch + 1]) - rule.from.max(across[stretch]);
            lengths[edge * stretches + stretch] += length.max(0);
        }
    }
    lengths
        .iter()
        .enumerate()
        .map(|(index, &length)| {
            let stretch = index % stretches.max(1);
            length * 2 >= across[stretch + 1] - across[stretch]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: i32, from: i32, to: i32) -> Rule {
        Rule { is_level: true, at: at * 100, from: from * 100, to: to * 100 }
    }

    fn upright(at: i32, from: i32, to: i32) -> Rule {
        Rule { is_level: false, at: at * 100, from: from * 100, to: to * 100 }
    }

    /// The cells as `row,column+rows×columns`.
    fn shapes(rules: &[Rule]) -> Vec<Vec<String>> {
        grids(rules)
            .iter()
            .map(|grid| {
                let shape = |cell: &Cell| {
                    let (rows, columns) = (cell.row_end - cell.row, cell.column_end - cell.column);
                    format!("{},{}+{rows}×{columns}", cell.row, cell.column)
                };
                grid.cells.iter().map(shape).collect()
            })
            .collect()
    }

    #[test]
    fn meshes_without_a_line_between_are_one_cell() {
        let frame = [level(0, 0, 100), level(20, 0, 100), level(40, 0, 100), upright(0, 0, 40), upright(100, 0, 40)];
        let check = |more: &[Rule], expected: &[&str]| {
            let rules: Vec<Rule> = frame.iter().chain(more).copied().collect();
            assert_eq!(shapes(&rules), [expected]);
        };
        check(&[upright(50, 0, 40)], &["0,0+1×1", "0,1+1×1", "1,0+1×1", "1,1+1×1"]);
        // A title over both columns.
        check(&[upright(50, 20, 40)], &["0,0+1×2", "1,0+1×1", "1,1+1×1"]);
        // Lines drawn in pieces and a hair apart.
        check(
            &[upright(50, 0, 20), Rule { at: 5_060, ..upright(50, 20, 40) }],
            &["0,0+1×1", "0,1+1×1", "1,0+1×1", "1,1+1×1"],
        );
    }

    #[test]
    fn open_sides_end_where_the_lines_end() {
        let rules = [level(0, 0, 100), level(20, 0, 100), level(40, 0, 100), upright(50, 0, 40)];
        assert_eq!(shapes(&rules), [["0,0+1×1", "0,1+1×1", "1,0+1×1", "1,1+1×1"]]);
        // Lines that only cross nothing are no table.
        assert_eq!(shapes(&[level(0, 0, 100), level(20, 0, 100)]), Vec::<Vec<String>>::new());
    }
}
