// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is made of figures for people to look at: charts.
//!
//! Invariants: figures and words in, text out; the same figures give the same text. Deliberately absent: asking for
//! figures, choosing words, files.

pub mod chart;
