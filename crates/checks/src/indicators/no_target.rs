// SPDX-License-Identifier: AGPL-3.0-or-later
//! An indicator without a target.

use super::places;
use crate::check::{Run, check};
use crate::listed::{short, tell_once};
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Indicator;
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

/// Words that announce a target in a sentence.
const LEADS: [&str; 6] = ["almeno", "minimo", "oltre", "entro", "massimo", "aumento"];

/// Sentences that begin so name a product: it is there or it is not.
const PRODUCTS: [&str; 8] = [
    "definizione",
    "redazione",
    "stesura",
    "approvazione",
    "adozione",
    "pubblicazione",
    "sottoscrizione",
    "costituzione",
];

check! {
    /// # Indicatore senza valore atteso
    ///
    /// **Che cosa trova.** Un indicatore di cui non è scritto il valore da raggiungere, mentre gli altri del documento lo
    /// hanno.
    ///
    /// **Perché conta.** Senza un valore promesso qualunque risultato va bene: l'indicatore non misura nulla, e alla fine
    /// dell'anno non si può dire se l'obiettivo è raggiunto.
    ///
    /// **Esempio.** «N. famiglie seguite a domicilio», con la casella del valore previsto vuota.
    ///
    /// **Come si corregge.** Scrivere il valore, oppure togliere l'indicatore.
    ///
    /// **Eccezioni.** Dove il valore manca a più di metà degli indicatori, o gli indicatori stanno in un elenco e non in una
    /// tabella, è detto una volta sola e come nota; una frase che contiene la cifra, o promette un documento,
    /// ha il suo valore.
    ///
    /// # Indicator without a target
    ///
    /// **What it finds.** An indicator of which the value to reach is not written, while the others of the document have
    /// one.
    ///
    /// **Why it matters.** Without a promised value any result will do: the indicator measures nothing, and at the end of
    /// the year nobody can say whether the objective was reached.
    ///
    /// **Example.** "No. of families followed at home", with an empty cell for the target.
    ///
    /// **How to mend it.** Write the value, or take the indicator out.
    ///
    /// **Exceptions.** Where more than half of the indicators lack it, or indicators stand in a list and not in a table,
    /// it is told once and as a note; a sentence that holds the figure, or promises a document, has its target.
    IND001, "no-target", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let all = &subject.draft.indicators;
    let without: Vec<&Indicator> = all.iter().filter(|indicator| lacks(indicator)).collect();
    let tabled = all.iter().any(|indicator| indicator.target.as_ref().is_some_and(|target| target.column.is_some()));
    if tabled && without.len() * 2 <= all.len() {
        for indicator in without {
            let message = Words::new("ind001-message").with("title", short(&indicator.title));
            let place = places::title(subject, indicator);
            report.find(place, message).mark_only(place).hint(Words::new("ind001-hint"));
        }
        return;
    }
    // A sentence may hold its target, and a document is made or not.
    let told: FxHashSet<u32> = all.iter().filter(|one| !lacks(one)).map(|indicator| indicator.line).collect();
    let open = without.iter().filter(|one| !promises(&one.title) && !told.contains(&one.line));
    let listed: Vec<(Place, &'static str)> =
        open.map(|indicator| (places::title(subject, indicator), "ind001-also")).collect();
    let message = Words::new("ind001-several").with("count", listed.len());
    if let Some(defect) = tell_once(report, &listed, message) {
        let place = defect.place;
        defect.mark_only(place).severity(Severity::Note).hint(Words::new("ind001-hint"));
    }
}

fn lacks(indicator: &Indicator) -> bool {
    indicator.yearly.is_empty()
        && indicator.target.as_ref().is_none_or(|target| target.raw.trim().is_empty() && target.due.is_none())
}

/// Whether a sentence says itself what is to be reached: a figure behind "at least", a share, a product to be made.
fn promises(title: &str) -> bool {
    let told = title.rsplit_once("ndicatore:").map_or(title, |(_, told)| told);
    let folded = fold(told);
    let mut words = folded.split(' ').peekable();
    let makes = words.peek().is_some_and(|word| PRODUCTS.contains(word));
    let figure = told.bytes().any(|byte| byte.is_ascii_digit())
        && (told.contains('%') || words.any(|word| LEADS.contains(&word)));
    makes || figure
}
