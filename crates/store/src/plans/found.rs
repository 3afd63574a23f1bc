// SPDX-License-Identifier: AGPL-3.0-or-later
//! Search in a version, as a list: titles, codes, texts, fields, indicators, phases, lines of the budget, allocations, costs,
//! money in prose; and people, for who may see them.

use super::lists::{column, columns};
use crate::lists::{Holds, Listing, Look};

/// What can be found, as rows of one form: a kind, its number among the kinds, the record's number, the node, a line,
/// what it is called, its words.
macro_rules! parts {
    () => {
        "SELECT 'node' AS kind, 1 AS place, id, id AS node, line, COALESCE(title, inferred_title, code, level) AS title, \
         COALESCE(code, '') || ' ' || COALESCE(title, inferred_title, '') AS words FROM plan_node \
         WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'text', 2, id, id, line, COALESCE(title, inferred_title, code, level), substr(text, 1, 20000) \
         FROM plan_node WHERE area = $1 AND plan = $2 AND version = $3 AND text <> '' \
         UNION ALL SELECT 'field', 3, node * 1000 + position, node, line, label, label || ' ' || substr(value, 1, 20000) \
         FROM plan_field WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'indicator', 4, id, node, line, title, COALESCE(code, '') || ' ' || title FROM plan_indicator \
         WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'phase', 5, id, node, line, title, title FROM plan_phase \
         WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'budget', 6, id, node, line, title, chapter || ' ' || COALESCE(article, '') || ' ' || title \
         FROM plan_budget_line WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'allocation', 7, id, node, line, COALESCE(source, owner), \
         COALESCE(source, '') || ' ' || COALESCE(owner, '') FROM plan_allocation \
         WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'cost', 8, id, node, line, activity, activity FROM plan_resource \
         WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'amount', 9, id, node, line, COALESCE(label, raw), COALESCE(label, '') || ' ' || raw \
         FROM plan_amount WHERE area = $1 AND plan = $2 AND version = $3 \
         UNION ALL SELECT 'unread', 10, id, NULL, line, text, text FROM plan_unread \
         WHERE area = $1 AND plan = $2 AND version = $3"
    };
}

/// A search over some parts.
macro_rules! found {
    ($name:literal, $more:literal) => {
        Listing {
            name: $name,
            from: concat!(
                "FROM (",
                parts!(),
                $more,
                ") AS t LEFT JOIN plan_node AS n ON n.area = $1 AND n.plan = $2 AND n.version = $3 AND n.id = t.node \
                 LEFT JOIN plan_place AS p ON p.area = $1 AND p.plan = $2 AND p.version = $3 AND p.line = t.line \
                 WHERE 1 = 1"
            ),
            body: None,
            id: column("id", Holds::Number, "t.place * 10000000000 + t.id"),
            columns: columns![
                "kind" Text "t.kind",
                "title" Text "t.title",
                "words" Text "t.words",
            ],
            filters: &[("words", Look::Words("t.words")), ("kind", Look::Is("t.kind")), ("under", Look::Under("t.node"))],
        }
    };
}

/// Everything but people.
pub const FOUND: Listing = found!("search", "");

/// People too.
pub const FOUND_WITH_PEOPLE: Listing = found!(
    "search-people",
    " UNION ALL SELECT 'person', 11, id, node, line, person, person FROM plan_effort \
     WHERE area = $1 AND plan = $2 AND version = $3"
);
