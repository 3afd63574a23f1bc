// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists of plans: of those in sight, and of what hangs from the nodes of a version.
//!
//! Every list of a version ends with the columns that say where a row comes from: its node, its line, its place.

use crate::lists::{Column, Holds, Listing, Look};

/// A column.
pub(super) const fn column(key: &'static str, holds: Holds, sql: &'static str) -> Column {
    Column { key, sql, holds }
}

/// Columns, and those that say where a row comes from.
macro_rules! columns {
    ($($key:literal $holds:ident $sql:expr),* $(,)?) => {
        &[
            $(column($key, Holds::$holds, $sql),)*
            column("node", Holds::Number, "n.id"),
            column("node_name", Holds::Text, "COALESCE(n.title, n.inferred_title, n.code, n.level)"),
            column("line", Holds::Number, "t.line"),
            column("at_line", Holds::Number, "p.at_line"),
            column("sheet", Holds::Text, "p.sheet"),
            column("page", Holds::Number, "p.page"),
            column("table_number", Holds::Number, "p.table_number"),
            column("table_row", Holds::Number, "p.table_row"),
        ]
    };
}

pub(super) use columns;

/// The rows of a table of a version, with their nodes and places.
macro_rules! from {
    ($table:literal, $node:literal) => {
        concat!(
            "FROM ",
            $table,
            " AS t LEFT JOIN plan_node AS n ON n.area = $1 AND n.plan = $2 AND n.version = $3 AND n.id = ",
            $node,
            " LEFT JOIN plan_place AS p ON p.area = $1 AND p.plan = $2 AND p.version = $3 AND p.line = t.line \
             WHERE t.area = $1 AND t.plan = $2 AND t.version = $3"
        )
    };
}

const ROW: Column = column("id", Holds::Number, "t.id");

const fn of_version(
    name: &'static str,
    from: &'static str,
    columns: &'static [Column],
    filters: &'static [(&'static str, Look)],
) -> Listing {
    Listing { name, from, body: None, id: ROW, columns, filters }
}

/// The plans in sight.
pub const PLANS: Listing = Listing {
    name: "plans",
    from: "FROM plan AS t JOIN body AS b ON b.area = t.area AND b.id = t.body WHERE t.area = $1",
    body: Some("t.body"),
    id: column("id", Holds::Id, "t.id"),
    columns: &[
        column("plan", Holds::Id, "t.id"),
        column("title", Holds::Text, "t.title"),
        column("body", Holds::Text, "b.name"),
        column("family", Holds::Text, "t.family"),
        column("from", Holds::Day, "t.period_from"),
        column("to", Holds::Day, "t.period_to"),
        column("version", Holds::Number, "t.latest"),
        column("filed", Holds::Moment, "t.filed_at"),
    ],
    filters: &[("words", Look::Words("t.title || ' ' || b.name")), ("family", Look::Is("t.family"))],
};

/// Nodes, each with what hangs from itself.
pub const NODES: Listing = of_version(
    "nodes",
    from!("plan_node", "t.id"),
    columns![
        "code" Text "t.code",
        "title" Text "COALESCE(t.title, t.inferred_title)",
        "level" Text "t.level",
        "kind" Text "t.kind",
        "indicators" Count "t.indicators",
        "phases" Count "t.phases",
        "revenue" Money "t.revenue",
        "expense" Money "t.expense",
        "allocated" Money "t.allocated",
        "cost" Money "t.cost",
    ],
    &[
        ("words", Look::Words("COALESCE(t.code, '') || ' ' || COALESCE(t.title, t.inferred_title, '')")),
        ("under", Look::Under("t.id")),
        (
            "lacks",
            Look::OneOf(&[
                ("indicators", "t.indicators = 0"),
                ("phases", "t.phases = 0"),
                ("text", "t.text = ''"),
                ("body", "NOT t.in_body"),
            ]),
        ),
    ],
);

/// Indicators, each with what was promised and what was measured.
pub const INDICATORS: Listing = of_version(
    "indicators",
    from!("plan_indicator", "t.node"),
    columns![
        "code" Text "t.code",
        "title" Text "t.title",
        "target" Text "(SELECT g.raw FROM plan_target AS g WHERE g.area = $1 AND g.plan = $2 AND g.version = $3 \
                       AND g.indicator = t.id ORDER BY (g.year IS NOT NULL), g.position LIMIT 1)",
        "deadline" Day "t.deadline",
        "measured" Text "t.measured_raw",
        "owner" Text "t.owner",
    ],
    &[
        ("words", Look::Words("COALESCE(t.code, '') || ' ' || t.title || ' ' || COALESCE(t.owner, '')")),
        ("under", Look::Under("t.node")),
        (
            "lacks",
            Look::OneOf(&[
                (
                    "target",
                    "NOT EXISTS (SELECT 1 FROM plan_target AS g WHERE g.area = $1 AND g.plan = $2 AND g.version = $3 \
                     AND g.indicator = t.id)",
                ),
                ("measured", "t.measured_raw IS NULL"),
                ("owner", "t.owner IS NULL"),
            ]),
        ),
    ],
);

/// Phases.
pub const PHASES: Listing = of_version(
    "phases",
    from!("plan_phase", "t.node"),
    columns![
        "ordinal" Text "t.ordinal",
        "title" Text "t.title",
        "state" Text "t.state",
        "from" Day "t.from_on",
        "to" Day "t.to_on",
    ],
    &[
        ("words", Look::Words("t.title")),
        ("under", Look::Under("t.node")),
        ("state", Look::Is("t.state")),
        ("lacks", Look::OneOf(&[("from", "t.from_on IS NULL"), ("to", "t.to_on IS NULL")])),
    ],
);

/// Lines of the budget, what comes in and what goes out in columns of their own, so that each adds up.
pub const BUDGET_LINES: Listing = of_version(
    "budget",
    from!("plan_budget_line", "t.node"),
    columns![
        "direction" Text "t.direction",
        "chapter" Text "t.chapter",
        "article" Text "t.article",
        "title" Text "t.title",
        "kind" Text "t.kind",
        "revenue" Money "CASE WHEN t.direction = 'revenue' THEN t.amount END",
        "expense" Money "CASE WHEN t.direction = 'expense' THEN t.amount END",
        "amount" Money "CASE WHEN t.direction IS NULL THEN t.amount END",
    ],
    &[
        ("words", Look::Words("t.chapter || ' ' || COALESCE(t.article, '') || ' ' || t.title")),
        ("under", Look::Under("t.node")),
        (
            "direction",
            Look::OneOf(&[
                ("revenue", "t.direction = 'revenue'"),
                ("expense", "t.direction = 'expense'"),
                ("unknown", "t.direction IS NULL"),
            ]),
        ),
        ("kind", Look::Is("t.kind")),
    ],
);

/// Allocations of funds.
pub const ALLOCATIONS: Listing = of_version(
    "allocations",
    from!("plan_allocation", "t.node"),
    columns![
        "source" Text "t.source",
        "owner" Text "t.owner",
        "total" Money "t.amount_total",
        "before" Money "t.amount_before",
        "change" Money "t.amount_change",
        "after" Money "t.amount_after",
    ],
    &[
        ("words", Look::Words("COALESCE(t.source, '') || ' ' || COALESCE(t.owner, '')")),
        ("under", Look::Under("t.node")),
    ],
);

/// Costs of activities.
pub const RESOURCES: Listing = of_version(
    "costs",
    from!("plan_resource", "t.node"),
    columns![
        "activity" Text "t.activity",
        "kind" Text "t.kind",
        "cost" Money "t.cost",
    ],
    &[("words", Look::Words("t.activity")), ("under", Look::Under("t.node")), ("kind", Look::Is("t.kind"))],
);

/// Shares of people's time.
pub const EFFORTS: Listing = of_version(
    "people",
    from!("plan_effort", "t.node"),
    columns![
        "person" Text "t.person",
        "relation" Text "t.relation",
        "share" Share "t.share",
    ],
    &[
        ("words", Look::Words("t.person")),
        ("under", Look::Under("t.node")),
        ("person", Look::Is("t.folded")),
        ("lacks", Look::OneOf(&[("share", "t.share IS NULL")])),
    ],
);

/// Money told in prose.
pub const AMOUNTS: Listing = of_version(
    "amounts",
    from!("plan_amount", "t.node"),
    columns![
        "label" Text "t.label",
        "raw" Text "t.raw",
        "amount" Money "t.amount",
        "per" Text "t.per",
    ],
    &[("words", Look::Words("COALESCE(t.label, '') || ' ' || t.raw")), ("under", Look::Under("t.node"))],
);

/// Printed totals. They are not added up: they are sums already.
pub const TOTALS: Listing = of_version(
    "totals",
    from!("plan_total", "t.node"),
    columns![
        "label" Text "t.label",
        "heading" Text "t.heading",
        "printed" Number "t.amount",
        "share" Share "t.share",
    ],
    &[
        ("words", Look::Words("COALESCE(t.label, '') || ' ' || COALESCE(t.heading, '')")),
        ("under", Look::Under("t.node")),
    ],
);

/// What was lost or healed.
pub const NOTES: Listing = of_version(
    "notes",
    from!("plan_note", "t.node"),
    columns!["code" Text "t.code", "subject" Text "t.subject"],
    &[("words", Look::Words("t.subject")), ("under", Look::Under("t.node"))],
);

/// Lines that were not understood.
pub const UNREAD: Listing = of_version(
    "unread",
    from!("plan_unread", "NULL"),
    columns!["text" Text "t.text"],
    &[("words", Look::Words("t.text"))],
);

/// People, each with the sum of their shares over all nodes.
pub const LOAD: Listing = Listing {
    name: "load",
    from: "FROM (SELECT folded, MIN(person) AS person, MIN(relation) AS relation, CAST(SUM(share) AS BIGINT) AS load, \
           COUNT(*) AS works, COUNT(share) AS told, MIN(line) AS line FROM plan_effort \
           WHERE area = $1 AND plan = $2 AND version = $3 GROUP BY folded) AS t WHERE 1 = 1",
    body: None,
    id: column("id", Holds::Text, "t.folded"),
    columns: &[
        column("folded", Holds::Text, "t.folded"),
        column("person", Holds::Text, "t.person"),
        column("relation", Holds::Text, "t.relation"),
        column("works", Holds::Count, "t.works"),
        column("told", Holds::Number, "t.told"),
        column("load", Holds::Share, "t.load"),
    ],
    filters: &[
        ("words", Look::Words("t.person")),
        (
            "load",
            Look::OneOf(&[
                ("over", "t.load > 10000"),
                ("full", "t.load = 10000"),
                ("under", "t.load < 10000"),
                ("unknown", "t.load IS NULL"),
            ]),
        ),
    ],
};
