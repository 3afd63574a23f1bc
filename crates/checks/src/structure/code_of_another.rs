// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes of indicators, objectives and phases that belong to another sheet.

use super::misnumbered::doubled;
use super::numbers::number_of;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{LineNo, Node, NoteCode};
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

check! {
    /// # Un codice che è di un'altra scheda
    ///
    /// **Che cosa trova.** Un indicatore, un obiettivo o una fase che sta in una scheda e porta il codice di un'altra.
    ///
    /// **Perché conta.** I programmi e le persone raccolgono per codice: la misura finisce sul progetto sbagliato e
    /// nessuno la cerca dove sta.
    ///
    /// **Esempio.** Sotto l'obiettivo 2027_OB_1101_2 sta l'indicatore M_1103_2_1.
    ///
    /// **Come si corregge.** Correggere il codice, oppure spostare la riga nella scheda a cui appartiene.
    ///
    /// **Eccezioni.** Vale dove quasi tutti i codici del documento ripetono quello della loro scheda. Una scheda persa,
    /// con tutte le sue righe, la dice STR016.
    ///
    /// # A code of another sheet
    ///
    /// **What it finds.** An indicator, an objective or a phase that stands on one sheet and carries the code of
    /// another.
    ///
    /// **Why it matters.** Programs and people gather by code: the measure ends on the wrong project, and nobody looks
    /// for it where it stands.
    ///
    /// **Example.** Under objective 2027_OB_1101_2 stands the indicator M_1103_2_1.
    ///
    /// **How to mend it.** Correct the code, or move the row to the sheet that it belongs to.
    ///
    /// **Exceptions.** It holds where nearly all codes of the document repeat that of their sheet. A lost sheet with
    /// all its rows is told by STR016.
    STR011, "code-of-another", Error, Run::Alone(look)
}

/// This share of the codes, in percent, must repeat that of their sheet for the others to be wrong.
const FITTING_PERCENT_MIN: usize = 80;
/// Fewer codes show no habit.
const CODES_MIN: usize = 4;

/// A code on a line, and the sheet it stands in.
struct Bearer<'a> {
    line: LineNo,
    code: &'a str,
    sheet: &'a Node,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let draft = subject.draft;
    let Some(objectives) = Sheets::holding(subject, draft.indicators.iter().find_map(|one| one.node)) else { return };
    let Some(projects) = objectives.uppers(subject) else { return };
    // Rows of a sheet that was lost stand in the one before it; they are told together.
    let notes = draft.notes.iter().filter(|note| note.code == NoteCode::OrphanTable);
    let lost: Vec<(LineNo, LineNo)> = notes.map(|note| (note.line, projects.next(note.line))).collect();
    let stands = |line: LineNo| {
        let before = lost.partition_point(|(from, _)| *from <= line).checked_sub(1).and_then(|at| lost.get(at));
        before.is_none_or(|(_, end)| line >= *end)
    };
    let doubled: FxHashSet<LineNo> = doubled(subject).into_iter().map(|id| subject.node(id).line).collect();
    // Under a heading with the number of another sheet nothing fits; the heading is told.
    let sound = |row: &Bearer<'_>| {
        !doubled.contains(&row.sheet.line) || !projects.0.iter().any(|node| node.line == row.sheet.line)
    };
    let headings: Vec<Bearer<'_>> = objectives
        .0
        .iter()
        .filter_map(|node| bearer(node.line, node.code.as_deref(), &projects))
        .filter(sound)
        .collect();
    let wrong: FxHashSet<LineNo> = strangers(&headings).iter().map(|row| row.line).collect();
    judge(subject, headings, report);
    let rows = draft.indicators.iter().filter(|row| stands(row.line));
    let rows = rows.filter_map(|row| bearer(row.line, row.code.as_deref(), &objectives));
    judge(subject, rows.filter(|row| !wrong.contains(&row.sheet.line)).collect(), report);
    let phases = draft.phases.iter().filter(|row| stands(row.line));
    let phases = phases.filter_map(|row| bearer(row.line, row.objective.as_deref(), &projects));
    let phases: Vec<Bearer<'_>> = phases.filter(sound).collect();
    let known: FxHashSet<&str> = subject.nodes().filter_map(|(_, node)| node.code.as_deref()).collect();
    for row in phases.iter().filter(|row| fits(row) && row.code.contains('_') && !known.contains(row.code)) {
        tell(subject, row, "str011-unknown-message", report).severity(Severity::Warning);
    }
    judge(subject, phases, report);
}

/// The nodes of one level in the body, in the order of the lines.
struct Sheets<'a>(Vec<&'a Node>);

impl<'a> Sheets<'a> {
    fn holding(subject: &Subject<'a>, node: Option<ambito_domain::planning::NodeId>) -> Option<Self> {
        let level = subject.node(node?).level.as_deref()?;
        let same = |node: &&Node| node.in_body && node.code.is_some() && node.level.as_deref() == Some(level);
        let mut sheets: Vec<&Node> = subject.nodes().map(|(_, node)| node).filter(same).collect();
        sheets.sort_by_key(|node| node.line);
        Some(Self(sheets))
    }

    /// The line of the next sheet.
    fn next(&self, line: LineNo) -> LineNo {
        self.0.get(self.0.partition_point(|node| node.line <= line)).map_or(LineNo::MAX, |node| node.line)
    }

    fn uppers(&self, subject: &Subject<'a>) -> Option<Self> {
        Self::holding(subject, self.0.iter().find_map(|node| node.parent))
    }
}

fn bearer<'a>(line: LineNo, code: Option<&'a str>, sheets: &Sheets<'a>) -> Option<Bearer<'a>> {
    let above = sheets.0.partition_point(|node| node.line <= line).checked_sub(1)?;
    Some(Bearer { line, code: code?, sheet: sheets.0.get(above)? })
}

/// Whether a code repeats what its sheet's code ends with: "M_1101_2_1" in "…_1101_2".
fn fits(bearer: &Bearer<'_>) -> bool {
    let parts: Vec<&str> = bearer.code.split('_').collect();
    // "2027_OB_1101_2": the year and the letters of the kind are not the sheet's, nor is the number of its own.
    let inner = match parts.as_slice() {
        [year, _, inner @ .., _] if year.bytes().all(|byte| byte.is_ascii_digit()) => inner,
        [_, inner @ .., _] => inner,
        _ => &[],
    };
    let own: Vec<&str> = bearer.sheet.code.as_deref().unwrap_or("").split('_').collect();
    inner.is_empty() || own.ends_with(inner)
}

/// The lines of headings of objectives with the code of another sheet.
pub(super) fn wrong_headings(subject: &Subject<'_>) -> FxHashSet<LineNo> {
    let Some(objectives) = Sheets::holding(subject, subject.draft.indicators.iter().find_map(|one| one.node)) else {
        return FxHashSet::default();
    };
    let Some(projects) = objectives.uppers(subject) else { return FxHashSet::default() };
    let headings = objectives.0.iter().filter_map(|node| bearer(node.line, node.code.as_deref(), &projects));
    strangers(&headings.collect::<Vec<_>>()).iter().map(|row| row.line).collect()
}

/// The codes that do not fit, where nearly all do.
fn strangers<'a, 'b>(bearers: &'b [Bearer<'a>]) -> Vec<&'b Bearer<'a>> {
    let strangers: Vec<&Bearer<'_>> = bearers.iter().filter(|bearer| !fits(bearer)).collect();
    let fitting = bearers.len() - strangers.len();
    if bearers.len() < CODES_MIN || fitting * 100 < bearers.len() * FITTING_PERCENT_MIN {
        return Vec::new();
    }
    strangers
}

fn judge(subject: &Subject<'_>, bearers: Vec<Bearer<'_>>, report: &mut Report) {
    for bearer in strangers(&bearers) {
        tell(subject, bearer, "str011-message", report);
    }
}

fn tell<'r>(
    subject: &Subject<'_>,
    bearer: &Bearer<'_>,
    key: &'static str,
    report: &'r mut Report,
) -> &'r mut crate::Defect {
    let place = subject.place(bearer.line, bearer.code);
    report
        .find(place, Words::new(key).with("code", bearer.code).with("sheet", number_of(bearer.sheet)))
        .found(bearer.code)
        .mark(place, Words::new("str011-mark"))
        .see(bearer.sheet.line, Words::new("str011-sheet"))
        .hint(Words::new("str011-hint"))
}
