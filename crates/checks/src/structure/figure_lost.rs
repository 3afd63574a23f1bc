// SPDX-License-Identifier: AGPL-3.0-or-later
//! A figure that the text announces and that is not there.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;

check! {
    /// # Una figura annunciata che non c'è
    ///
    /// **Che cosa trova.** Il testo annuncia una figura, un'immagine o un grafico («nella figura che segue»), ma
    /// sotto non c'è né l'immagine né il suo titolo.
    ///
    /// **Perché conta.** Quello che la figura diceva è perso: di solito è caduta nel passaggio da un formato
    /// all'altro.
    ///
    /// **Esempio.** «Nella figura seguente sono riportati i poli», e poi un altro capitolo.
    ///
    /// **Come si corregge.** Rimettere la figura con il suo titolo, o dire con parole che cosa mostrava.
    ///
    /// **Eccezioni.** Un documento in solo testo non ha immagini: basta che sotto ci sia il titolo della figura.
    ///
    /// # A figure that is announced and is not there
    ///
    /// **What it finds.** The text announces a figure, a picture or a chart (“in the figure that follows”), but below
    /// there is neither the picture nor its title.
    ///
    /// **Why it matters.** What the figure said is lost: most often it fell out between formats.
    ///
    /// **Example.** “The following figure shows the hubs”, and then another chapter.
    ///
    /// **How to mend it.** Put the figure back with its title, or say in words what it showed.
    ///
    /// **Exceptions.** A document of plain text has no pictures: the title of the figure below is enough.
    STR080, "figure-not-there", Warning, Run::Alone(look)
}

/// The words for a figure…
const FIGURES: [&str; 3] = ["figura ", "immagine ", "grafico "];
/// …and those that say that it comes.
const COMING: [&str; 7] =
    ["seguente", "che segue", "di seguito", "qui sotto", "successiv", "della pagina seguente", "sottostante"];
/// So many lines below are looked at.
const LINES_BELOW: u32 = 14;
/// How a picture or its title begins, lower case.
const BEGINNINGS: [&str; 6] = ["![", "<img", "figura", "fig.", "immagine", "grafico"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    for line in 1..=subject.lines() {
        if subject.kind(line) != LineKind::Prose {
            continue;
        }
        let text = subject.line(line);
        let announced = FIGURES.iter().find_map(|word| {
            let at = text.find(word)?;
            let rest = text.get(at + word.len()..)?;
            let coming = COMING.iter().find(|coming| rest.starts_with(*coming))?;
            text.get(at..at + word.len() + coming.len())
        });
        let Some(words) = announced else { continue };
        let there = (line + 1..=subject.lines()).take(LINES_BELOW as usize).any(|below| {
            let head: String = subject.line(below).trim_start_matches(['*', '_', ' ', '#']).chars().take(10).collect();
            let head = head.to_lowercase();
            BEGINNINGS.iter().any(|begin| head.starts_with(begin))
        });
        if there {
            continue;
        }
        let place = subject.place(line, words);
        let defect = report.find(place, Words::new("str080-message").with("words", words));
        defect.mark_only(place).hint(Words::new("str080-hint"));
    }
}
