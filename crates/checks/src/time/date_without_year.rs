// SPDX-License-Identifier: AGPL-3.0-or-later
//! A deadline without its year.

use crate::check::{Run, check};
use crate::listed::{short, tell_once};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::LineNo;

check! {
    /// # Una data senza anno
    ///
    /// **Che cosa trova.** Nel titolo di un indicatore o di una fase un giorno è scritto senza anno («entro il 31/12»).
    ///
    /// **Perché conta.** Un piano si corregge e si copia di anno in anno: letta da sola, la riga non dice più a quale anno si
    /// riferisce.
    ///
    /// **Esempio.** «Verifica degli enti iscritti, da concludere entro il 31/12».
    ///
    /// **Come si corregge.** Aggiungere l'anno: «entro il 31/12/2027».
    ///
    /// **Eccezioni.** Dove l'intestazione della colonna dice l'anno («Valore previsto 2027») la data è chiara.
    ///
    /// # A date without a year
    ///
    /// **What it finds.** In the title of an indicator or of a phase a day is written without its year ("entro il
    /// 31/12").
    ///
    /// **Why it matters.** Plans are amended and copied from year to year: read alone, the row no longer says which
    /// year it speaks of.
    ///
    /// **Example.** "Check of the registered bodies, to be concluded entro il 31/12".
    ///
    /// **How to mend it.** Add the year: "entro il 31/12/2027".
    ///
    /// **Exceptions.** Where the heading of the column tells the year ("Valore previsto 2027") the date is clear.
    TIM010, "date-without-year", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(LineNo, &str, &str)> = Vec::new();
    for indicator in &subject.draft.indicators {
        let column = indicator.target.as_ref().and_then(|target| target.column.as_deref()).unwrap_or("");
        if !column.bytes().any(|byte| byte.is_ascii_digit())
            && let Some(date) = yearless(&indicator.title)
        {
            found.push((indicator.line, &indicator.title, date));
        }
    }
    for phase in subject.draft.phases.iter().filter(|phase| phase.to.is_none()) {
        if let Some(date) = yearless(&phase.title) {
            found.push((phase.line, &phase.title, date));
        }
    }
    found.sort_unstable_by_key(|(line, ..)| *line);
    let Some(&(_, title, date)) = found.first() else { return };
    let places: Vec<(Place, &'static str)> =
        found.iter().map(|(line, _, date)| (subject.place(*line, date), "tim010-also")).collect();
    let message = Words::new("tim010-message").with("count", places.len()).with("title", short(title));
    if let Some(defect) = tell_once(report, &places, message.with("date", date)) {
        let place = defect.place;
        defect.found(date).mark_only(place).hint(Words::new("tim010-hint"));
    }
}

/// A day and a month with no year, behind a word that makes them a date.
fn yearless(title: &str) -> Option<&str> {
    title.match_indices(['/', '.']).find_map(|(mark, _)| {
        let before = title.get(..mark)?;
        let after = title.get(mark + 1..)?;
        let day_digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let month_digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let start = before.len() - day_digits;
        let day: u8 = before.get(start..)?.parse().ok()?;
        let month: u8 = after.get(..month_digits)?.parse().ok()?;
        if month_digits > 2 || day_digits > 2 || !(1..=31).contains(&day) || !(1..=12).contains(&month) {
            return None;
        }
        let mut behind = after.get(month_digits..)?.chars();
        if matches!(behind.next(), Some('/' | '.' | '-')) && behind.next().is_some_and(|char| char.is_ascii_digit()) {
            return None;
        }
        let word = before.get(..start)?.trim_end().rsplit([' ', '\'', '’', '(']).next()?;
        let leads = ["il", "al", "dal", "del", "entro", "fino", "ll"];
        if leads.iter().any(|lead| word.eq_ignore_ascii_case(lead)) {
            title.get(start..mark + 1 + month_digits)
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::yearless;

    #[test]
    fn finds_days_without_a_year() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(yearless(text), expected, "{text}");
        check("da chiudere entro il 31/12", Some("31/12"));
        check("entro 30.6", Some("30.6"));
        check("entro il 31/12/2027", None);
        check("entro il 31.12.2027.", None);
        check("servizi 0/6", None);
        check("ai sensi del 33/2013", None);
        check("da chiudere il 31/12.", Some("31/12"));
    }
}
