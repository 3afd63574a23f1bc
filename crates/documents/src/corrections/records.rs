// SPDX-License-Identifier: AGPL-3.0-or-later
//! The records of a reading, each with the values that people can put right.

use super::fields;
use super::slot::Slot;
use ambito_domain::planning::{Field, LineNo, Node, NodeId, PlanDraft, Summary, TableCell, TimetableRow};
use ambito_domain::review::{ReadRecord, ReadValue, RecordKey, RecordKind, ValueKind};
use rustc_hash::FxHashMap;

/// How many of its values say in short what a record is.
const SHORT_VALUES_MAX: usize = 3;
/// The longest of these, in characters.
const SHORT_CHARS_MAX: usize = 120;

/// What a record says, in short: its first values.
#[must_use]
pub fn short(record: &ReadRecord) -> String {
    in_short(&record.values)
}

pub(super) fn in_short(values: &[ReadValue]) -> String {
    let says =
        |value: &&ReadValue| !value.text.is_empty() && !matches!(value.kind, ValueKind::Node | ValueKind::Choice(_));
    let texts = values.iter().filter(says).take(SHORT_VALUES_MAX).map(|value| value.text.as_str());
    let whole = texts.collect::<Vec<_>>().join(" · ").replace('\n', " ");
    whole.chars().take(SHORT_CHARS_MAX).collect()
}

/// Every record of a draft.
#[must_use]
pub fn records(draft: &PlanDraft) -> Vec<ReadRecord> {
    let keys = node_keys(draft);
    let keys = |id: NodeId| keys.get(id.index()).copied();
    let mut list = Lister::new(&keys);
    list.document(draft);
    for (at, node) in draft.nodes.iter().enumerate() {
        let id = NodeId(u32::try_from(at).unwrap_or(u32::MAX));
        list.node(node);
        node.fields.iter().for_each(|field| list.field(id, field));
        node.summary.iter().for_each(|summary| list.summary(id, summary));
    }
    draft.indicators.iter().for_each(|record| list.of(record));
    draft.phases.iter().for_each(|record| list.of(record));
    draft.budget_lines.iter().for_each(|record| list.of(record));
    draft.efforts.iter().for_each(|record| list.of(record));
    draft.allocations.iter().for_each(|record| list.of(record));
    draft.resources.iter().for_each(|record| list.of(record));
    for timetable in &draft.timetables {
        timetable.rows.iter().for_each(|row| list.timetable_row(timetable.node, row));
    }
    draft.totals.iter().for_each(|record| list.of(record));
    draft.amounts.iter().for_each(|record| list.of(record));
    for table in &draft.tables {
        for (row, line) in table.rows.iter().zip(&table.row_lines) {
            list.table_row(table.node, row, &table.headers, *line);
        }
    }
    list.out
}

/// The keys of the nodes of a draft, in their order.
#[must_use]
pub fn node_keys(draft: &PlanDraft) -> Vec<RecordKey> {
    let mut seen: FxHashMap<LineNo, u32> = FxHashMap::default();
    let key = |node: &Node| {
        let next = seen.entry(node.line).or_default();
        let ordinal = std::mem::replace(next, *next + 1);
        RecordKey { kind: RecordKind::Node, line: node.line, ordinal }
    };
    draft.nodes.iter().map(key).collect()
}

/// A record that hangs from a node by itself.
pub(crate) trait Hanging: Clone {
    const KIND: RecordKind;
    fn line(&self) -> LineNo;
    fn node(&self) -> Option<NodeId>;
    fn visit(&mut self, visit: fields::Visit<'_>);
}

macro_rules! hanging {
    ($($record:ident $kind:ident $visit:ident),* $(,)?) => {$(
        impl Hanging for ambito_domain::planning::$record {
            const KIND: RecordKind = RecordKind::$kind;
            fn line(&self) -> LineNo {
                self.line
            }
            fn node(&self) -> Option<NodeId> {
                self.node
            }
            fn visit(&mut self, visit: fields::Visit<'_>) {
                fields::$visit(self, visit);
            }
        }
    )*};
}

hanging! {
    Indicator Indicator indicator,
    Phase Phase phase,
    BudgetLine BudgetLine budget_line,
    Effort Effort effort,
    Allocation Allocation allocation,
    Resource Resource resource,
    Total Total total,
    Amount Amount amount,
}

/// Lists records with their keys; those of one kind and line have to come in the order of their list.
pub(crate) struct Lister<'k> {
    keys: &'k dyn Fn(NodeId) -> Option<RecordKey>,
    ordinals: FxHashMap<(RecordKind, LineNo), u32>,
    pub(crate) out: Vec<ReadRecord>,
}

impl<'k> Lister<'k> {
    pub(crate) fn new(keys: &'k dyn Fn(NodeId) -> Option<RecordKey>) -> Self {
        Self { keys, ordinals: FxHashMap::default(), out: Vec::new() }
    }

    /// The document's own values; its lists are not looked at.
    pub(crate) fn document(&mut self, draft: &PlanDraft) {
        let (family, title, body, act) = (draft.family, draft.title.clone(), draft.body.clone(), draft.act.clone());
        let (version, status) = (draft.version.clone(), draft.status.clone());
        let (period, issued) = (draft.period, draft.issued);
        let mut front = PlanDraft { family, title, body, act, version, status, period, issued, ..PlanDraft::default() };
        let values = values(|visit| fields::document(&mut front, visit));
        self.out.push(ReadRecord { key: RecordKey::DOCUMENT, node: None, values });
    }

    pub(crate) fn node(&mut self, node: &Node) {
        let mut own = Node { fields: Vec::new(), also_under: Vec::new(), index: Vec::new(), ..node.clone() };
        let mut values = values(|visit| fields::node(&mut own, visit));
        values.push(self.hangs_from(node.parent));
        let key = self.key(RecordKind::Node, node.line);
        self.out.push(ReadRecord { key, node: node.parent, values });
    }

    pub(crate) fn field(&mut self, node: NodeId, field: &Field) {
        let mut own = field.clone();
        let values = values(|visit| fields::field(&mut own, visit));
        self.push(RecordKind::Field, field.line, Some(node), values);
    }

    pub(crate) fn summary(&mut self, node: NodeId, summary: &Summary) {
        let mut own = *summary;
        let values = values(|visit| fields::summary(&mut own, visit));
        self.push(RecordKind::Summary, summary.line, Some(node), values);
    }

    pub(crate) fn of<T: Hanging>(&mut self, record: &T) {
        let mut own = record.clone();
        let mut values = values(|visit| own.visit(visit));
        values.push(self.hangs_from(record.node()));
        self.push(T::KIND, record.line(), record.node(), values);
    }

    pub(crate) fn timetable_row(&mut self, node: Option<NodeId>, row: &TimetableRow) {
        let mut own = row.clone();
        let values = values(|visit| fields::timetable_row(&mut own, visit));
        self.push(RecordKind::TimetableRow, row.line, node, values);
    }

    pub(crate) fn table_row(&mut self, node: Option<NodeId>, row: &[TableCell], headers: &[String], line: LineNo) {
        let mut own = row.to_vec();
        let values = values(|visit| fields::table_row(&mut own, headers, visit));
        self.push(RecordKind::TableRow, line, node, values);
    }

    fn push(&mut self, kind: RecordKind, line: LineNo, node: Option<NodeId>, values: Vec<ReadValue>) {
        let key = self.key(kind, line);
        self.out.push(ReadRecord { key, node, values });
    }

    fn key(&mut self, kind: RecordKind, line: LineNo) -> RecordKey {
        let next = self.ordinals.entry((kind, line)).or_default();
        let ordinal = std::mem::replace(next, *next + 1);
        RecordKey { kind, line, ordinal }
    }

    /// The value that says from which node a record hangs.
    fn hangs_from(&self, node: Option<NodeId>) -> ReadValue {
        let text = node.and_then(|id| (self.keys)(id)).map(|key| key.to_string()).unwrap_or_default();
        ReadValue { field: "node".to_owned(), part: String::new(), kind: ValueKind::Node, text }
    }
}

/// The values that a visit goes over.
pub(super) fn values(visit: impl FnOnce(fields::Visit<'_>)) -> Vec<ReadValue> {
    let mut values = Vec::new();
    visit(&mut |field: &str, part: &str, slot: Slot<'_>| {
        let (field, part) = (field.to_owned(), part.to_owned());
        values.push(ReadValue { field, part, kind: slot.kind(), text: slot.text() });
    });
    values
}
