// SPDX-License-Identifier: AGPL-3.0-or-later
//! The model of Ambito and its rules, pure: no I/O, no clock, no database rows, no API shapes.
//!
//! Rooms: [`planning`] — plans as they are read, compared and (later) filed. Others are born with their capability.

pub mod planning;
