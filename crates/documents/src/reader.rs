// SPDX-License-Identifier: AGPL-3.0-or-later
//! The state of one reading: what is open, where records hang, which lines have been used.
//!
//! The walk goes once over the lines. Headings open nodes ([`Reader::open_node`]), labels open sections, heading rows
//! open tables; whatever follows belongs to what is open. References that point forward (indexes, summaries, index
//! tables) are kept aside and resolved by [`crate::finish`].

use crate::blocks::{Blocks, Line, LineKind};
use crate::front::Survey;
use crate::tables::OpenTable;
use crate::vocabulary::{LevelWords, Vocabulary};
use ambito_base::{Cents, Share, fold};
use ambito_domain::planning::{LineNo, Node, NodeId, Note, NoteCode, PlanDraft};
use rustc_hash::{FxHashMap, FxHashSet};

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing on it.
    Blank,
    /// Not understood.
    Unread,
    /// A value was taken from it, or it is a heading, header row, label, separator or empty field.
    Read,
    /// Prose kept as text.
    Text,
}

/// What prose means where the walk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Text of the open node.
    Text,
    /// The index of the document.
    Index,
    /// The list of the nodes of a level ("Centro di Responsabilità").
    List,
    /// The levels above a sheet.
    Path,
    /// The answer of a labelled field.
    Field(NodeId, usize),
    /// Indicators.
    Indicators,
    /// "Indicatori:" — every following line is one.
    IndicatorLines,
    /// Activities of a project.
    Activities,
    /// A timetable.
    Timetable,
    /// A table of money or people follows.
    Tables,
}

/// A node that is open, with its place in the tree's order of levels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    pub(crate) rank: u32,
    pub(crate) node: NodeId,
}

/// What a pending label or code waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pending {
    /// The title of this node.
    Title(NodeId),
    /// The title of a new node of a level.
    LevelTitle(String, LineNo),
    /// The owner of the open node.
    Owner,
    /// The title of a level of the path, whose words have been read.
    Path(String, String, LineNo),
    /// The version, status, date… of the document.
    Front(crate::vocabulary::Role),
}

/// An entry of the list of a level ("85 - SERVIZIO …").
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) level: Option<String>,
    pub(crate) line: LineNo,
    /// The node that its heading opened.
    pub(crate) node: Option<NodeId>,
}

/// One level above a sheet, as the sheet names it.
#[derive(Clone, Debug)]
pub(crate) struct PathStep {
    pub(crate) level: String,
    /// The words of the level as printed.
    pub(crate) label: String,
    pub(crate) title: String,
    pub(crate) line: LineNo,
}

/// A record whose sheet was lost: it hangs from the node that its codes name, once all nodes are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Orphan {
    Indicator(usize),
    Phase(usize),
    BudgetLine(usize),
    Effort(usize),
}

/// An entry of the index.
#[derive(Clone, Debug)]
pub(crate) struct IndexLine {
    pub(crate) level: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) title: String,
    pub(crate) page: Option<String>,
    pub(crate) line: LineNo,
    pub(crate) node: Option<NodeId>,
}

/// A row of a table that lists nodes of the tree under each other.
#[derive(Clone, Debug)]
pub(crate) struct TreeRow {
    /// The node the table stands in.
    pub(crate) place: Option<NodeId>,
    /// Level, code and title of the upper node.
    pub(crate) upper: Option<(String, String, String)>,
    /// Whether the upper node stands in this row, and not in one above.
    pub(crate) upper_printed: bool,
    /// Level, codes and title of the lower nodes.
    pub(crate) lower: Option<(String, Vec<String>, String)>,
    /// The numbers beside them, as printed.
    pub(crate) reference: Option<String>,
    pub(crate) line: LineNo,
}

/// A row of a summary table.
#[derive(Clone, Debug)]
pub(crate) struct SummaryRow {
    pub(crate) code: String,
    pub(crate) title: Option<String>,
    pub(crate) amount: Option<Cents>,
    pub(crate) share: Option<Share>,
    pub(crate) under: Option<NodeId>,
    pub(crate) centre: Option<NodeId>,
    pub(crate) line: LineNo,
}

/// The state of one reading.
pub(crate) struct Reader<'a> {
    pub(crate) blocks: &'a Blocks,
    pub(crate) words: &'a Vocabulary,
    pub(crate) draft: PlanDraft,
    pub(crate) marks: Vec<Mark>,
    pub(crate) survey: Survey,
    /// The levels of the family, from the top down; the rank of a level is ten times its place plus ten.
    pub(crate) levels: Vec<String>,
    /// The rank of the level whose sheets hold budget and people.
    pub(crate) sheet_rank: Option<u32>,
    pub(crate) open: Vec<Open>,
    pub(crate) section: Section,
    pub(crate) pending: Option<Pending>,
    pub(crate) pending_kind: Option<String>,
    pub(crate) table: Option<OpenTable>,
    /// Nodes whose description has been read.
    pub(crate) described: FxHashSet<NodeId>,
    /// Whole codes ("2021_OB_8501_1") to nodes.
    pub(crate) by_code: FxHashMap<String, NodeId>,
    /// Upper levels that sheets and summaries name: level, parent, folded title.
    pub(crate) path_nodes: FxHashMap<(String, Option<NodeId>, String), NodeId>,
    /// The levels of the path that is being read.
    pub(crate) path: Vec<PathStep>,
    pub(crate) index: Vec<IndexLine>,
    pub(crate) index_titles: FxHashMap<String, usize>,
    pub(crate) list_level: Option<String>,
    pub(crate) listed: FxHashMap<String, Listed>,
    /// The last entry of a list, which may be the only one.
    pub(crate) last_listed: Option<String>,
    /// The number of the last numbered chapter.
    pub(crate) last_chapter: Option<String>,
    pub(crate) tree_rows: Vec<TreeRow>,
    pub(crate) summary_rows: Vec<SummaryRow>,
    /// The path of the summary row above.
    pub(crate) summary_path: Vec<(String, NodeId)>,
    /// The key of the node that lost its sheet, while its tables are being read.
    pub(crate) orphan: Option<String>,
    pub(crate) orphans: Vec<(Orphan, String)>,
    /// Whether the open sheet's last table (people) has been read.
    pub(crate) sheet_complete: bool,
    /// The label of the open section, its line, and the field its prose goes to.
    pub(crate) section_label: Option<(String, LineNo, Option<usize>)>,
    /// The answer that indicators told in prose interrupt.
    pub(crate) answer: Option<(NodeId, usize)>,
    /// Whether a sheet of rows ended and no other node was opened since.
    pub(crate) after_sheet: bool,
    /// The last line of prose: the title of a table that follows.
    pub(crate) above: Option<(LineNo, String)>,
    /// The group of the indicators that follow ("FASE 1").
    pub(crate) group: Option<String>,
    /// Whether the lines below "Indicatori:" are items of a list; unknown before the first.
    pub(crate) indicator_bullets: Option<bool>,
    /// Heading rows that have been read, by their text.
    pub(crate) known_headers: FxHashMap<&'a str, OpenTable>,
    /// Rows that belong to the heading row above them.
    pub(crate) header_rows_left: usize,
    /// Cells of rows that were read in part.
    pub(crate) strays: Vec<(LineNo, String)>,
    /// Whether a page ended since the last line that was used.
    pub(crate) page_break: bool,
    /// Blank lines since the last line that was used.
    pub(crate) blanks: u32,
    /// The last heading: line index and node, for a level word that follows it.
    pub(crate) last_heading: Option<(usize, NodeId)>,
    /// Whether the title of the last heading is in bold that is not closed yet.
    pub(crate) bold_open: bool,
    pub(crate) scratch: String,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(blocks: &'a Blocks, words: &'a Vocabulary) -> Self {
        let survey = Survey::of(blocks, words);
        let family = survey.family.and_then(|family| words.family(family));
        let levels = family.map_or_else(|| default_levels(words), |family| family.levels.clone());
        let rank = |level: &String| levels.iter().position(|known| known == level).map(rank_of);
        let sheet_rank = family.and_then(|family| family.sheet.as_ref()).and_then(rank);
        let draft = PlanDraft { family: survey.family, period: survey.period, ..PlanDraft::default() };
        Self {
            blocks,
            words,
            draft,
            marks: vec![Mark::Blank; blocks.lines.len()],
            survey,
            levels,
            sheet_rank,
            open: Vec::new(),
            section: Section::Text,
            pending: None,
            pending_kind: None,
            table: None,
            described: FxHashSet::default(),
            by_code: FxHashMap::default(),
            path_nodes: FxHashMap::default(),
            path: Vec::new(),
            index: Vec::new(),
            index_titles: FxHashMap::default(),
            list_level: None,
            listed: FxHashMap::default(),
            last_listed: None,
            last_chapter: None,
            tree_rows: Vec::new(),
            summary_rows: Vec::new(),
            summary_path: Vec::new(),
            orphan: None,
            orphans: Vec::new(),
            sheet_complete: false,
            section_label: None,
            answer: None,
            after_sheet: false,
            above: None,
            group: None,
            indicator_bullets: None,
            known_headers: FxHashMap::default(),
            header_rows_left: 0,
            strays: Vec::new(),
            page_break: false,
            blanks: 0,
            last_heading: None,
            bold_open: false,
            scratch: String::new(),
        }
    }

    /// Goes over all lines.
    pub(crate) fn walk(&mut self) {
        for at in 0..self.blocks.lines.len() {
            let line = self.blocks.lines[at];
            match line.kind {
                LineKind::Blank => self.blanks += 1,
                LineKind::PageBreak => {
                    self.page_break = true;
                    self.blanks += 1;
                }
                LineKind::Rule => self.marks[at] = Mark::Read,
                LineKind::Joined => self.marks[at] = if at > 0 { self.marks[at - 1] } else { Mark::Unread },
                LineKind::Heading(depth) => self.with_text(at, line, Some(depth)),
                LineKind::Prose => self.with_text(at, line, None),
                LineKind::Row => self.row(at, line),
            }
            if !matches!(line.kind, LineKind::Blank | LineKind::PageBreak) {
                self.blanks = 0;
                self.page_break = false;
            }
        }
        self.close_table();
        self.flush_path();
    }

    fn with_text(&mut self, at: usize, line: Line, depth: Option<u8>) {
        let blocks = self.blocks;
        let text = blocks.str(line.span);
        if is_page_number(text) && (self.page_break || self.blanks > 0 || at == 0) {
            self.marks[at] = Mark::Read;
            return;
        }
        self.close_table();
        self.text_line(at, text, depth);
    }

    /// The 1-based number of a line.
    pub(crate) fn number(at: usize) -> LineNo {
        LineNo::try_from(at + 1).unwrap_or(LineNo::MAX)
    }

    /// The rank of a level of this family; unknown levels come last.
    pub(crate) fn rank(&self, level: &str) -> u32 {
        rank_of(self.levels.iter().position(|known| known == level).unwrap_or(self.levels.len()))
    }

    /// The words of a level.
    pub(crate) fn level_words(&self, name: &str) -> Option<&'a LevelWords> {
        self.words.levels.iter().find(|level| level.name == name)
    }

    /// The node that is open and lowest.
    pub(crate) fn current(&self) -> Option<NodeId> {
        self.open.last().map(|open| open.node)
    }

    /// The node that budget and people hang from: the open sheet, else the lowest open node.
    pub(crate) fn sheet(&self) -> Option<NodeId> {
        match self.sheet_rank {
            Some(rank) => {
                self.open.iter().rev().find(|open| open.rank <= rank).map(|open| open.node).or_else(|| self.current())
            }
            None => self.current(),
        }
    }

    /// Closes every open node of this rank or below it.
    pub(crate) fn close_to(&mut self, rank: u32) {
        while self.open.last().is_some_and(|open| open.rank >= rank) {
            self.open.pop();
        }
    }

    /// Adds a node without opening it.
    pub(crate) fn add_node(&mut self, node: Node) -> NodeId {
        let id = NodeId(u32::try_from(self.draft.nodes.len()).unwrap_or(u32::MAX));
        self.draft.nodes.push(node);
        id
    }

    /// Opens a node: closes what is at its rank or below, hangs it from what stays open.
    pub(crate) fn open_node(&mut self, rank: u32, mut node: Node) -> NodeId {
        self.flush_path();
        self.close_to(rank);
        node.parent = node.parent.or_else(|| self.current());
        node.in_body = true;
        let id = self.add_node(node);
        self.open.push(Open { rank, node: id });
        self.section = Section::Text;
        self.group = None;
        self.orphan = None;
        self.sheet_complete = false;
        self.after_sheet = false;
        self.section_label = None;
        self.answer = None;
        id
    }

    /// The node of an id, to be changed.
    pub(crate) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.draft.nodes[id.index()]
    }

    /// Tells something that the source lost or the reading healed.
    pub(crate) fn note(&mut self, code: NoteCode, subject: &str, node: Option<NodeId>, line: LineNo) {
        self.draft.notes.push(Note { code, subject: subject.to_owned(), node, line });
    }

    /// The upper node a sheet or a summary names, made where it is new.
    pub(crate) fn path_node(&mut self, level: &str, parent: Option<NodeId>, title: &str, line: LineNo) -> NodeId {
        let key = (level.to_owned(), parent, fold(title));
        if let Some(&known) = self.path_nodes.get(&key) {
            return known;
        }
        let node =
            Node { parent, level: Some(level.to_owned()), title: Some(title.to_owned()), line, ..Node::default() };
        let id = self.add_node(node);
        self.path_nodes.insert(key, id);
        id
    }

    /// Hangs a node from another, unless that would make a ring.
    pub(crate) fn hang(&mut self, node: NodeId, upper: NodeId) {
        let mut above = Some(upper);
        for _ in 0..RING_MAX {
            match above {
                Some(id) if id == node => return,
                Some(id) => above = self.draft.node(id).parent,
                None => break,
            }
        }
        self.node_mut(node).parent = Some(upper);
    }

    /// Adds a second parent, once, and never a node to itself or to its own parent.
    pub(crate) fn put_under(&mut self, node: NodeId, upper: NodeId) {
        let entry = &mut self.draft.nodes[node.index()];
        if node != upper && entry.parent != Some(upper) && !entry.also_under.contains(&upper) {
            entry.also_under.push(upper);
        }
    }
}

/// "12", "Pagina 3 di 40", "pag. 7": what pages print at their edge.
fn is_page_number(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let text = text.trim_matches([' ', '-', '–', '\u{A0}']);
    if text.is_empty() || text.len() > 24 || !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'p' | 'P')) {
        return false;
    }
    let digits_only = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    digits_only || {
        let folded = fold(text);
        let mut words = folded.split(' ');
        matches!(words.next(), Some("pag" | "pagina" | "pg"))
            && words.all(|word| {
                matches!(word, "di" | "/") || word.split('/').all(|part| part.bytes().all(|b| b.is_ascii_digit()))
            })
    }
}

/// No tree of a plan is deeper, in levels.
const RING_MAX: usize = 256;

/// Ranks leave room above for headings without a level (1–6 by depth).
fn rank_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(0) * 10 + 10
}

/// Where the family is not told: every level the vocabulary knows, as the zone plan orders them, then the rest.
fn default_levels(words: &Vocabulary) -> Vec<String> {
    let mut levels: Vec<String> = Vec::new();
    for family in &words.families {
        for level in &family.levels {
            if !levels.contains(level) {
                levels.push(level.clone());
            }
        }
    }
    levels
}
