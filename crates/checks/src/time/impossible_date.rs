// SPDX-License-Identifier: AGPL-3.0-or-later
//! Days that no calendar has.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::Date;

/// Words behind which two numbers are a day and a month.
const LEADS: [&str; 7] = ["il", "al", "dal", "del", "entro", "fino", "ll"];
/// Words behind which numbers are those of an act.
const ACTS: [&str; 9] = ["n", "nr", "num", "numero", "prot", "protocollo", "art", "delibera", "determina"];

check! {
    /// # La data non esiste
    ///
    /// **Che cosa trova.** Una data scritta con giorno, mese e anno che nessun calendario ha: il 31 giugno, il 29
    /// febbraio di un anno non bisestile, il mese 13.
    ///
    /// **Perché conta.** Da una scadenza che non esiste non si sa quando il lavoro deve essere finito, e i
    /// programmi che leggono il documento la lasciano fuori.
    ///
    /// **Esempio.** Fase «Raccolta delle domande», fine 31/06/2027: giugno ha 30 giorni.
    ///
    /// **Come si corregge.** Scrivere il giorno giusto: di solito è l'ultimo del mese.
    ///
    /// **Eccezioni.** I numeri di atti («n. 45/13/2027»). Senza l'anno è detta solo dopo parole come «entro il», e
    /// solo se il mese esiste.
    ///
    /// # The date does not exist
    ///
    /// **What it finds.** A date written with day, month and year that no calendar has: 31 June, 29 February of a
    /// year that is no leap year, month 13.
    ///
    /// **Why it matters.** From a deadline that does not exist nobody knows when the work must be done, and
    /// programs that read the document leave it out.
    ///
    /// **Example.** Phase "Raccolta delle domande", end 31/06/2027: June has 30 days.
    ///
    /// **How to mend it.** Write the right day: most often it is the last of the month.
    ///
    /// **Exceptions.** Numbers of acts ("n. 45/13/2027"). Without its year it is only told behind words like "entro
    /// il", and only if there is such a month.
    TIM013, "impossible-date", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        let mut from = 0;
        while let Some((start, end)) = next_triple(text, from) {
            from = end;
            let written = text.get(start..end).unwrap_or("");
            if impossible(text, start, end) {
                let base = subject.line_start(line);
                let byte = |bytes: usize| base.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
                let place = Place { line, start: byte(start), end: byte(end) };
                let defect = report.find(place, Words::new("tim013-message").with("date", written));
                defect.found(written).mark_only(place).hint(Words::new("tim013-hint"));
            }
        }
    }
}

/// The next stretch of digits and separators of dates that looks like `dd/mm` or `dd/mm/yyyy`, at or after a byte.
fn next_triple(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'/' | b'.' | b'-');
    let mut at = from;
    while at < bytes.len() {
        let mark = at + bytes.get(at..)?.iter().position(|byte| matches!(byte, b'/' | b'.' | b'-'))?;
        let digits = bytes.get(..mark)?.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let after = bytes.get(mark + 1).is_some_and(u8::is_ascii_digit);
        if (1..=2).contains(&digits) && after && mark - digits >= from {
            let start = mark - digits;
            let end = start + bytes.get(start..)?.iter().take_while(|byte| is_part(byte)).count();
            let free = start == 0 || bytes.get(start - 1).is_some_and(|before| !is_part(before) && *before != b',');
            let end = end - bytes.get(start..end)?.iter().rev().take_while(|byte| !byte.is_ascii_digit()).count();
            if free {
                return Some((start, end));
            }
            at = end.max(mark + 1);
        } else {
            at = mark + 1;
        }
    }
    None
}

fn impossible(text: &str, start: usize, end: usize) -> bool {
    let Some(written) = text.get(start..end) else { return false };
    let mut parts = written.splitn(3, ['/', '.', '-']);
    let mut number = || parts.next().filter(|part| part.len() <= 4)?.parse::<i16>().ok();
    let (Some(day), Some(month)) = (number(), number()) else { return false };
    let year = written.splitn(3, ['/', '.', '-']).nth(2);
    let separators: Vec<u8> = written.bytes().filter(|byte| !byte.is_ascii_digit()).collect();
    let before = text.get(..start).unwrap_or("").trim_end();
    let word = before.trim_end_matches(['.', '°']).rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or("");
    let behind = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let valid = |year: i16| match (i8::try_from(month), i8::try_from(day)) {
        (Ok(month), Ok(day)) => Date::new(year, month, day).is_ok(),
        _ => false,
    };
    match year {
        Some(year) => {
            let known = year.len() == 4 && separators.first() == separators.last();
            let Some(year) = year.parse::<i16>().ok().filter(|year| known && (1900..=2100).contains(year)) else {
                return false;
            };
            // One of the two must be what it stands for, or it is no date at all.
            let dated = (1..=31).contains(&day) || (1..=12).contains(&month);
            dated && !behind(&ACTS) && !valid(year)
        }
        // In a leap year every day of February is there.
        None => {
            separators == *b"/"
                && (1..=12).contains(&month)
                && (29..=39).contains(&day)
                && behind(&LEADS)
                && !valid(2028)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{impossible, next_triple};

    #[test]
    fn days_that_are_not() {
        let check = |text: &str, expected: bool| {
            let found = next_triple(text, 0);
            assert_eq!(found.is_some_and(|(start, end)| impossible(text, start, end)), expected, "{text}");
        };
        check("entro il 31/06/2027.", true);
        check("29/02/2027", true);
        check("29/02/2028", false);
        check("il 12.13.2027", true);
        check("32/01/2027", true);
        check("00/01/2027", true);
        check("delibera n. 45/13/2027", false);
        check("delibera n. 45 / 2027", false);
        check("entro il 31/06", true);
        check("33/2013", false);
        check("capitolo 31/06", false);
        check("1.31.2.4", false);
        check("30-11-2027", false);
        check("40/13/2027", false);
    }
}
