// SPDX-License-Identifier: AGPL-3.0-or-later
//! Keeping the people who work with Ambito. Their names are personal data: each reading is recorded.

use super::positions::{must_keep_administrator, until_left};
use crate::check::{Checker, optional};
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Timestamp;
use ambito_domain::audit::Kind;
use ambito_domain::office::{AreaId, Position, Right, Staff, StaffId, Tenure};
use ambito_store::{Tx, credentials, positions, sessions, staff};

/// The longest name to sign in with.
const LOGIN_MAX_CHARS: usize = 60;

/// A person as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffInput {
    /// Name and surname.
    pub name: String,
    /// What they sign in with.
    pub login: String,
    /// Where they can be written to.
    pub email: String,
    /// The last day, for who has left.
    pub left_on: String,
}

/// A person with what is known of their access.
#[derive(Clone, Debug)]
pub struct Person {
    /// The person.
    pub staff: Staff,
    /// Their time in positions, in sight.
    pub tenures: Vec<(Tenure, Position)>,
    /// Since when a second factor is in force; shown to who manages accounts.
    pub factor_since: Option<Timestamp>,
    /// Whether a password was ever set.
    pub has_password: bool,
    /// How many sessions are open.
    pub sessions: usize,
}

impl App {
    /// The people in sight, by name.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_staff(&self, viewer: &Viewer) -> Result<Vec<Staff>> {
        let sight = viewer.sight(Right::ReadStaff)?;
        let mut tx = self.db.read().await?;
        let people = staff::list(&mut tx, &sight).await?;
        let change = Change::new(Kind::Reading, "staff.list").saying(format!("people={}", people.len()));
        drop(tx);
        self.record_reading(viewer, change).await?;
        Ok(people)
    }

    /// A person, with their positions and access.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_person(&self, viewer: &Viewer, id: StaffId) -> Result<Person> {
        let sight = viewer.sight(Right::ReadStaff)?;
        let area = viewer.area();
        let mut tx = self.db.read().await?;
        let staff = staff::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("person"))?;
        let all = positions::list(&mut tx, &sight).await?;
        let mut tenures = Vec::new();
        for tenure in positions::list_tenures(&mut tx, &sight).await?.into_iter().filter(|one| one.staff == id) {
            if let Some(position) = all.iter().find(|position| position.id == tenure.position) {
                tenures.push((until_left(tenure, &staff), position.clone()));
            }
        }
        let known = credentials::get(&mut tx, area, id).await?;
        let sessions = sessions::list_of(&mut tx, area, id, self.now()).await?.len();
        drop(tx);
        self.record_reading(viewer, Change::new(Kind::Reading, "staff.read").about(id)).await?;
        let (factor_since, has_password) = (known.totp_since, known.password.is_some());
        Ok(Person { staff, tenures, factor_since, has_password, sessions })
    }

    /// Adds a person. They sign in after an administrator gave them a link.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Denied`], or what the database says.
    pub async fn add_staff(&self, viewer: &Viewer, input: &StaffInput) -> Result<StaffId> {
        viewer.sight(Right::EditStaff)?;
        let area = viewer.area();
        let mut tx = self.db.write().await?;
        let person = checked(&mut tx, area, input, StaffId(self.new_id()), 1).await?;
        staff::insert(&mut tx, area, &person).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Administration, "staff.add").on(person.id.0).about(person.id))
            .await?;
        tx.commit().await?;
        Ok(person.id)
    }

    /// Saves a person who was read at a version.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn save_staff(&self, viewer: &Viewer, id: StaffId, version: i64, input: &StaffInput) -> Result<()> {
        let sight = viewer.sight(Right::EditStaff)?;
        let area = viewer.area();
        let mut tx = self.db.write().await?;
        staff::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("person"))?;
        let person = checked(&mut tx, area, input, id, version).await?;
        staff::update(&mut tx, area, &person).await?;
        if person.left_on.is_some_and(|left| left < self.today()) {
            sessions::end_all(&mut tx, area, id, self.now()).await?;
        }
        must_keep_administrator(&mut tx, area, self.today(), "left_on").await?;
        self.record(&mut tx, viewer, Change::new(Kind::Administration, "staff.save").on(id.0).about(id)).await?;
        Ok(tx.commit().await?)
    }
}

/// What was typed, as a person.
pub(super) async fn checked(tx: &mut Tx, area: AreaId, input: &StaffInput, id: StaffId, version: i64) -> Result<Staff> {
    let StaffInput { name, login, email, left_on } = input;
    let mut check = Checker::default();
    let name = check.name("name", name);
    let login = login.trim().to_lowercase();
    let plain = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_' | '@' | '+');
    if login.is_empty() {
        check.fault("login", "field-missing");
    } else if login.chars().count() > LOGIN_MAX_CHARS || !login.chars().all(plain) {
        check.fault("login", "staff-login-wrong");
    } else if staff::find_by_login(tx, area, &login).await?.is_some_and(|other| other.id != id) {
        check.fault("login", "staff-login-taken");
    }
    let email = optional(email);
    let is_address = |text: &String| {
        text.split_once('@').is_some_and(|(who, place)| !who.is_empty() && place.contains('.')) && !text.contains(' ')
    };
    if !email.as_ref().is_none_or(is_address) {
        check.fault("email", "staff-email-wrong");
    }
    let left_on = check.day("left_on", left_on);
    check.done()?;
    Ok(Staff { id, name, login, email, left_on, version })
}
