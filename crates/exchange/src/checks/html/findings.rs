// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings by family, the gravest first; those that somebody accepted apart.

mod card;

use super::Page;
use super::outline::Tally;
use super::severity;
use crate::page::escaped;
use ambito_checks::Family;
use ambito_findings::{Finding, Severity};
use std::cmp::Reverse;
use std::io::{self, Write};

/// From how many findings on the notes of a family are folded.
const FINDINGS_UNFOLDED_MAX: usize = 30;

/// The open findings of one family.
#[derive(Debug)]
pub(super) struct Group {
    family: Option<Family>,
    /// The indices of the findings, the gravest first.
    indices: Vec<usize>,
    /// How many of each severity.
    pub tally: Tally,
}

impl Group {
    /// Its anchor.
    pub(super) fn anchor(&self) -> String {
        format!("family-{}", self.family.map_or("other", Family::prefix).to_ascii_lowercase())
    }

    /// Its name.
    pub(super) fn title(&self, page: &Page<'_>) -> String {
        match self.family {
            Some(Family::Sum) => page.catalogue.text("page-family-sum", &[]),
            Some(Family::Structure) => page.catalogue.text("page-family-structure", &[]),
            Some(Family::Time) => page.catalogue.text("page-family-time", &[]),
            Some(Family::Indicators) => page.catalogue.text("page-family-indicators", &[]),
            Some(Family::People) => page.catalogue.text("page-family-people", &[]),
            Some(Family::Funds) => page.catalogue.text("page-family-funds", &[]),
            None => page.catalogue.text("page-family-other", &[]),
        }
    }
}

/// The findings that nobody accepted, in the families that have any.
pub(super) fn open_by_family(page: &Page<'_>) -> Vec<Group> {
    let families = Family::ALL.into_iter().map(Some).chain([None]);
    let of = |finding: &Finding| Family::ALL.into_iter().find(|family| finding.code.starts_with(family.prefix()));
    families
        .filter_map(|family| {
            let open = page.findings.iter().enumerate();
            let mut indices: Vec<usize> = open
                .filter(|(_, finding)| finding.accepted.is_none() && of(finding) == family)
                .map(|(index, _)| index)
                .collect();
            indices.sort_by_key(|index| Reverse(page.findings[*index].severity));
            let mut tally = Tally::default();
            indices.iter().for_each(|index| tally.add(page.findings[*index].severity));
            (!indices.is_empty()).then_some(Group { family, indices, tally })
        })
        .collect()
}

/// Writes the list.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let catalogue = page.catalogue;
    writeln!(
        out,
        "<section class=\"part\" aria-labelledby=\"findings\">\n<h2 id=\"findings\">{}</h2>",
        escaped(&catalogue.text("page-findings", &[])),
    )?;
    let groups = open_by_family(page);
    if groups.is_empty() {
        writeln!(out, "<p class=\"quiet\">{}</p>", escaped(&catalogue.text("page-no-findings", &[])))?;
    }
    for group in &groups {
        let title = escaped(&group.title(page));
        let badges = severity::badges(page, group.tally);
        writeln!(out, "<h3 class=\"family\" id=\"{}\">{title}{badges}</h3>", group.anchor())?;
        let folds = group.indices.len() > FINDINGS_UNFOLDED_MAX && group.tally.notes < group.indices.len();
        let (notes, grave): (Vec<usize>, Vec<usize>) =
            group.indices.iter().partition(|index| folds && page.findings[**index].severity == Severity::Note);
        for index in grave {
            card::write(out, page, index)?;
        }
        if !notes.is_empty() {
            let words = catalogue.text("check-notes", &[("count", notes.len().into())]);
            writeln!(out, "<details class=\"more\"><summary>{}</summary>", escaped(&words))?;
            for index in notes {
                card::write(out, page, index)?;
            }
            out.write_all(b"</details>\n")?;
        }
    }
    accepted(out, page)?;
    out.write_all(b"</section>\n")
}

/// What somebody decided to live with.
fn accepted(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let indices: Vec<usize> =
        (0..page.findings.len()).filter(|index| page.findings[*index].accepted.is_some()).collect();
    if indices.is_empty() {
        return Ok(());
    }
    let words = page.catalogue.text("check-accepted", &[("count", indices.len().into())]);
    writeln!(
        out,
        "<details class=\"more\"><summary><span aria-hidden=\"true\">✓</span> {}</summary>",
        escaped(&words)
    )?;
    for index in indices {
        card::write(out, page, index)?;
    }
    out.write_all(b"</details>\n")
}
