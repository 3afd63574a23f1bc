// SPDX-License-Identifier: AGPL-3.0-or-later
//! A visitor with a few words of HTTP: enough to sign in to an office on the loopback and to look at a page.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// A browser of sorts: it keeps cookies.
pub struct Visitor {
    port: u16,
    cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub text: String,
}

impl Visitor {
    /// A visitor of the server at a port.
    pub fn new(port: u16) -> Self {
        Self { port, cookies: BTreeMap::new() }
    }

    /// The cookies, as a browser sends them.
    pub fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// Signs in to an office of Ambito.
    pub fn sign_in(&mut self, login: &str, password: &str) -> Result<()> {
        let page = self.ask("GET", "/login", "")?;
        let token = between(&page.text, "name=\"csrf\" value=\"", "\"").context("the page to sign in has no token")?;
        let form = format!("csrf={token}&login={login}&password={}", password.replace(' ', "+"));
        let answer = self.ask("POST", "/login", &form)?;
        if answer.status != 303 {
            bail!("signing in as {login} was answered with {}", answer.status);
        }
        Ok(())
    }

    /// Looks at a page that must be there.
    pub fn look(&mut self, path: &str) -> Result<String> {
        let answer = self.ask("GET", path, "")?;
        if answer.status != 200 {
            bail!("{path} was answered with {}", answer.status);
        }
        Ok(answer.text)
    }

    fn ask(&mut self, verb: &str, path: &str, form: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).context("the server does not answer")?;
        write!(
            stream,
            "{verb} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Forwarded-For: 10.1.0.1\r\n\
             Accept-Language: it\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            self.cookie(),
            form.len(),
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let said = String::from_utf8_lossy(&bytes);
        let (head, text) = said.split_once("\r\n\r\n").context("an answer without an end of its head")?;
        let status =
            head.split(' ').nth(1).and_then(|status| status.parse().ok()).context("an answer without status")?;
        for line in head.lines() {
            let Some((name, value)) = line.split_once(": ") else { continue };
            if !name.eq_ignore_ascii_case("set-cookie") {
                continue;
            }
            if let Some((key, value)) = value.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(key.to_owned(), value.to_owned());
            }
        }
        Ok(Answer { status, text: text.to_owned() })
    }
}

/// What stands between two marks, the first time.
pub fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(open)?;
    rest.split_once(close).map(|(found, _)| found)
}
