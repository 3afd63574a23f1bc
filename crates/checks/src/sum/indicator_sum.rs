// SPDX-License-Identifier: AGPL-3.0-or-later
//! A target whose note says what it is the sum of.

use super::figures::{Kind, figures, lower_word, tells_rates};
use crate::arithmetic::Quantity;
use crate::check::{Run, check};
use crate::{Datum, Place, Report, Subject, Words};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{Comparison, Indicator, LineNo, Total};
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

/// How far below its indicator a note stands.
const LINES_TO_NOTE_MAX: LineNo = 6;

/// The stems of budgets, folded.
const BUDGETS: [&str; 6] = ["bdg", "budget", "bilanc", "dotazion", "stanziament", "spes"];

/// Numbers as words, from zero.
const NUMBERS: [&str; 11] = ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];

check! {
    /// # Il valore previsto non è la somma che dice la nota
    ///
    /// **Che cosa trova.** La nota di un indicatore dice da che cosa è fatto il suo valore: un elenco di quantità, altri
    /// indicatori per codice, i budget dei servizi. La somma è un'altra.
    ///
    /// **Perché conta.** A consuntivo si dovrà dire se il valore è raggiunto, e la nota ne racconta uno diverso.
    ///
    /// **Esempio.** Valore previsto 10, nota "5 laboratori con ragazzi e 4 laboratori con adulti": fanno 9.
    ///
    /// **Come si corregge.** Riscrivere il valore previsto o la nota.
    ///
    /// **Eccezioni.** I valori "più di" o "almeno" non sono controllati; un elenco di specie diverse (incontri, ore) non è
    /// una somma. Se il valore torna solo arrotondando agli zeri finali è una nota.
    ///
    /// # The target is not the sum that its note says
    ///
    /// **What it finds.** The note of an indicator says what its target is made of: a list of quantities, other indicators by
    /// code, the budgets of the services. They make another sum.
    ///
    /// **Why it matters.** At the end somebody must say whether the target was reached, and the note tells a different one.
    ///
    /// **Example.** Target 10, note "5 workshops with young people and 4 workshops with adults": 9.
    ///
    /// **How to mend it.** Write the target or the note again.
    ///
    /// **Exceptions.** Targets of "more than" or "at least" are not checked; a list of different kinds (meetings, hours) is
    /// no sum. Where the target is right only when rounded to its last zeros, it is a note.
    SUM011, "indicator-sum-differs", Warning, Run::Alone(look)
}

/// What a note says that its target is the sum of.
struct Sum {
    hundredths: i64,
    kind: Kind,
    /// Lines that the parts stand on, with the amounts.
    parts: Vec<(LineNo, i64)>,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut targets: Option<FxHashMap<&str, &Indicator>> = None;
    for indicator in &subject.draft.indicators {
        let Some(note) = indicator.note.as_deref().filter(|note| !note.is_empty()) else { continue };
        let Some(target) = indicator.target.as_ref() else { continue };
        if !matches!(target.comparison, None | Some(Comparison::Equal)) {
            continue;
        }
        let Some(Quantity::Number(value)) = target.value.and_then(Quantity::number) else { continue };
        let folded = fold(note);
        let sum = if folded.split(' ').any(|word| word.starts_with("somm")) {
            let targets = targets.get_or_insert_with(|| by_code(subject));
            of_codes(note, targets).or_else(|| of_budgets(subject, &folded))
        } else if note.bytes().any(|byte| byte.is_ascii_digit()) {
            of_list(note, &folded)
        } else {
            None
        };
        if let Some(sum) = sum.filter(|sum| sum.hundredths != value) {
            tell(subject, indicator, value, &sum, report);
        }
    }
}

fn by_code<'a>(subject: &Subject<'a>) -> FxHashMap<&'a str, &'a Indicator> {
    let indicators = subject.draft.indicators.iter();
    indicators.filter_map(|indicator| Some((indicator.code.as_deref()?, indicator))).collect()
}

/// The targets of the indicators that a note names by their codes.
fn of_codes(note: &str, targets: &FxHashMap<&str, &Indicator>) -> Option<Sum> {
    let mut parts = Vec::new();
    for word in note.split(|char: char| !(char.is_alphanumeric() || char == '_' || char == '.')) {
        if let Some(indicator) = targets.get(word.trim_end_matches('.')) {
            let value = indicator.target.as_ref()?.value.and_then(Quantity::number)?;
            parts.push((indicator.line, value.hundredths()));
        }
    }
    let hundredths = parts.iter().try_fold(0i64, |sum, (_, part)| sum.checked_add(*part))?;
    (parts.len() > 1).then_some(Sum { hundredths, kind: Kind::Plain, parts })
}

/// The totals of as many budgets as the note counts ("somma dei budget dei due servizi"), where the document prints
/// exactly that many of one name, each of a node at the top.
fn of_budgets(subject: &Subject<'_>, folded: &str) -> Option<Sum> {
    if !folded.split(' ').any(|word| BUDGETS.iter().any(|stem| word.starts_with(stem))) {
        return None;
    }
    let count = folded.split(' ').find_map(|word| {
        let written = NUMBERS.iter().position(|number| *number == word);
        written.or_else(|| word.parse().ok()).filter(|count| (2..=50).contains(count))
    })?;
    let mut named: FxHashMap<String, Vec<&Total>> = FxHashMap::default();
    for total in &subject.draft.totals {
        let top = total.node.is_some_and(|node| subject.node(node).parent.is_none());
        if let (true, Some(label), Some(_)) = (top, total.label.as_deref(), total.amount) {
            named.entry(fold(label)).or_default().push(total);
        }
    }
    let mut fitting = named
        .into_values()
        .filter(|totals| totals.len() == count && totals.windows(2).all(|pair| pair[0].node != pair[1].node));
    let (Some(totals), None) = (fitting.next(), fitting.next()) else { return None };
    let parts: Vec<(LineNo, i64)> =
        totals.iter().filter_map(|total| Some((total.line, total.amount?.cents()))).collect();
    let hundredths = parts.iter().try_fold(0i64, |sum, (_, part)| sum.checked_add(*part))?;
    Some(Sum { hundredths, kind: Kind::Money, parts })
}

/// A list of quantities of one kind: "4 gruppi con genitori e 4 gruppi con bambini".
fn of_list(note: &str, folded: &str) -> Option<Sum> {
    let figures = figures(note);
    let plain = figures.iter().all(|figure| figure.kind == Kind::Plain && figure.step == 100);
    if figures.len() < 2 || !plain || tells_rates(note) || folded.split(' ').any(|word| NUMBERS[2..].contains(&word)) {
        return None;
    }
    let word = |end: usize| lower_word(note.get(end..).unwrap_or(""));
    let first = word(figures[0].end);
    if first.len() < 2 || first == "e" || figures.iter().any(|figure| word(figure.end) != first) {
        return None;
    }
    // "Dai 3 ai 5" and a number that something stands before are no list.
    let listed = figures.windows(2).all(|pair| {
        let between = note.get(pair[0].end..pair[1].start).unwrap_or("").trim_end();
        between.ends_with([',', ';', '+']) || between.ends_with(" e") || between.ends_with(" ed")
    });
    let hundredths = figures.iter().try_fold(0i64, |sum, figure| sum.checked_add(figure.hundredths))?;
    listed.then_some(Sum { hundredths, kind: Kind::Plain, parts: Vec::new() })
}

fn tell(subject: &Subject<'_>, indicator: &Indicator, value: i64, sum: &Sum, report: &mut Report) {
    let says = |hundredths: i64| -> Datum {
        match sum.kind {
            Kind::Money => Cents::new(hundredths).into(),
            _ => Quantity::Number(hundredths).into(),
        }
    };
    let printed = indicator.target.as_ref().map_or("", |target| target.raw.as_str());
    let name = indicator.code.as_deref().unwrap_or(&indicator.title);
    let place = target_place(subject, indicator.line, printed);
    let mut zeros = 100i64;
    while value % (zeros * 10) == 0 && zeros < 100_000_000_000 {
        zeros *= 10;
    }
    let rounded = sum.kind == Kind::Money && value.saturating_sub(sum.hundredths).saturating_abs() * 2 <= zeros;
    let defect = report.find(
        place,
        Words::new("sum011-message")
            .with("name", name)
            .with("found", says(value))
            .with("expected", says(sum.hundredths)),
    );
    defect
        .instead(says(value), says(sum.hundredths))
        .hint(Words::new("sum011-hint").with("expected", says(sum.hundredths)));
    if rounded {
        defect.severity(Severity::Note);
    }
    let note = indicator.note.as_deref().unwrap_or("");
    let start = note.split('\n').next().unwrap_or("").trim();
    if let Some(line) = (indicator.line..=indicator.line + LINES_TO_NOTE_MAX)
        .find(|line| !start.is_empty() && subject.line(*line).contains(start))
        && line != indicator.line
    {
        defect.see(line, Words::new("sum011-note"));
    }
    for (line, part) in &sum.parts {
        defect.see(*line, Words::new("related-part").with("amount", says(*part)));
    }
}

/// The last cell of a row that holds a target, as printed.
fn target_place(subject: &Subject<'_>, line: LineNo, printed: &str) -> Place {
    let cells = subject.cells(line).filter(|cell| !printed.is_empty() && cell.text.contains(printed));
    cells.last().map_or_else(|| subject.place(line, printed), |cell| cell.place)
}
