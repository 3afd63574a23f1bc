// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one decision on who may see or do what.

use super::{AreaId, BodyId, Reach, Right, Role, Span};
use std::collections::BTreeSet;

/// A role that somebody has today, and the bodies it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The role.
    pub role: Role,
    /// The body of the position.
    pub body: BodyId,
    /// How far the role goes from there.
    pub reach: Reach,
    /// The bodies reached, as the tree stands today; the body itself is one of them.
    pub bodies: BTreeSet<BodyId>,
    /// Where the body stands in the area's tree.
    pub seat: Seat,
}

/// Where a body stands in the tree of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// It belongs to no other: all is below it.
    Top,
    /// It is the Ambito itself: the area is its own, though a Regione or a health agency stands above it.
    Own,
    /// It is one of the others.
    Below,
}

/// What somebody is in an area today; without duties, everybody (the role `Public`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The area.
    pub area: AreaId,
    /// The roles, each with its bodies.
    pub duties: Vec<Duty>,
    /// The rights it is narrowed to, for a token that may do less than its owner.
    pub only: Option<BTreeSet<Right>>,
}

/// What a decision lets one see: an area, and in it everything or some bodies.
///
/// Only [`authorise`] and [`keeper`] make one; the reading methods of `store` ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    area: AreaId,
    bodies: Option<BTreeSet<BodyId>>,
}

impl Sight {
    /// The area.
    #[must_use]
    pub const fn area(&self) -> AreaId {
        self.area
    }

    /// The bodies in sight; `None` where all are.
    #[must_use]
    pub const fn bodies(&self) -> Option<&BTreeSet<BodyId>> {
        self.bodies.as_ref()
    }

    /// Whether a body is in sight.
    #[must_use]
    pub fn covers(&self, body: BodyId) -> bool {
        self.bodies.as_ref().is_none_or(|bodies| bodies.contains(&body))
    }
}

/// The right is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied {
    /// What was asked for.
    pub right: Right,
}

/// Decides whether somebody has a right, and over which bodies.
///
/// # Errors
/// [`Denied`] where no role of theirs has the right, or none has it over the whole area where that is needed.
pub fn authorise(standing: &Standing, right: Right) -> Result<Sight, Denied> {
    let denied = Err(Denied { right });
    if standing.only.as_ref().is_some_and(|only| !only.contains(&right)) {
        return denied;
    }
    let mut bodies = BTreeSet::new();
    let mut held = Role::Public.may(right);
    for duty in standing.duties.iter().filter(|duty| duty.role.may(right)) {
        let counts = match (right.span(), duty.seat, duty.reach) {
            // The area is the Ambito's: what stands above it in the tree is there to be named, not to be kept from it.
            (_, Seat::Top | Seat::Own, Reach::Subtree) => return Ok(Sight { area: standing.area, bodies: None }),
            (Span::Bodies, _, _) => true,
            (Span::Area, _, _) => false,
        };
        if counts {
            held = true;
            bodies.extend(&duty.bodies);
        }
    }
    if held { Ok(Sight { area: standing.area, bodies: Some(bodies) }) } else { denied }
}

/// The sight of who keeps the machine: the commands that work on the database file itself, and what the program does
/// on its own account (signing in, the yearly run). Never what a page shows.
#[must_use]
pub const fn keeper(area: AreaId) -> Sight {
    Sight { area, bodies: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::Uuid;

    const AREA: AreaId = AreaId(Uuid::from_u128(1));
    const TOP: BodyId = BodyId(Uuid::from_u128(2));
    const TOWN: BodyId = BodyId(Uuid::from_u128(3));

    fn duty(role: Role, body: BodyId, reach: Reach) -> Duty {
        let bodies = if body == TOP && reach == Reach::Subtree { [TOP, TOWN].into() } else { [body].into() };
        Duty { role, body, reach, bodies, seat: if body == TOP { Seat::Top } else { Seat::Below } }
    }

    fn sight(duties: Vec<Duty>, right: Right) -> Option<Sight> {
        authorise(&Standing { area: AREA, duties, only: None }, right).ok()
    }

    #[test]
    fn a_role_sees_where_it_reaches() {
        let town = sight(vec![duty(Role::Finance, TOWN, Reach::Subtree)], Right::ReadPlans).expect("a right");
        assert!(town.covers(TOWN) && !town.covers(TOP));
        let all = sight(vec![duty(Role::Finance, TOP, Reach::Subtree)], Right::ReadPlans).expect("a right");
        assert!(all.covers(TOWN) && all.covers(TOP));
        assert_eq!(sight(vec![duty(Role::Administrator, TOP, Reach::Subtree)], Right::ReadPlans), None);
        assert_eq!(sight(Vec::new(), Right::ReadPlans), None);
    }

    #[test]
    fn rights_over_the_area_need_the_whole_tree() {
        assert_eq!(sight(vec![duty(Role::Auditor, TOWN, Reach::Subtree)], Right::ReadAudit), None);
        assert_eq!(sight(vec![duty(Role::Auditor, TOP, Reach::Body)], Right::ReadAudit), None);
        assert!(sight(vec![duty(Role::Auditor, TOP, Reach::Subtree)], Right::ReadAudit).is_some());
        let own = Duty { seat: Seat::Own, ..duty(Role::Auditor, TOWN, Reach::Subtree) };
        assert!(sight(vec![own], Right::ReadAudit).expect("the Ambito's own").covers(TOP));
    }

    #[test]
    fn a_token_does_no_more_than_it_says() {
        let duties = vec![duty(Role::Auditor, TOP, Reach::Subtree)];
        let standing = Standing { area: AREA, duties, only: Some([Right::ReadPlans].into()) };
        assert!(authorise(&standing, Right::ReadPlans).is_ok());
        assert_eq!(authorise(&standing, Right::ReadAudit), Err(Denied { right: Right::ReadAudit }));
    }
}
