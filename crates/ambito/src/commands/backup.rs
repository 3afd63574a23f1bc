// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito backup`: a copy of a database, in use or not, into a file that appears whole, read back and proven, or not
//! at all.

use crate::copying::{self, Copying};
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::copies::{self, Error};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which database, and where its copy goes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file, which must not be there.
    #[arg(value_name = "value-file", help = "help-backup-file")]
    file: PathBuf,
    /// The database (`--database`).
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Writes the copy and shows what is in it.
///
/// # Errors
/// Where the database cannot be read, or the file cannot be written or is there already.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let address = database::address(&args.database.database, global)?;
    let shown = args.file.display().to_string();
    if args.file.symlink_metadata().is_ok() {
        let finding = error_finding("COP011", global.text("copies-file-exists", &[])).in_document(&shown);
        return Err(Refusal(vec![finding.hint(global.text("copies-file-exists-hint", &[]))]).into());
    }
    database::wait(async {
        let db = copying::open_source(&address, global).await?;
        let refusal = |error: Error| copying::refusal(&error, &shown, &address, global);
        let file = |error: io::Error| copying::unwritten(&shown, &error, global);
        let folder = folder_of(&args.file);
        // Closed to everybody else, as a temporary file is: it holds what the database holds.
        let mut draft = tempfile::Builder::new().prefix(".ambito-").tempfile_in(folder).map_err(file)?;
        let line = Copying::begin(global);
        let app = database::app(db.clone());
        let writer = BufWriter::new(draft.as_file_mut());
        let manifest = app.back_up(&database::keeper(), writer, &mut line.watch()).await.map_err(refusal)?;
        draft.as_file().sync_all().and_then(|()| draft.as_file_mut().rewind()).map_err(file)?;
        let read = copies::verify(BufReader::new(draft.as_file_mut()), &mut line.watch()).await.map_err(refusal)?;
        if let Some(table) = manifest.first_difference(&read.tables) {
            return Err(refusal(Error::Damaged { table: Some(table.to_owned()) }).into());
        }
        draft.persist_noclobber(&args.file).map_err(|error| file(error.error))?;
        // The name as well is to be on the disk before the copy is said to be made; not every system lets one ask.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        drop(line);
        copying::show(&manifest, global)?;
        let from = address.shown();
        let sum = copying::sum(&manifest, global);
        let args = [("from", (&from).into()), ("file", (&shown).into()), ("sum", (&sum).into())];
        global.tell_line(&global.text("copies-backup-made", &args));
        db.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
