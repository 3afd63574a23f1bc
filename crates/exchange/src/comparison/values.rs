// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values of changes as people write them.

use super::words::{field, pinned_word};
use crate::people;
use ambito_domain::planning::comparison::{Change, FieldName, NamedValue, Value, WordRun, word_runs};
use ambito_i18n::{Catalogue, number};

/// From how many characters on a text is told by its changed words.
const LONG_CHARS: usize = 32;

/// How many unchanged words stand on each side of changed ones.
const CONTEXT_WORDS: usize = 4;

/// A value in one line; nothing for what is absent.
pub(super) fn shown(name: FieldName, value: &Value<'_>, catalogue: &Catalogue) -> String {
    let language = catalogue.language();
    match value {
        Value::Absent => String::new(),
        Value::Text(text) if name == FieldName::Reference => reference(text, catalogue),
        Value::Text(text) => people::one_line(text),
        Value::Code(text) | Value::Digits(text) | Value::Printed { raw: text, .. } => people::one_line(text),
        Value::Money(cents) => people::money(*cents, language),
        Value::Share(share) => people::share(*share, language),
        Value::Number(decimal) => number(&decimal.to_string(), language),
        Value::Percent(decimal) => format!("{}%", number(&decimal.to_string(), language)),
        Value::Date(date) => people::date(*date),
        Value::Word(word) => pinned_word(word, catalogue),
        Value::Flag(true) => catalogue.text("compare-yes", &[]),
        Value::Flag(false) => catalogue.text("compare-no", &[]),
    }
}

/// `uscita 41101/00` for `expense 41101/00`.
fn reference(text: &str, catalogue: &Catalogue) -> String {
    match text.split_once(' ') {
        Some((direction, rest)) => format!("{} {rest}", pinned_word(direction, catalogue)),
        None => text.to_owned(),
    }
}

/// The name of a value, with its column, source or year: `valore atteso 2027`, `fonte FNPS`.
pub(super) fn named(name: FieldName, part: Option<&str>, catalogue: &Catalogue) -> String {
    let name = field(name, catalogue);
    match part.map(people::one_line).filter(|part| !part.is_empty()) {
        Some(part) => format!("{name} «{part}»"),
        None => name,
    }
}

/// The difference of money with its sign: `+30.000,00`.
pub(super) fn difference(change: &Change<'_>, catalogue: &Catalogue) -> Option<String> {
    let difference = change.difference()?;
    let text = people::money(difference, catalogue.language());
    Some(if difference.cents() > 0 { format!("+{text}") } else { text })
}

/// What a record says that came or went, without what its label says already.
pub(super) fn told(change: &Change<'_>, catalogue: &Catalogue) -> Vec<String> {
    let is_said = |value: &NamedValue<'_>| {
        matches!(value.value, Value::Flag(false))
            || value.value.pinned().is_some_and(|pinned| change.label.contains(pinned.as_ref()))
            || value.field.printed().is_some()
    };
    change
        .values
        .iter()
        .filter(|value| !is_said(value))
        .map(|value| {
            let shown = shown(value.field, &value.value, catalogue);
            match value.field {
                // These words say themselves what they are.
                FieldName::Direction | FieldName::Kind | FieldName::State => shown,
                field => format!("{} {shown}", named(field, value.part.as_deref(), catalogue)),
            }
        })
        .collect()
}

/// The changed words of a long text, with some words around them; `None` where the whole values say it better.
pub(super) fn changed_words(change: &Change<'_>) -> Option<Vec<WordRun>> {
    let (Value::Text(old), Value::Text(new)) = (&change.old, &change.new) else { return None };
    if change.old.is_absent() || change.new.is_absent() {
        return None;
    }
    if old.chars().count().max(new.chars().count()) < LONG_CHARS || change.field == Some(FieldName::Reference) {
        return None;
    }
    let runs = word_runs(old, new);
    let last = runs.len().saturating_sub(1);
    Some(
        runs.into_iter()
            .enumerate()
            .map(|(at, run)| match run {
                WordRun::Same(words) => WordRun::Same(shortened(&words, at > 0, at < last)),
                WordRun::Removed(_) | WordRun::Added(_) => run,
            })
            .collect(),
    )
}

/// Unchanged words, of which only those beside changed ones stay.
fn shortened(words: &str, after_change: bool, before_change: bool) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let head = if after_change { CONTEXT_WORDS } else { 0 };
    let tail = if before_change { CONTEXT_WORDS } else { 0 };
    if words.len() <= head + tail + 1 {
        return words.join(" ");
    }
    let shown = [&words[..head], &["…"], &words[words.len() - tail..]].concat();
    shown.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unchanged_words_are_shortened() {
        assert_eq!(shortened("a b c d e f g h i j k", true, true), "a b c d … h i j k");
        assert_eq!(shortened("a b c d e f", false, true), "… c d e f");
        assert_eq!(shortened("a b c d e f", true, false), "a b c d …");
        assert_eq!(shortened("a b c", true, true), "a b c");
    }
}
