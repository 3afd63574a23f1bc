// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can only be said when all lines are read: forward references, second parents, lost titles, order, coverage.

mod index;
mod order;
mod upper;

use crate::blocks::{PageState, Told};
use crate::healing::heal_titles;
use crate::reader::{Mark, Orphan, Reader};
use crate::tables::key_of_node;
use ambito_domain::planning::{Coverage, NodeId, NoteCode, PlanDraft, TextLine};
use rustc_hash::FxHashMap;

/// Makes the draft of a reading whole.
pub(crate) fn finish(mut reader: Reader<'_>) -> PlanDraft {
    reader.tell_limits();
    reader.resolve_summaries();
    reader.resolve_listed();
    reader.resolve_tree_rows();
    reader.resolve_index();
    reader.resolve_orphans();
    reader.infer_title();
    reader.infer_body();
    reader.front_from_margins();
    reader.pad_references();
    heal_titles(&mut reader.draft, &reader.blocks.text);
    let merged = reader.merged_references();
    order::settle(&mut reader.draft, &merged);
    reader.cover();
    reader.draft
}

impl Reader<'_> {
    /// Hangs records whose sheet was lost from the objective, else the project, that their codes name.
    fn resolve_orphans(&mut self) {
        if self.orphans.is_empty() {
            return;
        }
        let mut keys: FxHashMap<String, NodeId> = FxHashMap::default();
        for (place, node) in self.draft.nodes.iter().enumerate() {
            if let Some(key) = node.code.as_deref().filter(|code| code.contains('_')).and_then(key_of_node) {
                keys.entry(key.to_owned()).or_insert(NodeId(u32::try_from(place).unwrap_or(u32::MAX)));
            }
        }
        for (orphan, key) in std::mem::take(&mut self.orphans) {
            let mut rest = Some(key.as_str());
            let mut node = None;
            while let Some(key) = rest {
                node = keys.get(key).copied();
                if node.is_some() {
                    break;
                }
                rest = key.rsplit_once('_').map(|(upper, _)| upper);
            }
            let Some(node) = node else { continue };
            match orphan {
                Orphan::Indicator(index) => self.draft.indicators[index].node = Some(node),
                Orphan::Phase(index) => self.draft.phases[index].node = Some(node),
                Orphan::BudgetLine(index) => self.draft.budget_lines[index].node = Some(node),
                Orphan::Effort(index) => self.draft.efforts[index].node = Some(node),
            }
        }
        for note in self.draft.notes.iter_mut().filter(|note| note.code == NoteCode::OrphanTable && note.node.is_none())
        {
            {
                let line = note.line;
                note.node = self
                    .draft
                    .indicators
                    .iter()
                    .find(|indicator| indicator.line == line)
                    .and_then(|indicator| indicator.node);
            }
        }
    }

    /// Pads the numbers of cross references to the width of the document's own tables.
    fn pad_references(&mut self) {
        let lines = &mut self.draft.budget_lines;
        let chapter_width = lines.iter().map(|line| line.chapter.len()).max().unwrap_or(0);
        let article_width = lines.iter().filter_map(|line| line.article.as_ref()).map(String::len).max().unwrap_or(0);
        let mut cut = Vec::new();
        for line in lines {
            for reference in &mut line.references {
                match &mut reference.chapter {
                    Some(chapter) => *chapter = format!("{chapter:0>chapter_width$}"),
                    None => cut.push((reference.raw.clone(), line.node, line.line)),
                }
                if let Some(article) = &mut reference.article {
                    *article = format!("{article:0>article_width$}");
                }
            }
        }
        for (raw, node, line) in cut {
            self.note(NoteCode::ReferenceCut, &raw, node, line);
        }
    }

    /// Tells the limits that cut the document short, and what its reader tells.
    fn tell_limits(&mut self) {
        for key in &self.blocks.cut {
            self.note(NoteCode::LimitReached, key, None, 1);
        }
        let blocks = self.blocks;
        for told in &blocks.told {
            match told {
                Told::Changes { count, line } => self.note(NoteCode::ChangesTracked, &count.to_string(), None, *line),
                Told::Pages { state, pages } => {
                    let code = match state {
                        PageState::Picture => NoteCode::PagesWithoutText,
                        PageState::Recognised => NoteCode::PagesRecognised,
                        PageState::Illegible => NoteCode::PagesIllegible,
                        PageState::Mended => NoteCode::LettersMended,
                        PageState::Undecoded => NoteCode::PagesUndecoded,
                    };
                    let line = pages.first().map_or(1, |&page| blocks.places.first_line_on(page));
                    self.note(code, &ranges(pages), None, line);
                }
                Told::Doubt { line, text, confidence } => {
                    let subject = format!("{confidence}% {text}");
                    self.note(NoteCode::FigureDoubtful, &subject, None, *line);
                }
                Told::Attached { names } => self.note(NoteCode::FilesAttached, &names.join(", "), None, 1),
            }
        }
    }

    /// Lists what was not understood and counts the lines.
    fn cover(&mut self) {
        let mut coverage = Coverage::default();
        for (at, mark) in self.marks.iter().enumerate() {
            match mark {
                Mark::Blank => continue,
                Mark::Read => coverage.read += 1,
                Mark::Text => coverage.text += 1,
                Mark::Unread => {
                    coverage.unread += 1;
                    let text = self.blocks.str(self.blocks.lines[at].span).trim().to_owned();
                    self.draft.unread.push(TextLine { line: Self::number(at), text });
                }
            }
            coverage.lines += 1;
        }
        for (line, text) in std::mem::take(&mut self.strays) {
            self.draft.unread.push(TextLine { line, text });
        }
        self.draft.unread.sort_by_key(|unread| unread.line);
        self.draft.coverage = coverage;
    }
}

/// Numbers of pages, those that follow each other as a stretch: `3, 5-9`.
fn ranges(pages: &[u32]) -> String {
    let mut stretches: Vec<(u32, u32)> = Vec::new();
    for &page in pages {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => stretches.push((page, page)),
        }
    }
    let words = |(first, last): (u32, u32)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    stretches.into_iter().map(words).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn pages_that_follow_each_other_are_a_stretch() {
        let check = |pages: &[u32], expected: &str| assert_eq!(ranges(pages), expected);
        check(&[], "");
        check(&[4], "4");
        check(&[1, 3, 4, 5, 9, 10], "1, 3-5, 9-10");
    }
}
