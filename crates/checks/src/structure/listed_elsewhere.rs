// SPDX-License-Identifier: AGPL-3.0-or-later
//! A sheet that a list puts under another parent.

use super::listing::{Listing, Misplaced, misplaced};
use super::misnumbered::doubled;
use super::numbers::number_of;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::{LineNo, Node};
use ambito_findings::Severity;

/// How many lines above a sheet a sentence may stand that speaks of it.
const MENTION_LINES: LineNo = 6;

check! {
    /// # Una voce che l'elenco mette sotto un'altra
    ///
    /// **Che cosa trova.** L'indice, la tabella o il riepilogo mette un'azione o un progetto sotto una voce, mentre la
    /// sua scheda sta sotto un'altra.
    ///
    /// **Perché conta.** Le somme per obiettivo e le responsabilità seguono l'elenco; chi legge la scheda segue il
    /// testo.
    ///
    /// **Esempio.** La tabella mette l'azione 8 sotto l'obiettivo 5, la scheda sta sotto l'obiettivo 6.
    ///
    /// **Come si corregge.** Decidere sotto quale voce sta, e correggere l'altro punto.
    ///
    /// **Eccezioni.** Dove un elenco la nomina sia al suo posto sia altrove è solo una nota (STR009).
    ///
    /// # An entry that a list puts under another
    ///
    /// **What it finds.** The index, a table or the summary puts an action or a project under one entry, while its
    /// sheet stands under another.
    ///
    /// **Why it matters.** Sums by objective and responsibilities follow the list; who reads the sheet follows the
    /// text.
    ///
    /// **Example.** The table puts action 8 under objective 5, the sheet stands under objective 6.
    ///
    /// **How to mend it.** Decide where it belongs, and correct the other place.
    ///
    /// **Exceptions.** Where a list has it both in its place and elsewhere it is only a note (STR009).
    STR010, "listed-under-another", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let listing = Listing::of(subject);
    let places = misplaced(subject, &listing);
    if places.is_empty() {
        return;
    }
    // What the list says of a number that two things have is of one of them only; and under a heading that the text
    // has lost no sheet can stand.
    let doubled = doubled(subject);
    let is_mine = |place: &Misplaced| subject.node(place.under).in_body && !doubled.contains(&place.node);
    for Misplaced { node, line, under } in places.into_iter().filter(is_mine) {
        let sheet = subject.node(node);
        let parent = sheet.parent.map(|id| number_of(subject.node(id))).unwrap_or_default();
        let note = mention(subject, sheet.line, subject.node(under));
        let under = number_of(subject.node(under));
        let title = sheet.code.as_deref().or(sheet.title.as_deref()).unwrap_or("");
        let place = subject
            .cells(line)
            .find(|cell| cell.text.split([' ', '/']).any(|word| word == title))
            .map_or_else(|| subject.whole(line), |cell| cell.place);
        let words = Words::new("str010-message").with("number", number_of(sheet));
        let defect = report
            .find(place, words.with("under", under.as_str()).with("parent", parent.as_str()))
            .mark(place, Words::new("str010-mark").with("under", under))
            .see(sheet.line, Words::new("str010-related").with("parent", parent))
            .hint(Words::new("str010-hint"));
        if let Some(line) = note {
            defect.severity(Severity::Note).see(line, Words::new("str010-note"));
        }
    }
}

/// A sentence above a sheet that says of which other number it is too.
fn mention(subject: &Subject<'_>, sheet: LineNo, under: &Node) -> Option<LineNo> {
    let (level, code) = (fold(under.level.as_deref()?), under.code.as_deref()?);
    (sheet.saturating_sub(MENTION_LINES)..sheet).rev().find(|line| {
        let text = fold(subject.line(*line));
        subject.kind(*line) == LineKind::Prose
            && text.split(&level).skip(1).any(|rest| rest.trim_start().split(' ').next() == Some(code))
    })
}
