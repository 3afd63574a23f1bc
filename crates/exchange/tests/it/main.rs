// SPDX-License-Identifier: AGPL-3.0-or-later
//! One reading that has something of everything, in each of the forms.

mod contract;
mod fixture;
mod table;
mod workbook;
