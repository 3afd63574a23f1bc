// SPDX-License-Identifier: AGPL-3.0-or-later
//! Budget by chapter: "Cap. 03641 Art. 00 | title | revenue | expense", with cross references in the titles.

use super::OpenTable;
use crate::clean::clean_line;
use crate::reader::{Mark, Orphan, Reader};
use crate::values::references::references;
use crate::values::words::after_phrase;
use crate::vocabulary::Column;
use ambito_base::fold;
use ambito_domain::planning::{BudgetKind, BudgetLine, Direction, Total};

impl Reader<'_> {
    /// A row of a budget.
    pub(super) fn budget_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let Some(table) = self.table.take() else { return false };
        let taken = filled >= 2 && (self.budget_total(at, cells, &table) || self.budget_line(at, cells, &table));
        self.table = Some(table);
        taken
    }

    /// "Totale | | 2.453.877,32 | 784.326,70"; where cells moved, amounts in order.
    fn budget_total(&mut self, at: usize, cells: &[&str], table: &OpenTable) -> bool {
        let Some(label) = cells.iter().find(|cell| !cell.is_empty()) else { return false };
        let label = clean_line(label).into_owned();
        if !self.is_total(&label) {
            return false;
        }
        let money: Vec<usize> = money_columns(table);
        let in_place = money
            .iter()
            .all(|place| cells.get(*place).is_none_or(|cell| cell.is_empty() || table.money(cell).is_some()))
            && money.iter().any(|place| cells.get(*place).is_some_and(|cell| !cell.is_empty()));
        let amounts: Vec<(usize, &str)> = if in_place && cells.len() > money.last().copied().unwrap_or(0) {
            money.iter().filter_map(|place| cells.get(*place).map(|cell| (*place, *cell))).collect()
        } else {
            let values = cells.iter().copied().filter(|cell| table.money(cell).is_some());
            money.iter().copied().zip(values).collect()
        };
        let node = if self.orphan.is_some() { None } else { self.sheet() };
        for (place, cell) in amounts {
            if cell.is_empty() {
                continue;
            }
            self.draft.totals.push(Total {
                node,
                label: Some(label.clone()),
                column: table.heads.get(place).cloned(),
                amount: table.money(cell),
                share: None,
                line: Self::number(at),
            });
        }
        self.marks[at] = Mark::Read;
        true
    }

    fn budget_line(&mut self, at: usize, cells: &[&str], table: &OpenTable) -> bool {
        let Some((chapter, article, title_from)) = chapter_of(cells, table) else { return false };
        let money = money_columns(table);
        let place = money
            .iter()
            .copied()
            .find(|place| cells.get(*place).is_some_and(|cell| table.money(cell).is_some()))
            .or_else(|| {
                // The row has moved: the only amount behind the title.
                let found =
                    cells.iter().enumerate().skip(title_from + 1).find(|(_, cell)| table.money(cell).is_some())?.0;
                Some(found)
            });
        let title_place = table
            .place(Column::Title)
            .filter(|place| cells.get(*place).is_some_and(|cell| !cell.is_empty()))
            .unwrap_or(title_from);
        let title = clean_line(cells.get(title_place).copied().unwrap_or("")).into_owned();
        let column = place.and_then(|place| table.columns.get(place).copied().flatten());
        let (direction, kind) = side(column).or_else(|| side_of_cell(table.cell(cells, Column::Direction))).unzip();
        let direction = direction.flatten();
        let node = if self.orphan.is_some() { None } else { self.row_node(table, cells).or_else(|| self.sheet()) };
        let amount = place.and_then(|place| cells.get(place)).and_then(|cell| table.money(cell));
        self.draft.budget_lines.push(BudgetLine {
            node,
            direction,
            kind: kind.flatten(),
            chapter,
            article,
            references: references(&title, direction.unwrap_or(Direction::Expense), &self.words.words.see),
            title,
            amount,
            line: Self::number(at),
        });
        if let Some(key) = self.orphan.clone() {
            self.orphans.push((Orphan::BudgetLine(self.draft.budget_lines.len() - 1), key));
        }
        self.marks[at] = Mark::Read;
        true
    }
}

/// The chapter and article of a row, and the place of the cell after them.
fn chapter_of(cells: &[&str], table: &OpenTable) -> Option<(String, Option<String>, usize)> {
    let number = |text: &str| -> Option<String> {
        let text = text.trim().trim_end_matches('.');
        (!text.is_empty() && text.len() <= 12 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned())
    };
    if let Some(place) = table.place(Column::Chapter) {
        let cell = cells.get(place).copied().unwrap_or("");
        let article = Some(table.cell(cells, Column::Article)).and_then(number);
        let (chapter, own) = match cell.split_once(['/', '.']) {
            Some((chapter, article)) => (number(chapter), number(article)),
            None => (number(cell), None),
        };
        let last = table.place(Column::Article).unwrap_or(place).max(place);
        return chapter.map(|chapter| (chapter, article.or(own), last + 1));
    }
    let (place, cell) = cells.iter().enumerate().find(|(_, cell)| !cell.is_empty())?;
    // "Cap. 03641 Art. 00"
    let end = after_phrase(cell, "cap").or_else(|| after_phrase(cell, "capitolo"))?;
    let rest = cell[end..].trim_start_matches(['.', ' ', 'n', '°']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    let behind = rest[digits..].trim_start_matches(['/', ' ', ',', '-', '.']);
    let article = match after_phrase(behind, "art").or_else(|| after_phrase(behind, "articolo")) {
        Some(end) => behind[end..].trim_start_matches(['.', ' ']),
        None => behind,
    };
    let article_digits = article.bytes().take_while(u8::is_ascii_digit).count();
    let article = (article_digits > 0).then(|| article[..article_digits].to_owned());
    Some((rest[..digits].to_owned(), article, place + 1))
}

fn money_columns(table: &OpenTable) -> Vec<usize> {
    table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| side(**column).is_some() || **column == Some(Column::Amount))
        .map(|(place, _)| place)
        .collect()
}

/// The side and kind of a column of amounts.
fn side(column: Option<Column>) -> Option<(Option<Direction>, Option<BudgetKind>)> {
    match column? {
        Column::RevenueCurrent => Some((Some(Direction::Revenue), Some(BudgetKind::Current))),
        Column::ExpenseCurrent => Some((Some(Direction::Expense), Some(BudgetKind::Current))),
        Column::RevenueCapital => Some((Some(Direction::Revenue), Some(BudgetKind::Capital))),
        Column::ExpenseCapital => Some((Some(Direction::Expense), Some(BudgetKind::Capital))),
        _ => None,
    }
}

/// The side that a cell tells ("E", "Uscita").
fn side_of_cell(cell: &str) -> Option<(Option<Direction>, Option<BudgetKind>)> {
    match fold(cell).as_str() {
        "e" | "entrata" | "entrate" => Some((Some(Direction::Revenue), None)),
        "u" | "s" | "uscita" | "spesa" | "uscite" | "spese" => Some((Some(Direction::Expense), None)),
        _ => None,
    }
}
