// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the tests start for real: a PostgreSQL of their own.
