// SPDX-License-Identifier: AGPL-3.0-or-later
//! Repositories on SQLite and PostgreSQL with one SQL text, and the migrations.
