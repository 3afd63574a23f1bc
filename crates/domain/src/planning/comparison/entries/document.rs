// SPDX-License-Identifier: AGPL-3.0-or-later
//! The document's own values, those of its nodes, and their labelled answers.

use super::{Entries, Role};
use crate::planning::comparison::value::Value;
use crate::planning::comparison::{FieldName, RecordKind};
use crate::planning::{Family, NodeId, PlanDraft};

/// The document as one record.
pub(in super::super) fn document(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Document, 1);
    entries.begin(None, 1);
    let mut push = |field, value| entries.push(Role::Data, field, value);
    push(FieldName::Title, Value::text(draft.title.as_deref()));
    push(FieldName::Family, Value::of(draft.family.map(Family::word), Value::Word));
    push(FieldName::Body, Value::text(draft.body.as_deref()));
    push(FieldName::PeriodFrom, Value::of(draft.period.from, Value::Date));
    push(FieldName::PeriodTo, Value::of(draft.period.to, Value::Date));
    push(FieldName::Issued, Value::of(draft.issued, Value::Date));
    push(FieldName::Version, Value::of(draft.version.as_deref(), Value::Code));
    push(FieldName::Status, Value::text(draft.status.as_deref()));
    entries
}

/// The nodes; where they hang is compared apart, since it speaks of other nodes.
pub(in super::super) fn nodes(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Node, draft.nodes.len());
    for (node, id) in draft.nodes.iter().zip(0u32..) {
        entries.begin(Some(NodeId(id)), node.line);
        entries.push_code(FieldName::Code, node.code.as_deref());
        entries.push(Role::Title, FieldName::Title, Value::text(node.title.as_deref()));
        let inferred = node.inferred_title.as_deref().filter(|_| node.title.is_none());
        entries.push(Role::Title, FieldName::InferredTitle, Value::text(inferred));
        entries.push(Role::Data, FieldName::Level, Value::text(node.level.as_deref()));
        entries.push(Role::Data, FieldName::Kind, Value::text(node.kind.as_deref()));
        entries.push(Role::Data, FieldName::Text, Value::text(Some(&node.text)));
        entries.push(Role::Data, FieldName::InBody, Value::Flag(node.in_body));
        entries.push(
            Role::Data,
            FieldName::SummaryAmount,
            Value::of(node.summary.and_then(|s| s.amount), Value::Money),
        );
        entries.push(Role::Data, FieldName::SummaryShare, Value::of(node.summary.and_then(|s| s.share), Value::Share));
        entries.push(Role::Data, FieldName::Owner, Value::text(node.owner.as_deref()));
    }
    entries
}

/// The answers of all nodes.
pub(super) fn fields(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Field, draft.nodes.len());
    for (node, id) in draft.nodes.iter().zip(0u32..) {
        for field in &node.fields {
            entries.begin(Some(NodeId(id)), field.line);
            entries.push(Role::Title, FieldName::Label, Value::text(Some(&field.label)));
            entries.push(Role::Data, FieldName::Value, Value::text(Some(&field.value)));
        }
    }
    entries
}
