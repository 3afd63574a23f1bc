// SPDX-License-Identifier: AGPL-3.0-or-later
//! Projects whose number begins with the code of another centre.

use super::numbers::code_place;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{Node, NodeId};
use rustc_hash::FxHashSet;

check! {
    /// # Un progetto con il numero di un altro centro
    ///
    /// **Che cosa trova.** I codici dei progetti cominciano con il codice del centro di responsabilità; alcuni stanno
    /// sotto un centro e cominciano con il codice di un altro, o di nessuno.
    ///
    /// **Perché conta.** Di solito il progetto è passato da un centro all'altro e il codice è rimasto: chi somma per
    /// codice ottiene altri totali che chi somma per centro.
    ///
    /// **Esempio.** Il progetto 2027_PD_1203 sta sotto il centro 11.
    ///
    /// **Come si corregge.** Se il passaggio è voluto, dirlo in una nota del progetto; altrimenti correggere il codice
    /// o il centro.
    ///
    /// **Eccezioni.** È detto una volta per documento, e solo dove quasi tutti i progetti portano il codice del loro
    /// centro.
    ///
    /// # A project with the number of another centre
    ///
    /// **What it finds.** The codes of projects begin with the code of their responsibility centre; some stand under
    /// one centre and begin with the code of another, or of none.
    ///
    /// **Why it matters.** Usually the project moved from one centre to another and kept its code: who adds up by code
    /// gets other totals than who adds up by centre.
    ///
    /// **Example.** Project 2027_PD_1203 stands under centre 11.
    ///
    /// **How to mend it.** If the move is meant, say so in a note of the project; else correct the code or the centre.
    ///
    /// **Exceptions.** It is said once a document, and only where most projects carry the code of their centre.
    STR012, "number-of-another-centre", Note, Run::Alone(look)
}

/// This share of the projects, in percent, must carry the code of their centre.
const FITTING_PERCENT_MIN: usize = 60;
/// Fewer projects show no habit.
const PROJECTS_MIN: usize = 4;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let centres: Vec<NodeId> =
        subject.nodes().filter(|(_, node)| node.parent.is_none() && node.code.is_some()).map(|(id, _)| id).collect();
    let codes: FxHashSet<&str> = centres.iter().filter_map(|id| subject.node(*id).code.as_deref()).collect();
    if centres.len() < 2 || codes.iter().any(|code| code.len() < 2) {
        return;
    }
    let mut fitting = 0;
    let mut length = 0;
    let mut strangers: Vec<(&Node, &str, usize)> = Vec::new();
    for (_, node) in subject.nodes().filter(|(_, node)| node.summary.is_some() && node.in_body) {
        let Some(last) = node.code.as_deref().and_then(|code| code.rsplit('_').next()) else { continue };
        let Some(centre) = centre_of(subject, node) else { continue };
        if last.starts_with(centre) {
            fitting += 1;
            length = last.len();
        } else {
            strangers.push((node, centre, last.len()));
        }
    }
    // Codes of another length are of another scheme, not of another centre.
    strangers.retain(|(.., digits)| *digits == length);
    let all = fitting + strangers.len();
    if all < PROJECTS_MIN || fitting * 100 < all * FITTING_PERCENT_MIN {
        return;
    }
    let Some((first, others)) = strangers.split_first() else { return };
    let place = code_place(subject, first.0);
    let words = Words::new("str012-message").with("count", strangers.len());
    let words = words.with("code", first.0.code.as_deref().unwrap_or("")).with("centre", first.1);
    let defect = report.find(place, words).hint(Words::new("str012-hint"));
    defect.mark(place, Words::new("str012-mark").with("centre", first.1));
    for (node, centre, _) in others {
        defect.see(node.line, Words::new("str012-mark").with("centre", *centre));
    }
}

/// The code of the centre that a project stands under.
fn centre_of<'a>(subject: &Subject<'a>, node: &'a Node) -> Option<&'a str> {
    let uppers = node.also_under.iter().chain(&node.parent).map(|id| subject.node(*id));
    uppers.filter(|upper| upper.parent.is_none()).find_map(|upper| upper.code.as_deref())
}
