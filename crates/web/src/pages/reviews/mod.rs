// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review: bringing them in, looking at what was read beside its source, putting right, filing.

mod address;
mod facsimile;
mod source;
