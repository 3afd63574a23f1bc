// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans: the file as it came, the plan, its versions, and all that a version says, in typed rows.
//!
//! Invariants: what is read here is exactly what was filed ([`load_draft`] gives back an equal
//! [`PlanDraft`](ambito_domain::planning::PlanDraft)); a version is never changed; a [`VersionKey`] is given only for
//! a plan in sight, and everything inside a version is asked for with one. Deliberately absent: corrections of what
//! was read. They are a new version.

mod amounts;
mod content;
mod counts;
mod documents;
mod draft;
mod efforts;
mod filing;
pub mod found;
mod front;
mod indicators;
mod inside;
mod kin;
pub mod lists;
mod money;
mod nodes;
mod notes;
mod phases;
mod places;
mod plan;
mod rolled;
mod search;
mod shape;
mod sides;
mod tables;
mod targets;
mod timetables;
mod tree;
mod version;
mod words;

pub use content::{NodeContent, get_loose};
pub use counts::Counts;
pub use documents::{Document, NewDocument, find_by_digest, find_content, find_document, insert_document};
pub use draft::load_draft;
pub use efforts::{PersonEffort, list_by_person};
pub use filing::{Filing, insert_version};
pub use front::{Front, find_front};
pub use inside::{Inside, get_inside};
pub use kin::{Kin, get_kin};
pub use notes::list_unread;
pub use places::{Place, list_places};
pub use plan::{Plan, advance_plan, count_plans, find_plan, find_same, insert_plan, list_plans, lock_body};
pub use rolled::{Rolled, RolledFrom, get_whole_sums, list_rolled};
pub use search::{Hit, HitKey, search};
pub use shape::{CONTENT_ROWS_MAX, VersionKey};
pub use sides::{Side, find_pair, find_side, list_comparable, list_places_of, list_sides};
pub use tree::{Branch, Sums, list_branches, list_children};
pub use version::{Header, Origin, Version, find_origin, find_version, list_versions};
