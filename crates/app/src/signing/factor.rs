// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor: codes of time (TOTP, RFC 6238) and recovery codes.

use super::key::hex;
use super::{Entry, SessionKey, Visitor};
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{Right, Staff, StaffId, keeper};
use ambito_store::credentials::{self, Credential};
use ambito_store::sessions::{self, Stage};
use ambito_store::{Tx, staff};
use sha2::{Digest as _, Sha256};
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// Recovery codes that a person gets.
const RECOVERY_CODES: usize = 10;
/// Bytes of a recovery code.
const RECOVERY_BYTES: usize = 5;
/// Bytes of the secret (RFC 4226, 4: at least 160 bits recommended).
const SECRET_BYTES: usize = 20;
/// Seconds of a step.
const STEP_SECONDS: u64 = 30;

/// What a person needs to set up the second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret, to be typed into the telephone's program.
    pub secret: String,
    /// The same as an address, to be shown as a picture.
    pub url: String,
}

/// How a person's second factor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactorState {
    /// Since when it is in force.
    pub since: Option<ambito_base::Timestamp>,
    /// Recovery codes left.
    pub codes_left: i64,
}

impl App {
    /// How one's own second factor stands.
    ///
    /// # Errors
    /// What the database says.
    pub async fn factor_state(&self, viewer: &Viewer) -> Result<FactorState> {
        let (area, staff) = (viewer.area(), viewer.person()?);
        let mut tx = self.db.read().await?;
        let since = credentials::get(&mut tx, area, staff).await?.totp_since;
        let codes_left = credentials::count_recovery_codes(&mut tx, area, staff).await?;
        Ok(FactorState { since, codes_left })
    }

    /// Begins to set up one's own second factor; it is in force when a code of it was given.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], or what the database says.
    pub async fn begin_factor(&self, viewer: &Viewer) -> Result<Enrolment> {
        self.enrol(viewer.area(), viewer.person()?).await
    }

    /// Puts one's own second factor in force, with a code of it; gives the recovery codes, which are shown once.
    ///
    /// # Errors
    /// [`Error::WrongCredentials`], or what the database says.
    pub async fn confirm_factor(&self, viewer: &Viewer, code: &str) -> Result<Vec<String>> {
        let (area, id) = (viewer.area(), viewer.person()?);
        let mut tx = self.db.write().await?;
        let (person, known) = self.locked_credential(&mut tx, area, id).await?;
        let codes = self.confirm(&mut tx, area, &person, known, code).await?;
        let change = Change::new(Kind::Access, "factor.confirm").about(id);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Begins to set up the second factor of who signs in and must have one.
    ///
    /// # Errors
    /// [`Error::SignInFirst`] where the session is at another stage, or what the database says.
    pub async fn begin_factor_halfway(&self, key: &SessionKey) -> Result<Enrolment> {
        let staff = self.halfway(key, Stage::Enrol).await?;
        self.enrol(key.area, staff).await
    }

    /// Puts the second factor of who signs in in force, and lets them in.
    ///
    /// # Errors
    /// [`Error::WrongCredentials`], [`Error::SignInFirst`], or what the database says.
    pub async fn confirm_factor_halfway(
        &self,
        key: &SessionKey,
        code: &str,
        visitor: &Visitor,
    ) -> Result<(Entry, Vec<String>)> {
        let id = self.halfway(key, Stage::Enrol).await?;
        let area = key.area;
        let mut tx = self.db.write().await?;
        let (person, known) = self.locked_credential(&mut tx, area, id).await?;
        let codes = self.confirm(&mut tx, area, &person, known, code).await?;
        let change = Change::new(Kind::Access, "factor.confirm").about(id);
        self.record_in(&mut tx, area, Some(id), &person.name, &visitor.address, change).await?;
        let entry = self.complete(&mut tx, key, &person, visitor).await?;
        tx.commit().await?;
        Ok((entry, codes))
    }

    /// Lets in who gave the password, with a code of time or a recovery code.
    ///
    /// # Errors
    /// [`Error::WrongCredentials`], [`Error::Locked`], [`Error::SignInFirst`], or what the database says.
    pub async fn second_factor(&self, key: &SessionKey, code: &str, visitor: &Visitor) -> Result<Entry> {
        let id = self.halfway(key, Stage::Password).await?;
        let area = key.area;
        let mut tx = self.db.write().await?;
        let (person, mut known) = self.locked_credential(&mut tx, area, id).await?;
        self.not_locked(&known)?;
        let step = known.totp_secret.as_deref().and_then(|secret| self.step_of(secret, code, known.totp_step));
        let recovered = step.is_none()
            && credentials::use_recovery_code(&mut tx, area, id, &recovery_digest(code), self.now()).await?;
        if step.is_none() && !recovered {
            return self.failed(tx, area, &person, visitor, known).await;
        }
        (known.failures, known.locked_until) = (0, None);
        known.totp_step = step.or(known.totp_step);
        credentials::save(&mut tx, area, id, &known).await?;
        if recovered {
            let change = Change::new(Kind::Access, "factor.recovery").about(id);
            self.record_in(&mut tx, area, Some(id), &person.name, &visitor.address, change).await?;
        }
        let entry = self.complete(&mut tx, key, &person, visitor).await?;
        tx.commit().await?;
        Ok(entry)
    }

    /// Takes the second factor away from somebody who lost it; they sign in with the password and set up another.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn clear_factor(&self, viewer: &Viewer, of: StaffId) -> Result<()> {
        let sight = viewer.sight(Right::ManageAccounts)?;
        let area = viewer.area();
        let mut tx = self.db.write().await?;
        staff::find(&mut tx, &sight, of).await?.ok_or(Error::Absent("person"))?;
        let (_, known) = self.locked_credential(&mut tx, area, of).await?;
        let known = Credential { totp_secret: None, totp_since: None, totp_step: None, ..known };
        credentials::save(&mut tx, area, of, &known).await?;
        credentials::replace_recovery_codes(&mut tx, area, of, &[]).await?;
        sessions::end_all(&mut tx, area, of, self.now()).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Administration, "factor.clear").about(of)).await?;
        Ok(tx.commit().await?)
    }

    /// The person of a session at some stage.
    async fn halfway(&self, key: &SessionKey, stage: Stage) -> Result<StaffId> {
        let mut tx = self.db.read().await?;
        let session = sessions::find(&mut tx, key.area, &key.digest()).await?;
        let alive = session.filter(|one| one.ended.is_none() && one.expires > self.now() && one.stage == stage);
        alive.map(|session| session.staff).ok_or(Error::SignInFirst)
    }

    /// Puts a complete session in the place of a half one: its secret is another.
    async fn complete(&self, tx: &mut Tx, key: &SessionKey, person: &Staff, visitor: &Visitor) -> Result<Entry> {
        if let Some(half) = sessions::find(tx, key.area, &key.digest()).await? {
            sessions::end(tx, key.area, person.id, half.id, self.now()).await?;
        }
        self.begin_session(tx, key.area, person, visitor, Stage::Full, "").await
    }

    async fn enrol(&self, area: ambito_domain::office::AreaId, id: StaffId) -> Result<Enrolment> {
        let mut tx = self.db.write().await?;
        let (person, known) = self.locked_credential(&mut tx, area, id).await?;
        let secret = match known.totp_secret.clone().filter(|_| known.totp_since.is_none()) {
            // Opening the page again shows the same secret: it may be in the telephone already.
            Some(begun) => begun,
            None => self.draw::<SECRET_BYTES>().to_vec(),
        };
        if known.totp_since.is_some() {
            return Err(Error::invalid("code", "factor-there"));
        }
        let known = Credential { totp_secret: Some(secret.clone()), totp_step: None, ..known };
        credentials::save(&mut tx, area, id, &known).await?;
        tx.commit().await?;
        let shown = Secret::from(secret.clone()).to_base32();
        let url = totp(&secret, &person.login).and_then(|totp| totp.to_url().ok());
        let url = url.ok_or_else(|| Error::Broken(format!("no second factor for `{}`", person.login)))?;
        Ok(Enrolment { secret: shown, url })
    }

    async fn confirm(
        &self,
        tx: &mut Tx,
        area: ambito_domain::office::AreaId,
        person: &Staff,
        known: Credential,
        code: &str,
    ) -> Result<Vec<String>> {
        let step = known.totp_secret.as_deref().and_then(|secret| self.step_of(secret, code, None));
        let (Some(step), None) = (step, known.totp_since) else { return Err(Error::WrongCredentials) };
        let known = Credential {
            totp_since: Some(self.now()),
            totp_step: Some(step),
            failures: 0,
            locked_until: None,
            ..known
        };
        credentials::save(tx, area, person.id, &known).await?;
        let codes: Vec<String> = (0..RECOVERY_CODES)
            .map(|_| {
                let code = hex(&self.draw::<RECOVERY_BYTES>());
                format!("{}-{}", &code[..5], &code[5..])
            })
            .collect();
        let digests: Vec<_> = codes.iter().map(|code| recovery_digest(code)).collect();
        credentials::replace_recovery_codes(tx, area, person.id, &digests).await?;
        Ok(codes)
    }

    pub(super) async fn locked_credential(
        &self,
        tx: &mut Tx,
        area: ambito_domain::office::AreaId,
        id: StaffId,
    ) -> Result<(Staff, Credential)> {
        let person = staff::find(tx, &keeper(area), id).await?.ok_or(Error::Absent("person"))?;
        credentials::lock(tx, area, id).await?;
        Ok((person, credentials::get(tx, area, id).await?))
    }

    /// The step of time of a code that was not taken before.
    fn step_of(&self, secret: &[u8], code: &str, last: Option<i64>) -> Option<i64> {
        let code: String = code.chars().filter(char::is_ascii_digit).collect();
        let now = u64::try_from(self.now().as_second()).ok()?;
        let step = i64::try_from(totp(secret, "")?.check(&code, now)?).ok()?;
        last.is_none_or(|last| step > last).then_some(step)
    }
}

/// The codes of a secret. SHA-1 with six digits is what every telephone's program knows.
fn totp(secret: &[u8], account: &str) -> Option<Totp> {
    let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1);
    let builder = builder.with_step_duration(STEP_SECONDS).with_secret(secret.to_vec());
    builder.with_account_name(account).with_issuer(Some("Ambito")).build().ok()
}

/// The digest of a recovery code, however it was typed.
fn recovery_digest(code: &str) -> [u8; 32] {
    let plain: String =
        code.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect();
    Sha256::digest(plain.as_bytes()).into()
}
