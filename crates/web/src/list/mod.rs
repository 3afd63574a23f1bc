// SPDX-License-Identifier: AGPL-3.0-or-later
//! A list as a page shows it, a file takes it away and paper has it: columns that sort, filters, sums of the whole, the way on.
//!
//! `{% import "_list.html" as lists %}{{ lists.list(list) }}`. Invariants: everything is in the address (what is typed into a
//! filter too), so that a list works without a script, can be kept and sent on; a cell is shown, and written into a file,
//! from the same value. Deliberately absent: the rows themselves; a page brings them, and says how a row becomes cells.

mod address;
mod cell;
mod export;
mod fetching;
pub(crate) mod print;

pub use address::Address;
pub use cell::Cell;
pub use export::{Fetch, File, Format, Of, Whole, send, take};
pub use fetching::Fetching;

use crate::render::Label;
use serde::Serialize;

/// What a column holds: how it is aligned, and what its cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Words, links, states.
    Words,
    /// Figures and amounts.
    Figures,
    /// Days and moments.
    Days,
}

/// Whether a list can be sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorts {
    /// Yes, by this key of the list.
    By(&'static str),
    /// No.
    Never,
}

/// A column of a list.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The key of its name.
    pub label: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether the list can be sorted by it.
    pub sorts: Sorts,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn words(label: &'static str, sort: &'static str) -> Self {
        Self { label, holds: Holds::Words, sorts: Sorts::By(sort) }
    }

    /// A column of figures.
    #[must_use]
    pub const fn figures(label: &'static str, sort: &'static str) -> Self {
        Self { label, holds: Holds::Figures, sorts: Sorts::By(sort) }
    }

    /// A column of days.
    #[must_use]
    pub const fn days(label: &'static str, sort: &'static str) -> Self {
        Self { label, holds: Holds::Days, sorts: Sorts::By(sort) }
    }

    /// A column of words by which nobody sorts.
    #[must_use]
    pub const fn plain(label: &'static str) -> Self {
        Self { label, holds: Holds::Words, sorts: Sorts::Never }
    }
}

/// A question that a list can be filtered by.
#[derive(Clone, Debug, Serialize)]
pub struct Filter {
    /// Its name in the address.
    pub key: &'static str,
    /// What it is called.
    pub label: Label,
    /// What was chosen or typed.
    pub value: String,
    /// What can be chosen; nothing where words are typed.
    pub choices: Vec<(String, Label)>,
}

/// A filter that came with a link: what it is, and the same list without it.
#[derive(Clone, Debug, Serialize)]
pub struct Given {
    /// What the list shows only.
    pub label: Label,
    /// The same list without this.
    pub without: String,
}

/// A list on a page.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    id: &'static str,
    caption: Label,
    columns: Vec<Shown>,
    rows: Vec<Vec<Cell>>,
    sums: Vec<Cell>,
    count: u64,
    action: String,
    kept: Vec<(String, String)>,
    filters: Vec<Filter>,
    given: Vec<Given>,
    clear: String,
    first: String,
    next: String,
    csv: String,
    xlsx: String,
    print: String,
    none: Label,
}

#[derive(Clone, Debug, Serialize)]
struct Shown {
    label: Label,
    holds: Holds,
    href: String,
    sorted: &'static str,
}

impl List {
    /// A list with an id of its own on the page, what it is, its columns, and the address that it was asked by.
    #[must_use]
    pub fn new(id: &'static str, caption: Label, columns: &[Column], address: &Address) -> Self {
        let shown = |column: &Column| Shown {
            label: Label::key(column.label),
            holds: column.holds,
            href: match column.sorts {
                Sorts::By(key) => address.sorted_by(key),
                Sorts::Never => String::new(),
            },
            sorted: match column.sorts {
                Sorts::By(key) => address.direction(key),
                Sorts::Never => "",
            },
        };
        Self {
            id,
            caption,
            columns: columns.iter().map(shown).collect(),
            rows: Vec::new(),
            sums: Vec::new(),
            count: 0,
            action: address.path().to_owned(),
            kept: address.kept(&[]),
            filters: Vec::new(),
            given: Vec::new(),
            clear: String::new(),
            first: address.first(),
            next: String::new(),
            csv: address.file(Format::Csv),
            xlsx: address.file(Format::Xlsx),
            print: address.printed(),
            none: Label::key("list-none"),
        }
    }

    /// The same with rows, how many the whole list has, and the key that the next page goes on from.
    #[must_use]
    pub fn with_rows(mut self, address: &Address, rows: Vec<Vec<Cell>>, count: u64, next: Option<&str>) -> Self {
        self.rows = rows;
        self.count = count;
        self.next = next.map_or_else(String::new, |next| address.after(next));
        self
    }

    /// The same with what the columns come to over the whole list, one a column; shown where one of them comes to something.
    #[must_use]
    pub fn with_sums(mut self, sums: Vec<Cell>) -> Self {
        let is_there = sums.iter().any(|cell| *cell != Cell::Nothing);
        self.sums = if is_there { sums } else { Vec::new() };
        self
    }

    /// The same with a filter; words that are typed, where nothing can be chosen.
    #[must_use]
    pub fn filtered_by(
        mut self,
        address: &Address,
        key: &'static str,
        label: Label,
        choices: Vec<(String, Label)>,
    ) -> Self {
        self.filters.push(Filter { key, label, value: address.value(key).to_owned(), choices });
        let keys: Vec<&str> = self.filters.iter().map(|filter| filter.key).collect();
        self.kept = address.kept(&keys);
        let is_set = self.filters.iter().any(|filter| !filter.value.is_empty());
        self.clear = if is_set { address.without(&keys) } else { String::new() };
        self
    }

    /// The same with a filter that came with a link.
    #[must_use]
    pub fn given(mut self, address: &Address, key: &str, label: Label) -> Self {
        self.given.push(Given { label, without: address.without(&[key]) });
        self
    }

    /// The same with other words for a list that nothing is in.
    #[must_use]
    pub fn or_none(mut self, none: Label) -> Self {
        self.none = none;
        self
    }

    /// The same without files and without a page to be printed: for a list that stands whole on its page.
    #[must_use]
    pub fn without_files(mut self) -> Self {
        (self.csv, self.xlsx, self.print) = (String::new(), String::new(), String::new());
        self
    }
}
