// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages: one file each (or a folder, for a room of several), with its routes, its content, its handlers.

pub mod about;
pub mod account;
pub mod api;
pub mod checks;
pub mod compare;
pub mod door;
pub mod errands;
pub mod findings;
pub mod home;
pub mod link;
pub mod login;
pub mod menu;
pub mod office;
#[cfg(feature = "oidc")]
pub mod oidc;
mod onward;
pub mod plans;
pub mod problem;
pub mod records;
pub mod reviews;
pub mod roles;
pub mod saving;
