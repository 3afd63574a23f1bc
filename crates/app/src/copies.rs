// SPDX-License-Identifier: AGPL-3.0-or-later
//! Copies of the whole database, by who keeps the machine: into a file, out of one, from one database to another.
//!
//! Each leaves a record in every area's chain, so that an auditor sees that content went out or was put back. What is
//! moved is recorded where it comes from, before it is read: the two databases stay equal. A database at an older
//! schema is copied without a record: this program cannot write there without changing it.

use crate::{App, Change, Viewer};
use ambito_domain::audit::Kind;
use ambito_store::{Db, SCHEMA_VERSION, areas};
use std::io::{BufRead, Seek, Write};

pub use ambito_store::copy::{Error, Manifest, Result, TableDigest, Watch, digests, verify};

impl App {
    /// Writes a copy of the database, which may be in use, and says what is in it.
    ///
    /// # Errors
    /// What [`ambito_store::copy::backup`] says.
    pub async fn back_up(&self, keeper: &str, file: impl Write, watch: Watch<'_>) -> Result<Manifest> {
        self.note(keeper, "backup.make").await?;
        ambito_store::copy::backup(&self.db, file, watch).await
    }

    /// Puts a copy into the database, which is empty.
    ///
    /// # Errors
    /// What [`ambito_store::copy::restore`] says; then nothing was put in.
    pub async fn restore(&self, keeper: &str, file: impl BufRead + Seek, watch: Watch<'_>) -> Result<Manifest> {
        let manifest = ambito_store::copy::restore(file, &self.db, watch).await?;
        self.note(keeper, "backup.restore").await?;
        Ok(manifest)
    }

    /// Copies the database into another one, which is empty.
    ///
    /// # Errors
    /// What [`ambito_store::copy::transfer`] says; then nothing was put in.
    pub async fn move_to(&self, keeper: &str, other: &Db, watch: Watch<'_>) -> Result<Manifest> {
        self.note(keeper, "database.move").await?;
        ambito_store::copy::transfer(&self.db, other, watch).await
    }

    async fn note(&self, keeper: &str, act: &'static str) -> Result<()> {
        if ambito_store::copy::schema_of(&self.db).await? != SCHEMA_VERSION {
            return Ok(());
        }
        let mut tx = self.db.write().await?;
        for area in areas::list(&mut tx).await? {
            let viewer = Viewer::keeper(area.id, keeper.to_owned());
            self.record(&mut tx, &viewer, Change::new(Kind::Export, act)).await.map_err(|error| match error {
                crate::Error::Store(error) => error,
                error => ambito_store::Error::Corrupt(error.to_string()),
            })?;
        }
        Ok(tx.commit().await?)
    }
}
