// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money told in prose: "€ 73.261,72 annui", "circa 2 milioni e 700 mila Euro", "650.000 euro".

use super::per::{per_words, strip_word};
use crate::vocabulary::Vocabulary;
use ambito_base::{Cents, fold};
use ambito_domain::planning::Per;

/// How many characters before an amount can say that it is the limit of a condition.
const CONDITION_CHARS: usize = 40;

/// An amount found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundAmount {
    /// First and last byte of the words of the amount.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) amount: Cents,
    pub(crate) approximate: bool,
    pub(crate) per: Option<Per>,
}

/// Whether numbers need the word "euro" to be money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// Prose: only what says that it is money.
    Prose,
    /// The answer of a field about money: also "10.000 annui".
    MoneyField,
}

/// The amounts of a text, in order.
pub(crate) fn amounts(text: &str, setting: Setting, words: &Vocabulary) -> Vec<FoundAmount> {
    if setting == Setting::Prose && !speaks_of_money(text) {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = number_end(bytes, at);
        let glued = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'/' | b'_'));
        let taken = if glued { None } else { one_amount(text, at, end, setting, words) };
        match taken {
            Some(amount) => {
                at = amount.end.max(end);
                found.push(amount);
            }
            None => at = end,
        }
    }
    found
}

/// A quick look for a word of money.
fn speaks_of_money(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    // "euro" and "EURO" have an "r" in the middle, "EUR" at its end; the sign begins with E2.
    while let Some(found) = memchr::memchr3(b'r', b'R', 0xE2, &bytes[from..]) {
        let at = from + found;
        let before = bytes.get(at.wrapping_sub(1)).copied().unwrap_or(0);
        if bytes[at..].starts_with("€".as_bytes()) || before.eq_ignore_ascii_case(&b'u') {
            return true;
        }
        from = at + 1;
    }
    false
}

/// The end of a number with its marks: digits, and dots or commas between digits.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'0'..=b'9' => at += 1,
            b'.' | b',' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => at += 1,
            _ => break,
        }
    }
    at
}

fn one_amount(text: &str, start: usize, end: usize, setting: Setting, words: &Vocabulary) -> Option<FoundAmount> {
    let number = &text[start..end];
    let euro_before = euro_before(text, start);
    let mut stop = end;
    let mut amount;
    let mut multiplied = false;
    match multiplier(text, end) {
        Some((factor, after)) => {
            multiplied = true;
            amount = scaled(number, factor)?;
            stop = after;
            // "2 milioni e 600 mila"
            if factor > 1_000
                && let Some(and) = after_word(text, after, "e")
                && text.as_bytes().get(and).is_some_and(u8::is_ascii_digit)
            {
                let second = number_end(text.as_bytes(), and);
                if let Some((1_000, after)) = multiplier(text, second) {
                    amount = amount.checked_add(scaled(&text[and..second], 1_000)?)?;
                    stop = after;
                }
            }
        }
        None => amount = Cents::parse(number)?,
    }
    let (euro_after, after_euro) = euro_after(text, stop);
    stop = after_euro;
    let bytes = text.as_bytes();
    // Shares, dates and letters glued to a number make no amount; "€ 96.000/anno" does.
    let glued = match bytes.get(end) {
        Some(b'%') => true,
        Some(b'/') => bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
        Some(byte) => byte.is_ascii_alphabetic() && stop == end,
        None => false,
    };
    if glued || text[end..].trim_start().starts_with('%') {
        return None;
    }
    let (per, approximate_after) = tail(text, stop);
    if euro_before.is_none() && !euro_after {
        let counts = setting == Setting::MoneyField && (multiplied || bare_money(text, start, end, per));
        if !counts {
            return None;
        }
    }
    if is_condition(text, start, words) {
        return None;
    }
    let from = euro_before.unwrap_or(start);
    let (approximate_before, per_before) = head(text, from, words);
    let from = if approximate_before { word_before(text, from) } else { from };
    Some(FoundAmount {
        start: from,
        end: stop,
        amount,
        approximate: approximate_before || approximate_after,
        per: per.or(per_before),
    })
}

/// Where "€", "euro" or "EUR" before the number begins.
fn euro_before(text: &str, start: usize) -> Option<usize> {
    let before = text[..start].trim_end_matches([' ', '\u{A0}', '.']);
    for word in ["€", "euro", "eur"] {
        if before.len() >= word.len()
            && before.is_char_boundary(before.len() - word.len())
            && before[before.len() - word.len()..].eq_ignore_ascii_case(word)
        {
            let at = before.len() - word.len();
            let whole = !before[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            if whole {
                return Some(at);
            }
        }
    }
    None
}

/// Whether "euro" or "€" follows, with or without "di"; and where it ends.
fn euro_after(text: &str, from: usize) -> (bool, usize) {
    let mut at = from;
    let mut found = false;
    let mut after = text[at..].trim_start_matches([' ', '\u{A0}']);
    if let Some(rest) = after.strip_prefix("di ") {
        after = rest;
    }
    for word in ["€", "euro", "eur"] {
        if after.len() >= word.len()
            && after.is_char_boundary(word.len())
            && after[..word.len()].eq_ignore_ascii_case(word)
        {
            let rest = &after[word.len()..];
            if !rest.chars().next().is_some_and(char::is_alphanumeric) {
                at = text.len() - rest.len();
                found = true;
            }
            break;
        }
    }
    (found, at)
}

/// "mila", "milioni", "mln", "miliardi" after a number, and where it ends.
fn multiplier(text: &str, from: usize) -> Option<(i64, usize)> {
    let after = text[from..].trim_start_matches([' ', '\u{A0}']);
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    let factor = match word.to_lowercase().as_str() {
        "mila" => 1_000,
        "milione" | "milioni" | "mln" | "mil" | "mio" => 1_000_000,
        "miliardo" | "miliardi" | "mld" => 1_000_000_000,
        "k" if text[from..].starts_with(['k', 'K']) => 1_000,
        "m" if text[from..].starts_with(" M€") || text[from..].starts_with("M€") || text[from..].starts_with(" M ") => {
            1_000_000
        }
        _ => return None,
    };
    let end = text.len() - after.len() + word.len();
    let dotted = word.len() <= 3 && text[end..].starts_with('.');
    Some((factor, end + usize::from(dotted)))
}

/// "8,7" times a million, exactly.
fn scaled(number: &str, factor: i64) -> Option<Cents> {
    let (whole, decimals) = match number.rsplit_once([',', '.']) {
        // "1.865 mila": groups, no decimals.
        Some((_, behind)) if behind.len() == 3 && factor == 1_000 => return Cents::parse(number)?.checked_mul(factor),
        Some((whole, behind)) => (whole, behind),
        None => (number, ""),
    };
    if decimals.len() > 6 {
        return None;
    }
    let whole: i64 = whole.replace(['.', ','], "").parse().ok()?;
    let mut cents = whole.checked_mul(factor)?.checked_mul(100)?;
    let mut unit = factor.checked_mul(100)?;
    for digit in decimals.bytes() {
        if unit % 10 != 0 {
            return None;
        }
        unit /= 10;
        cents = cents.checked_add(unit.checked_mul(i64::from(digit - b'0'))?)?;
    }
    Some(Cents::new(cents))
}

/// A number without "euro" in the answer of a field about money: grouped thousands, or decimals, or one for each
/// year or area; never a year, a date, a law or a count.
fn bare_money(text: &str, start: usize, end: usize, per: Option<Per>) -> bool {
    let number = &text[start..end];
    let before = fold(&text[text[..start].char_indices().rev().nth(CONDITION_CHARS).map_or(0, |(at, _)| at)..start]);
    let last_word = before.rsplit(' ').next().unwrap_or("");
    if matches!(
        last_word,
        "n" | "nr" | "numero" | "dgr" | "art" | "l" | "legge" | "del" | "azione" | "dm" | "lr" | "dlgs"
    ) {
        return false;
    }
    let grouped = number.split('.').skip(1).all(|group| group.len() >= 3) && number.contains('.');
    let decimals = number.rsplit_once(',').is_some_and(|(_, behind)| behind.len() == 2);
    let plain = number.bytes().all(|b| b.is_ascii_digit());
    grouped || decimals || (plain && number.len() >= 3 && per.is_some())
}

/// Whether the words before say that the amount limits a condition ("con ISEE sotto i 28.000 euro").
fn is_condition(text: &str, start: usize, words: &Vocabulary) -> bool {
    let from = text[..start].char_indices().rev().nth(CONDITION_CHARS).map_or(0, |(at, _)| at);
    let raw = &text[from..start];
    // Another clause does not bind this amount.
    let raw = raw.rfind([',', ';', '(']).or_else(|| raw.rfind(". ")).map_or(raw, |stop| &raw[stop + 1..]);
    if raw.trim_end().ends_with(['<', '>', '≤', '≥']) {
        return true;
    }
    let before = fold(raw);
    words.words.threshold.iter().any(|word| super::words::has_phrase(&before, word))
}

/// Where the word before a place begins.
fn word_before(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end();
    before
        .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.')))
        .map_or(0, |found| found + before[found..].chars().next().map_or(1, char::len_utf8))
}

/// What stands before an amount: "circa", "costo annuo".
fn head(text: &str, start: usize, words: &Vocabulary) -> (bool, Option<Per>) {
    let from = text[..start].char_indices().rev().nth(CONDITION_CHARS).map_or(0, |(at, _)| at);
    let before = fold(&text[from..start]);
    let last: Vec<&str> = before.rsplit(' ').take(4).collect();
    let approximate = words.words.approximate.iter().any(|word| {
        before.ends_with(word.as_str()) && {
            let at = before.len() - word.len();
            at == 0 || before.as_bytes()[at - 1] == b' '
        }
    });
    let yearly = last.iter().any(|word| matches!(*word, "annuo" | "annua" | "annui" | "annue" | "annuale"));
    // Only where nothing but the thing's name stands between: "costo annuo gestione 40.000".
    let cost =
        last.iter().any(|word| matches!(*word, "costo" | "spesa" | "importo" | "budget" | "quota" | "contributo"));
    (approximate, (yearly && cost).then_some(Per::Year))
}

/// What follows an amount: "annui", "circa", "al mese", "per Ambito".
fn tail(text: &str, from: usize) -> (Option<Per>, bool) {
    let end = text[from..].char_indices().nth(40).map_or(text.len(), |(at, _)| from + at);
    let window = &text[from..end];
    // A bracket or a full stop ends what belongs to the amount.
    let stop = window.find([')', '(', ';', '+', '€', '\n']).unwrap_or(window.len());
    let folded = fold(&window[..stop]);
    let mut rest = folded.as_str();
    let mut approximate = false;
    let mut per = None;
    for _ in 0..2 {
        if let Some(after) = strip_word(rest, "circa").or_else(|| strip_word(rest, "ca")) {
            approximate = true;
            rest = after;
        }
        if per.is_none()
            && let Some((found, after)) = per_words(rest)
        {
            per = Some(found);
            rest = after;
        }
    }
    (per, approximate)
}

fn after_word(text: &str, from: usize, word: &str) -> Option<usize> {
    let after = text[from..].trim_start();
    let rest = after.strip_prefix(word)?.strip_prefix(' ')?;
    Some(text.len() - rest.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, setting: Setting, expected: &str) {
        let words = Vocabulary::builtin();
        let found: Vec<String> = amounts(text, setting, &words)
            .into_iter()
            .map(|found| {
                let about = if found.approximate { "~" } else { "" };
                let per = found.per.map_or(String::new(), |per| format!("/{}", per.word()));
                format!("{about}{}{per} [{}]", found.amount, &text[found.start..found.end])
            })
            .collect();
        assert_eq!(found.join(" | "), expected, "{text}");
    }

    #[test]
    fn amounts_in_prose() {
        let prose = |text: &str, expected: &str| check(text, Setting::Prose, expected);
        prose("I 4,6 milioni di euro ripartiti", "4600000.00 [4,6 milioni di euro]");
        prose("Abitare (2 milioni di euro)", "2000000.00 [2 milioni di euro]");
        prose("Doposcuola (420.000 euro)", "420000.00 [420.000 euro]");
        prose("il fondo cresce di circa 140 mila euro quest'anno", "~140000.00 [circa 140 mila euro]");
        prose("la somma di 3 milioni e 400 mila Euro circa verrà", "~3400000.00 [3 milioni e 400 mila Euro]");
        prose("si assegnano 6.190.723,00 Euro ai Comuni", "6190723.00 [6.190.723,00 Euro]");
        prose("quota di Euro 180.000,00 - per aprire", "180000.00 [Euro 180.000,00]");
        prose("famiglie con ISEE sotto i 19.000 euro annui", "");
        prose("affidamenti di importo <75.000 euro", "");
        prose("le entrate sono più di 7 milioni di euro.", "7000000.00 [7 milioni di euro]");
        prose("3.057 iscritti e 48 educatori", "");
        prose("€ 84.000/anno fino al 2029", "84000.00/year [€ 84.000]");
        prose("un costo di € 120k", "120000.00 [€ 120k]");
        prose("con ISEE fino a 15.000 euro, contributo di € 500,00 al mese", "500.00/month [€ 500,00]");
        prose("€ 12,50 all'ora", "12.50/hour [€ 12,50]");
    }

    #[test]
    fn amounts_in_answers_about_money() {
        let field = |text: &str, expected: &str| check(text, Setting::MoneyField, expected);
        field(
            "215.000 euro per l’anno 2028 e poi al massimo circa 330.000",
            "215000.00 [215.000 euro] | ~330000.00 [circa 330.000]",
        );
        field("12.000 annui dei bilanci di 9 Comuni + quota 4% nidi 0/3", "12000.00/year [12.000]");
        field("€ 61.482,93 annui dei Comuni", "61482.93/year [€ 61.482,93]");
        field("Circa € 8.000 euro anno", "~8000.00/year [Circa € 8.000 euro]");
        field(
            "€ 240.000 annue circa personale € 160.000 annue circa",
            "~240000.00/year [€ 240.000] | ~160000.00/year [€ 160.000]",
        );
        field("€ 570.000 annue fino al 2029 circa un terzo sarà", "570000.00/year [€ 570.000]");
        field(
            "€ 41.000 circa per Ambito entro il 31.12.2028 e 2700 ad ambito",
            "~41000.00/area [€ 41.000] | 2700.00/area [2700]",
        );
        field(
            "Acquisto 260.000 euro + spesa annua di cura 35.000",
            "260000.00 [260.000 euro] | 35000.00/year [35.000]",
        );
        field("290.000 euro circa annui", "~290000.00/year [290.000 euro]");
        field("148.230,60 (€ 24.705,10 x 3 Ambiti x 2 anni)", "148230.60 [148.230,60] | 24705.10 [€ 24.705,10]");
        field("il 4% della quota ex DGR 12 ottobre 2026, n. 4417", "");
        field("PNRR Missione 5 azione 1.1.2, Finanziamento ex l 112/2006", "");
        field("(n.12036 del 05.10.2026)", "");
    }
}
