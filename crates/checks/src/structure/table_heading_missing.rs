// SPDX-License-Identifier: AGPL-3.0-or-later
//! Budget tables without the heading that the others have above them.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use rustc_hash::FxHashMap;

check! {
    /// # Manca il titolo sopra la tabella
    ///
    /// **Che cosa trova.** Sopra quasi tutte le tabelle di bilancio c'è lo stesso titolo («Budget previsto»); sopra
    /// qualcuna manca. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Senza il titolo la tabella sembra la continuazione di quello che precede, e chi cerca i
    /// budget la salta.
    ///
    /// **Esempio.** Dodici tabelle sotto «Budget previsto», due senza.
    ///
    /// **Come si corregge.** Rimettere il titolo sopra la tabella.
    ///
    /// **Eccezioni.** Si guarda solo dove almeno quattro tabelle su cinque hanno lo stesso titolo.
    ///
    /// # The heading above the table is missing
    ///
    /// **What it finds.** Above nearly all tables of the budget stands the same heading (“Planned budget”); above
    /// some it is missing. It is told once for the whole document.
    ///
    /// **Why it matters.** Without its heading the table looks like the continuation of what precedes, and who looks
    /// for the budgets passes it over.
    ///
    /// **Example.** Twelve tables under “Planned budget”, two without.
    ///
    /// **How to mend it.** Put the heading back above the table.
    ///
    /// **Exceptions.** Only looked at where at least four tables in five have the same heading.
    STR069, "heading-of-table-missing", Note, Run::Alone(look)
}

/// With fewer tables nothing is usual.
const TABLES_MIN: usize = 5;
/// A longer line above a table is no heading.
const BYTES_MAX: usize = 60;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let tables: Vec<(u32, &str)> = subject
        .draft
        .budget_lines
        .chunk_by(|above, line| above.node == line.node)
        .filter_map(|lines| above(subject, lines.first()?.line))
        .collect();
    if tables.len() < TABLES_MIN {
        return;
    }
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (_, heading) in &tables {
        *counts.entry(heading).or_default() += 1;
    }
    let usual = counts.iter().max_by_key(|(heading, count)| (**count, **heading));
    let Some((usual, _)) = usual.filter(|(heading, count)| {
        !heading.is_empty() && heading.len() <= BYTES_MAX && **count * 5 >= tables.len() * 4
    }) else {
        return;
    };
    let missing: Vec<u32> = tables.iter().filter(|(_, heading)| heading != usual).map(|(line, _)| *line).collect();
    let Some((first, others)) = missing.split_first() else { return };
    let message = Words::new("str069-message").with("count", missing.len()).with("heading", *usual);
    let defect = report.find(subject.whole(*first), message);
    defect.hint(Words::new("str069-hint").with("heading", *usual));
    for other in others {
        defect.see(*other, Words::new("str069-other"));
    }
    if let Some((line, _)) = tables.iter().find(|(_, heading)| heading == usual) {
        defect.see(*line, Words::new("str069-has"));
    }
}

/// The first row of the table that a line belongs to, and the text above it.
fn above<'a>(subject: &Subject<'a>, line: u32) -> Option<(u32, &'a str)> {
    let is_row = |line: u32| matches!(subject.kind(line), LineKind::Row | LineKind::Joined | LineKind::Rule);
    let mut first = line;
    while first > 1 && is_row(first - 1) {
        first -= 1;
    }
    let heading = (1..first).rev().find(|line| !subject.line(*line).trim().is_empty())?;
    // A row of another table is no heading.
    Some((first, if is_row(heading) { "" } else { subject.line(heading).trim() }))
}
