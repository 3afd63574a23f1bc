// SPDX-License-Identifier: AGPL-3.0-or-later
//! References between chapters that are written in several forms.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # I rinvii fra capitoli sono scritti in più forme
    ///
    /// **Che cosa trova.** I titoli dei capitoli rinviano ad altri capitoli con parole diverse: «VEGG.», «VEDI»,
    /// «VEGGASI», o con il solo «CAP.». È detto una volta per tutto il documento, con un posto per ogni forma.
    ///
    /// **Perché conta.** Chi cerca i rinvii con una parola non trova quelli scritti con un'altra.
    ///
    /// **Esempio.** «=VEGG. CAP/U 41200=» in un titolo, «=VEDI CAP/E 2050=» in un altro.
    ///
    /// **Come si corregge.** Usare sempre la stessa forma.
    ///
    /// **Eccezioni.** Spazi, punti e segni di uguale intorno alla parola non contano.
    ///
    /// # References between chapters are written in several forms
    ///
    /// **What it finds.** The titles of chapters refer to other chapters with different words: “VEGG.”, “VEDI”,
    /// “VEGGASI”, or with “CAP.” alone. It is told once for the whole document, with one place for each form.
    ///
    /// **Why it matters.** Who looks for references by one word does not find those that are written with another.
    ///
    /// **Example.** “=VEGG. CAP/U 41200=” in one title, “=VEDI CAP/E 2050=” in another.
    ///
    /// **How to mend it.** Always use one form.
    ///
    /// **Exceptions.** Spaces, points and equal signs around the word do not count.
    STR079, "reference-in-several-forms", Note, Run::Alone(look)
}

/// How a form is written, its first line and how often.
type Form<'a> = (&'a str, u32, usize);

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut forms: Vec<Form<'_>> = Vec::new();
    for row in &subject.draft.budget_lines {
        let Some(reference) = row.references.first() else { continue };
        let raw = reference.raw.trim_start_matches(|char: char| !char.is_alphabetic());
        let before = raw.find("CAP").filter(|at| *at > 0).and_then(|at| raw.get(..at)).unwrap_or(raw);
        let word = before.split(|char: char| !char.is_alphabetic()).next().unwrap_or("");
        // A space within the word is told by another check.
        if before.trim_end_matches(['.', ' ']) != word {
            continue;
        }
        if word.len() < 3 {
            continue;
        }
        match forms.iter_mut().find(|(form, ..)| form.eq_ignore_ascii_case(word)) {
            Some((.., count)) => *count += 1,
            None => forms.push((word, row.line, 1)),
        }
    }
    forms.sort_by_key(|(_, line, count)| (*count, *line));
    let (Some((rare, line, _)), Some((usual, ..))) = (forms.first(), forms.last()) else { return };
    if forms.len() < 2 {
        return;
    }
    let place = subject.place(*line, rare);
    let message = Words::new("str079-message").with("count", forms.len()).with("rare", *rare).with("usual", *usual);
    let defect = report.find(place, message);
    defect.mark_only(place).instead(*rare, *usual).hint(Words::new("str079-hint").with("usual", *usual));
    for (form, line, count) in forms.iter().skip(1) {
        defect.see(*line, Words::new("str079-form").with("form", *form).with("count", *count));
    }
}
