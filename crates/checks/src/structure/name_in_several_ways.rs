// SPDX-License-Identifier: AGPL-3.0-or-later
//! One office or fund that is written in several ways.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::LineNo;
use rustc_hash::FxHashMap;

check! {
    /// # Un ufficio o un fondo è scritto in più modi
    ///
    /// **Che cosa trova.** Lo stesso nome, nella stessa colonna, è scritto ora intero ora abbreviato, o con una
    /// lettera diversa.
    ///
    /// **Perché conta.** Un filtro o una somma per ufficio ne conta due invece di uno.
    ///
    /// **Esempio.** «DG Lavoro e famiglie» e «DG Lav. e Fam.».
    ///
    /// **Come si corregge.** Scrivere il nome sempre allo stesso modo.
    ///
    /// **Eccezioni.** Due nomi che differiscono per un numero («FSE 1», «FSE 2») sono due cose. I nomi delle persone
    /// non sono guardati qui.
    ///
    /// # An office or a fund is written in several ways
    ///
    /// **What it finds.** One name, in one column, is written now in full, now shortened, or with another letter.
    ///
    /// **Why it matters.** A filter or a sum by office counts two of them instead of one.
    ///
    /// **Example.** “DG Work and families” and “DG Work and Fam.”.
    ///
    /// **How to mend it.** Write the name always in the same way.
    ///
    /// **Exceptions.** Two names that differ by a number (“Fund 1”, “Fund 2”) are two things. Names of people are not
    /// looked at here.
    STR063, "name-in-several-ways", Note, Run::Alone(look)
}

/// More names of one beginning are not compared with each other.
const ALIKE_MAX: usize = 24;
/// Shorter names may differ by a letter and be two things.
const LETTERS_MIN: usize = 8;

/// A name as it is printed, and how often.
struct Name<'a> {
    text: &'a str,
    count: usize,
    line: LineNo,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let allocations = &subject.draft.allocations;
    let owners = allocations.iter().filter_map(|row| Some((row.owner.as_deref()?, row.line)));
    compare(subject, owners.flat_map(|(owner, line)| owner.split('/').map(move |part| (part.trim(), line))), report);
    compare(subject, allocations.iter().filter_map(|row| Some((row.source.as_deref()?, row.line))), report);
    let efforts = &subject.draft.efforts;
    compare(subject, efforts.iter().filter_map(|row| Some((row.relation.as_deref()?, row.line))), report);
    let owners = subject.nodes().filter_map(|(_, node)| Some((node.owner.as_deref()?, node.line)));
    compare(subject, owners.filter(|(owner, _)| owner.split_whitespace().nth(2).is_some()), report);
}

fn compare<'a>(subject: &Subject<'_>, names: impl Iterator<Item = (&'a str, LineNo)>, report: &mut Report) {
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    let mut all: Vec<Name<'_>> = Vec::new();
    for (text, line) in names.filter(|(text, _)| !text.is_empty()) {
        let next = all.len();
        let at = *known.entry(text).or_insert(next);
        if at == next {
            all.push(Name { text, count: 0, line });
        }
        if let Some(name) = all.get_mut(at) {
            name.count += 1;
        }
    }
    // Names of the same initials can be one: "DG Lav. e Fam." and "DG Lavoro e famiglie".
    let mut alike: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let folded: Vec<String> = all.iter().map(|name| fold(name.text)).collect();
    for (at, text) in folded.iter().enumerate() {
        alike.entry(text.split(' ').filter_map(|word| word.chars().next()).collect()).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = alike.into_values().filter(|group| group.len() > 1).collect();
    groups.sort();
    for group in groups {
        let group = group.get(..group.len().min(ALIKE_MAX)).unwrap_or_default();
        for (place, &at) in group.iter().enumerate() {
            let before = group.iter().take(place).find(|&&other| one_name(&folded[at], &folded[other]));
            let Some(&other) = before else { continue };
            let (rare, usual) = if all[at].count <= all[other].count { (at, other) } else { (other, at) };
            let (rare, usual) = (&all[rare], &all[usual]);
            let mark = subject.place(rare.line, rare.text);
            let words = |key| Words::new(key).with("name", rare.text).with("other", usual.text);
            report
                .find(mark, words("str063-message"))
                .mark_only(mark)
                .instead(rare.text, usual.text)
                .hint(Words::new("str063-hint").with("other", usual.text))
                .see(usual.line, Words::new("str063-other").with("name", usual.text));
        }
    }
}

/// Whether two folded names of the same initials are one: the same but for shortened words, or for one letter.
fn one_name(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    let pairs = || left.split(' ').zip(right.split(' '));
    let short = pairs().all(|(left, right)| {
        let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
        short == long
            || (short.len() >= 2 && long.starts_with(short) && !long.bytes().any(|byte| byte.is_ascii_digit()))
    });
    if short {
        // A plural is no shortened word; but one name in singular and plural is still one.
        return true;
    }
    let different: Vec<(&str, &str)> = pairs().filter(|(left, right)| left != right).collect();
    matches!(different[..], [(left, right)] if left.len().min(right.len()) >= LETTERS_MIN
        && left.chars().all(char::is_alphabetic) && one_letter(left, right))
}

/// Whether two words differ by one letter.
fn one_letter(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let same_start = left.iter().zip(&right).take_while(|(left, right)| left == right).count();
    let same_end = left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count();
    let longer = left.len().max(right.len());
    left.len().abs_diff(right.len()) <= 1 && same_start + same_end + 1 >= longer
}
