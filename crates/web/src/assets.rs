// SPDX-License-Identifier: AGPL-3.0-or-later
//! The files for browsers: styles, fonts, icons, scripts, all inside the program.
//!
//! Invariants: an address names the version of all files (`/static/<digest>/<name>`), so that what a browser keeps is
//! never out of date and is never asked for twice; no file comes from elsewhere. The files of a version refer to each
//! other by name alone. Deliberately absent: files of an office (its logo), which would be data.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file for browsers.
#[derive(Debug)]
pub struct Asset {
    /// What it is called.
    pub name: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
    /// The same compressed, where that is worth it.
    pub gzip: Option<&'static [u8]>,
}

/// The version of all files together.
pub const DIGEST: &str = env!("AMBITO_ASSETS_DIGEST");
/// The route of the files.
pub const ROUTE: &str = "/static/{digest}/{name}";
/// What browsers and those between are told to keep for good.
const KEEP: &str = "public, max-age=31536000, immutable";

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Every file.
#[must_use]
pub fn assets() -> &'static [Asset] {
    ASSETS
}

/// The file of a name.
#[must_use]
pub fn find_asset(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// The address of the file of a name.
#[must_use]
pub fn find_href(name: &str) -> Option<String> {
    find_asset(name).map(|asset| format!("/static/{DIGEST}/{}", asset.name))
}

/// Answers with a file. A page of an older version gets the file as it is now, and is told not to keep it.
pub async fn serve(Path((digest, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(asset) = find_asset(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if digest == DIGEST { KEEP } else { "no-cache" };
    let answer = |bytes: &'static [u8], more: &[(HeaderName, &'static str)]| {
        let mut response = bytes.into_response();
        let own = [(header::CONTENT_TYPE, asset.content_type), (header::CACHE_CONTROL, keep)];
        for (name, value) in own.iter().chain(&[(header::VARY, "accept-encoding")]).chain(more) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    };
    match asset.gzip {
        Some(packed) if takes_gzip(&headers) => answer(packed, &[(header::CONTENT_ENCODING, "gzip")]),
        _ => answer(asset.bytes, &[]),
    }
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let said = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(',').any(|part| {
        let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
        coding.trim() == "gzip" && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_name_only_files_that_are_there() {
        for asset in assets().iter().filter(|asset| asset.content_type.starts_with("text/css")) {
            let text = String::from_utf8_lossy(asset.bytes);
            for reference in text.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
                let name = reference.trim_matches(['"', '\'', ' ']);
                assert!(name.starts_with("data:") || find_asset(name).is_some(), "{}: {name}", asset.name);
            }
            assert!(!text.contains("@import"), "{}", asset.name);
        }
    }

    #[test]
    fn what_a_browser_takes_is_read_from_its_words() {
        let check = |said: &'static str, expected: bool| {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(said))]);
            assert_eq!(takes_gzip(&headers), expected, "{said}");
        };
        check("gzip, deflate, br", true);
        check("br;q=1.0, gzip;q=0.8", true);
        check("gzip;q=0", false);
        check("br", false);
        check("", false);
    }

    #[test]
    fn addresses_name_the_version() {
        assert_eq!(find_href("ambito.css").unwrap(), format!("/static/{DIGEST}/ambito.css"));
        assert_eq!(find_href("missing.css"), None);
    }
}
