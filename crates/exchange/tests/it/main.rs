// SPDX-License-Identifier: AGPL-3.0-or-later
//! One reading that has something of everything, in each of the forms.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod contract;
mod fixture;
mod table;
mod workbook;
