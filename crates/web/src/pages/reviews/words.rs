// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of records, of their fields and of what may be chosen in them: keys are written out, so that none is missing.

use crate::render::Label;
use ambito_domain::review::{Doubt, DoubtKind, Placement, ReadingState, RecordKind};
use ambito_findings::Severity;

/// What a record is.
pub(crate) fn record_kind(kind: RecordKind) -> Label {
    Label::key(match kind {
        RecordKind::Document => "record-document",
        RecordKind::Node => "record-node",
        RecordKind::Field => "record-field",
        RecordKind::Summary => "record-summary",
        RecordKind::Indicator => "record-indicator",
        RecordKind::Phase => "record-phase",
        RecordKind::BudgetLine => "record-budget-line",
        RecordKind::Effort => "record-effort",
        RecordKind::Allocation => "record-allocation",
        RecordKind::Resource => "record-resource",
        RecordKind::TimetableRow => "record-timetable-row",
        RecordKind::Total => "record-total",
        RecordKind::Amount => "record-amount",
        RecordKind::TableRow => "record-table-row",
    })
}

/// What a field is, by its stable word; `part` are the document's own words for the part that it is of.
pub(crate) fn field(field: &str, part: &str) -> Label {
    match field {
        "family" => Label::key("record-field-family"),
        "title" => Label::key("record-field-title"),
        "body" => Label::key("record-field-body"),
        "from" => Label::key("record-field-from"),
        "to" => Label::key("record-field-to"),
        "issued" => Label::key("record-field-issued"),
        "act" => Label::key("record-field-act"),
        "version" => Label::key("record-field-version"),
        "status" => Label::key("record-field-status"),
        "level" => Label::key("record-field-level"),
        "code" => Label::key("record-field-code"),
        "kind" => Label::key("record-field-kind"),
        "owner" => Label::key("record-field-owner"),
        "text" => Label::key("record-field-text"),
        "label" => Label::key("record-field-label"),
        "value" => Label::key("record-field-value"),
        "amount" => Label::key("record-field-amount"),
        "share" => Label::key("record-field-share"),
        "group" => Label::key("record-field-group"),
        "baseline" => Label::key("record-field-baseline"),
        "target" => Label::key("record-field-target"),
        "deadline" => Label::key("record-field-deadline"),
        "measured" => Label::key("record-field-measured"),
        "note" => Label::key("record-field-note"),
        "objective" => Label::key("record-field-objective"),
        "order" => Label::key("record-field-order"),
        "state" => Label::key("record-field-state"),
        "direction" => Label::key("record-field-direction"),
        "chapter" => Label::key("record-field-chapter"),
        "article" => Label::key("record-field-article"),
        "person" => Label::key("record-field-person"),
        "relation" => Label::key("record-field-relation"),
        "total" => Label::key("record-field-total"),
        "before" => Label::key("record-field-before"),
        "change" => Label::key("record-field-change"),
        "after" => Label::key("record-field-after"),
        "activity" => Label::key("record-field-activity"),
        "cost" => Label::key("record-field-cost"),
        "marks" => Label::key("record-field-marks"),
        "raw" => Label::key("record-field-raw"),
        "approximate" => Label::key("record-field-approximate"),
        "per" => Label::key("record-field-per"),
        "node" => Label::key("record-field-node"),
        "measured.date" => Label::key("record-field-measured-date"),
        "source" => Label::key("record-field-source"),
        other => match (other.split_once('.'), part.trim()) {
            (Some(("target", year)), _) => Label::key("record-field-target-year").with("year", year),
            (Some(("cell", number)), "") => Label::key("record-field-cell").with("number", number),
            (_, "") => Label::key("record-field-other"),
            (_, part) => Label::said(part),
        },
    }
}

/// What may be chosen: the words of a stable word.
pub(crate) fn choice(word: &str) -> Label {
    Label::key(match word {
        "objectives_plan" => "family-objectives-plan",
        "peg" => "family-peg",
        "fund_programme" => "family-fund-programme",
        "targeted_programmes" => "family-targeted-programmes",
        "zone_plan" => "family-zone-plan",
        "revenue" => "column-revenue",
        "expense" => "column-expense",
        "current" => "budget-current",
        "capital" => "budget-capital",
        "planned" => "phase-planned",
        "actual" => "phase-actual",
        "cost" => "resource-cost",
        "people" => "resource-people",
        "yes" => "web-form-yes",
        "year" => "per-year",
        "month" => "per-month",
        "week" => "per-week",
        "day" => "per-day",
        "hour" => "per-hour",
        "person" => "per-person",
        "household" => "per-household",
        "area" => "per-area",
        _ => return Label::said(word),
    })
}

/// Why a value hardly can be.
pub(crate) fn doubt(doubt: &Doubt) -> Label {
    let key = match doubt.kind {
        DoubtKind::ShareAbove => "doubt-share-above",
        DoubtKind::ShareBelow => "doubt-share-below",
        DoubtKind::EndsBefore => "doubt-ends-before",
        DoubtKind::AmountLarge => "doubt-amount-large",
    };
    Label::key(key).with("value", doubt.said.as_str())
}

/// How bad a finding is.
pub(crate) fn severity(severity: Severity) -> Label {
    Label::key(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}

/// How far a reading is.
pub(crate) fn state(state: ReadingState) -> Label {
    Label::key(match state {
        ReadingState::Waiting => "reading-waiting",
        ReadingState::Reading => "reading-reading",
        ReadingState::Checking => "reading-checking",
        ReadingState::Done => "reading-done",
        ReadingState::Failed => "reading-failed",
    })
}

/// The kind of badge that a state wears.
pub(crate) const fn state_badge(state: ReadingState) -> &'static str {
    match state {
        ReadingState::Done => "done",
        ReadingState::Failed => "late",
        _ => "ordinary",
    }
}

/// What became of a correction in the reading.
pub(crate) fn placement(placement: Option<Placement>) -> Label {
    Label::key(match placement {
        Some(Placement::Applied) => "placement-applied",
        Some(Placement::Agreed) => "placement-agreed",
        Some(Placement::Lost) => "placement-lost",
        None => "placement-new",
    })
}
