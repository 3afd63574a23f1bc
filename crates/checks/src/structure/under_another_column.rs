// SPDX-License-Identifier: AGPL-3.0-or-later
//! Amounts of somebody's staff that do not stand in their own column.

use super::table_runs::{Costs, costs, filled};
use crate::check::{Run, check};
use crate::subject::amount_in;
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, ResourceKind};
use rustc_hash::FxHashSet;

check! {
    /// # L'importo sta sotto la colonna di un altro ente
    ///
    /// **Che cosa trova.** Nella tabella che valorizza il personale una riga nomina un ente che ha la sua colonna, ma
    /// l'importo sta in un'altra; a volte tutta la tabella è scritta sotto una colonna sola. È detto una volta per
    /// tabella.
    ///
    /// **Perché conta.** Le somme per ente risultano sbagliate: un ente sembra pagare tutto, gli altri niente.
    ///
    /// **Esempio.** «Tecnici dei Comuni 4.300,00» sta sotto «Proprie», e la colonna «Da Comuni» è vuota.
    ///
    /// **Come si corregge.** Spostare l'importo sotto la colonna dell'ente nominato, o cambiare il nome della riga.
    ///
    /// **Eccezioni.** È giusto se l'ente che scrive la tabella paga davvero il personale dell'altro: allora conviene
    /// scriverlo.
    ///
    /// # The amount stands under another body's column
    ///
    /// **What it finds.** In the table that gives staff a value a row names a body that has its own column, but the
    /// amount stands in another one; sometimes the whole table is written under one column. It is told once for each
    /// table.
    ///
    /// **Why it matters.** The sums for each body come out wrong: one seems to pay everything, the others nothing.
    ///
    /// **Example.** “Technicians of the municipalities 4,300.00” stands under “Own”, and the column “From
    /// municipalities” is empty.
    ///
    /// **How to mend it.** Move the amount under the column of the body that is named, or change the name of the row.
    ///
    /// **Exceptions.** It is right if the body that writes the table truly pays the other's staff: then it should be
    /// written.
    STR044, "under-another-column", Warning, Run::Alone(look)
}

/// Words of headings that name nobody, folded.
const NOBODY: [&str; 22] = [
    "da",
    "di",
    "entrate",
    "entrata",
    "altro",
    "altri",
    "ente",
    "enti",
    "fondo",
    "fondi",
    "fonti",
    "proprie",
    "finanziamento",
    "cofin",
    "quota",
    "costo",
    "totale",
    "ufficio",
    "piano",
    "risorse",
    "dei",
    "del",
];

/// An amount in a column that is not its row's.
struct Stray<'a> {
    place: Place,
    row: &'a str,
    own: &'a str,
    column: &'a str,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for table in costs(subject).iter().filter(|table| table.kind == ResourceKind::People) {
        let Some(header) = table.header else { continue };
        let (strays, columns) = strays(subject, table, header);
        let Some((first, others)) = strays.split_first() else { continue };
        let all = columns == 1 && table.rows.len() > 2;
        let message = Words::new(if all { "str044-all" } else { "str044-message" })
            .with("row", first.row)
            .with("own", first.own)
            .with("column", first.column);
        let defect = report.find(first.place, message);
        defect.mark_only(first.place).hint(Words::new("str044-hint").with("own", first.own));
        for other in others {
            defect.see(other.place.line, Words::new("str044-row"));
        }
        defect.see(header, Words::new("str044-header"));
    }
}

/// The amounts out of place, and how many columns of the table hold amounts.
fn strays<'a>(subject: &Subject<'a>, table: &Costs<'_>, header: LineNo) -> (Vec<Stray<'a>>, usize) {
    let columns: Vec<(usize, &'a str, Vec<String>)> = filled(subject, header)
        .map(|cell| {
            let names = fold(cell.text).split(' ').filter(|word| !NOBODY.contains(word)).map(str::to_owned).collect();
            (cell.column, cell.text, names)
        })
        .collect();
    let mut strays = Vec::new();
    let mut used: FxHashSet<usize> = FxHashSet::default();
    for row in table.rows {
        let mut cells = filled(subject, row.line);
        let Some(label) = cells.next() else { continue };
        let words = fold(label.text);
        let words: Vec<&str> = words.split(' ').collect();
        let own: Vec<usize> = columns
            .iter()
            .filter(|(at, _, names)| *at > 0 && names.iter().any(|name| words.contains(&name.as_str())))
            .map(|(at, ..)| *at)
            .collect();
        let mut stray = None;
        for cell in cells.filter(|cell| amount_in(cell.text).is_some()) {
            used.insert(cell.column);
            if !own.is_empty() && !own.contains(&cell.column) {
                stray = stray.or(Some(cell));
            }
        }
        let heading = |column: usize| columns.iter().find(|(at, ..)| *at == column).map(|(_, text, _)| *text);
        if let Some(cell) = stray
            && let (Some(own), Some(column)) = (own.first().and_then(|own| heading(*own)), heading(cell.column))
        {
            strays.push(Stray { place: cell.place, row: label.text, own, column });
        }
    }
    (strays, used.len())
}
