// SPDX-License-Identifier: AGPL-3.0-or-later
//! A field that a sheet lacks and all sheets like it have.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Nella scheda manca un campo
    ///
    /// **Che cosa trova.** In un documento fatto di schede uguali fra loro, una scheda non ha un campo che quasi
    /// tutte le altre hanno; oppure un nodo non ha la descrizione che quasi tutti i nodi dello stesso livello hanno.
    ///
    /// **Perché conta.** Un campo che manca è una domanda a cui nessuno ha risposto: di solito la riga è andata persa
    /// nel copiare la scheda o al cambio di pagina.
    ///
    /// **Esempio.** Dieci schede dicono quale impatto si vuole raggiungere, la scheda dell'azione 7 finisce prima.
    ///
    /// **Come si corregge.** Aggiungere il campo con la sua risposta, oppure scrivere che per questa scheda non si
    /// applica.
    ///
    /// **Eccezioni.** Non si guarda dove le schede dello stesso livello sono meno di cinque, né i campi che più di
    /// una scheda su dieci non ha. Le descrizioni mancanti sono dette una volta sola, come nota.
    ///
    /// # A field is missing from the sheet
    ///
    /// **What it finds.** In a document made of sheets that are alike, one sheet lacks a field that nearly all others
    /// have; or a node lacks the description that nearly all nodes of its level have.
    ///
    /// **Why it matters.** A missing field is a question that nobody answered: most often the row was lost when the
    /// sheet was copied, or at the end of a page.
    ///
    /// **Example.** Ten sheets say which impact they aim at; the sheet of action 7 ends before that.
    ///
    /// **How to mend it.** Add the field with its answer, or write that it does not apply to this sheet.
    ///
    /// **Exceptions.** Levels with fewer than five sheets are not looked at, nor are fields that more than one sheet
    /// in ten lacks. Missing descriptions are told once, as a note.
    STR030, "field-missing", Warning, Run::Alone(look)
}

/// Of this many nodes of one level one may lack what the others have before it is nothing to tell.
const NODES_MIN: usize = 10;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    // A label without an answer is told by another check.
    let bare: FxHashSet<(NodeId, usize)> =
        sheets.bare_labels(subject).into_iter().map(|(sheet, question, _)| (sheet.node, question)).collect();
    for kind in sheets.kinds() {
        let mut having = vec![0_usize; sheets.labels.len()];
        let mut shown = vec![None; sheets.labels.len()];
        let mut last = vec![usize::MAX; sheets.labels.len()];
        for (at, sheet) in kind.iter().enumerate() {
            for answer in &sheet.answers {
                if last[answer.question] != at {
                    last[answer.question] = at;
                    having[answer.question] += 1;
                    shown[answer.question].get_or_insert(answer.field.line);
                }
            }
        }
        let nearly_all = |count: usize| count < kind.len() && count * 10 >= kind.len() * 9;
        let wanted: Vec<usize> = (0..having.len()).filter(|question| nearly_all(having[*question])).collect();
        for sheet in kind.iter().filter(|_| !wanted.is_empty()) {
            for &question in &wanted {
                let there = sheet.answers.iter().any(|answer| answer.question == question);
                if there || bare.contains(&(sheet.node, question)) {
                    continue;
                }
                let message = Words::new("str030-message")
                    .with("sheet", subject.name(sheet.node))
                    .with("field", sheets.labels[question]);
                let hint = Words::new("str030-hint").with("count", having[question]).with("of", kind.len());
                let defect = report.find(subject.whole(subject.node(sheet.node).line), message);
                defect.hint(hint);
                if let Some(line) = shown[question] {
                    defect.see(line, Words::new("str030-has"));
                }
            }
        }
    }
    descriptions(subject, report);
}

fn descriptions(subject: &Subject<'_>, report: &mut Report) {
    let mut levels: FxHashMap<&str, (usize, Vec<NodeId>)> = FxHashMap::default();
    let mut order: Vec<&str> = Vec::new();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        let level = node.level.as_deref().unwrap_or("");
        let (all, without) = levels.entry(level).or_insert_with(|| {
            order.push(level);
            (0, Vec::new())
        });
        *all += 1;
        if node.text.trim().is_empty() {
            without.push(id);
        }
    }
    for level in order {
        let Some((all, without)) = levels.get(level) else { continue };
        let Some((first, others)) = without.split_first() else { continue };
        if *all < NODES_MIN || without.len() * 5 > *all {
            continue;
        }
        let message = Words::new("str030-description")
            .with("count", without.len())
            .with("of", all.to_string())
            .with("level", level);
        let defect = report.find(subject.whole(subject.node(*first).line), message);
        defect.severity(ambito_findings::Severity::Note).hint(Words::new("str030-describe"));
        for other in others {
            defect.see(subject.node(*other).line, Words::new("str030-without"));
        }
    }
}
