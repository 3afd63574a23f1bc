// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables whose columns are made of spaces, as `pdftotext -layout` writes them. Lines with gaps gather to a group as
//! long as they leave the same vertical white between columns; a group that is plainly a table becomes rows.
//!
//! Conservative on purpose: prose with double spaces, justified text and dotted indexes stay prose. Reading a table as
//! prose loses its columns, but reading prose as a table would invent them.

mod bands;
mod segments;
mod table;
mod wraps;

use ambito_documents::blocks::LineKind;
use memchr::memmem;

use crate::builder::Builder;
use crate::limits::{COLUMNS_LINES_MAX, COLUMNS_MAX};
use bands::{Band, Occupancy};
use segments::{Segment, segments_of};

/// Makes rows of the lines of prose that are tables.
pub fn find(builder: &mut Builder<'_>) {
    let gap = memmem::Finder::new("  ");
    let mut group = Group::default();
    let mut blanks = 0;
    let mut has_page_break = false;
    for index in 0..builder.lines.len() {
        let Some(line) = builder.lines.get(index).copied() else { break };
        match line.kind {
            LineKind::Prose => {
                let has_gap =
                    builder.source.get(line.span.range()).is_some_and(|content| gap.find(content.as_bytes()).is_some());
                if group.members.is_empty() && !has_gap {
                    (blanks, has_page_break) = (0, false);
                    continue;
                }
                let segments = segments_of(builder.source, line.span);
                let after_gap = blanks > 0 || has_page_break;
                group = group.take(Member { index, segments, after_gap }, builder);
                (blanks, has_page_break) = (0, false);
            }
            LineKind::Blank if blanks < 1 + usize::from(has_page_break) => blanks += 1,
            LineKind::PageBreak => has_page_break = true,
            _ => {
                std::mem::take(&mut group).close(builder);
                (blanks, has_page_break) = (0, false);
            }
        }
    }
    group.close(builder);
}

/// A line of a group.
#[derive(Clone, Debug, Default)]
struct Member {
    /// Its line in the blocks.
    index: usize,
    /// What stands between its gaps; empty when the line cannot be of a table.
    segments: Vec<Segment>,
    /// A blank line or a page end stands above it.
    after_gap: bool,
}

/// Lines that leave the same white between columns.
#[derive(Debug, Default)]
struct Group {
    members: Vec<Member>,
    occupancy: Occupancy,
    bands: Vec<Band>,
    /// How many members have gaps.
    rows: usize,
    /// How many members without gaps came one after the other, behind a blank line.
    titles: usize,
    /// Lines with gaps right above that did not fit: the header, perhaps.
    above: Vec<Member>,
}

impl Group {
    /// Takes a line in, or closes this group and begins another.
    fn take(mut self, member: Member, builder: &mut Builder<'_>) -> Self {
        if self.members.is_empty() {
            return if member.segments.len() >= 2 { Self::starting_with(member, Vec::new()) } else { self };
        }
        let is_title = member.segments.len() == 1 && member.after_gap;
        self.titles = if is_title { self.titles + 1 } else { 0 };
        if self.titles <= 2 && self.members.len() < COLUMNS_LINES_MAX && self.fits(&member) {
            self.push(member);
            return self;
        }
        let after_gap = member.after_gap;
        let above = self.close(builder);
        if member.segments.len() < 2 {
            return Self::default();
        }
        Self::starting_with(member, if after_gap { Vec::new() } else { above })
    }

    fn starting_with(member: Member, above: Vec<Member>) -> Self {
        let mut group = Self { above, ..Self::default() };
        group.push(member);
        group
    }

    fn push(&mut self, member: Member) {
        if !self.occupancy.covers(&member.segments) && self.merges(&member) {
            self.occupancy.add(&member.segments);
            self.bands = self.occupancy.bands();
        }
        self.rows += usize::from(member.segments.len() >= 2);
        self.members.push(member);
    }

    /// Whether the columns stay what they are with this line.
    fn merges(&self, member: &Member) -> bool {
        let merged = if self.occupancy.covers(&member.segments) {
            self.bands.len()
        } else {
            self.occupancy.bands_with(&member.segments).len()
        };
        let wanted = match (self.rows, member.segments.len()) {
            (0, _) => 2,
            (1 | 2, segments) => self.bands.len().max(segments),
            _ => self.bands.len(),
        };
        (wanted..=COLUMNS_MAX).contains(&merged)
    }

    /// A line fits if it merges; once the columns are known by three rows, a long cell may also run over a gap.
    fn fits(&self, member: &Member) -> bool {
        match member.segments.len() {
            0 => false,
            1 => self.merges(member),
            _ => self.merges(member) || (self.rows >= 3 && bands::assign(&member.segments, &self.bands).is_some()),
        }
    }

    /// Makes rows if this is a table; else gives its last lines, which may be the header of what follows.
    fn close(mut self, builder: &mut Builder<'_>) -> Vec<Member> {
        const HEADER_LINES_MAX: usize = 3;
        while self.members.last().is_some_and(|member| member.segments.len() < 2 && member.after_gap) {
            self.members.pop();
        }
        if self.rows >= 2 && table::write(&self.above, &self.members, &self.bands, builder) {
            return Vec::new();
        }
        let from = self.members.len().saturating_sub(HEADER_LINES_MAX);
        let mut above = self.members.split_off(from);
        above.retain(|member| member.segments.len() >= 2);
        above
    }
}
