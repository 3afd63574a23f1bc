// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the choices in a plan: keys are written out, so that none is missing.

use crate::render::Label;
use ambito_app::plans::{Branch, count_key};
use ambito_base::{Date, Period};
use ambito_domain::planning::{
    BudgetKind, ChapterReference, Direction, Family, Note, NoteCode, Per, PhaseState, ResourceKind,
};

/// What a node is called: its title, what the index implies, or what else there is.
pub fn node_name(branch: &Branch) -> Label {
    let Branch { title, inferred_title, code, level, .. } = branch;
    let named = [title, inferred_title, code, level].into_iter().flatten().find(|text| !text.trim().is_empty());
    named.map_or_else(|| Label::key("plans-node-unnamed"), Label::said)
}

/// The family of a plan.
pub fn family(family: Option<Family>) -> Label {
    Label::key(match family {
        Some(Family::ObjectivesPlan) => "family-objectives-plan",
        Some(Family::Peg) => "family-peg",
        Some(Family::FundProgramme) => "family-fund-programme",
        Some(Family::TargetedProgrammes) => "family-targeted-programmes",
        Some(Family::ZonePlan) => "family-zone-plan",
        None => "family-unknown",
    })
}

/// A day as documents write it.
pub fn day(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// The days in force.
pub fn period(period: Period) -> Option<Label> {
    match (period.from.map(day), period.to.map(day)) {
        (Some(from), Some(to)) => Some(Label::key("period-from-to").with("from", from).with("to", to)),
        (Some(from), None) => Some(Label::key("period-from").with("from", from)),
        (None, Some(to)) => Some(Label::key("period-to").with("to", to)),
        (None, None) => None,
    }
}

/// How many of a kind there are.
pub fn count(kind: &str, count: u32) -> Label {
    Label::key(count_key(kind)).with("count", count)
}

/// The side of a budget.
pub fn direction(direction: Option<Direction>) -> Label {
    Label::key(match direction {
        Some(Direction::Revenue) => "column-revenue",
        Some(Direction::Expense) => "column-expense",
        None => "column-amount-unknown",
    })
}

/// Current or capital.
pub fn budget_kind(kind: BudgetKind) -> Label {
    Label::key(match kind {
        BudgetKind::Current => "budget-current",
        BudgetKind::Capital => "budget-capital",
    })
}

/// Planned or actual.
pub fn phase_state(state: PhaseState) -> Label {
    Label::key(match state {
        PhaseState::Planned => "phase-planned",
        PhaseState::Actual => "phase-actual",
    })
}

/// A cost, or people's time.
pub fn resource_kind(kind: ResourceKind) -> Label {
    Label::key(match kind {
        ResourceKind::Cost => "resource-cost",
        ResourceKind::People => "resource-people",
    })
}

/// What an amount is for each of.
pub fn per(per: Per) -> Label {
    Label::key(match per {
        Per::Year => "per-year",
        Per::Month => "per-month",
        Per::Week => "per-week",
        Per::Day => "per-day",
        Per::Hour => "per-hour",
        Per::Person => "per-person",
        Per::Household => "per-household",
        Per::Area => "per-area",
    })
}

/// A chapter that another names: its side, chapter and article, or the words of a cut reference.
pub fn reference(reference: &ChapterReference) -> Label {
    let ChapterReference { direction, chapter, article, raw } = reference;
    let Some(chapter) = chapter else { return Label::said(raw) };
    let number = match article {
        Some(article) => format!("{chapter}/{article}"),
        None => chapter.clone(),
    };
    let key = match direction {
        Direction::Revenue => "plans-reference-revenue",
        Direction::Expense => "plans-reference-expense",
    };
    Label::key(key).with("chapter", number)
}

/// What was lost or healed.
pub fn note(note: &Note) -> Label {
    let key = match note.code {
        NoteCode::HeadingLost => "note-heading-lost",
        NoteCode::OrphanTable => "note-orphan-table",
        NoteCode::RowJoined => "note-row-joined",
        NoteCode::FieldJoined => "note-field-joined",
        NoteCode::TitleJoined => "note-title-joined",
        NoteCode::MarksLost => "note-marks-lost",
        NoteCode::MarkBeyondColumns => "note-mark-beyond-columns",
        NoteCode::ReferenceCut => "note-reference-cut",
        NoteCode::HeaderDivided => "note-header-divided",
        NoteCode::NotInBody => "note-not-in-body",
        NoteCode::IndexNumberDiffers => "note-index-number-differs",
        NoteCode::IndexTitleDiffers => "note-index-title-differs",
        NoteCode::WordsJoined => "note-words-joined",
        NoteCode::LimitReached => "note-limit-reached",
        NoteCode::LookAlikes => "note-look-alikes",
        NoteCode::ChangesTracked => "note-changes-tracked",
        NoteCode::PagesWithoutText => "note-pages-without-text",
        NoteCode::PagesRecognised => "note-pages-recognised",
        NoteCode::PagesIllegible => "note-pages-illegible",
        NoteCode::LettersMended => "note-letters-mended",
        NoteCode::PagesUndecoded => "note-pages-undecoded",
        NoteCode::FigureDoubtful => "note-figure-doubtful",
        NoteCode::FilesAttached => "note-files-attached",
    };
    Label::key(key).with("subject", note.subject.as_str())
}

/// Current or capital, by the stable word.
pub fn budget_kind_of(word: &str) -> Option<Label> {
    Some(budget_kind(match word {
        "current" => BudgetKind::Current,
        "capital" => BudgetKind::Capital,
        _ => return None,
    }))
}

/// The state of a phase's stable word.
pub fn phase_state_of(word: &str) -> Option<Label> {
    Some(phase_state(match word {
        "planned" => PhaseState::Planned,
        "actual" => PhaseState::Actual,
        _ => return None,
    }))
}

/// The kind of a cost's stable word.
pub fn resource_kind_of(word: &str) -> Option<Label> {
    Some(resource_kind(match word {
        "cost" => ResourceKind::Cost,
        "people" => ResourceKind::People,
        _ => return None,
    }))
}

/// What an amount is for each of, by its stable word.
pub fn per_of(word: &str) -> Option<Label> {
    Some(per(match word {
        "year" => Per::Year,
        "month" => Per::Month,
        "week" => Per::Week,
        "day" => Per::Day,
        "hour" => Per::Hour,
        "person" => Per::Person,
        "household" => Per::Household,
        "area" => Per::Area,
        _ => return None,
    }))
}

/// The family of a stable word.
pub fn family_of(word: Option<&str>) -> Label {
    family(word.and_then(|word| Family::ALL.into_iter().find(|family| family.word() == word)))
}

/// What was found, by its word.
pub fn find_kind(word: &str) -> Option<Label> {
    Some(Label::key(match word {
        "node" => "plans-find-node",
        "text" => "plans-find-text",
        "field" => "plans-find-field",
        "indicator" => "column-indicator",
        "phase" => "column-phase",
        "budget" => "plans-find-budget",
        "allocation" => "plans-find-allocation",
        "cost" => "column-cost",
        "amount" => "plans-find-amount",
        "unread" => "plans-find-unread",
        "person" => "column-person",
        _ => return None,
    }))
}
