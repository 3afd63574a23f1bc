// SPDX-License-Identifier: AGPL-3.0-or-later
//! What each list of a plan looks like: its title, columns and filters. The keys of the order are those of the list itself.

use crate::list::{Address, Column, List};
use crate::pages::plans::rooms::Room;
use crate::render::Label;
use ambito_app::plans::lists::PlanList;

/// A choice: its word in the address, the key of its name.
type Choice = (&'static str, &'static str);

/// What a list looks like.
pub(super) struct Shape {
    /// Its id on the page.
    pub id: &'static str,
    /// The key of its title.
    pub title: &'static str,
    /// The key of what it shows, in a sentence.
    pub what: &'static str,
    /// The room of the plan that it is in.
    pub room: Room,
    /// Its columns.
    pub columns: &'static [Column],
    /// What it is filtered by besides words: the filter, the key of its name, the choices.
    pub filters: &'static [(&'static str, &'static str, &'static [Choice])],
}

const NODE: Column = Column::words("column-node", "node_name");
const PLACE: Column = Column::words("plans-source", "line");

const NODES: Shape = Shape {
    id: "nodes",
    title: "list-nodes",
    what: "list-nodes-what",
    room: Room::Overview,
    columns: &[
        Column::words("column-title", "title"),
        Column::words("column-code", "code"),
        Column::words("column-level", "level"),
        Column::figures("sheet-indicators", "indicators"),
        Column::figures("sheet-phases", "phases"),
        Column::figures("column-revenue", "revenue"),
        Column::figures("column-expense", "expense"),
        Column::figures("sheet-allocations", "allocated"),
        Column::figures("column-cost", "cost"),
        PLACE,
    ],
    filters: &[(
        "lacks",
        "list-lacks",
        &[
            ("indicators", "list-lacks-indicators"),
            ("phases", "list-lacks-phases"),
            ("text", "list-lacks-text"),
            ("body", "plans-only-in-index"),
        ],
    )],
};

const INDICATORS: Shape = Shape {
    id: "indicators",
    title: "sheet-indicators",
    what: "list-indicators-what",
    room: Room::Indicators,
    columns: &[
        Column::words("column-indicator", "title"),
        Column::words("column-code", "code"),
        NODE,
        Column::words("column-target", "target"),
        Column::days("column-deadline", "deadline"),
        Column::words("column-measured", "measured"),
        Column::words("column-owner", "owner"),
        PLACE,
    ],
    filters: &[(
        "lacks",
        "list-lacks",
        &[("target", "plans-no-target"), ("measured", "list-lacks-measured"), ("owner", "list-lacks-owner")],
    )],
};

const PHASES: Shape = Shape {
    id: "phases",
    title: "sheet-phases",
    what: "list-phases-what",
    room: Room::Timeline,
    columns: &[
        Column::words("column-phase", "title"),
        Column::words("column-order", "ordinal"),
        NODE,
        Column::words("column-state", "state"),
        Column::days("column-from", "from"),
        Column::days("column-to", "to"),
        PLACE,
    ],
    filters: &[
        ("state", "column-state", &[("planned", "phase-planned"), ("actual", "phase-actual")]),
        ("lacks", "list-lacks", &[("from", "list-lacks-from"), ("to", "list-lacks-to")]),
    ],
};

const BUDGET: Shape = Shape {
    id: "budget-lines",
    title: "list-budget",
    what: "list-budget-what",
    room: Room::Budget,
    columns: &[
        Column::words("column-title", "title"),
        Column::words("column-chapter", "chapter"),
        Column::words("column-article", "article"),
        NODE,
        Column::words("column-budget-kind", "kind"),
        Column::figures("list-revenue-euro", "revenue"),
        Column::figures("list-expense-euro", "expense"),
        Column::figures("list-unknown-euro", "amount"),
        PLACE,
    ],
    filters: &[
        (
            "direction",
            "column-direction",
            &[("revenue", "column-revenue"), ("expense", "column-expense"), ("unknown", "column-amount-unknown")],
        ),
        ("kind", "column-budget-kind", &[("current", "budget-current"), ("capital", "budget-capital")]),
    ],
};

const ALLOCATIONS: Shape = Shape {
    id: "allocations",
    title: "sheet-allocations",
    what: "list-allocations-what",
    room: Room::Budget,
    columns: &[
        Column::words("column-source", "source"),
        NODE,
        Column::words("column-owner", "owner"),
        Column::figures("list-total-euro", "total"),
        Column::figures("list-before-euro", "before"),
        Column::figures("list-change-euro", "change"),
        Column::figures("list-after-euro", "after"),
        PLACE,
    ],
    filters: &[],
};

const COSTS: Shape = Shape {
    id: "costs",
    title: "list-costs",
    what: "list-costs-what",
    room: Room::Budget,
    columns: &[
        Column::words("column-activity", "activity"),
        NODE,
        Column::words("column-kind", "kind"),
        Column::figures("plans-cost-euro", "cost"),
        PLACE,
    ],
    filters: &[("kind", "column-kind", &[("cost", "resource-cost"), ("people", "resource-people")])],
};

const PEOPLE: Shape = Shape {
    id: "people",
    title: "list-people",
    what: "list-people-what",
    room: Room::Load,
    columns: &[
        Column::words("column-person", "person"),
        Column::words("column-relation", "relation"),
        NODE,
        Column::figures("column-effort", "share"),
        PLACE,
    ],
    filters: &[("lacks", "list-lacks", &[("share", "list-lacks-share")])],
};

const LOAD: Shape = Shape {
    id: "load",
    title: "list-load",
    what: "list-load-what",
    room: Room::Load,
    columns: &[
        Column::words("column-person", "person"),
        Column::words("column-relation", "relation"),
        Column::figures("list-works", "works"),
        Column::figures("list-load-share", "load"),
        Column::plain("column-state"),
    ],
    filters: &[(
        "load",
        "column-state",
        &[
            ("over", "list-load-over"),
            ("full", "list-load-full"),
            ("under", "list-load-under"),
            ("unknown", "list-load-unknown"),
        ],
    )],
};

const AMOUNTS: Shape = Shape {
    id: "amounts",
    title: "plans-amounts",
    what: "list-amounts-what",
    room: Room::Budget,
    columns: &[
        Column::words("column-label", "label"),
        NODE,
        Column::words("column-raw", "raw"),
        Column::figures("plans-amount-euro", "amount"),
        Column::words("column-per", "per"),
        PLACE,
    ],
    filters: &[],
};

const TOTALS: Shape = Shape {
    id: "totals",
    title: "plans-totals-what",
    what: "list-totals-what",
    room: Room::Budget,
    columns: &[
        Column::words("column-label", "label"),
        Column::words("column-heading", "heading"),
        NODE,
        Column::figures("plans-amount-euro", "printed"),
        Column::figures("column-share", "share"),
        PLACE,
    ],
    filters: &[],
};

const NOTES: Shape = Shape {
    id: "notes",
    title: "plans-notes",
    what: "plans-notes-what",
    room: Room::Overview,
    columns: &[Column::words("column-message", "code"), NODE, PLACE],
    filters: &[],
};

const UNREAD: Shape = Shape {
    id: "unread",
    title: "plans-unread-title",
    what: "plans-unread-what",
    room: Room::Overview,
    columns: &[PLACE, Column::words("column-text", "text")],
    filters: &[],
};

const SEARCH: Shape = Shape {
    id: "found",
    title: "plans-find-title",
    what: "plans-find-what",
    room: Room::Search,
    columns: &[
        Column::words("column-title", "title"),
        Column::words("plans-find-kind", "kind"),
        Column::plain("column-text"),
        NODE,
        PLACE,
    ],
    filters: &[("kind", "plans-find-kind", FOUND)],
};

const FOUND: &[Choice] = &[
    ("node", "plans-find-node"),
    ("text", "plans-find-text"),
    ("field", "plans-find-field"),
    ("indicator", "column-indicator"),
    ("phase", "column-phase"),
    ("budget", "plans-find-budget"),
    ("allocation", "plans-find-allocation"),
    ("cost", "column-cost"),
    ("amount", "plans-find-amount"),
    ("unread", "plans-find-unread"),
    ("person", "column-person"),
];

/// The same for who may not see people: there is no person to choose.
const SEARCH_WITHOUT_PEOPLE: Shape = Shape { filters: &[("kind", "plans-find-kind", FOUND.split_at(10).0)], ..SEARCH };

/// What a list looks like.
pub(super) const fn of(list: PlanList) -> &'static Shape {
    match list {
        PlanList::Nodes => &NODES,
        PlanList::Indicators => &INDICATORS,
        PlanList::Phases => &PHASES,
        PlanList::Budget => &BUDGET,
        PlanList::Allocations => &ALLOCATIONS,
        PlanList::Costs => &COSTS,
        PlanList::People => &PEOPLE,
        PlanList::Load => &LOAD,
        PlanList::Amounts => &AMOUNTS,
        PlanList::Totals => &TOTALS,
        PlanList::Notes => &NOTES,
        PlanList::Unread => &UNREAD,
        PlanList::Search => &SEARCH_WITHOUT_PEOPLE,
        PlanList::SearchPeople => &SEARCH,
    }
}

/// A list with its filters: words first.
pub(super) fn filtered(list: List, shape: &Shape, address: &Address) -> List {
    let list = list.filtered_by(address, "words", Label::key("list-words"), Vec::new());
    shape.filters.iter().fold(list, |list, (key, label, choices)| {
        let choices = choices.iter().map(|(word, key)| ((*word).to_owned(), Label::key(key))).collect();
        list.filtered_by(address, key, Label::key(label), choices)
    })
}
