// SPDX-License-Identifier: AGPL-3.0-or-later
//! Marks of web pages that are opened and never closed.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Nel testo sono rimasti segni di pagina web
    ///
    /// **Che cosa trova.** Nel testo ci sono segni come `<ul>` o `<p>` aperti e mai chiusi. È detto una volta per
    /// tutto il documento.
    ///
    /// **Perché conta.** Chi legge vede segni senza senso, e un elenco che comincia e non finisce può nascondere che
    /// il resto è andato perso.
    ///
    /// **Esempio.** «`<ul>- incontri mensili`» senza la fine dell'elenco.
    ///
    /// **Come si corregge.** Togliere i segni, e controllare che il testo dopo ci sia tutto.
    ///
    /// **Eccezioni.** I segni chiusi nella stessa riga non contano.
    ///
    /// # Marks of web pages are left in the text
    ///
    /// **What it finds.** The text holds marks such as `<ul>` or `<p>` that are opened and never closed. It is told
    /// once for the whole document.
    ///
    /// **Why it matters.** The reader sees signs without sense, and a list that begins and does not end may hide that
    /// the rest was lost.
    ///
    /// **Example.** “`<ul>- monthly meetings`” without the end of the list.
    ///
    /// **How to mend it.** Take the marks away, and see that the text after them is all there.
    ///
    /// **Exceptions.** Marks closed on the same line do not count.
    STR062, "markup-left-over", Note, Run::Alone(look)
}

/// Marks that want an end, by their beginning.
const TAGS: [&str; 7] = ["<p", "<ul", "<ol", "<li", "<i>", "<b>", "<strong"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(u32, &str)> = Vec::new();
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        if let Some(tag) = unclosed(text) {
            found.push((line, tag));
        }
    }
    let Some(((line, tag), others)) = found.split_first() else { return };
    let place = subject.place(*line, tag);
    let defect = report.find(place, Words::new("str062-message").with("count", found.len()).with("tag", *tag));
    defect.mark_only(place).hint(Words::new("str062-hint"));
    for (other, _) in others {
        defect.see(*other, Words::new("str062-other"));
    }
}

/// The first mark of a line that is opened and closed a different number of times.
fn unclosed(text: &str) -> Option<&'static str> {
    if !text.as_bytes().contains(&b'<') {
        return None;
    }
    let mut open = [0_i32; TAGS.len()];
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at..).unwrap_or("");
        let ends = rest.starts_with("</");
        for (tag, open) in TAGS.iter().zip(&mut open) {
            let name = tag.get(1..).unwrap_or("");
            let is_it =
                if ends { rest.get(2..).is_some_and(|rest| rest.starts_with(name)) } else { rest.starts_with(tag) };
            if is_it {
                *open += if ends { -1 } else { 1 };
            }
        }
    }
    TAGS.iter().zip(open).find(|(_, open)| *open != 0).map(|(tag, _)| *tag)
}
