// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every message of Ambito, in Italian and in English, and the notation of numbers for people.
//!
//! One Fluent catalogue a language (the files of `catalogue/it/` and `catalogue/en/`), embedded. Invariants, held by tests:
//! both catalogues have the same keys with the same arguments; every key that the code names exists; no key is
//! without use. Deliberately absent: fallback from one language to the other, since no message may be missing.

mod catalogue;
mod language;
mod notation;

pub use catalogue::{Arg, Catalogue, sources};
pub use language::Language;
pub use notation::{amount, grouped, number, percent};
