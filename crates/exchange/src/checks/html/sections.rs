// SPDX-License-Identifier: AGPL-3.0-or-later
//! One document's sections, and their list at the top of the page.

use super::{Page, document, load, money, timeline, timetables, tree};
use std::io::{self, Write};

/// A section of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Tree,
    Money,
    Timeline,
    Timetables,
    Load,
    Document,
}

impl Section {
    const ALL: [Self; 6] = [Self::Tree, Self::Money, Self::Timeline, Self::Timetables, Self::Load, Self::Document];

    /// The anchor in the document of this index.
    pub(super) fn anchor(self, source: usize) -> String {
        let word = match self {
            Self::Tree => "tree",
            Self::Money => "money",
            Self::Timeline => "phases",
            Self::Timetables => "timetables",
            Self::Load => "people",
            Self::Document => "document",
        };
        format!("{word}-{}", source + 1)
    }

    /// The title.
    pub(super) fn title(self, page: &Page<'_>) -> String {
        match self {
            Self::Tree => page.catalogue.text("page-tree", &[]),
            Self::Money => page.catalogue.text("page-money", &[]),
            Self::Timeline => page.catalogue.text("page-timeline", &[]),
            Self::Timetables => page.catalogue.text("page-timetables", &[]),
            Self::Load => page.catalogue.text("page-load", &[]),
            Self::Document => page.catalogue.text("page-document", &[]),
        }
    }
}

/// The sections that a document has something for.
pub(super) fn present(page: &Page<'_>, source: usize) -> Vec<Section> {
    let draft = page.draft(source);
    let has = |section: &Section| match section {
        Section::Tree => !draft.nodes.is_empty(),
        Section::Money => page.outlines[source].has_money,
        Section::Timeline => draft.phases.iter().any(|phase| phase.from.is_some() && phase.to.is_some()),
        Section::Timetables => !draft.timetables.is_empty(),
        Section::Load => draft.efforts.iter().any(|effort| effort.share.is_some()),
        Section::Document => true,
    };
    Section::ALL.into_iter().filter(has).collect()
}

/// Writes a document's sections.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    if page.sources.len() > 1 {
        writeln!(
            out,
            "<div class=\"of-document\"><h2 id=\"doc-{}\">{}</h2>\n<p class=\"quiet\">{}</p></div>",
            source + 1,
            crate::page::escaped(&page.title(source)),
            crate::page::escaped(&page.sources[source].reading.path),
        )?;
    }
    for section in present(page, source) {
        let anchor = section.anchor(source);
        let heading = page.heading();
        let title = crate::page::escaped(&section.title(page));
        writeln!(
            out,
            "<section class=\"part\" aria-labelledby=\"{anchor}\">\n<{heading} id=\"{anchor}\">{title}</{heading}>"
        )?;
        match section {
            Section::Tree => tree::write(out, page, source)?,
            Section::Money => money::write(out, page, source)?,
            Section::Timeline => timeline::write(out, page, source)?,
            Section::Timetables => timetables::write(out, page, source)?,
            Section::Load => load::write(out, page, source)?,
            Section::Document => document::write(out, page, source)?,
        }
        out.write_all(b"</section>\n")?;
    }
    Ok(())
}
