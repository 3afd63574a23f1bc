// SPDX-License-Identifier: AGPL-3.0-or-later
//! The use cases of Ambito: authorise, load, decide, save, audit.
