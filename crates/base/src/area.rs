// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rectangles on pages, in whole hundredths of a point: fine enough for print, and the same on every machine.

use serde::{Deserialize, Serialize};

/// A rectangle on a page as it is shown: hundredths of a point from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Area {
    /// The left edge.
    pub left: i32,
    /// The upper edge.
    pub top: i32,
    /// The right edge.
    pub right: i32,
    /// The lower edge.
    pub bottom: i32,
}

impl Area {
    /// The smallest area that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether it covers nothing, as the place of a blank line does.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.right <= self.left || self.bottom <= self.top
    }
}

#[cfg(test)]
mod tests {
    use super::Area;

    #[test]
    fn two_areas_make_one() {
        let left = Area { left: 100, top: 200, right: 300, bottom: 250 };
        let right = Area { left: 250, top: 190, right: 900, bottom: 240 };
        assert_eq!(left.with(right), Area { left: 100, top: 190, right: 900, bottom: 250 });
        assert!(!left.is_empty());
        assert!(Area::default().is_empty() && Area { right: 100, ..left }.is_empty());
    }
}
