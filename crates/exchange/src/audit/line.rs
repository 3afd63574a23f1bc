// SPDX-License-Identifier: AGPL-3.0-or-later
//! One line of the file, out and in.

use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::{Base, Digest, Head, Record, hex, parse_hex};
use ambito_domain::office::AreaId;
use serde::{Deserialize, Serialize};

/// The version of the layout.
const LAYOUT: u32 = 1;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A chain begins.
    Begin {
        /// Whose.
        area: AreaId,
        /// What stands before its first record.
        base: Base,
    },
    /// A record, with the digest beside it.
    Record(Box<Record>, Digest),
    /// The chain ends.
    End {
        /// The number of the last record.
        seq: i64,
        /// Its digest.
        digest: Digest,
        /// How many records there are.
        count: u64,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BeginLine {
    ambito_audit: u32,
    area: String,
    area_name: String,
    base_seq: i64,
    base_digest: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordLine {
    seq: i64,
    at: String,
    at_us: i64,
    kind: String,
    act: String,
    actor: Option<String>,
    actor_name: String,
    source: String,
    object: Option<String>,
    subject: Option<String>,
    purpose: Option<String>,
    detail: String,
    previous: String,
    digest: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndLine {
    head_seq: i64,
    head_digest: String,
    count: u64,
}

/// The line that begins a chain.
///
/// # Errors
/// None that is known: what JSON cannot hold is not in it.
pub fn begin_line(area: AreaId, name: &str, base: &Base) -> serde_json::Result<String> {
    written(&BeginLine {
        ambito_audit: LAYOUT,
        area: area.to_string(),
        area_name: name.to_owned(),
        base_seq: base.seq,
        base_digest: hex(&base.digest),
    })
}

/// The line of a record.
///
/// # Errors
/// As for [`begin_line`].
pub fn record_line(record: &Record, digest: &Digest) -> serde_json::Result<String> {
    let Record { seq, at_us, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous } =
        record.clone();
    let id = |id: Option<Uuid>| id.map(|id| id.simple().to_string());
    written(&RecordLine {
        seq,
        at: shown(at_us),
        at_us,
        kind,
        act,
        actor: id(actor),
        actor_name,
        source,
        object: id(object),
        subject: id(subject),
        purpose,
        detail,
        previous: hex(&previous),
        digest: hex(digest),
    })
}

/// The line in the place of a record that cannot be read; whoever verifies the file finds it.
#[must_use]
pub fn unreadable_line(seq: i64) -> String {
    format!("{{\"seq\":{seq},\"unreadable\":true}}\n")
}

/// The line that ends a chain.
///
/// # Errors
/// As for [`begin_line`].
pub fn end_line(head: &Head, count: u64) -> serde_json::Result<String> {
    written(&EndLine { head_seq: head.seq, head_digest: hex(&head.digest), count })
}

fn written(line: &impl Serialize) -> serde_json::Result<String> {
    let mut text = serde_json::to_string(line)?;
    text.push('\n');
    Ok(text)
}

/// The moment for people; the microseconds beside it are what counts.
fn shown(at_us: i64) -> String {
    Timestamp::from_microsecond(at_us).map(|at| at.to_string()).unwrap_or_default()
}

impl Line {
    /// Reads a line; nothing where it is none that Ambito writes, or says the same thing in two ways.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(line) = serde_json::from_str::<RecordLine>(text) {
            return record(line);
        }
        if let Ok(BeginLine { ambito_audit, area, area_name: _, base_seq, base_digest }) = serde_json::from_str(text) {
            let base = Base { seq: base_seq, digest: parse_hex(&base_digest)? };
            return (ambito_audit == LAYOUT).then_some(Self::Begin { area: AreaId(id(&area)?), base });
        }
        let EndLine { head_seq, head_digest, count } = serde_json::from_str(text).ok()?;
        Some(Self::End { seq: head_seq, digest: parse_hex(&head_digest)?, count })
    }
}

fn record(line: RecordLine) -> Option<Line> {
    let RecordLine {
        seq,
        at,
        at_us,
        kind,
        act,
        actor,
        actor_name,
        source,
        object,
        subject,
        purpose,
        detail,
        previous,
        digest,
    } = line;
    if at != shown(at_us) {
        return None;
    }
    let optional = |text: Option<String>| text.map_or(Some(None), |text| id(&text).map(Some));
    let record = Record {
        seq,
        at_us,
        kind,
        act,
        actor: optional(actor)?,
        actor_name,
        source,
        object: optional(object)?,
        subject: optional(subject)?,
        purpose,
        detail,
        previous: parse_hex(&previous)?,
    };
    Some(Line::Record(Box::new(record), parse_hex(&digest)?))
}

fn id(text: &str) -> Option<Uuid> {
    Uuid::parse_str(text).ok()
}
