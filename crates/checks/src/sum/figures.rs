// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures told in prose: their value, how exactly they are printed, and what they count.
//!
//! What is deliberately no figure: parts of dates, of acts (`12/41`) and of codes, ordinals, numbers glued to letters.

use ambito_base::{Cents, Decimal};

/// How far beside a figure its words are looked at, in bytes: a text without spaces costs no more than another.
const BESIDE_BYTES_MAX: usize = 96;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Money.
    Money,
    /// A share of a hundred.
    Percent,
    /// A number of things.
    Plain,
    /// A year, or an age beside words such as "over".
    Aside,
}

/// What a word beside a figure says of its exactness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nearness {
    /// Nothing.
    Exact,
    /// "Circa".
    About,
    /// "Oltre".
    Above,
    /// "Quasi".
    Below,
}

/// A figure in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// First byte of its number.
    pub start: usize,
    /// First byte after its number and the word that multiplies it.
    pub end: usize,
    /// Its value in hundredths.
    pub hundredths: i64,
    /// One of its last printed digit, in hundredths.
    pub step: i64,
    /// How exact it says to be.
    pub nearness: Nearness,
    /// What it counts.
    pub kind: Kind,
}

/// How a computed value meets a printed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It is the same.
    Same,
    /// It is printed so when rounded as the words beside it say.
    Rounded,
    /// It is another.
    Other,
}

impl Figure {
    /// Whether a computed value, in hundredths, is what is printed here.
    pub(crate) fn fit(&self, computed: i64) -> Fit {
        let over = computed.saturating_sub(self.hundredths);
        let near = match self.nearness {
            Nearness::Exact | Nearness::About => over.saturating_abs().saturating_mul(2) <= self.step,
            Nearness::Above => (0..=self.step).contains(&over),
            Nearness::Below => (-self.step..=0).contains(&over),
        };
        match (over, near) {
            (0, _) => Fit::Same,
            (_, true) => Fit::Rounded,
            (_, false) => Fit::Other,
        }
    }

    /// How far the true value may be from the printed one, in hundredths, where it was written in words of thousands
    /// or millions or said not to be exact; none where every digit is printed.
    pub(crate) fn slack(&self) -> i64 {
        let rough = self.step > 100 || self.nearness != Nearness::Exact;
        match self.nearness {
            _ if !rough => 0,
            Nearness::Exact | Nearness::About => self.step / 2,
            Nearness::Above | Nearness::Below => self.step,
        }
    }

    /// The figure as a message says it.
    pub(crate) fn datum(&self) -> crate::Datum {
        datum(self.hundredths, self.kind)
    }
}

/// A value of a kind as a message says it.
pub(crate) fn datum(hundredths: i64, kind: Kind) -> crate::Datum {
    match kind {
        Kind::Money => Cents::new(hundredths).into(),
        Kind::Percent => ambito_base::Share::from_hundredths(hundredths).into(),
        Kind::Plain | Kind::Aside => crate::arithmetic::Quantity::Number(hundredths).into(),
    }
}

/// The figures of a text, in its order.
pub(crate) fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len() && (bytes[end].is_ascii_digit() || matches!(bytes[end], b'.' | b',')) {
            end += 1;
        }
        while matches!(bytes[end - 1], b'.' | b',') {
            end -= 1;
        }
        match number(&text[at..end]) {
            Some((hundredths, step)) if stands_alone(text, at, end) => {
                let figure = finish(
                    text,
                    Figure { start: at, end, hundredths, step, nearness: Nearness::Exact, kind: Kind::Plain },
                );
                end = figure.end;
                found.push(figure);
            }
            _ => {}
        }
        at = end;
    }
    found
}

/// The value of a printed number in hundredths, and that of its last digit.
fn number(printed: &str) -> Option<(i64, i64)> {
    let decimals = Decimal::parse(printed)?.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let step = [100, 10, 1].get(decimals)?;
    // Three digits behind a comma are decimals for a number, but thousands for an amount.
    (decimals <= 2).then(|| Cents::parse(printed).map(|value| (value.cents(), *step)))?
}

/// Whether nothing beside a number makes it part of a date, a code or an ordinal.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let [next, second, third] = [after.next(), after.next(), after.next()];
    let glued =
        |char: char| char.is_alphanumeric() || matches!(char, '/' | '-' | '–' | '.' | ',' | '_' | '#' | '\'' | '’');
    let free_before = match before {
        Some(char) if glued(char) => false,
        // "n° 3" is a number of things, "art. 3" is told apart by the words before.
        _ => true,
    };
    let free_after = match next {
        Some('h' | 'H') => !second.is_some_and(char::is_alphanumeric),
        Some('/') => second.is_some_and(char::is_alphabetic) && !third.is_some_and(|char| char.is_ascii_digit()),
        Some('-' | '–') => !second.is_some_and(char::is_alphanumeric),
        Some('°' | 'º' | 'ª' | '_') => false,
        Some(char) => !char.is_alphanumeric(),
        None => true,
    };
    free_before && free_after
}

/// Reads the words beside a number.
fn finish(text: &str, mut figure: Figure) -> Figure {
    let bare = !text[figure.start..figure.end].contains(['.', ',']);
    multiply(text, &mut figure);
    let after = head(&text[figure.end..]).trim_start();
    let before = tail(&text[..figure.start]).trim_end();
    let first = lower_word(after);
    figure.kind = if after.starts_with('%') || first == "percento" || (first == "per" && second_word(after) == "cento")
    {
        Kind::Percent
    } else if before.ends_with('€')
        || after.starts_with('€')
        || matches!(first.as_str(), "euro" | "eur")
        || last_word(before) == "euro"
        || (figure.step > 100 && first == "di" && second_word(after) == "euro")
    {
        Kind::Money
    } else if is_aside(before, figure.hundredths, bare, figure.step) {
        Kind::Aside
    } else {
        Kind::Plain
    };
    figure.nearness = nearness(before, after);
    if figure.nearness != Nearness::Exact {
        // "Circa 350.000" says no more than its digits that are not zero.
        while figure.hundredths != 0 && figure.hundredths % (figure.step * 10) == 0 && figure.step < 1_000_000_000_000 {
            figure.step *= 10;
        }
    }
    figure
}

/// "Milioni", "mila", "2 milioni e 600 mila".
fn multiply(text: &str, figure: &mut Figure) {
    let Some((factor, length)) = factor(&text[figure.end..]) else { return };
    let Some(value) = figure.hundredths.checked_mul(factor) else { return };
    figure.hundredths = value;
    figure.step = figure.step.saturating_mul(factor);
    figure.end += length;
    let rest = &text[figure.end..];
    let Some(more) = rest.strip_prefix(" e ") else { return };
    let digits = more.bytes().take_while(|byte| byte.is_ascii_digit()).count();
    if let Some((thousands, length)) = factor_of_rest(&more[digits..])
        && thousands < factor
        && let Some((hundredths, step)) = number(&more[..digits])
    {
        figure.hundredths = figure.hundredths.saturating_add(hundredths.saturating_mul(thousands));
        figure.step = step.saturating_mul(thousands);
        // "600 mila" says hundreds of thousands.
        while figure.hundredths % (figure.step * 10) == 0 && figure.step < 10_000_000 {
            figure.step *= 10;
        }
        figure.end += " e ".len() + digits + length;
    }
}

fn factor_of_rest(rest: &str) -> Option<(i64, usize)> {
    factor(rest).filter(|(factor, _)| *factor == 1_000)
}

/// The word after a number that multiplies it, and how many bytes it takes.
fn factor(rest: &str) -> Option<(i64, usize)> {
    let word = rest.trim_start();
    let space = rest.len() - word.len();
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let factor = match word[..length].to_ascii_lowercase().as_str() {
        "mila" => 1_000,
        "milione" | "milioni" | "mln" => 1_000_000,
        "miliardo" | "miliardi" => 1_000_000_000,
        _ => return None,
    };
    Some((factor, space + length))
}

fn nearness(before: &str, after: &str) -> Nearness {
    let after = after.trim_start_matches(['€', ' ']);
    let words = after.split_whitespace().filter(|word| !matches!(word.to_lowercase().as_str(), "euro" | "di" | "%"));
    if words.take(1).any(|word| is_about(&trimmed(word))) {
        return Nearness::About;
    }
    let mut words = before.rsplit(char::is_whitespace).map(trimmed).filter(|word| {
        !matches!(word.as_str(), "" | "€" | "euro" | "di" | "a" | "il" | "i" | "gli" | "le" | "al" | "n" | "del")
    });
    let Some(word) = words.next() else { return Nearness::Exact };
    match word.as_str() {
        "oltre" | "più" | "almeno" => Nearness::Above,
        "quasi" | "meno" | "fino" | "massimo" => Nearness::Below,
        word if is_about(word) => Nearness::About,
        _ => Nearness::Exact,
    }
}

fn is_about(word: &str) -> bool {
    matches!(word, "circa" | "ca" | "intorno" | "all'incirca" | "indicativamente" | "approssimativamente")
}

/// Words before a whole number that make it an age, an act or a place in a list, and no part of a sum.
const ASIDE: [&str; 21] = [
    "over",
    "ultra",
    "under",
    "anni",
    "art",
    "articolo",
    "comma",
    "legge",
    "punto",
    "fase",
    "tabella",
    "azione",
    "obiettivo",
    "dgr",
    "pag",
    "cap",
    "capitolo",
    "anno",
    "dal",
    "al",
    "dai",
];

fn is_aside(before: &str, hundredths: i64, bare: bool, step: i64) -> bool {
    let year = bare && (190_000..=210_000).contains(&hundredths);
    step == 100 && (year || ASIDE.contains(&last_word(before).as_str()))
}

/// Words that make a number a rate: rates of different times are not added.
const RATES: [&str; 12] = [
    "settimana",
    "settiman",
    "mensil",
    "al mese",
    "al giorno",
    "giornalier",
    "ogni ",
    "ciascun",
    "cadaun",
    "all'anno",
    "all’anno",
    "annui e",
];

/// Whether a text speaks of rates: so much a week, each, every month.
pub(crate) fn tells_rates(text: &str) -> bool {
    RATES.iter().any(|word| text.contains(word))
}

fn trimmed(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric() && char != '€').to_lowercase()
}

/// The beginning of a text that lies right after a figure.
pub(crate) fn head(text: &str) -> &str {
    if text.len() <= BESIDE_BYTES_MAX {
        return text;
    }
    let end = (0..=BESIDE_BYTES_MAX).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

/// The end of a text that lies right before a figure.
pub(crate) fn tail(text: &str) -> &str {
    if text.len() <= BESIDE_BYTES_MAX {
        return text;
    }
    let start = (text.len() - BESIDE_BYTES_MAX..text.len()).find(|at| text.is_char_boundary(*at));
    &text[start.unwrap_or(text.len())..]
}

/// The last word of a text, in lower case, without the marks around it.
pub(crate) fn last_word(text: &str) -> String {
    trimmed(tail(text).trim_end().rsplit(char::is_whitespace).next().unwrap_or(""))
}

/// The first word of a text, in lower case, without the marks around it.
pub(crate) fn lower_word(text: &str) -> String {
    trimmed(head(text).split_whitespace().next().unwrap_or(""))
}

fn second_word(text: &str) -> String {
    trimmed(text.split_whitespace().nth(1).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(i64, i64, Kind, Nearness)]) {
        let found: Vec<_> =
            figures(text).into_iter().map(|it| (it.hundredths, it.step, it.kind, it.nearness)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_values_units_and_precision() {
        use Kind::{Aside, Money, Percent, Plain};
        use Nearness::{About, Above, Exact};
        check("I 3,8 milioni di euro", &[(380_000_000, 10_000_000, Money, Exact)]);
        check("(650.000 euro)", &[(65_000_000, 100, Money, Exact)]);
        check("circa 60 mila euro", &[(6_000_000, 1_000_000, Money, About)]);
        check("2 milioni e 600 mila Euro circa", &[(260_000_000, 10_000_000, Money, About)]);
        check("7.117 soggetti over 60", &[(711_700, 100, Plain, Exact), (6_000, 100, Aside, Exact)]);
        check("pari al 12,5% di € 1.200,50", &[(1_250, 10, Percent, Exact), (120_050, 1, Money, Exact)]);
        check("più di 9 milioni di euro", &[(900_000_000, 100_000_000, Money, Above)]);
        check("il 31/12/2023, L. 1.1.2 e 3a", &[]);
        check("nel 2027", &[(202_700, 100, Aside, Exact)]);
    }
}
