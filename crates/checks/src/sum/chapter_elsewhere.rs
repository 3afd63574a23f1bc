// SPDX-License-Identifier: AGPL-3.0-or-later
//! One chapter with one amount in one document and another in another.

use super::two_forms::may_be_one_plan;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{Direction, LineNo, PlanDraft};
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
    /// **Eccezioni.** Dove un documento non dice l'anno, il lato del bilancio o l'articolo, vale quello dell'altro. Se uno dei due è un estratto, il capitolo può continuare altrove: è un avviso. Titoli che non hanno la metà
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
    /// **Exceptions.** What a document does not say of year, side or article is taken as in the other. Where one is an excerpt the chapter may go on elsewhere: it is a warning. Titles that do not share half of
    /// their words are different chapters.
    SUM020, "chapter-differs-elsewhere", Warning, Run::Together(look)
}

/// A chapter of one document.
struct Chapter<'a> {
    document: usize,
    direction: Option<Direction>,
    sum: Cents,
    lines: Vec<LineNo>,
    title: &'a str,
    chapter: &'a str,
    article: Option<&'a str>,
}

/// Number and article, without the zeros before them: no article is article 00.
type Key<'a> = (&'a str, &'a str);

/// Whether a chapter has several articles in a document.
type Articles<'a> = FxHashMap<(usize, &'a str), (&'a str, bool)>;

fn look(subjects: &[Subject<'_>], report: &mut Report) {
    let mut known: FxHashMap<Key<'_>, Vec<Chapter<'_>>> = FxHashMap::default();
    let mut articles: Articles<'_> = FxHashMap::default();
    for (document, subject) in subjects.iter().enumerate() {
        for line in &subject.draft.budget_lines {
            let Some(amount) = line.amount else { continue };
            let article = line.article.as_deref();
            let key = (line.chapter.trim_start_matches('0'), article.unwrap_or("").trim_start_matches('0'));
            if key.0.is_empty() {
                continue;
            }
            let (first, several) = articles.entry((document, key.0)).or_insert((key.1, false));
            *several |= *first != key.1;
            let chapters = known.entry(key).or_default();
            let same = |it: &&mut Chapter<'_>| it.document == document && it.direction == line.direction;
            match chapters.iter_mut().rev().find(same) {
                Some(chapter) => {
                    chapter.sum = chapter.sum.checked_add(amount).unwrap_or(chapter.sum);
                    chapter.lines.push(line.line);
                }
                None => chapters.push(Chapter {
                    document,
                    direction: line.direction,
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
        for (at, other) in chapters.iter().enumerate().skip(1) {
            let first = chapters[..at].iter().find(|first| {
                first.document != other.document
                    && first.direction.is_none_or(|side| other.direction.is_none_or(|own| own == side))
                    && one_article(first, other, &articles)
                    && comparable(subjects[first.document].draft, subjects[other.document].draft)
                    && alike(first.title, other.title)
            });
            if let Some(first) = first.filter(|first| first.sum != other.sum) {
                tell(subjects, first, other, report);
            }
        }
    }
}

/// Whether a row without an article is not the whole of a chapter that has several elsewhere.
fn one_article(left: &Chapter<'_>, right: &Chapter<'_>, articles: &Articles<'_>) -> bool {
    let several = |of: &Chapter<'_>| {
        articles.get(&(of.document, of.chapter.trim_start_matches('0'))).is_some_and(|(_, several)| *several)
    };
    (left.article.is_some() || !several(right)) && (right.article.is_some() || !several(left))
}

/// Whether two documents speak of one body and one year, as far as they say, and are not two forms of one plan.
fn comparable(left: &PlanDraft, right: &PlanDraft) -> bool {
    let bodies = matches!((&left.body, &right.body), (Some(left), Some(right)) if fold(left) != fold(right));
    (left.period == right.period || !years_are_known(left, right)) && !bodies && !may_be_one_plan(left, right)
}

fn years_are_known(left: &PlanDraft, right: &PlanDraft) -> bool {
    left.period.from.is_some() && right.period.from.is_some()
}

/// Whether half of the words of the shorter title are in the other, where both have words.
fn alike(left: &str, right: &str) -> bool {
    let words = |title: &str| -> FxHashSet<String> {
        let names = |word: &&str| word.len() >= WORD_BYTES_MIN && word.bytes().any(|byte| byte.is_ascii_alphabetic());
        fold(title).split(' ').filter(names).map(str::to_owned).collect()
    };
    let (left, right) = (words(left), words(right));
    let same = left.intersection(&right).count();
    same * 2 >= left.len().min(right.len())
}

fn tell(subjects: &[Subject<'_>], first: &Chapter<'_>, other: &Chapter<'_>, report: &mut Report) {
    let subject = &subjects[other.document];
    let name = match other.article {
        Some(article) if !article.is_empty() => format!("{}/{article}", other.chapter),
        _ => other.chapter.to_owned(),
    };
    let message = Words::new("sum020-message").with("chapter", name).with("found", other.sum).with("other", first.sum);
    let line = other.lines[0];
    let place = if other.lines.len() == 1 { subject.amount(line, other.sum) } else { subject.whole(line) };
    let sure = years_are_known(subjects[first.document].draft, subject.draft);
    let defect = report.find_in(other.document, place, message);
    defect.instead(other.sum, first.sum);
    defect.hint(Words::new(if sure { "sum020-hint" } else { "sum020-year-hint" }));
    for line in &other.lines[1..] {
        defect.see_in(other.document, *line, Words::new("sum020-row"));
    }
    for line in &first.lines {
        defect.see_in(first.document, *line, Words::new("sum020-related").with("other", first.sum));
    }
}
