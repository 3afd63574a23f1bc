// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito area load`: bodies, positions and people of an area from a file (TOML), all at once or not at all.

use super::{open, refused};
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::office::AreaOutline;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which file.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file.
    #[arg(value_name = "value-path", help = "help-area-file")]
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Makes the area.
///
/// # Errors
/// Where the file cannot be read, or says something that cannot be; then nothing is made.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let shown = args.file.display().to_string();
    let wrong = |reason: String| {
        let finding = error_finding("ARE006", global.text("area-file", &[("reason", (&reason).into())]));
        Refusal(vec![finding.in_document(shown.clone()).hint(global.text("area-file-hint", &[]))])
    };
    let text = std::fs::read_to_string(&args.file).map_err(|error| wrong(error.to_string()))?;
    let outline: AreaOutline = toml::from_str(&text).map_err(|error| wrong(error.message().to_owned()))?;
    database::wait(async {
        let app = open(&args.database, global).await?;
        let loaded = app.load_area(&outline, &database::keeper()).await.map_err(|error| refused(error, global))?;
        let counts = [
            ("name", (&outline.name).into()),
            ("bodies", loaded.bodies.into()),
            ("positions", loaded.positions.into()),
            ("people", loaded.people.into()),
        ];
        writeln!(std::io::stdout().lock(), "{}", global.text("area-loaded", &counts))?;
        app.close().await;
        Ok(ExitCode::SUCCESS)
    })
}
