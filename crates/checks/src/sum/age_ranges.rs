// SPDX-License-Identifier: AGPL-3.0-or-later
//! One range of ages, told with two upper or lower ends in one sheet.

use super::figures::tail as end_of;
use super::told::Told;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use rustc_hash::FxHashMap;

/// The narrowest range that is one of people served, not one class of many, in years.
const YEARS_MIN: u8 = 5;

/// How many words before a range may say that it is of ages.
const WORDS_BEFORE: usize = 4;

check! {
    /// # La stessa fascia di età con due limiti diversi
    ///
    /// **Che cosa trova.** In una scheda la fascia di età di chi è servito compare due volte, con un limite che differisce di un
    /// anno: "16-25 anni" e "16-26 anni".
    ///
    /// **Perché conta.** Chi ha l'età di mezzo non sa se può chiedere, e l'operatore non sa se può accogliere.
    ///
    /// **Esempio.** Destinatari "giovani 16-25 anni", impatto atteso "nella fascia di età 16-26".
    ///
    /// **Come si corregge.** Scegliere una fascia e scriverla uguale in tutta la scheda.
    ///
    /// **Eccezioni.** Fasce che differiscono di più di un anno, o larghe meno di cinque, sono classi diverse e non sono
    /// confrontate; nemmeno quelle di schede diverse.
    ///
    /// # One range of ages with two different ends
    ///
    /// **What it finds.** In a sheet the ages of those served are told twice, with an end that differs by one year: "16-25 years"
    /// and "16-26 years".
    ///
    /// **Why it matters.** Who is of the age in between does not know whether to ask, and the staff whether to accept.
    ///
    /// **Example.** Served "young people 16-25", expected impact "those aged 16-26".
    ///
    /// **How to mend it.** Choose one range and write it the same in the whole sheet.
    ///
    /// **Exceptions.** Ranges that differ by more than a year, or are narrower than five, are different classes and are not
    /// compared; nor are those of different sheets.
    SUM024, "age-ranges-differ", Warning, Run::Alone(look)
}

/// A range of ages.
#[derive(Clone, Copy)]
struct Ages<'t> {
    from: u8,
    to: u8,
    place: Place,
    printed: &'t str,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let ranges: Vec<Ages<'_>> = subject.told().iter().flat_map(ages).collect();
    if ranges.len() < 2 {
        return;
    }
    let mut starts: Vec<u32> = subject.draft.nodes.iter().filter(|node| node.in_body).map(|node| node.line).collect();
    starts.sort_unstable();
    // The first range of each sheet by its lower end, and by its upper end.
    let mut known: FxHashMap<(usize, bool, u8), Ages<'_>> = FxHashMap::default();
    let mut told: Option<usize> = None;
    for ages in ranges {
        let sheet = starts.partition_point(|start| *start <= ages.place.line);
        let by_from = known.get(&(sheet, true, ages.from)).filter(|other| other.to.abs_diff(ages.to) == 1);
        let by_to = known.get(&(sheet, false, ages.to)).filter(|other| other.from.abs_diff(ages.from) == 1);
        if let Some(other) = by_from.or(by_to).filter(|_| told != Some(sheet)) {
            tell(&ages, other, report);
            told = Some(sheet);
        }
        known.entry((sheet, true, ages.from)).or_insert(ages);
        known.entry((sheet, false, ages.to)).or_insert(ages);
    }
}

fn tell(ages: &Ages<'_>, other: &Ages<'_>, report: &mut Report) {
    let message = Words::new("sum024-message").with("found", ages.printed).with("other", other.printed);
    let defect = report.find(ages.place, message);
    defect.found(ages.printed).hint(Words::new("sum024-hint"));
    if other.place.line == ages.place.line {
        defect.mark_only(other.place);
    } else {
        defect.see(other.place.line, Words::new("sum024-related").with("other", other.printed));
    }
}

/// The ranges of ages of a text: "14-24 anni", "14/25aa", "fascia di età 14 - 24".
fn ages<'t>(told: &Told<'t>) -> Vec<Ages<'t>> {
    let text = told.text;
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = text.get(rest..).and_then(|text| text.find(['-', '/', '–'])).map(|at| at + rest) {
        let sign = text.get(at..).and_then(|text| text.chars().next()).map_or(1, char::len_utf8);
        rest = at + sign;
        let before = text.get(..at).unwrap_or("").trim_end();
        let after = text.get(rest..).unwrap_or("").trim_start();
        let left = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let right = after.bytes().take_while(u8::is_ascii_digit).count();
        let (Some(from), Some(to)) = (age(&before[left..]), age(&after[..right])) else { continue };
        let (head, tail) = (&before[..left], &after[right..]);
        let glued = head.ends_with(|char: char| char.is_alphanumeric() || matches!(char, '/' | '-' | '.' | ','))
            || tail.starts_with(['/', '-', '.', ',']) && tail.chars().nth(1).is_some_and(|char| char.is_ascii_digit());
        if glued || to < from.saturating_add(YEARS_MIN) || !(says_years(tail) || says_age(head)) {
            continue;
        }
        let end = text.len() - after.len() + right;
        let printed = text.get(left..end).unwrap_or("");
        found.push(Ages { from, to, place: told.part(left, end), printed });
    }
    found
}

fn age(digits: &str) -> Option<u8> {
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

fn says_years(tail: &str) -> bool {
    let tail = tail.trim_start();
    tail.starts_with("anni") || tail.starts_with("aa") && !tail.starts_with("aaa")
}

fn says_age(before: &str) -> bool {
    end_of(before).split_whitespace().rev().take(WORDS_BEFORE).any(|word| {
        let word = word.trim_matches(|char: char| !char.is_alphabetic());
        matches!(word, "età" | "Età" | "fascia" | "anni")
    })
}
