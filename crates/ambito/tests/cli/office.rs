// SPDX-License-Identifier: AGPL-3.0-or-later
//! An office for a test: an area loaded, the server started, somebody signed in.

use crate::{ambito, run};
use ambito_app::signing::{Entry, Visitor};
use ambito_app::{App, Db};
use ambito_base::{Clock, Random, Timestamp};
use sqlx::SqlitePool;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;
use tokio::runtime::Runtime;

/// The area of Valdoro, as small as it can be.
pub(crate) const AREA: &str = r#"
name = "Valdoro"

[[body]]
key = "ambito"
kind = "ambit"
name = "Ambito di Valdoro"

[[body]]
key = "castelvento"
parent = "ambito"
kind = "municipality"
name = "Comune di Castelvento"
istat = "099001"

[[body]]
key = "roccabruna"
parent = "ambito"
kind = "municipality"
name = "Comune di Roccabruna"
istat = "099002"

[[person]]
name = "Ada Fabbri"
login = "ada"
password = "una frase di prova lunga"

[[person]]
name = "Bruno Sala"
login = "bruno"

[[position]]
body = "ambito"
title = "Nucleo di valutazione"
role = [{ role = "evaluator", reach = "subtree" }]
held = [{ by = "ada", from = "2020-01-01" }]

[[position]]
body = "ambito"
title = "Amministrazione del sistema"
role = [{ role = "administrator", reach = "subtree" }]
held = [{ by = "bruno", from = "2020-01-01" }]
"#;

/// How often a page is asked for that is refused because of too many questions.
const ASKED_MAX: usize = 10_000;

/// The time of the machine, and its chance.
struct Machine;

#[expect(clippy::disallowed_methods, reason = "who signs in here is looked for by a server that has the real time")]
impl Clock for Machine {
    fn now(&self) -> Timestamp {
        Timestamp::try_from(std::time::SystemTime::now()).unwrap()
    }
}

impl Random for Machine {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

/// A running office.
pub(crate) struct Office {
    server: Child,
    place: String,
    cookie: String,
    runtime: Runtime,
    pool: SqlitePool,
}

impl Office {
    /// Loads the area, starts the server, signs somebody in.
    pub(crate) fn begin(folder: &Path) -> Self {
        std::fs::write(folder.join("valdoro.toml"), AREA).unwrap();
        let loaded = run(folder, &["area", "load", "valdoro.toml"]);
        assert_eq!(loaded.code, Some(0), "{}", loaded.err);
        let mut server = ambito(folder, &["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        let place = ready.split("http://").nth(1).unwrap().trim();
        let place = place.trim_end_matches(|end: char| !end.is_ascii_digit()).to_owned();
        let runtime = Runtime::new().unwrap();
        let file = folder.join("ambito.db");
        let (cookie, pool) = runtime.block_on(async {
            let db = Db::open(&file.display().to_string().parse().unwrap()).await.unwrap();
            let app = App::new(db, Arc::new(Machine), Arc::new(Machine));
            let area = app.list_areas().await.unwrap()[0].id;
            let visitor = Visitor { address: "127.0.0.1".into(), agent: "test".into() };
            let entry = app.sign_in(area, "ada", "una frase di prova lunga", &visitor).await.unwrap();
            let Entry { key, .. } = entry;
            (key.reveal(), SqlitePool::connect(&format!("sqlite:{}", file.display())).await.unwrap())
        });
        Self { server, place, cookie: format!("ambito-session={cookie}"), runtime, pool }
    }

    /// A page, as a browser would get it; where we ask too often, once more.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut answers = std::iter::repeat_with(|| self.ask(path)).take(ASKED_MAX);
        let answer = answers.find(|answer| status(answer) != "429").unwrap();
        assert_eq!(status(&answer), "200", "{path}: {answer}");
        answer
    }

    fn ask(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.place).unwrap();
        let (host, cookie) = (&self.place, &self.cookie);
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    /// How many rows of a version a table has.
    pub(crate) fn count(&self, table: &str, plan: &str, version: i64) -> u64 {
        let text = format!("SELECT COUNT(*) FROM {table} WHERE lower(hex(plan)) = $1 AND version = $2");
        let query = sqlx::query_as::<_, (i64,)>(sqlx::AssertSqlSafe(text)).bind(plan.to_owned()).bind(version);
        u64::try_from(self.runtime.block_on(query.fetch_one(&self.pool)).unwrap().0).unwrap()
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// What stands on a page.
pub(crate) mod page {
    /// A page without the counts at its top.
    pub(crate) fn content(html: &str) -> String {
        html.split("<ul class=\"counts\">")
            .map(|part| part.split_once("</ul>").map_or(part, |(_, rest)| rest))
            .collect()
    }

    /// How many records of a kind a page says it has.
    pub(crate) fn section(html: &str, kind: &str) -> u64 {
        let mark = format!(" data-kind=\"{kind}\" data-count=\"");
        html.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap().parse::<u64>().unwrap()).sum()
    }
}
