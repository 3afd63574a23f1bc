// SPDX-License-Identifier: AGPL-3.0-or-later
//! A total told in prose, and the parts that follow it.

use super::figures::{Figure, Fit, Kind, Nearness, figures};
use super::told::Told;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::Cents;
use ambito_domain::planning::{Amount, LineNo};
use ambito_findings::Severity;

/// The stems that say that an amount is shared out below.
const SHARED_OUT: [&str; 8] =
    ["ripartit", "suddivis", "distribuit", "articolat", " divisi", "come segue", "nel modo seguente", "destinati a:"];

/// The longest list of parts that is added.
const PARTS_MAX: usize = 500;

/// How far below the announced amount its first part stands.
const LINES_TO_PARTS_MAX: LineNo = 8;

/// The words for parts that are numbered in a sentence, in their order.
const ORDINALS: [&str; 4] = ["prima", "seconda", "terza", "quarta"];

/// What such a part may be called.
const PARTS: [&str; 4] = ["parte", "quota", "tranche", "annualità"];

check! {
    /// # Le parti non fanno il totale detto nel testo
    ///
    /// **Che cosa trova.** Il testo annuncia un importo ripartito e sotto ne elenca le parti, ciascuna con il suo importo: la
    /// somma delle parti è un'altra.
    ///
    /// **Perché conta.** L'importo annunciato è quello che si cita; le parti sono quelle che si spendono.
    ///
    /// **Esempio.** "I 2,4 milioni di euro sono così ripartiti:" e sotto 1,5 milioni, 600.000 e 200.000 euro: fanno 2,3 milioni.
    ///
    /// **Come si corregge.** Riscrivere l'importo annunciato, o la parte sbagliata, o aggiungere quella che manca.
    ///
    /// **Eccezioni.** Se la somma è uguale all'importo solo dopo l'arrotondamento alle cifre scritte è una nota. Se le parti
    /// stesse sono arrotondate e l'importo può tornare, o è detto "circa", è un avviso.
    ///
    /// # The parts do not make the total told in the text
    ///
    /// **What it finds.** The text announces an amount that is shared out and lists its parts below, each with its amount: the
    /// parts make another sum.
    ///
    /// **Why it matters.** The amount announced is the one that is quoted; the parts are those that are spent.
    ///
    /// **Example.** "The 2.4 million euro are shared as follows:" and below 1.5 million, 600,000 and 200,000 euro: 2.3 million.
    ///
    /// **How to mend it.** Write the announced amount again, or the part that is wrong, or add the one that is missing.
    ///
    /// **Exceptions.** Where the sum is the amount only after rounding to the printed digits, it is a note. Where the parts
    /// are rounded themselves and the amount may be right, or is said to be "about" so much, it is a warning.
    SUM012, "prose-total-differs", Error, Run::Alone(look)
}

/// A figure with the line it stands on.
struct Part {
    place: Place,
    figure: Figure,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let amounts = &subject.draft.amounts;
    for (at, amount) in amounts.iter().enumerate() {
        if at.checked_sub(1).and_then(|left| amounts.get(left)).is_some_and(|left| left.line == amount.line) {
            continue;
        }
        if let Some(total) = announced(subject, amount) {
            let mut parts = listed(subject, amount.line);
            if parts.is_empty() {
                parts = headed(subject, amount.line, &amounts[at + 1..]);
            }
            if parts.len() > 1 {
                tell(&total, &parts, report);
            }
        }
    }
    for told in subject.told() {
        if told.text.contains("seconda ") {
            numbered(told, report);
        }
    }
}

/// The amount of a line that says that it is shared out below.
fn announced(subject: &Subject<'_>, amount: &Amount) -> Option<Part> {
    let text = subject.line(amount.line);
    if !text.trim_end().ends_with(':') {
        return None;
    }
    let lower = text.to_lowercase();
    if !SHARED_OUT.iter().any(|stem| lower.contains(stem)) {
        return None;
    }
    one_amount(subject, amount.line)
}

/// The amount of a line that tells one only.
fn one_amount(subject: &Subject<'_>, line: LineNo) -> Option<Part> {
    let text = subject.line(line);
    let mut money = figures(text).into_iter().filter(|figure| figure.kind == Kind::Money);
    let (Some(figure), None) = (money.next(), money.next()) else { return None };
    let place = subject.find(line, text.get(figure.start..figure.end)?, figure.start)?;
    Some(Part { place, figure })
}

/// The items of a list right below a line, each with one amount.
fn listed(subject: &Subject<'_>, line: LineNo) -> Vec<Part> {
    let mut parts = Vec::new();
    for next in line + 1..=subject.lines() {
        let text = subject.line(next).trim_start();
        if text.is_empty() {
            continue;
        }
        let item = text.starts_with(['-', '•', '–', '*', '·'])
            || text.split_once([')', '.']).is_some_and(|(number, rest)| {
                rest.starts_with(' ') && number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if !item {
            break;
        }
        match one_amount(subject, next) {
            Some(part) if parts.len() < PARTS_MAX => parts.push(part),
            _ => return Vec::new(),
        }
    }
    parts
}

/// The amounts in the headings of the nodes that follow, all of one level, until the next announced amount.
fn headed(subject: &Subject<'_>, line: LineNo, amounts: &[Amount]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut first = None;
    let mut last_line = line;
    for amount in amounts {
        let Some(id) = amount.node else { break };
        let node = subject.node(id);
        if node.line != amount.line {
            let first_of_line = std::mem::replace(&mut last_line, amount.line) != amount.line;
            if first_of_line && announced(subject, amount).is_some() {
                break;
            }
            continue;
        }
        let kin = (node.parent, node.level.as_deref());
        if *first.get_or_insert(kin) != kin {
            continue;
        }
        if parts.is_empty() && amount.line > line + LINES_TO_PARTS_MAX {
            break;
        }
        match one_amount(subject, amount.line) {
            Some(part) => parts.push(part),
            None => return Vec::new(),
        }
    }
    parts
}

fn tell(total: &Part, parts: &[Part], report: &mut Report) {
    let Some(sum) = parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.figure.hundredths)) else { return };
    let fit = total.figure.fit(sum);
    if fit == Fit::Same {
        return;
    }
    let [found, expected] = [total.figure.hundredths, sum].map(Cents::new);
    let rounded = fit == Fit::Rounded;
    let key = if rounded { "sum012-rounded-message" } else { "sum012-message" };
    let hint = if rounded { "sum012-rounded-hint" } else { "sum012-hint" };
    let defect = report
        .find(total.place, Words::new(key).with("found", found).with("expected", expected).with("count", parts.len()));
    let slack = parts.iter().fold(total.figure.slack(), |slack, part| slack.saturating_add(part.figure.slack()));
    let may_be = found.cents().saturating_sub(sum).saturating_abs() <= slack;
    let exact = parts.iter().chain([total]).all(|part| part.figure.nearness == Nearness::Exact);
    defect
        .severity(match () {
            () if rounded => Severity::Note,
            () if may_be || !exact => Severity::Warning,
            () => Severity::Error,
        })
        .instead(found, expected)
        .mark(total.place, Words::new("mark-written-is").with("found", found).with("expected", expected))
        .hint(Words::new(hint).with("expected", expected));
    for part in parts {
        let label = Words::new("related-part").with("amount", Cents::new(part.figure.hundredths));
        defect.see(part.place.line, label);
    }
}

/// Parts that one paragraph numbers ("una prima parte pari a … la seconda parte …") of the amount told before them.
fn numbered(told: &Told<'_>, report: &mut Report) {
    let lower = told.text.to_lowercase();
    if lower.len() != told.text.len() {
        return;
    }
    let starts: Vec<usize> = ORDINALS
        .iter()
        .map_while(|ordinal| PARTS.iter().find_map(|part| lower.find(&format!("{ordinal} {part} "))))
        .collect();
    let [first, _, ..] = starts[..] else { return };
    if !starts.is_sorted() {
        return;
    }
    let money: Vec<Figure> = figures(told.text).into_iter().filter(|figure| figure.kind == Kind::Money).collect();
    let wholes: Vec<&Figure> = money.iter().filter(|figure| figure.end < first).collect();
    let added = |left: &Figure, right: &Figure| {
        lower.get(left.end..right.start).is_some_and(|words| words.contains("aggiunt") || words.contains("oltre a"))
    };
    let whole = match wholes[..] {
        [one] => one.hundredths,
        [one, more] if added(one, more) => one.hundredths.saturating_add(more.hundredths),
        _ => return,
    };
    let parts: Vec<&Figure> = starts
        .iter()
        .enumerate()
        .filter_map(|(at, start)| {
            let end = starts.get(at + 1).copied().unwrap_or(told.text.len());
            money.iter().find(|figure| (*start..end).contains(&figure.start))
        })
        .collect();
    if parts.len() != starts.len() {
        return;
    }
    let sum = parts.iter().fold(0i64, |sum, part| sum.saturating_add(part.hundredths));
    if sum == whole {
        return;
    }
    let slack = parts.iter().chain(&wholes).fold(0i64, |slack, figure| slack.saturating_add(figure.slack()));
    let rounded = whole.saturating_sub(sum).saturating_abs() <= slack;
    let [found, expected] = [whole, sum].map(Cents::new);
    let key = if rounded { "sum012-rounded-message" } else { "sum012-message" };
    let place = wholes.first().map_or(told.place, |one| told.part(one.start, one.end));
    let message = Words::new(key).with("found", found).with("expected", expected).with("count", parts.len());
    let defect = report.find(place, message);
    defect
        .severity(if rounded { Severity::Note } else { Severity::Warning })
        .instead(found, expected)
        .hint(Words::new("sum012-numbered-hint"));
    for one in wholes {
        defect.mark(told.part(one.start, one.end), Words::new("sum012-whole"));
    }
    for part in parts {
        defect.mark(told.part(part.start, part.end), Words::new("sum012-part"));
    }
}
