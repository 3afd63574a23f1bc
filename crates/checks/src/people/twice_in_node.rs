// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person twice in one node.

use super::staff;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{LineNo, NodeId};
use rustc_hash::FxHashMap;

check! {
    /// # La stessa persona due volte nello stesso progetto
    ///
    /// **Che cosa trova.** Nel personale di un progetto la stessa persona ha due righe.
    ///
    /// **Perché conta.** Non si sa se la quota è una delle due o la loro somma; spesso la seconda riga è di un altro progetto, di
    /// cui si è persa la pagina.
    ///
    /// **Esempio.** «Rossetti Pia» 10,00% e, tre righe sotto, «Rossetti Pia» 5,00%.
    ///
    /// **Come si corregge.** Tenere una riga sola con la quota giusta, o rimettere l'intestazione del progetto che manca.
    ///
    /// **Eccezioni.** I nomi si confrontano come sono scritti.
    ///
    /// # The same person twice in one project
    ///
    /// **What it finds.** Among the staff of a project the same person has two rows.
    ///
    /// **Why it matters.** Nobody knows whether the share is one of the two or their sum; often the second row belongs to
    /// another project whose page was lost.
    ///
    /// **Example.** "Rossetti Pia" 10.00% and, three rows below, "Rossetti Pia" 5.00%.
    ///
    /// **How to mend it.** Keep one row with the right share, or put back the heading of the project that is missing.
    ///
    /// **Exceptions.** Names are compared as they are written.
    EFF005, "twice-in-node", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut seen: FxHashMap<(NodeId, &str), LineNo> = FxHashMap::default();
    for effort in &subject.draft.efforts {
        let Some(node) = effort.node else { continue };
        let name = effort.person.trim();
        if let Some(before) = seen.insert((node, name), effort.line) {
            let place = staff::name_place(subject, effort);
            let message = Words::new("eff005-message").with("person", name).with("project", subject.name(node));
            let defect = report.find(place, message);
            defect.mark_only(place).see(before, Words::new("eff005-other")).hint(Words::new("eff005-hint"));
        }
    }
}
