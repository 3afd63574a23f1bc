// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a server is set up.

/// What the server has to know of its surroundings.
#[derive(Clone)]
pub struct Options {
    /// The address people use, without a slash at the end: `https://ambito.example.org`.
    pub url: String,
    /// Who stands before the server.
    pub before: Before,
    /// Where a line goes that only who keeps the machine may see.
    pub log: fn(&str),
}

/// Who stands between browsers and the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Nobody: the address of a request is the browser's.
    Nobody,
    /// A proxy that ends TLS and says in `X-Forwarded-For`, at its end, who asked.
    Proxy,
}

impl Options {
    /// Whether browsers come by TLS, so that cookies may ask for it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.url.starts_with("https://")
    }
}
