// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where somebody may go, and the words of roles, rights and things done: keys are written out, so that none is missing.

use crate::render::{Label, MenuItem};
use ambito_app::Viewer;
use ambito_domain::office::{Right, Role};

/// The places of the menu, with the right that opens each.
const PLACES: &[(&str, &str, Option<Right>)] = &[
    ("/", "web-home", None),
    ("/reviews", "reviews-title", Some(Right::FilePlans)),
    ("/plans", "plans-title", Some(Right::ReadPlans)),
    ("/findings", "findings-title", Some(Right::FilePlans)),
    ("/errands", "errands-title", None),
    ("/checks", "checks-title", None),
    ("/bodies", "bodies-title", Some(Right::ReadBodies)),
    ("/people", "people-title", Some(Right::ReadStaff)),
    ("/roles", "roles-title", None),
    ("/audit", "audit-title", Some(Right::ReadAudit)),
    ("/retention", "retention-title", Some(Right::ReadRetention)),
    ("/subjects", "subjects-title", Some(Right::AnswerSubjects)),
    ("/register", "register-title", Some(Right::ReadRegister)),
    ("/settings", "settings-title", Some(Right::ReadSettings)),
];

/// The menu of somebody.
#[must_use]
pub fn items(viewer: &Viewer) -> Vec<MenuItem> {
    let open = PLACES.iter().filter(|(.., right)| right.is_none_or(|right| viewer.may(right)));
    open.map(|(href, key, _)| MenuItem { href: (*href).to_owned(), label: Label::key(key) }).collect()
}

/// The key of a role's name.
#[must_use]
pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Programmer => "role-programmer",
        Role::NodeOwner => "role-node-owner",
        Role::Approver => "role-approver",
        Role::Finance => "role-finance",
        Role::Manager => "role-manager",
        Role::Evaluator => "role-evaluator",
        Role::Auditor => "role-auditor",
        Role::Administrator => "role-administrator",
        Role::Public => "role-public",
    }
}

/// The key of what a role is, in a sentence.
#[must_use]
pub const fn role_text_key(role: Role) -> &'static str {
    match role {
        Role::Programmer => "role-programmer-text",
        Role::NodeOwner => "role-node-owner-text",
        Role::Approver => "role-approver-text",
        Role::Finance => "role-finance-text",
        Role::Manager => "role-manager-text",
        Role::Evaluator => "role-evaluator-text",
        Role::Auditor => "role-auditor-text",
        Role::Administrator => "role-administrator-text",
        Role::Public => "role-public-text",
    }
}

/// The key of what a right lets one do.
#[must_use]
pub const fn right_key(right: Right) -> &'static str {
    match right {
        Right::ReadBodies => "right-read-bodies",
        Right::EditBodies => "right-edit-bodies",
        Right::ReadStaff => "right-read-staff",
        Right::EditStaff => "right-edit-staff",
        Right::ManageAccounts => "right-manage-accounts",
        Right::ReadPlans => "right-read-plans",
        Right::FilePlans => "right-file-plans",
        Right::ReadPlanPeople => "right-read-plan-people",
        Right::ReadAudit => "right-read-audit",
        Right::ExportAudit => "right-export-audit",
        Right::ReadRetention => "right-read-retention",
        Right::PrepareRetention => "right-prepare-retention",
        Right::DecideRetention => "right-decide-retention",
        Right::HoldRecords => "right-hold-records",
        Right::AnswerSubjects => "right-answer-subjects",
        Right::ReadRegister => "right-read-register",
        Right::ReadSettings => "right-read-settings",
        Right::EditSettings => "right-edit-settings",
    }
}

/// The key of what an address says was done.
#[must_use]
pub fn done_key(done: &str) -> Option<&'static str> {
    Some(match done {
        "saved" => "done-saved",
        "added" => "done-added",
        "ended" => "done-ended",
        "password" => "done-password",
        "factor" => "done-factor",
        "corrected" => "done-corrected",
        "unchanged" => "done-unchanged",
        "removed" => "done-removed",
        "assigned" => "done-assigned",
        "assigned-already" => "done-assigned-already",
        "set-aside" => "done-set-aside",
        "set-aside-already" => "done-set-aside-already",
        "accepted" => "done-accepted",
        "withdrawn" => "done-withdrawn",
        "reread" => "done-reread",
        "filed" => "done-filed",
        "filed-already" => "done-filed-already",
        "errand-given" => "done-errand-given",
        "errand-returned" => "done-errand-returned",
        "errand-closed" => "done-errand-closed",
        "signed-out" => "done-signed-out",
        _ => return None,
    })
}

/// Whether what is told was done by somebody else before, so that nothing changed.
#[must_use]
pub fn was_nothing_done(key: &str) -> bool {
    matches!(key, "done-assigned-already" | "done-set-aside-already")
}
