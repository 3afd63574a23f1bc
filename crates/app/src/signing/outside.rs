// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in with an outside identity provider: what is kept while somebody is there, and who they are here.
//!
//! Invariants: an attempt serves once, for ten minutes, in the browser that began it; nobody is created, and a person is
//! tied to a subject of the provider only where exactly one person of the area is meant; every failure is recorded with
//! its kind. Deliberately absent: the protocol, which is of who speaks with the provider.

use super::Attempt;
use super::key::hex;
use super::session::{later, stage};
use super::{Entry, SessionKey, Stage, Visitor};
use crate::{App, Change, Error, Result};
use ambito_domain::audit::{Digest, Kind};
use ambito_domain::office::{AreaId, Staff, keeper};
use ambito_store::attempts;
use ambito_store::credentials::{self, Credential};
use ambito_store::{Tx, staff};
use sha2::{Digest as _, Sha256};

/// How long an attempt serves.
const ATTEMPT_MINUTES: i64 = 10;
/// Bytes of the state, of the nonce, of the verifier (RFC 7636, 4.1: 43 to 128 letters, here 64).
const SECRET_BYTES: usize = 32;
/// The most of a provider's word that the record keeps.
const WORD_MAX_CHARS: usize = 120;

/// Why signing in with the provider did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// There is no such attempt: it was never begun, or it served already.
    Unknown,
    /// The attempt is over.
    Late,
    /// The attempt was begun in another browser.
    Elsewhere,
    /// The person, or the provider for them, said no.
    Cancelled,
    /// The provider refused what it was asked.
    Refused,
    /// The provider does not answer, or not as it should.
    Unreachable,
    /// What the provider sent does not stand: in which point.
    Untrusted(&'static str),
    /// The person proved who they are less strongly than is asked.
    Weak,
    /// Nobody of the area is meant, or more than one.
    Stranger,
    /// The person is tied to somebody else of the provider.
    Tied,
    /// The person has left.
    Left,
}

impl Outside {
    /// The stable word, for the record.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Late => "late",
            Self::Elsewhere => "elsewhere",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::Untrusted(point) => point,
            Self::Weak => "weak",
            Self::Stranger => "stranger",
            Self::Tied => "tied",
            Self::Left => "left",
        }
    }
}

/// An attempt that has just begun.
#[derive(Debug)]
pub struct Begun {
    /// What comes back with the person.
    pub state: String,
    /// What the token has to say.
    pub nonce: String,
    /// What proves that who asks for the token is who began.
    pub verifier: String,
}

/// Whether the provider asked for a proof that is strong enough to need none of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proven {
    /// A level was required, and it was met.
    Strongly,
    /// No level was required.
    Somehow,
}

/// What the provider said of a person.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The provider.
    pub issuer: String,
    /// Who they are to it.
    pub subject: String,
    /// What they may sign in with here, for the first time.
    pub login: Option<String>,
    /// Where they may be written to, for the first time.
    pub email: Option<String>,
    /// How they proved who they are.
    pub acr: Option<String>,
    /// Whether that is enough.
    pub proven: Proven,
}

impl Proof {
    /// The subject as it is kept: another provider's is another.
    fn key(&self) -> String {
        format!("{} {}", self.issuer, self.subject)
    }
}

impl App {
    /// Begins an attempt, in the browser of a visit.
    ///
    /// # Errors
    /// What the database says.
    pub async fn begin_outside(&self, area: AreaId, visit: &SessionKey, onward: &str) -> Result<Begun> {
        let draw = || hex(&self.draw::<SECRET_BYTES>());
        let begun = Begun { state: draw(), nonce: draw(), verifier: draw() };
        let now = self.now();
        let attempt = Attempt {
            visit: visit.digest(),
            nonce: begun.nonce.clone(),
            verifier: begun.verifier.clone(),
            onward: onward.to_owned(),
            created: now,
            expires: later(now, ATTEMPT_MINUTES * 60),
        };
        let mut tx = self.db.write().await?;
        attempts::insert(&mut tx, area, &digest(&begun.state), &attempt).await?;
        tx.commit().await?;
        Ok(begun)
    }

    /// Takes an attempt out when its person comes back: it serves no more, whatever happens now.
    ///
    /// # Errors
    /// [`Error::Outside`], recorded, or what the database says.
    pub async fn take_outside(
        &self,
        area: AreaId,
        visit: &SessionKey,
        state: &str,
        visitor: &Visitor,
    ) -> Result<Attempt> {
        let mut tx = self.db.write().await?;
        let found = attempts::take(&mut tx, area, &digest(state)).await?;
        let why = match found {
            None => Outside::Unknown,
            Some(attempt) if attempt.visit != visit.digest() => Outside::Elsewhere,
            Some(attempt) if attempt.expires <= self.now() => Outside::Late,
            Some(attempt) => {
                tx.commit().await?;
                return Ok(attempt);
            }
        };
        self.failed_outside(tx, area, None, visitor, why).await
    }

    /// Writes down that an attempt failed.
    ///
    /// # Errors
    /// [`Error::Outside`] where it was written down, or what the database says.
    pub async fn fail_outside<T>(&self, area: AreaId, visitor: &Visitor, why: Outside) -> Result<T> {
        let tx = self.db.write().await?;
        self.failed_outside(tx, area, None, visitor, why).await
    }

    /// Lets in whom the provider proved, where they are somebody of the area.
    ///
    /// # Errors
    /// [`Error::Outside`], recorded, or what the database says.
    pub async fn sign_in_outside(&self, area: AreaId, proof: &Proof, visitor: &Visitor) -> Result<Entry> {
        let mut tx = self.db.write().await?;
        let Some(person) = self.meant(&mut tx, area, proof).await? else {
            return self.failed_outside(tx, area, None, visitor, Outside::Stranger).await;
        };
        let (person, known) = self.locked_credential(&mut tx, area, person.id).await?;
        if person.left_on.is_some_and(|left| left < self.today()) {
            return self.failed_outside(tx, area, Some(&person), visitor, Outside::Left).await;
        }
        let key = proof.key();
        if known.subject.as_ref() != Some(&key) {
            // Who is somebody else of this same provider stays who they are; another provider may follow a former one.
            if known.subject.as_ref().is_some_and(|known| known.starts_with(&format!("{} ", proof.issuer))) {
                return self.failed_outside(tx, area, Some(&person), visitor, Outside::Tied).await;
            }
            let tied = Credential { subject: Some(key), ..known.clone() };
            credentials::save(&mut tx, area, person.id, &tied).await?;
            let change = Change::new(Kind::Access, "access.tie").about(person.id).saying("oidc");
            self.record_in(&mut tx, area, Some(person.id), &person.name, &visitor.address, change).await?;
        }
        let viewer = self.viewer(&mut tx, area, &person, &visitor.address).await?;
        let policy = self.policy(&mut tx, area).await?;
        let stage = match proof.proven {
            Proven::Strongly => Stage::Full,
            Proven::Somehow => stage(&known, policy, &viewer),
        };
        let said = format!("oidc acr={}", proof.acr.as_deref().map(printed).unwrap_or_default());
        let entry = self.begin_session(&mut tx, area, &person, visitor, stage, &said).await?;
        tx.commit().await?;
        Ok(entry)
    }

    /// The one person who is meant: by the subject they are tied to, then by what they sign in with, then by where they
    /// are written to.
    async fn meant(&self, tx: &mut Tx, area: AreaId, proof: &Proof) -> Result<Option<Staff>> {
        if let Some(id) = credentials::find_by_subject(tx, area, &proof.key()).await? {
            return Ok(staff::find(tx, &keeper(area), id).await?);
        }
        let given = |word: &Option<String>| {
            word.as_deref().map(str::trim).filter(|word| !word.is_empty()).map(str::to_lowercase)
        };
        if let Some(login) = given(&proof.login)
            && let Some(person) = staff::find_by_login(tx, area, &login).await?
        {
            return Ok(Some(person));
        }
        let Some(email) = given(&proof.email) else { return Ok(None) };
        let mut people = staff::list_by_email(tx, area, &email).await?;
        Ok(if people.len() == 1 { people.pop() } else { None })
    }

    async fn failed_outside<T>(
        &self,
        mut tx: Tx,
        area: AreaId,
        person: Option<&Staff>,
        visitor: &Visitor,
        why: Outside,
    ) -> Result<T> {
        let mut change = Change::new(Kind::Access, "access.fail").saying(format!("oidc {}", why.word()));
        change.subject = person.map(|person| person.id);
        self.record_in(&mut tx, area, None, "", &visitor.address, change).await?;
        tx.commit().await?;
        Err(Error::Outside(why))
    }
}

/// What the database knows a state by.
fn digest(state: &str) -> Digest {
    Sha256::digest(state.as_bytes()).into()
}

/// A provider's word as the record can keep it.
fn printed(word: &str) -> String {
    word.chars().filter(char::is_ascii_graphic).take(WORD_MAX_CHARS).collect()
}
