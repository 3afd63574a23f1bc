// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows whose cells do not stand under their headings.

use super::table_runs::{filled, runs};
use crate::check::{Run, check};
use crate::{Cell, Report, Subject, Words};
use ambito_domain::planning::LineNo;
use std::ops::RangeInclusive;

check! {
    /// # Le celle non stanno sotto la loro intestazione
    ///
    /// **Che cosa trova.** In una tabella alcune righe hanno più celle delle intestazioni, oppure i numeri stanno in
    /// una colonna dove le altre righe hanno parole. È detto una volta per tabella.
    ///
    /// **Perché conta.** Chi copia la tabella in un foglio di calcolo somma la colonna sbagliata, o perde gli importi
    /// che sono scivolati di lato.
    ///
    /// **Esempio.** La tabella ha cinque intestazioni; in una riga l'importo è nella sesta cella.
    ///
    /// **Come si corregge.** Rimettere ogni valore sotto la sua intestazione, unendo o dividendo le celle dove serve.
    ///
    /// **Eccezioni.** Le tabelle con meno di quattro righe e i cronoprogrammi non sono guardati.
    ///
    /// # The cells do not stand under their headings
    ///
    /// **What it finds.** In a table some rows have more cells than there are headings, or the numbers stand in a
    /// column where the other rows have words. It is told once for each table.
    ///
    /// **Why it matters.** Who copies the table into a spreadsheet adds the wrong column, or loses the amounts that
    /// slid aside.
    ///
    /// **Example.** The table has five headings; in one row the amount is in the sixth cell.
    ///
    /// **How to mend it.** Put every value under its heading, joining or dividing cells where needed.
    ///
    /// **Exceptions.** Tables with fewer than four rows and timetables are not looked at.
    STR040, "cells-beside-their-columns", Note, Run::Alone(look)
}

/// A table of fewer rows has no usual place for its numbers.
const ROWS_MIN: u32 = 4;
/// In so many rows a column must hold words before a number in it is out of place.
const WORDS_MIN: usize = 3;

/// What a column holds.
#[derive(Clone, Copy, Default)]
struct Column {
    words: usize,
    amounts: usize,
    integers: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Words,
    Amount,
    Integer,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut homes: Option<(LineNo, Homes)> = None;
    let mut out: Vec<Vec<(LineNo, usize)>> = Vec::new();
    for run in runs(subject, ROWS_MIN) {
        let header = run.clone().find_map(|line| Homes::of(subject, line).map(|homes| (line, homes)));
        // A table that a page cut goes on without its headings.
        let goes_on = homes.as_ref().is_some_and(|(end, _)| run.start() - end <= LINES_BETWEEN);
        let last = *run.end();
        match header.or_else(|| homes.take().filter(|_| goes_on)) {
            Some((_, known)) => {
                let rows: Vec<(LineNo, usize)> =
                    run.filter_map(|line| Some((line, known.away(subject, line)?))).collect();
                match out.last_mut().filter(|_| goes_on) {
                    Some(before) => before.extend(rows),
                    None => out.push(rows),
                }
                homes = Some((last, known));
            }
            None => {
                out.push(shifted(subject, run));
                homes = None;
            }
        }
    }
    for rows in out {
        let Some((first, others)) = rows.split_first() else { continue };
        let cell = filled(subject, first.0).find(|cell| cell.column == first.1);
        let place = cell.map_or_else(|| subject.whole(first.0), |cell| cell.place);
        let defect = report.find(place, Words::new("str040-message").with("count", rows.len()));
        defect.mark(place, Words::new("str040-cell")).hint(Words::new("str040-hint"));
        for (line, _) in others {
            defect.see(*line, Words::new("str040-row"));
        }
    }
}

/// So far below the other part of a table a part without headings may begin.
const LINES_BETWEEN: u32 = 4;
/// The beginnings of headings over codes, and of those over amounts, lower case.
const CODES: [&str; 2] = ["codice", "cod. "];
const AMOUNTS: [&str; 4] = ["budget", "importo", "stanziamento", "costo"];

/// Where the headings of a table put its codes and its amounts.
struct Homes {
    code: usize,
    amounts: Vec<usize>,
}

impl Homes {
    /// Those of a row of headings: one over codes, one at least over amounts, and no amount in it.
    fn of(subject: &Subject<'_>, line: LineNo) -> Option<Self> {
        let begins = |text: &str, words: &[&str]| {
            words.iter().any(|word| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))
        };
        let code = filled(subject, line).find(|cell| begins(cell.text, &CODES))?.column;
        let amounts: Vec<usize> = filled(subject, line)
            .filter(|cell| begins(cell.text, &AMOUNTS) || cell.text.starts_with('%'))
            .map(|cell| cell.column)
            .collect();
        (amounts.len() > 1).then_some(Self { code, amounts })
    }

    /// The first cell of a row that is a code or an amount away from its heading.
    fn away(&self, subject: &Subject<'_>, line: LineNo) -> Option<usize> {
        let away = |cell: &Cell<'_>| match holds(cell.text) {
            Holds::Amount => !self.amounts.contains(&cell.column),
            _ => is_code(cell.text) && cell.column != self.code,
        };
        filled(subject, line).find(away).map(|cell| cell.column)
    }
}

/// Whether a cell is a code: no spaces, an underscore, and digits.
fn is_code(text: &str) -> bool {
    text.contains('_') && text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(' ')
}

/// The rows out of place, each with the column of the first cell that is.
fn shifted(subject: &Subject<'_>, run: RangeInclusive<LineNo>) -> Vec<(LineNo, usize)> {
    let mut columns: Vec<Column> = Vec::new();
    let (mut with_amounts, mut with_integers, mut rows, mut width) = (0_usize, 0_usize, 0_usize, None);
    for line in run.clone() {
        let (mut amounts, mut integers, mut cells, mut last) = (0_usize, 0_usize, 0_usize, 0);
        for cell in filled(subject, line) {
            if columns.len() <= cell.column {
                columns.resize(cell.column + 1, Column::default());
            }
            let Some(column) = columns.get_mut(cell.column) else { continue };
            match holds(cell.text) {
                Holds::Words => column.words += 1,
                Holds::Amount => (column.amounts, amounts) = (column.amounts + 1, amounts + 1),
                Holds::Integer => (column.integers, integers) = (column.integers + 1, integers + 1),
            }
            (cells, last) = (cells + 1, cell.column);
        }
        if width.is_none() && cells >= WORDS_MIN {
            width = Some(if amounts + integers == 0 { last + 1 } else { usize::MAX });
        }
        rows += 1;
        with_amounts += usize::from(amounts > 0);
        with_integers += usize::from(integers > 0);
    }
    let integers_home = columns.iter().position(|column| {
        column.integers >= WORDS_MIN && column.integers * 10 >= with_integers * 8 && with_integers * 2 > rows
    });
    if with_amounts == 0 && integers_home.is_none() {
        return Vec::new();
    }
    run.filter_map(|line| Some((line, misplaced(subject, line, &columns, width, integers_home)?))).collect()
}

fn misplaced(
    subject: &Subject<'_>,
    line: LineNo,
    columns: &[Column],
    width: Option<usize>,
    integers_home: Option<usize>,
) -> Option<usize> {
    let worded = |column: &Column| column.words >= WORDS_MIN && (column.amounts + column.integers) * 3 <= column.words;
    let (mut at_home, mut amount_out, mut integer_home, mut integer_out, mut beyond) = (false, None, false, None, None);
    for cell in filled(subject, line) {
        let column = columns.get(cell.column)?;
        match holds(cell.text) {
            Holds::Amount if worded(column) => _ = amount_out.get_or_insert(cell.column),
            Holds::Amount => at_home = true,
            Holds::Integer if integers_home == Some(cell.column) => integer_home = true,
            Holds::Integer if column.words >= 2 && column.words > column.integers => {
                _ = integer_out.get_or_insert(cell.column)
            }
            Holds::Integer | Holds::Words => {}
        }
        if width.is_some_and(|width| cell.column >= width) && holds(cell.text) != Holds::Integer {
            beyond = beyond.or(Some((cell.column, holds(cell.text))));
        }
    }
    let has_amounts = at_home || amount_out.is_some();
    let beyond = beyond.filter(|_| has_amounts).map(|(column, _)| column);
    let next_to_home =
        integer_out.filter(|out| !integer_home && integers_home.is_some_and(|home| home.abs_diff(*out) == 1));
    beyond.or(amount_out.filter(|_| !at_home)).or(next_to_home)
}

fn holds(text: &str) -> Holds {
    let bytes = text.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return Holds::Words };
    let begins = first.is_ascii_digit() || matches!(first, b'-' | b'+') || text.starts_with('€');
    if !begins || !(last.is_ascii_digit() || *last == b'%' || text.ends_with('€')) {
        return Holds::Words;
    }
    if bytes.len() <= 4 && bytes.iter().all(u8::is_ascii_digit) {
        return Holds::Integer;
    }
    let bare = text.trim_matches(|char: char| matches!(char, '€' | '%') || char.is_whitespace());
    let cents = bare.len() > 3 && matches!(bare.as_bytes().get(bare.len() - 3), Some(b',' | b'.'));
    let digits = bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'));
    if cents && digits { Holds::Amount } else { Holds::Words }
}
