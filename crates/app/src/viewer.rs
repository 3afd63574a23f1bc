// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looks: the person behind a request, with what they are today.

use crate::{App, Error, Result};
use ambito_domain::office::{
    AreaId, BodyId, BodyKind, Duty, Reach, Right, Role, Seat, SessionId, Sight, Staff, StaffId, Standing, authorise,
    keeper,
};
use ambito_store::Tx;
use ambito_store::positions::{self, Post};
use std::collections::BTreeSet;

/// Where the keeper of the machine is said to be.
const CONSOLE: &str = "console";

/// Who looks.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// What they are in the area today.
    pub standing: Standing,
    /// Which person; absent for the public and for who keeps the machine.
    pub staff: Option<StaffId>,
    /// What they are called.
    pub name: String,
    /// From where they look.
    pub source: String,
    /// The session they look through.
    pub session: Option<SessionId>,
    keeper: Option<AreaId>,
}

impl Viewer {
    /// Somebody who has not signed in.
    #[must_use]
    pub fn public(area: AreaId, source: String) -> Self {
        let standing = Standing { area, duties: Vec::new(), only: None };
        Self { standing, staff: None, name: String::new(), source, session: None, keeper: None }
    }

    /// Who keeps the machine and works with its commands; `name` is what the system calls them.
    #[must_use]
    pub fn keeper(area: AreaId, name: String) -> Self {
        let standing = Standing { area, duties: Vec::new(), only: None };
        Self { standing, staff: None, name, source: CONSOLE.to_owned(), session: None, keeper: Some(area) }
    }

    /// The area they look at.
    #[must_use]
    pub fn area(&self) -> AreaId {
        self.standing.area
    }

    /// What a right lets them see.
    ///
    /// # Errors
    /// [`Error::Denied`] where they do not have it.
    pub fn sight(&self, right: Right) -> Result<Sight> {
        match self.keeper {
            Some(area) => Ok(keeper(area)),
            None => authorise(&self.standing, right).map_err(|denied| Error::Denied(denied.right)),
        }
    }

    /// Whether they have a right anywhere: for menus and buttons, never instead of [`Viewer::sight`].
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.sight(right).is_ok()
    }

    /// The person, where somebody signed in is needed.
    ///
    /// # Errors
    /// [`Error::SignInFirst`].
    pub fn person(&self) -> Result<StaffId> {
        self.staff.ok_or(Error::SignInFirst)
    }

    /// Their roles, each once.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let roles: BTreeSet<Role> = self.standing.duties.iter().map(|duty| duty.role).collect();
        roles.into_iter().collect()
    }
}

impl App {
    /// What a person is in their area today.
    pub(crate) async fn standing(&self, tx: &mut Tx, area: AreaId, staff: &Staff) -> Result<Standing> {
        let posts = positions::list_posts(tx, area, staff.id, self.today()).await?;
        Ok(self.standing_in(&posts, area, staff))
    }

    /// What a person is in their area today, who has these roles there.
    pub(crate) fn standing_in(&self, posts: &[Post], area: AreaId, staff: &Staff) -> Standing {
        let mut duties = Vec::new();
        if staff.left_on.is_none_or(|left| self.today() <= left) {
            let parents = || posts.iter().map(|post| (post.body, post.parent));
            for post in posts {
                for held in &post.roles {
                    let reached = match held.reach {
                        Reach::Body => [post.body].into(),
                        Reach::Subtree => below(parents, post.body),
                    };
                    let seat = seat(post.parent, post.kind);
                    duties.push(Duty { role: held.role, body: post.body, reach: held.reach, bodies: reached, seat });
                }
            }
        }
        Standing { area, duties, only: None }
    }

    /// A person as a viewer, before there is a session.
    pub(crate) async fn viewer(&self, tx: &mut Tx, area: AreaId, staff: &Staff, source: &str) -> Result<Viewer> {
        Ok(Viewer::of(self.standing(tx, area, staff).await?, staff, source, None))
    }
}

impl Viewer {
    /// A person, who has this standing today.
    pub(crate) fn of(standing: Standing, staff: &Staff, source: &str, session: Option<SessionId>) -> Self {
        let (name, source) = (staff.name.clone(), source.to_owned());
        Self { standing, staff: Some(staff.id), name, source, session, keeper: None }
    }
}

/// Where a body stands.
pub(crate) fn seat(parent: Option<BodyId>, kind: BodyKind) -> Seat {
    match (parent, kind) {
        (None, _) => Seat::Top,
        (Some(_), BodyKind::Ambit) => Seat::Own,
        (Some(_), _) => Seat::Below,
    }
}

/// A body and all below it, in a tree that is told by the parent of each.
pub(crate) fn below<P>(parents: impl Fn() -> P, top: BodyId) -> BTreeSet<BodyId>
where
    P: Iterator<Item = (BodyId, Option<BodyId>)>,
{
    let mut found: BTreeSet<BodyId> = [top].into();
    loop {
        let before = found.len();
        for (body, parent) in parents() {
            if parent.is_some_and(|parent| found.contains(&parent)) {
                found.insert(body);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}
