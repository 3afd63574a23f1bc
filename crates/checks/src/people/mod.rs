// SPDX-License-Identifier: AGPL-3.0-or-later
//! `EFF`: people and their time.

pub(crate) mod group_as_person;
mod groups;
pub(crate) mod only_managers;
pub(crate) mod over_hundred;
pub(crate) mod relation_missing;
pub(crate) mod shares_fall_short;
mod staff;
pub(crate) mod twice_in_node;
pub(crate) mod two_relations;
