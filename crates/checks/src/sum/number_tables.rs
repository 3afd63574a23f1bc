// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sums in tables of numbers whose meaning nobody told: only where most of the table bears the sum out.

use crate::arithmetic::{Quantity, Term};
use crate::{Place, Subject};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Table, TableCell};

/// Words in the heading of a column that is never added up.
const RATIOS: [&str; 8] = ["percent", "media", "tasso", "indice", "incidenza", "rapporto", "anno", "quota"];

/// Parts and what they must make.
pub(super) type Sum = (Vec<Term>, Term);

/// The rows that end with a total, where most rows of their table come out.
pub(super) fn row_sums(subject: &Subject<'_>) -> Vec<Sum> {
    subject.draft.tables.iter().flat_map(|table| borne_out(rows_of(subject, table))).collect()
}

/// The columns that end with a total, where most columns of their table come out.
pub(super) fn column_sums(subject: &Subject<'_>) -> Vec<Sum> {
    subject.draft.tables.iter().flat_map(|table| borne_out(columns_of(subject, table))).collect()
}

/// All of them where more come out than not, and at least two; else none.
fn borne_out(sums: Vec<Sum>) -> Vec<Sum> {
    let right = sums.iter().filter(|(parts, total)| comes_out(parts, total)).count();
    if right >= 2 && right * 2 > sums.len() { sums } else { Vec::new() }
}

fn comes_out(parts: &[Term], total: &Term) -> bool {
    let sum = parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.quantity.hundredths()));
    sum == Some(total.quantity.hundredths())
}

fn rows_of(subject: &Subject<'_>, table: &Table) -> Vec<Sum> {
    let totals: Vec<usize> = (1..table.headers.len()).filter(|at| is_total(&table.headers[*at])).collect();
    let mut sums = Vec::new();
    for (row, &line) in table.rows.iter().zip(&table.row_lines) {
        let mut from = 1;
        for &total in &totals {
            let columns = from..total;
            from = total + 1;
            let parts = columns
                .filter(|at| !table.headers.get(*at).is_some_and(|header| is_ratio(header)))
                .map(|at| term(subject, row, line, at))
                .collect::<Option<Vec<Option<Term>>>>();
            if let (Some(parts), Some(Some(total))) = (parts, term(subject, row, line, total)) {
                let parts: Vec<Term> = parts.into_iter().flatten().collect();
                if parts.len() > 1 {
                    sums.push((parts, total));
                }
            }
        }
    }
    sums
}

fn columns_of(subject: &Subject<'_>, table: &Table) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut above = 0;
    for (at, (row, &line)) in table.rows.iter().zip(&table.row_lines).enumerate() {
        if !row.first().is_some_and(|cell| is_total(&cell.raw)) {
            continue;
        }
        let rows = above..at;
        above = at + 1;
        for column in 1..row.len() {
            if table.headers.get(column).is_some_and(|header| is_ratio(header)) {
                continue;
            }
            let Some(Some(total)) = term(subject, row, line, column) else { continue };
            let parts = rows
                .clone()
                .map(|at| term(subject, &table.rows[at], table.row_lines[at], column))
                .collect::<Option<Vec<Option<Term>>>>();
            let parts: Vec<Term> = parts.into_iter().flatten().flatten().collect();
            if parts.len() > 1 {
                sums.push((parts, total));
            }
        }
    }
    sums
}

/// The figure of a cell; `Some(None)` for an empty one, `None` for one that holds something else.
fn term(subject: &Subject<'_>, row: &[TableCell], line: LineNo, column: usize) -> Option<Option<Term>> {
    let Some(cell) = row.get(column) else { return Some(None) };
    if matches!(cell.raw.trim(), "" | "-" | "–" | "--") {
        return Some(None);
    }
    if cell.raw.contains('%') {
        return None;
    }
    let quantity = Quantity::number(cell.value?)?;
    Some(Some(Term::new(place(subject, line, column, &cell.raw), quantity)))
}

fn place(subject: &Subject<'_>, line: LineNo, column: usize, raw: &str) -> Place {
    let cell = subject.cells(line).nth(column).filter(|cell| cell.text.contains(raw.trim()));
    cell.map_or_else(|| subject.whole(line), |cell| cell.place)
}

fn is_total(label: &str) -> bool {
    let words = fold(label);
    matches!(words.as_str(), "totale" | "totali" | "tot" | "totale complessivo" | "totale generale" | "total")
}

fn is_ratio(header: &str) -> bool {
    let words = fold(header);
    header.contains('%') || RATIOS.iter().any(|ratio| words.contains(ratio))
}
