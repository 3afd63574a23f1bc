// SPDX-License-Identifier: AGPL-3.0-or-later
//! How much room a table takes, and what follows from it for its findings, its roles and the paper.

use super::rows::{Row, WIDE_CHARS_MIN};
use ambito_documents::blocks::Blocks;

/// The widest table that leaves room for a margin, in characters.
const SLIM_CHARS_MAX: usize = 90;
/// The widest table that an upright sheet of paper holds, in characters.
const UPRIGHT_CHARS_MAX: usize = 150;

/// How much room a table takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The findings have room beside it.
    Slim,
    /// The findings stand below their rows.
    Wide,
    /// The same, and on paper the sheet is turned.
    Widest,
}

impl Form {
    /// The form of a table with these rows and shown columns.
    pub(super) fn of(rows: &[Row<'_>], shown: &[usize], blocks: &Blocks) -> Self {
        let longest = |column: &usize| {
            let cells = rows.iter().filter_map(|row| row.cells.get(*column));
            cells.map(|span| blocks.str(*span).trim().chars().count().min(WIDE_CHARS_MIN) + 2).max().unwrap_or(0)
        };
        let width: usize = shown.iter().map(longest).sum();
        if width <= SLIM_CHARS_MAX {
            Self::Slim
        } else if width <= UPRIGHT_CHARS_MAX {
            Self::Wide
        } else {
            Self::Widest
        }
    }

    /// Wide tables are laid out as blocks on a narrow screen: their roles are written out.
    pub(super) fn roles(self) -> Roles {
        match self {
            Self::Slim => Roles::default(),
            Self::Wide | Self::Widest => Roles {
                table: " role=\"table\"",
                row: " role=\"row\"",
                head: " role=\"rowheader\"",
                cell: " role=\"cell\"",
            },
        }
    }

    /// The classes.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Slim => "slim",
            Self::Wide => "wide",
            Self::Widest => "wide turned",
        }
    }
}

/// The attributes of a table and its parts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Roles {
    pub table: &'static str,
    pub row: &'static str,
    pub head: &'static str,
    pub cell: &'static str,
}
