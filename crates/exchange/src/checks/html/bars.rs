// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bars: how long they are, in thousandths of their track. Their figures stand beside them in a cell.

/// The thousandths that a value is of the longest one; nothing for what is negative.
pub(super) fn per_mille(value: i64, longest: i64) -> i64 {
    if value <= 0 || longest <= 0 {
        return 0;
    }
    let thousandths = i128::from(value) * 1000 / i128::from(longest);
    i64::try_from(thousandths).unwrap_or(1000).clamp(1, 1000)
}

/// A bar in its track.
pub(super) fn bar(class: &str, per_mille: i64) -> String {
    format!("<span class=\"track\"><span class=\"bar {class}\" style=\"--w:{per_mille}\"></span></span>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stay_inside_their_track() {
        assert_eq!(per_mille(500, 1000), 500);
        assert_eq!(per_mille(1, i64::MAX), 1);
        assert_eq!(per_mille(i64::MAX, 1), 1000);
        assert_eq!(per_mille(-5, 10), 0);
        assert_eq!(per_mille(5, 0), 0);
    }
}
