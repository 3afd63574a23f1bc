// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures told in prose by the names of a table's rows, against that table.

use super::enumeration::enumerations;
use super::figures::{Figure, Fit, Kind, Nearness, figures};
use super::parts_in_prose::quantity;
use super::rows::{Grid, Run as Columns};
use super::told::Told;
use crate::arithmetic::{Equation, Ledger, Rule, Scope, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Table};
use ambito_findings::Severity;

/// How far above its first row prose speaks of a table.
const LINES_ABOVE_MAX: LineNo = 30;

/// How far below its last row prose speaks of a table.
const LINES_BELOW_MAX: LineNo = 10;

/// The longest text that is compared with tables, in bytes.
const TEXT_BYTES_MAX: usize = 20_000;

/// How many digits must agree between a text and a table before the rest is compared.
const DIGITS_THAT_AGREE_MIN: usize = 5;

check! {
    /// # Le cifre del testo non sono quelle della tabella
    ///
    /// **Che cosa trova.** Il testo vicino a una tabella dice un numero per ciascuna delle sue righe, nominandole; quasi
    /// tutti i numeri sono quelli di una colonna, o la somma di colonne vicine, e uno no.
    ///
    /// **Perché conta.** La tabella si controlla, il testo si copia: chi usa la frase porta in giro la cifra sbagliata, e
    /// con essa i totali e le percentuali che ne vengono.
    ///
    /// **Esempio.** "640 persone a Castelvento, 370 a Pontesereno, 253 a Collelume" sopra una tabella le cui righe fanno
    /// 640, 370 e 235.
    ///
    /// **Come si corregge.** Riportare nel testo la cifra della tabella, e rifare il totale e le percentuali che la usano.
    ///
    /// **Eccezioni.** Se meno di due numeri, o meno della metà, sono quelli della tabella, il testo parla d'altro e non è
    /// controllato.
    ///
    /// # Figures in the text are not those of the table
    ///
    /// **What it finds.** The text near a table tells a number for each of its rows, by name; nearly all are those of a
    /// column, or the sum of neighbouring columns, and one is not.
    ///
    /// **Why it matters.** The table gets checked, the text gets copied: who uses the sentence passes the wrong figure on,
    /// with the totals and percentages made from it.
    ///
    /// **Example.** "640 people in Castelvento, 370 in Pontesereno, 253 in Collelume" above a table whose rows come to
    /// 640, 370 and 235.
    ///
    /// **How to mend it.** Put the table's figure into the text, and make the total and percentages that use it again.
    ///
    /// **Exceptions.** Where fewer than two numbers, or fewer than half, are those of the table, the text speaks of
    /// something else and is not checked.
    SUM018, "text-differs-from-table", Error, Run::Equations(state)
}

/// A figure of a text and the row that it is told of.
struct Pair {
    figure: Figure,
    row: usize,
}

/// The columns of a table that a text tells.
struct Agreement<'g> {
    grid: &'g Grid,
    columns: Columns,
    pairs: Vec<Pair>,
    score: usize,
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    let told = subject.told();
    if told.is_empty() || subject.draft.tables.is_empty() {
        return;
    }
    let mut grids: Vec<Grid> = subject.draft.tables.iter().filter_map(|table| near(subject, table)).collect();
    grids.sort_by_key(|grid| grid.lines.start);
    let mut next = 0;
    let mut open: Vec<&Grid> = Vec::new();
    for text in told {
        let line = text.place.line;
        while let Some(grid) = grids.get(next).filter(|grid| grid.lines.start <= line) {
            open.push(grid);
            next += 1;
        }
        open.retain(|grid| grid.lines.end > line);
        if open.is_empty() || text.text.len() > TEXT_BYTES_MAX {
            continue;
        }
        let best = open.iter().filter_map(|grid| agreement(text, grid));
        if let Some(best) = best.reduce(|left, right| if right.score > left.score { right } else { left }) {
            state_one(subject, text, &best, ledger);
        }
    }
}

/// A table that some text near it may tell, with the lines where such a text stands.
fn near(subject: &Subject<'_>, table: &Table) -> Option<Grid> {
    let last = table.row_lines.last().copied().unwrap_or(table.line);
    let top = table.node.map_or(0, |node| subject.node(node).line);
    let lines = table.line.saturating_sub(LINES_ABOVE_MAX).max(top)..last.saturating_add(LINES_BELOW_MAX);
    let told = subject.told();
    let first = told.partition_point(|text| text.place.line < lines.start);
    let any = told[first..].iter().take_while(|text| text.place.line < lines.end).next().is_some();
    if any { Grid::of(table, lines) } else { None }
}

/// How a text agrees with a table, with its figures told before or after the names of the rows.
fn agreement<'g>(text: &Told<'_>, grid: &'g Grid) -> Option<Agreement<'g>> {
    if grid.rows.iter().any(|row| row.line == text.place.line) {
        return None;
    }
    let figures: Vec<Figure> =
        figures(text.text).into_iter().filter(|it| matches!(it.kind, Kind::Plain | Kind::Money)).collect();
    let named = |at: usize, after: bool| {
        let (from, to) = if after {
            (figures[at].end, figures.get(at + 1).map_or(text.text.len(), |next| next.start))
        } else {
            (at.checked_sub(1).map_or(0, |left| figures[left].end), figures[at].start)
        };
        grid.row_named(&fold(text.text.get(from..to).unwrap_or("")), after)
    };
    [true, false]
        .into_iter()
        .filter_map(|after| {
            let mut pairs: Vec<Pair> = Vec::new();
            for (at, figure) in figures.iter().enumerate() {
                if let Some(row) = named(at, after)
                    && !pairs.iter().any(|pair| pair.row == row)
                {
                    pairs.push(Pair { figure: *figure, row });
                }
            }
            agree(text, grid, pairs)
        })
        .reduce(|left, right| if right.score > left.score { right } else { left })
}

fn agree<'g>(text: &Told<'_>, grid: &'g Grid, pairs: Vec<Pair>) -> Option<Agreement<'g>> {
    if pairs.len() < 2 {
        return None;
    }
    let mut best: Option<(usize, usize, Columns)> = None;
    for columns in grid.runs() {
        let same = pairs.iter().filter(|pair| pair.figure.fit(grid.sum(pair.row, &columns)) != Fit::Other);
        let (mut count, mut digits) = (0, 0);
        for pair in same {
            count += 1;
            let printed = text.text.get(pair.figure.start..pair.figure.end).unwrap_or("");
            digits += printed.bytes().filter(u8::is_ascii_digit).count();
        }
        let shorter = |other: &Columns| columns.len() < other.len();
        if best.as_ref().is_none_or(|(most, _, run)| count > *most || (count == *most && shorter(run))) {
            best = Some((count, digits, columns));
        }
    }
    let (count, digits, columns) = best?;
    let enough = count >= 2 && count * 2 >= pairs.len() && digits >= DIGITS_THAT_AGREE_MIN;
    enough.then_some(Agreement { grid, columns, pairs, score: count })
}

fn state_one(subject: &Subject<'_>, text: &Told<'_>, found: &Agreement<'_>, ledger: &mut Ledger) {
    let Agreement { grid, columns, pairs, .. } = found;
    for Pair { figure, row } in pairs {
        let sum = grid.sum(*row, columns);
        if figure.fit(sum) == Fit::Rounded {
            continue;
        }
        let label = grid.rows[*row].label.clone();
        let message = match grid.headings(columns) {
            Some((first, last)) if first == last => Words::new("sum018-column-message").with("first", first),
            Some((first, last)) => Words::new("sum018-columns-message").with("first", first).with("last", last),
            None => Words::new("sum018-message"),
        };
        ledger.state(Equation {
            rule: Rule::Sum,
            see: Vec::new(),
            parts: grid.terms(subject, *row, columns, figure.kind),
            total: Term::new(text.part(figure.start, figure.end), quantity(figure.hundredths, figure.kind)),
            scope: Scope::Subtotal,
            message: message.with("row", label),
            carried: Words::new("sum018-carried"),
            hint: Words::new("sum018-hint"),
            severity: (figure.nearness != Nearness::Exact).then_some(Severity::Warning),
        });
    }
    for list in enumerations(text) {
        let rows: Option<Vec<usize>> =
            list.parts.iter().map(|part| pairs.iter().find(|pair| pair.figure == *part).map(|pair| pair.row)).collect();
        let Some(rows) = rows else { continue };
        let total = list.total;
        let sum = rows.iter().try_fold(0i64, |sum, row| sum.checked_add(grid.sum(*row, columns)));
        if sum.is_none_or(|sum| total.fit(sum) == Fit::Rounded) {
            continue;
        }
        ledger.state(Equation {
            rule: Rule::Sum,
            see: Vec::new(),
            parts: rows.iter().flat_map(|row| grid.terms(subject, *row, columns, total.kind)).collect(),
            total: Term::new(text.part(total.start, total.end), quantity(total.hundredths, total.kind)),
            scope: Scope::Elsewhere,
            message: Words::new("sum018-total-message"),
            carried: Words::new("sum018-carried"),
            hint: Words::new("sum018-hint"),
            severity: (total.nearness != Nearness::Exact).then_some(Severity::Warning),
        });
    }
}
