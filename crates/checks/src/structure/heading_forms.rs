// SPDX-License-Identifier: AGPL-3.0-or-later
//! One heading that has now one form, now another.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold_into;
use ambito_documents::blocks::LineKind;
use rustc_hash::FxHashMap;

check! {
    /// # Lo stesso titoletto ha forme diverse
    ///
    /// **Che cosa trova.** Un titoletto che torna in ogni scheda («Indicatori:») ha ora la forma di titolo, ora solo
    /// il grassetto o il corsivo. È detto una volta per ciascun titoletto.
    ///
    /// **Perché conta.** L'indice automatico e la navigazione per titoli ne perdono una parte, e chi usa un lettore
    /// di schermo non li trova.
    ///
    /// **Esempio.** «### Indicatori:» in nove schede, «**Indicatori:**» in due.
    ///
    /// **Come si corregge.** Dare a tutti lo stesso stile di titolo.
    ///
    /// **Eccezioni.** Si guardano i titoletti che tornano almeno cinque volte; i due punti alla fine non contano.
    ///
    /// # One heading has several forms
    ///
    /// **What it finds.** A heading that comes back in every sheet (“Indicators:”) has now the form of a heading, now
    /// only bold or italics. It is told once for each heading.
    ///
    /// **Why it matters.** The automatic index and the navigation by headings lose some, and who uses a screen reader
    /// does not find them.
    ///
    /// **Example.** “### Indicators:” in nine sheets, “**Indicators:**” in two.
    ///
    /// **How to mend it.** Give all of them the same style of heading.
    ///
    /// **Exceptions.** Only headings are looked at that come back five times at least; the colon at the end does not
    /// count.
    STR067, "heading-in-several-forms", Note, Run::Alone(look)
}

/// A longer line is no heading of a section.
const BYTES_MAX: usize = 48;
/// A heading of a section comes back so many times.
const TIMES_MIN: usize = 5;

/// How a heading looks: its level as a heading, 0 for none, and the marks of bold and italics before it.
type Form = (u8, u8);

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut forms: FxHashMap<String, Vec<(Form, usize, u32)>> = FxHashMap::default();
    let mut folded = String::new();
    for line in 1..=subject.lines() {
        let level = match subject.kind(line) {
            LineKind::Heading(level) => level,
            LineKind::Prose => 0,
            _ => continue,
        };
        let text = subject.line(line).trim();
        // Marks of a form stand before the first letter: a line without any, and no heading, may be anything.
        let stars = text.bytes().take_while(|byte| matches!(byte, b'*' | b'_')).count();
        if text.len() > BYTES_MAX || text.is_empty() || (level == 0 && stars == 0) {
            continue;
        }
        let form = (level, u8::try_from(stars).unwrap_or(u8::MAX));
        fold_into(text, &mut folded);
        match forms.get_mut(folded.as_str()) {
            None => _ = forms.insert(folded.clone(), vec![(form, 1, line)]),
            Some(known) => match known.iter_mut().find(|(other, ..)| *other == form) {
                Some((_, count, _)) => *count += 1,
                None => known.push((form, 1, line)),
            },
        }
    }
    let mut several: Vec<Vec<(Form, usize, u32)>> = forms
        .into_values()
        .filter(|forms| forms.len() > 1 && forms.iter().map(|(_, count, _)| count).sum::<usize>() >= TIMES_MIN)
        .collect();
    several.sort_by_key(|forms| forms.first().map(|(.., line)| *line));
    for mut forms in several {
        forms.sort_by_key(|(_, count, line)| (*count, *line));
        let Some(((_, rarest, line), others)) = forms.split_first() else { continue };
        let heading = subject.line(*line).trim().trim_matches(['*', '_', '#', ':', ' ']);
        let message = Words::new("str067-message").with("heading", heading).with("count", forms.len().to_string());
        let place = subject.whole(*line);
        let defect = report.find(place, message);
        defect.mark(place, Words::new("str067-form").with("count", *rarest));
        defect.hint(Words::new("str067-hint"));
        for (_, count, line) in others {
            defect.see(*line, Words::new("str067-form").with("count", *count));
        }
    }
}
