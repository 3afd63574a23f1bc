// SPDX-License-Identifier: AGPL-3.0-or-later
//! `SUM`: arithmetic.

pub(crate) mod a_plus_b;
