// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was promised and what was found: the cells of targets and results.

use super::words::{after_phrase, has_phrase};
use crate::vocabulary::Vocabulary;
use ambito_base::{Date, Decimal, find_date, fold, parse_date};
use ambito_domain::planning::{Comparison, DateKind, Measured, Target, Unit};
use std::sync::Arc;

/// Signs and words that compare, longest first, as they are printed before a number.
const SIGNS: [(&str, Comparison); 35] = [
    ("maggiore o uguale a", Comparison::AtLeast),
    ("minore o uguale a", Comparison::AtMost),
    ("non inferiore a", Comparison::AtLeast),
    ("non superiore a", Comparison::AtMost),
    ("non meno di", Comparison::AtLeast),
    ("non più di", Comparison::AtMost),
    ("maggiore di", Comparison::More),
    ("superiore a", Comparison::More),
    ("inferiore a", Comparison::Less),
    ("al massimo", Comparison::AtMost),
    ("non inferiore al", Comparison::AtLeast),
    ("non superiore al", Comparison::AtMost),
    ("inferiore al", Comparison::Less),
    ("superiore al", Comparison::More),
    ("pari a", Comparison::Equal),
    ("oltre", Comparison::More),
    ("minore di", Comparison::Less),
    ("più di", Comparison::More),
    ("meno di", Comparison::Less),
    ("fino a", Comparison::AtMost),
    ("almeno", Comparison::AtLeast),
    ("minimo", Comparison::AtLeast),
    ("massimo", Comparison::AtMost),
    ("max", Comparison::AtMost),
    ("= o > di", Comparison::AtLeast),
    ("= o >", Comparison::AtLeast),
    ("= o <", Comparison::AtMost),
    ("> di", Comparison::More),
    ("< di", Comparison::Less),
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    (">", Comparison::More),
    ("<", Comparison::Less),
];

/// The longest of those words, in characters.
const SIGN_CHARS_MAX: usize = 24;

/// Reads the cell of a target; `None` where it is empty. The title says how a bare number is compared ("… > di")
/// and what it counts ("N. …", "% …", "Ore …").
pub(crate) fn target(
    raw: &str,
    title: &str,
    unit_cell: Option<&str>,
    year: Option<i16>,
    column: Option<&Arc<str>>,
    words: &Vocabulary,
) -> Option<Target> {
    let raw = raw.trim();
    if raw.is_empty() || matches!(raw, "-" | "–" | "/") {
        return None;
    }
    let mut target = Target {
        raw: raw.to_owned(),
        comparison: None,
        value: None,
        upper: None,
        unit: None,
        due: None,
        column: column.cloned(),
    };
    let begins_with_digit = raw.as_bytes()[0].is_ascii_digit();
    if !begins_with_digit && words.words.done_answers.contains(&fold(raw)) {
        target.comparison = Some(Comparison::Yes);
        return Some(target);
    }
    if let Some(date) = whole_date(raw, year) {
        target.comparison = Some(Comparison::By);
        target.due = Some(date);
        target.unit = Some(Unit::Date);
        return Some(target);
    }
    let (sign, rest) = leading_sign(raw);
    target.comparison = sign;
    if let Some((lower, upper, tail)) = range(rest) {
        target.comparison = Some(Comparison::Between);
        target.value = Some(lower);
        target.upper = Some(upper);
        target.unit = unit_after(tail);
    } else if let Some((value, tail)) = leading_number(rest) {
        target.value = Some(value);
        target.unit = unit_after(tail);
    } else if after_phrase(raw, "entro").is_some() {
        target.comparison = Some(Comparison::By);
        return Some(target);
    }
    if target.value.is_some() {
        if target.comparison.is_none() {
            target.comparison = trailing_sign(title);
        }
        if target.unit.is_none() {
            target.unit = unit_cell.and_then(|cell| unit_word(&fold(cell))).or_else(|| unit_of_title(title));
        }
    }
    Some(target)
}

/// A cell that is a date, with or without "entro il" before it.
fn whole_date(raw: &str, year: Option<i16>) -> Option<Date> {
    if let Some(date) = parse_date(raw, year) {
        return Some(date);
    }
    if raw.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    if let Some(date) = end_of_month(raw) {
        return Some(date);
    }
    ["entro e non oltre il", "entro il", "entro", "al", "il"].iter().find_map(|phrase| {
        let end = after_phrase(raw, phrase)?;
        parse_date(raw[end..].trim_start_matches([':', ' ']), year)
    })
}

/// "dicembre 2027", "entro maggio 2027", "entro il mese di maggio 2027": the last day of the month.
fn end_of_month(raw: &str) -> Option<Date> {
    let rest = ["entro il mese di", "entro la fine di", "entro fine", "entro", "mese di"]
        .iter()
        .find_map(|phrase| after_phrase(raw, phrase))
        .map_or(raw, |end| &raw[end..]);
    let mut words = rest.split_whitespace();
    let (month, year) = (words.next()?, words.next()?);
    if words.next().is_some() || !month.chars().all(char::is_alphabetic) || year.len() != 4 {
        return None;
    }
    let date = Date::new(year.parse().ok()?, ambito_base::month_number(month)?, 1).ok()?;
    Some(date.last_of_month())
}

fn leading_sign(raw: &str) -> (Option<Comparison>, &str) {
    let raw = raw.trim_start();
    if raw.as_bytes().first().is_none_or(u8::is_ascii_digit) {
        return (None, raw);
    }
    // "= almeno 3", "= 5"
    let (equal, body) = match raw.strip_prefix('=') {
        Some(rest) if !rest.trim_start().starts_with(['>', '<']) && !rest.trim_start().starts_with("o ") => {
            (true, rest.trim_start())
        }
        _ => (false, raw),
    };
    for (sign, comparison) in SIGNS {
        if sign.chars().next().is_some_and(char::is_alphabetic) {
            if let Some(end) = after_phrase(body, sign)
                .or_else(|| (!sign.is_ascii()).then(|| after_phrase(body, &fold(sign))).flatten())
            {
                return (Some(comparison), body[end..].trim_start());
            }
        } else if let Some(rest) = body.strip_prefix(sign) {
            let rest = rest.trim_start();
            return (Some(comparison), rest.strip_prefix("di ").unwrap_or(rest).trim_start());
        }
    }
    if equal { (Some(Comparison::Equal), body) } else { (None, body) }
}

/// How the last words of a title compare: "… > di", "… maggiore di:", "… almeno".
fn trailing_sign(title: &str) -> Option<Comparison> {
    let title = title.trim_end_matches([' ', ':', '.', '*']);
    let tail = title.char_indices().rev().nth(SIGN_CHARS_MAX).map_or(title, |(at, _)| &title[at..]);
    let lower = tail.to_lowercase();
    SIGNS.iter().find(|(sign, _)| lower.ends_with(sign)).map(|(_, comparison)| *comparison).or_else(|| {
        let days = after_phrase(title, "giorni entro").is_some() || after_phrase(title, "n giorni entro").is_some();
        days.then_some(Comparison::AtMost)
    })
}

/// The number at the beginning of a text and what follows it; "n. 3", "N.1" and "€ 5" count.
fn leading_number(text: &str) -> Option<(Decimal, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '('));
    let text =
        ["il ", "lo ", "la ", "l'", "l’", "i "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
    let text = match after_phrase(text, "n").or_else(|| after_phrase(text, "nr")) {
        Some(end) => text[end..].trim_start_matches(['.', ' ', '°']),
        None => text,
    };
    let end = text.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
    let number = text[..end].trim_end_matches(['.', ',']);
    let tail = &text[number.len()..];
    // "1:5.000", "3/5", "3 su 5" are ratios, "12b" is no number.
    let ratio = tail.starts_with(['/', ':'])
        || (after_phrase(tail, "su").is_some() && text.contains("su ") && !text.contains("su 100"));
    if ratio || tail.starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    Decimal::parse(number).map(|value| (value, tail))
}

/// "tra 5 e 10", "da 5 a 10", "5-10%".
fn range(text: &str) -> Option<(Decimal, Decimal, &str)> {
    let after = after_phrase(text, "tra").or_else(|| after_phrase(text, "compreso tra"));
    let (body, joiner) = match (after, after_phrase(text, "da")) {
        (Some(end), _) => (&text[end..], "e"),
        (None, Some(end)) => (&text[end..], "a"),
        (None, None) => (text, "-"),
    };
    let (lower, rest) = leading_number(body)?;
    let rest = rest.trim_start().trim_start_matches('%').trim_start();
    let rest = if joiner == "-" { rest.strip_prefix(['-', '–'])? } else { &rest[after_phrase(rest, joiner)?..] };
    let (upper, tail) = leading_number(rest)?;
    Some((lower, upper, tail))
}

fn unit_after(tail: &str) -> Option<Unit> {
    let tail = tail.trim_start();
    if tail.starts_with('%') {
        return Some(Unit::Percent);
    }
    if tail.starts_with('€') {
        return Some(Unit::Euro);
    }
    let word: String = tail.chars().take_while(|c| c.is_alphabetic()).collect();
    if word.is_empty() { None } else { unit_word(&fold(&word)) }
}

/// The unit a folded word names.
fn unit_word(folded: &str) -> Option<Unit> {
    match folded {
        "%" | "percentuale" | "perc" | "per cento" | "percento" => Some(Unit::Percent),
        "n" | "nr" | "numero" | "num" | "unita" => Some(Unit::Number),
        "euro" | "eur" | "€" => Some(Unit::Euro),
        "giorni" | "giorno" | "gg" => Some(Unit::Days),
        "ore" | "ora" | "h" => Some(Unit::Hours),
        "mesi" | "mese" => Some(Unit::Months),
        "data" => Some(Unit::Date),
        _ => None,
    }
}

/// What a bare number counts, as far as the title has a word for it.
fn unit_of_title(title: &str) -> Option<Unit> {
    let folded = fold(title);
    if title.contains('%') || ["percentuale", "tasso"].iter().any(|word| has_phrase(&folded, word)) {
        return Some(Unit::Percent);
    }
    if folded.starts_with("giorni") || has_phrase(&folded, "n giorni") || has_phrase(&folded, "numero giorni") {
        return Some(Unit::Days);
    }
    if folded.starts_with("ore ") || has_phrase(&folded, "n ore") || has_phrase(&folded, "numero ore") {
        return Some(Unit::Hours);
    }
    if has_phrase(&folded, "n mesi") || folded.starts_with("mesi ") {
        return Some(Unit::Months);
    }
    if folded.starts_with("budget")
        || title.contains('€')
        || has_phrase(&folded, "in euro")
        || folded.ends_with(" euro")
    {
        return Some(Unit::Euro);
    }
    (has_phrase(&folded, "n") || has_phrase(&folded, "numero") || has_phrase(&folded, "nr")).then_some(Unit::Number)
}

/// The date told in a title, where the target is another thing: "entro il 31/5/2024", "(al 31.12)".
pub(crate) fn deadline(title: &str, year: Option<i16>, target: Option<&Target>) -> Option<Date> {
    if !title.as_bytes().iter().any(u8::is_ascii_digit) {
        return None;
    }
    let mut best: Option<(bool, Date)> = None;
    let mut from = 0;
    while let Some(found) = find_date(title, from, year) {
        from = found.end;
        let before = fold(&title[..found.start]);
        let by = ["entro", "entro il", "entro e non oltre il", "entro la data del"]
            .iter()
            .any(|word| before.ends_with(word));
        let at = before.ends_with(" al") || before == "al";
        // The latest "entro" speaks; "al" only where nothing else does.
        if by || (at && best.is_none()) {
            best = Some((by, found.date));
        }
    }
    let (_, date) = best?;
    (target.and_then(|target| target.due) != Some(date)).then_some(date)
}

/// Reads the cell of a result: "100% eseguito il 11/12/2024 (CONSUNTIVO)".
pub(crate) fn measured(
    cell: &str,
    kind: DateKind,
    title: &str,
    year: Option<i16>,
    words: &Vocabulary,
) -> Option<Measured> {
    let cell = cell.trim();
    if cell.is_empty() || matches!(cell, "-" | "–") {
        return None;
    }
    let first = find_date(cell, 0, year);
    // A result that is itself a date: the date beside it comes after.
    let value_date = first.filter(|found| found.start == 0);
    let date = match value_date {
        Some(value) => find_date(cell, value.end, year).or(first),
        None => first,
    };
    let folded = fold(cell);
    let is_final = words.words.final_words.iter().any(|word| has_phrase(&folded, word));
    let cut = [" eseguito", " (", " al ", " il ", " rilevato", " in data", "\n"]
        .iter()
        .filter_map(|mark| cell.find(mark))
        .chain(date.map(|found| found.start))
        .filter(|cut| *cut > 0)
        .min()
        .unwrap_or(cell.len());
    let raw = value_date.map_or_else(|| cell[..cut].trim(), |found| &cell[..found.end]);
    let (_, rest) = leading_sign(raw);
    let (value, unit) = match leading_number(rest) {
        Some(_) if value_date.is_some() => (None, Some(Unit::Date)),
        Some((value, tail)) => (Some(value), unit_after(tail).or_else(|| unit_of_title(title))),
        None => (None, value_date.map(|_| Unit::Date)),
    };
    Some(Measured { raw: raw.to_owned(), value, unit, date: date.map(|found| found.date), date_kind: kind, is_final })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, title: &str, expected: &str) {
        let words = Vocabulary::builtin();
        let found = target(raw, title, None, Some(2027), None, &words).map(|target| {
            format!(
                "{} {} {} {}",
                target.comparison.map_or("-", Comparison::sign),
                target.value.map_or_else(|| "-".to_owned(), |value| value.to_string()),
                target.unit.map_or("-", Unit::word),
                target.due.map_or_else(|| "-".to_owned(), |due| due.to_string())
            )
        });
        assert_eq!(found.as_deref(), Some(expected), "{raw} | {title}");
    }

    #[test]
    fn targets_as_printed() {
        check("30/09/2027", "Approvazione", "by - date 2027-09-30");
        check("entro il 31/12", "Approvazione", "by - date 2027-12-31");
        check("100%", "Attuazione", "- 100 % -");
        check("2", "N. progetti: > di", "> 2 n -");
        check("90", "% di attuazione", "- 90 % -");
        check("2", "% di accordi adottati maggiore di", "> 2 % -");
        check("36", "Dispositivi (Numero)", "- 36 n -");
        check("350", "Colloqui allo sportello", "- 350 - -");
        check("Si/no", "Definizione target", "yes - - -");
        check("= almeno 3 soggetti diversi", "Attivazione", ">= 3 - -");
        check("= o > di 1", "Attivazione", ">= 1 - -");
        check("> di 30 a territorio", "N. persone", "> 30 n -");
        check("10% utenti coinvolti", "Rilevazione", "- 10 % -");
        check("18000000", "Budget gestito", "- 18000000 eur -");
        check("1.500 ore", "Apertura", "- 1500 hours -");
        check("15", "Giorni entro cui effettuare il monitoraggio", "<= 15 days -");
        check("tra 5 e 10", "Incontri", "between 5 - -");
        check("dicembre 2027", "Avvio", "by - date 2027-12-31");
        check("1:5.000", "Assistenti sociali per abitanti", "- - - -");
        check("3 su 5", "Comuni", "- - - -");
        check("max 10 giorni", "Risposta", "<= 10 days -");
        check("Redazione n. 1 documento", "Documento", "- - - -");
    }

    #[test]
    fn deadlines_and_results() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(deadline(title, Some(2024), None).map(|date| date.to_string()).as_deref(), expected, "{title}");
        };
        check("Predisposizione DGR entro il 31/5/2024", Some("2024-05-31"));
        check("Verifiche sugli enti diffidati al 30/09/2024 da realizzarsi entro il 31/12", Some("2024-12-31"));
        check("Implementazione di tutoraggi (al 31.12)", Some("2024-12-31"));
        check("Liquidazione delle risorse previste dalla DGR 2143 del 05/12/2022", None);
        let words = Vocabulary::builtin();
        let found =
            measured("9,4 eseguito il 30/12/2024 (CONSUNTIVO)", DateKind::Monitoring, "Ore annuali", None, &words);
        let found = found.unwrap();
        assert_eq!((found.raw.as_str(), found.is_final), ("9,4", true));
        assert_eq!(found.value.unwrap().to_string(), "9.4");
        assert_eq!(found.unit, Some(Unit::Hours));
        assert_eq!(found.date.unwrap().to_string(), "2024-12-30");
    }
}
