// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito area link`: a one-time link for a person, when nobody who manages accounts can get in.

use super::{choose, open, refusal};
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use ambito_app::{Error, Viewer};
use std::io::Write as _;
use std::process::ExitCode;

/// For whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What the person signs in with.
    #[arg(value_name = "value-login", help = "help-area-login-of")]
    login: String,
    /// The area, where there are several.
    #[arg(long, value_name = "value-name", help = "help-area-which")]
    area: Option<String>,
    /// The address that people use.
    #[arg(long, default_value = "http://127.0.0.1:8080", value_name = "value-url", help = "help-serve-url")]
    url: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Makes the link.
///
/// # Errors
/// Where there is no such person.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { login, area, url, database } = args;
    database::wait(async {
        let app = open(database, global).await?;
        let area = choose(&app, area.as_deref(), global).await?;
        let viewer = Viewer::keeper(area.id, database::keeper());
        let link = match app.make_link_for(&viewer, login).await {
            Ok(link) => link,
            Err(Error::Absent(_)) => return Err(refusal("ARE005", "area-nobody", "area-nobody-hint", global).into()),
            Err(error) => return Err(error.into()),
        };
        let address = format!("{}/link/{}", url.trim_end_matches('/'), link.key.reveal());
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", global.text("area-link", &[("name", login.into()), ("address", (&address).into())]))?;
        app.close().await;
        Ok(ExitCode::SUCCESS)
    })
}
