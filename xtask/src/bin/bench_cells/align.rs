// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which found row is which true row: the pairing, in order on both sides, under which most cells are right. This is
//! the longest common subsequence of rows, a row counting for as much as its cells agree.
//!
//! Invariant: memory grows with the number of rows, not with its square (Hirschberg's division).

/// A row, each text as the number it got: two texts are the same where their numbers are.
pub type Row = Vec<u32>;
/// The number of the empty text.
pub const EMPTY: u32 = 0;

/// How many cells of a true row a found row has right: in the same column, the same text. A row that shares nothing
/// but empty cells is another row.
pub fn agreement(truth: &Row, found: &Row) -> u32 {
    let (mut same, mut filled) = (0, false);
    for (index, &text) in truth.iter().enumerate() {
        // A column too few is an empty one.
        if found.get(index).copied().unwrap_or(EMPTY) == text {
            same += 1;
            filled |= text != EMPTY;
        }
    }
    if filled { same } else { 0 }
}

/// The pairs of rows, by index.
pub fn align(truth: &[Row], found: &[Row]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    divide(truth, found, (0, 0), &mut pairs);
    pairs
}

fn divide(truth: &[Row], found: &[Row], from: (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    let same = |(a, b): &(&Row, &Row)| a == b;
    // Equal ends are paired at once: without this, a flawless reading would take as long as a hopeless one.
    let front = truth.iter().zip(found).take_while(same).count();
    pairs.extend((0..front).map(|index| (from.0 + index, from.1 + index)));
    let (truth, found) = (&truth[front..], &found[front..]);
    let back = truth.iter().rev().zip(found.iter().rev()).take_while(same).count();
    let (truth, truth_end) = truth.split_at(truth.len() - back);
    let (found, _) = found.split_at(found.len() - back);
    let from = (from.0 + front, from.1 + front);
    if let [row] = truth {
        let best = found.iter().enumerate().max_by_key(|(index, other)| (agreement(row, other), usize::MAX - index));
        if let Some((index, _)) = best.filter(|(_, other)| agreement(row, other) > 0) {
            pairs.push((from.0, from.1 + index));
        }
    } else if !truth.is_empty() && !found.is_empty() {
        let middle = truth.len() / 2;
        let before = scores(truth[..middle].iter(), found.iter());
        let mut after = scores(truth[middle..].iter().rev(), found.iter().rev());
        after.reverse();
        let sums = before.iter().zip(&after).map(|(before, after)| before + after);
        let (cut, _) = sums.enumerate().max_by_key(|&(index, sum)| (sum, usize::MAX - index)).unwrap_or_default();
        divide(&truth[..middle], &found[..cut], from, pairs);
        divide(&truth[middle..], &found[cut..], (from.0 + middle, from.1 + cut), pairs);
    }
    let ends = (from.0 + truth.len(), from.1 + found.len());
    pairs.extend((0..truth_end.len()).map(|index| (ends.0 + index, ends.1 + index)));
}

/// For every number of found rows, how many cells of all the true rows are right at best.
fn scores<'a>(truth: impl Iterator<Item = &'a Row>, found: impl Iterator<Item = &'a Row> + Clone) -> Vec<u32> {
    let mut line = vec![0; found.clone().count() + 1];
    for row in truth {
        let mut diagonal = 0;
        for (index, other) in found.clone().enumerate() {
            let above = line[index + 1];
            line[index + 1] = above.max(line[index]).max(diagonal + agreement(row, other));
            diagonal = above;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_rows_in_order() {
        let rows = |rows: &[&[u32]]| rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>();
        let check = |truth: &[&[u32]], found: &[&[u32]], expected: &[(usize, usize)]| {
            assert_eq!(align(&rows(truth), &rows(found)), expected, "{truth:?} {found:?}");
        };
        check(&[&[1, 2], &[3, 4]], &[&[1, 2], &[3, 4]], &[(0, 0), (1, 1)]);
        // A head that is repeated, a row that is missing.
        check(&[&[1, 2], &[3, 4], &[5, 6]], &[&[1, 2], &[9, 9], &[1, 2], &[5, 6]], &[(0, 0), (2, 3)]);
        // The better of two likenesses.
        check(&[&[7, 7, 7], &[1, 2, 3]], &[&[1, 9, 9], &[1, 2, 9], &[8, 8, 8]], &[(1, 1)]);
        // Empty cells alone are no likeness.
        check(&[&[0, 0, 1]], &[&[0, 0, 2]], &[]);
        check(&[&[1]], &[], &[]);
    }

    #[test]
    fn counts_cells_in_their_columns() {
        let check = |truth: &[u32], found: &[u32], expected: u32| {
            assert_eq!(agreement(&truth.to_vec(), &found.to_vec()), expected, "{truth:?} {found:?}");
        };
        check(&[1, 0, 3], &[1, 0, 3], 3);
        check(&[1, 0, 3], &[1, 3], 1);
        check(&[1, 2, 0], &[1, 2], 3);
        check(&[1, 2], &[9, 1, 2], 0);
    }
}
