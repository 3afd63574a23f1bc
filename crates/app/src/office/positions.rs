// SPDX-License-Identifier: AGPL-3.0-or-later
//! Keeping positions, the roles they bring, and the people in them by date.

use crate::check::Checker;
use crate::viewer::seat;
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Date;
use ambito_domain::audit::Kind;
use ambito_domain::office::{
    AreaId, BodyId, Position, PositionId, PositionRole, Reach, Right, Role, Seat, Sight, Staff, StaffId, Tenure,
    TenureId, keeper,
};
use ambito_store::{Tx, bodies, positions, staff};

/// A position as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PositionInput {
    /// The id of its body.
    pub body: String,
    /// What it is called.
    pub title: String,
    /// The roles it brings: words of role and of reach.
    pub roles: Vec<(String, String)>,
}

/// A person's time in a position, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenureInput {
    /// The id of the person; not looked at where days are changed.
    pub staff: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

impl App {
    /// The positions of the bodies in sight, by title.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_positions(&self, viewer: &Viewer) -> Result<Vec<Position>> {
        let sight = viewer.sight(Right::ReadBodies)?;
        let mut tx = self.db.read().await?;
        Ok(positions::list(&mut tx, &sight).await?)
    }

    /// A position.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_position(&self, viewer: &Viewer, id: PositionId) -> Result<Position> {
        let sight = viewer.sight(Right::ReadBodies)?;
        let mut tx = self.db.read().await?;
        positions::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("position"))
    }

    /// Who was in the positions in sight, and when: names of people, so the reading is recorded.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_tenures(&self, viewer: &Viewer) -> Result<Vec<(Tenure, String)>> {
        let sight = viewer.sight(Right::ReadStaff)?;
        let mut tx = self.db.read().await?;
        let people = staff::list(&mut tx, &sight).await?;
        let find = |id: StaffId| people.iter().find(|person| person.id == id);
        let tenures = positions::list_tenures(&mut tx, &sight).await?;
        let named: Vec<_> = tenures
            .into_iter()
            .filter_map(|tenure| find(tenure.staff).map(|person| (until_left(tenure, person), person.name.clone())))
            .collect();
        let change = Change::new(Kind::Reading, "tenure.list").saying(format!("tenures={}", named.len()));
        drop(tx);
        self.record_reading(viewer, change).await?;
        Ok(named)
    }

    /// Adds a position under an identifier drawn before ([`App::fresh_id`]), so that a form that is sent twice adds it once.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Denied`], or what the database says.
    pub async fn add_position(&self, viewer: &Viewer, id: PositionId, input: &PositionInput) -> Result<PositionId> {
        let sight = self.sight_for_roles(viewer)?;
        let mut tx = self.db.write().await?;
        if positions::find(&mut tx, &sight, id).await?.is_some() {
            return Ok(id);
        }
        let position = checked(&mut tx, &sight, input, id, 1).await?;
        positions::insert(&mut tx, viewer.area(), &position).await?;
        let change = Change::new(Kind::Administration, "position.add").on(position.id.0).saying(roles(&position));
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(position.id)
    }

    /// Saves a position that was read at a version.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn save_position(
        &self,
        viewer: &Viewer,
        id: PositionId,
        version: i64,
        input: &PositionInput,
    ) -> Result<()> {
        let sight = self.sight_for_roles(viewer)?;
        let mut tx = self.db.write().await?;
        let before = positions::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("position"))?;
        let position = checked(&mut tx, &sight, input, id, version).await?;
        let (today, tenures) = (self.today(), positions::list_tenures(&mut tx, &keeper(viewer.area())).await?);
        let is_own = |one: &Tenure| one.position == id && Some(one.staff) == viewer.staff && one.holds_on(today);
        if before.roles != position.roles && tenures.iter().any(is_own) {
            return Err(Error::invalid("roles", "position-own"));
        }
        positions::update(&mut tx, viewer.area(), &position).await?;
        must_keep_administrator(&mut tx, viewer.area(), self.today(), "roles").await?;
        let change = Change::new(Kind::Administration, "position.save").on(id.0).saying(roles(&position));
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }

    /// Puts a person in a position.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn add_tenure(&self, viewer: &Viewer, position: PositionId, input: &TenureInput) -> Result<TenureId> {
        let sight = self.sight_for_roles(viewer)?;
        let area = viewer.area();
        let mut tx = self.db.write().await?;
        positions::find(&mut tx, &sight, position).await?.ok_or(Error::Absent("position"))?;
        let mut check = Checker::default();
        let person = match input.staff.parse::<StaffId>() {
            Ok(id) => staff::find(&mut tx, &keeper(area), id).await?,
            Err(()) => None,
        };
        if person.is_none() {
            check.fault("staff", "field-choose");
        }
        let staff = person.map_or(StaffId(ambito_base::Uuid::nil()), |person| person.id);
        if viewer.staff == Some(staff) {
            check.fault("staff", "position-own");
        }
        let (from, to) = days(&mut check, input);
        let tenure = Tenure { id: TenureId(self.new_id()), position, staff, from, to, version: 1 };
        check_alone(&mut tx, &mut check, area, &tenure).await?;
        check.done()?;
        positions::insert_tenure(&mut tx, area, &tenure).await?;
        let change = Change::new(Kind::Administration, "tenure.add").on(tenure.id.0).about(tenure.staff);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(tenure.id)
    }

    /// A person's time in a position.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_tenure(&self, viewer: &Viewer, id: TenureId) -> Result<Tenure> {
        let sight = viewer.sight(Right::ReadStaff)?;
        let mut tx = self.db.read().await?;
        positions::find_tenure(&mut tx, &sight, id).await?.ok_or(Error::Absent("tenure"))
    }

    /// Saves the days of a person in a position, read at a version.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn save_tenure(&self, viewer: &Viewer, id: TenureId, version: i64, input: &TenureInput) -> Result<()> {
        let sight = self.sight_for_roles(viewer)?;
        let area = viewer.area();
        let mut tx = self.db.write().await?;
        let before = positions::find_tenure(&mut tx, &sight, id).await?.ok_or(Error::Absent("tenure"))?;
        let mut check = Checker::default();
        let (from, to) = days(&mut check, input);
        if viewer.staff == Some(before.staff) {
            check.fault("from", "position-own");
        }
        let tenure = Tenure { from, to, version, ..before };
        check_alone(&mut tx, &mut check, area, &tenure).await?;
        check.done()?;
        positions::update_tenure(&mut tx, area, &tenure).await?;
        must_keep_administrator(&mut tx, area, self.today(), "to").await?;
        let change = Change::new(Kind::Administration, "tenure.save").on(id.0).about(before.staff);
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }

    /// Roles are given by who keeps people and bodies both.
    fn sight_for_roles(&self, viewer: &Viewer) -> Result<Sight> {
        viewer.sight(Right::EditBodies)?;
        viewer.sight(Right::EditStaff)
    }
}

/// A tenure as it counts: who has left holds nothing any more.
pub(crate) fn until_left(tenure: Tenure, person: &Staff) -> Tenure {
    let ends = tenure.to.into_iter().chain(person.left_on).min();
    Tenure { to: ends, ..tenure }
}

fn days(check: &mut Checker, input: &TenureInput) -> (Date, Option<Date>) {
    let from = check.day("from", &input.from);
    if from.is_none() && input.from.trim().is_empty() {
        check.fault("from", "field-missing");
    }
    let to = check.day("to", &input.to);
    check.order("to", from, to);
    (from.unwrap_or(Date::ZERO), to)
}

/// One position holds one person at a time.
async fn check_alone(tx: &mut Tx, check: &mut Checker, area: AreaId, new: &Tenure) -> Result<()> {
    let ends = |tenure: &Tenure| tenure.to.unwrap_or(Date::MAX);
    let others = positions::list_tenures(tx, &keeper(area)).await?;
    let meets = others
        .iter()
        .any(|one| one.position == new.position && one.id != new.id && one.from <= ends(new) && new.from <= ends(one));
    if meets {
        check.fault("from", "tenure-taken");
    }
    Ok(())
}

/// What was typed, as a position.
async fn checked(tx: &mut Tx, sight: &Sight, input: &PositionInput, id: PositionId, version: i64) -> Result<Position> {
    let PositionInput { body, title, roles } = input;
    let mut check = Checker::default();
    let title = check.name("title", title);
    let body = match body.parse::<BodyId>() {
        Ok(id) => bodies::find(tx, sight, id).await?.map(|body| body.id),
        Err(()) => None,
    };
    if body.is_none() {
        check.fault("body", "field-choose");
    }
    let mut own = Vec::new();
    for (role, reach) in roles {
        match (Role::from_word(role).filter(|role| *role != Role::Public), Reach::from_word(reach)) {
            (Some(role), Some(reach)) => own.push(PositionRole { role, reach }),
            _ => check.fault("roles", "field-choose"),
        }
    }
    own.sort_unstable();
    if own.windows(2).any(|pair| pair[0].role == pair[1].role) {
        check.fault("roles", "position-role-twice");
    }
    // Nobody gives a role that reaches further than they see themselves.
    if sight.bodies().is_some() && own.iter().any(|one| matches!(one.role, Role::Administrator | Role::Manager)) {
        check.fault("roles", "position-role-not-yours");
    }
    check.done()?;
    Ok(Position { id, body: body.unwrap_or(BodyId(ambito_base::Uuid::nil())), title, roles: own, version })
}

/// The roles in words, for the record.
fn roles(position: &Position) -> String {
    let roles = position.roles.iter().map(|one| format!("{}/{}", one.role.word(), one.reach.word()));
    format!("roles={}", roles.collect::<Vec<_>>().join(","))
}

/// An area keeps somebody who can manage accounts from the top: else nobody could ever sign in anew.
pub(super) async fn must_keep_administrator(tx: &mut Tx, area: AreaId, on: Date, field: &'static str) -> Result<()> {
    let sight = keeper(area);
    let tops: Vec<BodyId> = bodies::list(tx, &sight)
        .await?
        .into_iter()
        .filter(|body| seat(body.parent, body.kind) != Seat::Below)
        .map(|body| body.id)
        .collect();
    let holds = |position: &Position| {
        tops.contains(&position.body)
            && position.roles.iter().any(|one| one.role == Role::Administrator && one.reach == Reach::Subtree)
    };
    let top: Vec<PositionId> =
        positions::list(tx, &sight).await?.iter().filter(|one| holds(one)).map(|one| one.id).collect();
    let people = staff::list(tx, &sight).await?;
    let here = |id: StaffId| people.iter().any(|one| one.id == id && one.left_on.is_none_or(|left| on <= left));
    let tenures = positions::list_tenures(tx, &sight).await?;
    if tenures.iter().any(|one| top.contains(&one.position) && one.holds_on(on) && here(one.staff)) {
        return Ok(());
    }
    Err(Error::invalid(field, "administrator-last"))
}
