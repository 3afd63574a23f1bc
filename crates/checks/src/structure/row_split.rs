// SPDX-License-Identifier: AGPL-3.0-or-later
//! A row of which the number stands in one line and the words in the next.

use super::table_runs::{filled, runs};
use crate::check::{Run, check};
use crate::{Cell, Report, Subject, Words};

check! {
    /// # Una riga è divisa in due
    ///
    /// **Che cosa trova.** In una tabella numerata una riga ha solo le parole e la riga accanto solo il numero:
    /// insieme erano una riga sola.
    ///
    /// **Perché conta.** L'attività resta senza numero, e il numero senza attività: chi cerca la 2.2 trova una riga
    /// vuota.
    ///
    /// **Esempio.** «Presentazione del progetto» senza numero e, sotto, «2.2.» senza parole.
    ///
    /// **Come si corregge.** Riunire le due righe.
    ///
    /// **Eccezioni.** Si guardano solo le tabelle in cui almeno tre righe hanno il numero e le parole.
    ///
    /// # A row is split in two
    ///
    /// **What it finds.** In a numbered table one row has only the words and the row beside it only the number:
    /// together they were one row.
    ///
    /// **Why it matters.** The activity is left without a number and the number without an activity: who looks for
    /// 2.2 finds an empty row.
    ///
    /// **Example.** “Presentation of the project” without a number and, below it, “2.2.” without words.
    ///
    /// **How to mend it.** Join the two rows.
    ///
    /// **Exceptions.** Only tables are looked at in which at least three rows have number and words.
    STR050, "row-split-in-two", Warning, Run::Alone(look)
}

/// So many rows must have number and words.
const WHOLE_MIN: usize = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for run in runs(subject, 5) {
        let rows: Vec<(u32, [Option<Cell<'_>>; 3])> = run
            .map(|line| {
                let mut cells = filled(subject, line);
                (line, [cells.next(), cells.next(), cells.next()])
            })
            .collect();
        let whole = rows
            .iter()
            .filter(|(_, cells)| {
                cells[0].is_some_and(|cell| cell.column == 0 && is_number(cell.text))
                    && cells[1].is_some_and(|cell| cell.column == 1)
            })
            .count();
        if whole < WHOLE_MIN {
            continue;
        }
        for pair in rows.windows(2) {
            let [(_, [Some(one), None, _]), (_, [Some(two), None, _])] = pair else { continue };
            let (words, number) = if is_number(two.text) { (one, two) } else { (two, one) };
            if number.column != 0 || !is_number(number.text) || words.column != 1 || is_number(words.text) {
                continue;
            }
            let bare = number.text.trim_end_matches('.');
            let message = Words::new("str050-message").with("words", words.text).with("number", bare);
            report
                .find(words.place, message)
                .mark_only(words.place)
                .hint(Words::new("str050-hint"))
                .see(number.place.line, Words::new("str050-number"));
        }
    }
}

/// Whether a cell is a number with points: 2, 2.2., 1.4
fn is_number(text: &str) -> bool {
    text.len() <= 8
        && text.starts_with(|char: char| char.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
