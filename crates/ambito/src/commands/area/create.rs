// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito area create`: an area with one body and its first administrator, who gets a one-time link.

use super::{open, refused};
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use ambito_app::Viewer;
use ambito_app::office::{AreaOutline, BodyOutline, HeldOutline, PersonOutline, PositionOutline, RoleOutline};
use std::io::Write as _;
use std::process::ExitCode;

/// The area and who administers it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The name of the area.
    #[arg(value_name = "value-name", help = "help-area-name")]
    name: String,
    /// Name and surname of the administrator.
    #[arg(long, value_name = "value-name", help = "help-area-administrator")]
    administrator: String,
    /// What the administrator signs in with.
    #[arg(long, value_name = "value-login", help = "help-area-login")]
    login: String,
    /// The address that people use.
    #[arg(long, default_value = "http://127.0.0.1:8080", value_name = "value-url", help = "help-serve-url")]
    url: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Begins the area.
///
/// # Errors
/// Where the name is taken, or something typed cannot be.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { name, administrator, login, url, database } = args;
    let outline = outline(name, administrator, login, global);
    database::wait(async {
        let app = open(database, global).await?;
        let by = database::keeper();
        let loaded = app.load_area(&outline, &by).await.map_err(|error| refused(error, global))?;
        let viewer = Viewer::keeper(loaded.area, by);
        let link = app.make_link_for(&viewer, login).await?;
        let address = format!("{}/link/{}", url.trim_end_matches('/'), link.key.reveal());
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", global.text("area-created", &[("name", name.into())]))?;
        writeln!(
            out,
            "{}",
            global.text("area-link", &[("name", administrator.into()), ("address", (&address).into())])
        )?;
        app.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// The least that an area can begin with.
fn outline(name: &str, administrator: &str, login: &str, global: &Global) -> AreaOutline {
    let key = "area".to_owned();
    let body =
        BodyOutline { key: key.clone(), kind: "ambit".to_owned(), name: name.to_owned(), ..BodyOutline::default() };
    let person = PersonOutline { name: administrator.to_owned(), login: login.to_owned(), ..PersonOutline::default() };
    let from = jiff::Zoned::now().date().to_string();
    let position = PositionOutline {
        body: key,
        title: global.text("area-administrator-title", &[]),
        role: vec![RoleOutline { role: "administrator".to_owned(), reach: "subtree".to_owned() }],
        held: vec![HeldOutline { by: login.trim().to_lowercase(), from, to: String::new() }],
    };
    AreaOutline {
        name: name.to_owned(),
        settings: std::collections::BTreeMap::new(),
        body: vec![body],
        person: vec![person],
        position: vec![position],
    }
}
