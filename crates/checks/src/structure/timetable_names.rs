// SPDX-License-Identifier: AGPL-3.0-or-later
//! A timetable that numbers or names the activities otherwise than its sheet.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Timetable, TimetableRow};
use ambito_findings::Severity;

check! {
    /// # Il cronoprogramma nomina le attività in altro modo
    ///
    /// **Che cosa trova.** Il cronoprogramma di una scheda dà a un'attività un numero diverso da quello che ha nella
    /// scheda, o ha una riga che non somiglia a nessuna attività della scheda. È detto una volta per cronoprogramma.
    ///
    /// **Perché conta.** «Entro la fase 2» vuol dire due cose diverse secondo la tabella che si guarda, e un'attività
    /// che è solo nel cronoprogramma non ha costo né indicatore.
    ///
    /// **Esempio.** Nella scheda la mappatura è la fase 2, nel cronoprogramma la 1.
    ///
    /// **Come si corregge.** Usare nel cronoprogramma i numeri e i titoli della scheda.
    ///
    /// **Eccezioni.** Le sottofasi (1.1, 1.2) non sono confrontate.
    ///
    /// # The timetable names the activities otherwise
    ///
    /// **What it finds.** The timetable of a sheet gives an activity another number than the sheet, or has a row that
    /// resembles no activity of the sheet. It is told once for each timetable.
    ///
    /// **Why it matters.** “By the end of phase 2” means two different things depending on the table one looks at,
    /// and an activity that stands only in the timetable has neither cost nor indicator.
    ///
    /// **Example.** In the sheet the survey is phase 2, in the timetable phase 1.
    ///
    /// **How to mend it.** Use the sheet's numbers and titles in the timetable.
    ///
    /// **Exceptions.** Parts of phases (1.1, 1.2) are not compared.
    STR048, "timetable-names-other-phases", Warning, Run::Alone(look)
}

/// Letters by which two forms of one word are the same.
const STEM: usize = 6;

/// Long words that name nothing, folded.
const EMPTY: [&str; 14] = [
    "degli", "della", "delle", "dello", "nella", "nelle", "negli", "dalla", "dalle", "sulla", "sulle", "quali",
    "parte", "fasi",
];

/// An activity of the sheet.
struct Activity<'a> {
    code: &'a str,
    stems: Vec<String>,
    line: LineNo,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for table in &subject.draft.timetables {
        let Some(node) = table.node else { continue };
        let activities: Vec<Activity<'_>> = subject
            .children(node)
            .iter()
            .map(|child| subject.node(*child))
            .filter_map(|child| {
                let title = child.title.as_deref()?;
                Some(Activity { code: child.code.as_deref()?, stems: stems(title), line: child.line })
            })
            .collect();
        if activities.len() >= 2 {
            compare(subject, table, &activities, report);
        }
    }
}

fn compare(subject: &Subject<'_>, table: &Timetable, activities: &[Activity<'_>], report: &mut Report) {
    let mut renumbered: Vec<(&TimetableRow, &str, &Activity<'_>)> = Vec::new();
    let mut unknown: Vec<(&TimetableRow, &str)> = Vec::new();
    for row in &table.rows {
        let Some(label) = row.label.as_deref() else { continue };
        let words = stems(label);
        let code = row.code.as_deref().map(|code| code.trim_end_matches('.'));
        // What it is called is asked only of whole phases: a part of one has a title of its own.
        if words.is_empty() || code.is_some_and(|code| code.contains('.')) {
            continue;
        }
        let own = code.and_then(|code| activities.iter().find(|activity| activity.code == code));
        let holds_all = |activity: &&Activity<'_>| {
            activity.stems.len() > 1 && activity.stems.iter().all(|stem| words.contains(stem))
        };
        let is_part = |activity: &&Activity<'_>| words.iter().all(|word| activity.stems.contains(word));
        let shares = |activity: &Activity<'_>| activity.stems.iter().any(|stem| words.contains(stem));
        match (code, own) {
            (Some(code), Some(own)) if !shares(own) => {
                if let Some(other) = activities.iter().find(|activity| holds_all(activity) || is_part(activity)) {
                    renumbered.push((row, code, other));
                }
            }
            (Some(code), None) => {
                if let Some(other) = activities.iter().find(|activity| shares(activity)) {
                    renumbered.push((row, code, other));
                }
            }
            (None, _) if !activities.iter().any(shares) => unknown.push((row, label)),
            _ => {}
        }
    }
    tell(subject, &renumbered, &unknown, report);
}

fn tell(
    subject: &Subject<'_>,
    renumbered: &[(&TimetableRow, &str, &Activity<'_>)],
    unknown: &[(&TimetableRow, &str)],
    report: &mut Report,
) {
    if let Some(((row, code, activity), others)) = renumbered.split_first() {
        let label = row.label.as_deref().unwrap_or("");
        let place = subject.place(row.line, label);
        let message = Words::new("str048-message").with("row", label).with("number", *code).with("own", activity.code);
        let defect = report.find(place, message);
        defect.mark_only(place).instead(*code, activity.code).hint(Words::new("str048-hint"));
        defect.see(activity.line, Words::new("str048-activity"));
        for (row, ..) in others {
            defect.see(row.line, Words::new("str048-row"));
        }
    }
    if let Some(((row, label), others)) = unknown.split_first() {
        let place = subject.place(row.line, label);
        let defect = report.find(place, Words::new("str048-unknown").with("row", *label));
        defect.severity(Severity::Note).mark_only(place).hint(Words::new("str048-hint"));
        for (row, _) in others {
            defect.see(row.line, Words::new("str048-other"));
        }
    }
}

/// The beginnings of the words that say something.
fn stems(text: &str) -> Vec<String> {
    fold(text)
        .split(' ')
        .filter(|word| word.chars().count() > 4 && !EMPTY.contains(word))
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}
