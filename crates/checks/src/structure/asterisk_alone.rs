// SPDX-License-Identifier: AGPL-3.0-or-later
//! An asterisk that refers to no note.

use crate::check::{Run, check};
use crate::listed::short;
use crate::{Place, Report, Subject, Words};

check! {
    /// # Un asterisco senza la sua nota
    ///
    /// **Che cosa trova.** Il titolo di un indicatore finisce con un asterisco, che di solito rinvia a una nota, ma
    /// nessuna riga del documento comincia con un asterisco.
    ///
    /// **Perché conta.** La nota diceva qualcosa su come si misura: senza, il valore non si può controllare.
    ///
    /// **Esempio.** «% di richieste evase*» e nessuna riga «* escluse quelle ritirate».
    ///
    /// **Come si corregge.** Rimettere la nota, o togliere l'asterisco.
    ///
    /// **Eccezioni.** Gli asterischi del grassetto non contano.
    ///
    /// # An asterisk without its note
    ///
    /// **What it finds.** The title of an indicator ends with an asterisk, which usually refers to a note, but no
    /// line of the document begins with an asterisk.
    ///
    /// **Why it matters.** The note said something about how to measure: without it the value cannot be checked.
    ///
    /// **Example.** “% of requests answered*” and no line “* without those withdrawn”.
    ///
    /// **How to mend it.** Put the note back, or take the asterisk away.
    ///
    /// **Exceptions.** Asterisks of bold type do not count.
    STR081, "asterisk-without-note", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let starred = |title: &str| title.ends_with('*') && !title.ends_with("**") && !title.starts_with('*');
    let mut found = subject.draft.indicators.iter().filter(|indicator| starred(&indicator.title));
    let Some(first) = found.next() else { return };
    let others: Vec<u32> = found.map(|indicator| indicator.line).collect();
    let noted = (1..=subject.lines()).any(|line| {
        let rest = subject.line(line).trim_start().strip_prefix('*');
        rest.is_some_and(|rest| !rest.starts_with('*'))
    });
    if noted {
        return;
    }
    let place = subject.place(first.line, &first.title);
    let star = Place { start: place.end.saturating_sub(1), ..place };
    let message = Words::new("str081-message").with("count", others.len() + 1).with("title", short(&first.title));
    let defect = report.find(star, message);
    defect.mark_only(star).hint(Words::new("str081-hint"));
    for line in others {
        defect.see(line, Words::new("str081-other"));
    }
}
