// SPDX-License-Identifier: AGPL-3.0-or-later
//! A share told in prose that is not the share of the figures beside it.

use super::enumeration::{Enumeration, enumerations};
use super::figures::{Figure, Fit, Kind, Nearness, datum, figures, head};
use super::told::Told;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::Share;
use ambito_findings::Severity;

/// How many words may stand between a share and the whole it is of ("dei circa").
const WORDS_TO_WHOLE_MAX: usize = 4;

/// How many words may stand between a part and its share ("persone, pari a circa il").
const WORDS_TO_SHARE_MAX: usize = 8;

/// How many lines before a share its whole may be told.
const LINES_TO_WHOLE_MAX: u32 = 4;

/// How many words after a share or a whole say what it is of.
const WORDS_OF_A_WHOLE: usize = 6;

/// Words that say nothing of what is counted.
const LITTLE_WORDS: [&str; 14] =
    ["di", "dei", "del", "delle", "degli", "della", "il", "la", "le", "gli", "in", "che", "per", "euro"];

check! {
    /// # Una quota scritta nel testo non torna
    ///
    /// **Che cosa trova.** Una frase dice una parte, la sua percentuale e il totale ("300 persone, pari al 25% di 1.200") e
    /// la parte divisa per il totale non dà quella percentuale.
    ///
    /// **Perché conta.** La percentuale è ciò che si ricorda e si cita; se non è quella delle cifre accanto, una delle tre
    /// è sbagliata.
    ///
    /// **Esempio.** "300 persone, pari al 30% di 1.200": 300 su 1.200 è il 25%.
    ///
    /// **Come si corregge.** Riscrivere la percentuale, oppure la parte o il totale.
    ///
    /// **Eccezioni.** La percentuale vale arrotondata alle cifre scritte; con "circa" il rilievo è un avviso. Senza il totale
    /// nella stessa frase, o detto poche righe prima con le stesse parole, la quota non è controllata.
    ///
    /// # A share told in prose does not come out
    ///
    /// **What it finds.** A sentence tells a part, its percentage and the whole ("300 people, that is 25% of 1,200"), and the
    /// part divided by the whole is not that percentage.
    ///
    /// **Why it matters.** The percentage is what is remembered and quoted; if it is not that of the figures beside it,
    /// one of the three is wrong.
    ///
    /// **Example.** "300 people, that is 30% of 1,200": 300 in 1,200 is 25%.
    ///
    /// **How to mend it.** Write the percentage again, or the part or the whole.
    ///
    /// **Exceptions.** The percentage holds when rounded to its printed digits; with "about" it is a warning. Without the
    /// whole in the same sentence, or told a few lines before in the same words, a share is not checked.
    SUM017, "quota-differs", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut whole: Option<Whole<'_>> = None;
    for told in subject.told() {
        if told.text.contains('%') || told.text.contains("per cento") {
            let figures = figures(told.text);
            for (at, figure) in figures.iter().enumerate() {
                if figure.kind == Kind::Percent && !quota(told, &figures, at, report) {
                    quota_of_before(told, &figures, at, whole.as_ref(), report);
                }
            }
        }
        if let Some(list) = enumerations(told).pop().filter(Enumeration::holds) {
            whole = Some(Whole { told: *told, figure: list.total });
        }
    }
}

/// A total told a few lines before.
struct Whole<'a> {
    told: Told<'a>,
    figure: Figure,
}

/// A share of the total told just before, where the words after both say that it is of the same ("33.000 persone over
/// 60" and "il 7% delle persone over 60").
fn quota_of_before(told: &Told<'_>, figures: &[Figure], at: usize, whole: Option<&Whole<'_>>, report: &mut Report) {
    let Some(Whole { told: other, figure: whole }) = whole else { return };
    let share = &figures[at];
    let part = at.checked_sub(1).and_then(|left| figures.get(left));
    let Some(part) = part.filter(|part| counts(part) && is_linked(between(told.text, part, share), true)) else {
        return;
    };
    let near = told.place.line != other.place.line && told.place.line - other.place.line <= LINES_TO_WHOLE_MAX;
    let names = |text: &str, from: usize| -> Vec<String> {
        let rest = head(text.get(from..).unwrap_or(""));
        let words = rest.split_whitespace().take(WORDS_OF_A_WHOLE).map(ambito_base::fold);
        words.filter(|word| word.len() > 1 && !LITTLE_WORDS.contains(&word.as_str())).collect()
    };
    let of = names(told.text, share.end);
    let same = names(other.text, whole.end).iter().filter(|word| of.contains(word)).count();
    if !near || part.kind != whole.kind || whole.hundredths <= 0 || same == 0 || part.hundredths > whole.hundredths {
        return;
    }
    let Some(computed) = share_of(part.hundredths, whole.hundredths) else { return };
    // A total that its own parts do not make is told as such.
    let wrong = enumerations(told).iter().any(|list| list.total == *part && !list.holds());
    if wrong || share.fit(computed) != Fit::Other {
        return;
    }
    let computed = Share::from_hundredths(computed);
    let message = Words::new("sum017-message").with("part", part.datum()).with("whole", whole.datum());
    let defect =
        report.find(told.part(share.start, share.end), message.with("found", share.datum()).with("expected", computed));
    defect
        .severity(Severity::Warning)
        .instead(share.datum(), computed)
        .mark(told.part(part.start, part.end), Words::new("sum017-part"))
        .see(other.place.line, Words::new("sum017-whole-before").with("whole", whole.datum()))
        .hint(Words::new("sum017-before-hint").with("expected", computed));
}

/// Compares a share with the part and the whole told beside it; whether they are.
fn quota(told: &Told<'_>, figures: &[Figure], at: usize, report: &mut Report) -> bool {
    let share = &figures[at];
    let Some(whole) = figures.get(at + 1).filter(|whole| counts(whole) && is_of(between(told.text, share, whole)))
    else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|left| figures.get(left));
    let before = before.filter(|part| counts(part) && is_linked(between(told.text, part, share), true));
    let after = figures.get(at + 2);
    let after = after.filter(|part| counts(part) && is_linked(between(told.text, whole, part), false));
    let Some(part) = before.or(after) else { return false };
    if part.kind != whole.kind || whole.hundredths <= 0 {
        return false;
    }
    let Some(computed) = share_of(part.hundredths, whole.hundredths) else { return false };
    let Some(of_whole) = i128::from(whole.hundredths)
        .checked_mul(i128::from(share.hundredths))
        .and_then(|product| i64::try_from((product + 5_000).div_euclid(10_000)).ok())
    else {
        return false;
    };
    if share.fit(computed) != Fit::Other || part.fit(of_whole) != Fit::Other {
        return true;
    }
    let computed_share = Share::from_hundredths(computed);
    let defect = report.find(
        told.part(share.start, share.end),
        Words::new("sum017-message")
            .with("part", part.datum())
            .with("whole", whole.datum())
            .with("found", share.datum())
            .with("expected", computed_share),
    );
    defect
        .instead(share.datum(), computed_share)
        .mark(told.part(part.start, part.end), Words::new("sum017-part"))
        .mark(told.part(whole.start, whole.end), Words::new("sum017-whole"))
        .hint(Words::new("sum017-hint").with("expected", computed_share).with("part", datum(of_whole, part.kind)));
    if [part, share, whole].iter().any(|figure| figure.nearness != Nearness::Exact) {
        defect.severity(Severity::Warning);
    }
    true
}

fn counts(figure: &Figure) -> bool {
    matches!(figure.kind, Kind::Plain | Kind::Money)
}

/// Whether the words between a share and a figure say that the figure is the whole.
fn is_of(words: &str) -> bool {
    let mut words = words.trim_start_matches(['%', ' ']).split_whitespace().peekable();
    if words.peek() == Some(&"per") {
        words.next();
        words.next();
    }
    let of = words.next().is_some_and(|word| {
        matches!(word, "di" | "dei" | "del" | "delle" | "degli" | "dello" | "della" | "su" | "sui" | "sulle" | "dell'")
    });
    of && words.clone().count() < WORDS_TO_WHOLE_MAX && words.all(|word| !ends_sentence(word))
}

/// Whether the words between a part and its share (or a whole and its part) say that they belong together.
fn is_linked(words: &str, may_be_bare: bool) -> bool {
    let linked = words.contains("pari")
        || words.contains("corrispond")
        || words.contains("cioè")
        || words.contains("ovvero")
        || words.contains("ossia")
        || words.contains('=')
        || (may_be_bare && (words.contains("circa il") || words.trim_end().ends_with("(il") || words.trim() == "("));
    linked
        && words.split_whitespace().count() <= WORDS_TO_SHARE_MAX
        && !words.split_whitespace().any(ends_sentence)
        && !words.contains(';')
}

fn ends_sentence(word: &str) -> bool {
    word.ends_with('.') && word.len() > 3
}

fn between<'t>(text: &'t str, left: &Figure, right: &Figure) -> &'t str {
    text.get(left.end..right.start).unwrap_or("")
}

/// A share in hundredths of a percent, rounded half up.
fn share_of(part: i64, whole: i64) -> Option<i64> {
    let scaled = i128::from(part).checked_mul(10_000)?;
    i64::try_from((scaled * 2 + i128::from(whole)).div_euclid(i128::from(whole) * 2)).ok()
}
