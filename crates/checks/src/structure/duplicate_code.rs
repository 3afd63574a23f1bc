// SPDX-License-Identifier: AGPL-3.0-or-later
//! A code or a number that two things carry.

use super::code_of_another::wrong_headings;
use super::misnumbered::{Misnumbered, misnumbered};
use super::numbers::{copies, kindred, number_of, own_title};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{Indicator, NodeId};
use rustc_hash::FxHashMap;

check! {
    /// # Un codice dato a due cose
    ///
    /// **Che cosa trova.** Due indicatori con lo stesso codice, oppure due voci dello stesso livello con lo stesso
    /// numero e titoli che non hanno nulla in comune.
    ///
    /// **Perché conta.** Chi cita il codice non sa quale delle due cose ha trovato: misure, fasi e somme finiscono
    /// sulla scheda sbagliata.
    ///
    /// **Esempio.** P_1101_1_2 sta sia davanti a «N. sedute preparate» sia davanti a «N. verbali pubblicati».
    ///
    /// **Come si corregge.** Dare alla seconda voce il suo codice, e correggere anche i rinvii che la riguardano.
    ///
    /// **Eccezioni.** Due schede con lo stesso numero e lo stesso titolo sono una scheda stampata due volte: le dice
    /// STR007. I numeri che ricominciano in ogni scheda non sono doppi.
    ///
    /// # One code given to two things
    ///
    /// **What it finds.** Two indicators of one code, or two entries of one level with the same number and titles that
    /// have nothing in common.
    ///
    /// **Why it matters.** Who cites the code does not know which of the two was found: measures, phases and sums end
    /// on the wrong sheet.
    ///
    /// **Example.** P_1101_1_2 stands both before “N. of meetings prepared” and before “N. of minutes published”.
    ///
    /// **How to mend it.** Give the second entry a code of its own, and correct the references to it too.
    ///
    /// **Exceptions.** Two sheets of one number and one title are a sheet printed twice: STR007 tells them. Numbers
    /// that begin again in every sheet are not double.
    STR001, "duplicate-code", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    indicators(subject, report);
    let groups: Vec<Vec<NodeId>> = copies(subject).iter().filter_map(|group| strangers(subject, group)).collect();
    if groups.is_empty() {
        return;
    }
    // A heading with the code of another sheet is told as such.
    let wrong = wrong_headings(subject);
    let listed = misnumbered(subject);
    for nodes in groups.iter().filter(|nodes| !nodes.iter().any(|id| wrong.contains(&subject.node(*id).line))) {
        tell(subject, nodes, &listed, report);
    }
}

/// The nodes of one number that cannot be one thing.
pub(super) fn strangers(subject: &Subject<'_>, group: &[NodeId]) -> Option<Vec<NodeId>> {
    let mut named = group.iter().copied().filter(|id| own_title(subject.node(*id)).is_some());
    let first = named.next()?;
    let title = own_title(subject.node(first))?;
    let others: Vec<NodeId> =
        named.filter(|id| own_title(subject.node(*id)).is_some_and(|other| !kindred(title, other))).collect();
    (!others.is_empty()).then(|| [vec![first], others].concat())
}

fn tell(subject: &Subject<'_>, nodes: &[NodeId], listed: &[Misnumbered<'_>], report: &mut Report) {
    let [earlier @ .., last] = nodes else { return };
    let node = subject.node(*last);
    let place = super::numbers::code_place(subject, node);
    let words = Words::new("str001-node-message").with("number", number_of(node)).with("count", nodes.len());
    let defect = report.find(place, words).mark(place, Words::new("str001-mark")).hint(Words::new("str001-hint"));
    for id in earlier {
        let title = own_title(subject.node(*id)).unwrap_or("");
        defect.see(subject.node(*id).line, Words::new("str001-related").with("title", title));
    }
    for place in listed.iter().filter(|place| nodes.contains(&place.sheet)) {
        defect.see(place.line, Words::new("str001-listed").with("written", place.written));
    }
}

fn indicators(subject: &Subject<'_>, report: &mut Report) {
    // A code of several numbers names one indicator of the document; a bare number begins again in every sheet.
    let mut known: FxHashMap<(&str, Option<NodeId>), Vec<&Indicator>> = FxHashMap::default();
    let mut doubled: Vec<(&str, Option<NodeId>)> = Vec::new();
    for indicator in &subject.draft.indicators {
        let Some(code) = indicator.code.as_deref() else { continue };
        let whole = code.contains(['_', '.', '-', '/']);
        let key = (code, if whole { None } else { indicator.node });
        let same = known.entry(key).or_default();
        same.push(indicator);
        if same.len() == 2 {
            doubled.push(key);
        }
    }
    for key in doubled {
        let Some([earlier @ .., last]) = known.get(&key).map(Vec::as_slice) else { continue };
        let place = subject.place(last.line, key.0);
        let words = Words::new("str001-message").with("code", key.0).with("count", earlier.len() + 1);
        let defect = report.find(place, words).found(key.0).mark(place, Words::new("str001-mark"));
        for other in earlier {
            defect.see(other.line, Words::new("str001-related").with("title", other.title.as_str()));
        }
        defect.hint(Words::new("str001-hint"));
    }
}
