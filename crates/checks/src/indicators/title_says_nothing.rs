// SPDX-License-Identifier: AGPL-3.0-or-later
//! Titles of indicators that say nothing alone.

use super::places;
use crate::check::{Run, check};
use crate::listed::{PLACES_MAX, tell_once};
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Indicator;
use ambito_findings::Severity;

/// Words of a title that say how something is measured, not what.
const OPERATORS: [&str; 24] = [
    "entro",
    "il",
    "lo",
    "la",
    "i",
    "gli",
    "le",
    "l",
    "di",
    "del",
    "al",
    "dal",
    "n",
    "nr",
    "numero",
    "almeno",
    "minimo",
    "massimo",
    "maggiore",
    "minore",
    "uguale",
    "%",
    "percentuale",
    "a",
];

/// Words that announce a count.
const COUNTS: [&str; 5] = ["n", "nr", "numero", "%", "percentuale"];

check! {
    /// # Il titolo dell'indicatore da solo non dice nulla
    ///
    /// **Che cosa trova.** Un titolo fatto soltanto di parole come «entro il» o «n.»: non dice che cosa si misura. A parte, in
    /// una nota sola, i titoli con una parola sola accanto a «n.» («N. incontri»).
    ///
    /// **Perché conta.** Nelle tabelle riassuntive e nel consuntivo il titolo resta solo: senza l'obiettivo accanto nessuno sa
    /// che cosa doveva essere pronto.
    ///
    /// **Esempio.** Indicatore «Entro il», valore previsto 31/12/2027.
    ///
    /// **Come si corregge.** Scrivere nel titolo che cosa si misura: «Approvazione del regolamento: entro il».
    ///
    /// **Eccezioni.** Un titolo con almeno due parole proprie è considerato chiaro.
    ///
    /// # The title of the indicator says nothing alone
    ///
    /// **What it finds.** A title made only of words like "entro il" (by) or "n.": it does not say what is measured.
    /// Apart, in one note, titles with a single word beside "n." ("N. incontri").
    ///
    /// **Why it matters.** In summaries and in the final report the title stands alone: without the objective beside it
    /// nobody knows what had to be ready.
    ///
    /// **Example.** Indicator "Entro il", target 31/12/2027.
    ///
    /// **How to mend it.** Write in the title what is measured: "Approvazione del regolamento: entro il".
    ///
    /// **Exceptions.** A title with at least two words of its own is taken as clear.
    IND003, "title-says-nothing", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut empty: Vec<(&Indicator, Place)> = Vec::new();
    let mut bare: Vec<(Place, &'static str)> = Vec::new();
    for indicator in &subject.draft.indicators {
        // Long titles say something.
        if indicator.title.len() > 60 {
            continue;
        }
        match own_words(&indicator.title) {
            Some(0) => empty.push((indicator, places::title(subject, indicator))),
            Some(1) => bare.push((places::title(subject, indicator), "ind003-also")),
            _ => {}
        }
    }
    tell(&empty, report);
    let message = Words::new("ind003-bare").with("count", bare.len());
    if let Some(defect) = tell_once(report, &bare, message) {
        let place = defect.place;
        defect.severity(Severity::Note).mark_only(place).hint(Words::new("ind003-hint"));
    }
}

fn tell(empty: &[(&Indicator, Place)], report: &mut Report) {
    let Some(((first, place), others)) = empty.split_first() else { return };
    let name = first.code.as_deref().unwrap_or("");
    let key = match (others.is_empty(), name.is_empty()) {
        (false, _) => "ind003-several",
        (true, true) => "ind003-message",
        (true, false) => "ind003-message-code",
    };
    let message = Words::new(key).with("title", first.title.trim()).with("code", name).with("count", empty.len());
    let defect = report.find(*place, message);
    defect.mark_only(*place).hint(Words::new("ind003-hint"));
    for (other, place) in others.iter().take(PLACES_MAX) {
        defect.see(place.line, Words::new("ind003-other").with("title", other.title.trim()));
    }
}

/// How many words of its own a title has; `None` where one word is enough because nothing is counted.
fn own_words(title: &str) -> Option<usize> {
    let folded = fold(title);
    if folded.is_empty() {
        return None;
    }
    let own = folded
        .split(' ')
        .filter(|word| !OPERATORS.contains(word) && !word.bytes().all(|byte| byte.is_ascii_digit()))
        .count();
    match own {
        0 => Some(0),
        1 if folded.split(' ').any(|word| COUNTS.contains(&word)) => Some(1),
        // "Starts by the" names neither what starts nor what is counted.
        1 if folded.split(' ').any(|word| word == "entro") => Some(0),
        _ => None,
    }
}
