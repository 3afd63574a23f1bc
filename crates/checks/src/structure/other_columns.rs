// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of one kind whose columns differ.

use super::table_runs::{costs, filled};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, ResourceKind};

check! {
    /// # Tabelle dello stesso tipo hanno colonne diverse
    ///
    /// **Che cosa trova.** Le tabelle dei costi (o quelle del personale) di più progetti hanno intestazioni diverse:
    /// un'altra fonte, la stessa fonte con un altro nome. È detto una volta per ciascun tipo.
    ///
    /// **Perché conta.** I progetti non si possono mettere uno accanto all'altro, e la stessa fonte scritta in due
    /// modi sembra due fonti.
    ///
    /// **Esempio.** Una tabella ha «Entrate da FNPS», un'altra «Entrate da Fondo povertà e FNPS».
    ///
    /// **Come si corregge.** Usare le stesse colonne in tutte le tabelle, lasciando vuote quelle che non servono.
    ///
    /// **Eccezioni.** Maiuscole e punteggiatura non contano.
    ///
    /// # Tables of one kind have different columns
    ///
    /// **What it finds.** The tables of costs (or those of staff) of several projects have different headings:
    /// another source, or one source under another name. It is told once for each kind.
    ///
    /// **Why it matters.** The projects cannot be put side by side, and one source written in two ways looks like
    /// two.
    ///
    /// **Example.** One table has “Revenue from the social fund”, another “Revenue from poverty fund and social
    /// fund”.
    ///
    /// **How to mend it.** Use the same columns in all tables, leaving empty those that are not needed.
    ///
    /// **Exceptions.** Capitals and punctuation do not count.
    STR045, "tables-with-other-columns", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let tables = costs(subject);
    for (kind, key) in [(ResourceKind::Cost, "str045-message"), (ResourceKind::People, "str045-people")] {
        let mut known: Vec<(LineNo, Vec<String>)> = Vec::new();
        for table in tables.iter().filter(|table| table.kind == kind) {
            let Some(line) = table.header else { continue };
            let headings: Vec<String> = filled(subject, line).map(|cell| fold(cell.text)).collect();
            // A few different ones are enough to say so.
            if known.len() < 12 && known.iter().all(|(_, other)| *other != headings) {
                known.push((line, headings));
            }
        }
        let [(_, usual), (line, _), ..] = known.as_slice() else { continue };
        let Some(cell) = filled(subject, *line).find(|cell| !usual.contains(&fold(cell.text))) else { continue };
        let defect = report.find(cell.place, Words::new(key).with("heading", cell.text));
        defect.mark_only(cell.place).hint(Words::new("str045-hint"));
        for other in known.iter().map(|(line, _)| *line).filter(|other| other != line) {
            defect.see(other, Words::new("str045-other"));
        }
    }
}
