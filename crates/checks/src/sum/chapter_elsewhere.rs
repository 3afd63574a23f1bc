// SPDX-License-Identifier: AGPL-3.0-or-later
//! One chapter with one amount in one document and another in another.

use super::two_forms::may_be_one_plan;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{Direction, LineNo};
use rustc_hash::{FxHashMap, FxHashSet};

/// The shortest word of a title that says what a chapter is of, in bytes.
const WORD_BYTES_MIN: usize = 4;

check! {
    /// # Lo stesso capitolo ha importi diversi in due documenti
    ///
    /// **Che cosa trova.** Due dei documenti dati insieme, dello stesso anno, hanno lo stesso capitolo e articolo, dalla stessa
    /// parte del bilancio e con un titolo simile, ma la somma delle sue righe non è la stessa.
    ///
    /// **Perché conta.** Il piano che assegna e il bilancio che autorizza devono dire la stessa cifra: altrimenti si programma
    /// denaro che non c'è.
    ///
    /// **Esempio.** Nel piano il capitolo 41101/00 ha 186.400,00, nel bilancio 180.000,00.
    ///
    /// **Come si corregge.** Controllare quale documento è stato variato per ultimo e portare l'altro alla stessa cifra.
    ///
    /// **Eccezioni.** Se uno dei due è un estratto, il capitolo può continuare altrove: è un avviso. Titoli che non hanno la metà
    /// delle parole in comune sono capitoli diversi.
    ///
    /// # One chapter has different amounts in two documents
    ///
    /// **What it finds.** Two of the documents given together, of one year, have the same chapter and article on the same side of
    /// the budget with a similar title, but its rows do not come to the same.
    ///
    /// **Why it matters.** The plan that assigns and the budget that authorises must say the same figure: else money is planned
    /// that is not there.
    ///
    /// **Example.** In the plan chapter 41101/00 has 186,400.00, in the budget 180,000.00.
    ///
    /// **How to mend it.** See which document was amended last and bring the other to the same figure.
    ///
    /// **Exceptions.** Where one is an excerpt the chapter may go on elsewhere: it is a warning. Titles that do not share half of
    /// their words are different chapters.
    SUM020, "chapter-differs-elsewhere", Warning, Run::Together(look)
}

/// A chapter of one document.
struct Chapter<'a> {
    document: usize,
    sum: Cents,
    lines: Vec<LineNo>,
    title: &'a str,
    chapter: &'a str,
    article: &'a str,
}

type Key<'a> = (Direction, &'a str, &'a str);

fn look(subjects: &[Subject<'_>], report: &mut Report) {
    let mut known: FxHashMap<Key<'_>, Vec<Chapter<'_>>> = FxHashMap::default();
    for (document, subject) in subjects.iter().enumerate() {
        for line in &subject.draft.budget_lines {
            let (Some(direction), Some(amount)) = (line.direction, line.amount) else { continue };
            let article = line.article.as_deref().unwrap_or("");
            let key = (direction, line.chapter.trim_start_matches('0'), article.trim_start_matches('0'));
            if key.1.is_empty() {
                continue;
            }
            let chapters = known.entry(key).or_default();
            match chapters.last_mut().filter(|chapter| chapter.document == document) {
                Some(chapter) => {
                    chapter.sum = chapter.sum.checked_add(amount).unwrap_or(chapter.sum);
                    chapter.lines.push(line.line);
                }
                None => chapters.push(Chapter {
                    document,
                    sum: amount,
                    lines: vec![line.line],
                    title: &line.title,
                    chapter: &line.chapter,
                    article,
                }),
            }
        }
    }
    let mut several: Vec<Vec<Chapter<'_>>> = known.into_values().filter(|chapters| chapters.len() > 1).collect();
    several.sort_by_key(|chapters| (chapters[1].document, chapters[1].lines[0]));
    for chapters in several {
        let Some((first, rest)) = chapters.split_first() else { continue };
        for other in rest {
            let [left, right] = [first.document, other.document].map(|at| subjects[at].draft);
            let bodies = matches!((&left.body, &right.body), (Some(left), Some(right)) if fold(left) != fold(right));
            let one_year = left.period == right.period && left.period.from.is_some();
            if first.sum != other.sum
                && one_year
                && !bodies
                && !may_be_one_plan(left, right)
                && alike(first.title, other.title)
            {
                tell(&subjects[other.document], first, other, report);
            }
        }
    }
}

/// Whether half of the words of the shorter title are in the other.
fn alike(left: &str, right: &str) -> bool {
    let words = |title: &str| -> FxHashSet<String> {
        fold(title).split(' ').filter(|word| word.len() >= WORD_BYTES_MIN).map(str::to_owned).collect()
    };
    let (left, right) = (words(left), words(right));
    let same = left.intersection(&right).count();
    same > 0 && same * 2 >= left.len().min(right.len())
}

fn tell(subject: &Subject<'_>, first: &Chapter<'_>, other: &Chapter<'_>, report: &mut Report) {
    let name = if other.article.is_empty() {
        other.chapter.to_owned()
    } else {
        format!("{}/{}", other.chapter, other.article)
    };
    let message = Words::new("sum020-message").with("chapter", name).with("found", other.sum).with("other", first.sum);
    let line = other.lines[0];
    let place = if other.lines.len() == 1 { subject.amount(line, other.sum) } else { subject.whole(line) };
    let defect = report.find_in(other.document, place, message);
    defect.instead(other.sum, first.sum).hint(Words::new("sum020-hint"));
    for line in &other.lines[1..] {
        defect.see_in(other.document, *line, Words::new("sum020-row"));
    }
    for line in &first.lines {
        defect.see_in(first.document, *line, Words::new("sum020-related").with("other", first.sum));
    }
}
