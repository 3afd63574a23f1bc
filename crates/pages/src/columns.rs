// SPDX-License-Identifier: AGPL-3.0-or-later
//! Columns of prose beside each other, as in a newspaper: read one after the other. They look like a table of two
//! columns, but their lines are full, and what is white on one side is not white on the other.

use ambito_documents::blocks::Area;

use crate::limits::POINT;
use crate::lines::{Line, lines};
use crate::words::Word;
use crate::zone::{figures_share, is_marker};

/// The narrowest strip between two columns of prose.
const GUTTER_MIN: i32 = 8 * POINT;
/// The narrowest one in the very middle, in points.
const EVEN_STRIP_POINTS: usize = 10;
/// How many lines each column must have.
const LINES_MIN: usize = 5;

/// Finds the strip that divides words into two columns of prose, as the place of its middle, with the top and bottom of
/// the stretch that it divides.
#[must_use]
pub fn division(words: &[Word], boxes: &[Area]) -> Option<(i32, i32, i32)> {
    let left = words.iter().map(|word| word.area.left).min()?;
    let right = words.iter().map(|word| word.area.right).max()?;
    let width = right - left;
    if width < 200 * POINT {
        return None;
    }
    let all = lines(words.to_vec());
    if all.len() < LINES_MIN {
        return None;
    }
    let bins = usize::try_from(width / POINT).ok()? + 1;
    let mut cover = vec![0_u32; bins];
    let bin = |x: i32| usize::try_from((x - left) / POINT).unwrap_or(0).min(bins - 1);
    for line in &all {
        for word in &line.words {
            cover[bin(word.area.left)..=bin(word.area.right)].iter_mut().for_each(|count| *count += 1);
        }
    }
    for area in boxes {
        let height = u32::try_from((area.bottom - area.top) / (12 * POINT)).unwrap_or(0) + 1;
        cover[bin(area.left)..=bin(area.right.max(area.left))].iter_mut().for_each(|count| *count += height);
    }
    // The widest strip in the middle part that few lines cross.
    let crossed = u32::try_from(all.len() * 45 / 100).unwrap_or(0);
    let (from, to) = (bins * 28 / 100, bins * 72 / 100);
    let least = cover[from..to].iter().min().copied()?;
    if least > crossed {
        return None;
    }
    // A long word here and there may reach into it.
    let few = least + u32::try_from(all.len() * 4 / 100).unwrap_or(0);
    let mut strips: Vec<(usize, usize)> = Vec::new();
    let mut open = None;
    for (index, &count) in cover.iter().enumerate().take(to + 1).skip(from) {
        if index < to && count <= few {
            open.get_or_insert(index);
        } else if let Some(start) = open.take() {
            strips.push((start, index));
        }
    }
    // The one that shares the width evenly; else the widest.
    let is_even = |&&(a, b): &&(usize, usize)| b - a >= EVEN_STRIP_POINTS && (a + b).abs_diff(bins) * 100 <= bins * 8;
    let widest = || strips.iter().max_by_key(|(a, b)| b - a);
    let &(from, to) = strips.iter().find(is_even).or_else(widest)?;
    let at = |index: usize| left + i32::try_from(index).unwrap_or(0) * POINT;
    let (from, to) = (at(from), at(to));
    if to - from < GUTTER_MIN {
        return None;
    }
    let middle = i32::midpoint(from, to);
    let (top, bottom) = stretch(&all, boxes, middle)?;
    let inside = |word: &&Word| word.area.top >= top && word.area.bottom <= bottom;
    let (before, behind): (Vec<Word>, Vec<Word>) =
        words.iter().filter(inside).cloned().partition(|word| word.area.right <= middle);
    // Two texts that have nothing to do with each other share the width evenly.
    let is_even = (middle - i32::midpoint(left, right)).abs() * 100 <= width * 4 && to - from >= GUTTER_MIN * 5 / 4;
    let apart = is_even && are_apart(&before, &behind);
    (apart || (!are_many(&all, top, bottom) && is_prose(&before) && is_prose(&behind) && !are_rows(&before, &behind)))
        .then_some((middle, top, bottom))
}

/// The tallest stretch of lines that do not cross the strip.
fn stretch(all: &[Line], boxes: &[Area], middle: i32) -> Option<(i32, i32)> {
    let crosses = |line: &Line| {
        line.words.iter().any(|word| word.area.left < middle && middle < word.area.right) || {
            // A heading over both columns: words on both sides with no more than a blank between.
            line.words.windows(2).any(|pair| {
                pair[0].area.right <= middle
                    && middle <= pair[1].area.left
                    && (pair[1].area.left - pair[0].area.right) * 100 < line.size * 60
            })
        }
    };
    let mut best: Option<(i32, i32)> = None;
    let mut open: Option<(i32, i32)> = None;
    let mut barriers: Vec<(i32, i32, bool)> =
        all.iter().map(|line| (line.area.top, line.area.bottom, crosses(line))).collect();
    barriers.extend(boxes.iter().map(|area| (area.top, area.bottom, area.left < middle && middle < area.right)));
    barriers.sort_unstable();
    for (top, bottom, crosses) in barriers {
        if crosses {
            open = None;
            continue;
        }
        let stretch = open.map_or((top, bottom), |(from, to)| (from, to.max(bottom)));
        open = Some(stretch);
        if best.is_none_or(|(from, to)| stretch.1 - stretch.0 > to - from) {
            best = open;
        }
    }
    best
}

/// Whether a stretch has white strips beside the one in its middle: a table. Where texts stand beside each other, no
/// other strip runs from top to bottom.
fn are_many(all: &[Line], top: i32, bottom: i32) -> bool {
    const STRIP_MIN: usize = 4;
    let inside: Vec<&Line> = all.iter().filter(|line| line.area.top >= top && line.area.bottom <= bottom).collect();
    let left = inside.iter().map(|line| line.area.left).min().unwrap_or(0);
    let right = inside.iter().map(|line| line.area.right).max().unwrap_or(0);
    let Ok(bins) = usize::try_from((right - left) / POINT + 1) else { return false };
    let mut cover = vec![0_usize; bins];
    let bin = |x: i32| usize::try_from((x - left) / POINT).unwrap_or(0).min(bins - 1);
    for word in inside.iter().flat_map(|line| &line.words) {
        cover[bin(word.area.left)..=bin(word.area.right)].iter_mut().for_each(|count| *count += 1);
    }
    let few = inside.len() * 3 / 100;
    let mut strips = 0;
    let mut width = 0;
    for &count in &cover {
        if count <= few {
            width += 1;
        } else {
            strips += usize::from(width >= STRIP_MIN);
            width = 0;
        }
    }
    strips >= 2
}

/// Whether words are lines of prose: several, most of them full, few of them figures.
fn is_prose(words: &[Word]) -> bool {
    let all = lines(words.to_vec());
    if all.len() < LINES_MIN {
        return false;
    }
    let left = all.iter().map(|line| line.area.left).min().unwrap_or(0);
    let right = all.iter().map(|line| line.area.right).max().unwrap_or(0);
    let full = all.iter().filter(|line| (line.area.right - left) * 100 >= (right - left) * 75).count();
    let wordy = all.iter().filter(|line| line.words.len() >= 3).count();
    full * 100 >= all.len() * 45 && wordy * 100 >= all.len() * 55 && figures_share(&all) < 25
}

/// Whether the lines of both sides stand at heights of their own: two texts, and not the cells of rows.
fn are_apart(before: &[Word], behind: &[Word]) -> bool {
    const LINES_ENOUGH: usize = 12;
    let (a, b) = (lines(before.to_vec()), lines(behind.to_vec()));
    let near = |line: &Line, all: &[Line]| {
        let at = all.partition_point(|other| other.baseline < line.baseline - line.size / 6);
        all.get(at).is_some_and(|other| other.baseline <= line.baseline + line.size / 6)
    };
    let shared = a.iter().filter(|line| near(line, &b)).count();
    let fewer = a.len().min(b.len());
    // Between the rows of a table runs a white strip from side to side, whatever the heights of its lines.
    let size = a.first().map_or(1_000, |line| line.size);
    let mut extents: Vec<(i32, i32)> = a.iter().chain(&b).map(|line| (line.area.top, line.area.bottom)).collect();
    extents.sort_unstable();
    let mut strips = 0;
    let mut reached = i32::MIN;
    for (top, bottom) in extents {
        strips += usize::from(reached > i32::MIN && top > reached + size * 35 / 100);
        reached = reached.max(bottom);
    }
    fewer >= LINES_ENOUGH && shared * 100 < fewer * 55 && strips * 100 < fewer * 30
}

/// Whether what is white on one side is white on the other: then they are the cells of rows.
fn are_rows(before: &[Word], behind: &[Word]) -> bool {
    let gaps = |words: &[Word]| -> Vec<(i32, i32)> {
        let all = lines(words.to_vec());
        let mut pitches: Vec<i32> = all.windows(2).map(|pair| pair[1].baseline - pair[0].baseline).collect();
        pitches.sort_unstable();
        // The usual distance is among the narrow ones: between rows it is wider.
        let usual = pitches.get(pitches.len() / 4).copied().unwrap_or(0);
        all.windows(2)
            .filter(|pair| {
                (pair[1].baseline - pair[0].baseline) * 100 > usual * 118 && !is_marker(&pair[1].words[0].text)
            })
            .map(|pair| (pair[0].area.bottom, pair[1].area.top))
            .collect()
    };
    let (a, b) = (gaps(before), gaps(behind));
    let shared = a.iter().filter(|(from, to)| b.iter().any(|(other, end)| other < to && from < end)).count();
    shared >= 2 && shared * 10 >= a.len().max(b.len()) * 5
}
