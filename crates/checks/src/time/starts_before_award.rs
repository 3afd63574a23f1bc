// SPDX-License-Identifier: AGPL-3.0-or-later
//! A contract that starts before it is awarded.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::{Date, find_date, fold};
use ambito_domain::planning::{Indicator, LineNo, NodeId};

/// Words of a title that tell that a contract will be awarded, and words of what is awarded.
const AWARDS: [&str; 2] = ["assegnazion", "aggiudicazion"];
const AWARDED: [&str; 5] = ["gara", "appalt", "contratt", "concession", "serviz"];

check! {
    /// # L'appalto comincia prima di essere assegnato
    ///
    /// **Che cosa trova.** In uno stesso progetto un appalto ha decorrenza da un giorno, e l'indicatore sulla sua assegnazione
    /// ha un termine successivo a quel giorno.
    ///
    /// **Perché conta.** Un servizio non può cominciare prima che si sappia chi lo svolge: o il termine o la decorrenza è
    /// sbagliata, oppure il servizio resta scoperto e serve una proroga.
    ///
    /// **Esempio.** Nota «Appalto con decorrenza dal 1 giugno 2027», indicatore «Gara d'appalto: assegnazione entro il
    /// 30/06/2027».
    ///
    /// **Come si corregge.** Anticipare il termine dell'assegnazione, spostare la decorrenza, o scrivere che sono due appalti
    /// diversi.
    ///
    /// **Eccezioni.** Appalti e gare di progetti diversi non si confrontano.
    ///
    /// # The contract starts before it is awarded
    ///
    /// **What it finds.** In one project a contract starts on a day, and the indicator on its award has a later
    /// deadline.
    ///
    /// **Why it matters.** A service cannot begin before it is known who provides it: either the deadline or the start is
    /// wrong, or the service is left uncovered and an extension is needed.
    ///
    /// **Example.** Note "Appalto con decorrenza dal 1 giugno 2027", indicator "Gara d'appalto: assegnazione entro il
    /// 30/06/2027".
    ///
    /// **How to mend it.** Bring the award forward, move the start, or write that these are two contracts.
    ///
    /// **Exceptions.** Contracts and tenders of different projects are not compared.
    TIM011, "starts-before-award", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let indicators = &subject.draft.indicators;
    for group in indicators.chunk_by(|left, right| project(subject, left) == project(subject, right)) {
        let awards: Vec<&Indicator> = group.iter().filter(|indicator| is_award(indicator)).collect();
        let Some((line, start)) = (!awards.is_empty()).then(|| first_start(subject, group)).flatten() else { continue };
        for award in awards {
            let Some(due) = places::due(award).filter(|due| *due > start) else { continue };
            let message = Words::new("tim011-message").with("title", short(&award.title));
            let place = places::due_place(subject, award);
            let defect = report.find(place, message.with("due", due).with("start", start));
            defect.found(due).mark_only(place).hint(Words::new("tim011-hint"));
            if line != award.line {
                defect.see(line, Words::new("tim011-start"));
            }
        }
    }
}

fn project(subject: &Subject<'_>, indicator: &Indicator) -> Option<NodeId> {
    indicator.node.map(|node| subject.node(node).parent.unwrap_or(node))
}

fn is_award(indicator: &Indicator) -> bool {
    if places::due(indicator).is_none() || !AWARDS.iter().any(|word| contains(&indicator.title, word)) {
        return false;
    }
    let title = fold(&indicator.title);
    AWARDED.iter().any(|word| title.contains(word))
}

fn contains(text: &str, word: &str) -> bool {
    // The first letter may be a capital.
    word.get(1..).is_some_and(|tail| text.contains(tail))
}

/// The earliest day from which something runs, told in the titles and notes of indicators and in their objectives.
fn first_start(subject: &Subject<'_>, group: &[Indicator]) -> Option<(LineNo, Date)> {
    let mut starts: Vec<(Date, LineNo)> = Vec::new();
    let mut known = None;
    for indicator in group {
        let note = indicator.note.as_deref().unwrap_or("");
        if let Some(date) = start_in(note) {
            let below = indicator.line + 1;
            let line = if contains(subject.line(below), "decorre") { below } else { indicator.line };
            starts.push((date, line));
        }
        if let Some(date) = start_in(&indicator.title) {
            starts.push((date, indicator.line));
        }
        if known != indicator.node {
            known = indicator.node;
            let node = indicator.node.map(|node| subject.node(node));
            let title = node.and_then(|node| Some((start_in(node.title.as_deref()?)?, node.line)));
            starts.extend(title);
        }
    }
    starts.into_iter().min().map(|(date, line)| (line, date))
}

fn start_in(text: &str) -> Option<Date> {
    let at = ["ecorrenza", "ecorrere"].iter().find_map(|word| text.find(word))?;
    find_date(text, at, None).map(|found| found.date)
}
