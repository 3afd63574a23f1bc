// SPDX-License-Identifier: AGPL-3.0-or-later
//! Looks for records: by who, kind, act, thing, person and days, newest first.

use crate::check::{Checker, optional};
use crate::{App, Change, Result, Viewer};
use ambito_base::{Uuid, italian_midnight};
use ambito_domain::audit::{Kind, Record};
use ambito_domain::office::{Right, StaffId};
use ambito_store::audit::{self, Filter};

/// How many records a page shows.
pub const AUDIT_PAGE_ROWS: i64 = 50;

/// What to look for, as it was typed or chosen; what is empty is not looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// The id of who did it.
    pub actor: String,
    /// The word of the kind.
    pub kind: String,
    /// The word of what was done.
    pub act: String,
    /// The id of what it was done to.
    pub object: String,
    /// The id of the person whose data it is.
    pub subject: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Only what stands before this number: where the last page ended.
    pub before: Option<i64>,
}

/// A page of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPage {
    /// The records, newest first.
    pub records: Vec<Record>,
    /// Where the next page begins, where there is more.
    pub next: Option<i64>,
}

impl App {
    /// Looks for records. What was looked for is recorded itself.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid), [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn search_audit(&self, viewer: &Viewer, query: &AuditQuery) -> Result<AuditPage> {
        let sight = viewer.sight(Right::ReadAudit)?;
        let filter = checked(query)?;
        let mut tx = self.db.write().await?;
        let rows = audit::list(&mut tx, &sight, &filter, query.before, AUDIT_PAGE_ROWS + 1).await?;
        let mut records: Vec<Record> = rows.into_iter().map(|(record, _)| record).collect();
        let more = i64::try_from(records.len()).unwrap_or(i64::MAX) > AUDIT_PAGE_ROWS;
        let next = if more { records.pop().and_then(|_| records.last()).map(|last| last.seq) } else { None };
        let mut change = Change::new(Kind::Reading, "audit.search").saying(said(query, records.len()));
        change.subject = filter.subject;
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(AuditPage { records, next })
    }
}

fn checked(query: &AuditQuery) -> Result<Filter> {
    let AuditQuery { actor, kind, act, object, subject, from, to, before: _ } = query;
    let mut check = Checker::default();
    let mut id = |field, typed: &str| {
        let typed = optional(typed)?;
        let id = Uuid::parse_str(&typed).ok();
        if id.is_none() {
            check.fault(field, "field-choose");
        }
        id
    };
    let (actor, object, subject) = (id("actor", actor), id("object", object), id("subject", subject));
    let kind = optional(kind).and_then(|word| {
        let kind = Kind::from_word(&word);
        if kind.is_none() {
            check.fault("kind", "field-choose");
        }
        kind
    });
    let (from, to) = (check.day("from", from), check.day("to", to));
    check.order("to", from, to);
    check.done()?;
    Ok(Filter {
        actor: actor.map(StaffId),
        kind,
        act: optional(act),
        object,
        subject: subject.map(StaffId),
        from: from.map(italian_midnight),
        until: to.and_then(|to| to.tomorrow().ok()).map(italian_midnight),
    })
}

/// The names of the fields that were used, never what stood in them.
fn said(query: &AuditQuery, found: usize) -> String {
    let AuditQuery { actor, kind, act, object, subject, from, to, before: _ } = query;
    let fields = [
        ("actor", actor),
        ("kind", kind),
        ("act", act),
        ("object", object),
        ("subject", subject),
        ("from", from),
        ("to", to),
    ];
    let names: Vec<&str> =
        fields.into_iter().filter(|(_, typed)| !typed.trim().is_empty()).map(|(name, _)| name).collect();
    format!("fields={} records={found}", names.join(","))
}
