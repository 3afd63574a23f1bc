// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages of Ambito, rendered on the server.

pub mod assets;
pub mod components;
pub mod form;
pub mod headers;
pub mod render;
