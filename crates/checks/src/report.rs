// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where checks put what they find.

use crate::{Check, Defect, Place, Words, registry};

/// The most defects of one check in one document; beyond it the list helps nobody.
const DEFECTS_OF_A_CHECK_MAX: usize = 500;

/// The defects found so far, and who is looking at what.
#[derive(Debug)]
pub struct Report {
    defects: Vec<Defect>,
    check: &'static Check,
    document: usize,
    count: usize,
    spill: Vec<Defect>,
}

impl Default for Report {
    fn default() -> Self {
        Self { defects: Vec::new(), check: &registry::CHECKS[0], document: 0, count: 0, spill: Vec::new() }
    }
}

impl Report {
    /// From now on this check looks at this document.
    pub(crate) fn begin(&mut self, check: &'static Check, document: usize) {
        if self.check.code != check.code || self.document != document {
            self.check = check;
            self.document = document;
            self.count = 0;
        }
    }

    /// Reports a defect in the document that is looked at; what is known beyond place and message is said on it.
    pub fn find(&mut self, place: Place, message: Words) -> &mut Defect {
        self.find_in(self.document, place, message)
    }

    /// Reports a defect in a named document.
    pub fn find_in(&mut self, document: usize, place: Place, message: Words) -> &mut Defect {
        let defect = Defect {
            check: self.check,
            severity: self.check.severity,
            document,
            place,
            message,
            marks: Vec::new(),
            related: Vec::new(),
            expected: None,
            found: None,
            hint: None,
        };
        self.count += 1;
        let list = if self.count > DEFECTS_OF_A_CHECK_MAX {
            self.spill.clear();
            &mut self.spill
        } else {
            &mut self.defects
        };
        list.push(defect);
        let last = list.len() - 1;
        &mut list[last]
    }

    /// Everything that was found.
    pub(crate) fn finish(self) -> Vec<Defect> {
        self.defects
    }
}
