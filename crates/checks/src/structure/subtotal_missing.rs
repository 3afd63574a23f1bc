// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of subtotals that a summary lacks or leaves empty.

use super::misnumbered::doubled;
use crate::check::{Run, check};
use crate::subject::amount_in;
use crate::{Cell, Report, Subject, Words};
use ambito_base::{Cents, fold};
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::{LineNo, Node, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Un totale parziale che manca o è vuoto
    ///
    /// **Che cosa trova.** Nel riepilogo ogni azione, obiettivo e indirizzo si chiude con la riga del suo totale; per
    /// uno di loro la riga manca, oppure è vuota mentre sotto ci sono importi.
    ///
    /// **Perché conta.** Chi legge prende per totale dell'obiettivo quello che viene dopo, e chi somma i totali ne
    /// perde uno.
    ///
    /// **Esempio.** «Totale Obiettivo» è vuoto sotto due progetti da 250.000,00 e 50.000,00.
    ///
    /// **Come si corregge.** Scrivere la riga con il suo importo, oppure togliere quella vuota se l'obiettivo continua
    /// sotto.
    ///
    /// **Eccezioni.** Un totale vuoto sotto progetti senza importo è giusto. Se il riepilogo in generale non ha totali
    /// di un livello non è detto nulla.
    ///
    /// # A subtotal that is missing or empty
    ///
    /// **What it finds.** In the summary every action, objective and policy ends with the row of its total; for one of
    /// them the row is missing, or is empty while there are amounts above it.
    ///
    /// **Why it matters.** Readers take the next total for that of the objective, and who adds up the totals loses one.
    ///
    /// **Example.** “Objective total” is empty below two projects of 250,000.00 and 50,000.00.
    ///
    /// **How to mend it.** Write the row with its amount, or take the empty one out if the objective goes on below.
    ///
    /// **Exceptions.** An empty total below projects without an amount is right. Where a summary in general has no
    /// totals of a level nothing is said.
    STR024, "subtotal-missing", Warning, Run::Alone(look)
}

/// First words of a row of a total.
const TOTALS: [&str; 4] = ["totale", "totali", "subtotale", "tot"];
/// This share of the groups of a level, in percent, must end with a total for the others to lack it.
const CLOSED_PERCENT_MIN: usize = 70;
/// Fewer groups show no habit.
const GROUPS_MIN: usize = 3;
/// How many lines behind the last project its totals may stand.
const LINES_BEHIND_MAX: u32 = 10;

/// A project in the summary: its row, and what it stands under, from the top.
struct Row {
    line: LineNo,
    amount: Option<Cents>,
    path: Vec<NodeId>,
}

/// A row of a total.
struct TotalRow<'a> {
    line: LineNo,
    label: Cell<'a>,
    word: String,
    empty: bool,
}

/// What is to be told of a level, once its habit is known.
enum Fault<'a> {
    Missing { level: &'a str, node: NodeId, last: LineNo, next: Option<LineNo> },
    Empty { node: NodeId, total: TotalRow<'a>, amounts: Vec<LineNo>, sum: Cents },
    Early { node: NodeId, total: TotalRow<'a>, next: LineNo },
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let rows = rows(subject);
    // Rows of a number that two sheets have may hang from the wrong one.
    let doubled = if rows.is_empty() { FxHashSet::default() } else { doubled(subject) };
    if doubled.iter().any(|id| subject.node(*id).summary.is_some()) {
        return;
    }
    let mut habit: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    let mut faults: Vec<Fault<'_>> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let next = rows.get(at + 1);
        let kept =
            next.map_or(0, |next| row.path.iter().zip(&next.path).take_while(|(one, other)| one == other).count());
        let mut totals = totals_behind(subject, row.line, next.map(|next| next.line));
        for (depth, id) in row.path.iter().enumerate().skip(1) {
            let node = subject.node(*id);
            let Some(level) = node.level.as_deref() else { continue };
            let place = totals.iter().position(|total| names(&total.word, level));
            let total = place.map(|place| totals.remove(place));
            let (closed, all) = habit.entry(level).or_default();
            if depth >= kept {
                *all += 1;
                *closed += usize::from(total.is_some());
            }
            match (total, next) {
                (None, _) if depth >= kept => {
                    // The group ends with the totals of what is in it.
                    let lower = row.path.get(depth + 1..).unwrap_or_default();
                    let lower = |word: &str| {
                        lower.iter().any(|id| level_of(subject, *id).is_some_and(|level| names(word, level)))
                    };
                    let last = totals.iter().filter(|total| lower(&total.word)).map(|total| total.line).max();
                    let last = last.unwrap_or(row.line);
                    faults.push(Fault::Missing { level, node: *id, last, next: next.map(|next| next.line) });
                }
                (Some(total), Some(next)) if depth < kept && total.empty => {
                    faults.push(Fault::Early { node: *id, total, next: next.line });
                }
                (Some(total), _) if depth >= kept && total.empty => {
                    let (amounts, sum) = group(&rows[..=at], depth);
                    if sum != Cents::ZERO {
                        faults.push(Fault::Empty { node: *id, total, amounts, sum });
                    }
                }
                _ => {}
            }
        }
    }
    tell(subject, faults, &habit, report);
}

fn rows(subject: &Subject<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = subject
        .nodes()
        .filter_map(|(_, node)| {
            let summary = node.summary?;
            Some(Row { line: summary.line, amount: summary.amount, path: path(subject, node) })
        })
        .collect();
    rows.sort_by_key(|row| row.line);
    rows
}

/// The centre, then what the summary's path names down to the project.
fn path(subject: &Subject<'_>, node: &Node) -> Vec<NodeId> {
    let centre = node.also_under.iter().copied().find(|id| subject.node(*id).parent.is_none());
    let mut path = Vec::new();
    let mut at = node.parent;
    while let Some(id) = at.filter(|_| path.len() < 16) {
        path.push(id);
        at = subject.node(id).parent;
    }
    path.reverse();
    if let (Some(first), Some(centre)) = (path.first_mut(), centre) {
        *first = centre;
    }
    path
}

/// The totals between a row and the next.
fn totals_behind<'a>(subject: &Subject<'a>, line: LineNo, next: Option<LineNo>) -> Vec<TotalRow<'a>> {
    let end = next.unwrap_or(LineNo::MAX).min(line.saturating_add(LINES_BEHIND_MAX + 1)).min(subject.lines() + 1);
    let mut found = Vec::new();
    for line in line + 1..end {
        match subject.kind(line) {
            LineKind::Row => {}
            LineKind::Blank | LineKind::PageBreak => continue,
            _ => break,
        }
        let Some(label) = subject.cells(line).find(|cell| !cell.text.is_empty()) else { continue };
        let folded = fold(label.text);
        let Some((first, word)) = folded.split_once(' ') else { continue };
        if TOTALS.contains(&first) {
            let empty = !subject.cells(line).any(|cell| amount_in(cell.text).is_some());
            found.push(TotalRow { line, label, word: word.to_owned(), empty });
        }
    }
    found
}

fn level_of<'a>(subject: &Subject<'a>, id: NodeId) -> Option<&'a str> {
    subject.node(id).level.as_deref()
}

/// "Totale Obiettivo" is that of an "obiettivo strategico".
fn names(word: &str, level: &str) -> bool {
    let level = fold(level);
    level == word || level.split(' ').next() == Some(word)
}

/// The amounts of the last group at a depth, and their sum.
fn group(rows: &[Row], depth: usize) -> (Vec<LineNo>, Cents) {
    let Some(path) = rows.last().and_then(|row| row.path.get(..=depth)) else { return (Vec::new(), Cents::ZERO) };
    let same = rows.iter().rev().take_while(|row| row.path.get(..=depth) == Some(path));
    let mut lines = Vec::new();
    let mut sum = Cents::ZERO;
    for row in same {
        if let Some(amount) = row.amount {
            lines.push(row.line);
            sum = sum.checked_add(amount).unwrap_or(sum);
        }
    }
    (lines, sum)
}

fn tell(subject: &Subject<'_>, faults: Vec<Fault<'_>>, habit: &FxHashMap<&str, (usize, usize)>, report: &mut Report) {
    let mut early: Vec<(NodeId, TotalRow<'_>, LineNo)> = Vec::new();
    for fault in faults {
        match fault {
            Fault::Missing { level, node, last, next } => {
                let (closed, all) = habit.get(level).copied().unwrap_or_default();
                if all >= GROUPS_MIN && closed * 100 >= all * CLOSED_PERCENT_MIN {
                    missing(subject, level, subject.node(node), (last, next), report);
                }
            }
            Fault::Empty { node, total, amounts, sum } => {
                let title = subject.node(node).title.as_deref().unwrap_or("");
                let words = Words::new("str024-empty-message").with("label", total.label.text).with("title", title);
                let defect = report.find(total.label.place, words.with("amount", sum));
                defect.mark(total.label.place, Words::new("str024-mark").with("kind", "empty").with("title", title));
                for line in amounts {
                    defect.see(line, Words::new("str024-row"));
                }
                defect.hint(Words::new("str024-hint"));
            }
            Fault::Early { node, total, next } => early.push((node, total, next)),
        }
    }
    for group in early.chunk_by(|left, right| left.0 == right.0) {
        in_the_middle(subject, group, report);
    }
}

fn missing(
    subject: &Subject<'_>,
    level: &str,
    node: &Node,
    (last, next): (LineNo, Option<LineNo>),
    report: &mut Report,
) {
    let title = node.title.as_deref().unwrap_or("");
    let place = subject.whole(last);
    let label = level.split(' ').next().unwrap_or(level);
    let mut letters = label.chars();
    let label: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let defect = report.find(place, Words::new("str024-message").with("label", label).with("title", title));
    defect.mark(place, Words::new("str024-mark").with("kind", "missing").with("title", title));
    if let Some(next) = next {
        defect.see(next, Words::new("str024-next"));
    }
    defect.hint(Words::new("str024-hint"));
}

fn in_the_middle(subject: &Subject<'_>, group: &[(NodeId, TotalRow<'_>, LineNo)], report: &mut Report) {
    let Some(((node, total, next), others)) = group.split_first() else { return };
    let title = subject.node(*node).title.as_deref().unwrap_or("");
    let words = Words::new("str024-early-message").with("label", total.label.text).with("title", title);
    let defect = report.find(total.label.place, words);
    defect.mark(total.label.place, Words::new("str024-mark").with("kind", "empty").with("title", title));
    defect.see(*next, Words::new("str024-more"));
    for (_, total, _) in others {
        defect.see(total.line, Words::new("str024-early"));
    }
    defect.hint(Words::new("str024-early-hint"));
}
