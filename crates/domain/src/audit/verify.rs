// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reads a chain in order and names what is wrong with it.
//!
//! Invariant: what is kept does not grow with the chain. Limit: a chain that somebody computed anew from some record to
//! the end, head included, has no fault in itself; an [`Anchor`] shows it.

use super::{Anchor, AnchorState, Base, Digest, FAULTS_NAMED_MAX, Fault, Head, Record, Verdict, Wrong, digest_of};
use crate::office::AreaId;

/// How many changed records are kept, to see at the end whether they changed places.
const CHANGED_KEPT_MAX: usize = 64;

/// A verification under way.
#[derive(Debug)]
pub struct Verifier {
    area: AreaId,
    base: Base,
    last: i64,
    /// The digest of the last record; absent where that record is in doubt.
    end: Option<Digest>,
    records: u64,
    said: Base,
    faults: Vec<Fault>,
    faults_total: u64,
    changed: Vec<(usize, Record, Digest)>,
    anchors: Vec<(Anchor, Option<AnchorState>)>,
}

impl Verifier {
    /// Begins after what stands before the first record.
    #[must_use]
    pub fn new(area: AreaId, base: Base, anchors: &[Anchor]) -> Self {
        let anchors = anchors.iter().filter(|anchor| anchor.area == area).map(|anchor| {
            let state = match anchor.seq.cmp(&base.seq) {
                std::cmp::Ordering::Less => Some(AnchorState::BeforeBeginning),
                std::cmp::Ordering::Equal if anchor.digest == base.digest => Some(AnchorState::Holds),
                std::cmp::Ordering::Equal => Some(AnchorState::Differs),
                std::cmp::Ordering::Greater => None,
            };
            (*anchor, state)
        });
        Self {
            area,
            base,
            last: base.seq,
            end: Some(base.digest),
            records: 0,
            said: Base::FIRST,
            faults: Vec::new(),
            faults_total: 0,
            changed: Vec::new(),
            anchors: anchors.collect(),
        }
    }

    /// How many records were read so far.
    #[must_use]
    pub const fn records(&self) -> u64 {
        self.records
    }

    /// The number that the next record should have.
    #[must_use]
    pub const fn awaited(&self) -> i64 {
        self.last.saturating_add(1)
    }

    /// Takes the next record, with the digest that stands beside it.
    pub fn feed(&mut self, record: &Record, stored: &Digest) {
        let own = digest_of(self.area, record);
        let fault = |wrong| Fault { seq: record.seq, at_us: Some(record.at_us), act: Some(record.act.clone()), wrong };
        let Some(follows) = self.place(record.seq, &fault) else { return };
        if own != *stored {
            if self.changed.len() < CHANGED_KEPT_MAX && self.faults.len() < FAULTS_NAMED_MAX {
                self.changed.push((self.faults.len(), record.clone(), *stored));
            }
            self.find(fault(Wrong::Changed));
        } else if follows == Follows::Directly && self.end.is_some_and(|end| end != record.previous) {
            self.find(fault(Wrong::Unlinked));
        }
        if let Some(base) = Base::said_by(record) {
            self.said = base;
        }
        for (anchor, state) in self.anchors.iter_mut().filter(|(anchor, _)| anchor.seq == record.seq) {
            let holds = anchor.digest == own && anchor.digest == *stored;
            *state = Some(if holds { AnchorState::Holds } else { AnchorState::Differs });
        }
        // Of what comes after a record that is in doubt, the link says nothing.
        self.end = (own == *stored).then_some(own);
    }

    /// Takes the place of a record that holds something Ambito cannot have written.
    pub fn feed_unreadable(&mut self, seq: i64) {
        let fault = |wrong| Fault { seq, at_us: None, act: None, wrong };
        if self.place(seq, &fault).is_some() {
            self.find(fault(Wrong::Unreadable));
            self.end = None;
        }
    }

    /// Sees whether a number is the next one; nothing where the record has no place in the chain.
    fn place(&mut self, seq: i64, fault: &dyn Fn(Wrong) -> Fault) -> Option<Follows> {
        self.records += 1;
        if seq <= self.base.seq {
            self.find(fault(Wrong::BeforeBeginning));
            return None;
        }
        if seq <= self.last {
            self.find(fault(if seq == self.last { Wrong::Twice } else { Wrong::Disordered }));
            return None;
        }
        let gap = seq > self.awaited();
        if gap {
            let missing = Wrong::Missing { last: seq - 1 };
            self.find(Fault { seq: self.last + 1, at_us: None, act: None, wrong: missing });
        }
        let follows = if gap { Follows::AfterGap } else { Follows::Directly };
        self.last = seq;
        Some(follows)
    }

    /// Ends at the head of the chain, and says what was found; `listed` is how many records there are in all, where
    /// they can be counted otherwise.
    #[must_use]
    pub fn finish(mut self, head: Option<Head>, listed: Option<u64>) -> Verdict {
        self.name_moved();
        match head {
            None => self.find_whole(self.last, Wrong::HeadMissing),
            Some(head) if head.seq > self.last => {
                self.find_whole(self.last + 1, Wrong::Missing { last: head.seq });
            }
            Some(head) if head.seq < self.last => self.find_whole(head.seq + 1, Wrong::AfterEnd),
            Some(head) if self.end.is_some_and(|end| end != head.digest) => {
                self.find_whole(head.seq, Wrong::HeadDiffers);
            }
            Some(_) => {}
        }
        if self.said != self.base {
            self.find_whole(self.base.seq + 1, Wrong::BeginningUnexplained);
        }
        if listed.is_some_and(|listed| listed != self.records) {
            self.find_whole(self.last, Wrong::Unlisted);
        }
        let mut anchors = Vec::with_capacity(self.anchors.len());
        for (anchor, state) in std::mem::take(&mut self.anchors) {
            let state = state.unwrap_or(AnchorState::Beyond);
            match state {
                AnchorState::Holds | AnchorState::BeforeBeginning => {}
                AnchorState::Differs => self.find_whole(anchor.seq, Wrong::AnchorDiffers),
                AnchorState::Beyond => self.find_whole(anchor.seq, Wrong::AnchorBeyond),
            }
            anchors.push((anchor, state));
        }
        let Self { area, records, faults, faults_total, .. } = self;
        Verdict { area, records, head, faults, faults_total, anchors }
    }

    /// Records that changed places look changed; each that is whole at the number of another was moved from there.
    fn name_moved(&mut self) {
        let numbers: Vec<i64> = self.changed.iter().map(|(_, record, _)| record.seq).collect();
        let gaps: Vec<i64> = self
            .faults
            .iter()
            .filter_map(|fault| match fault.wrong {
                Wrong::Missing { last } => Some([fault.seq, last]),
                _ => None,
            })
            .flatten()
            .collect();
        for (at, mut record, stored) in std::mem::take(&mut self.changed) {
            for &from in numbers.iter().chain(&gaps) {
                record.seq = from;
                if digest_of(self.area, &record) == stored {
                    self.faults[at].wrong = Wrong::Moved { from };
                    break;
                }
            }
        }
    }

    fn find_whole(&mut self, seq: i64, wrong: Wrong) {
        // What is wrong with the whole is always named.
        self.faults_total += 1;
        self.faults.push(Fault { seq, at_us: None, act: None, wrong });
    }

    fn find(&mut self, fault: Fault) {
        self.faults_total += 1;
        if self.faults.len() < FAULTS_NAMED_MAX {
            self.faults.push(fault);
        }
    }
}

/// How a record comes after the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    Directly,
    AfterGap,
}

#[cfg(test)]
mod tests;
