// SPDX-License-Identifier: AGPL-3.0-or-later
//! One plan given in two forms, with a figure that is not the same in both.

use super::allocation_columns::Columns;
use super::figures::figures;
use crate::check::{Run, check};
use crate::{Cell, Datum, Place, Report, Subject, Words};
use ambito_base::{Cents, Decimal, Share, fold, parse_date};
use ambito_domain::planning::comparison::{Change, ChangeKind, FieldName, RecordKind, Value, compare};
use ambito_domain::planning::{LineNo, NodeId, PlanDraft};
use rustc_hash::FxHashMap;

/// Of a hundred nodes, how many must be in both readings before they are one plan.
const NODES_SHARED_PERCENT_MIN: usize = 80;

/// Of a hundred records, how many may differ in a figure before it is not the same plan.
const FIGURES_DIFFERENT_PERCENT_MAX: usize = 10;

/// So many different figures are told however small the plan is.
const FIGURES_DIFFERENT_ALWAYS: usize = 3;

check! {
    /// # Lo stesso piano in due forme ha cifre diverse
    ///
    /// **Che cosa trova.** Due dei documenti dati insieme sono lo stesso piano in due forme (il testo del PDF e quello di
    /// lavoro, il Markdown e la pagina): gli elementi coincidono, ma un importo, un valore atteso, una quota o una data no.
    ///
    /// **Perché conta.** Chi ha in mano l'una lavora su cifre che l'altra smentisce, e non si sa quale sia stata approvata.
    ///
    /// **Esempio.** Nel testo lo sportello ha 98.042,40, nella copia pubblicata 89.042,40.
    ///
    /// **Come si corregge.** Guardare l'atto approvato e correggere la forma che se ne scosta.
    ///
    /// **Eccezioni.** Due versioni, date o periodi diversi non sono due forme: per quelli c'è il confronto. Se le cifre
    /// diverse sono molte i documenti sono due piani e non si dice nulla.
    ///
    /// # One plan in two forms has different figures
    ///
    /// **What it finds.** Two of the documents given together are one plan in two forms (the text of the PDF and the working
    /// copy, the Markdown and the page): the nodes are the same, but an amount, a target, a share or a date is not.
    ///
    /// **Why it matters.** Who holds one of them works with figures that the other denies, and nobody knows which was approved.
    ///
    /// **Example.** In the text the help desk has 98,042.40, in the published copy 89,042.40.
    ///
    /// **How to mend it.** Look at the act that was approved and correct the form that differs from it.
    ///
    /// **Exceptions.** Different versions, dates or periods are not two forms: compare them instead. Where many figures
    /// differ the documents are two plans and nothing is said.
    SUM021, "two-forms-differ", Error, Run::Together(look)
}

fn look(subjects: &[Subject<'_>], report: &mut Report) {
    let mut firsts: FxHashMap<(&str, String, String), usize> = FxHashMap::default();
    for (at, subject) in subjects.iter().enumerate() {
        let Some(key) = key_of(subject.draft) else { continue };
        match firsts.get(&key) {
            Some(&first) => two(subjects, first, at, report),
            None => {
                firsts.insert(key, at);
            }
        }
    }
}

/// What two forms of one plan have in common.
fn key_of(draft: &PlanDraft) -> Option<(&'static str, String, String)> {
    let family = draft.family?.word();
    Some((family, fold(draft.title.as_deref()?), format!("{:?}", draft.period)))
}

/// Whether two documents may be two forms of one plan: other checks leave such pairs to this one.
pub(super) fn may_be_one_plan(left: &PlanDraft, right: &PlanDraft) -> bool {
    key_of(left).is_some_and(|key| key_of(right) == Some(key))
}

fn two(subjects: &[Subject<'_>], first: usize, second: usize, report: &mut Report) {
    let [old, new] = [subjects[first].draft, subjects[second].draft];
    let other = |left: &Option<String>, right: &Option<String>| matches!((left, right), (Some(left), Some(right)) if fold(left) != fold(right));
    let issued = matches!((old.issued, new.issued), (Some(left), Some(right)) if left != right);
    if issued || other(&old.version, &new.version) || other(&old.act, &new.act) || other(&old.body, &new.body) {
        return;
    }
    let comparison = compare(old, new);
    let nodes = |kind| {
        comparison.changes.iter().filter(|change| change.record == RecordKind::Node && change.kind == kind).count()
    };
    let shared = |all: usize, gone: usize| all.saturating_sub(gone) * 100 >= all * NODES_SHARED_PERCENT_MIN;
    if !shared(old.nodes.len(), nodes(ChangeKind::Removed)) || !shared(new.nodes.len(), nodes(ChangeKind::Added)) {
        return;
    }
    let figures: Vec<&Change<'_>> = comparison.changes.iter().filter(|change| figure_key(change).is_some()).collect();
    let many = figures.len() * 100 > records(new) * FIGURES_DIFFERENT_PERCENT_MAX;
    if many && figures.len() > FIGURES_DIFFERENT_ALWAYS {
        return;
    }
    for change in figures {
        tell(subjects, [first, second], &comparison.path(change), change, report);
    }
}

fn records(draft: &PlanDraft) -> usize {
    draft.indicators.len()
        + draft.phases.len()
        + draft.budget_lines.len()
        + draft.efforts.len()
        + draft.allocations.len()
        + draft.resources.len()
        + draft.totals.len()
        + draft.amounts.len()
}

fn tell(
    subjects: &[Subject<'_>],
    [first, second]: [usize; 2],
    path: &[String],
    change: &Change<'_>,
    report: &mut Report,
) {
    let (Some(key), Some(found), Some(expected)) = (figure_key(change), datum(&change.new), datum(&change.old)) else {
        return;
    };
    let line = line_of(subjects[second].draft, change.new_node, change.new_line, change.field);
    let old_line = line_of(subjects[first].draft, change.old_node, change.old_line, change.field);
    let name = match (change.label.as_str(), path.last()) {
        (_, Some(node)) if change.record == RecordKind::Amount => node.clone(),
        ("", Some(node)) => node.clone(),
        ("", None) => subjects[second].draft.title.clone().unwrap_or_default(),
        (label, _) => label.to_owned(),
    };
    let place = own_place(&subjects[second], line, change)
        .unwrap_or_else(|| place_of(&subjects[second], line, change.field, &change.new));
    let message = match heading(&subjects[second], change) {
        Some(heading) => Words::new("sum021-column-message").with("what", heading),
        None => Words::new("sum021-message").with("what", Datum::Word(key)),
    };
    let message = message.with("name", name).with("found", found.clone()).with("other", expected.clone());
    let defect = report.find_in(second, place, message);
    defect.instead(found, expected.clone()).hint(Words::new("sum021-hint"));
    defect.see_in(first, old_line, Words::new("sum021-related").with("other", expected));
}

/// The line where a value is printed: the row of the summary for what it says of a node.
fn line_of(draft: &PlanDraft, node: Option<NodeId>, line: Option<LineNo>, field: Option<FieldName>) -> LineNo {
    let of_summary = matches!(field, Some(FieldName::SummaryAmount | FieldName::SummaryShare));
    let summary = node.filter(|_| of_summary).and_then(|node| draft.nodes.get(node.index())?.summary);
    summary.map(|summary| summary.line).or(line).unwrap_or(1)
}

/// Which of the four figures of an allocation a field is.
fn of_four(change: &Change<'_>) -> Option<usize> {
    let fields = [FieldName::Total, FieldName::Before, FieldName::Change, FieldName::After];
    fields.iter().position(|field| change.record == RecordKind::Allocation && Some(*field) == change.field)
}

/// What the document calls the column of an allocation.
fn heading<'a>(subject: &Subject<'a>, change: &Change<'_>) -> Option<&'a str> {
    let at = of_four(change)?;
    let columns = Columns::of(subject);
    let rows = subject.draft.totals.chunk_by(|left, right| left.line == right.line);
    let row = rows.into_iter().find(|row| columns.amounts(row).is_some())?;
    row.get(columns.before(at)?)?.column.as_deref()
}

/// The cell of an amount that the same row may have twice: cells are told apart by their order.
fn own_place(subject: &Subject<'_>, line: LineNo, change: &Change<'_>) -> Option<Place> {
    let at = of_four(change);
    let (amounts, at) = if let Some(at) = at {
        let row = subject.draft.allocations.iter().find(|row| row.line == line)?;
        (vec![row.total, row.before, row.change, row.after], at)
    } else {
        let row = subject.draft.resources.iter().find(|row| row.line == line)?;
        let amounts: Vec<Option<Cents>> =
            std::iter::once(row.cost).chain(row.sources.iter().map(|source| source.amount)).collect();
        let at = match change.field? {
            FieldName::Cost => 0,
            FieldName::Source => {
                1 + row.sources.iter().position(|source| change.part.as_deref() == Some(&*source.source))?
            }
            _ => return None,
        };
        (amounts, at)
    };
    subject.amounts(line, &amounts).get(at).copied().flatten()
}

/// The place of a value on a line: the cell or the figure that says it, else the whole line.
fn place_of(subject: &Subject<'_>, line: LineNo, field: Option<FieldName>, value: &Value<'_>) -> Place {
    let says = |cell: &Cell<'_>| match value {
        Value::Money(amount) => crate::subject::amount_in(cell.text) == Some(*amount),
        Value::Share(share) => Share::parse(cell.text) == Some(*share),
        Value::Number(number) | Value::Percent(number) => Decimal::parse(cell.text) == Some(*number),
        Value::Date(date) => parse_date(cell.text, None) == Some(*date),
        _ => false,
    };
    // Of two cells that say the same, the end and the result stand behind.
    let behind =
        matches!(field, Some(FieldName::To | FieldName::Measured | FieldName::MeasuredValue | FieldName::MeasuredDate));
    let mut cells = subject.cells(line).filter(says);
    let cell = cells.next();
    if let Some(cell) = cells.last().filter(|_| behind).or(cell) {
        return cell.place;
    }
    let Value::Money(amount) = value else { return subject.whole(line) };
    let text = subject.line(line);
    let told = figures(text).into_iter().find(|figure| figure.hundredths == amount.cents());
    told.and_then(|figure| subject.find(line, text.get(figure.start..figure.end)?, figure.start))
        .unwrap_or_else(|| subject.whole(line))
}

/// The word of the catalogue for a changed figure; `None` for changes that are no figures.
fn figure_key(change: &Change<'_>) -> Option<&'static str> {
    if change.kind != ChangeKind::Changed || datum(&change.old).is_none() || datum(&change.new).is_none() {
        return None;
    }
    Some(match change.field? {
        FieldName::SummaryAmount => "compare-field-summary-amount",
        FieldName::SummaryShare => "compare-field-summary-share",
        FieldName::Baseline => "compare-field-baseline",
        FieldName::Target | FieldName::TargetValue => "compare-field-target",
        FieldName::TargetUpper => "compare-field-target-upper",
        FieldName::TargetDue => "compare-field-target-due",
        FieldName::Deadline => "compare-field-deadline",
        FieldName::Measured | FieldName::MeasuredValue => "compare-field-measured",
        FieldName::MeasuredDate => "compare-field-measured-date",
        FieldName::From => "compare-field-from",
        FieldName::To => "compare-field-to",
        FieldName::Amount => "compare-field-amount",
        FieldName::Share => "compare-field-share",
        FieldName::Source => "compare-field-source",
        FieldName::Total => "compare-field-total",
        FieldName::Before => "compare-field-before",
        FieldName::Change => "compare-field-change",
        FieldName::After => "compare-field-after",
        FieldName::Cost => "compare-field-cost",
        FieldName::Cell => "compare-field-cell",
        _ => return None,
    })
}

fn datum(value: &Value<'_>) -> Option<Datum> {
    Some(match value {
        Value::Money(amount) => (*amount).into(),
        Value::Share(share) => (*share).into(),
        Value::Number(number) | Value::Percent(number) => (*number).into(),
        Value::Date(date) => (*date).into(),
        _ => return None,
    })
}
