// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of costs that number or name the activities of a sheet otherwise than the sheet.

use super::numbers::kindred;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Node, NodeId};
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

/// Words that begin with so many of the same letters are one word.
const STEM_CHARS: usize = 5;

check! {
    /// # Le attività hanno altri numeri o nomi nei costi
    ///
    /// **Che cosa trova.** La tabella dei costi di un progetto dà a un'attività un altro numero che il testo, oppure
    /// un titolo che non somiglia al suo.
    ///
    /// **Perché conta.** I costi vanno sull'attività sbagliata, e chi rendiconta non sa quale delle due tabelle
    /// seguire.
    ///
    /// **Esempio.** Nel testo l'attività A1 è «Avvio del gruppo» e la A2 «Formazione»; nei costi la A1 è «
    /// Formazione».
    ///
    /// **Come si corregge.** Usare nella tabella i numeri e i titoli della descrizione delle attività.
    ///
    /// **Eccezioni.** Si confrontano le parole dei titoli. Un titolo che non somiglia, con il numero giusto, è una
    /// nota. È detto una volta per tabella. Il cronoprogramma lo guarda STR048.
    ///
    /// # The activities have other numbers or names in the costs
    ///
    /// **What it finds.** The table of costs of a project gives an activity another number than the text, or a title
    /// unlike its own.
    ///
    /// **Why it matters.** The costs go to the wrong activity, and who accounts for them does not know which table to
    /// follow.
    ///
    /// **Example.** In the text activity A1 is “Start of the group” and A2 is “Training”; in the costs A1 is
    /// “Training”.
    ///
    /// **How to mend it.** Use the numbers and titles of the description of the activities in the table.
    ///
    /// **Exceptions.** The words of the titles are compared. A title unlike it, with the right number, is a note. It
    /// is said once a table. STR048 looks at the timetable.
    STR025, "activity-number-differs", Warning, Run::Alone(look)
}

/// Rows of one table with their number and title.
struct Row<'a> {
    code: &'a str,
    title: &'a str,
    line: LineNo,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let draft = subject.draft;
    for costs in draft.resources.chunk_by(|left, right| left.node == right.node && left.kind == right.kind) {
        let rows = costs.iter().filter_map(|cost| {
            let (code, title) = numbered(&cost.activity)?;
            Some(Row { code, title, line: cost.line })
        });
        compare(subject, costs.first().and_then(|cost| cost.node), &rows.collect::<Vec<_>>(), report);
    }
}

/// "A2 - Regole comuni" in its number and its title.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|char: char| !(char.is_ascii_alphanumeric() || char == '.'))?;
    let (code, title) = text.split_at(end);
    let title = title.trim_start_matches(|char: char| char.is_whitespace() || matches!(char, '-' | '–' | ':' | '.'));
    (code.len() <= 4 && code.bytes().any(|byte| byte.is_ascii_digit()) && !title.is_empty()).then_some((code, title))
}

fn compare(subject: &Subject<'_>, node: Option<NodeId>, rows: &[Row<'_>], report: &mut Report) {
    let Some(node) = node.filter(|_| rows.len() > 1) else { return };
    let activities: Vec<(&Node, FxHashSet<String>)> = subject
        .children(node)
        .iter()
        .map(|id| subject.node(*id))
        .filter(|node| node.in_body && node.code.is_some())
        .filter_map(|node| Some((node, words(node.title.as_deref()?))))
        .collect();
    let codes: FxHashSet<&str> = rows.iter().map(|row| row.code).collect();
    let steps = codes.len() < rows.len();
    let mut wrong: Vec<(&Row<'_>, &Node)> = Vec::new();
    for row in rows {
        let own = words(row.title);
        let mut best: Vec<(usize, &Node)> =
            activities.iter().map(|(node, title)| (own.intersection(title).count(), *node)).collect();
        best.sort_by_key(|(common, _)| std::cmp::Reverse(*common));
        // Only a title that is clearly that of one activity says which number it should have.
        let [(first, meant), rest @ ..] = best.as_slice() else { continue };
        let second = rest.first().map_or(0, |(common, _)| *common);
        let known = activities.iter().any(|(node, _)| node.code.as_deref() == Some(row.code)) || row.code == "0";
        // Several rows of one number are steps of the activity: only the whole title of another says that it is meant.
        let enough = if steps {
            activities.iter().any(|(node, title)| node.line == meant.line && title.len() == *first && *first > 1)
        } else {
            first * 2 >= own.len()
        };
        if known && enough && *first > second && meant.code.as_deref() != Some(row.code) {
            wrong.push((row, meant));
        }
    }
    tell(subject, &wrong, report);
    if wrong.is_empty() && !steps {
        titles(subject, rows, &activities, report);
    }
}

/// Rows whose title has little in common with that of their activity.
fn titles(subject: &Subject<'_>, rows: &[Row<'_>], activities: &[(&Node, FxHashSet<String>)], report: &mut Report) {
    let mut found: Vec<(&Row<'_>, &Node)> = Vec::new();
    for row in rows {
        let activity = activities.iter().find(|(node, _)| node.code.as_deref() == Some(row.code));
        let title = activity.and_then(|(node, _)| node.title.as_deref());
        if let (Some((node, _)), Some(title)) = (activity, title)
            && !kindred(title, row.title)
            && !like(row.title, title, &node.text)
        {
            found.push((row, node));
        }
    }
    let Some(((row, node), others)) = found.split_first() else { return };
    let place = subject.place(row.line, row.title);
    let message = Words::new("str025-title-message").with("count", found.len()).with("code", row.code);
    let defect = report.find(place, message.with("title", row.title)).severity(Severity::Note);
    defect.mark(place, Words::new("str025-title-mark").with("title", node.title.as_deref().unwrap_or("")));
    defect.see(node.line, Words::new("str025-body").with("own", row.code)).hint(Words::new("str025-title-hint"));
    for (row, node) in others {
        let title = node.title.as_deref().unwrap_or("");
        defect.see(row.line, Words::new("str025-title-mark").with("title", title));
    }
}

/// Whether most words of a row are in the title or the description of the activity, whatever their endings.
fn like(row: &str, title: &str, text: &str) -> bool {
    let stem = |word: String| word.chars().take(STEM_CHARS).collect::<String>();
    let stems = |text: &str| words(text).into_iter().map(stem).collect::<FxHashSet<String>>();
    let (own, title) = (stems(row), stems(title));
    let near = |other: &FxHashSet<String>, of: usize| own.intersection(other).count() * 2 >= of && of > 0;
    near(&title, own.len().min(title.len())) || near(&stems(text), own.len())
}

fn words(text: &str) -> FxHashSet<String> {
    fold(text).split(' ').filter(|word| word.len() > 3).map(str::to_owned).collect()
}

fn tell(subject: &Subject<'_>, wrong: &[(&Row<'_>, &Node)], report: &mut Report) {
    let Some(((row, meant), _)) = wrong.split_first() else { return };
    let own = meant.code.as_deref().unwrap_or("");
    let cell = subject.cells(row.line).find(|cell| cell.text.starts_with(row.code));
    let place = cell.map_or_else(|| subject.place(row.line, row.code), |cell| cell.place);
    let message = Words::new("str025-message").with("count", wrong.len()).with("written", row.code);
    let defect = report.find(place, message.with("title", row.title).with("own", own)).instead(row.code, own);
    defect.mark(place, Words::new("str025-mark").with("own", own)).hint(Words::new("str025-hint"));
    defect.see(meant.line, Words::new("str025-body").with("own", own));
    for (row, meant) in &wrong[1..] {
        let own = meant.code.as_deref().unwrap_or("");
        defect.see(row.line, Words::new("str025-mark").with("own", own));
    }
}
