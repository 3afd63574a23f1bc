// SPDX-License-Identifier: AGPL-3.0-or-later
//! One measure that stands in two places of a plan.

use super::stems::{near, stems};
use super::{outcome, places};
use crate::check::{Run, check};
use crate::listed::{PLACES_MAX, short};
use crate::{Report, Subject, Words};
use ambito_base::{Decimal, fold};
use ambito_domain::planning::Indicator;
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

/// Fewer stems than these are no measure that could be known again.
const STEMS_MIN: usize = 2;

/// A title that begins another one has at least so many words…
const WORDS_MIN: usize = 8;

/// …or of so many words where both have one day as target, in two places…
const WORDS_DATED_MIN: usize = 2;

/// …and never one as short as this.
const TITLE_BYTES_MIN: usize = 20;

/// From so many titles on, the same title is a formula of the plan.
const FORMULA_MIN: usize = 3;

check! {
    /// # La stessa misura è scritta due volte
    ///
    /// **Che cosa trova.** Due indicatori con lo stesso titolo, a parte le parole che contano soltanto («n.», «entro il», i
    /// plurali): con lo stesso valore atteso, con valori diversi o con risultati diversi. Titoli quasi uguali,
    /// titoli che sono per intero l'inizio di un altro, e titoli ripetuti tre o più volte con lo stesso valore, sono una
    /// nota.
    ///
    /// **Perché conta.** Lo stesso risultato è contato due volte, o due uffici promettono cifre diverse per la stessa cosa.
    ///
    /// **Esempio.** «N. persone seguite dallo sportello» 300 in un progetto, e «Persone seguite dallo sportello» 250 in un
    /// altro.
    ///
    /// **Come si corregge.** Tenere la misura in un solo posto e richiamarla nell'altro; se sono cose diverse, dirlo nei
    /// titoli.
    ///
    /// **Eccezioni.** I progetti con lo stesso titolo in più servizi sono ripetuti per scelta e non sono confrontati; i titoli
    /// di una parola sola nemmeno.
    ///
    /// # The same measure is written twice
    ///
    /// **What it finds.** Two indicators with the same title, apart from words that only count ("n.", "entro il",
    /// plurals): with the same target, with different ones, or with different results. Titles that are nearly the same,
    /// titles that are the whole beginning of another, and titles repeated three times or more with one target, are a note.
    ///
    /// **Why it matters.** One result is counted twice, or two offices promise different figures for one thing.
    ///
    /// **Example.** "No. of people followed by the help desk" 300 in one project, and "People followed by the help desk"
    /// 250 in another.
    ///
    /// **How to mend it.** Keep the measure in one place and refer to it in the other; if they are different things, say
    /// so in the titles.
    ///
    /// **Exceptions.** Projects of the same title in several services are repeated by choice and not compared; nor are
    /// titles of one word.
    IND007, "measured-twice", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let indicators = &subject.draft.indicators;
    let stems: Vec<Vec<u64>> = indicators.iter().map(|indicator| stems(&indicator.title)).collect();
    let mut groups: FxHashMap<&[u64], Vec<usize>> = FxHashMap::default();
    let mut order: Vec<&[u64]> = Vec::new();
    for (at, stems) in stems.iter().enumerate() {
        if stems.len() >= STEMS_MIN {
            let group = groups.entry(stems).or_default();
            if group.is_empty() {
                order.push(stems);
            }
            group.push(at);
        }
    }
    for key in &order {
        if let Some(group) = groups.get(key).filter(|group| group.len() > 1) {
            let different: Vec<&Indicator> = without_twins(subject, group);
            tell_same(subject, report, &different);
        }
    }
    // Each title once: what is the same was told above.
    let firsts: Vec<usize> = order.iter().filter_map(|key| groups.get(key)?.first().copied()).collect();
    for (left, right) in near(&stems, &firsts) {
        if let (Some(first), Some(second)) = (indicators.get(left), indicators.get(right))
            && !are_twins(subject, first, second)
        {
            tell_near(subject, report, first, second);
        }
    }
    beginnings(subject, report);
}

/// Titles that are the whole beginning of another with the same target: one measure, with and without its parts.
fn beginnings(subject: &Subject<'_>, report: &mut Report) {
    let trimmed = |title: &str| {
        let folded = fold(title);
        folded.trim_end_matches(" entro il").trim_end_matches([':', ' ', '.', ',']).to_owned()
    };
    let with_target = subject.draft.indicators.iter().filter(|indicator| indicator.target.is_some());
    let mut titles: Vec<(String, &Indicator)> =
        with_target.map(|indicator| (trimmed(&indicator.title), indicator)).collect();
    titles.sort_by(|(one, first), (other, second)| one.cmp(other).then(first.line.cmp(&second.line)));
    for (at, (title, indicator)) in titles.iter().enumerate() {
        let words = title.split(' ').count();
        let due = indicator.target.as_ref().is_some_and(|target| target.due.is_some());
        if words < if due { WORDS_DATED_MIN } else { WORDS_MIN } || title.len() < TITLE_BYTES_MIN {
            continue;
        }
        let longer: Vec<&Indicator> = titles
            .iter()
            .skip(at + 1)
            .take_while(|(other, _)| other.starts_with(title.as_str()))
            .filter(|(other, second)| {
                let rest = other.get(title.len()..).unwrap_or("");
                let apart = second.node != indicator.node || !due;
                rest.starts_with([' ', ',', ':', ';'])
                    && differs(indicator, second).is_none()
                    && apart
                    && stems(title) != stems(other)
            })
            .map(|(_, second)| *second)
            .take(PLACES_MAX)
            .collect();
        let Some(first) = longer.first() else { continue };
        let place = places::title(subject, indicator);
        let message = Words::new("ind007-prefix").with("title", short(&indicator.title));
        let message =
            message.with("rest", short(rest_of(&first.title, &indicator.title))).with("target", target_text(indicator));
        let defect = report.find(place, message).severity(Severity::Note);
        defect.mark_only(place).hint(Words::new("ind007-hint"));
        for other in longer {
            defect.see(other.line, Words::new("ind007-prefix-also"));
        }
    }
}

/// The indicators of a group, one for each title of a project: projects of one title are one project in several offices.
fn without_twins<'a>(subject: &Subject<'a>, group: &[usize]) -> Vec<&'a Indicator> {
    let mut seen: FxHashMap<Option<String>, Option<ambito_domain::planning::NodeId>> = FxHashMap::default();
    group
        .iter()
        .filter_map(|at| subject.draft.indicators.get(*at))
        .filter(|indicator| {
            let project = indicator.node.map(|node| subject.node(node).parent.unwrap_or(node));
            // The same project twice is no twin.
            *seen.entry(project_title(subject, indicator)).or_insert(project) == project
        })
        .collect()
}

/// Whether two indicators stand in two projects of one title.
fn are_twins(subject: &Subject<'_>, first: &Indicator, second: &Indicator) -> bool {
    let project = |indicator: &Indicator| indicator.node.map(|node| subject.node(node).parent.unwrap_or(node));
    project(first) != project(second) && project_title(subject, first) == project_title(subject, second)
}

fn project_title(subject: &Subject<'_>, indicator: &Indicator) -> Option<String> {
    let node = subject.node(indicator.node?);
    let project = node.parent.map_or(node, |parent| subject.node(parent));
    project.title.as_deref().map(fold)
}

fn tell_same(subject: &Subject<'_>, report: &mut Report, group: &[&Indicator]) {
    let [first, rest @ ..] = group else { return };
    let Some(second) = rest.first() else { return };
    let differ = |what: Differs| rest.iter().any(|other| differs(first, other) == Some(what));
    let key = if differ(Differs::Targets) {
        "ind007-targets"
    } else if differ(Differs::Results) {
        "ind007-results"
    } else {
        "ind007-message"
    };
    // A formula with a value of its own in each place is a way of writing.
    if group.len() >= FORMULA_MIN && key == "ind007-targets" {
        return;
    }
    let place = places::title(subject, second);
    let message = Words::new(key)
        .with("title", short(&second.title))
        .with("count", group.len())
        .with("targets", list(group, target_text))
        .with("results", list(group, result_text));
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("ind007-hint"));
    if key == "ind007-targets" {
        defect.found(target_text(second));
    }
    if group.len() >= FORMULA_MIN {
        defect.severity(Severity::Note);
    }
    defect.see(first.line, Words::new("ind007-also"));
    for other in rest.iter().skip(1).take(PLACES_MAX) {
        defect.see(other.line, Words::new("ind007-also"));
    }
}

fn tell_near(subject: &Subject<'_>, report: &mut Report, first: &Indicator, second: &Indicator) {
    let place = places::title(subject, second);
    let results = target_text(first) == target_text(second) && differs(first, second) == Some(Differs::Results);
    let key = if results { "ind007-near-results" } else { "ind007-near" };
    let message = Words::new(key)
        .with("title", short(&second.title))
        .with("other", short(&first.title))
        .with("targets", list(&[second, first], target_text))
        .with("results", list(&[second, first], result_text));
    let defect = report.find(place, message);
    defect.mark_only(place).see(first.line, Words::new("ind007-near-also")).hint(Words::new("ind007-hint"));
    if !results {
        defect.severity(Severity::Note);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Differs {
    Targets,
    Results,
}

fn differs(first: &Indicator, second: &Indicator) -> Option<Differs> {
    let number = |value: Option<Decimal>| value.and_then(outcome::scaled);
    let same = |left: &str, right: &str| left == right || fold(left) == fold(right);
    let targets = |indicator: &Indicator| {
        indicator
            .target
            .as_ref()
            .map(|target| (number(target.value), target.due, target.upper.and_then(outcome::scaled)))
    };
    let results = |indicator: &Indicator| indicator.measured.as_ref().and_then(|measured| number(measured.value));
    let said =
        |indicator: &Indicator| targets(indicator).is_some_and(|(value, due, _)| value.is_some() || due.is_some());
    let words_differ = !said(first) && !said(second) && !same(&target_text(first), &target_text(second));
    if targets(first) != targets(second) || words_differ {
        return Some(Differs::Targets);
    }
    (results(first) != results(second)).then_some(Differs::Results)
}

fn list(group: &[&Indicator], text: fn(&Indicator) -> String) -> String {
    let mut all: Vec<String> = group.iter().map(|indicator| text(indicator)).collect();
    all.truncate(6);
    all.join(" / ")
}

/// How a title goes on behind another one.
fn rest_of<'a>(longer: &'a str, title: &str) -> &'a str {
    let bare = title.trim_end_matches(" entro il").trim_end_matches([':', ' ', '.', ',']);
    longer.get(bare.len()..).map_or(longer, |rest| rest.trim_start_matches([':', ' ', '.', ',']))
}

fn target_text(indicator: &Indicator) -> String {
    indicator.target.as_ref().map_or_else(|| "—".to_owned(), |target| target.raw.clone())
}

fn result_text(indicator: &Indicator) -> String {
    indicator.measured.as_ref().map_or_else(|| "—".to_owned(), |measured| measured.raw.clone())
}
