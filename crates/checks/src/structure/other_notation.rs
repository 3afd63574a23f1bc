// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers that are written otherwise than those beside them.

use super::table_runs::{filled, runs};
use crate::check::{Run, check};
use crate::{Cell, Report, Subject, Words};
use ambito_domain::planning::{Amount, Table};

check! {
    /// # Il numero è scritto in un'altra notazione
    ///
    /// **Che cosa trova.** In una tabella di importi un numero è scritto in modo diverso dagli altri: senza
    /// centesimi, con un decimale, senza i punti delle migliaia, con due segni di euro. Dove i modi sono mescolati è
    /// detto una volta per tabella; lo stesso per un numero seguito da altro («412 (2027)»), e per gli importi del
    /// testo con due segni di euro o senza i punti.
    ///
    /// **Perché conta.** Un foglio di calcolo può leggerlo come testo e lasciarlo fuori dalla somma, o prendere i
    /// punti per decimali.
    ///
    /// **Esempio.** «12.450.000» fra importi con i centesimi; «€ 2.750,00 €».
    ///
    /// **Come si corregge.** Scrivere tutti gli importi allo stesso modo: 12.450.000,00.
    ///
    /// **Eccezioni.** Si guardano solo tabelle con almeno due importi con i centesimi.
    ///
    /// # The number is written in another notation
    ///
    /// **What it finds.** In a table of amounts one number is written otherwise than the others: without cents, with
    /// one decimal, without separators of thousands, with two euro signs. Where the ways are mixed it is told once
    /// for each table; so is a number followed by something else (“412 (2027)”), and so are amounts in the text with
    /// two euro signs or without separators.
    ///
    /// **Why it matters.** A spreadsheet may read it as text and leave it out of the sum, or take the separators for
    /// decimals.
    ///
    /// **Example.** “12.450.000” among amounts with cents; “€ 2.750,00 €”.
    ///
    /// **How to mend it.** Write all amounts in the same way: 12.450.000,00.
    ///
    /// **Exceptions.** Only tables with at least two amounts with cents are looked at.
    STR052, "number-in-other-notation", Note, Run::Alone(look)
}

/// So many amounts with cents make a table of amounts.
const USUAL_MIN: usize = 2;
/// A longer cell is no amount.
const AMOUNT_BYTES_MAX: usize = 32;

/// How an amount is written.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Notation {
    decimals: usize,
    /// Whether thousands are parted; `None` where there are none.
    parted: Option<bool>,
    signs: usize,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for run in runs(subject, 2) {
        let mut amounts: Vec<(Cell<'_>, Notation)> = Vec::new();
        for line in run {
            // Only rows below which something is counted: dates, codes and shares have other forms.
            amounts.extend(filled(subject, line).filter_map(|cell| Some((cell, notation(cell.text)?))));
        }
        judge(&amounts, report);
    }
    for table in &subject.draft.tables {
        followed(subject, table, report);
    }
    in_prose(subject, report);
}

/// Amounts of the text with two signs of the euro, or without separators where the others have them.
fn in_prose(subject: &Subject<'_>, report: &mut Report) {
    let digits = |raw: &str| raw.split(',').next().unwrap_or("").bytes().filter(u8::is_ascii_digit).count();
    let amounts = &subject.draft.amounts;
    let large = amounts.iter().filter(|amount| digits(&amount.raw) > 3);
    let parted = large.clone().filter(|amount| amount.raw.contains('.')).count();
    let unparted = large.count() - parted;
    let other: Vec<&Amount> = amounts
        .iter()
        .filter(|amount| {
            let twice = amount.raw.contains('€') && (amount.raw.contains("uro") || amount.raw.contains("URO"));
            let bare = digits(&amount.raw) > 3 && !amount.raw.contains('.') && unparted * 4 < parted;
            twice || bare
        })
        .collect();
    let Some((first, others)) = other.split_first() else { return };
    let place = subject.place(first.line, &first.raw);
    let message = Words::new("str052-prose").with("count", other.len()).with("number", &first.raw);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str052-hint"));
    let mut told = first.line;
    for amount in others {
        if amount.line != told {
            told = amount.line;
            defect.see(told, Words::new("str052-again"));
        }
    }
}

fn judge(amounts: &[(Cell<'_>, Notation)], report: &mut Report) {
    let cents = amounts.iter().filter(|(_, notation)| notation.decimals == 2).count();
    if cents < USUAL_MIN {
        return;
    }
    let money = |column: usize| {
        amounts.iter().any(|(cell, notation)| cell.column.abs_diff(column) <= 1 && notation.decimals == 2)
    };
    let parted = amounts.iter().filter(|(_, notation)| notation.parted == Some(true)).count();
    let other: Vec<&(Cell<'_>, Notation)> = amounts
        .iter()
        .filter(|(cell, notation)| {
            let unparted = notation.parted == Some(false) && parted > 0;
            notation.signs > 1 || ((notation.decimals != 2 || unparted) && cell.column > 0 && money(cell.column))
        })
        .collect();
    let usual = amounts.iter().find(|(_, notation)| {
        notation.decimals == 2 && notation.signs < 2 && notation.parted.is_none_or(|parted| parted)
    });
    let (Some((first, others)), Some((usual, _))) = (other.split_first(), usual) else { return };
    if other.len() * 4 <= cents || cents > 2 && other.len() == 1 {
        for (cell, _) in other {
            let message = Words::new("str052-message").with("number", cell.text).with("usual", usual.text);
            let defect = report.find(cell.place, message);
            defect.mark_only(cell.place).found(cell.text).hint(Words::new("str052-hint"));
            defect.see(usual.place.line, Words::new("str052-usual"));
        }
        return;
    }
    let cell = first.0;
    let message = Words::new("str052-mixed").with("number", cell.text).with("usual", usual.text);
    let defect = report.find(cell.place, message);
    defect.mark_only(cell.place).hint(Words::new("str052-hint"));
    let mut told = cell.place.line;
    for (cell, _) in others {
        if cell.place.line != told {
            told = cell.place.line;
            defect.see(told, Words::new("str052-again"));
        }
    }
}

/// How a cell is written, where it is an amount of three digits at least, or one with decimals.
fn notation(text: &str) -> Option<Notation> {
    let last = text.bytes().last()?;
    if !last.is_ascii_digit() && !text.ends_with(['€', '*', ' ']) || text.len() > AMOUNT_BYTES_MAX {
        return None;
    }
    let signs = text.matches('€').count();
    let bare = text.trim_matches(|char: char| matches!(char, '€' | '-' | '+' | '*') || char.is_whitespace());
    let bytes = bare.as_bytes();
    if !bytes.first()?.is_ascii_digit()
        || !bytes.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    {
        return None;
    }
    let (whole, decimals) = match bare.rfind([',', '.']) {
        Some(at) if is_decimal(bare, at) => (bare.get(..at)?, bare.len() - at - 1),
        _ => (bare, 0),
    };
    let digits = whole.bytes().filter(u8::is_ascii_digit).count();
    let groups_fit = whole.split(['.', ',']).skip(1).all(|group| group.len() == 3);
    // Numbers of chapters and years have no separators and no decimals: they are left out below three digits or with
    // a leading zero.
    if decimals > 2 || !groups_fit || (decimals == 0 && digits < 3) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let parted = (digits > 3).then(|| whole.contains(['.', ',']));
    Some(Notation { decimals, parted, signs })
}

/// Whether a comma or a point stands before decimals: a point does where it cannot be that of a code ("7.10").
fn is_decimal(text: &str, at: usize) -> bool {
    let after = text.len() - at - 1;
    let point = text.as_bytes().get(at) == Some(&b'.');
    (1..=2).contains(&after) && (!point || after == 2 && (at > 2 || text.contains(',')))
}

/// Numbers of a counted column that have something after them.
fn followed(subject: &Subject<'_>, table: &Table, report: &mut Report) {
    let mut found: Vec<(u32, &str)> = Vec::new();
    for column in 1..table.headers.len() {
        let cells =
            || table.rows.iter().zip(&table.row_lines).filter_map(move |(row, line)| Some((row.get(column)?, *line)));
        let numbers = cells().filter(|(cell, _)| cell.value.is_some()).count();
        for (cell, line) in cells() {
            let digits = cell.raw.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
            let more = cell.raw.get(digits..).is_some_and(|rest| rest.trim_start().starts_with('('));
            if numbers > 1 && digits > 0 && more {
                found.push((line, &cell.raw));
            }
        }
    }
    let Some(((line, raw), others)) = found.split_first() else { return };
    let place = subject.place(*line, raw);
    let defect = report.find(place, Words::new("str052-more").with("number", *raw));
    defect.mark_only(place).hint(Words::new("str052-hint-more"));
    for (other, _) in others.iter().filter(|(other, _)| other != line) {
        defect.see(*other, Words::new("str052-again"));
    }
}
