// SPDX-License-Identifier: AGPL-3.0-or-later
//! A product told in prose that does not come out.

use super::figures::{Figure, Fit, Kind, Nearness, datum, figures};
use super::told::Told;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_findings::Severity;

/// How many words may stand between a factor and the sign after it ("5 ambiti della zona x").
const WORDS_OF_A_FACTOR_MAX: usize = 5;

check! {
    /// # Un prodotto scritto nel testo non torna
    ///
    /// **Che cosa trova.** In una frase due o più numeri sono moltiplicati con "x" e il risultato scritto accanto, dopo
    /// "=" o prima della parentesi, non è quello del conto.
    ///
    /// **Perché conta.** Dal prodotto nasce di solito una quota chiesta agli enti: se il conto è sbagliato, qualcuno
    /// versa troppo o troppo poco.
    ///
    /// **Esempio.** "quote dei Comuni 45.000 euro (2.500 euro x 9 Comuni x 3 anni)": il conto dà 67.500 euro.
    ///
    /// **Come si corregge.** Riscrivere il risultato, oppure il fattore sbagliato.
    ///
    /// **Eccezioni.** Se una cifra è detta "circa" il rilievo è un avviso, e vale l'arrotondamento alle cifre scritte. Un
    /// prodotto senza risultato scritto non è controllato.
    ///
    /// # A product told in prose does not come out
    ///
    /// **What it finds.** In a sentence two or more numbers are multiplied with "x", and the result written beside
    /// them, after "=" or before the bracket, is not what they make.
    ///
    /// **Why it matters.** Such a product is usually what bodies are asked to pay: if it is wrong, somebody pays too
    /// much or too little.
    ///
    /// **Example.** "shares of the municipalities 45,000 euro (2,500 euro x 9 municipalities x 3 years)": it comes to 67,500.
    ///
    /// **How to mend it.** Write the result again, or the factor that is wrong.
    ///
    /// **Exceptions.** Where a figure is said to be "about" so much, it is a warning, and rounding to the printed digits
    /// holds. A product without a printed result is not checked.
    SUM016, "product-differs", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for told in subject.told() {
        if told.text.bytes().any(|byte| matches!(byte, b'x' | b'X' | b'*' | 0xC3)) {
            products(told, report);
        }
    }
}

fn products(told: &Told<'_>, report: &mut Report) {
    let figures = figures(told.text);
    let mut first = 0;
    while first + 1 < figures.len() {
        let mut last = first;
        while last + 1 < figures.len() && multiplies(between(told.text, &figures[last], &figures[last + 1])) {
            last += 1;
        }
        if last > first {
            let total = after(told.text, &figures, last).or_else(|| before(told.text, &figures, first));
            if let Some(total) = total {
                tell(told, &figures[first..=last], &figures[total], report);
            }
        }
        first = last + 1;
    }
}

/// Whether the words between two figures end in a sign of multiplication.
fn multiplies(words: &str) -> bool {
    let mut count = 0;
    let mut sign = false;
    for word in words.split_whitespace() {
        match word {
            "x" | "X" | "×" | "*" => sign = true,
            "€" | "euro" | "n." | "n°" | "nr." | "nr" | "circa" => {}
            _ if sign || word.contains([';', '=', '(']) || (word.ends_with('.') && word.len() > 4) => return false,
            _ => count += 1,
        }
    }
    sign && count <= WORDS_OF_A_FACTOR_MAX
}

/// The figure after the last factor, where "=" or "per un totale di" stands between.
fn after(text: &str, figures: &[Figure], last: usize) -> Option<usize> {
    let words = between(text, &figures[last], figures.get(last + 1)?);
    let short = words.split_whitespace().count() <= WORDS_OF_A_FACTOR_MAX + 4 && !words.contains(['.', ';', '(']);
    let sign = words.contains('=') || words.contains("per un totale") || words.contains("per complessiv");
    (short && sign).then_some(last + 1)
}

/// The figure before the bracket that the factors stand in.
fn before(text: &str, figures: &[Figure], first: usize) -> Option<usize> {
    let at = first.checked_sub(1)?;
    let words = between(text, &figures[at], &figures[first]);
    let open = words.trim_start_matches([' ', '€']).trim_start_matches("euro").trim_start();
    let rest = open.strip_prefix('(')?;
    rest.split_whitespace().all(|word| matches!(word, "€" | "euro" | "n." | "pari" | "a" | "cioè")).then_some(at)
}

fn between<'t>(text: &'t str, left: &Figure, right: &Figure) -> &'t str {
    text.get(left.end..right.start).unwrap_or("")
}

fn tell(told: &Told<'_>, factors: &[Figure], total: &Figure, report: &mut Report) {
    let Some(product) = product_of(factors) else { return };
    let money = |figure: &Figure| figure.kind == Kind::Money;
    // Hours times weeks make no amount: its price stands elsewhere.
    if total.fit(product) != Fit::Other || (money(total) && !factors.iter().any(money)) {
        return;
    }
    let defect = report.find(
        told.part(total.start, total.end),
        Words::new("sum016-message").with("found", total.datum()).with("expected", datum(product, total.kind)),
    );
    defect.instead(total.datum(), datum(product, total.kind));
    for factor in factors {
        defect.mark(told.part(factor.start, factor.end), Words::new("sum016-factor"));
    }
    let exact = factors.iter().chain([total]).all(|figure| figure.nearness == Nearness::Exact);
    if !exact {
        defect.severity(Severity::Warning);
    }
    defect.hint(Words::new("sum016-hint").with("expected", datum(product, total.kind)));
}

/// The product in hundredths, rounded half up once.
fn product_of(factors: &[Figure]) -> Option<i64> {
    let mut product = 100i128;
    let mut unit = 1i128;
    for factor in factors {
        product = product.checked_mul(i128::from(factor.hundredths))?;
        unit = unit.checked_mul(if factor.kind == Kind::Percent { 10_000 } else { 100 })?;
    }
    i64::try_from((product.checked_add(unit / 2)?).div_euclid(unit)).ok()
}
