// SPDX-License-Identifier: AGPL-3.0-or-later
//! A column with figures whose cell in the row of totals is empty.

use super::blocks_of::{Block, Kind, blocks};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::Cents;
use ambito_domain::planning::{LineNo, Resource, Total};

/// Rows of one table have at most an empty line between them.
const LINES_APART_MAX: LineNo = 2;

check! {
    /// # Nella riga dei totali manca il totale di una colonna
    ///
    /// **Che cosa trova.** In una tabella dei costi una colonna ha delle cifre, ma la sua cella nella riga dei totali è
    /// vuota, mentre le altre colonne hanno il loro totale.
    ///
    /// **Perché conta.** Chi legge la riga dei totali pensa che da quella fonte non venga niente.
    ///
    /// **Esempio.** Dall'ATS 3.600,00 per la valutazione; nella riga «Totale» sotto l'ATS non c'è niente.
    ///
    /// **Come si corregge.** Scrivere il totale della colonna; se la cifra sopra è di troppo, toglierla.
    ///
    /// **Eccezioni.** Una riga di totali del tutto vuota non è detta da questo controllo, e neppure una colonna in cui
    /// le cifre sono tutte zero.
    ///
    /// # The row of totals lacks the total of a column
    ///
    /// **What it finds.** In a table of costs a column has figures, but its cell in the row of totals is empty, while
    /// other columns have their total.
    ///
    /// **Why it matters.** Who reads the row of totals thinks that nothing comes from that source.
    ///
    /// **Example.** The health agency pays 3,600.00 for the evaluation; in the row “Total” its column is empty.
    ///
    /// **How to mend it.** Write the total of the column; if the figure above should not be there, take it away.
    ///
    /// **Exceptions.** A row of totals that is wholly empty is not told by this check, nor is a column whose figures are
    /// all zero.
    SUM025, "total-cell-empty", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for block in blocks(subject).iter().filter(|block| block.kind == Kind::Resource) {
        of_block(subject, block, report);
    }
}

fn of_block(subject: &Subject<'_>, block: &Block<'_>, report: &mut Report) {
    let resources = &subject.draft.resources;
    let mut above = block.rows.first().copied().unwrap_or_default();
    for row in block.totals.chunk_by(|left, right| left.line == right.line) {
        let here = row[0].line;
        let from = resources.partition_point(|resource| resource.line < above);
        let to = resources.partition_point(|resource| resource.line < here);
        of_row(subject, table_above(&resources[from..to.max(from)]), row, report);
        above = here;
    }
}

/// The last rows that stand together: those of one table.
fn table_above(rows: &[Resource]) -> &[Resource] {
    rows.chunk_by(|left, right| right.line - left.line <= LINES_APART_MAX).last().unwrap_or_default()
}

/// A source with what it pays, and where.
type Column<'a> = (&'a str, i64, Vec<LineNo>);

fn of_row(subject: &Subject<'_>, rows: &[Resource], totals: &[&Total], report: &mut Report) {
    let mut columns: Vec<Column<'_>> = Vec::new();
    for row in rows {
        for source in &row.sources {
            let Some(amount) = source.amount else { continue };
            match columns.iter_mut().find(|(name, ..)| *name == &*source.source) {
                Some((_, sum, lines)) => {
                    *sum = sum.saturating_add(amount.cents());
                    lines.push(row.line);
                }
                None => columns.push((&source.source, amount.cents(), vec![row.line])),
            }
        }
    }
    let has_total = |name: &str| totals.iter().any(|total| total.column.as_deref() == Some(name));
    // The row of totals of another table has none of these columns.
    if !columns.iter().any(|(name, ..)| has_total(name)) {
        return;
    }
    for (name, sum, lines) in columns {
        if sum == 0 || has_total(name) {
            continue;
        }
        let expected = Cents::new(sum);
        let message = Words::new("sum025-message").with("column", name).with("expected", expected);
        let defect = report.find(subject.whole(totals[0].line), message);
        defect.hint(Words::new("sum025-hint").with("expected", expected));
        for line in lines {
            defect.see(line, Words::new("sum025-related").with("column", name));
        }
    }
}
