// SPDX-License-Identifier: AGPL-3.0-or-later
//! Word-processor files: small ones made of the XML of their bodies, and the laws that hold whatever is in them.

mod docx;
mod odt;
mod office;
mod properties;
#[path = "../support/mod.rs"]
mod support;
