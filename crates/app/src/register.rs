// SPDX-License-Identifier: AGPL-3.0-or-later
//! The register of processing and the letters of appointment: made from roles, rights and positions as they are today.

use crate::office::until_left;
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Date;
use ambito_domain::audit::Kind;
use ambito_domain::office::{Body, BodyId, BodyKind, PositionRole, Right, Role, StaffId, TenureId, keeper};
use ambito_domain::retention::Rule;
use ambito_store::{Tx, areas, bodies, positions, retention, staff};
use std::collections::BTreeSet;

pub use ambito_domain::processing::{Activity, MEASURES, MEASURES_LEFT};

/// The register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// The name of the area.
    pub area: String,
    /// The bodies that answer for the data.
    pub controllers: Vec<String>,
    /// On which day it was made.
    pub made: Date,
    /// Its entries.
    pub entries: Vec<RegisterEntry>,
}

/// An entry of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Which activity.
    pub activity: Activity,
    /// Who may see the data: roles, each with its positions.
    pub recipients: Vec<Recipients>,
    /// How long each kind of its records is kept.
    pub kept: Vec<Rule>,
}

/// The positions that have a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipients {
    /// The role.
    pub role: Role,
    /// Positions, with their bodies.
    pub positions: Vec<(String, String)>,
}

/// One line of the list of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterLine {
    /// Of which time in a position.
    pub tenure: TenureId,
    /// The person.
    pub person: String,
    /// The position.
    pub title: String,
    /// Its body.
    pub body: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

/// A letter of appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The name of the area.
    pub area: String,
    /// The body that answers for the data.
    pub controller: Option<String>,
    /// On which day it was made.
    pub made: Date,
    /// Whom and what it is about.
    pub line: LetterLine,
    /// The roles that the position brings.
    pub roles: Vec<PositionRole>,
    /// What may be seen and done.
    pub rights: Vec<Right>,
    /// The activities of the register that it opens.
    pub activities: Vec<Activity>,
}

impl App {
    /// The register of processing as it is today.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn get_register(&self, viewer: &Viewer) -> Result<Register> {
        let sight = viewer.sight(Right::ReadRegister)?;
        let mut tx = self.db.read().await?;
        let (area, all) = self.area_and_bodies(&mut tx, viewer).await?;
        let positions = positions::list(&mut tx, &sight).await?;
        let rules = retention::list_rules(&mut tx, viewer.area()).await?;
        let with_role = |role| Recipients {
            role,
            positions: positions
                .iter()
                .filter(|position| position.roles.iter().any(|held| held.role == role))
                .map(|position| (position.title.clone(), name_of(&all, position.body)))
                .collect(),
        };
        let entry = |activity: Activity| RegisterEntry {
            activity,
            recipients: Role::ALL.into_iter().filter(|role| activity.is_open_to(*role)).map(with_role).collect(),
            kept: rules.iter().filter(|rule| activity.kept().contains(&rule.kind)).cloned().collect(),
        };
        let entries = Activity::ALL.into_iter().map(entry).collect();
        Ok(Register { area, controllers: controllers(&all), made: self.today(), entries })
    }

    /// The people in positions that bring a role, today or later: each has a letter.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_letters(&self, viewer: &Viewer) -> Result<Vec<LetterLine>> {
        let sight = viewer.sight(Right::ReadRegister)?;
        let mut tx = self.db.read().await?;
        let (_, all) = self.area_and_bodies(&mut tx, viewer).await?;
        let positions = positions::list(&mut tx, &sight).await?;
        let people = staff::list(&mut tx, &sight).await?;
        let today = self.today();
        let mut lines = Vec::new();
        for tenure in positions::list_tenures(&mut tx, &sight).await? {
            let position = positions.iter().find(|position| position.id == tenure.position);
            let person = people.iter().find(|person| person.id == tenure.staff);
            let (Some(position), Some(person)) = (position, person) else { continue };
            let tenure = until_left(tenure, person);
            if position.roles.is_empty() || tenure.to.is_some_and(|to| to < today) {
                continue;
            }
            lines.push(LetterLine {
                tenure: tenure.id,
                person: person.name.clone(),
                title: position.title.clone(),
                body: name_of(&all, position.body),
                from: tenure.from,
                to: tenure.to,
            });
        }
        lines.sort_by(|left, right| {
            (&left.person, left.from, left.tenure).cmp(&(&right.person, right.from, right.tenure))
        });
        let change = Change::new(Kind::Reading, "letter.list").saying(format!("letters={}", lines.len()));
        drop(tx);
        self.record_reading(viewer, change).await?;
        Ok(lines)
    }

    /// The letter of a person's time in a position.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_letter(&self, viewer: &Viewer, id: TenureId) -> Result<Letter> {
        let sight = viewer.sight(Right::ReadRegister)?;
        let mut tx = self.db.write().await?;
        let (area, all) = self.area_and_bodies(&mut tx, viewer).await?;
        let tenure = positions::find_tenure(&mut tx, &sight, id).await?.ok_or(Error::Absent("tenure"))?;
        let position = positions::find(&mut tx, &sight, tenure.position).await?.ok_or(Error::Absent("position"))?;
        let person = staff::find(&mut tx, &sight, tenure.staff).await?.ok_or(Error::Absent("staff"))?;
        let rights: BTreeSet<Right> =
            position.roles.iter().flat_map(|held| held.role.rights().iter().copied()).collect();
        let opens = |activity: &Activity| position.roles.iter().any(|held| activity.is_open_to(held.role));
        let letter = Letter {
            area,
            controller: controller_of(&all, position.body),
            made: self.today(),
            line: LetterLine {
                tenure: id,
                person: person.name,
                title: position.title.clone(),
                body: name_of(&all, position.body),
                from: tenure.from,
                to: tenure.to,
            },
            activities: Activity::ALL.into_iter().filter(opens).collect(),
            roles: position.roles,
            rights: rights.into_iter().collect(),
        };
        self.record_letter(&mut tx, viewer, id, tenure.staff).await?;
        tx.commit().await?;
        Ok(letter)
    }

    async fn record_letter(&self, tx: &mut Tx, viewer: &Viewer, id: TenureId, person: StaffId) -> Result<()> {
        self.record(tx, viewer, Change::new(Kind::Reading, "letter.read").on(id.0).about(person)).await
    }

    async fn area_and_bodies(&self, tx: &mut Tx, viewer: &Viewer) -> Result<(String, Vec<Body>)> {
        let area = areas::find(tx, viewer.area()).await?.ok_or(Error::Absent("area"))?;
        Ok((area.name, bodies::list(tx, &keeper(viewer.area())).await?))
    }
}

/// Who answers for the data of an area: its Ambiti; without any, the bodies at the top of its tree.
fn controllers(all: &[Body]) -> Vec<String> {
    let named = |wanted: &dyn Fn(&Body) -> bool| -> Vec<String> {
        all.iter().filter(|body| wanted(body)).map(|body| body.name.clone()).collect()
    };
    let ambits = named(&|body| body.kind == BodyKind::Ambit);
    if ambits.is_empty() { named(&|body| body.parent.is_none()) } else { ambits }
}

/// The body that answers for a position: the nearest above it that is more than an office of another.
fn controller_of(all: &[Body], body: BodyId) -> Option<String> {
    let mut at = all.iter().find(|one| one.id == body)?;
    while at.kind == BodyKind::Office {
        let Some(above) = at.parent.and_then(|parent| all.iter().find(|one| one.id == parent)) else { break };
        at = above;
    }
    Some(at.name.clone())
}

fn name_of(all: &[Body], id: BodyId) -> String {
    all.iter().find(|body| body.id == id).map(|body| body.name.clone()).unwrap_or_default()
}
