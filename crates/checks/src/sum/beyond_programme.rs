// SPDX-License-Identifier: AGPL-3.0-or-later
//! More assigned than the whole programme has.

use super::allocation_columns::Columns;
use super::columns::ColumnSum;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::Cents;
use ambito_domain::planning::LineNo;
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

check! {
    /// # È assegnato più del totale del programma
    ///
    /// **Che cosa trova.** Nella tabella delle dotazioni una cifra assegnata è più alta del totale del programma scritto
    /// nella stessa riga: quella degli atti precedenti (A), oppure quella che resta dopo questo atto.
    ///
    /// **Perché conta.** Un programma non può assegnare più di quanto ha: o il totale è cambiato e nessuno lo dice, o
    /// una delle cifre è sbagliata.
    ///
    /// **Esempio.** Totale del programma 400.000,00; già assegnati 700.000,00, e questo atto ne toglie 300.000,00.
    ///
    /// **Come si corregge.** Controllare il totale del programma e dire se è stato ridotto, e con quale atto.
    ///
    /// **Eccezioni.** È una nota quando questo atto riporta l'assegnato entro il totale, un avviso quando non lo fa. Una
    /// riga in cui A e B non fanno il totale assegnato è detta solo da SUM002.
    ///
    /// # More is assigned than the whole programme has
    ///
    /// **What it finds.** In a table of allocations an amount assigned is higher than the programme's total in the same
    /// row: that of earlier acts (A), or the one that stands after this act.
    ///
    /// **Why it matters.** A programme cannot assign more than it has: the total was changed and nobody says so, or one of
    /// the figures is wrong.
    ///
    /// **Example.** The programme has 400,000.00; 700,000.00 were assigned, and this act takes 300,000.00 away.
    ///
    /// **How to mend it.** Check the programme's total and say whether it was lowered, and by which act.
    ///
    /// **Exceptions.** It is a note where this act brings what is assigned back within the total, a warning where it does
    /// not. A row in which A and B do not make the amount assigned is only told by SUM002.
    SUM026, "beyond-programme", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let columns = Columns::of(subject);
    let mut doubtful: Option<FxHashSet<Place>> = None;
    for row in &subject.draft.allocations {
        let amounts = [row.total, row.before, row.change, row.after];
        let Some((assigned, severity)) = over(amounts) else { continue };
        let at = if severity == Severity::Warning { 3 } else { 1 };
        let places = subject.amounts(row.line, &amounts);
        // A figure that its own column contradicts is told there.
        let doubtful = doubtful.get_or_insert_with(|| in_wrong_columns(subject));
        if [places[0], places[at]].into_iter().flatten().any(|place| doubtful.contains(&place)) {
            continue;
        }
        let place = places[at].unwrap_or_else(|| subject.whole(row.line));
        let total = row.total.unwrap_or_default();
        let message = Words::new("sum026-message").with("found", assigned).with("total", total);
        let defect = report.find(place, message);
        defect.found(assigned).severity(severity).hint(Words::new("sum026-hint"));
        defect.mark(place, Words::new("sum026-assigned"));
        if let Some(place) = places[0] {
            defect.mark(place, Words::new("sum026-total"));
        }
        // The next total of its group goes beyond too.
        if let Some(line) = totals_beyond(subject, &columns, row.line) {
            defect.carries(line, Words::new("sum026-carried"));
        }
    }
}

/// The figures of columns whose total does not come out.
fn in_wrong_columns(subject: &Subject<'_>) -> FxHashSet<Place> {
    let is_wrong = |sum: &&ColumnSum| {
        let parts = sum.parts.iter().try_fold(0i64, |all, part| all.checked_add(part.quantity.hundredths()));
        parts != Some(sum.total.quantity.hundredths())
    };
    let wrong = subject.column_sums().iter().filter(is_wrong);
    wrong.flat_map(|sum| sum.parts.iter().map(|part| part.place)).collect()
}

/// What is assigned beyond the total, and how bad that is.
fn over([total, before, change, after]: [Option<Cents>; 4]) -> Option<(Cents, Severity)> {
    let (total, before, after) = (total?, before?, after?);
    if before.checked_add(change.unwrap_or_default()) != Some(after) {
        return None;
    }
    match (after > total, before > total) {
        (true, _) => Some((after, Severity::Warning)),
        (false, true) => Some((before, Severity::Note)),
        (false, false) => None,
    }
}

/// The first row of totals under a row, where it goes beyond its own total.
fn totals_beyond(subject: &Subject<'_>, columns: &Columns, line: LineNo) -> Option<LineNo> {
    let totals = &subject.draft.totals;
    let next = totals.get(totals.partition_point(|total| total.line <= line)..)?;
    let row = next.chunk_by(|left, right| left.line == right.line).next()?;
    over(columns.amounts(row)?).map(|_| row[0].line)
}
