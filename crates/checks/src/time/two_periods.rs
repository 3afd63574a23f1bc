// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two periods for one plan.

use super::years::range;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::{Date, fold};
use ambito_domain::planning::LineNo;
use ambito_findings::Severity;

/// A line of at most so many words names the plan like a heading: it can hardly speak of another plan.
const HEADING_WORDS_MAX: usize = 10;

check! {
    /// # Il piano ha due periodi
    ///
    /// **Che cosa trova.** Il nome del piano, quello del titolo del documento, è seguito in un altro punto da anni diversi, che
    /// si sovrappongono a quelli del titolo e sono altrettanti.
    ///
    /// **Perché conta.** Gli atti che richiamano il piano lo chiamano con i suoi anni: con due periodi non è certo quale piano è
    /// approvato e fino a quando vale.
    ///
    /// **Esempio.** Titolo «Piano di Zona 2027-2029», più avanti «Gli obiettivi del Piano di Zona 2028-2030».
    ///
    /// **Come si corregge.** Scrivere ovunque gli anni del titolo.
    ///
    /// **Eccezioni.** Il piano che viene prima o dopo (nessun anno in comune) e i piani con un altro nome sono lasciati stare.
    /// Dentro una frase lunga è un avviso: può parlare del piano di un altro ente.
    ///
    /// # The plan has two periods
    ///
    /// **What it finds.** The name of the plan, that of the title of the document, is followed in another place by
    /// different years, which overlap with those of the title and are as many.
    ///
    /// **Why it matters.** The acts that cite the plan call it by its years: with two periods it is not certain which
    /// plan was approved and until when it is in force.
    ///
    /// **Example.** Title "Piano di Zona 2027-2029", further on "Gli obiettivi del Piano di Zona 2028-2030".
    ///
    /// **How to mend it.** Write the years of the title everywhere.
    ///
    /// **Exceptions.** The plan before or after this one (no year in common) and plans of another name are left alone.
    /// Inside a long sentence it is a warning: it may speak of another body's plan.
    TIM006, "two-periods", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let period = subject.draft.period;
    let (Some(first), Some(last)) = (period.from.map(Date::year), period.to.map(Date::year)) else { return };
    let Some(name) = subject.draft.title.as_deref().and_then(name).filter(|_| last > first) else { return };
    let Some(word) = name.rsplit(' ').next().filter(|word| word.len() > 2) else { return };
    // The ending of its last word is looked for first: that is cheap, and does not mind how the word begins.
    let small = word.get(1..).unwrap_or(word).to_lowercase();
    let large = small.to_uppercase();
    let folded = fold(name);
    let title = title_line(subject, first, last);
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        for ending in [&small, &large] {
            let mut from = 0;
            while let Some(at) = text.get(from..).and_then(|rest| rest.find(ending.as_str())) {
                let end = from + at + ending.len();
                if let Some(found) = other_years(text, end, &folded, (first, last)) {
                    tell(subject, report, line, (end, found), (title, (first, last)));
                }
                from = end;
            }
        }
    }
}

/// The years behind a place of a line, where the plan's name stands before it and they are not the plan's.
fn other_years(text: &str, end: usize, name: &str, plan: (i16, i16)) -> Option<(i16, i16, usize)> {
    let rest = text.get(end..)?;
    let bare = rest.trim_start_matches([' ', '\u{A0}', '*', '"', '”', '»', '(', ',']);
    let (first, last, bytes) = range(bare)?;
    let overlaps = first <= plan.1 && plan.0 <= last;
    if (first, last) == plan || !overlaps || last - first != plan.1 - plan.0 {
        return None;
    }
    // Enough of the line for the name, accents and punctuation of it included.
    let mut from = end.saturating_sub(name.len() * 2 + 16);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let named = fold(text.get(from..end)?);
    let before = named.strip_suffix(name)?;
    (before.is_empty() || before.ends_with(' ')).then_some((first, last, rest.len() - bare.len() + bytes))
}

fn tell(
    subject: &Subject<'_>,
    report: &mut Report,
    line: LineNo,
    (end, (first, last, bytes)): (usize, (i16, i16, usize)),
    (title, plan): (Option<LineNo>, (i16, i16)),
) {
    let start = subject.line_start(line);
    let at = |bytes: usize| start.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
    let place = Place { line, start: at(end), end: at(end + bytes) };
    let place = subject.find(line, &first.to_string(), end).map_or(place, |found| Place { end: place.end, ..found });
    let message = Words::new("tim006-message")
        .with("found", format!("{first}-{last}"))
        .with("expected", format!("{}-{}", plan.0, plan.1));
    let defect = report.find(place, message);
    defect
        .instead(format!("{first}-{last}"), format!("{}-{}", plan.0, plan.1))
        .mark_only(place)
        .hint(Words::new("tim006-hint").with("expected", format!("{}-{}", plan.0, plan.1)));
    if let Some(title) = title {
        defect.see(title, Words::new("tim006-title"));
    }
    if subject.line(line).split_whitespace().count() > HEADING_WORDS_MAX {
        defect.severity(Severity::Warning);
    }
}

/// The words of a title before its years.
fn name(title: &str) -> Option<&str> {
    let (at, _) = title.match_indices(|char: char| char.is_ascii_digit()).next()?;
    range(title.get(at..)?)?;
    let name = title.get(..at)?.trim_end_matches(|char: char| !char.is_alphanumeric());
    name.contains(' ').then_some(name)
}

/// The first line with the years of the plan.
fn title_line(subject: &Subject<'_>, first: i16, last: i16) -> Option<LineNo> {
    let year = first.to_string();
    (1..=subject.lines()).find(|line| {
        let text = subject.line(*line);
        text.find(&year)
            .and_then(|at| text.get(at..))
            .and_then(range)
            .is_some_and(|(from, to, _)| (from, to) == (first, last))
    })
}
