// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rooms of a plan, one beside the other on every page of it: where one is, where one can go.

use super::href;
use crate::render::Label;
use crate::server::Context;
use ambito_domain::office::{BodyId, PlanId, Right};
use serde::Serialize;

/// A room of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What is in it, as a tree.
    Overview,
    /// Money.
    Budget,
    /// Indicators.
    Indicators,
    /// Phases over time.
    Timeline,
    /// People's time.
    Load,
    /// What has the words that are looked for.
    Search,
}

/// Every room: its address, the key of its name.
const ROOMS: [(Room, &str, &str); 6] = [
    (Room::Overview, "", "plans-room-overview"),
    (Room::Budget, "/budget", "sheet-budget"),
    (Room::Indicators, "/indicators", "sheet-indicators"),
    (Room::Timeline, "/phases", "plans-room-timeline"),
    (Room::Load, "/load", "sheet-people"),
    (Room::Search, "/search", "plans-room-search"),
];

/// The rooms of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rooms {
    rooms: Vec<Shown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct Shown {
    href: String,
    label: Label,
    here: bool,
}

impl Rooms {
    /// For tests of templates.
    pub(super) fn sample() -> Self {
        let room = |here| Shown { href: "/plans/1".to_owned(), label: Label::key("plans-room-overview"), here };
        Self { rooms: vec![room(true), room(false)] }
    }
}

/// The rooms that somebody may enter, with the one they are in.
pub(super) fn rooms(context: &Context, plan: PlanId, body: BodyId, asked: Option<i64>, here: Room) -> Rooms {
    let may_see_people = context.viewer.sight(Right::ReadPlanPeople).is_ok_and(|sight| sight.covers(body));
    let open = ROOMS.iter().filter(|(room, ..)| *room != Room::Load || may_see_people);
    let shown = open.map(|(room, below, key)| Shown {
        href: href(plan, below, asked),
        label: Label::key(key),
        here: *room == here,
    });
    Rooms { rooms: shown.collect() }
}
