// SPDX-License-Identifier: AGPL-3.0-or-later
//! The record of what was done, the keeping of records, what is held on a person: on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod crowd;
mod office;
mod outside;
mod reading;
mod retention;
mod subjects;
mod tampering;
