// SPDX-License-Identifier: AGPL-3.0-or-later
//! An amount for each year, a number of years, and an amount for all of them that is another.

use super::figures::{Figure, Fit, Kind, Nearness, datum, figures, head, tail};
use super::told::Told;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

/// How far apart two amounts for the same years may be to be meant as one, in hundredths of the larger.
const NEAR_HUNDREDTHS_MAX: i128 = 5;

/// The most amounts of either kind that are compared across a document.
const AMOUNTS_MAX: usize = 200;

check! {
    /// # L'importo annuo per gli anni non fa l'importo pluriennale
    ///
    /// **Che cosa trova.** Il testo dice un importo per anno e per quanti anni; l'importo "triennale" o "biennale" scritto
    /// con esso, o in un'altra scheda che parla delle stesse risorse, è un altro.
    ///
    /// **Perché conta.** Si programma per anno e si chiede per triennio: se i due conti non coincidono, manca denaro in uno
    /// dei due.
    ///
    /// **Esempio.** "40.000 euro annui per tre anni, per un valore triennale di 150.000 euro": tre anni fanno 120.000.
    ///
    /// **Come si corregge.** Riscrivere l'importo annuo o quello pluriennale; se sono risorse diverse, dirlo con il loro nome.
    ///
    /// **Eccezioni.** Fra schede diverse si confrontano solo importi per lo stesso numero di anni, vicini fra loro meno del
    /// cinque per cento, in schede che nominano la stessa sigla: è un avviso. Un importo che torna con un altro non è confrontato.
    ///
    /// # The amount of a year times the years is not the amount of all years
    ///
    /// **What it finds.** The text tells an amount for each year and for how many years; the amount for all of them that is
    /// told with it, or in another sheet that speaks of the same resources, is another.
    ///
    /// **Why it matters.** Plans are made by year and money is asked for by three: where the two do not meet, one of them
    /// lacks money.
    ///
    /// **Example.** "40,000 euro a year for three years, 150,000 euro in three years": three years make 120,000.
    ///
    /// **How to mend it.** Write the yearly amount or the other one again; if they are different resources, name them.
    ///
    /// **Exceptions.** Between sheets only amounts for the same number of years are compared, that are less than five per
    /// cent apart, in sheets that name the same abbreviation: a warning. An amount that meets another one is left alone.
    SUM015, "yearly-times-years-differs", Error, Run::Alone(look)
}

/// An amount for several years.
#[derive(Clone, Copy)]
struct Several<'t> {
    told: &'t Told<'t>,
    figure: Figure,
    years: i64,
    /// The amount for all years, in hundredths.
    whole: i64,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut products: Vec<Several<'_>> = Vec::new();
    let mut totals: Vec<Several<'_>> = Vec::new();
    for told in subject.told() {
        let has = |part: &str| told.text.contains(part);
        if !(has("annu") || has("anno") || has("nnal")) {
            continue;
        }
        let figures = figures(told.text);
        let here: Vec<Several<'_>> = figures.iter().filter_map(|figure| yearly(told, figure)).collect();
        let whole: Vec<Several<'_>> = figures.iter().filter_map(|figure| multi_year(told, figure)).collect();
        if let ([product], [total]) = (&here[..], &whole[..])
            && product.years == total.years
            && is_of_one_size(product.whole, total.whole)
            && told
                .text
                .get(product.figure.end.min(total.figure.end)..product.figure.start.max(total.figure.start))
                .is_some_and(|between| !between.contains(". "))
        {
            if total.figure.fit(product.whole) == Fit::Other {
                tell(product, total, report);
            }
            continue;
        }
        products.extend(here);
        totals.extend(whole);
    }
    across(subject, &products, &totals, report);
}

/// Amounts of one place and of another that nearly meet and speak of the same thing.
fn across(subject: &Subject<'_>, products: &[Several<'_>], totals: &[Several<'_>], report: &mut Report) {
    if products.len() > AMOUNTS_MAX || totals.len() > AMOUNTS_MAX {
        return;
    }
    let meets = |product: &Several<'_>, total: &Several<'_>| {
        product.years == total.years && total.figure.fit(product.whole) != Fit::Other
    };
    for product in products.iter().filter(|product| !totals.iter().any(|total| meets(product, total))) {
        let names = names_of(subject, product.told);
        let near: Vec<&Several<'_>> = totals
            .iter()
            .filter(|total| !products.iter().any(|other| meets(other, total)))
            .filter(|total| total.years == product.years && total.told.place != product.told.place)
            .filter(|total| is_near(total.whole, product.whole))
            .filter(|total| !names.is_disjoint(&names_of(subject, total.told)))
            .collect();
        if let [total] = near[..] {
            tell(product, total, report);
        }
    }
}

fn tell(product: &Several<'_>, total: &Several<'_>, report: &mut Report) {
    let place = |several: &Several<'_>| several.told.part(several.figure.start, several.figure.end);
    let expected = datum(product.whole, total.figure.kind);
    let message = Words::new("sum015-message")
        .with("yearly", product.figure.datum())
        .with("years", u64_of(product.years))
        .with("expected", expected.clone())
        .with("found", total.figure.datum());
    let together = product.told.place == total.told.place;
    let defect = report.find(place(total), message);
    defect.instead(total.figure.datum(), expected.clone());
    if product.told.place.line == total.told.place.line {
        defect.mark(place(product), Words::new("sum015-yearly"));
    } else {
        let label = Words::new("sum015-related").with("yearly", product.figure.datum());
        defect.see(product.told.place.line, label.with("years", u64_of(product.years)));
    }
    let exact = [product, total].iter().all(|several| several.figure.nearness == Nearness::Exact);
    if !(together && exact) {
        defect.severity(Severity::Warning);
    }
    defect.hint(Words::new("sum015-hint").with("expected", expected));
}

fn u64_of(years: i64) -> usize {
    usize::try_from(years).unwrap_or(0)
}

/// An amount that is told for each year and for how many: "40.000 euro annui per tre anni".
fn yearly<'t>(told: &'t Told<'t>, figure: &Figure) -> Option<Several<'t>> {
    if !matches!(figure.kind, Kind::Money | Kind::Plain) {
        return None;
    }
    let after = head(told.text.get(figure.end..)?);
    let mut words = after.split_whitespace().map(lower).filter(|word| !word.is_empty() && word != "euro").peekable();
    let first = words.next()?;
    let by_year =
        first.starts_with("annu") || (matches!(first.as_str(), "all'anno" | "all’anno" | "l'anno" | "l’anno"));
    if !by_year || words.next()? != "per" {
        return None;
    }
    let mut count = words.next()?;
    if matches!(count.as_str(), "il" | "un" | "i" | "l'intero" | "tutto") {
        count = words.next()?;
        if matches!(count.as_str(), "prossimo" | "il") {
            count = words.next()?;
        }
    }
    let years = match years_of(&count) {
        Some(years) => years,
        None => number_word(&count).filter(|_| words.next().is_some_and(|word| word.starts_with("ann")))?,
    };
    let whole = figure.hundredths.checked_mul(years)?;
    Some(Several { told, figure: *figure, years, whole })
}

/// An amount told for several years together: "valore triennale di 120.000 euro", "120.000 euro nel triennio".
fn multi_year<'t>(told: &'t Told<'t>, figure: &Figure) -> Option<Several<'t>> {
    if !matches!(figure.kind, Kind::Money | Kind::Plain) || figure.hundredths < 100_000 {
        return None;
    }
    let before = tail(told.text.get(..figure.start)?);
    let mut words = before
        .rsplit(char::is_whitespace)
        .map(lower)
        .filter(|word| !matches!(word.as_str(), "" | "€" | "di" | "euro" | "circa" | "pari" | "a" | "complessivo"));
    let years = years_of(&words.next()?).or_else(|| {
        let after = head(told.text.get(figure.end..)?);
        let mut words = after.split_whitespace().map(lower).filter(|word| !matches!(word.as_str(), "" | "euro" | "€"));
        let first = words.next()?;
        match first.as_str() {
            "nel" | "sul" => years_of(&words.next()?),
            _ if first.ends_with("nnali") => years_of(&first),
            _ => None,
        }
    })?;
    Some(Several { told, figure: *figure, years, whole: figure.hundredths })
}

fn lower(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase()
}

/// The years of "biennio", "triennale".
fn years_of(word: &str) -> Option<i64> {
    let stem = ["bienn", "trienn", "quadrienn", "quinquenn"].iter().position(|stem| word.starts_with(stem))?;
    i64::try_from(stem + 2).ok()
}

fn number_word(word: &str) -> Option<i64> {
    match word {
        "due" => Some(2),
        "tre" => Some(3),
        "quattro" => Some(4),
        "cinque" => Some(5),
        digits => digits.parse().ok().filter(|years| (2..=10).contains(years)),
    }
}

/// Whether neither amount is more than twice the other: else they are of different things.
fn is_of_one_size(left: i64, right: i64) -> bool {
    let (small, large) = (left.min(right), left.max(right));
    small > 0 && small.saturating_mul(2) >= large
}

fn is_near(left: i64, right: i64) -> bool {
    let (left, right) = (i128::from(left), i128::from(right));
    (left - right).abs() * 100 <= left.max(right) * NEAR_HUNDREDTHS_MAX
}

/// The abbreviations of a text and of the title of the sheet that it stands in.
fn names_of<'a>(subject: &'a Subject<'_>, told: &'a Told<'_>) -> FxHashSet<&'a str> {
    let amounts = &subject.draft.amounts;
    let at = amounts.partition_point(|amount| amount.line < told.place.line);
    let node = amounts.get(at).filter(|amount| amount.line == told.place.line).and_then(|amount| amount.node);
    let title = node.and_then(|node| subject.node(node).title.as_deref()).unwrap_or("");
    let mut names = abbreviations(told.text);
    names.extend(abbreviations(title));
    names
}

/// The words of at least three capital letters.
fn abbreviations(text: &str) -> FxHashSet<&str> {
    text.split(|char: char| !char.is_alphanumeric())
        .filter(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()))
        .collect()
}
