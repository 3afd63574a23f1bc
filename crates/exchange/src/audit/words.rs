// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the record says, in words for people.

use ambito_base::{DateTime, Timestamp, italian_time};
use ambito_domain::audit::{AnchorState, Fault, Wrong};
use ambito_i18n::{Arg, Catalogue, Language, grouped};

/// What was done, in words; the stable word itself where nobody worded it.
#[must_use]
pub fn act(act: &str, catalogue: &Catalogue) -> String {
    catalogue.find_text(&format!("audit-act-{}", act.replace('.', "-")), &[]).unwrap_or_else(|| act.to_owned())
}

/// A kind of records, in words; the stable word itself where there is no such kind.
#[must_use]
pub fn kind(kind: &str, catalogue: &Catalogue) -> String {
    catalogue.find_text(&format!("audit-kind-{kind}"), &[]).unwrap_or_else(|| kind.to_owned())
}

/// A moment as clocks in Italy showed it: 22/11/2026 14:02:11.
#[must_use]
pub fn moment(at_us: i64) -> String {
    let Ok(at) = Timestamp::from_microsecond(at_us) else { return at_us.to_string() };
    let at: DateTime = italian_time(at);
    format!("{:02}/{:02}/{:04} {:02}:{:02}:{:02}", at.day(), at.month(), at.year(), at.hour(), at.minute(), at.second())
}

/// A number of a record, as people write it.
fn number(seq: i64, language: Language) -> String {
    grouped(&seq.to_string(), language)
}

/// A fault in words: which record, when, what, and what is wrong with it.
#[must_use]
pub fn fault(fault: &Fault, catalogue: &Catalogue) -> String {
    let Fault { seq, at_us, act: done, wrong } = fault;
    let language = catalogue.language();
    let other = match wrong {
        Wrong::Moved { from } => *from,
        Wrong::Missing { last } if last != seq => *last,
        _ => *seq,
    };
    let seq_text = number(*seq, language);
    let many = matches!(wrong, Wrong::Missing { last } if last != seq);
    let key = if many { "audit-wrong-missing-many".to_owned() } else { format!("audit-wrong-{}", wrong.word()) };
    let wrong = catalogue.text(&key, &[("other", Arg::Text(&number(other, language)))]);
    match (at_us, done) {
        (Some(at), Some(done)) => {
            let (at, done) = (moment(*at), act(done, catalogue));
            let args = [
                ("seq", Arg::Text(&seq_text)),
                ("at", Arg::Text(&at)),
                ("act", Arg::Text(&done)),
                ("wrong", Arg::Text(&wrong)),
            ];
            catalogue.text("audit-fault", &args)
        }
        _ => catalogue.text("audit-fault-absent", &[("seq", Arg::Text(&seq_text)), ("wrong", Arg::Text(&wrong))]),
    }
}

/// What became of an anchor, in words.
#[must_use]
pub fn anchor_state(state: AnchorState, catalogue: &Catalogue) -> String {
    catalogue.text(
        match state {
            AnchorState::Holds => "audit-anchor-holds",
            AnchorState::Differs => "audit-anchor-differs",
            AnchorState::Beyond => "audit-anchor-beyond",
            AnchorState::BeforeBeginning => "audit-anchor-before-beginning",
        },
        &[],
    )
}
