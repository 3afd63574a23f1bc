// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands out of a rising order.

/// The places of the fewest items that must be taken out for the others to rise; of equal items none must.
pub(super) fn strays(values: &[usize]) -> Vec<usize> {
    if values.is_sorted() {
        return Vec::new();
    }
    // Patience sorting: the last place of the best sequence of each length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] <= *value);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut rising = vec![false; values.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        rising[place] = true;
        at = before[place];
    }
    rising.iter().enumerate().filter(|(_, in_order)| !**in_order).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::strays;

    #[test]
    fn the_fewest() {
        assert_eq!(strays(&[1, 2, 2, 3]), Vec::<usize>::new());
        assert_eq!(strays(&[1, 5, 2, 3, 4]), vec![1]);
        assert_eq!(strays(&[2, 3, 4, 1]), vec![3]);
    }
}
