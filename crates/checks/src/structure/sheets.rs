// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sheets of a document: which questions they ask, and what each answers.
//!
//! One question is often worded in several ways ("Quale impatto vuole raggiungere?", "Quale impatto si vuole
//! raggiungere"). Labels that begin with the same two words are one question, unless sheets ask both of them.

use crate::{Place, Subject};
use ambito_base::fold;
use ambito_domain::planning::{Field, LineNo, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

/// With fewer fields a node is no sheet.
const FIELDS_MIN: usize = 3;
/// With fewer sheets of a kind nobody can say what all of them have.
pub(super) const SHEETS_MIN: usize = 5;

/// The sheets.
#[derive(Debug)]
pub(crate) struct Sheets<'a> {
    /// The most frequent wording of each question.
    pub labels: Vec<&'a str>,
    /// The sheets in the document's order.
    pub sheets: Vec<Sheet<'a>>,
}

/// One sheet.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    /// Its node.
    pub node: NodeId,
    /// Its level.
    pub level: &'a str,
    /// What it answers, in its order.
    pub answers: Vec<Answer<'a>>,
}

/// A question and its answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer<'a> {
    /// The index of the question in [`Sheets::labels`].
    pub question: usize,
    /// The answer.
    pub field: &'a Field,
}

impl<'a> Sheets<'a> {
    /// The sheets of a document.
    pub(crate) fn of(subject: &Subject<'a>) -> Self {
        let nodes: Vec<_> = subject.nodes().filter(|(_, node)| node.fields.len() >= FIELDS_MIN).collect();
        let mut folded: FxHashMap<&'a str, (String, String)> = FxHashMap::default();
        for (_, node) in &nodes {
            for field in &node.fields {
                folded.entry(&field.label).or_insert_with(|| {
                    let whole = fold(&field.label);
                    let short = whole.split(' ').take(2).collect::<Vec<_>>().join(" ");
                    (whole, short)
                });
            }
        }
        let asked_both = asked_together(&nodes, &folded);
        let mut questions: FxHashMap<&str, usize> = FxHashMap::default();
        let mut wordings: Vec<FxHashMap<&'a str, usize>> = Vec::new();
        let mut sheets = Vec::with_capacity(nodes.len());
        for &(id, node) in &nodes {
            let mut answers = Vec::with_capacity(node.fields.len());
            for field in &node.fields {
                let (whole, short) = &folded[field.label.as_str()];
                let key = if asked_both.contains(short.as_str()) { whole } else { short };
                let next = questions.len();
                let question = *questions.entry(key).or_insert(next);
                if question == next {
                    wordings.push(FxHashMap::default());
                }
                *wordings[question].entry(&field.label).or_default() += 1;
                answers.push(Answer { question, field });
            }
            sheets.push(Sheet { node: id, level: node.level.as_deref().unwrap_or(""), answers });
        }
        let labels = wordings
            .iter()
            .map(|counts| counts.iter().max_by_key(|(label, count)| (**count, **label)).map_or("", |(label, _)| *label))
            .collect();
        Self { labels, sheets }
    }

    /// Labels that stand in a sheet with nothing beside them and that the reading did not take for fields: the sheet,
    /// the question, and the line.
    pub(super) fn bare_labels(&self, subject: &Subject<'a>) -> Vec<(&Sheet<'a>, usize, LineNo)> {
        let mut questions: FxHashMap<&str, usize> = FxHashMap::default();
        for answer in self.sheets.iter().flat_map(|sheet| &sheet.answers) {
            questions.entry(answer.field.label.trim()).or_insert(answer.question);
        }
        let mut bare = Vec::new();
        for (sheet, next) in self.sheets.iter().zip(self.sheets.iter().skip(1).map(Some).chain([None])) {
            let Some(last) = sheet.answers.iter().map(|answer| answer.field.line).max() else { continue };
            let begin = subject.node(sheet.node).line;
            let end = next.map_or(last + 1, |next| subject.node(next.node).line).min(last + 1);
            for line in begin..=end {
                let mut cells = subject.cells(line).filter(|cell| !cell.text.is_empty());
                let (Some(label), None) = (cells.next(), cells.next()) else { continue };
                let Some(&question) = questions.get(label.text) else { continue };
                // Where the answer goes on below, the label is not bare.
                let goes_on = subject.cells(line + 1).next().is_some_and(|cell| cell.text.is_empty());
                if label.column == 0 && !goes_on && sheet.answers.iter().all(|answer| answer.question != question) {
                    bare.push((sheet, question, line));
                }
            }
        }
        bare
    }

    /// The sheets of each level that has enough of them, in the order of their first sheets.
    pub(super) fn kinds(&self) -> Vec<Vec<&Sheet<'a>>> {
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let mut kinds: Vec<Vec<&Sheet<'a>>> = Vec::new();
        for sheet in &self.sheets {
            let next = kinds.len();
            let at = *places.entry(sheet.level).or_insert(next);
            if at == next {
                kinds.push(Vec::new());
            }
            kinds[at].push(sheet);
        }
        kinds.retain(|kind| kind.len() >= SHEETS_MIN);
        kinds
    }
}

/// The beginnings of labels that stand for two questions: more than one sheet in ten has both.
fn asked_together<'f>(
    nodes: &[(NodeId, &ambito_domain::planning::Node)],
    folded: &'f FxHashMap<&str, (String, String)>,
) -> FxHashSet<&'f str> {
    let mut with: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for (_, node) in nodes {
        let mut seen: FxHashMap<&str, &str> = FxHashMap::default();
        let mut both: FxHashSet<&str> = FxHashSet::default();
        for field in &node.fields {
            let (whole, short) = &folded[field.label.as_str()];
            if seen.insert(short, whole).is_some_and(|other| other != whole) {
                both.insert(short);
            }
        }
        for short in seen.keys() {
            let (has, has_both) = with.entry(short).or_default();
            *has += 1;
            *has_both += usize::from(both.contains(short));
        }
    }
    with.into_iter().filter(|(_, (has, both))| both * 10 > *has).map(|(short, _)| short).collect()
}

/// Where an answer begins: the cell beside its label, else the line of the label.
pub(super) fn answer_place(subject: &Subject<'_>, field: &Field) -> Place {
    let beside = subject.cells(field.line).filter(|cell| !cell.text.is_empty()).nth(1);
    beside.map_or_else(|| subject.whole(field.line), |cell| cell.place)
}

/// The first words of a text, with an ellipsis where there are more.
pub(super) fn opening(text: &str) -> String {
    const WORDS_SHOWN: usize = 8;
    let mut words = text.split_whitespace();
    let mut shown: Vec<&str> = words.by_ref().take(WORDS_SHOWN).collect();
    if words.next().is_some() {
        shown.push("…");
    }
    shown.join(" ")
}
