// SPDX-License-Identifier: AGPL-3.0-or-later
//! What templates can ask for: `t`, `say`, `asset`, and the notation of dates and numbers.
//!
//! Invariant: a key, an argument or a file that does not exist fails the page, and so a test, instead of showing nothing.

use super::{agent, notation};
use crate::assets;
use ambito_i18n::{Arg, Catalogue, Language};
use jiff::civil::Date;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind};
use std::sync::Arc;

/// Makes the functions and filters of a language known to its templates.
pub fn add(environment: &mut Environment<'static>, catalogue: &Arc<Catalogue>) {
    let language = catalogue.language();
    environment.add_global("lang", language.word());
    environment.add_function("asset", |name: String| {
        assets::find_href(&name).ok_or_else(|| failed(format!("there is no file {name}")))
    });
    environment.add_function("in_language", |path: String, word: String| in_language(&path, &word));
    environment.add_test("date", |value: Value| date(&value).is_ok());
    let words = Arc::clone(catalogue);
    environment.add_function("t", move |key: String, args: Kwargs| {
        let mut named = Vec::new();
        for name in args.args() {
            named.push((name.to_owned(), args.peek::<Value>(name)?));
        }
        message(&words, &key, &named)
    });
    let words = Arc::clone(catalogue);
    environment.add_function("say", move |label: Value| say(&words, &label));
    let words = Arc::clone(catalogue);
    environment.add_filter("day", move |value: Value| Ok::<_, Error>(notation::day(date(&value)?, &words)));
    let words = Arc::clone(catalogue);
    environment.add_filter("long_day", move |value: Value| Ok::<_, Error>(notation::long_day(date(&value)?, &words)));
    let words = Arc::clone(catalogue);
    environment.add_filter("moment", move |microseconds: i64| {
        notation::moment(microseconds, &words).ok_or_else(|| failed(format!("{microseconds} is no moment")))
    });
    let words = Arc::clone(catalogue);
    environment.add_function("agent", move |said: String| agent::name(&said, &words));
    environment.add_filter("machine_moment", |microseconds: i64| {
        notation::machine_moment(microseconds).ok_or_else(|| failed(format!("{microseconds} is no moment")))
    });
    environment.add_filter("count", move |value: i64| ambito_i18n::grouped(&value.to_string(), language));
    environment.add_filter("number", move |value: Value| ambito_i18n::number(&value.to_string(), language));
    environment.add_filter("percent", move |hundredths: i64| ambito_i18n::percent(hundredths, language));
    environment.add_filter("amount", move |value: Value| amount(&value, language));
}

/// Cents (a number) or the pinned notation (`-1234.56`, a text), as people write it.
fn amount(value: &Value, language: Language) -> Result<String, Error> {
    if let Some(text) = value.as_str() {
        return Ok(ambito_i18n::amount(text, language));
    }
    let cents = i64::try_from(value.clone()).map_err(|_| failed(format!("{value} is no amount")))?;
    let sign = if cents < 0 { "-" } else { "" };
    let magnitude = cents.unsigned_abs();
    Ok(ambito_i18n::amount(&format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100), language))
}

fn date(value: &Value) -> Result<Date, Error> {
    let text = value.as_str().ok_or_else(|| failed(format!("{value} is no date")))?;
    text.parse().map_err(|_| failed(format!("{text} is no date of the form 2026-11-22")))
}

/// The same address in another language.
fn in_language(path: &str, word: &str) -> String {
    let (place, query) = path.split_once('?').unwrap_or((path, ""));
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let pairs: Vec<String> = kept.map(str::to_owned).chain([format!("lang={word}")]).collect();
    format!("{place}?{}", pairs.join("&"))
}

/// The words of a label: a text as it is, a message with its arguments.
fn say(catalogue: &Catalogue, label: &Value) -> Result<String, Error> {
    if let Some(text) = label.as_str() {
        return Ok(text.to_owned());
    }
    let key = label.get_attr("key")?;
    let key = key.as_str().ok_or_else(|| failed(format!("{label} is no label")))?;
    let args = label.get_attr("args")?;
    let mut named = Vec::new();
    for name in args.try_iter()? {
        let value = args.get_item(&name)?;
        named.push((name.to_string(), value));
    }
    message(catalogue, key, &named)
}

fn message(catalogue: &Catalogue, key: &str, named: &[(String, Value)]) -> Result<String, Error> {
    let mut texts = Vec::new();
    for (name, value) in named {
        match value.kind() {
            ValueKind::Number => texts.push(None),
            ValueKind::String => texts.push(Some(value.to_string())),
            _ => return Err(failed(format!("{key}: {name} is neither a text nor a count"))),
        }
    }
    let mut args = Vec::new();
    for ((name, value), text) in named.iter().zip(&texts) {
        let arg = match text {
            Some(text) => Arg::Text(text),
            None => Arg::Count(u64::try_from(value.clone()).map_err(|_| failed(format!("{key}: {name} is no count")))?),
        };
        args.push((name.as_str(), arg));
    }
    catalogue.find_text(key, &args).ok_or_else(|| failed(format!("there is no message {key}")))
}

fn failed(message: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_changes_and_the_rest_of_the_address_stays() {
        let check = |path: &str, expected: &str| assert_eq!(in_language(path, "en"), expected);
        check("/people", "/people?lang=en");
        check("/people?after=7&lang=it", "/people?after=7&lang=en");
        check("/people?", "/people?lang=en");
    }

    #[test]
    fn amounts_come_as_cents_or_as_text() {
        let check = |value: Value, expected: &str| {
            assert_eq!(amount(&value, Language::Italian).unwrap(), expected);
        };
        check(Value::from(-123_456), "-1.234,56");
        check(Value::from("1234.5"), "1.234,5");
        check(Value::from(5), "0,05");
        assert!(
            amount(&Value::from(true), Language::Italian).is_err()
                || amount(&Value::UNDEFINED, Language::Italian).is_err()
        );
    }
}
