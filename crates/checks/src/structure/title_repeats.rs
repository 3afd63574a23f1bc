// SPDX-License-Identifier: AGPL-3.0-or-later
//! A title that repeats the title or the description of the node above it.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::NodeId;

check! {
    /// # Il titolo ripete quello del livello sopra
    ///
    /// **Che cosa trova.** Un obiettivo ha per titolo, parola per parola, il titolo o la descrizione del progetto in
    /// cui sta. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Uno dei due non aggiunge niente: non si sa che cosa il progetto vuole ottenere, oltre a
    /// esistere.
    ///
    /// **Esempio.** Progetto «Sportello sociale diffuso», obiettivo «Sportello sociale diffuso».
    ///
    /// **Come si corregge.** Scrivere come obiettivo che cosa deve cambiare, e di quanto.
    ///
    /// **Eccezioni.** Si confrontano solo titoli di almeno tre parole.
    ///
    /// # The title repeats the one above
    ///
    /// **What it finds.** An objective has for its title, word for word, the title or the description of the project
    /// it stands in. It is told once for the whole document.
    ///
    /// **Why it matters.** One of them adds nothing: nobody knows what the project wants to achieve, besides
    /// existing.
    ///
    /// **Example.** Project “Social desk in every village”, objective “Social desk in every village”.
    ///
    /// **How to mend it.** Write as the objective what has to change, and by how much.
    ///
    /// **Exceptions.** Only titles of three words at least are compared.
    STR068, "title-repeats-the-one-above", Note, Run::Alone(look)
}

/// A shorter title may be that of the level above.
const WORDS_MIN: usize = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let repeating: Vec<(NodeId, NodeId)> = subject
        .nodes()
        .filter(|(_, node)| node.in_body)
        .filter_map(|(id, node)| Some((id, node.title.as_deref()?, node.parent?)))
        .filter(|(_, title, parent)| {
            let above = subject.node(*parent);
            let same = |text: &str| text.len().abs_diff(title.len()) <= 2 && fold(text) == fold(title);
            let words = title.split_whitespace().nth(WORDS_MIN - 1).is_some();
            words && (above.title.as_deref().is_some_and(same) || same(above.text.trim()))
        })
        .map(|(id, _, parent)| (id, parent))
        .collect();
    let Some(((first, above), others)) = repeating.split_first() else { return };
    let node = subject.node(*first);
    let title = node.title.as_deref().unwrap_or("");
    let message = Words::new("str068-message").with("count", repeating.len()).with("title", title);
    let place = subject.place(node.line, title);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str068-hint"));
    defect.see(subject.node(*above).line, Words::new("str068-above"));
    for (other, _) in others {
        defect.see(subject.node(*other).line, Words::new("str068-other"));
    }
}
