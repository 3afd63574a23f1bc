// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tables, in the order in which a copy can be put in: what is pointed at stands before what points.

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its primary key.
    pub key: &'static [&'static str],
}

const fn table(name: &'static str, key: &'static [&'static str]) -> Table {
    Table { name, key }
}

/// Every table but `schema_version`; a test holds the list to the catalogues of both databases.
pub const TABLES: &[Table] = &[
    table("area", &["area"]),
    table("setting", &["area", "name"]),
    table("body", &["area", "id"]),
    table("staff", &["area", "id"]),
    table("position", &["area", "id"]),
    table("position_role", &["area", "position", "role"]),
    table("tenure", &["area", "id"]),
    table("credential", &["area", "staff"]),
    table("recovery_code", &["area", "staff", "digest"]),
    table("one_time_link", &["area", "digest"]),
    table("login_attempt", &["area", "digest"]),
    table("session", &["area", "digest"]),
    table("api_token", &["area", "digest"]),
    table("retention_rule", &["area", "kind"]),
    table("retention_run", &["area", "id"]),
    table("retention_item", &["area", "run", "kind"]),
    table("legal_hold", &["area", "id"]),
    table("audit_head", &["area"]),
    table("audit_record", &["area", "seq"]),
    table("document", &["area", "id"]),
    table("upload", &["area", "id"]),
    table("upload_item", &["area", "upload", "position"]),
    table("reading", &["area", "document", "number"]),
    table("reading_chunk", &["area", "document", "reading", "number"]),
    table("reading_node", &["area", "document", "reading", "id"]),
    table("reading_unread", &["area", "document", "reading", "line", "position"]),
    table("correction", &["area", "id"]),
    table("checking", &["area", "document", "number"]),
    table("finding", &["area", "document", "id"]),
    table("acceptance", &["area", "id"]),
    table("errand", &["area", "id"]),
    table("errand_step", &["area", "errand", "number"]),
    table("area_word", &["area", "id"]),
    table("plan", &["area", "id"]),
    table("plan_version", &["area", "plan", "version"]),
    table("plan_place", &["area", "plan", "version", "line"]),
    table("plan_node", &["area", "plan", "version", "id"]),
    table("plan_node_under", &["area", "plan", "version", "node", "position"]),
    table("plan_field", &["area", "plan", "version", "node", "position"]),
    table("plan_indicator", &["area", "plan", "version", "id"]),
    table("plan_target", &["area", "plan", "version", "indicator", "position"]),
    table("plan_phase", &["area", "plan", "version", "id"]),
    table("plan_budget_line", &["area", "plan", "version", "id"]),
    table("plan_chapter_reference", &["area", "plan", "version", "budget_line", "position"]),
    table("plan_effort", &["area", "plan", "version", "id"]),
    table("plan_allocation", &["area", "plan", "version", "id"]),
    table("plan_resource", &["area", "plan", "version", "id"]),
    table("plan_resource_source", &["area", "plan", "version", "resource", "position"]),
    table("plan_timetable", &["area", "plan", "version", "id"]),
    table("plan_timetable_row", &["area", "plan", "version", "timetable", "position"]),
    table("plan_total", &["area", "plan", "version", "id"]),
    table("plan_amount", &["area", "plan", "version", "id"]),
    table("plan_table", &["area", "plan", "version", "id"]),
    table("plan_table_row", &["area", "plan", "version", "table_id", "position"]),
    table("plan_note", &["area", "plan", "version", "id"]),
    table("plan_unread", &["area", "plan", "version", "id"]),
];
