// SPDX-License-Identifier: AGPL-3.0-or-later
//! The servers that are compared, each started on a port of its own and stopped with what holds it.

use super::http::Visitor;
use super::load::Target;
use crate::{clock, house, shell};
use anyhow::{Context, Result, bail};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The longest that a server may take to answer for the first time.
const START_SECONDS_MAX: u64 = 60;
/// How often it is tried.
const TRY_MILLISECONDS: u64 = 50;
/// The processes of gunicorn, by its own advice of twice the cores and one more, and the threads of each.
const GUNICORN: [&str; 6] = ["--worker-class", "gthread", "--workers", "5", "--threads", "4"];
/// Who looks: somebody who may see everything on the page.
const LOGIN: &str = "direzione";
/// Where the Django project is.
const DJANGO: &str = "xtask/src/bench/web/django";

/// A server that runs.
pub struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts a program that listens at the port that it is given.
    fn start(make: impl FnOnce(u16) -> Command) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = make(port);
        let name = shell::describe(&command);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.spawn().with_context(|| format!("`{name}` cannot be started"))?;
        let mut server = Self { child, port };
        let start = clock::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = server.child.try_wait()? {
                bail!("`{name}` ended ({status})");
            }
            if start.elapsed() > Duration::from_secs(START_SECONDS_MAX) {
                bail!("`{name}` does not listen");
            }
            std::thread::sleep(Duration::from_millis(TRY_MILLISECONDS));
        }
        Ok(server)
    }

    /// The office, behind a proxy that is not there: the load says where each request would come from.
    pub fn ambito(program: &Path, database: &str) -> Result<Self> {
        Self::start(|port| {
            let mut command = house::ambito(program);
            let url = ["--url", "https://ufficio.example", "--behind-proxy"];
            command.args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--database", database]).args(url);
            command
        })
    }

    /// The server that gives one row.
    pub fn bare(program: &Path, database: &str, page: &str) -> Result<Self> {
        let parts: Vec<&str> = page.split('/').collect();
        let ["", "plans", plan, "nodes", node] = parts.as_slice() else { bail!("{page} is no page of a node") };
        Self::start(|port| {
            let mut command = shell::command(program);
            command.args([database, &format!("127.0.0.1:{port}"), plan, node]);
            command
        })
    }

    /// The same page in Django.
    pub fn django(python: &Path, database: &str) -> Result<Self> {
        Self::start(|port| {
            let mut command = django(python, database);
            command.args(["-m", "gunicorn", "--bind", &format!("127.0.0.1:{port}"), "--log-level", "error"]);
            command.args(GUNICORN).arg("ufficio.wsgi");
            command
        })
    }

    /// A visitor who signed in to the office.
    pub fn visitor(&self) -> Result<Visitor> {
        let mut visitor = Visitor::new(self.port);
        visitor.sign_in(LOGIN, &format!("valdoro {LOGIN} 2027"))?;
        Ok(visitor)
    }

    /// One address of it.
    pub fn target(&self, path: &str, cookie: &str) -> Target {
        Target { url: format!("http://127.0.0.1:{}{path}", self.port), cookie: cookie.to_owned() }
    }

    /// How much memory it holds now, in kB, as Linux counts it.
    pub fn memory_kb(&self) -> Result<u64> {
        let path = PathBuf::from(format!("/proc/{}/status", self.child.id()));
        let status = std::fs::read_to_string(&path).context("the server's memory cannot be read")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("there is no VmRSS")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // gunicorn ends its workers when it is asked to end, and not when it is killed.
        let asked = shell::succeeds(shell::command("kill").arg(self.child.id().to_string()));
        if !asked {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// Makes Django's own tables in a database and gives the cookie of a session.
pub fn seed_django(python: &Path, database: &str) -> Result<String> {
    let key = shell::capture(django(python, database).arg("seed.py"))?;
    Ok(format!("sessionid={}", key.trim()))
}

fn django(python: &Path, database: &str) -> Command {
    let mut command = shell::command(python);
    command.current_dir(house::root().join(DJANGO)).env("BENCH_DATABASE", database);
    // The project's folder stays as it is.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command
}
