// SPDX-License-Identifier: AGPL-3.0-or-later
//! A real provider of identity, in Node, on this machine: started by a test, ended with it.
//!
//! Invariant: what it needs is installed once, into the target folder, as its lock file says. Where that cannot be done
//! the test fails and says so.

use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Where the server of the test is said to be, to which a browser is sent back.
pub const URL: &str = "http://localhost";
/// The secret that both know.
const SECRET: &str = "un segreto lungo quanto serve per essere una chiave";
/// What npm reads.
const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// A provider.
pub struct Provider {
    child: Child,
    pub issuer: String,
}

impl Provider {
    /// Starts one whose clock says what the test's says.
    pub fn start(seconds: i64) -> Self {
        let script = installed();
        let mut node = Command::new("node");
        node.arg(script).args([seconds.to_string(), format!("{URL}/login/oidc/callback"), SECRET.to_owned()]);
        let mut child = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Node.js is needed");
        let mut issuer = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut issuer).unwrap();
        assert!(issuer.starts_with("http://127.0.0.1:"), "the provider did not start: {issuer}");
        Self { child, issuer: issuer.trim().to_owned() }
    }

    /// What Ambito is told of it; `more` stands before the rest and `level` is what it requires.
    pub fn config(&self, acr: &[&str], more: &str) -> String {
        format!(
            "issuer = \"{}\"\nclient_id = \"ambito\"\nclient_secret = \"{SECRET}\"\nscopes = [\"profile\", \"email\"]\n\
             acr = {acr:?}\n{more}\n[name]\nit = \"Entra con il portale di Valdoro\"\nen = \"Enter through Valdoro\"\n",
            self.issuer
        )
    }

    /// Spoils the tokens that it gives from now on.
    pub fn change(&self, what: &str) {
        Visit::default().get(&format!("{}/change?what={what}", self.issuer));
    }

    /// What somebody does there who is sent to an address: the path that they are sent back to.
    pub fn pass(&self, url: &str, who: &str) -> String {
        let mut visit = Visit::default();
        let asked = visit.get(url);
        assert!(asked.starts_with("/interaction/"), "{url}: {asked}");
        let mut next = visit.get(&format!("{}{asked}?{who}", self.issuer));
        while !next.starts_with(&format!("{URL}/")) {
            assert!(next.starts_with(&self.issuer), "{who} ends at {next}");
            next = visit.get(&next);
        }
        next.split_off(URL.len())
    }

    /// Ends it.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A browser before the provider: it keeps cookies.
#[derive(Default)]
struct Visit(BTreeMap<String, String>);

impl Visit {
    /// Where an address leads on to.
    fn get(&mut self, url: &str) -> String {
        let rest = url.strip_prefix("http://").unwrap();
        let (place, path) = rest.split_once('/').unwrap();
        let cookies: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut stream = TcpStream::connect(place).unwrap();
        let cookies = cookies.join("; ");
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: {place}\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let mut location = String::new();
        for line in answer.split("\r\n").take_while(|line| !line.is_empty()) {
            let Some((name, value)) = line.split_once(": ") else { continue };
            match name.to_ascii_lowercase().as_str() {
                "location" => value.clone_into(&mut location),
                "set-cookie" => {
                    let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
                    self.0.insert(name.to_owned(), value.to_owned());
                }
                _ => {}
            }
        }
        location
    }
}

/// The script beside what it needs, which is fetched once.
fn installed() -> PathBuf {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(target).unwrap();
    // Tests run in processes of their own: one installs, the others wait.
    let lock = File::create(target.join("provider.lock")).unwrap();
    lock.lock().unwrap();
    let kept = target.join(format!("provider-{}", digest(&fs::read(sources.join(MANIFESTS[1])).unwrap())));
    if !kept.join("node_modules").is_dir() {
        fs::create_dir_all(&kept).unwrap();
        for name in MANIFESTS {
            fs::copy(sources.join(name), kept.join(name)).unwrap();
        }
        let mut npm = Command::new("npm");
        npm.current_dir(&kept).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        let done = npm.status().expect("Node.js with npm is needed").success();
        assert!(done, "the provider of the tests needs Node.js with npm, and the network once");
    }
    let text = fs::read(sources.join("provider.js")).unwrap();
    let script = kept.join(format!("{}.js", digest(&text)));
    if !script.exists() {
        fs::write(&script, text).unwrap();
    }
    script
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
