// SPDX-License-Identifier: AGPL-3.0-or-later
//! A title of a table below which there is no table.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;

check! {
    /// # Sotto il titolo della tabella non c'è la tabella
    ///
    /// **Che cosa trova.** C'è il titolo di una tabella («Tabella 3: …»), ma prima del titolo dopo non c'è nessuna
    /// riga; oppure la numerazione delle tabelle salta un numero.
    ///
    /// **Perché conta.** Le cifre che il testo prende da quella tabella non si possono controllare. Di solito la
    /// tabella era un'immagine, persa nel passaggio da un formato all'altro.
    ///
    /// **Esempio.** Tra la tabella 2 e la tabella 4 resta solo il titolo della 3.
    ///
    /// **Come si corregge.** Rimettere la tabella come testo, o togliere il titolo e correggere i rimandi.
    ///
    /// **Eccezioni.** Ogni parte del documento può ricominciare da 1.
    ///
    /// # There is no table below its title
    ///
    /// **What it finds.** There is the title of a table (“Table 3: …”), but no row before the next title; or the
    /// numbering of the tables leaves a number out.
    ///
    /// **Why it matters.** The figures that the text takes from that table cannot be checked. Most often the table
    /// was a picture that was lost between formats.
    ///
    /// **Example.** Between table 2 and table 4 only the title of the third is left.
    ///
    /// **How to mend it.** Put the table back as text, or take the title away and mend the references.
    ///
    /// **Exceptions.** Each part of the document may begin again from 1.
    STR049, "table-without-rows", Warning, Run::Alone(look)
}

/// How many lines of text may stand between a title and its table.
const LINES_BETWEEN: usize = 2;
/// How many lines below the title are looked at, blank ones too.
const LINES_BELOW: u32 = 16;
/// Words that begin the title of a table.
const WORDS: [&str; 4] = ["Tabella ", "TABELLA ", "Tab. ", "Tavola "];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut before: Option<(u32, u32)> = None;
    for line in 1..=subject.lines() {
        let Some(number) = caption(subject, line) else { continue };
        if !followed(subject, line) {
            let message = Words::new("str049-message").with("number", number.to_string());
            report.find(subject.whole(line), message).hint(Words::new("str049-hint"));
        }
        if let Some((last, last_line)) = before
            && number > last + 1
        {
            let message = Words::new("str049-gap").with("before", last.to_string()).with("number", number.to_string());
            report
                .find(subject.whole(line), message)
                .hint(Words::new("str049-hint-gap"))
                .see(last_line, Words::new("str049-before"));
        }
        before = Some((number, line));
    }
}

/// The number of the table whose title a line is.
fn caption(subject: &Subject<'_>, line: u32) -> Option<u32> {
    let text = subject.line(line).trim_start_matches(['*', '_', ' ', '#']);
    if !text.starts_with(['T']) || subject.kind(line) == LineKind::Row {
        return None;
    }
    let rest = WORDS.iter().find_map(|word| text.strip_prefix(word))?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest.get(..digits)?.parse().ok()?;
    let after = rest.get(digits..)?.trim_start_matches(['*', '_']).trim();
    (after.is_empty() || after.starts_with([':', '-', '–', '.'])).then_some(number)
}

fn followed(subject: &Subject<'_>, line: u32) -> bool {
    let mut between = 0;
    for below in (line + 1..=subject.lines()).take(LINES_BELOW as usize) {
        match subject.kind(below) {
            LineKind::Row | LineKind::Joined | LineKind::Rule => return true,
            LineKind::Heading(_) => return false,
            LineKind::Blank | LineKind::PageBreak => {}
            LineKind::Prose if subject.line(below).trim().is_empty() => {}
            LineKind::Prose if caption(subject, below).is_some() => return false,
            LineKind::Prose => between += 1,
        }
        if between > LINES_BETWEEN {
            return false;
        }
    }
    false
}
