// SPDX-License-Identifier: AGPL-3.0-or-later
//! What records and values are called in the user's language.

use ambito_domain::planning::comparison::{ChangeKind, FieldName, RecordKind};
use ambito_i18n::Catalogue;

/// What a kind of record is called.
pub(super) fn record(kind: RecordKind, catalogue: &Catalogue) -> String {
    let key = match kind {
        RecordKind::Document => "compare-record-document",
        RecordKind::Node => "compare-record-node",
        RecordKind::Field => "compare-record-field",
        RecordKind::Indicator => "compare-record-indicator",
        RecordKind::Phase => "compare-record-phase",
        RecordKind::BudgetLine => "compare-record-budget-line",
        RecordKind::Effort => "compare-record-effort",
        RecordKind::Allocation => "compare-record-allocation",
        RecordKind::Resource => "compare-record-resource",
        RecordKind::Total => "compare-record-total",
        RecordKind::Amount => "compare-record-amount",
        RecordKind::Timetable => "compare-record-timetable",
        RecordKind::TimetableRow => "compare-record-timetable-row",
        RecordKind::Table => "compare-record-table",
        RecordKind::TableRow => "compare-record-table-row",
    };
    catalogue.text(key, &[])
}

/// What happened: `cambia`, `nuovo`, `tolto`.
pub(super) fn happened(kind: ChangeKind, catalogue: &Catalogue) -> String {
    match kind {
        ChangeKind::Changed => catalogue.text("compare-kind-changed", &[]),
        ChangeKind::Added => catalogue.text("compare-kind-added", &[]),
        ChangeKind::Removed => catalogue.text("compare-kind-removed", &[]),
    }
}

/// How many records of each kind hang from a node: `con 3 indicatori, 2 capitoli`.
pub(super) fn contents(contents: &[(RecordKind, usize)], catalogue: &Catalogue) -> String {
    let parts: Vec<String> = contents
        .iter()
        .filter_map(|&(kind, count)| Some(catalogue.text(count_key(kind)?, &[("count", count.into())])))
        .collect();
    let parts = parts.join(", ");
    catalogue.text("compare-contents", &[("contents", (&parts).into())])
}

/// The key of a count; rows, nodes and documents are not counted.
fn count_key(kind: RecordKind) -> Option<&'static str> {
    Some(match kind {
        RecordKind::Field => "compare-number-field",
        RecordKind::Indicator => "compare-number-indicator",
        RecordKind::Phase => "compare-number-phase",
        RecordKind::BudgetLine => "compare-number-budget-line",
        RecordKind::Effort => "compare-number-effort",
        RecordKind::Allocation => "compare-number-allocation",
        RecordKind::Resource => "compare-number-resource",
        RecordKind::Total => "compare-number-total",
        RecordKind::Amount => "compare-number-amount",
        RecordKind::Timetable => "compare-number-timetable",
        RecordKind::Table => "compare-number-table",
        RecordKind::Document | RecordKind::Node | RecordKind::TimetableRow | RecordKind::TableRow => return None,
    })
}

/// What a value is called.
pub(super) fn field(name: FieldName, catalogue: &Catalogue) -> String {
    let key = match name {
        FieldName::Family => "compare-field-family",
        FieldName::PeriodFrom => "compare-field-period-from",
        FieldName::PeriodTo => "compare-field-period-to",
        FieldName::Issued => "compare-field-issued",
        FieldName::Version => "compare-field-version",
        FieldName::Status => "compare-field-status",
        FieldName::Body => "compare-field-body",
        FieldName::Level => "compare-field-level",
        FieldName::Code => "compare-field-code",
        FieldName::Title => "compare-field-title",
        FieldName::InferredTitle => "compare-field-inferred-title",
        FieldName::Kind => "compare-field-kind",
        FieldName::Text => "compare-field-text",
        FieldName::InBody => "compare-field-in-body",
        FieldName::SummaryAmount => "compare-field-summary-amount",
        FieldName::SummaryShare => "compare-field-summary-share",
        FieldName::Owner => "compare-field-owner",
        FieldName::Parent => "compare-field-parent",
        FieldName::AlsoUnder => "compare-field-also-under",
        FieldName::Label => "compare-field-label",
        FieldName::Value => "compare-field-value",
        FieldName::Group => "compare-field-group",
        FieldName::Note => "compare-field-note",
        FieldName::Baseline => "compare-field-baseline",
        FieldName::Target => "compare-field-target",
        FieldName::TargetComparison => "compare-field-target-comparison",
        FieldName::TargetValue => "compare-field-target-value",
        FieldName::TargetUpper => "compare-field-target-upper",
        FieldName::TargetUnit => "compare-field-target-unit",
        FieldName::TargetDue => "compare-field-target-due",
        FieldName::Deadline => "compare-field-deadline",
        FieldName::Measured => "compare-field-measured",
        FieldName::MeasuredValue => "compare-field-measured-value",
        FieldName::MeasuredUnit => "compare-field-measured-unit",
        FieldName::MeasuredDate => "compare-field-measured-date",
        FieldName::MeasuredDateKind => "compare-field-measured-date-kind",
        FieldName::MeasuredFinal => "compare-field-measured-final",
        FieldName::Extra => "compare-field-extra",
        FieldName::Order => "compare-field-order",
        FieldName::State => "compare-field-state",
        FieldName::From => "compare-field-from",
        FieldName::To => "compare-field-to",
        FieldName::Direction => "compare-field-direction",
        FieldName::Chapter => "compare-field-chapter",
        FieldName::Article => "compare-field-article",
        FieldName::Amount => "compare-field-amount",
        FieldName::Reference => "compare-field-reference",
        FieldName::Person => "compare-field-person",
        FieldName::Relation => "compare-field-relation",
        FieldName::Share => "compare-field-share",
        FieldName::Source => "compare-field-source",
        FieldName::Total => "compare-field-total",
        FieldName::Before => "compare-field-before",
        FieldName::Change => "compare-field-change",
        FieldName::After => "compare-field-after",
        FieldName::Activity => "compare-field-activity",
        FieldName::Cost => "compare-field-cost",
        FieldName::Column => "compare-field-column",
        FieldName::Approximate => "compare-field-approximate",
        FieldName::Per => "compare-field-per",
        FieldName::Header => "compare-field-header",
        FieldName::Mark => "compare-field-mark",
        FieldName::Cell => "compare-field-cell",
    };
    catalogue.text(key, &[])
}

/// A pinned word in the user's language; signs stay as they are.
pub(super) fn pinned_word(word: &str, catalogue: &Catalogue) -> String {
    let key = match word {
        "revenue" => "compare-word-revenue",
        "expense" => "compare-word-expense",
        "current" => "compare-word-current",
        "capital" => "compare-word-capital",
        "planned" => "compare-word-planned",
        "actual" => "compare-word-actual",
        "cost" => "compare-word-cost",
        "people" => "compare-word-people",
        "result" => "compare-word-result",
        "monitoring" => "compare-word-monitoring",
        "between" => "compare-word-between",
        "by" => "compare-word-by",
        "yes" => "compare-word-yes",
        "n" => "compare-word-n",
        "eur" => "compare-word-eur",
        "days" => "compare-word-days",
        "hours" => "compare-word-hours",
        "months" => "compare-word-months",
        "date" => "compare-word-date",
        "year" => "compare-word-year",
        "month" => "compare-word-month",
        "week" => "compare-word-week",
        "day" => "compare-word-day",
        "hour" => "compare-word-hour",
        "person" => "compare-word-person",
        "household" => "compare-word-household",
        "area" => "compare-word-area",
        "objectives_plan" => "compare-word-objectives-plan",
        "peg" => "compare-word-peg",
        "fund_programme" => "compare-word-fund-programme",
        "targeted_programmes" => "compare-word-targeted-programmes",
        "zone_plan" => "compare-word-zone-plan",
        _ => return word.to_owned(),
    };
    catalogue.text(key, &[])
}
