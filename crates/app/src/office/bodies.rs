// SPDX-License-Identifier: AGPL-3.0-or-later
//! Keeping the tree of bodies.

use crate::check::{Checker, optional};
use crate::viewer::below;
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Period;
use ambito_domain::audit::Kind;
use ambito_domain::office::{Body, BodyId, BodyKind, Right, Sight, keeper};
use ambito_store::{Tx, bodies};

/// A body as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyInput {
    /// The id of the body it belongs to; empty at the top.
    pub parent: String,
    /// The word of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its ISTAT code.
    pub istat: String,
    /// Its IPA code.
    pub ipa: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

impl App {
    /// The bodies in sight, by name.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_bodies(&self, viewer: &Viewer) -> Result<Vec<Body>> {
        let sight = viewer.sight(Right::ReadBodies)?;
        let mut tx = self.db.read().await?;
        Ok(bodies::list(&mut tx, &sight).await?)
    }

    /// A body.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_body(&self, viewer: &Viewer, id: BodyId) -> Result<Body> {
        let sight = viewer.sight(Right::ReadBodies)?;
        let mut tx = self.db.read().await?;
        bodies::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("body"))
    }

    /// Adds a body under an identifier drawn before ([`App::fresh_id`]), so that a form that is sent twice adds it once.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Denied`], or what the database says.
    pub async fn add_body(&self, viewer: &Viewer, id: BodyId, input: &BodyInput) -> Result<BodyId> {
        let sight = viewer.sight(Right::EditBodies)?;
        let mut tx = self.db.write().await?;
        if bodies::find(&mut tx, &sight, id).await?.is_some() {
            return Ok(id);
        }
        let body = checked(&mut tx, &sight, input, id, 1).await?;
        bodies::insert(&mut tx, viewer.area(), &body).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Write, "body.add").on(body.id.0)).await?;
        tx.commit().await?;
        Ok(body.id)
    }

    /// Saves a body that was read at a version.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn save_body(&self, viewer: &Viewer, id: BodyId, version: i64, input: &BodyInput) -> Result<()> {
        let sight = viewer.sight(Right::EditBodies)?;
        let mut tx = self.db.write().await?;
        let before = bodies::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("body"))?;
        let body = checked(&mut tx, &sight, input, id, version).await?;
        bodies::update(&mut tx, viewer.area(), &body).await?;
        let change = Change::new(Kind::Write, "body.save").on(id.0).saying(changed(&before, &body));
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }
}

/// What was typed, as a body.
pub(super) async fn checked(tx: &mut Tx, sight: &Sight, input: &BodyInput, id: BodyId, version: i64) -> Result<Body> {
    let BodyInput { parent, kind, name, istat, ipa, from, to } = input;
    let mut check = Checker::default();
    let name = check.name("name", name);
    let kind = BodyKind::from_word(kind).unwrap_or_else(|| {
        check.fault("kind", "field-choose");
        BodyKind::Office
    });
    let all = bodies::list(tx, &keeper(sight.area())).await?;
    let parent = optional(parent).map(|parent| parent.parse::<BodyId>().unwrap_or(BodyId(ambito_base::Uuid::nil())));
    if parent.is_some_and(|parent| !sight.covers(parent) || !all.iter().any(|body| body.id == parent)) {
        check.fault("parent", "field-choose");
    } else if parent.is_some_and(|parent| below(|| all.iter().map(|body| (body.id, body.parent)), id).contains(&parent))
    {
        check.fault("parent", "body-below-itself");
    } else if parent.is_none() && sight.bodies().is_some() {
        check.fault("parent", "body-top-not-yours");
    } else if parent.is_some() && all.iter().all(|body| body.parent.is_some() || body.id == id) && !all.is_empty() {
        check.fault("parent", "body-top-needed");
    }
    let istat = optional(istat);
    if istat.as_ref().is_some_and(|code| !is_istat(code, kind)) {
        check.fault("istat", "body-istat-wrong");
    }
    let ipa = optional(ipa);
    if ipa.as_ref().is_some_and(|code| {
        code.len() > 30 || !code.chars().all(|char| char.is_ascii_alphanumeric() || char == '_' || char == '-')
    }) {
        check.fault("ipa", "body-ipa-wrong");
    }
    let valid = Period { from: check.day("from", from), to: check.day("to", to) };
    check.order("to", valid.from, valid.to);
    check.done()?;
    Ok(Body { id, parent, kind, name, istat, ipa, valid, version })
}

/// ISTAT codes are digits: six for a Comune (province and progressive), two for a Regione.
fn is_istat(code: &str, kind: BodyKind) -> bool {
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    digits
        && match kind {
            BodyKind::Municipality => code.len() == 6,
            BodyKind::Region => code.len() == 2,
            _ => (1..=10).contains(&code.len()),
        }
}

/// The names of the fields that differ.
fn changed(before: &Body, after: &Body) -> String {
    let fields = [
        ("parent", before.parent != after.parent),
        ("kind", before.kind != after.kind),
        ("name", before.name != after.name),
        ("istat", before.istat != after.istat),
        ("ipa", before.ipa != after.ipa),
        ("valid", before.valid != after.valid),
    ];
    let names: Vec<&str> = fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect();
    format!("fields={}", names.join(","))
}
