// SPDX-License-Identifier: AGPL-3.0-or-later
//! The laws of comparing, on drafts made at random, and cases that people meet.

mod cases;
mod drafts;
mod laws;
mod scale;
