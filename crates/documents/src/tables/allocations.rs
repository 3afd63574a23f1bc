// SPDX-License-Identifier: AGPL-3.0-or-later
//! Funds shared over objectives and actions: source, total, before, change, after, responsible body.
//!
//! Where a row has as many cells as its heading row and its amounts stand under their headings, it is read by
//! columns; where row spans shifted it, by its shape: the amounts are the cells before the responsible body, the
//! source is the cell before them, and codes tell objectives from actions. Empty cells are inherited.

use super::OpenTable;
use crate::clean::clean_line;
use crate::reader::{Mark, Reader};
use crate::values::words::after_phrase;
use crate::vocabulary::Column;
use ambito_base::{Cents, fold};
use ambito_domain::planning::{Allocation, Node, NodeId, NoteCode, Total};
use std::sync::Arc;

/// A cell longer than this names no fund, in characters.
const SOURCE_CHARS_MAX: usize = 48;
/// The columns of amounts, as allocations keep them.
const AMOUNTS: [Column; 4] = [Column::Total, Column::Before, Column::Change, Column::After];

/// A row taken apart.
struct Parts {
    /// What stands before the source: codes, objectives, action.
    names: Vec<String>,
    source: Option<String>,
    amounts: [Option<Cents>; 4],
    owner: Option<String>,
}

impl Reader<'_> {
    /// A row of a table of allocations.
    pub(super) fn allocation_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let Some(mut table) = self.table.take() else { return false };
        let taken = self.allocation_total(at, cells, &table) || self.allocation(at, cells, filled, &mut table);
        self.table = Some(table);
        taken
    }

    fn allocation(&mut self, at: usize, cells: &[&str], filled: usize, table: &mut OpenTable) -> bool {
        if filled < 2 {
            return false;
        }
        let by_column = by_columns(cells, table);
        let in_columns = by_column.is_some();
        let Some(parts) = by_column.or_else(|| by_shape(cells, table)) else { return false };
        if parts.amounts.iter().all(Option::is_none) {
            return false;
        }
        let unnamed = parts.names.is_empty() && parts.source.is_none() && parts.owner.is_none();
        if unnamed {
            let top = self.open.first().map(|open| open.node);
            self.push_totals(at, None, top, &parts.amounts, table);
            return true;
        }
        let line = Self::number(at);
        if in_columns {
            self.names_by_column(at, cells, table);
        } else {
            self.names_by_shape(at, &parts.names, &table.heads);
        }
        // The source of the row above goes on where the cell is empty.
        if let Some(source) = parts.source {
            table.last = vec![source];
        }
        let [total, before, change, after] = parts.amounts;
        let node = self.current();
        // So does a body that stands over several rows of one objective.
        let objective = node.and_then(|node| self.draft.node(node).parent);
        let owner = parts.owner.or_else(|| {
            let above = self.draft.allocations.last()?;
            let same = above.node.and_then(|node| self.draft.node(node).parent) == objective;
            above.owner.clone().filter(|_| same && table.place(Column::Owner).is_some())
        });
        self.draft.allocations.push(Allocation {
            node,
            source: table.last.first().cloned(),
            total,
            before,
            change,
            after,
            owner,
            line,
        });
        self.marks[at] = Mark::Read;
        true
    }

    /// Opens the objectives and the action that a row names in their columns.
    fn names_by_column(&mut self, at: usize, cells: &[&str], table: &OpenTable) {
        let text = |column: Column| clean_line(table.cell(cells, column)).into_owned();
        for (column, level) in [
            (Column::General, "obiettivo generale"),
            (Column::Specific, "obiettivo specifico"),
            (Column::Action, "azione"),
        ] {
            let name = text(column);
            if name.is_empty() {
                continue;
            }
            let printed =
                table.place(column).and_then(|place| table.heads.get(place)).map(|head| fold(head)).unwrap_or_default();
            let level = self
                .words
                .levels
                .iter()
                .find(|known| self.levels.contains(&known.name) && known.words.contains(&printed))
                .map_or(level, |known| known.name.as_str())
                .to_owned();
            let (mut code, mut title) = leading_code(&name);
            if column == Column::Action && code.is_none() {
                let cell = text(Column::Code);
                code = (!cell.is_empty()).then_some(cell);
            }
            if title.is_empty() {
                title = name;
            }
            self.name(at, &level, code.as_deref(), &title);
        }
    }

    /// Opens what a row names by shape: "7.1" a general objective, "7.1.1" a specific one, other text the action.
    fn names_by_shape(&mut self, at: usize, names: &[String], heads: &[Arc<str>]) {
        let mut place = 0;
        while place < names.len() {
            let name = &names[place];
            let depth = code_depth(name);
            match (depth, names.get(place + 1)) {
                (Some(depth), Some(title)) if code_depth(title).is_none() => {
                    let level = self.objective_level(depth, heads);
                    self.name(at, level, Some(name), title);
                    place += 2;
                }
                (None, Some(next)) if place == 0 && code_depth(next).is_some() => {
                    self.title_continued(at, name);
                    place += 1;
                }
                (Some(_), _) => place += 1,
                (None, _) => {
                    self.name(at, "azione", None, name);
                    place += 1;
                }
            }
        }
    }

    /// The level of a coded objective: the only one the headings name, else by the depth of its code.
    fn objective_level(&self, depth: usize, heads: &[Arc<str>]) -> &'static str {
        let named = |level: &str| heads.iter().any(|head| fold(head).contains(level));
        let specific = match (named("obiettivo generale"), named("obiettivo specifico")) {
            (false, true) => true,
            (true, false) => false,
            _ => depth >= 2,
        };
        if specific { "obiettivo specifico" } else { "obiettivo generale" }
    }

    /// The rest of a title that a page cut.
    fn title_continued(&mut self, at: usize, rest: &str) {
        let level = self.rank("obiettivo generale");
        let Some(open) = self.open.iter().find(|open| open.rank == level).copied() else { return };
        if let Some(title) = &mut self.node_mut(open.node).title {
            title.push(' ');
            title.push_str(rest);
        }
        let title = self.draft.node(open.node).title.clone().unwrap_or_default();
        self.note(NoteCode::TitleJoined, &title, Some(open.node), Self::number(at));
    }

    /// Opens a node unless it is the one that is open already.
    fn name(&mut self, at: usize, level: &str, code: Option<&str>, title: &str) {
        let rank = self.rank(level);
        let same = self.open.iter().find(|open| open.rank == rank).is_some_and(|open| {
            let node = self.draft.node(open.node);
            node.code.as_deref() == code && node.title.as_deref().is_some_and(|known| fold(known) == fold(title))
        });
        if same {
            self.close_to(rank + 1);
            return;
        }
        self.open_node(
            rank,
            Node {
                level: Some(level.to_owned()),
                code: code.map(str::to_owned),
                title: Some(title.to_owned()),
                line: Self::number(at),
                ..Node::default()
            },
        );
    }

    /// "totale 7.1: | 22.027.520,00 | …".
    fn allocation_total(&mut self, at: usize, cells: &[&str], table: &OpenTable) -> bool {
        let named = cells.iter().find(|cell| !cell.is_empty() && cell.len() <= 120 && self.is_total(cell));
        let Some(label) = named.map(|cell| clean_line(cell).into_owned()) else { return false };
        let end = self.words.words.totals.iter().filter_map(|word| after_phrase(&label, word)).max().unwrap_or(0);
        let (code, _) = crate::headings::number_after(&label[end..]);
        let code = code.map(|code| code.trim_end_matches('.').to_owned());
        let node = match code {
            Some(code) => self
                .draft
                .nodes
                .iter()
                .rposition(|node| node.code.as_deref() == Some(code.as_str()))
                .map(|place| NodeId(u32::try_from(place).unwrap_or(u32::MAX))),
            None => {
                // "Totale obiettivo …", "Totale generale"
                let rest = fold(&label[end..]);
                let named = self.open.iter().rev().find(|open| {
                    let node = self.draft.node(open.node);
                    let level = node.level.as_deref().unwrap_or("");
                    !rest.is_empty()
                        && (level.starts_with(rest.as_str())
                            || rest.starts_with(level) && !level.is_empty()
                            || node.title.as_deref().is_some_and(|title| fold(title) == rest))
                });
                named.or(self.open.first()).map(|open| open.node)
            }
        };
        // Where the row has moved, some amounts stand outside their columns: then they are taken in order.
        let all = cells.iter().filter(|cell| cell.len() >= 4 && signed(cell, table).is_some()).count();
        let mapped = amounts_by_column(cells, table).filter(|amounts| amounts.iter().flatten().count() == all);
        let amounts = mapped.unwrap_or_else(|| {
            let mut values = cells.iter().filter_map(|cell| table.money(cell));
            AMOUNTS.map(|column| if table.place(column).is_some() { values.next() } else { None })
        });
        self.push_totals(at, Some(&label), node, &amounts, table);
        true
    }

    fn push_totals(
        &mut self,
        at: usize,
        label: Option<&str>,
        node: Option<NodeId>,
        amounts: &[Option<Cents>; 4],
        table: &OpenTable,
    ) {
        for (column, amount) in AMOUNTS.into_iter().zip(amounts) {
            if amount.is_some() {
                let head: Option<Arc<str>> = table.place(column).and_then(|place| table.heads.get(place)).cloned();
                self.draft.totals.push(Total {
                    node,
                    label: label.map(str::to_owned),
                    column: head,
                    amount: *amount,
                    share: None,
                    line: Self::number(at),
                });
            }
        }
        self.marks[at] = Mark::Read;
    }
}

/// The amounts under their headings; `None` where a cell there is no amount.
fn amounts_by_column(cells: &[&str], table: &OpenTable) -> Option<[Option<Cents>; 4]> {
    let mut amounts = [None; 4];
    let mut any = false;
    for (slot, column) in amounts.iter_mut().zip(AMOUNTS) {
        let cell = table.cell(cells, column);
        if !cell.is_empty() && !matches!(cell, "-" | "–" | "/") {
            *slot = Some(signed(cell, table)?);
            any = true;
        }
    }
    any.then_some(amounts)
}

/// An amount, also with its sign behind it or apart ("1.000,00-", "- 500,00").
fn signed(cell: &str, table: &OpenTable) -> Option<Cents> {
    if let Some(found) = table.money(cell) {
        return Some(found);
    }
    let body = cell.strip_suffix(['-', '−', '–']).or_else(|| cell.strip_prefix(['-', '−', '–']))?;
    let amount = table.money(body.trim())?;
    Cents::ZERO.checked_sub(amount)
}

fn by_columns(cells: &[&str], table: &OpenTable) -> Option<Parts> {
    let amounts = amounts_by_column(cells, table)?;
    let source = clean_line(table.cell(cells, Column::Source)).into_owned();
    let owner = clean_line(table.cell(cells, Column::Owner)).into_owned();
    // A source or a body that is an amount means that the row has moved.
    if Cents::parse(&source).is_some() || Cents::parse(&owner).is_some() {
        return None;
    }
    // What stands outside the known columns would be lost: then the shape decides.
    let stray = cells
        .iter()
        .enumerate()
        .any(|(place, cell)| !cell.is_empty() && (table.columns.get(place).copied().flatten().is_none()));
    if stray {
        return None;
    }
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let names = [Column::General, Column::Specific, Column::Action]
        .into_iter()
        .map(|column| clean_line(table.cell(cells, column)).into_owned())
        .filter(|cell| !cell.is_empty())
        .collect();
    Some(Parts { names, source: filled(source), amounts, owner: filled(owner) })
}

fn by_shape(cells: &[&str], table: &OpenTable) -> Option<Parts> {
    let is_money = |cell: &str| {
        cell.len() >= 4 && cell.contains(['.', ',']) && signed(cell, table).is_some() && code_depth(cell).is_none()
    };
    let columns: Vec<Column> = AMOUNTS.into_iter().filter(|column| table.place(*column).is_some()).collect();
    let last = cells.iter().rposition(|cell| is_money(cell))?;
    let owner = cells[last + 1..].iter().position(|cell| !cell.is_empty()).map(|place| place + last + 1);
    // The amounts end right before the responsible body; an empty one may be among them.
    let end = owner.unwrap_or(last + 1);
    let start = end.checked_sub(columns.len())?;
    let fits = cells[start..end].iter().all(|cell| cell.is_empty() || is_money(cell))
        && !cells[..start].iter().any(|cell| is_money(cell));
    let values: Vec<Option<Cents>> = if fits {
        cells[start..end].iter().map(|cell| signed(cell, table)).collect()
    } else {
        let first = cells.iter().position(|cell| is_money(cell))?;
        let run: Vec<Option<Cents>> =
            cells[first..=last].iter().filter(|cell| is_money(cell)).map(|cell| signed(cell, table)).collect();
        if run.len() > columns.len() {
            return None;
        }
        run
    };
    let left = if fits { start } else { cells.iter().position(|cell| is_money(cell))? };
    let mut amounts = [None; 4];
    for (column, value) in columns.iter().zip(values) {
        if let Some(slot) = AMOUNTS.iter().position(|known| known == column) {
            amounts[slot] = value;
        }
    }
    let mut names: Vec<String> =
        cells[..left].iter().filter(|cell| !cell.is_empty()).map(|cell| clean_line(cell).into_owned()).collect();
    let source = names.last().is_some_and(|cell| names_fund(cell)).then(|| names.pop()).flatten();
    let owner = owner.map(|place| clean_line(cells[place]).into_owned());
    Some(Parts { names, source, amounts, owner })
}

/// Whether a cell is short and looks like the name of a fund: "FSE - 9.1.2", "FNPS 2027", "Fondo povertà".
fn names_fund(cell: &str) -> bool {
    if cell.chars().count() > SOURCE_CHARS_MAX || code_depth(cell).is_some() {
        return false;
    }
    let acronym = cell
        .split([' ', '-', '/'])
        .next()
        .is_some_and(|word| word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()));
    let folded = fold(cell);
    acronym
        || folded.starts_with("fondo")
        || folded.starts_with("risorse")
        || folded.starts_with("quota")
        || folded.starts_with("bilancio")
        || folded.starts_with("contributo")
}

/// The number of dots of a code like "7.1.2"; `None` for anything else.
fn code_depth(text: &str) -> Option<usize> {
    let text = text.trim_end_matches('.');
    let fits = text.len() <= 12
        && text.split('.').all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    (fits && text.contains('.')).then(|| text.matches('.').count())
}

/// "7.1 Titolo" → its code and title.
fn leading_code(name: &str) -> (Option<String>, String) {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let bare = first.trim_end_matches(['.', ')', ':', '-']);
    let coded = !bare.is_empty()
        && bare.len() <= 12
        && bare.bytes().any(|b| b.is_ascii_digit())
        && bare.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    let rest = rest.trim_start_matches(['-', '–', ':', ' ']);
    if coded && !rest.is_empty() && !bare.bytes().all(|b| b.is_ascii_digit() && bare.len() == 4) {
        (Some(bare.to_owned()), rest.to_owned())
    } else {
        (None, name.to_owned())
    }
}
