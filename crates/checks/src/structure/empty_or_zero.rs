// SPDX-License-Identifier: AGPL-3.0-or-later
//! A summary in which nothing is written now as zero, now as an empty cell.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::Cents;
use ambito_domain::planning::Table;

check! {
    /// # L'assenza di importo è scritta in due modi
    ///
    /// **Che cosa trova.** Nel riepilogo alcune righe hanno 0,00, altre la cella vuota, e né le une né le altre hanno
    /// denaro; o in una tabella di numeri alcune celle hanno 0, altre niente. È detto una volta per riepilogo o
    /// tabella.
    ///
    /// **Perché conta.** Chi legge pensa che lo zero sia una scelta e il vuoto una dimenticanza, o il contrario.
    ///
    /// **Esempio.** Due progetti con «0,00 0,00 %», dieci senza niente.
    ///
    /// **Come si corregge.** Scrivere sempre 0,00, o lasciare sempre vuoto.
    ///
    /// **Eccezioni.** Nessuna.
    ///
    /// # Nothing is written in two ways
    ///
    /// **What it finds.** In the summary some rows have 0.00, others an empty cell, and neither have money; or in a
    /// table of numbers some cells have 0, others nothing. It is told once for each summary or table.
    ///
    /// **Why it matters.** The reader takes the zero for a choice and the empty cell for an omission, or the other
    /// way round.
    ///
    /// **Example.** Two projects with “0.00 0.00 %”, ten with nothing.
    ///
    /// **How to mend it.** Always write 0.00, or always leave it empty.
    ///
    /// **Exceptions.** None.
    STR065, "nothing-in-two-ways", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    summary(subject, report);
    for table in &subject.draft.tables {
        counted(subject, table, report);
    }
}

/// Columns of counts that hold both zeros and empty cells: one word for the whole table.
fn counted(subject: &Subject<'_>, table: &Table, report: &mut Report) {
    let (mut zeros, mut empty) = (0_usize, Vec::new());
    for column in 1..table.headers.len() {
        let numbers = table.rows.iter().filter(|row| row.get(column).is_some_and(|cell| cell.value.is_some())).count();
        if numbers * 2 <= table.rows.len() {
            continue;
        }
        for (row, line) in table.rows.iter().zip(&table.row_lines) {
            match row.get(column) {
                Some(cell) if cell.raw == "0" => zeros += 1,
                Some(cell) if cell.raw.is_empty() => empty.push((*line, column)),
                _ => {}
            }
        }
    }
    empty.sort_unstable();
    empty.dedup_by_key(|(line, _)| *line);
    let (true, Some(((first, column), others))) = (zeros > 0, empty.split_first()) else { return };
    let message = Words::new("str065-table").with("zero", zeros.to_string()).with("rows", empty.len().to_string());
    // An empty cell has no width: the one before it shows where it is.
    let beside = subject.cells(*first).take(*column).filter(|cell| !cell.text.is_empty()).last();
    let place = beside.map_or_else(|| subject.whole(*first), |cell| cell.place);
    let defect = report.find(place, message);
    defect.mark(place, Words::new("str065-after")).hint(Words::new("str065-hint-table"));
    for (other, _) in others {
        defect.see(*other, Words::new("str065-empty"));
    }
}

fn summary(subject: &Subject<'_>, report: &mut Report) {
    let (mut zero, mut empty) = (Vec::new(), Vec::new());
    for summary in subject.draft.nodes.iter().filter_map(|node| node.summary) {
        match summary.amount {
            Some(amount) if amount == Cents::new(0) => zero.push(summary.line),
            None => empty.push(summary.line),
            Some(_) => {}
        }
    }
    let (Some((first, others)), Some(nothing)) = (zero.split_first(), empty.first()) else { return };
    let message =
        Words::new("str065-message").with("zero", zero.len().to_string()).with("empty", empty.len().to_string());
    let place = subject.amount(*first, Cents::new(0));
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str065-hint"));
    for other in others {
        defect.see(*other, Words::new("str065-zero"));
    }
    defect.see(*nothing, Words::new("str065-empty"));
}
