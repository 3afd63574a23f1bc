// SPDX-License-Identifier: AGPL-3.0-or-later
//! The model of Ambito and its rules, pure: no I/O, no clock, no database rows, no API shapes.
//!
//! Rooms: [`planning`] — plans as they are read, compared and filed; [`office`] — bodies, people in positions, and what
//! a role may do; [`audit`] — what is written down of every act, chained; [`retention`] — how long records are
//! kept and how they are deleted; [`review`] — a document under review: readings, corrections, findings. Others are born
//! with their capability.

pub mod audit;
pub mod office;
pub mod planning;
pub mod processing;
pub mod retention;
pub mod review;
pub mod subjects;
