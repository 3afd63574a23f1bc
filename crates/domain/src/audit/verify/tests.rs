// SPDX-License-Identifier: AGPL-3.0-or-later
//! Chains that somebody touched: each kind of touch is found, at its number.

use super::*;
use crate::audit::{Event, Kind, ORIGIN};
use crate::office::StaffId;
use ambito_base::{Timestamp, Uuid};
use proptest::prelude::*;

const AREA: AreaId = AreaId(Uuid::from_u128(5));

/// A chain as it stands in a database: records with the digests beside them, and the head.
#[derive(Clone, Debug)]
struct Chain {
    rows: Vec<(Record, Digest)>,
    head: Head,
}

fn event(number: u64) -> Event {
    Event {
        at: Timestamp::from_microsecond(1_700_000_000_000_000 + number as i64 * 1_000_000).expect("a moment"),
        kind: Kind::ALL[number as usize % Kind::ALL.len()],
        act: ["body.save", "session.begin", "plan.read"][number as usize % 3],
        actor: (!number.is_multiple_of(4)).then(|| StaffId(Uuid::from_u128(u128::from(number % 7)))),
        actor_name: format!("Nome {}", number % 7),
        source: "10.0.0.1".to_owned(),
        object: number.is_multiple_of(2).then(|| Uuid::from_u128(u128::from(number))),
        subject: None,
        purpose: number.is_multiple_of(5).then(|| "verifica".to_owned()),
        detail: String::new(),
    }
}

impl Chain {
    fn new(records: u64) -> Self {
        let mut chain = Self { rows: Vec::new(), head: Head { base: Base::FIRST, seq: 0, digest: ORIGIN } };
        (1..=records).for_each(|number| chain.append(&event(number)));
        chain
    }

    fn append(&mut self, event: &Event) {
        let record = Record::new(event, self.head.seq + 1, self.head.digest);
        let digest = digest_of(AREA, &record);
        (self.head.seq, self.head.digest) = (record.seq, digest);
        self.rows.push((record, digest));
    }

    /// Computes everything anew from a place on, as somebody would who knows how.
    fn recompute(&mut self, from: usize) {
        let before = from.checked_sub(1).and_then(|at| self.rows.get(at));
        let mut previous = before.map_or(self.head.base.digest, |(_, digest)| *digest);
        for (record, digest) in &mut self.rows[from..] {
            record.previous = previous;
            *digest = digest_of(AREA, record);
            previous = *digest;
        }
        self.head.digest = previous;
    }

    fn verdict(&self, anchors: &[Anchor]) -> Verdict {
        let mut verifier = Verifier::new(AREA, self.head.base, anchors);
        self.rows.iter().for_each(|(record, digest)| verifier.feed(record, digest));
        verifier.finish(Some(self.head), Some(self.rows.len() as u64))
    }

    fn anchor(&self) -> Anchor {
        Anchor { area: AREA, seq: self.head.seq, digest: self.head.digest, at: Timestamp::UNIX_EPOCH }
    }
}

fn found(chain: &Chain) -> Vec<(i64, Wrong)> {
    chain.verdict(&[]).faults.into_iter().map(|fault| (fault.seq, fault.wrong)).collect()
}

#[test]
fn a_chain_that_nobody_touched_is_whole() {
    for records in [0, 1, 2, 50] {
        let chain = Chain::new(records);
        assert!(chain.verdict(&[chain.anchor()]).is_whole());
        assert_eq!(chain.verdict(&[]).records, records);
    }
}

#[test]
fn what_was_taken_away_is_named() {
    let mut chain = Chain::new(9);
    chain.rows.remove(0);
    assert_eq!(found(&chain), [(1, Wrong::Missing { last: 1 })]);
    let mut chain = Chain::new(9);
    chain.rows.drain(3..6);
    assert_eq!(found(&chain), [(4, Wrong::Missing { last: 6 })]);
    let mut chain = Chain::new(9);
    chain.rows.truncate(7);
    assert_eq!(found(&chain), [(8, Wrong::Missing { last: 9 })]);
    chain.rows.clear();
    assert_eq!(found(&chain), [(1, Wrong::Missing { last: 9 })]);
}

#[test]
fn what_was_put_in_or_moved_is_named() {
    let mut chain = Chain::new(6);
    let copy = chain.rows[2].clone();
    chain.rows.insert(3, copy.clone());
    assert_eq!(found(&chain), [(3, Wrong::Twice)]);
    let mut chain = Chain::new(6);
    chain.rows.push(copy);
    assert_eq!(found(&chain), [(3, Wrong::Disordered)]);
    let mut chain = Chain::new(6);
    let (record, _) = &chain.rows[5];
    let more = Record { seq: 7, previous: chain.head.digest, ..record.clone() };
    chain.rows.push((more.clone(), digest_of(AREA, &more)));
    assert_eq!(found(&chain), [(7, Wrong::AfterEnd)]);
    let mut chain = Chain::new(6);
    (chain.rows[1].0.seq, chain.rows[4].0.seq) = (5, 2);
    chain.rows.swap(1, 4);
    let expected = [(2, Wrong::Moved { from: 5 }), (5, Wrong::Moved { from: 2 })];
    assert_eq!(found(&chain), expected);
}

#[test]
fn a_record_written_anew_does_not_continue() {
    let mut chain = Chain::new(6);
    chain.rows[2].0.actor_name = "Altri".to_owned();
    chain.rows[2].1 = digest_of(AREA, &chain.rows[2].0);
    assert_eq!(found(&chain), [(4, Wrong::Unlinked)]);
    let mut chain = Chain::new(6);
    chain.rows[5].0.actor_name = "Altri".to_owned();
    chain.rows[5].1 = digest_of(AREA, &chain.rows[5].0);
    assert_eq!(found(&chain), [(6, Wrong::HeadDiffers)]);
}

#[test]
fn only_an_anchor_shows_a_chain_computed_anew() {
    let mut chain = Chain::new(8);
    let anchor = chain.anchor();
    chain.rows[2].0.actor_name = "Altri".to_owned();
    chain.recompute(2);
    assert!(chain.verdict(&[]).is_whole(), "nothing in the chain itself shows it");
    let verdict = chain.verdict(&[anchor]);
    assert_eq!((verdict.faults[0].seq, verdict.faults[0].wrong), (8, Wrong::AnchorDiffers));

    let mut chain = Chain::new(8);
    chain.rows.truncate(5);
    (chain.head.seq, chain.head.digest) = (5, chain.rows[4].1);
    assert!(chain.verdict(&[]).is_whole(), "nothing in the chain itself shows it");
    assert_eq!(chain.verdict(&[anchor]).faults[0].wrong, Wrong::AnchorBeyond);
}

#[test]
fn a_beginning_goes_only_with_a_run() {
    let mut chain = Chain::new(8);
    let old = chain.anchor();
    let base = Base { seq: 3, digest: chain.rows[2].1 };
    let cut = Event { act: crate::audit::CUT_ACT, detail: base.detail(), ..event(9) };
    let mut by_run = chain.clone();
    by_run.append(&cut);
    by_run.rows.drain(..3);
    by_run.head.base = base;
    assert!(by_run.verdict(&[old]).is_whole());
    let early = Anchor { seq: 2, ..old };
    assert_eq!(by_run.verdict(&[early]).anchors[0].1, AnchorState::BeforeBeginning);

    chain.rows.drain(..3);
    chain.head.base = base;
    assert_eq!(found(&chain), [(4, Wrong::BeginningUnexplained)]);
}

#[test]
fn without_a_head_or_readable_fields_it_is_said() {
    let chain = Chain::new(3);
    let mut verifier = Verifier::new(AREA, Base::FIRST, &[]);
    verifier.feed(&chain.rows[0].0, &chain.rows[0].1);
    verifier.feed_unreadable(2);
    verifier.feed(&chain.rows[2].0, &chain.rows[2].1);
    let found: Vec<_> =
        verifier.finish(None, Some(4)).faults.into_iter().map(|fault| (fault.seq, fault.wrong)).collect();
    assert_eq!(found, [(2, Wrong::Unreadable), (3, Wrong::HeadMissing), (3, Wrong::Unlisted)]);
}

/// Touches one field of a record, whichever.
fn touch(record: &mut Record, field: usize) {
    match field % 11 {
        0 => record.at_us += 1,
        1 => record.kind.push('x'),
        2 => record.act.push('x'),
        3 => record.actor = if record.actor.is_some() { None } else { Some(Uuid::nil()) },
        4 => record.actor_name.push('x'),
        5 => record.source.insert(0, ' '),
        6 => record.object = if record.object.is_some() { None } else { Some(Uuid::nil()) },
        7 => record.subject = Some(Uuid::nil()),
        8 => record.purpose = Some(record.purpose.take().map_or(String::new(), |text| text + "x")),
        9 => record.detail.push('\0'),
        _ => record.previous[0] ^= 1,
    }
}

proptest! {
    #[test]
    fn a_touched_field_is_named(records in 1_u64..40, at in 0_usize..40, field in 0_usize..11) {
        let mut chain = Chain::new(records);
        let at = at % chain.rows.len();
        touch(&mut chain.rows[at].0, field);
        prop_assert_eq!(found(&chain), [(at as i64 + 1, Wrong::Changed)]);
    }

    #[test]
    fn a_touched_digest_is_named(records in 1_u64..40, at in 0_usize..40, byte in 0_usize..32) {
        let mut chain = Chain::new(records);
        let at = at % chain.rows.len();
        chain.rows[at].1[byte] ^= 4;
        prop_assert_eq!(found(&chain), [(at as i64 + 1, Wrong::Changed)]);
    }

    #[test]
    fn no_touch_at_all_is_passed_over(records in 2_u64..30, ops in prop::collection::vec((0_usize..5, 0_usize..30, 0_usize..30), 1..4)) {
        let mut chain = Chain::new(records);
        let before = chain.rows.clone();
        for (op, one, other) in ops {
            let many = chain.rows.len();
            if many == 0 { break; }
            match op {
                0 => { chain.rows.remove(one % many); }
                1 => { chain.rows.swap(one % many, other % many); }
                2 => { let row = chain.rows[one % many].clone(); chain.rows.insert(other % many, row); }
                3 => touch(&mut chain.rows[one % many].0, other),
                _ => chain.rows.truncate(one % many),
            }
        }
        prop_assert_eq!(chain.rows == before, chain.verdict(&[]).is_whole());
    }
}

#[test]
fn what_is_kept_does_not_grow_with_the_faults() {
    let mut chain = Chain::new(150);
    chain.rows.iter_mut().for_each(|(record, _)| record.detail.push('x'));
    let verdict = chain.verdict(&[]);
    assert_eq!((verdict.faults_total, verdict.faults.len()), (150, FAULTS_NAMED_MAX));
}
