// SPDX-License-Identifier: AGPL-3.0-or-later
//! Budget lines with the chapters they name, allocations of funds, costs with who pays them.

use super::shape::{Found, Shape, VersionKey, Within, attach, bare, number};
use super::words::Word;
use crate::{Result, Tx};
use ambito_domain::planning::{Allocation, BudgetLine, ChapterReference, PlanDraft, Resource, SourceAmount};

pub(super) const BUDGET_LINES: Shape =
    Shape::records("plan_budget_line", "id, node, direction, kind, chapter, article, title, amount, line");

pub(super) const REFERENCES: Shape = Shape {
    table: "plan_chapter_reference",
    columns: "budget_line, position, direction, chapter, article, raw",
    within: Within::Of("budget_line", "plan_budget_line"),
};

pub(super) const ALLOCATIONS: Shape = Shape::records(
    "plan_allocation",
    "id, node, source, amount_total, amount_before, amount_change, amount_after, owner, line",
);

pub(super) const RESOURCES: Shape = Shape::records("plan_resource", "id, node, activity, cost, kind, line");

pub(super) const SOURCES: Shape = Shape {
    table: "plan_resource_source",
    columns: "resource, position, source, amount, raw",
    within: Within::Of("resource", "plan_resource"),
};

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = BUDGET_LINES.rows(key);
    for (at, budget_line) in draft.budget_lines.iter().enumerate() {
        let BudgetLine { node, direction, kind, chapter, article, title, amount, references: _, line } = budget_line;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(direction.map(Word::stable)).put(kind.map(Word::stable));
            row.put(chapter).put(article).put(title).put(*amount).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    let mut rows = REFERENCES.rows(key);
    for (at, budget_line) in draft.budget_lines.iter().enumerate() {
        for (position, reference) in budget_line.references.iter().enumerate() {
            let ChapterReference { direction, chapter, article, raw } = reference;
            rows.push(tx, |row| {
                row.put(number(at)).put(number(position)).put(direction.stable()).put(chapter).put(article).put(raw);
            })
            .await?;
        }
    }
    rows.finish(tx).await?;
    let mut rows = ALLOCATIONS.rows(key);
    for (at, allocation) in draft.allocations.iter().enumerate() {
        let Allocation { node, source, total, before, change, after, owner, line } = allocation;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(source).put(*total).put(*before).put(*change).put(*after);
            row.put(owner).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    insert_resources(tx, key, draft).await
}

async fn insert_resources(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = RESOURCES.rows(key);
    for (at, resource) in draft.resources.iter().enumerate() {
        let Resource { node, activity, cost, sources: _, kind, line } = resource;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(activity).put(*cost).put(kind.stable()).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    let mut rows = SOURCES.rows(key);
    for (at, resource) in draft.resources.iter().enumerate() {
        for (position, SourceAmount { source, amount, raw }) in resource.sources.iter().enumerate() {
            rows.push(tx, |row| {
                row.put(number(at)).put(number(position)).put(source).put(*amount).put(raw);
            })
            .await?;
        }
    }
    rows.finish(tx).await
}

pub(super) fn take_budget_lines(found: &mut Found) -> Result<Vec<BudgetLine>> {
    let read = found.take(&BUDGET_LINES, |cells| {
        let id: u32 = cells.next()?;
        let line = BudgetLine {
            node: cells.next()?,
            direction: Word::next_option(cells)?,
            kind: Word::next_option(cells)?,
            chapter: cells.next()?,
            article: cells.next()?,
            title: cells.next()?,
            amount: cells.next()?,
            references: Vec::new(),
            line: cells.next()?,
        };
        Ok((id, line))
    });
    let mut lines = read?;
    let references = found.take(&REFERENCES, |cells| {
        let (owner, _position): (u32, u32) = (cells.next()?, cells.next()?);
        let direction = Word::next(cells)?;
        let (chapter, article, raw) = (cells.next()?, cells.next()?, cells.next()?);
        Ok((owner, ChapterReference { direction, chapter, article, raw }))
    });
    attach(&mut lines, references?, |line, reference| line.references.push(reference));
    Ok(bare(lines))
}

pub(super) fn take_allocations(found: &mut Found) -> Result<Vec<Allocation>> {
    let read = found.take(&ALLOCATIONS, |cells| {
        let id: u32 = cells.next()?;
        let allocation = Allocation {
            node: cells.next()?,
            source: cells.next()?,
            total: cells.next()?,
            before: cells.next()?,
            change: cells.next()?,
            after: cells.next()?,
            owner: cells.next()?,
            line: cells.next()?,
        };
        Ok((id, allocation))
    });
    Ok(bare(read?))
}

pub(super) fn take_resources(found: &mut Found) -> Result<Vec<Resource>> {
    let read = found.take(&RESOURCES, |cells| {
        let id: u32 = cells.next()?;
        let (node, activity, cost) = (cells.next()?, cells.next()?, cells.next()?);
        let (kind, line) = (Word::next(cells)?, cells.next()?);
        Ok((id, Resource { node, activity, cost, sources: Vec::new(), kind, line }))
    });
    let mut resources = read?;
    let sources = found.take(&SOURCES, |cells| {
        let (owner, _position): (u32, u32) = (cells.next()?, cells.next()?);
        Ok((owner, SourceAmount { source: cells.next()?, amount: cells.next()?, raw: cells.next()? }))
    });
    attach(&mut resources, sources?, |resource, source| resource.sources.push(source));
    Ok(bare(resources))
}
