// SPDX-License-Identifier: AGPL-3.0-or-later
//! A revenue that names an expense which names another revenue.

use super::links::shown;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::Direction;
use rustc_hash::FxHashSet;

check! {
    /// # Un richiamo fra capitoli a cui nessuno risponde
    ///
    /// **Che cosa trova.** Un'entrata richiama un capitolo di spesa, ma quella spesa richiama un'altra entrata e non
    /// questa.
    ///
    /// **Perché conta.** Non si capisce quale entrata paga la spesa: la stessa spesa può sembrare coperta due volte.
    ///
    /// **Esempio.** L'entrata 2050 richiama la spesa 41200; i capitoli 41200/1 e 41200/2 richiamano invece l'entrata
    /// 2033.
    ///
    /// **Come si corregge.** Vedere quale entrata paga la spesa, e far combaciare i due titoli.
    ///
    /// **Eccezioni.** Una spesa che non richiama alcuna entrata, o il cui richiamo è tagliato, non è segnalata.
    ///
    /// # A reference between chapters that nobody answers
    ///
    /// **What it finds.** A revenue names a chapter of expense, but that expense names another revenue and not this
    /// one.
    ///
    /// **Why it matters.** It is not clear which revenue pays the expense: the same expense may seem covered twice.
    ///
    /// **Example.** Revenue 2050 names expense 41200; chapters 41200/1 and 41200/2 name revenue 2033 instead.
    ///
    /// **How to mend it.** See which revenue pays the expense, and make the two titles agree.
    ///
    /// **Exceptions.** An expense that names no revenue, or whose reference was cut off, is not told.
    FUN004, "reference-not-answered", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let chapters = subject.chapters();
    let mut told: FxHashSet<(usize, usize)> = FxHashSet::default();
    for (at, line) in chapters.lines().iter().enumerate() {
        if line.direction != Some(Direction::Revenue) {
            continue;
        }
        let revenue = chapters.of_line(at);
        for reference in &line.references {
            let named = chapters.named(reference);
            let answered = named.iter().any(|other| chapters.names(*other, revenue));
            let Some(&expense) = named.iter().find(|other| !chapters.all()[**other].is_silent) else { continue };
            if answered || !told.insert((revenue, expense)) {
                continue;
            }
            let place = subject.place(line.line, &reference.raw);
            let of = |chapter: usize| chapters.all()[chapter].lines.iter().map(|at| &chapters.lines()[*at]);
            let name = of(expense).next().map_or_else(String::new, |line| line.chapter.clone());
            let message = Words::new("fun004-message").with("revenue", shown(line)).with("expense", name);
            let defect = report.find(place, message);
            defect.mark_only(place).hint(Words::new("fun004-hint"));
            for other in named.into_iter().flat_map(of) {
                defect.see(other.line, Words::new("fun004-related"));
            }
        }
    }
}
