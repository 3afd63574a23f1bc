// SPDX-License-Identifier: AGPL-3.0-or-later
//! The language of a request: what the address asks for, else what was chosen before, else what the browser prefers.

use super::context::cookie;
use ambito_i18n::Language;
use axum::http::{HeaderMap, Uri, header};

/// The cookie that remembers the choice.
pub const COOKIE: &str = "lang";

/// The language, and whether the address asks for it (then it is remembered).
pub fn of(uri: &Uri, headers: &HeaderMap) -> (Language, Option<Language>) {
    let asked = uri.query().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("lang="));
    let asked = asked.and_then(Language::from_word);
    let chosen = || cookie(headers, COOKIE).and_then(|word| Language::from_word(&word));
    (asked.or_else(chosen).unwrap_or_else(|| preferred(headers)), asked)
}

/// Italian, unless the browser names English and does not name Italian before it.
fn preferred(headers: &HeaderMap) -> Language {
    let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(',').find_map(|part| Language::from_word(part.trim().get(..2)?)).unwrap_or(Language::Italian)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn italian_unless_somebody_says_english() {
        let check = |uri: &'static str, cookie: &'static str, browser: &'static str, expected: Language| {
            let headers = HeaderMap::from_iter([
                (header::COOKIE, HeaderValue::from_static(cookie)),
                (header::ACCEPT_LANGUAGE, HeaderValue::from_static(browser)),
            ]);
            assert_eq!(of(&Uri::from_static(uri), &headers).0, expected, "{uri} {cookie} {browser}");
        };
        check("/", "", "", Language::Italian);
        check("/", "", "de-DE,en;q=0.8", Language::English);
        check("/", "", "it-IT,en;q=0.8", Language::Italian);
        check("/", "a=b; lang=en", "it", Language::English);
        check("/?x=1&lang=it", "lang=en", "en", Language::Italian);
        check("/?lang=xx", "", "", Language::Italian);
    }
}
