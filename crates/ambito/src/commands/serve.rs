// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito serve`: the office, on this machine.

use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use crate::worker::{Files, Worker};
use ambito_web::{Before, Options, Server};
use anyhow::Context as _;
use std::io::Write as _;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Where, and for whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The address to listen at.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "value-address", help = "help-serve-listen")]
    listen: String,
    /// The address that people use.
    #[arg(long, value_name = "value-url", help = "help-serve-url")]
    url: Option<String>,
    /// The administration's own provider of identity.
    #[arg(long, value_name = "value-file", help = "help-serve-oidc")]
    oidc: Option<PathBuf>,
    /// A proxy stands before the server.
    #[arg(long, help = "help-serve-proxy")]
    behind_proxy: bool,
}

/// Serves until it is stopped.
///
/// # Errors
/// Where the database cannot be opened or the address is taken.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { database, listen, url, oidc, behind_proxy } = args;
    let place = listen.to_socket_addrs().ok().and_then(|mut places| places.next());
    let place = place.ok_or_else(|| refusal("SRV001", "serve-address-wrong", listen, global))?;
    // Behind a proxy, and for other computers, people come by https: cookies must know it, and say so to browsers.
    let is_https = url.as_ref().is_some_and(|url| url.starts_with("https://"));
    if (!place.ip().is_loopback() || *behind_proxy) && !is_https {
        return Err(refusal("SRV003", "serve-open", listen, global).into());
    }
    let address = database::address(&database.database, global)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("tokio")?;
    runtime.block_on(async {
        let db = database::open(&address, global).await?;
        let app = database::app(db.clone()).with_reader(Arc::new(Files::new()));
        let listener = tokio::net::TcpListener::bind(place).await;
        let listener = listener.map_err(|_| refusal("SRV002", "serve-address-taken", listen, global))?;
        let local = listener.local_addr().unwrap_or(place);
        let url = url.clone().unwrap_or_else(|| format!("http://{local}"));
        let before = if *behind_proxy { Before::Proxy } else { Before::Nobody };
        let options = Options { url: url.trim_end_matches('/').to_owned(), before, log };
        let is_empty = app.list_areas().await?.is_empty();
        let server = with_oidc(Server::new(app.clone(), options)?, oidc.as_deref(), &url, global)?;
        let worker = Worker::start(app).await?;
        announce(&url, &address.shown(), local, is_empty, global)?;
        let served = server.serve(listener, stopped()).await.context("the server");
        worker.stop().await;
        served?;
        db.close().await;
        global.tell_line(&global.text("serve-stopped", &[]));
        anyhow::Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The server, where staff may come in through the provider of a file as well.
#[cfg(feature = "oidc")]
fn with_oidc(server: Server, path: Option<&Path>, url: &str, global: &Global) -> anyhow::Result<Server> {
    use ambito_web::oidc::{Config, Provider};
    let Some(path) = path else { return Ok(server) };
    let provider = Config::open(path, |path| std::fs::read(path))
        .and_then(|config| Provider::new(config, url))
        .map_err(|error| {
            let reason = error.to_string();
            let finding = error_finding("SRV004", global.text("serve-oidc-wrong", &[("reason", (&reason).into())]));
            Refusal(vec![finding.hint(global.text("serve-oidc-hint", &[]))])
        })?;
    Ok(server.with_oidc(provider))
}

/// The server as it is: without the feature `oidc` nobody comes in through a provider, and a file for one is refused.
#[cfg(not(feature = "oidc"))]
fn with_oidc(server: Server, path: Option<&Path>, _: &str, global: &Global) -> anyhow::Result<Server> {
    if path.is_none() {
        return Ok(server);
    }
    let finding = error_finding("SRV004", global.text("serve-oidc-absent", &[]));
    Err(Refusal(vec![finding.hint(global.text("serve-oidc-absent-hint", &[]))]).into())
}

/// Says where the office is: on standard output, so that another program can wait for it.
fn announce(url: &str, shown: &str, local: SocketAddr, is_empty: bool, global: &Global) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let place = local.to_string();
    writeln!(out, "{}", global.text("serve-ready", &[("url", url.into())]))?;
    out.flush()?;
    global.tell_line(&global.text("serve-database", &[("database", shown.into()), ("place", (&place).into())]));
    if is_empty {
        global.tell_line(&global.text("serve-empty", &[]));
    }
    Ok(())
}

/// Until somebody presses Ctrl-C, or the system asks for an end.
async fn stopped() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}

/// A line for who keeps the machine.
pub fn log(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", ambito_findings::printable(line));
}

fn refusal(code: &'static str, key: &str, listen: &str, global: &Global) -> Refusal {
    let finding = error_finding(code, global.text(key, &[("address", listen.into())]));
    Refusal(vec![finding.hint(global.text("serve-address-hint", &[]))])
}
