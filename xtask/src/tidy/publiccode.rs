// SPDX-License-Identifier: AGPL-3.0-or-later
//! `publiccode.yml` against version 0.7 of its standard: the keys that must be there, the words that may be said, the
//! form of links, dates and lengths. The standard is enforced by the Italian catalogue of public software, which
//! cannot be asked from here; this is its text as rules.
//!
//! Deliberately absent: the sections of single countries, which 0.7 deprecates.

use super::{Fault, House};
use anyhow::{Context, Result};
use yaml_rust2::{Yaml, YamlLoader};

const FILE: &str = "publiccode.yml";
const TOP_KEYS: &[&str] = &[
    "publiccodeYmlVersion",
    "name",
    "applicationSuite",
    "url",
    "landingURL",
    "isBasedOn",
    "softwareVersion",
    "releaseDate",
    "logo",
    "platforms",
    "categories",
    "usedBy",
    "fundedBy",
    "roadmap",
    "developmentStatus",
    "softwareType",
    "supports",
    "organisation",
    "intendedAudience",
    "description",
    "legal",
    "maintenance",
    "localisation",
    "dependsOn",
];
const STATUSES: &[&str] = &["concept", "development", "beta", "stable", "obsolete"];
const TYPES: &[&str] = &[
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
];
const MAINTENANCE: &[&str] = &["internal", "contract", "community", "none"];
/// The aliases that `supports` knows.
const ALIASES: &[&str] = &["gdpr", "eidas", "nis2", "cra", "spid", "cie", "anpr", "pagopa", "io"];
/// The categories of the standard that this program could have; another is a line here after a look at its list.
const CATEGORIES: &[&str] = &[
    "accounting",
    "budgeting",
    "data-analytics",
    "data-collection",
    "document-management",
    "financial-reporting",
    "grant-management",
    "project-management",
    "regulations-and-directives",
    "resource-management",
    "workflow-management",
];
const SCOPES: &[&str] = &["government", "healthcare", "local-authorities", "society", "welfare"];
const LANGUAGES: &[&str] = &["it", "en"];
const SHORT_CHARS_MAX: usize = 150;
const LONG_CHARS_MIN: usize = 150;
const LONG_CHARS_MAX: usize = 10_000;

/// The file keeps to the standard.
pub fn is_valid(house: &House) -> Result<Vec<Fault>> {
    let file = house.file(FILE).context("publiccode.yml is missing")?;
    Ok(faults(&file.text).into_iter().map(|message| Fault::error(FILE, message)).collect())
}

/// What is wrong with the file, one sentence each.
fn faults(text: &str) -> Vec<String> {
    let documents = match YamlLoader::load_from_str(text) {
        Ok(documents) => documents,
        Err(error) => return vec![format!("is no YAML: {error}")],
    };
    let Some(root) = documents.first() else { return vec!["is empty".to_owned()] };
    let mut check = Check { faults: Vec::new() };
    check.top(root);
    check.descriptions(root);
    check.maintenance(root);
    check.lists(root);
    check.faults
}

/// The faults found so far.
struct Check {
    faults: Vec<String>,
}

impl Check {
    fn say(&mut self, message: impl Into<String>) {
        self.faults.push(message.into());
    }

    fn top(&mut self, root: &Yaml) {
        for (key, _) in root.as_hash().into_iter().flatten() {
            let key = key.as_str().unwrap_or_default();
            if !TOP_KEYS.contains(&key) {
                self.say(format!("`{key}` is no key of 0.7 (sections of countries are deprecated: use `supports`)"));
            }
        }
        if root["publiccodeYmlVersion"].as_str() != Some("0.7") {
            self.say("`publiccodeYmlVersion` must be the text \"0.7\"");
        }
        self.text(root, &["name"]);
        self.link(root, &["url"]);
        if !root["landingURL"].is_badvalue() {
            self.link(root, &["landingURL"]);
        }
        if root["platforms"].as_vec().is_none_or(Vec::is_empty) {
            self.say("`platforms` must be a list with at least one entry");
        }
        self.one_of(root, &["developmentStatus"], STATUSES);
        self.one_of(root, &["softwareType"], TYPES);
        if !root["releaseDate"].is_badvalue() && !root["releaseDate"].as_str().is_some_and(is_date) {
            self.say("`releaseDate` must have the form YYYY-MM-DD");
        }
        self.one_of(root, &["legal", "license"], &["AGPL-3.0-or-later"]);
        if root["localisation"]["localisationReady"].as_bool().is_none() {
            self.say("`localisation/localisationReady` must be true or false");
        }
        let languages = texts(&root["localisation"]["availableLanguages"]);
        if languages != LANGUAGES {
            self.say(format!("`localisation/availableLanguages` must be {LANGUAGES:?}"));
        }
        if !root["organisation"].is_badvalue() {
            self.text(root, &["organisation", "uri"]);
        }
    }

    fn descriptions(&mut self, root: &Yaml) {
        for language in LANGUAGES {
            let description = &root["description"][*language];
            let length = |key: &str| description[key].as_str().map_or(0, |text| text.trim().chars().count());
            if !(1..=SHORT_CHARS_MAX).contains(&length("shortDescription")) {
                self.say(format!("`description/{language}/shortDescription` must have 1–{SHORT_CHARS_MAX} characters"));
            }
            if !(LONG_CHARS_MIN..=LONG_CHARS_MAX).contains(&length("longDescription")) {
                let limits = format!("{LONG_CHARS_MIN}–{LONG_CHARS_MAX} characters");
                self.say(format!("`description/{language}/longDescription` must have {limits}"));
            }
            if texts(&description["features"]).is_empty() {
                self.say(format!("`description/{language}/features` must list at least one feature"));
            }
        }
    }

    fn maintenance(&mut self, root: &Yaml) {
        self.one_of(root, &["maintenance", "type"], MAINTENANCE);
        let maintenance = &root["maintenance"];
        let kind = maintenance["type"].as_str().unwrap_or_default();
        let contacts = maintenance["contacts"].as_vec();
        if matches!(kind, "internal" | "community") && contacts.is_none_or(Vec::is_empty) {
            self.say(format!("`maintenance/contacts` must name a person where the type is {kind}"));
        }
        for contact in contacts.into_iter().flatten() {
            self.text(contact, &["name"]);
        }
        let contractors = maintenance["contractors"].as_vec();
        if (kind == "contract") != contractors.is_some() {
            self.say("`maintenance/contractors` is there where the type is contract, and only there");
        }
        for contractor in contractors.into_iter().flatten() {
            self.text(contractor, &["name"]);
            if !contractor["until"].as_str().is_some_and(is_date) {
                self.say("`until` of a contractor must have the form YYYY-MM-DD");
            }
        }
    }

    fn lists(&mut self, root: &Yaml) {
        for category in texts(&root["categories"]).iter().filter(|word| !CATEGORIES.contains(word)) {
            self.say(format!("`{category}` is no known category"));
        }
        for scope in texts(&root["intendedAudience"]["scope"]).iter().filter(|word| !SCOPES.contains(word)) {
            self.say(format!("`{scope}` is no known scope"));
        }
        for country in texts(&root["intendedAudience"]["countries"]) {
            if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
                self.say(format!("`{country}` is no country code of two capitals"));
            }
        }
        for item in root["supports"].as_vec().into_iter().flatten() {
            let id = item["id"].as_str().unwrap_or_default();
            let known = id.strip_prefix("alias:").map_or(is_uri(id), |alias| ALIASES.contains(&alias));
            if !known {
                self.say(format!("`supports` names `{id}`, which is neither a known alias nor a URI"));
            }
        }
    }

    fn text(&mut self, from: &Yaml, path: &[&str]) {
        if at(from, path).as_str().is_none_or(|text| text.trim().is_empty()) {
            self.say(format!("`{}` must be a text", path.join("/")));
        }
    }

    fn link(&mut self, from: &Yaml, path: &[&str]) {
        if !at(from, path).as_str().is_some_and(is_link) {
            self.say(format!("`{}` must be a link that begins with https:// and names a host", path.join("/")));
        }
    }

    fn one_of(&mut self, from: &Yaml, path: &[&str], allowed: &[&str]) {
        if !at(from, path).as_str().is_some_and(|word| allowed.contains(&word)) {
            self.say(format!("`{}` must be one of {}", path.join("/"), allowed.join(", ")));
        }
    }
}

fn at<'a>(from: &'a Yaml, path: &[&str]) -> &'a Yaml {
    path.iter().fold(from, |yaml, key| &yaml[*key])
}

fn texts(list: &Yaml) -> Vec<&str> {
    list.as_vec().into_iter().flatten().filter_map(Yaml::as_str).collect()
}

fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host.contains('.') && !host.starts_with('.') && !host.ends_with('.'))
        && !text.contains(char::is_whitespace)
}

fn is_uri(text: &str) -> bool {
    is_link(text) || (text.starts_with("urn:") && text.len() > 4 && !text.contains(char::is_whitespace))
}

fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| text[range].parse::<u32>().unwrap_or(0);
    bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
        && (1..=12).contains(&digits(5..7))
        && (1..=31).contains(&digits(8..10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn committed() -> String {
        std::fs::read_to_string(crate::house::root().join(FILE)).unwrap()
    }

    #[test]
    fn the_committed_file_is_valid() {
        assert_eq!(faults(&committed()), Vec::<String>::new());
    }

    #[test]
    fn finds_what_breaks_the_standard() {
        let check = |before: &str, after: &str, word: &str| {
            let text = committed();
            assert!(text.contains(before), "{before:?} is not in the file");
            let found = faults(&text.replacen(before, after, 1));
            assert!(found.iter().any(|fault| fault.contains(word)), "{after:?}: {found:?}");
        };
        check("publiccodeYmlVersion: \"0.7\"", "publiccodeYmlVersion: \"0.2\"", "publiccodeYmlVersion");
        check("url: \"https://", "url: \"git@", "`url`");
        check("developmentStatus: development", "developmentStatus: alpha", "developmentStatus");
        check("softwareType: ", "softwareType: x", "softwareType");
        check("license: AGPL-3.0-or-later", "license: Secret", "license");
        check("legal:", "it:\n  countryExtensionVersion: \"1.0\"\nlegal:", "`it`");
        check("localisationReady: true", "localisationReady: maybe", "localisationReady");
        check("shortDescription: ", "shortDescriptio: ", "shortDescription");
        check("  - welfare", "  - wellness", "wellness");
        check("maintenance:", "maintenance: {}\nx:", "maintenance");
    }

    #[test]
    fn knows_dates_and_links() {
        let check = |text: &str, date: bool, link: bool| {
            assert_eq!((is_date(text), is_link(text)), (date, link), "{text}");
        };
        check("2027-01-31", true, false);
        check("2027-13-31", false, false);
        check("31/01/2027", false, false);
        check("https://example.org/x.git", false, true);
        check("https://", false, false);
        check("http://example.org", false, false);
    }
}
