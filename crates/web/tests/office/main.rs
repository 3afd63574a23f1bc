// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server as its people meet it: through its router, over a real database with the area of Valdoro.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod findings;
mod forms;
mod kept;
mod lists;
#[cfg(feature = "oidc")]
mod oidc;
#[cfg(feature = "oidc")]
mod provider;
mod questions;
mod reach;
mod review_lists;
mod reviews;
mod routes;
mod signing;
mod valdoro;
mod words;
