// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dates that are written otherwise than the others.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};

check! {
    /// # Una data è scritta in un'altra notazione
    ///
    /// **Che cosa trova.** Date scritte in modo diverso dalle altre del documento: con i punti o i trattini dove le
    /// altre hanno le barre, con il giorno o il mese di una cifra dove le altre ne hanno due, o due anni uniti da un
    /// punto. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Chi ordina o filtra per data perde quelle scritte in un altro modo, e un foglio di calcolo
    /// le prende per testo o per numeri.
    ///
    /// **Esempio.** «3.11.2027» fra date come «03/11/2027»; «piano 2026.2028».
    ///
    /// **Come si corregge.** Scrivere tutte le date allo stesso modo.
    ///
    /// **Eccezioni.** Si guarda solo dove una notazione è di almeno cinque date e quattro volte più frequente
    /// dell'altra.
    ///
    /// # A date is written in another notation
    ///
    /// **What it finds.** Dates that are written otherwise than the others of the document: with points or hyphens
    /// where the others have slashes, with a day or a month of one digit where the others have two, or two years
    /// joined by a point. It is told once for the whole document.
    ///
    /// **Why it matters.** Who sorts or filters by date loses those that are written in another way, and a
    /// spreadsheet takes them for text or numbers.
    ///
    /// **Example.** “3.11.2027” among dates like “03/11/2027”; “plan 2026.2028”.
    ///
    /// **How to mend it.** Write all dates in the same way.
    ///
    /// **Exceptions.** Only where one notation is that of five dates at least and four times as frequent as the
    /// other.
    STR071, "date-in-other-notation", Note, Run::Alone(look)
}

/// So many dates make a usual notation…
const USUAL_MIN: usize = 5;
/// …and so many times those of the other one.
const TIMES: usize = 4;

/// A date as it is written.
struct Written {
    place: Place,
    separator: u8,
    /// Whether a day or a month below ten has its zero; `None` where both are above nine.
    padded: Option<bool>,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut dates: Vec<Written> = Vec::new();
    let mut years: Vec<Place> = Vec::new();
    for line in 1..=subject.lines() {
        let text = subject.line(line).as_bytes();
        let mut from = 0;
        while let Some(at) = next_year(text, from) {
            from = at + 4;
            let start = subject.line_start(line);
            let place = |from: usize| Place { line, start: start + bytes(from), end: start + bytes(at + 4) };
            if let Some((begin, separator, padded)) = day_and_month(text, at) {
                dates.push(Written { place: place(begin), separator, padded });
            } else if let Some(before) = at.checked_sub(5)
                && text.get(at - 1) == Some(&b'.')
                && next_year(text.get(..at - 1).unwrap_or_default(), before) == Some(before)
            {
                years.push(place(before));
            }
        }
    }
    let of = |separator: u8| dates.iter().filter(|date| date.separator == separator).count();
    let usual = [b'/', b'.', b'-'].into_iter().max_by_key(|separator| of(*separator)).unwrap_or(b'/');
    let rare = |separator: u8| of(usual) >= USUAL_MIN && of(separator) * TIMES <= of(usual);
    let padded = dates.iter().filter(|date| date.padded == Some(true)).count();
    let bare = dates.iter().filter(|date| date.padded == Some(false)).count();
    let bare_is_rare = padded >= USUAL_MIN && bare * TIMES <= padded;
    let other =
        |date: &&Written| date.separator != usual && rare(date.separator) || date.padded == Some(false) && bare_is_rare;
    let mut places: Vec<Place> = dates.iter().filter(other).map(|date| date.place).chain(years).collect();
    places.sort_unstable();
    let Some((first, others)) = places.split_first() else { return };
    let begin = (first.start - subject.line_start(first.line)) as usize;
    let end = (first.end - subject.line_start(first.line)) as usize;
    let text = subject.line(first.line).get(begin..end).unwrap_or("");
    let message = Words::new("str071-message").with("count", places.len()).with("date", text);
    let defect = report.find(*first, message);
    defect.mark_only(*first).found(text).hint(Words::new("str071-hint"));
    let mut told = first.line;
    for place in others {
        if place.line != told {
            told = place.line;
            defect.see(told, Words::new("str071-again"));
        }
    }
}

fn bytes(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Where the next year of this century stands, with no digit before or after it.
fn next_year(text: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text.get(at..)?.iter().position(|byte| *byte == b'2')?;
        let year = text.get(at..at + 4)?;
        let alone = !text.get(at + 4).is_some_and(u8::is_ascii_digit)
            && !at.checked_sub(1).and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
        if year.starts_with(b"20") && year.iter().all(u8::is_ascii_digit) && alone {
            return Some(at);
        }
        at += 1;
    }
}

/// Where the date of a year begins, its separator, and whether its zeros are written.
fn day_and_month(text: &[u8], year: usize) -> Option<(usize, u8, Option<bool>)> {
    let separator = *text.get(year.checked_sub(1)?)?;
    if !matches!(separator, b'/' | b'.' | b'-') {
        return None;
    }
    let month = digits_before(text, year - 1)?;
    if text.get(month.checked_sub(1)?) != Some(&separator) {
        return None;
    }
    let day = digits_before(text, month - 1)?;
    let before = day.checked_sub(1).and_then(|at| text.get(at));
    if before.is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'.' | b'-')) {
        return None;
    }
    let short = year - 1 - month == 1 || month - 1 - day == 1;
    let zero = text.get(month) == Some(&b'0') || text.get(day) == Some(&b'0');
    Some((day, separator, if short { Some(false) } else { zero.then_some(true) }))
}

/// Where one or two digits that end before a place begin.
fn digits_before(text: &[u8], end: usize) -> Option<usize> {
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    let one = end.checked_sub(1).filter(|at| digit(*at))?;
    Some(one.checked_sub(1).filter(|at| digit(*at)).unwrap_or(one))
}
