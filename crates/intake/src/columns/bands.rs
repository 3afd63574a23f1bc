// SPDX-License-Identifier: AGPL-3.0-or-later
//! The columns of a group of lines: the stretches between the vertical whites that all its lines leave.

use super::segments::Segment;

/// A column of a table: its first character column and the first behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// First character column, 0-based.
    pub from: usize,
    /// First character column behind it.
    pub to: usize,
}

/// Which character columns some line of the group writes on.
#[derive(Clone, Debug, Default)]
pub struct Occupancy(Vec<bool>);

impl Occupancy {
    /// Adds a line.
    pub fn add(&mut self, segments: &[Segment]) {
        let width = segments.last().map_or(0, |segment| segment.to);
        self.0.resize(self.0.len().max(width), false);
        for segment in segments {
            self.0.get_mut(segment.from..segment.to).unwrap_or_default().fill(true);
        }
    }

    /// Whether a line writes only where others do, so that it changes nothing.
    pub fn covers(&self, segments: &[Segment]) -> bool {
        segments.iter().all(|segment| {
            self.0.get(segment.from..segment.to).is_some_and(|columns| columns.iter().all(|&occupied| occupied))
        })
    }

    /// The columns so far.
    pub fn bands(&self) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        for (at, _) in self.0.iter().enumerate().filter(|(_, occupied)| **occupied) {
            match bands.last_mut() {
                Some(band) if band.to == at => band.to = at + 1,
                _ => bands.push(Band { from: at, to: at + 1 }),
            }
        }
        bands
    }

    /// The columns that there would be with another line.
    pub fn bands_with(&self, segments: &[Segment]) -> Vec<Band> {
        let mut merged = self.clone();
        merged.add(segments);
        merged.bands()
    }
}

/// The column of each segment: the one it begins with, else the one it overlaps most, else the nearest; `None` unless they are in order and no two
/// in one.
pub fn assign(segments: &[Segment], bands: &[Band]) -> Option<Vec<usize>> {
    let columns: Option<Vec<usize>> = segments
        .iter()
        .map(|segment| {
            let fit = |band: &Band| {
                let overlap = segment.to.min(band.to).saturating_sub(segment.from.max(band.from));
                let distance = segment.from.saturating_sub(band.to).max(band.from.saturating_sub(segment.to));
                (segment.from == band.from, overlap, std::cmp::Reverse(distance))
            };
            bands.iter().enumerate().max_by_key(|(_, band)| fit(band)).map(|(column, _)| column)
        })
        .collect();
    columns.filter(|columns| columns.is_sorted_by(|a, b| a < b))
}
