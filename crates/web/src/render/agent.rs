// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person would call the program that they came in with: «Firefox su Windows», of what programs say of themselves.
//!
//! Deliberately absent: versions and a table of all programs; what is not known is shown as it was said.

use ambito_i18n::Catalogue;

/// What a program says of itself and what people call it; the first that fits, because later ones pretend to be earlier ones.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chrome"),
    ("Safari/", "Safari"),
];
/// The same for systems.
const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];
/// The most letters that are shown of a program that is not known.
const UNKNOWN_LETTERS_MOST: usize = 60;

/// The name of a program in a language.
pub fn name(said: &str, catalogue: &Catalogue) -> String {
    let find =
        |table: &[(&str, &'static str)]| table.iter().find(|(mark, _)| said.contains(mark)).map(|(_, name)| *name);
    match (find(BROWSERS), find(SYSTEMS)) {
        (Some(browser), Some(system)) => {
            catalogue.text("web-agent", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(browser), None) => browser.to_owned(),
        _ => said.chars().take(UNKNOWN_LETTERS_MOST).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_i18n::Language;

    #[test]
    fn programs_have_the_names_that_people_know() {
        let catalogue = Catalogue::new(Language::Italian);
        let check = |said: &str, expected: &str| assert_eq!(name(said, &catalogue), expected);
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
        check(chrome, "Chrome su Linux");
        check(&format!("{} Edg/156.0", chrome.replace("X11; Linux x86_64", "Windows NT 10.0")), "Edge su Windows");
        check("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox su Mac");
        check("curl/8.1", "curl/8.1");
        check(&"x".repeat(100), &"x".repeat(60));
        check("", "");
    }
}
