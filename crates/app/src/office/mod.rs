// SPDX-License-Identifier: AGPL-3.0-or-later
//! The office as it is kept: areas, bodies, people, positions, settings.
//!
//! Invariants: what is saved was checked first, and the check names the field; a save gives the version it was made from, and
//! is refused as [`Stale`](crate::Error::Stale) where another came in between; an area never loses its last administrator.

mod area;
mod bodies;
mod people;
mod positions;
mod settings;

pub use ambito_store::areas::Area;
pub use area::{AreaOutline, BodyOutline, HeldOutline, Loaded, PersonOutline, PositionOutline, RoleOutline};
pub use bodies::BodyInput;
pub use people::{Person, StaffInput};
pub(crate) use positions::until_left;
pub use positions::{PositionInput, TenureInput};
pub use settings::{Settings, SettingsInput};
