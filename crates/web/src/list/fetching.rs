// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rows of a list on their way into a file or onto paper.

use super::{Cell, Fetch};
use ambito_app::plans::lists::{Export, ListKey, ListRow};
use ambito_app::{App, Error};

/// Rows that are fetched until there are no more, each turned into cells.
pub struct Fetching<Cells> {
    app: App,
    export: Export,
    cells: Cells,
    after: Option<ListKey>,
    is_over: bool,
}

impl<Cells> Fetching<Cells>
where
    Cells: Fn(&Export, &ListRow) -> Vec<Cell>,
{
    /// The rows of a list that is being taken away, and how a row becomes cells.
    pub const fn new(app: App, export: Export, cells: Cells) -> Self {
        Self { app, export, cells, after: None, is_over: false }
    }
}

impl<Cells> Fetch for Fetching<Cells>
where
    Cells: Fn(&Export, &ListRow) -> Vec<Cell> + Send + 'static,
{
    async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let (found, next) = self.app.next_rows(&self.export, self.after.as_ref()).await?;
        self.is_over = next.is_none();
        self.after = next;
        Ok(Some(found.iter().map(|row| (self.cells)(&self.export, row)).collect()))
    }
}
