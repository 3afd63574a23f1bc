// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of indexes and summaries whose cells moved away from their headings.

use super::listing::{List, Listing};
use crate::check::{Run, check};
use crate::{Cell, Report, Subject, Words};
use ambito_base::fold;
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::LineNo;
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # Celle spostate nel riepilogo
    ///
    /// **Che cosa trova.** Righe del riepilogo o delle tabelle di obiettivi e azioni in cui il codice o il titolo sta
    /// sotto l'intestazione di un'altra colonna.
    ///
    /// **Perché conta.** Copiando la tabella in un foglio di calcolo gli importi finiscono nella colonna sbagliata e le
    /// somme non valgono più.
    ///
    /// **Esempio.** Il codice del progetto sta nella colonna « Azione », e l'importo in quella del titolo.
    ///
    /// **Come si corregge.** Rifare la tabella con le celle unite divise, una colonna per intestazione.
    ///
    /// **Eccezioni.** È detto una volta per tabella di un tipo; se è di quasi tutte le righe è una nota, perché viene
    /// dal modo di esportare il documento.
    ///
    /// # Cells shifted in the summary
    ///
    /// **What it finds.** Rows of the summary, or of the tables of objectives and actions, whose code or title stands
    /// under the heading of another column.
    ///
    /// **Why it matters.** Copied into a spreadsheet, the amounts end in the wrong column and the sums no longer hold.
    ///
    /// **Example.** The code of the project stands in the column “Action”, and the amount in that of the title.
    ///
    /// **How to mend it.** Make the table again with its merged cells divided, one column a heading.
    ///
    /// **Exceptions.** It is said once for each kind of table; where it is so in nearly all rows it is a note, because
    /// it comes from how the document was exported.
    STR021, "cells-shifted", Warning, Run::Alone(look)
}

/// First words of the heading of a column of codes.
const CODE_HEADINGS: [&str; 4] = ["codice", "cod", "code", "id"];
/// How far above its first row the heading of a table is looked for.
const HEADING_LINES_MAX: u32 = 3;
/// At most this share of rows, in percent, is shifted by mistake; more come from the export.
const SHIFTED_PERCENT_MAX: usize = 20;
/// Fewer rows show no habit.
const ROWS_MIN: usize = 5;

/// A row whose cell stands in another column than it should.
struct Shifted<'a> {
    cell: Cell<'a>,
    expected: usize,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    summaries(subject, report);
    tables(subject, report);
}

fn summaries(subject: &Subject<'_>, report: &mut Report) {
    let mut rows: Vec<(LineNo, &str)> =
        subject.nodes().filter_map(|(_, node)| Some((node.summary?.line, node.code.as_deref()?))).collect();
    rows.sort_unstable();
    let mut heading: Option<(LineNo, usize)> = None;
    let mut head_line = 0;
    let mut shifted: Vec<Shifted<'_>> = Vec::new();
    let mut counted = 0;
    for &(line, code) in &rows {
        if let Some(found) = heading_above(subject, line) {
            heading = Some(found);
        }
        let Some((at, expected)) = heading else { continue };
        let Some(cell) = subject.cells(line).find(|cell| cell.text == code) else { continue };
        counted += 1;
        if cell.column != expected {
            if shifted.is_empty() {
                head_line = at;
            }
            shifted.push(Shifted { cell, expected });
        }
    }
    let Some((first, others)) = shifted.split_first() else { return };
    let words = Words::new("str021-message").with("count", shifted.len()).with("all", counted);
    let mark = Words::new("str021-mark").with("found", first.cell.column + 1).with("expected", first.expected + 1);
    let defect = report.find(first.cell.place, words).mark(first.cell.place, mark);
    defect.see(head_line, Words::new("str021-head")).hint(Words::new("str021-hint"));
    for other in others {
        defect.see(other.cell.place.line, Words::new("str021-related"));
    }
    if shifted.len() * 100 > counted * SHIFTED_PERCENT_MAX {
        defect.severity(Severity::Note);
    }
}

/// The heading of the column of codes, a few lines above a row.
fn heading_above(subject: &Subject<'_>, line: LineNo) -> Option<(LineNo, usize)> {
    (line.saturating_sub(HEADING_LINES_MAX)..line).rev().find_map(|above| {
        if subject.kind(above) != LineKind::Row {
            return None;
        }
        let is_heading = |cell: &Cell<'_>| {
            let folded = fold(cell.text);
            let first = folded.split(' ').next().unwrap_or("");
            CODE_HEADINGS.contains(&first) && !cell.text.bytes().any(|byte| byte.is_ascii_digit())
        };
        subject.cells(above).find(is_heading).map(|cell| (above, cell.column))
    })
}

/// Tables of objectives and actions: the upper node stands in one column.
fn tables(subject: &Subject<'_>, report: &mut Report) {
    let listing = Listing::of(subject);
    let mut rows: Vec<Cell<'_>> = Vec::new();
    for entry in listing.entries.iter().filter(|entry| entry.list == List::Table && entry.entry.reference.is_none()) {
        let title = entry.entry.title.as_str();
        if subject.node(entry.node).summary.is_none() && !title.is_empty() {
            rows.extend(subject.cells(entry.entry.line).filter(|cell| cell.text.contains(title)).last());
        }
    }
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for cell in &rows {
        *counts.entry(cell.column).or_default() += 1;
    }
    let Some(expected) = counts.iter().max_by_key(|(column, count)| (**count, **column)).map(|(column, _)| *column)
    else {
        return;
    };
    let shifted: Vec<&Cell<'_>> = rows.iter().filter(|cell| cell.column != expected).collect();
    if rows.len() < ROWS_MIN || shifted.len() * 100 > rows.len() * SHIFTED_PERCENT_MAX {
        return;
    }
    let Some((first, others)) = shifted.split_first() else { return };
    let words = Words::new("str021-table-message").with("count", shifted.len());
    let mark = Words::new("str021-table-mark").with("found", first.column + 1).with("expected", expected + 1);
    let defect = report.find(first.place, words).mark(first.place, mark).hint(Words::new("str021-hint"));
    for other in others {
        defect.see(other.place.line, Words::new("str021-related"));
    }
    if let Some(like) = rows.iter().rev().find(|cell| cell.column == expected && cell.place.line < first.place.line) {
        defect.see(like.place.line, Words::new("str021-like"));
    }
}
