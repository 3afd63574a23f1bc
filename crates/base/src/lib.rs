// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words every other room is written with: money in cents, exact numbers, shares, dates, periods, areas of pages,
//! the comparison form of text, identifiers, and what is asked of the outside (time and chance).
//!
//! Invariants: no I/O, no clock, no floating point; parsing gives an `Option`, never a panic, and `parse ∘ format`
//! is the identity. Deliberately absent: locale databases — the notation of Italian offices is fixed and small.

mod area;
mod cents;
mod dates;
mod decimal;
mod fold;
mod outside;
mod share;

pub use area::Area;
pub use cents::Cents;
pub use dates::{Date, DateMatch, Period, find_date, month_name, month_number, parse_date};
pub use decimal::Decimal;
pub use fold::{Folded, base_letter, fold, fold_into, is_word_char};
pub use jiff::Timestamp;
pub use jiff::civil::DateTime;
pub use outside::{Clock, Random, italian_midnight, italian_time, new_id};
pub use share::Share;
pub use uuid::Uuid;
