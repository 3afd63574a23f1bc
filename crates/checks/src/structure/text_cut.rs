// SPDX-License-Identifier: AGPL-3.0-or-later
//! Titles, phases and answers that end before their sentence does.

use super::sheets::{answer_place, opening};
use super::table_runs::costs;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::LineNo;
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # Il testo è tagliato
    ///
    /// **Che cosa trova.** Un titolo, una fase, una riga di cronoprogramma o una risposta finisce con una parola che
    /// ne vuole un'altra («tramite», «con», «della»), con due punti, o con una parentesi aperta e mai chiusa; oppure
    /// il nome di una riga comincia a metà di una parola («sabile d'area» per «Responsabile d'area»).
    ///
    /// **Perché conta.** Manca il pezzo che diceva la cosa: con chi, per mezzo di che cosa, entro quando.
    ///
    /// **Esempio.** Fase 3: «Raccolta dei pareri tramite».
    ///
    /// **Come si corregge.** Completare il testo dall'originale.
    ///
    /// **Eccezioni.** Nei titoli degli indicatori «entro il» e «> di» alla fine sono giusti: il valore è nella cella
    /// accanto. Un testo che finisce con due punti o punto e virgola è una nota.
    ///
    /// # The text is cut off
    ///
    /// **What it finds.** A title, a phase, a row of a timetable or an answer ends with a word that wants another
    /// (“through”, “with”, “of the”), with a colon, or with a parenthesis that is never closed; or the name of a row
    /// begins in the middle of a word.
    ///
    /// **Why it matters.** The piece is missing that said the thing: with whom, by which means, by when.
    ///
    /// **Example.** Phase 3: “Gathering of opinions through”.
    ///
    /// **How to mend it.** Complete the text from the original.
    ///
    /// **Exceptions.** In titles of indicators “by” and “more than” at the end are right: the value is in the next
    /// cell. A text that ends with a colon or a semicolon is a note.
    STR055, "text-cut-off", Warning, Run::Alone(look)
}

/// Words that want another after them.
const WANTING: [&str; 46] = [
    "di",
    "da",
    "del",
    "della",
    "dei",
    "delle",
    "degli",
    "dello",
    "con",
    "per",
    "tramite",
    "mediante",
    "attraverso",
    "e",
    "ed",
    "il",
    "la",
    "le",
    "lo",
    "gli",
    "un",
    "una",
    "nel",
    "nella",
    "nei",
    "nelle",
    "al",
    "alla",
    "ai",
    "alle",
    "agli",
    "dal",
    "dalla",
    "dai",
    "dalle",
    "sul",
    "sulla",
    "sui",
    "tra",
    "fra",
    "che",
    "presso",
    "verso",
    "entro",
    "secondo",
    "nonché",
];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut open_lists: Vec<(Place, &str)> = Vec::new();
    for (_, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        if let Some(title) = &node.title {
            judge(subject, node.line, title, report, Severity::Warning);
        }
        let text = node.text.trim_end();
        if text.ends_with(';')
            && let Some(last) = text.lines().last()
        {
            let line = line_of(subject, node.line, last);
            open_lists.push((subject.place(line, last.trim()), last));
        }
    }
    if let Some(((place, last), others)) = open_lists.split_first() {
        let defect = tell(report, *place, Words::new("str055-colon").with("end", tail(last)));
        defect.severity(Severity::Note);
        for (place, _) in others {
            defect.see(place.line, Words::new("str055-again"));
        }
    }
    for phase in &subject.draft.phases {
        // "… by" is completed by the date in the next column: only the sentence is left open.
        let dated = phase.to.is_some() && phase.title.trim_end().to_lowercase().ends_with("entro il");
        judge(subject, phase.line, &phase.title, report, if dated { Severity::Note } else { Severity::Warning });
        if phase.title.trim_end().ends_with(':') {
            let place = subject.place(phase.line, phase.title.trim());
            tell(report, place, Words::new("str055-colon").with("end", tail(&phase.title))).severity(Severity::Note);
        }
    }
    for row in subject.draft.timetables.iter().flat_map(|table| &table.rows) {
        if let Some(label) = &row.label {
            judge(subject, row.line, label, report, Severity::Warning);
        }
    }
    for answer in subject.sheets().sheets.iter().flat_map(|sheet| &sheet.answers) {
        let value = answer.field.value.trim_end();
        let place = || answer_place(subject, answer.field);
        if wants_more(value) {
            tell(report, place(), Words::new("str055-message").with("end", tail(value)));
        } else if value.ends_with(':') && subject.kind(answer.field.line) == LineKind::Row {
            let words = Words::new("str055-colon").with("end", tail(value));
            tell(report, place(), words).severity(Severity::Note);
        }
    }
    begun_late(subject, report);
}

fn judge(subject: &Subject<'_>, line: LineNo, text: &str, report: &mut Report, severity: Severity) {
    let text = text.trim();
    if wants_more(text) {
        let words = Words::new("str055-message").with("end", tail(text));
        let place = end_place(subject, line, text);
        tell(report, place, words).severity(severity).mark_only(place);
    } else if unclosed(text) {
        let words = Words::new("str055-open").with("text", opening(text)).with("end", tail(text));
        let place = end_place(subject, line, text);
        tell(report, place, words).mark_only(place);
    }
}

/// The last words of a text, where it is cut.
fn end_place(subject: &Subject<'_>, line: LineNo, text: &str) -> Place {
    let words: Vec<&str> = text.split_whitespace().collect();
    let tail = words.get(words.len().saturating_sub(2)..).unwrap_or_default().join(" ");
    let found = || (line..=line + 3).find_map(|line| subject.find(line, &tail, 0));
    subject
        .find(line, text, 0)
        .and_then(|whole| {
            let from = (whole.end - subject.line_start(line)) as usize;
            subject.find(line, &tail, from.saturating_sub(tail.len()))
        })
        .or_else(found)
        .unwrap_or_else(|| subject.place(line, text))
}

fn tell(report: &mut Report, place: Place, words: Words) -> &mut crate::Defect {
    report.find(place, words).hint(Words::new("str055-hint"))
}

fn wants_more(text: &str) -> bool {
    let text = text.trim_end();
    let Some((before, last)) = text.rsplit_once(|char: char| char.is_whitespace() || char == '\'' || char == '’')
    else {
        return false;
    };
    // One letter may be a name: "plesso A", "fase e".
    !before.trim().is_empty() && WANTING.contains(&last) && !before.ends_with(['«', '“', '"'])
}

pub(super) fn unclosed(text: &str) -> bool {
    let open = |opening, closing| match (text.rfind(opening), text.rfind(closing)) {
        (Some(opened), Some(closed)) => opened > closed,
        (opened, _) => opened.is_some(),
    };
    open('(', ')') || open('“', '”') || open('«', '»')
}

/// The last words of a text.
fn tail(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.get(words.len().saturating_sub(4)..).unwrap_or_default().join(" ")
}

/// The line at or below another on which a text stands.
fn line_of(subject: &Subject<'_>, from: LineNo, text: &str) -> LineNo {
    const LINES_MAX: u32 = 60;
    let start: String = text.trim().chars().take(40).collect();
    (from..=subject.lines()).take(LINES_MAX as usize).find(|line| subject.line(*line).contains(&start)).unwrap_or(from)
}

/// Names of rows of costs that are the end of another row's name, cut within a word.
fn begun_late(subject: &Subject<'_>, report: &mut Report) {
    let tables = costs(subject);
    let rows = || tables.iter().flat_map(|table| table.rows);
    // The last two words, to find the whole name by.
    let key = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.get(words.len().checked_sub(2)?..).map(|words| words.join(" "))
    };
    let mut names: FxHashMap<String, Vec<&ambito_domain::planning::Resource>> = FxHashMap::default();
    for row in rows() {
        if let Some(key) = key(&row.activity) {
            let same = names.entry(key).or_default();
            if same.len() < 8 && same.iter().all(|other| other.activity != row.activity) {
                same.push(row);
            }
        }
    }
    for row in rows().filter(|row| row.activity.starts_with(char::is_lowercase)) {
        let others = key(&row.activity).and_then(|key| names.get(&key));
        let cut_from = |other: &&&ambito_domain::planning::Resource| {
            other.activity.strip_suffix(row.activity.as_str()).is_some_and(|rest| rest.ends_with(char::is_alphabetic))
        };
        let Some(whole) = others.and_then(|others| others.iter().find(cut_from)) else { continue };
        let place = subject.place(row.line, &row.activity);
        let words = Words::new("str055-begin").with("text", &row.activity).with("whole", &whole.activity);
        tell(report, place, words)
            .mark_only(place)
            .instead(&row.activity, &whole.activity)
            .see(whole.line, Words::new("str055-whole"));
    }
}
