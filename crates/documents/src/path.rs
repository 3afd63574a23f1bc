// SPDX-License-Identifier: AGPL-3.0-or-later
//! The levels above a sheet, as the sheet itself names them ("Indirizzo … / Obiettivo Strategico … / Azione …").

use crate::reader::{Mark, PathStep, Pending, Reader, Section};
use crate::values::words::after_phrase;
use ambito_domain::planning::NodeId;

impl Reader<'_> {
    /// A line of the path. Says whether it was one; anything else ends the path.
    pub(crate) fn path_line(&mut self, at: usize, text: &str) -> bool {
        if let Some(Pending::Path(level, label, line)) = self.pending.clone() {
            self.pending = None;
            self.path.push(PathStep { level, label, title: text.to_owned(), line });
            self.marks[at] = Mark::Read;
            return true;
        }
        let Some((level, label, rest)) = self.path_level(text) else {
            self.flush_path();
            self.section = Section::Text;
            return false;
        };
        if rest.is_empty() {
            self.pending = Some(Pending::Path(level, label, Self::number(at)));
        } else {
            self.path.push(PathStep { level, label, title: rest, line: Self::number(at) });
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// A row of the path: the level in the first cell, the title in the second.
    pub(crate) fn path_row(&mut self, at: usize, cells: &[&str]) -> bool {
        let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
        let [first, title] = filled.as_slice() else { return false };
        match self.path_level(first) {
            Some((level, label, rest)) if rest.is_empty() => {
                let title = crate::clean::clean_line(title).into_owned();
                self.path.push(PathStep { level, label, title, line: Self::number(at) });
                self.marks[at] = Mark::Read;
                true
            }
            _ => false,
        }
    }

    /// The level above the sheet that a text begins with, its words as printed, and the title behind it.
    fn path_level(&self, text: &str) -> Option<(String, String, String)> {
        let limit = self.sheet_rank.unwrap_or(u32::MAX);
        let mut best: Option<(usize, &str)> = None;
        for level in &self.words.levels {
            if self.rank(&level.name) >= limit || !self.levels.contains(&level.name) {
                continue;
            }
            for word in &level.words {
                if let Some(end) = after_phrase(text, word)
                    && best.is_none_or(|(longest, _)| end > longest)
                {
                    best = Some((end, &level.name));
                }
            }
        }
        let (end, level) = best?;
        let rest = text[end..].trim_start_matches([' ', ':', '-', '–', '\t']).trim();
        Some((level.to_owned(), text[..end].trim().to_owned(), rest.to_owned()))
    }

    /// Hangs the open sheet from the path that has been read.
    pub(crate) fn flush_path(&mut self) {
        if self.path.is_empty() {
            return;
        }
        let mut path = std::mem::take(&mut self.path);
        path.sort_by_key(|step| self.rank(&step.level));
        let Some(sheet) = self.sheet() else { return };
        let centre = self.draft.node(sheet).parent;
        let mut parent: Option<NodeId> = None;
        for PathStep { level, label, title, line } in path {
            self.add_field(sheet, &label, &title, line);
            let node = self.path_node(&level, parent, &title, line);
            self.node_mut(node).in_body = true;
            if parent.is_none()
                && let Some(centre) = centre
            {
                self.hang_top(node, centre);
            }
            parent = Some(node);
        }
        if let Some(parent) = parent {
            self.hang(sheet, parent);
            if let Some(centre) = centre {
                self.put_under(sheet, centre);
            }
        }
    }

    /// Hangs the top of a path from a centre: the first is its parent, others are also above it.
    pub(crate) fn hang_top(&mut self, node: NodeId, centre: NodeId) {
        if node == centre {
            return;
        }
        if self.draft.node(node).parent.is_none() {
            self.hang(node, centre);
        } else {
            self.put_under(node, centre);
        }
    }
}
