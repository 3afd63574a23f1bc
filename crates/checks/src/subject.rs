// SPDX-License-Identifier: AGPL-3.0-or-later
//! A document under the eyes of the checks: its lines, and what was read from them.

use crate::funds::links::Chapters;
use crate::structure::sheets::Sheets;
use crate::sum::columns::{ColumnSum, column_sums};
use crate::sum::told::{self, Told};
use ambito_base::Cents;
use ambito_documents::blocks::{Blocks, LineKind};
use ambito_domain::planning::{LineNo, Node, NodeId, PlanDraft};
use std::cell::OnceCell;

/// A stretch of a line: the 1-based line of the blocks, and bytes of their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// First byte, in the text of the blocks.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

/// A cell of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Its text, trimmed.
    pub text: &'a str,
    /// Its place, without the space around it.
    pub place: Place,
    /// Which cell of the row it is, 0-based.
    pub column: usize,
}

/// One document: what was read, and the lines it was read from.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The path as the user gave it.
    pub path: &'a str,
    /// Its lines.
    pub blocks: &'a Blocks,
    /// What was read.
    pub draft: &'a PlanDraft,
    known: Known<'a>,
}

/// What several checks look up; each is made when the first one asks.
#[derive(Debug, Default)]
struct Known<'a> {
    children: OnceCell<Vec<Vec<NodeId>>>,
    told: OnceCell<Vec<Told<'a>>>,
    sheets: OnceCell<Sheets<'a>>,
    column_sums: OnceCell<Vec<ColumnSum>>,
    chapters: OnceCell<Chapters<'a>>,
}

impl<'a> Subject<'a> {
    /// A document with the lines its draft's numbers speak of.
    #[must_use]
    pub fn new(path: &'a str, blocks: &'a Blocks, draft: &'a PlanDraft) -> Self {
        Self { path, blocks, draft, known: Known::default() }
    }

    /// The text of a line, without the line end; empty beyond the last.
    #[must_use]
    pub fn line(&self, line: LineNo) -> &'a str {
        self.block(line).map_or("", |block| self.blocks.str(block.span))
    }

    /// The kind of a line.
    #[must_use]
    pub fn kind(&self, line: LineNo) -> LineKind {
        self.block(line).map_or(LineKind::Blank, |block| block.kind)
    }

    /// How many lines there are.
    #[must_use]
    pub fn lines(&self) -> LineNo {
        LineNo::try_from(self.blocks.lines.len()).unwrap_or(LineNo::MAX)
    }

    /// The first byte of a line in the text of the blocks.
    #[must_use]
    pub fn line_start(&self, line: LineNo) -> u32 {
        self.block(line).map_or(0, |block| block.span.start)
    }

    /// A whole line, without the space around it.
    #[must_use]
    pub fn whole(&self, line: LineNo) -> Place {
        let text = self.line(line);
        let before = text.len() - text.trim_start().len();
        place_in(line, self.line_start(line), before, before + text.trim().len())
    }

    /// The cells of a row; none for other lines.
    pub fn cells(&self, line: LineNo) -> impl Iterator<Item = Cell<'a>> {
        let blocks = self.blocks;
        let cells = self.block(line).map_or(&[][..], |block| blocks.cells(block));
        cells.iter().enumerate().map(move |(column, &span)| {
            let raw = blocks.str(span);
            let text = raw.trim();
            let before = raw.len() - raw.trim_start().len();
            Cell { text, place: place_in(line, span.start, before, before + text.len()), column }
        })
    }

    /// The first place of a text on a line, at or after a byte of the line.
    #[must_use]
    pub fn find(&self, line: LineNo, text: &str, from: usize) -> Option<Place> {
        if text.is_empty() {
            return None;
        }
        let at = self.line(line).get(from..)?.find(text)? + from;
        Some(place_in(line, self.line_start(line), at, at + text.len()))
    }

    /// The place of a text on a line, or the whole line where it is not found as it is.
    #[must_use]
    pub fn place(&self, line: LineNo, text: &str) -> Place {
        self.find(line, text, 0).unwrap_or_else(|| self.whole(line))
    }

    /// The places of amounts that stand in the cells of a row in this order; `None` for one that is not there.
    ///
    /// A cell is taken once: equal amounts beside each other get their own places.
    #[must_use]
    pub fn amounts(&self, line: LineNo, amounts: &[Option<Cents>]) -> Vec<Option<Place>> {
        let cells: Vec<(Cents, Place)> =
            self.cells(line).filter_map(|cell| Some((amount_in(cell.text)?, cell.place))).collect();
        let mut from = 0;
        amounts
            .iter()
            .map(|amount| {
                let at = from + cells[from..].iter().position(|(value, _)| Some(*value) == *amount)?;
                from = at + 1;
                Some(cells[at].1)
            })
            .collect()
    }

    /// The place of an amount on a line: the cell that holds it, else the whole line.
    #[must_use]
    pub fn amount(&self, line: LineNo, amount: Cents) -> Place {
        let cell = self.cells(line).find(|cell| amount_in(cell.text) == Some(amount));
        cell.map_or_else(|| self.whole(line), |cell| cell.place)
    }

    /// Every printed total of money, with the figures above it.
    pub(crate) fn column_sums(&self) -> &[ColumnSum] {
        self.known.column_sums.get_or_init(|| column_sums(self))
    }

    /// The chapters of the budgets, by their numbers.
    pub(crate) fn chapters(&self) -> &Chapters<'a> {
        self.known.chapters.get_or_init(|| Chapters::of(self.draft))
    }

    /// The node of an id.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &'a Node {
        self.draft.node(id)
    }

    /// The nodes that hang from a node, in the document's order.
    #[must_use]
    pub fn children(&self, id: NodeId) -> &[NodeId] {
        let children = self.known.children.get_or_init(|| {
            let mut children = vec![Vec::new(); self.draft.nodes.len()];
            for (at, node) in self.draft.nodes.iter().enumerate() {
                if let Some(parent) = node.parent {
                    children[parent.index()].push(NodeId(u32::try_from(at).unwrap_or(u32::MAX)));
                }
            }
            children
        });
        children.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// The paragraphs and cells that tell figures in prose.
    pub(crate) fn told(&self) -> &[Told<'a>] {
        self.known.told.get_or_init(|| told::find(self))
    }

    /// The sheets and what they answer.
    pub(crate) fn sheets(&self) -> &Sheets<'a> {
        self.known.sheets.get_or_init(|| Sheets::of(self))
    }

    /// Every node with its id.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &'a Node)> {
        let nodes = &self.draft.nodes;
        nodes.iter().enumerate().map(|(at, node)| (NodeId(u32::try_from(at).unwrap_or(u32::MAX)), node))
    }

    /// What a node is called among people: its code, and its title where it has one.
    #[must_use]
    pub fn name(&self, id: NodeId) -> String {
        node_name(self.node(id))
    }

    fn block(&self, line: LineNo) -> Option<&'a ambito_documents::blocks::Line> {
        self.blocks.lines.get((line as usize).checked_sub(1)?)
    }
}

/// What a node is called among people: level, code and title, as far as it has them.
#[must_use]
pub fn node_name(node: &Node) -> String {
    let title = node.title.as_deref().or(node.inferred_title.as_deref()).unwrap_or("");
    let number = node.code.as_deref().unwrap_or("");
    let level = node.level.as_deref().unwrap_or("");
    [level, number, title].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// An amount with its euro and its marks is no longer than this, in bytes.
const AMOUNT_BYTES_MAX: usize = 40;

/// The amount that a cell holds and nothing else.
#[must_use]
pub fn amount_in(cell: &str) -> Option<Cents> {
    // Most cells are words or long: they are no amounts.
    if cell.len() > AMOUNT_BYTES_MAX
        || cell.bytes().next().is_none_or(|byte| byte.is_ascii_alphabetic() && !byte.eq_ignore_ascii_case(&b'e'))
    {
        return None;
    }
    let bare = cell.trim_matches(|char: char| char.is_whitespace() || matches!(char, '*' | '_'));
    Cents::parse(bare)
}

fn place_in(line: u32, start: u32, from: usize, to: usize) -> Place {
    let at = |bytes: usize| start.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
    Place { line, start: at(from), end: at(to) }
}
