// SPDX-License-Identifier: AGPL-3.0-or-later
//! Indexes: which titles the document announces, and on which page.

use crate::headings::{chapter, level_heading};
use crate::nodes::IndexHeading;
use crate::reader::{IndexLine, Mark, Reader, Section};
use ambito_base::fold;

impl Reader<'_> {
    /// A line of the index. Says whether it was one; the first line that is none ends the index.
    pub(crate) fn index_line(&mut self, at: usize, text: &str) -> bool {
        let Some((title, page)) = index_entry(text) else {
            // The index goes on over titles that a break separated from their page.
            self.section = Section::Text;
            return false;
        };
        let heading = level_heading(title, self.words, &self.levels).filter(|heading| heading.code.is_some());
        let (level, code, name) = match heading {
            Some(heading) => (heading.level, heading.code, heading.title),
            None => match chapter(title) {
                Some((code, name)) => (None, Some(code), name.to_owned()),
                None => (self.list_level.clone(), None, title.to_owned()),
            },
        };
        let entry = self.index.len();
        self.index_titles.insert(fold(title), entry);
        self.index.push(IndexLine {
            level,
            code,
            title: name,
            page: Some(page.to_owned()),
            line: Self::number(at),
            node: None,
        });
        self.marks[at] = Mark::Read;
        true
    }

    /// Whether the next line of text is an entry of an index.
    pub(crate) fn entry_follows(&self, at: usize) -> bool {
        use crate::blocks::LineKind::{Blank, PageBreak};
        let lines = &self.blocks.lines;
        (at + 1..lines.len().min(at + 6))
            .find(|&next| !matches!(lines[next].kind, Blank | PageBreak))
            .is_some_and(|next| index_entry(self.blocks.str(lines[next].span)).is_some())
    }

    /// What an entry of the index says of the heading that repeats it.
    pub(crate) fn index_heading(&self, entry: usize, text: &str) -> IndexHeading {
        let entry = &self.index[entry];
        match &entry.code {
            Some(code) => {
                let title = chapter(text).map_or_else(|| entry.title.clone(), |(_, title)| title.to_owned());
                let level = entry.level.clone().or_else(|| self.chapter_level(code, &title));
                IndexHeading { level, code: Some(code.clone()), title }
            }
            None => IndexHeading { level: entry.level.clone(), code: None, title: text.to_owned() },
        }
    }
}

/// "- Titolo pag. 3", "Titolo.....6", `Titolo<tab>10`: a title and its page.
pub(crate) fn index_entry(text: &str) -> Option<(&str, &str)> {
    let text = text.trim().trim_start_matches(['-', '•', '*', ' ']);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let page = &text[text.len() - digits..];
    let before = &text[..text.len() - digits];
    let title =
        if let Some(title) = before.trim_end().strip_suffix("pag.").or_else(|| before.trim_end().strip_suffix("p.")) {
            title
        } else if before.ends_with('\t')
            || before.trim_end().ends_with("..")
            || before.ends_with("  ")
            || before.trim_end().ends_with('…')
        {
            before.trim_end_matches(['.', ' ', '\t', '…', '_'])
        } else {
            return None;
        };
    let title = title.trim().trim_end_matches('\t').trim();
    (!title.is_empty()).then_some((title, page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_indexes() {
        assert_eq!(index_entry("- Supporto alle attività pag. 7"), Some(("Supporto alle attività", "7")));
        assert_eq!(index_entry("Obiettivo 1 rafforzamento.....10"), Some(("Obiettivo 1 rafforzamento", "10")));
        assert_eq!(index_entry("Azione 1 Assunzione\t10"), Some(("Azione 1 Assunzione", "10")));
        assert_eq!(index_entry("Piano di Zona 2021 – 2023"), None);
        assert_eq!(index_entry("nel 2021"), None);
    }
}
