// SPDX-License-Identifier: AGPL-3.0-or-later
//! A term of three years that has four of them.

use super::years::range;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;

check! {
    /// # Gli anni non fanno il biennio o il triennio
    ///
    /// **Che cosa trova.** Accanto alle parole biennio, triennio, quadriennio o quinquennio sono scritti un primo e un ultimo
    /// anno, e gli anni dall'uno all'altro sono più o meno di quelli che la parola dice.
    ///
    /// **Perché conta.** La durata di un contratto o di un programma decide quanto denaro serve: un anno in più vale una
    /// quota intera.
    ///
    /// **Esempio.** «Appalto per il triennio 2027-2030»: dal 2027 al 2030 gli anni sono quattro.
    ///
    /// **Come si corregge.** Correggere l'ultimo anno; se il periodo va da metà a metà anno, scrivere i giorni di inizio e di
    /// fine.
    ///
    /// **Eccezioni.** Gli anni scolastici ed educativi (2027/2028 è uno) sono lasciati stare. È un avviso e non un errore
    /// perché un contratto può cominciare a metà anno.
    ///
    /// # The years do not make the term
    ///
    /// **What it finds.** Beside the words biennio, triennio, quadriennio or quinquennio (a term of two, three, four or
    /// five years) stand a first and a last year, and the years from one to the other are more or fewer than the word
    /// says.
    ///
    /// **Why it matters.** How long a contract or a programme lasts decides how much money it needs: a year more is a
    /// whole instalment.
    ///
    /// **Example.** "Appalto per il triennio 2027-2030": from 2027 to 2030 there are four years.
    ///
    /// **How to mend it.** Correct the last year; if the term goes from mid-year to mid-year, write its first and last
    /// day.
    ///
    /// **Exceptions.** School years (2027/2028 is one) are left alone. It is a warning and no error because a contract
    /// can start in the middle of a year.
    TIM007, "years-of-the-term", Warning, Run::Alone(look)
}

/// Terms and their years.
const TERMS: [(&str, i16); 4] = [("bienni", 2), ("trienni", 3), ("quadrienni", 4), ("quinquenni", 5)];

/// Words that may stand between a term and its years.
const BETWEEN: [&str; 12] =
    ["di", "del", "degli", "dei", "gli", "anni", "per", "le", "annualita", "dal", "finanziario", "relativo"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        for ending in ["enni", "ENNI"] {
            let mut from = 0;
            while let Some(at) = text.get(from..).and_then(|rest| rest.find(ending)) {
                from += at + ending.len();
                if let Some((start, end, found)) = term(text, from) {
                    let base = subject.line_start(line);
                    let byte = |bytes: usize| base.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
                    let place = Place { line, start: byte(start), end: byte(end) };
                    let message = Words::new("tim007-message")
                        .with("written", text.get(start..end).unwrap_or(""))
                        .with("count", usize::from(found.years.unsigned_abs()))
                        .with("term", usize::from(found.term.unsigned_abs()))
                        .with("first", found.first.to_string())
                        .with("last", found.last.to_string());
                    report.find(place, message).mark_only(place).hint(Words::new("tim007-hint"));
                }
            }
        }
    }
}

struct Found {
    first: i16,
    last: i16,
    years: i16,
    term: i16,
}

/// A term whose stem ends at a byte, with years that do not make it.
fn term(text: &str, stem_end: usize) -> Option<(usize, usize, Found)> {
    let head = text.get(..stem_end)?;
    let start = head
        .rfind(|char: char| !char.is_alphabetic())
        .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = fold(text.get(start..stem_end)?);
    let (_, term) = TERMS.iter().find(|(stem, _)| *stem == word)?;
    let rest = text.get(stem_end..)?;
    let digit = rest.find(|char: char| char.is_ascii_digit())?;
    let between = rest.get(..digit).filter(|between| between.len() < 40)?;
    // The first piece is the ending of the word itself (o, a).
    let ending = between.chars().take_while(|char| char.is_alphabetic()).map(char::len_utf8).sum();
    let words = fold(between.get(ending..)?);
    if !words.split(' ').all(|word| word.is_empty() || BETWEEN.contains(&word)) {
        return None;
    }
    let (first, last, bytes) = range(rest.get(digit..)?)?;
    let years = last - first + 1;
    (years != *term).then_some((start, stem_end + digit + bytes, Found { first, last, years, term: *term }))
}

#[cfg(test)]
mod tests {
    use super::term;

    #[test]
    fn counts_years() {
        let check = |text: &str, expected: Option<i16>| {
            let end = text.find("enni").map_or(0, |at| at + 4);
            assert_eq!(term(text, end).map(|(_, _, found)| found.years), expected, "{text}");
        };
        check("appalto per il triennio 2027 – 2030.", Some(4));
        check("triennio 2027-2029", None);
        check("biennio per gli anni 2027-2029", Some(3));
        check("Biennio 2027/28", None);
        check("triennio scolastico 2027/2030", None);
        check("decennio 2027-2030", None);
    }
}
