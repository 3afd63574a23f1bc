// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sums in tables of numbers whose meaning nobody told: sure where most of the table bears the sum out, else likely.

use crate::arithmetic::{Quantity, Scope, Term};
use crate::{Place, Subject};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{LineNo, Table, TableCell};
use std::ops::RangeInclusive;

/// Words in the heading of a column that is never added up.
const RATIOS: [&str; 20] = [
    "percento",
    "media",
    "medio",
    "tasso",
    "indice",
    "incidenza",
    "rapporto",
    "variazione",
    "scostamento",
    "densita",
    "unitario",
    "unitaria",
    "orario",
    "oraria",
    "prezzo",
    "tariffa",
    "aliquota",
    "capite",
    "procapite",
    "eta",
];
/// Numbers that are years, in hundredths.
const YEARS: RangeInclusive<i64> = 190_000..=210_000;
/// Labels of rows that are contained in others.
const CONTAINED: [&str; 6] = ["di cui", "dei quali", "delle quali", "totale", "subtotale", "sub totale"];

/// Parts and what they must make.
pub(super) struct Sum {
    pub parts: Vec<Term>,
    pub total: Term,
    pub scope: Scope,
    /// Whether the rest of the table bears it out.
    pub is_sure: bool,
}

/// The rows that end with a total, where most rows of their table come out.
pub(super) fn row_sums(subject: &Subject<'_>) -> Vec<Sum> {
    grids(subject).flat_map(|grid| borne_out(grid.rows()).0).collect()
}

/// The columns that end with a total: all where most columns of their table come out; else the only one that does not.
pub(super) fn column_sums(subject: &Subject<'_>) -> Vec<Sum> {
    grids(subject)
        .flat_map(|grid| {
            let (sums, is_sure) = borne_out(grid.columns());
            if is_sure || grid.has_contained() { sums } else { lone(grid.columns()) }
        })
        .collect()
}

/// All of them where more come out than not, and at least two; else none.
fn borne_out(mut sums: Vec<Sum>) -> (Vec<Sum>, bool) {
    let right = sums.iter().filter(|sum| comes_out(sum)).count();
    let is_sure = right >= 2 && right * 2 > sums.len();
    sums.retain(|_| is_sure);
    (sums, is_sure)
}

/// The only one that does not come out: nothing else says that the row is a sum, but its name does.
fn lone(sums: Vec<Sum>) -> Vec<Sum> {
    let mut wrong = sums.into_iter().filter(|sum| !comes_out(sum));
    match (wrong.next(), wrong.next()) {
        (Some(sum), None) => vec![Sum { is_sure: false, ..sum }],
        _ => Vec::new(),
    }
}

fn comes_out(sum: &Sum) -> bool {
    let made = sum.parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.quantity.hundredths()));
    made == Some(sum.total.quantity.hundredths())
}

/// A table with a total, and which of its columns can be added up.
struct Grid<'a, 'd> {
    subject: &'a Subject<'d>,
    table: &'a Table,
    headers: Vec<&'a str>,
    /// The first row that holds no headings.
    first: usize,
    /// For each column, whether it holds words, shares, averages or years.
    aside: Vec<bool>,
}

fn grids<'a, 'd>(subject: &'a Subject<'d>) -> impl Iterator<Item = Grid<'a, 'd>> {
    subject.draft.tables.iter().filter_map(|table| Grid::of(subject, table))
}

impl<'a, 'd> Grid<'a, 'd> {
    fn of(subject: &'a Subject<'d>, table: &'a Table) -> Option<Self> {
        // Headings that are nothing but years are read as a row of numbers.
        let years = table.rows.first().filter(|row| table.headers.is_empty() && is_row_of_years(row));
        let headers: Vec<&str> = match years {
            Some(row) => row.iter().map(|cell| cell.raw.as_str()).collect(),
            None => table.headers.iter().map(String::as_str).collect(),
        };
        let first = usize::from(years.is_some());
        let has_total =
            headers.iter().any(|header| is_total(header)) || table.rows.iter().any(|row| total_at(row).is_some());
        if !has_total {
            return None;
        }
        let width = table.rows.iter().map(Vec::len).max()?;
        let aside = (0..width)
            .map(|column| {
                let header = headers.get(column).copied().unwrap_or("");
                let rows = &table.rows[first..];
                is_ratio(header, table, column) || !holds_numbers(rows, column) || holds_years(rows, column)
            })
            .collect();
        Some(Self { subject, table, headers, first, aside })
    }

    fn rows(&self) -> Vec<Sum> {
        let totals: Vec<usize> = (1..self.headers.len()).filter(|at| is_total(self.headers[*at])).collect();
        let mut sums = Vec::new();
        if totals.is_empty() {
            return sums;
        }
        for at in self.first..self.table.rows.len() {
            let scope = if total_at(&self.table.rows[at]).is_some() { Scope::TotalRow } else { Scope::Row };
            let mut from = 1;
            for &total in &totals {
                let parts = (from..total).filter(|column| self.is_added(*column)).map(|column| self.term(at, column));
                from = total + 1;
                sums.extend(sum(parts, self.term(at, total), scope));
            }
        }
        sums
    }

    fn columns(&self) -> Vec<Sum> {
        let mut sums = Vec::new();
        let mut above = self.first;
        for at in self.first..self.table.rows.len() {
            let row = &self.table.rows[at];
            let Some(label) = total_at(row) else { continue };
            for column in (label + 1..row.len()).filter(|column| self.is_added(*column)) {
                let parts = (above..at).map(|row| self.term(row, column));
                sums.extend(sum(parts, self.term(at, column), Scope::Column));
            }
            above = at + 1;
        }
        sums
    }

    fn is_added(&self, column: usize) -> bool {
        !self.aside.get(column).copied().unwrap_or(false)
    }

    /// Whether some of its rows are parts of others.
    fn has_contained(&self) -> bool {
        self.table.rows[self.first..].iter().filter_map(|row| row.first()).any(|cell| {
            let label = fold(&cell.raw);
            !is_total(&cell.raw) && CONTAINED.iter().any(|word| label.starts_with(word) || label.ends_with("di cui"))
        })
    }

    /// The figure of a cell; `Some(None)` for an empty one, `None` for one that holds something else.
    fn term(&self, row: usize, column: usize) -> Option<Option<Term>> {
        let Some(cell) = self.table.rows[row].get(column) else { return Some(None) };
        let raw = cell.raw.trim();
        if matches!(raw, "" | "-" | "–" | "--") {
            return Some(None);
        }
        if raw.contains('%') {
            return None;
        }
        let quantity = match Cents::parse(raw).filter(|_| is_money(raw)) {
            Some(amount) => Quantity::Money(amount),
            None => Quantity::number(cell.value?)?,
        };
        Some(Some(Term::new(place(self.subject, self.table.row_lines[row], column, raw), quantity)))
    }
}

/// Parts and their total, where every cell holds a figure or nothing and there are several.
fn sum(parts: impl Iterator<Item = Option<Option<Term>>>, total: Option<Option<Term>>, scope: Scope) -> Option<Sum> {
    let total = total??;
    let parts: Vec<Term> = parts.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    (parts.len() > 1).then_some(Sum { parts, total, scope, is_sure: true })
}

fn place(subject: &Subject<'_>, line: LineNo, column: usize, raw: &str) -> Place {
    let cell = subject.cells(line).nth(column).filter(|cell| cell.text.contains(raw));
    cell.map_or_else(|| subject.whole(line), |cell| cell.place)
}

/// Whether a figure is written as money is: with its sign, or to the cent.
fn is_money(raw: &str) -> bool {
    raw.contains('€') || raw.rsplit_once([',', '.']).is_some_and(|(_, cents)| cents.len() == 2)
}

fn is_total(label: &str) -> bool {
    if !label.trim_start_matches(['*', '_', ' ']).get(..3).is_some_and(|start| start.eq_ignore_ascii_case("tot")) {
        return false;
    }
    let words = fold(label);
    matches!(words.as_str(), "totale" | "totali" | "tot" | "totale complessivo" | "totale generale" | "total")
}

/// The cell that says that a row is a total: the first that is not empty.
fn total_at(row: &[TableCell]) -> Option<usize> {
    let at = row.iter().position(|cell| !cell.raw.trim().is_empty())?;
    is_total(&row[at].raw).then_some(at)
}

fn is_ratio(header: &str, table: &Table, column: usize) -> bool {
    let words = fold(header);
    let has = |word: &str| words.split(' ').any(|other| other == word);
    // A share of money is money.
    let money = || table.rows.iter().filter_map(|row| row.get(column)).any(|cell| is_money(&cell.raw));
    header.contains('%')
        || words.contains("percentual")
        || RATIOS.iter().any(|ratio| has(ratio))
        || (["quota", "quote"].iter().any(|word| has(word)) && !money())
}

fn is_year(cell: &TableCell) -> bool {
    cell.raw.trim().len() == 4
        && cell.value.and_then(Quantity::number).is_some_and(|number| YEARS.contains(&number.hundredths()))
}

fn holds_numbers(rows: &[Vec<TableCell>], column: usize) -> bool {
    rows.iter().filter_map(|row| row.get(column)).any(|cell| cell.value.is_some())
}

/// Whether every number of a column is a year.
fn holds_years(rows: &[Vec<TableCell>], column: usize) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| cell.value.is_some()).peekable();
    cells.peek().is_some() && cells.all(is_year)
}

/// "Voce | 2026 | 2027 | Totale".
fn is_row_of_years(row: &[TableCell]) -> bool {
    let mut numbers = row.iter().filter(|cell| cell.value.is_some()).peekable();
    row.first().is_some_and(|cell| cell.value.is_none()) && numbers.peek().is_some() && numbers.all(is_year)
}
