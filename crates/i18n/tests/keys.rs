// SPDX-License-Identifier: AGPL-3.0-or-later
//! The catalogues and the code name the same keys, with the same arguments.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// All files of the Italian catalogue.
fn italian() -> String {
    ambito_i18n::sources(ambito_i18n::Language::Italian).concat()
}

/// All files of the English catalogue.
fn english() -> String {
    ambito_i18n::sources(ambito_i18n::Language::English).concat()
}

/// What stands before the key of a message in the code.
const KEY_MARKS: [&str; 8] = [
    ".text(\"",
    "Words::new(\"",
    "Label::key(\"",
    "find_text(\"",
    " help = \"",
    "about = \"",
    "after_help = \"",
    "value_name = \"",
];

/// The arguments of each message.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if !line.starts_with([' ', '}']) {
            let name = line.split_once(" =").expect("a line of a catalogue begins a message, or is indented").0;
            assert!(!messages.contains_key(name), "{name} stands twice");
            key = name.to_owned();
        }
        let arguments = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_')).collect()
        });
        messages.entry(key.clone()).or_default().extend(arguments);
    }
    messages
}

/// All sources of the workspace.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for room in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap() {
        let folder = room.unwrap().path().join("src");
        if folder.is_dir() {
            collect(&folder, "rs", &mut found);
        }
    }
    found
}

/// The files of a kind in a folder.
fn collect(folder: &Path, extension: &str, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|own| own == extension) {
            let text = std::fs::read_to_string(&path).unwrap();
            // Tests name keys on purpose wrongly.
            found.push((path, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()));
        }
    }
}

/// All templates of pages.
fn templates() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/templates"), "html", &mut found);
    assert!(!found.is_empty(), "the templates are elsewhere");
    found
}

/// The calls `t("key", name=value)` of a template: key and names of arguments.
fn calls(template: &str) -> Vec<(&str, BTreeSet<String>)> {
    let is_word = |char: char| char.is_alphanumeric() || char == '_';
    let mut found = Vec::new();
    for (at, _) in template.match_indices("t(").filter(|(at, _)| !template[..*at].ends_with(is_word)) {
        let rest = template[at + 2..].trim_start();
        let Some(quote) = rest.chars().next().filter(|char| matches!(char, '"' | '\'')) else { continue };
        let (key, rest) = rest[1..].split_once(quote).expect("a literal ends");
        found.push((key, names(rest)));
    }
    found
}

/// The names of arguments up to the parenthesis that ends the call: `, count=wrong|length)`.
fn names(rest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let (mut depth, mut quote, mut word) = (0, None, String::new());
    for char in rest.chars() {
        match (char, quote) {
            (_, Some(open)) if char == open => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) => quote = Some(char),
            ('(' | '[' | '{', None) => depth += 1,
            (')' | ']' | '}', None) if depth == 0 => break,
            (')' | ']' | '}', None) => depth -= 1,
            ('=', None) if depth == 0 && !word.is_empty() => {
                names.insert(std::mem::take(&mut word));
            }
            (_, None) if char.is_alphanumeric() || char == '_' => word.push(char),
            (' ', None) => {}
            _ => word.clear(),
        }
        if char == ',' {
            word.clear();
        }
    }
    names
}

/// Whether a text has the form of a key.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(messages(&italian()), messages(&english()));
}

#[test]
fn both_catalogues_are_well_formed() {
    for source in [italian(), english()] {
        let resource = fluent_bundle::FluentResource::try_new(source);
        assert!(resource.is_ok(), "{:?}", resource.err().map(|(_, errors)| errors));
    }
}

#[test]
fn every_key_in_the_code_exists() {
    let messages = messages(&italian());
    for (path, source) in sources() {
        for mark in KEY_MARKS {
            for rest in source.split(mark).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                assert!(!is_key(key) || messages.contains_key(key), "{}: {key}", path.display());
            }
        }
    }
}

#[test]
fn every_key_in_a_template_exists_and_has_its_arguments() {
    let messages = messages(&italian());
    let mut checked = 0;
    for (path, template) in templates() {
        for (key, given) in calls(&template) {
            assert_eq!(messages.get(key), Some(&given), "{}: {key}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked} calls");
}

#[test]
fn calls_in_templates_are_read() {
    let check = |template: &str, key: &str, expected: &[&str]| {
        let names: BTreeSet<String> = expected.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(calls(template), [(key, names)], "{template}");
    };
    check("{{ t('web-skip') }}", "web-skip", &[]);
    check("{{ count(x) }}{{ t(\"a-b\", count=wrong|length, name=f(x, y=1)) }}", "a-b", &["count", "name"]);
    check("{{ t(\"a-b\", name=say(label)|default(\"a=b\")) }} c=d", "a-b", &["name"]);
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut beginnings: BTreeSet<&str> = BTreeSet::new();
    let templates = templates();
    used.extend(templates.iter().flat_map(|(_, template)| calls(template)).map(|(key, _)| key));
    for literal in sources.iter().flat_map(|(_, source)| source.split('"')) {
        match literal.split_once('{') {
            // `format!("note-{}", …)`
            Some((beginning, _)) if beginning.len() > 2 && beginning.ends_with('-') => {
                beginnings.insert(beginning);
            }
            _ => {
                used.insert(literal);
            }
        }
    }
    let unused: Vec<String> = messages(&italian())
        .into_keys()
        .filter(|key| !used.contains(key.as_str()) && !beginnings.iter().any(|beginning| key.starts_with(beginning)))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_argument_is_given() {
    let messages = messages(&italian());
    let mut checked = 0;
    for (path, source) in sources() {
        for rest in source.split(".text(\"").skip(1) {
            let (key, rest) = rest.split_once('"').expect("a literal ends");
            // Arguments that are written out; those that come in a variable are for the snapshots to show.
            let Some(list) = rest.strip_prefix(", &[").and_then(|rest| rest.split_once(']')) else { continue };
            let names = list.0.split("(\"").skip(1).filter_map(|rest| rest.split_once("\", ")).map(|(name, _)| name);
            let given: BTreeSet<String> =
                names.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase())).map(str::to_owned).collect();
            let Some(wanted) = messages.get(key) else { continue };
            assert_eq!(*wanted, given, "{}: {key}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked} calls");
}

#[test]
fn every_recorded_act_has_words() {
    let messages = messages(&italian());
    let mut found = 0;
    for (path, source) in sources() {
        // `Change::new(Kind::Write, "body.save")`, and the words that such a call is given in a variable.
        for rest in source.split("Change::new(").skip(1) {
            let argument = rest.split_once(", ").map_or("", |(_, rest)| rest.trim_start());
            let Some(act) = argument.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            let key = format!("audit-act-{}", act.replace('.', "-"));
            assert!(messages.contains_key(&key), "{}: {act} has no {key}", path.display());
            found += 1;
        }
    }
    assert!(found > 20, "{found} acts");
}
