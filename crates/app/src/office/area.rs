// SPDX-License-Identifier: AGPL-3.0-or-later
//! An area as a whole, made from an outline: bodies, positions, people, all at once or not at all.

use super::bodies::{self as body_rules, BodyInput};
use super::people::{self as people_rules, StaffInput};
use super::positions::must_keep_administrator;
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::parse_date;
use ambito_domain::audit::Kind;
use ambito_domain::office::{
    AreaId, BodyId, Position, PositionId, PositionRole, Reach, Role, Staff, StaffId, Tenure, TenureId, keeper,
};
use ambito_store::areas::{self, Area};
use ambito_store::{Tx, bodies, credentials, positions, settings, staff};
use serde::Deserialize;
use std::collections::BTreeMap;

/// An area as a file describes it. Keys are names that the file uses within itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaOutline {
    /// Its name.
    pub name: String,
    /// Settings by their names.
    #[serde(default)]
    pub settings: BTreeMap<String, String>,
    /// Its bodies; a parent stands before its children.
    #[serde(default)]
    pub body: Vec<BodyOutline>,
    /// Its people.
    #[serde(default)]
    pub person: Vec<PersonOutline>,
    /// The positions, with the people in them.
    #[serde(default)]
    pub position: Vec<PositionOutline>,
}

/// A body of an outline.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyOutline {
    /// What the file calls it.
    pub key: String,
    /// The key of its parent.
    #[serde(default)]
    pub parent: String,
    /// The word of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// ISTAT code.
    #[serde(default)]
    pub istat: String,
    /// IPA code.
    #[serde(default)]
    pub ipa: String,
    /// First day.
    #[serde(default)]
    pub from: String,
    /// Last day.
    #[serde(default)]
    pub to: String,
}

/// A person of an outline.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonOutline {
    /// Name and surname.
    pub name: String,
    /// What they sign in with; also what the file calls them.
    pub login: String,
    /// Where they can be written to.
    #[serde(default)]
    pub email: String,
    /// A password, for a demonstration; else the person gets a link.
    pub password: Option<String>,
}

/// A position of an outline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionOutline {
    /// The key of its body.
    pub body: String,
    /// What it is called.
    pub title: String,
    /// The roles it brings.
    #[serde(default)]
    pub role: Vec<RoleOutline>,
    /// Who holds it: login, first day, last day.
    #[serde(default)]
    pub held: Vec<HeldOutline>,
}

/// A role of a position of an outline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleOutline {
    /// The word of the role.
    pub role: String,
    /// The word of its reach.
    pub reach: String,
}

/// A person's time in a position of an outline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldOutline {
    /// The person's login.
    pub by: String,
    /// First day.
    pub from: String,
    /// Last day.
    #[serde(default)]
    pub to: String,
}

/// What was made of an outline.
#[derive(Clone, Copy, Debug)]
pub struct Loaded {
    /// The area.
    pub area: AreaId,
    /// How many bodies.
    pub bodies: usize,
    /// How many positions.
    pub positions: usize,
    /// How many people.
    pub people: usize,
}

impl App {
    /// Makes an area from an outline, whole or not at all.
    ///
    /// # Errors
    /// [`Error::Broken`] with the key of what is wrong in the outline, [`Error::Invalid`], or what the database says.
    pub async fn load_area(&self, outline: &AreaOutline, by: &str) -> Result<Loaded> {
        let mut hashes = Vec::new();
        for person in &outline.person {
            hashes.push(match &person.password {
                Some(password) => Some(self.hash_password(password).await?),
                None => None,
            });
        }
        let mut tx = self.db.write().await?;
        let area = AreaId(self.new_id());
        if areas::list(&mut tx).await?.iter().any(|other| other.name == outline.name) {
            return Err(Error::invalid("name", "area-taken"));
        }
        areas::insert(&mut tx, &Area { id: area, name: outline.name.clone(), version: 1 }, self.now()).await?;
        for (name, value) in &outline.settings {
            let setting = settings::Setting { name: name.clone(), value: value.clone(), version: 0 };
            settings::save(&mut tx, area, &setting).await?;
        }
        let bodies = self.load_bodies(&mut tx, area, &outline.body).await?;
        let mut people = BTreeMap::new();
        for (person, hash) in outline.person.iter().zip(hashes) {
            let input = StaffInput {
                name: person.name.clone(),
                login: person.login.clone(),
                email: person.email.clone(),
                left_on: String::new(),
            };
            let made: Staff = people_rules::checked(&mut tx, area, &input, StaffId(self.new_id()), 1).await?;
            staff::insert(&mut tx, area, &made).await?;
            if hash.is_some() {
                credentials::lock(&mut tx, area, made.id).await?;
                let known = credentials::Credential { password: hash, ..Default::default() };
                credentials::save(&mut tx, area, made.id, &known).await?;
            }
            people.insert(made.login.clone(), made.id);
        }
        for outline in &outline.position {
            self.load_position(&mut tx, area, outline, &bodies, &people).await?;
        }
        must_keep_administrator(&mut tx, area, self.today(), "role").await?;
        let viewer = Viewer::keeper(area, by.to_owned());
        let loaded = Loaded { area, bodies: bodies.len(), positions: outline.position.len(), people: people.len() };
        let said = format!("bodies={} positions={} people={}", loaded.bodies, loaded.positions, loaded.people);
        let change = Change::new(Kind::Administration, "area.load").on(area.0).saying(said);
        self.record(&mut tx, &viewer, change).await?;
        tx.commit().await?;
        Ok(loaded)
    }

    async fn load_bodies(
        &self,
        tx: &mut Tx,
        area: AreaId,
        outlines: &[BodyOutline],
    ) -> Result<BTreeMap<String, BodyId>> {
        let mut known: BTreeMap<String, BodyId> = BTreeMap::new();
        for outline in outlines {
            let BodyOutline { key, parent, kind, name, istat, ipa, from, to } = outline.clone();
            let parent = match parent.as_str() {
                "" => String::new(),
                parent => known.get(parent).ok_or_else(|| unknown(parent))?.to_string(),
            };
            let input = BodyInput { parent, kind, name, istat, ipa, from, to };
            let body = body_rules::checked(tx, &keeper(area), &input, BodyId(self.new_id()), 1).await?;
            bodies::insert(tx, area, &body).await?;
            known.insert(key, body.id);
        }
        Ok(known)
    }

    async fn load_position(
        &self,
        tx: &mut Tx,
        area: AreaId,
        outline: &PositionOutline,
        bodies: &BTreeMap<String, BodyId>,
        people: &BTreeMap<String, StaffId>,
    ) -> Result<()> {
        let PositionOutline { body, title, role, held } = outline;
        let body = *bodies.get(body).ok_or_else(|| unknown(body))?;
        let mut roles = Vec::new();
        for RoleOutline { role, reach } in role {
            let found = (Role::from_word(role), Reach::from_word(reach));
            let (Some(role), Some(reach)) = found else { return Err(unknown(&format!("{role}/{reach}"))) };
            roles.push(PositionRole { role, reach });
        }
        let id = PositionId(self.new_id());
        positions::insert(tx, area, &Position { id, body, title: title.clone(), roles, version: 1 }).await?;
        for HeldOutline { by, from, to } in held {
            let staff = *people.get(by).ok_or_else(|| unknown(by))?;
            let first = parse_date(from, None).ok_or_else(|| unknown(from))?;
            let last = if to.is_empty() { None } else { Some(parse_date(to, None).ok_or_else(|| unknown(to))?) };
            let tenure = Tenure { id: TenureId(self.new_id()), position: id, staff, from: first, to: last, version: 1 };
            positions::insert_tenure(tx, area, &tenure).await?;
        }
        Ok(())
    }
}

fn unknown(key: &str) -> Error {
    Error::Broken(key.to_owned())
}
