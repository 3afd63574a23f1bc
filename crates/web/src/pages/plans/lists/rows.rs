// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a row of each list becomes cells: links to its node and to its place in the source, words for its choices.

use super::{node_words, place_words, snippet};
use crate::list::Cell;
use crate::pages::plans::{href, source_href, words};
use crate::render::Label;
use ambito_app::plans::lists::{Given, PlanList};
use ambito_base::{Date, Uuid};
use ambito_domain::office::PlanId;
use ambito_domain::planning::{Note, NoteCode};

/// The share of a full person: a hundred percent.
const FULL_HUNDREDTHS: i64 = 10_000;

/// Where the rows of a list come from.
pub struct Place<'a> {
    /// The plan.
    pub plan: PlanId,
    /// The number of its version.
    pub version: i64,
    /// The version as the address named it.
    pub asked: Option<i64>,
    /// The format of its file.
    pub format: &'a str,
    /// The words that are looked for.
    pub words: &'a str,
}

impl Place<'_> {
    /// For tests of templates.
    pub(super) fn sample() -> Self {
        Self { plan: PlanId(Uuid::nil()), version: 1, asked: None, format: "text", words: "spese" }
    }
}

/// A row, by the names of its columns.
pub struct Row<'a> {
    columns: &'a [&'static str],
    cells: &'a [Given],
}

impl<'a> Row<'a> {
    /// A row with these columns.
    pub fn new(columns: &'a [&'static str], cells: &'a [Given]) -> Self {
        Self { columns, cells }
    }

    fn get(&self, key: &str) -> Option<&'a Given> {
        self.columns.iter().position(|column| *column == key).and_then(|at| self.cells.get(at))
    }

    /// Words.
    pub fn text(&self, key: &str) -> Option<String> {
        match self.get(key) {
            Some(Given::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// A figure.
    pub fn int(&self, key: &str) -> Option<i64> {
        match self.get(key) {
            Some(Given::Int(number)) => Some(*number),
            _ => None,
        }
    }

    /// An identifier, as an address has it.
    pub fn id(&self, key: &str) -> Option<String> {
        match self.get(key) {
            Some(Given::Id(id)) => Some(id.simple().to_string()),
            _ => None,
        }
    }

    /// A number of a line, a page, a node.
    pub fn number(&self, key: &str) -> Option<u32> {
        self.int(key).and_then(|number| u32::try_from(number).ok())
    }

    /// A day.
    pub fn day(&self, key: &str) -> Option<Date> {
        match self.get(key) {
            Some(Given::Day(day)) => Some(*day),
            _ => None,
        }
    }
}

/// The cells of a row, one a column of the list's shape.
pub(super) fn cells(list: PlanList, row: &Row<'_>, place: &Place<'_>) -> Vec<Cell> {
    let said = |key: &str| Cell::said(row.text(key));
    let word = |key: &str, words: fn(&str) -> Option<Label>| {
        row.text(key).and_then(|word| words(&word)).map_or(Cell::Nothing, Cell::words)
    };
    let below = |what: &str| href(place.plan, what, place.asked);
    let node = || match row.number("node") {
        Some(node) => Cell::link(below(&format!("/nodes/{node}")), node_words(row)),
        None => Cell::Nothing,
    };
    let source = || {
        let line = row.number("line").unwrap_or_default();
        Cell::link(source_href(place.plan, place.version, line), place_words(row, place.format))
    };
    match list {
        PlanList::Nodes => {
            let id = row.number("node").unwrap_or_default();
            let own = |key: &str, list: &str| {
                let mark = if place.asked.is_some() { '&' } else { '?' };
                Cell::money_from(row.int(key), format!("{}{mark}under={id}", below(list)))
            };
            vec![
                node(),
                said("code"),
                said("level"),
                Cell::count(row.int("indicators").filter(|count| *count > 0)),
                Cell::count(row.int("phases").filter(|count| *count > 0)),
                own("revenue", "/budget/lines"),
                own("expense", "/budget/lines"),
                own("allocated", "/allocations"),
                own("cost", "/costs"),
                source(),
            ]
        }
        PlanList::Indicators => vec![
            said("title"),
            said("code"),
            node(),
            said("target"),
            Cell::day(row.day("deadline")),
            said("measured"),
            said("owner"),
            source(),
        ],
        PlanList::Phases => vec![
            said("title"),
            said("ordinal"),
            node(),
            word("state", words::phase_state_of),
            Cell::day(row.day("from")),
            Cell::day(row.day("to")),
            source(),
        ],
        PlanList::Budget => vec![
            said("title"),
            said("chapter"),
            said("article"),
            node(),
            word("kind", words::budget_kind_of),
            Cell::money(row.int("revenue")),
            Cell::money(row.int("expense")),
            Cell::money(row.int("amount")),
            source(),
        ],
        PlanList::Allocations => {
            let money = |key: &str| Cell::money(row.int(key));
            let of = row
                .text("source")
                .map_or_else(|| Cell::words(Label::key("plans-no-source")), |of| Cell::said(Some(of)));
            vec![of, node(), said("owner"), money("total"), money("before"), money("change"), money("after"), source()]
        }
        PlanList::Costs => vec![
            said("activity"),
            node(),
            word("kind", words::resource_kind_of),
            Cell::money(row.int("cost")),
            source(),
        ],
        PlanList::People => {
            vec![said("person"), said("relation"), node(), Cell::share(row.int("share")), source()]
        }
        PlanList::Load => {
            let mark = if place.asked.is_some() { '&' } else { '?' };
            let query = serde_urlencoded::to_string([("person", row.text("folded").unwrap_or_default())]);
            let works = format!("{}{mark}{}", below("/people"), query.unwrap_or_default());
            let load = row.int("load");
            vec![
                Cell::link(works.clone(), Label::Said(row.text("person").unwrap_or_default())),
                said("relation"),
                Cell::count_from(row.int("works"), works),
                Cell::share(load),
                state_of_load(load),
            ]
        }
        PlanList::Amounts => {
            let label = row
                .text("label")
                .map_or_else(|| Cell::words(Label::key("plans-in-text")), |label| Cell::said(Some(label)));
            vec![label, node(), said("raw"), Cell::money(row.int("amount")), word("per", words::per_of), source()]
        }
        PlanList::Totals => {
            let label = row
                .text("label")
                .map_or_else(|| Cell::words(Label::key("column-total")), |label| Cell::said(Some(label)));
            vec![
                label,
                said("heading"),
                node(),
                Cell::money(row.int("printed")),
                Cell::share(row.int("share")),
                source(),
            ]
        }
        PlanList::Notes => {
            let code = row.text("code").and_then(|word| NoteCode::ALL.into_iter().find(|code| code.word() == word));
            let subject = row.text("subject").unwrap_or_default();
            let note = code.map(|code| words::note(&Note { code, subject, node: None, line: 0 }));
            vec![note.map_or(Cell::Nothing, Cell::words), node(), source()]
        }
        PlanList::Unread => vec![source(), said("text")],
        PlanList::Search | PlanList::SearchPeople => {
            let title = Label::Said(row.text("title").unwrap_or_default());
            let first = match row.number("node") {
                Some(node) => Cell::link(below(&format!("/nodes/{node}")), title),
                None => Cell::words(title),
            };
            let around = row.text("words").map(|text| snippet::around(&text, place.words));
            vec![first, word("kind", words::find_kind), Cell::said(around), node(), source()]
        }
    }
}

/// What a person's shares come to, in a word: more than a whole person is marked.
fn state_of_load(load: Option<i64>) -> Cell {
    let (key, kind) = match load {
        Some(load) if load > FULL_HUNDREDTHS => ("list-load-over", "late"),
        Some(FULL_HUNDREDTHS) => ("list-load-full", "done"),
        Some(_) => ("list-load-under", "ordinary"),
        None => ("list-load-unknown", "warning"),
    };
    Cell::State { words: Label::key(key), kind }
}

/// What the columns come to, one a column; the first says that it is the total.
pub(super) fn sums(list: PlanList, sum: &dyn Fn(&str) -> Option<i64>) -> Vec<Cell> {
    let none = || Cell::Nothing;
    let money = |key: &str| Cell::money(sum(key));
    let count = |key: &str| Cell::count(sum(key));
    match list {
        PlanList::Nodes => {
            let first = [none(), none(), none(), count("indicators"), count("phases")];
            let amounts = ["revenue", "expense", "allocated", "cost"].map(money);
            first.into_iter().chain(amounts).chain([none()]).collect()
        }
        PlanList::Budget => {
            let amounts = ["revenue", "expense", "amount"].map(money);
            std::iter::repeat_with(none).take(5).chain(amounts).chain([none()]).collect()
        }
        PlanList::Allocations => {
            let amounts = ["total", "before", "change", "after"].map(money);
            std::iter::repeat_with(none).take(3).chain(amounts).chain([none()]).collect()
        }
        PlanList::Costs => vec![none(), none(), none(), money("cost"), none()],
        PlanList::Load => vec![none(), none(), count("works"), none(), none()],
        PlanList::Amounts => vec![none(), none(), none(), money("amount"), none(), none()],
        PlanList::Indicators
        | PlanList::Phases
        | PlanList::People
        | PlanList::Totals
        | PlanList::Notes
        | PlanList::Unread
        | PlanList::Search
        | PlanList::SearchPeople => Vec::new(),
    }
}

/// A row of every kind of cell, for the test that renders every template.
pub(super) fn samples(list: PlanList, place: &Place<'_>) -> Vec<Cell> {
    let columns = [
        "title",
        "code",
        "node",
        "node_name",
        "line",
        "folded",
        "person",
        "load",
        "works",
        "cost",
        "share",
        "raw",
        "amount",
        "deadline",
        "revenue",
    ];
    let (text, int) = (|text: &str| Given::Text(text.to_owned()), Given::Int);
    let cells = [
        text("Spese"),
        text("marks-lost"),
        int(3),
        text("Area"),
        int(8),
        text("ada fabbri"),
        text("Ada Fabbri"),
        int(12_000),
        int(2),
        int(100),
        int(5_000),
        text("tre"),
        int(-5),
        Given::Day(Date::constant(2027, 3, 9)),
        int(1),
    ];
    self::cells(list, &Row::new(&columns, &cells), place)
}
