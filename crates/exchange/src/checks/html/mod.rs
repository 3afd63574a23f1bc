// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the checks found, as one page that stands for itself: to read, to print, to send.
//!
//! The answer comes first, then the findings by family, each document's tree with money and findings on it, its money,
//! time and people, and last the document itself with every finding beside its line.
//!
//! Invariants: no scripts, nothing fetched, all text escaped; colour only repeats what a sign or a word says; a picture
//! has its table; where names are hidden, every text of a document goes through `Page::said` or the pieces of a line.

mod bars;
mod document;
mod findings;
mod head;
mod leaf;
mod load;
mod money;
mod names;
mod outline;
mod places;
mod sections;
mod severity;
mod timeline;
mod timetables;
mod tree;

use crate::checks::Source;
use crate::page::{self, escaped};
use crate::place;
use ambito_domain::planning::PlanDraft;
use ambito_findings::{Finding, Where};
use ambito_i18n::Catalogue;
use leaf::Leaves;
use names::{Hidden, Hider};
use outline::Outline;
use places::{Places, Spot};
use std::collections::HashMap;
use std::io::{self, Write};

/// The look of the page.
const STYLE: &str = include_str!("style.css");

/// Whether the names of staff are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// As the documents print them.
    Shown,
    /// As `Persona 1`, `Persona 2`…, the same number for the same person everywhere in the page.
    Hidden,
}

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageOptions {
    /// The names of staff.
    pub names: Names,
}

/// Writes the page.
///
/// # Errors
/// What the output says.
pub fn write(
    out: &mut impl Write,
    sources: &[Source],
    findings: &[Finding],
    options: PageOptions,
    catalogue: &Catalogue,
) -> io::Result<()> {
    let page = Page::new(sources, findings, options, catalogue);
    page::begin(out, catalogue.language(), &page.window_title(), STYLE)?;
    head::write(out, &page)?;
    out.write_all(b"<main id=\"main\">\n")?;
    head::answer(out, &page)?;
    leaf::symbols(out, &page)?;
    findings::write(out, &page)?;
    for source in 0..sources.len() {
        sections::write(out, &page, source)?;
    }
    out.write_all(b"</main>\n")?;
    head::footer(out, &page)?;
    page::end(out)
}

/// Everything that the parts of the page look up.
struct Page<'a> {
    sources: &'a [Source],
    findings: &'a [Finding],
    /// Where each finding stands.
    spots: Vec<Option<Spot>>,
    /// The findings on each line, by index.
    on_line: HashMap<Spot, Vec<usize>>,
    places: Places<'a>,
    outlines: Vec<Outline>,
    /// The pages of PDFs on which findings stand.
    leaves: Leaves,
    hider: Hider,
    /// The hidden names in the text of each document's blocks.
    hidden: Vec<Vec<Hidden>>,
    catalogue: &'a Catalogue,
}

impl<'a> Page<'a> {
    fn new(sources: &'a [Source], findings: &'a [Finding], options: PageOptions, catalogue: &'a Catalogue) -> Self {
        let places = Places::of(sources);
        let spots: Vec<Option<Spot>> = findings.iter().map(|finding| places.of_finding(finding)).collect();
        let mut on_line: HashMap<Spot, Vec<usize>> = HashMap::new();
        for (index, spot) in spots.iter().enumerate() {
            if let Some(spot) = spot {
                on_line.entry(*spot).or_default().push(index);
            }
        }
        let placed: Vec<(&Finding, Option<Spot>)> = findings.iter().zip(spots.iter().copied()).collect();
        let outlines = sources
            .iter()
            .enumerate()
            .map(|(index, source)| Outline::of(&source.reading.draft, index, &placed))
            .collect();
        let leaves = Leaves::of(sources, findings, &spots);
        let hider = Hider::new(sources, findings, options.names);
        let hidden = sources.iter().map(|source| hider.ranges(&source.blocks.text)).collect();
        Self { sources, findings, spots, on_line, places, outlines, leaves, hider, hidden, catalogue }
    }

    /// Text of a document or a finding, names hidden where they are, for the page.
    fn said(&self, text: &str) -> String {
        escaped(&self.hider.hidden(text, self.catalogue))
    }

    /// The draft of a document.
    fn draft(&self, source: usize) -> &'a PlanDraft {
        &self.sources[source].reading.draft
    }

    /// What a document is called; a title that ends with "di" goes on with the body.
    fn title(&self, source: usize) -> String {
        let draft = self.draft(source);
        let Some(title) = &draft.title else { return self.catalogue.text("document-untitled", &[]) };
        let title = match &draft.body {
            Some(body) if self.title_has_body(source) => format!("{title} {body}"),
            _ => title.clone(),
        };
        self.hider.hidden(&title, self.catalogue)
    }

    /// Whether the title is nothing without the body.
    fn title_has_body(&self, source: usize) -> bool {
        self.draft(source).title.as_deref().is_some_and(|title| title.trim_end().ends_with(" di"))
    }

    fn window_title(&self) -> String {
        let title = match self.sources {
            [_] => self.title(0),
            _ => self.catalogue.text("read-summary-documents", &[("count", self.sources.len().into())]),
        };
        self.catalogue.text("page-window-title", &[("title", (&title).into())])
    }

    /// The heading of a section of a document: below the document's own where there are several documents.
    fn heading(&self) -> &'static str {
        if self.sources.len() == 1 { "h2" } else { "h3" }
    }

    /// The number of a line in its file.
    fn number(&self, spot: Spot) -> u32 {
        self.sources.get(spot.source).map_or(spot.line, |source| source.blocks.places.of(spot.line).line)
    }

    /// `riga 58`, as a link to the line; with the sheet where there are sheets, with the document where there are several.
    fn line_link(&self, spot: Spot) -> String {
        let mut words = self.line_words(spot);
        if self.sources.len() > 1 {
            words = format!("{}, {words}", self.file_name(spot.source));
        }
        format!("<a href=\"#{}\">{}</a>", spot.anchor(), escaped(&words))
    }

    /// The same in what is about one document: it needs no name there.
    fn line_link_here(&self, spot: Spot) -> String {
        format!("<a href=\"#{}\">{}</a>", spot.anchor(), escaped(&self.line_words(spot)))
    }

    /// `riga 58`, with the sheet or the page where there are any.
    fn line_words(&self, spot: Spot) -> String {
        let (at, line) = self.located(spot);
        place::words(&at, line, self.catalogue)
    }

    /// `58`, on pages `p12:8`, as a link to the line.
    fn number_link(&self, spot: Spot) -> String {
        let shown = match self.located(spot) {
            (at @ Where::Page { .. }, line) => at.address(line),
            (_, line) => line.to_string(),
        };
        format!("<a href=\"#{}\">{shown}</a>", spot.anchor())
    }

    /// Where a line stands in its file, and its number there.
    fn located(&self, spot: Spot) -> (Where, usize) {
        match self.sources.get(spot.source) {
            Some(source) => {
                let places = &source.blocks.places;
                let located = place::of_line(places, spot.line);
                let line = located.line as usize;
                (place::as_where(places, located), line)
            }
            None => (Where::File, spot.line as usize),
        }
    }

    /// The name of a document's file, without its folders.
    fn file_name(&self, source: usize) -> &'a str {
        let path = self.sources.get(source).map_or("", |source| source.reading.path.as_str());
        path.rsplit(['/', '\\']).next().unwrap_or(path)
    }
}

/// A text of at most so many characters, `…` where it goes on.
fn cut(text: &str, chars_max: usize) -> String {
    match text.char_indices().nth(chars_max) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests;
