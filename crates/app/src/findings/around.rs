// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lines around a finding, for who has it as an errand.

use crate::Result;
use crate::reviews::{shown_finding, unpack};
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::LineNo;
use ambito_domain::review::RecordKind;
use ambito_i18n::Language;
use ambito_store::Tx;
use ambito_store::reviews::{self, DocumentKey, StoredFinding};
use std::collections::BTreeSet;

/// How many lines are shown before the finding's, and after it.
const BESIDE_LINES: LineNo = 4;
/// The longest line that is shown whole, in characters.
const LINE_CHARS_MAX: usize = 600;

/// The longest line of the finding itself that is shown whole, in characters.
const OWN_CHARS_MAX: usize = 8_000;

/// A line of the document beside that of the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AroundLine {
    /// Its number.
    pub line: LineNo,
    /// What stands there, the cells of a row one after the other; absent where it names people that may not be seen.
    pub text: Option<String>,
}

/// Whether lines that name people are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    /// They are.
    Shown,
    /// They are left out.
    Hidden,
}

/// The lines around one, of the last reading that is there; none for a finding of the whole document.
pub(super) async fn around(tx: &mut Tx, key: &DocumentKey, line: LineNo, names: Names) -> Result<Vec<AroundLine>> {
    let chunk = if line > 0 { reviews::find_last_chunk(tx, key, line).await? } else { None };
    let Some(chunk) = chunk else { return Ok(Vec::new()) };
    let (part, piece) = unpack(&chunk)?;
    let naming: BTreeSet<LineNo> = match names {
        Names::Shown => BTreeSet::new(),
        Names::Hidden => {
            let records = piece.records(&|_| None).into_iter();
            records.filter(|record| record.key.kind == RecordKind::Effort).map(|record| record.key.line).collect()
        }
    };
    let (first, last) = (line.saturating_sub(BESIDE_LINES), line.saturating_add(BESIDE_LINES));
    let blocks = &part.blocks;
    let shown = |(number, one): (LineNo, &ambito_documents::blocks::Line)| {
        let text = match one.kind {
            LineKind::Row => {
                let cells: Vec<&str> = blocks.cells(one).iter().map(|cell| blocks.str(*cell).trim()).collect();
                cells.join(" · ")
            }
            _ => blocks.str(one.span).trim().to_owned(),
        };
        // The finding's own line is what the person was asked about.
        let is_hidden = number != line && naming.contains(&number);
        let most = if number == line { OWN_CHARS_MAX } else { LINE_CHARS_MAX };
        AroundLine { line: number, text: (!is_hidden).then(|| text.chars().take(most).collect()) }
    };
    let numbered = (part.first_line..).zip(&blocks.lines);
    Ok(numbered.filter(|(number, _)| (first..=last).contains(number)).map(shown).collect())
}

/// What to do about a finding, as the checks say it.
pub(super) fn hints(finding: Option<&StoredFinding>, language: Language) -> Result<Vec<String>> {
    finding.map_or_else(|| Ok(Vec::new()), |finding| Ok(shown_finding(finding.clone(), language)?.hints))
}
