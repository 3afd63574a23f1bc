// SPDX-License-Identifier: AGPL-3.0-or-later
//! One question of the sheets, worded in several ways.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::LineNo;
use rustc_hash::FxHashMap;

check! {
    /// # Un'etichetta è scritta in più modi
    ///
    /// **Che cosa trova.** Le schede pongono la stessa domanda con parole un po' diverse: un verbo cambiato, un
    /// trattino con o senza spazi, un punto in più. Ogni etichetta è detta una volta, con un posto per ciascun modo.
    ///
    /// **Perché conta.** Chi cerca un campo o raccoglie le schede in una tabella ne perde una parte; e un verbo al
    /// passato in un piano cambia la domanda.
    ///
    /// **Esempio.** «Quale impatto vuole raggiungere?» e «Quale impatto ha avuto l'intervento».
    ///
    /// **Come si corregge.** Usare in tutte le schede la stessa etichetta.
    ///
    /// **Eccezioni.** Apostrofi diritti e curvi e spazi doppi non contano.
    ///
    /// # A label is written in several ways
    ///
    /// **What it finds.** The sheets ask one question in slightly different words: another verb, a hyphen with or
    /// without spaces, one more full stop. Each label is told once, with one place for each wording.
    ///
    /// **Why it matters.** Who looks for a field or gathers the sheets into a table loses some; and a verb in the
    /// past changes the question of a plan.
    ///
    /// **Example.** “Which impact do you aim at?” and “Which impact did it have”.
    ///
    /// **How to mend it.** Use the same label in all sheets.
    ///
    /// **Exceptions.** Straight and curly apostrophes and double spaces do not count.
    STR038, "label-in-several-ways", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let mut ways: Vec<Vec<Way<'_>>> = sheets.labels.iter().map(|_| Vec::new()).collect();
    let mut known: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    for answer in sheets.sheets.iter().flat_map(|sheet| &sheet.answers) {
        let label = answer.field.label.as_str();
        let ways = &mut ways[answer.question];
        let at = *known.entry((answer.question, label)).or_insert_with(|| {
            let plain = plain(label);
            ways.iter().position(|way| way.plain == plain).unwrap_or_else(|| {
                ways.push(Way { label, plain, count: 0, line: answer.field.line });
                ways.len() - 1
            })
        });
        ways[at].count += 1;
    }
    for ways in ways.iter_mut().filter(|ways| ways.len() > 1) {
        ways.sort_by_key(|way| (std::cmp::Reverse(way.count), way.line));
        let [usual, others @ ..] = ways.as_slice() else { continue };
        let Some(rarest) = others.last() else { continue };
        let message = Words::new("str038-message").with("label", usual.label).with("count", ways.len().to_string());
        let place = subject.place(rarest.line, rarest.label);
        let defect = report.find(place, message);
        defect.mark_only(place).instead(rarest.label, usual.label);
        defect.hint(Words::new("str038-hint").with("label", usual.label));
        for way in ways.iter().filter(|way| way.line != rarest.line) {
            defect
                .see(way.line, Words::new("str038-way").with("label", way.label).with("count", way.count.to_string()));
        }
    }
}

/// One wording of a label.
struct Way<'a> {
    label: &'a str,
    plain: String,
    count: usize,
    line: LineNo,
}

/// The label without what is no difference.
fn plain(label: &str) -> String {
    label.replace(['’', '`', '´', '‘'], "'").split_whitespace().collect::<Vec<_>>().join(" ")
}
