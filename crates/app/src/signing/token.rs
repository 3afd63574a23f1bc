// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tokens for programs: with a name, some of their owner's rights, and an end.

use super::TokenKey;
use super::session::later;
use crate::{App, Change, Error, Fault, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{Right, TokenId, keeper};
use ambito_store::staff;
use ambito_store::tokens::{self, Token};
use std::collections::BTreeSet;

/// The longest that a token serves.
pub const TOKEN_DAYS_MAX: u32 = 366;
/// The longest name.
const NAME_MAX_CHARS: usize = 80;
/// A token's use is noted once in this time.
const TOUCH_SECONDS: i64 = 60;
/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// What a token is to be.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: String,
    /// What it may do; rights that its owner lacks are refused.
    pub scope: BTreeSet<Right>,
    /// For how many days.
    pub days: u32,
}

impl App {
    /// Makes a token; its secret is shown once.
    ///
    /// # Errors
    /// [`Error::Invalid`], or what the database says.
    pub async fn make_token(&self, viewer: &Viewer, wanted: &NewToken) -> Result<TokenKey> {
        let staff = viewer.person()?;
        let NewToken { name, scope, days } = wanted;
        let name = name.trim();
        let mut faults = Vec::new();
        let mut fault = |field, key| faults.push(Fault { field, key });
        if name.is_empty() || name.chars().count() > NAME_MAX_CHARS {
            fault("name", "token-name-missing");
        }
        if scope.is_empty() || scope.iter().any(|right| !viewer.may(*right)) {
            fault("scope", "token-scope-missing");
        }
        if !(1..=TOKEN_DAYS_MAX).contains(days) {
            fault("days", "token-days-wrong");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let (area, now) = (viewer.area(), self.now());
        let key = TokenKey::new(area, self.draw());
        let token = Token {
            id: TokenId(self.new_id()),
            staff,
            name: name.to_owned(),
            scope: scope.clone(),
            created: now,
            expires: later(now, i64::from(*days) * DAY_SECONDS),
            used: None,
            ended: None,
        };
        let mut tx = self.db.write().await?;
        tokens::insert(&mut tx, area, &key.digest(), &token).await?;
        let scope = scope.iter().map(|right| right.word()).collect::<Vec<_>>().join(" ");
        let change = Change::new(Kind::Access, "token.make").on(token.id.0).saying(scope);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(key)
    }

    /// One's own tokens.
    ///
    /// # Errors
    /// What the database says.
    pub async fn list_own_tokens(&self, viewer: &Viewer) -> Result<Vec<Token>> {
        let mut tx = self.db.read().await?;
        Ok(tokens::list_of(&mut tx, viewer.area(), viewer.person()?, self.now()).await?)
    }

    /// Takes one of one's own tokens back.
    ///
    /// # Errors
    /// [`Error::Absent`], or what the database says.
    pub async fn end_own_token(&self, viewer: &Viewer, id: TokenId) -> Result<()> {
        let mut tx = self.db.write().await?;
        if !tokens::end(&mut tx, viewer.area(), viewer.person()?, id, self.now()).await? {
            return Err(Error::Absent("token"));
        }
        self.record(&mut tx, viewer, Change::new(Kind::Access, "token.end").on(id.0)).await?;
        Ok(tx.commit().await?)
    }

    /// Who a token speaks for: its owner, narrowed to its scope.
    ///
    /// # Errors
    /// What the database says.
    pub async fn find_token_viewer(&self, key: &TokenKey, address: &str) -> Result<Option<Viewer>> {
        let (area, now) = (key.area(), self.now());
        let mut tx = self.db.read().await?;
        let token = tokens::find(&mut tx, area, &key.digest()).await?;
        let Some(token) = token.filter(|token| token.ended.is_none() && token.expires > now) else { return Ok(None) };
        let Some(person) = staff::find(&mut tx, &keeper(area), token.staff).await? else { return Ok(None) };
        let mut viewer = self.viewer(&mut tx, area, &person, address).await?;
        viewer.standing.only = Some(token.scope);
        drop(tx);
        if token.used.is_none_or(|used| later(used, TOUCH_SECONDS) <= now) {
            let mut tx = self.db.write().await?;
            tokens::touch(&mut tx, area, &key.digest(), now).await?;
            tx.commit().await?;
        }
        Ok(Some(viewer))
    }
}
