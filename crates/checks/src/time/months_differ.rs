// SPDX-License-Identifier: AGPL-3.0-or-later
//! Months told in words beside dates that say others.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::{Date, fold, month_name, month_number};
use ambito_findings::Severity;

check! {
    /// # I mesi scritti nel testo non sono quelli delle date
    ///
    /// **Che cosa trova.** Il titolo o la nota di una fase dice «da … a …» con i nomi dei mesi, e le date di inizio e di fine
    /// scritte accanto sono di altri mesi.
    ///
    /// **Perché conta.** La stessa riga dice due tempi diversi: chi deve fare il lavoro ne leggerà uno, chi lo verifica
    /// l'altro.
    ///
    /// **Esempio.** «Laboratori nelle scuole: da marzo a maggio», inizio 01/05/2027, fine 31/12/2027.
    ///
    /// **Come si corregge.** Scrivere gli stessi mesi nel testo e nelle date.
    ///
    /// **Eccezioni.** Se i mesi del testo stanno dentro le date, senza coprirle, è un avviso. Basta che i mesi siano gli
    /// stessi: i giorni non si guardano.
    ///
    /// # The months in the text are not those of the dates
    ///
    /// **What it finds.** The title or the note of a phase says "from … to …" with names of months, and the start and
    /// end dates beside it are of other months.
    ///
    /// **Why it matters.** One row tells two different times: who does the work will read one of them, who verifies it
    /// the other.
    ///
    /// **Example.** "Workshops in schools: from March to May", start 01/05/2027, end 31/12/2027.
    ///
    /// **How to mend it.** Write the same months in the text and in the dates.
    ///
    /// **Exceptions.** Where the months of the text lie inside the dates without covering them, it is a warning. It is
    /// enough that the months are the same: days are not looked at.
    TIM005, "months-differ", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for phase in &subject.draft.phases {
        let (Some(from), Some(to)) = (phase.from, phase.to) else { continue };
        let told = months(&phase.title).or_else(|| phase.note.as_deref().and_then(months));
        let Some((first, last)) = told.filter(|_| from <= to) else { continue };
        if (first, last) == (from.month(), to.month()) {
            continue;
        }
        let message = Words::new("tim005-message")
            .with("title", short(&phase.title))
            .with("first", month_name(first).unwrap_or_default())
            .with("last", month_name(last).unwrap_or_default())
            .with("from", from)
            .with("to", to);
        let defect = report.find(places::start(subject, phase), message);
        defect
            .mark(places::start(subject, phase), Words::new("mark-tim-start"))
            .mark(places::end(subject, phase), Words::new("mark-tim-end"))
            .hint(Words::new("tim005-hint"));
        if inside((first, last), (from, to)) {
            defect.severity(Severity::Warning);
        }
    }
}

fn inside((first, last): (i8, i8), (from, to): (Date, Date)) -> bool {
    from.year() != to.year() || (first <= last && from.month() <= first && last <= to.month())
}

/// The months of "da … a …", "dal … al …", "tra … e …"; days and years between the words are passed over.
fn months(text: &str) -> Option<(i8, i8)> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(*word, "mese" | "di" | "fino"))
        .collect();
    words.windows(4).find_map(|four| {
        let [before, first, between, last] = four else { return None };
        let opens = matches!(*before, "da" | "dal" | "tra" | "fra" | "dall");
        let joins = matches!(*between, "a" | "ad" | "al" | "all" | "e");
        let month = |word: &str| Some(word).filter(|word| word.len() >= 5).and_then(month_number);
        if opens && joins { month(first).zip(month(last)) } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::months;

    #[test]
    fn reads_months() {
        let check = |text: &str, expected: Option<(i8, i8)>| assert_eq!(months(text), expected, "{text}");
        check("Laboratori: da marzo a maggio", Some((3, 5)));
        check("dal 15 giugno al 20 luglio 2027", Some((6, 7)));
        check("dal mese di ottobre fino a dicembre", Some((10, 12)));
        check("tra aprile e maggio", Some((4, 5)));
        check("ogni maggio", None);
        check("da marzo", None);
    }
}
