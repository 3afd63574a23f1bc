// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names that the text writes in several ways.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # Un nome è scritto in più modi nel testo
    ///
    /// **Che cosa trova.** Lo stesso nome è scritto nel testo in due modi: una sigla con i punti e senza, un nome
    /// lungo con un'altra preposizione, un nome e cognome con una lettera diversa, un fondo che perde il suo «non».
    /// Ogni nome è detto una volta.
    ///
    /// **Perché conta.** Chi cerca il nome trova solo una parte dei punti in cui compare, e non è certo che si tratti
    /// della stessa cosa.
    ///
    /// **Esempio.** «C.A.R.O.» e «CARO»; «Settore Reti dei servizi» e «Settore Reti nei servizi»; «Fondo per
    /// l'autosufficienza» invece di «per la non autosufficienza».
    ///
    /// **Come si corregge.** Scegliere una forma e usarla dappertutto.
    ///
    /// **Eccezioni.** Singolari e plurali, e le parole che differiscono nella prima o nell'ultima lettera, non sono
    /// confrontati; i nomi nelle colonne delle tabelle sono di un altro controllo.
    ///
    /// # A name is written in several ways in the text
    ///
    /// **What it finds.** One name is written in the text in two ways: an acronym with its points and without, a long
    /// name with another preposition, a first and a family name with another letter, a fund that loses its “not”.
    /// Each name is told once.
    ///
    /// **Why it matters.** Who looks for the name finds only some of the places where it stands, and cannot be sure
    /// that it is one thing.
    ///
    /// **Example.** “C.A.R.O.” and “CARO”; “Sector Networks of services” and “Sector Networks in services”.
    ///
    /// **How to mend it.** Choose one form and use it everywhere.
    ///
    /// **Exceptions.** Singulars and plurals, and words that differ in their first or last letter, are not compared;
    /// names in the columns of tables belong to another check.
    STR070, "name-in-several-ways-in-the-text", Note, Run::Alone(look)
}

/// Prepositions that may change within one name.
const LINKING: [&str; 15] = [
    "di", "del", "della", "dei", "delle", "degli", "dello", "in", "nel", "nella", "nei", "nelle", "negli", "al", "alla",
];
/// A name is looked at up to so many words.
const WORDS_MAX: usize = 5;
/// A long name has so many words, the preposition too.
const WORDS_MIN: usize = 5;
/// So many letters make an acronym.
const ACRONYM_MIN: usize = 3;
/// More second words after one first word are not compared: it is no first name.
const SECONDS_MAX: usize = 6;
/// A shorter family name may differ by a letter and be another.
const FAMILY_MIN: usize = 5;
/// A name that comes more often is known to be right.
const RARE_MAX: usize = 3;

/// A form of a name: as it stands, where, how often.
#[derive(Clone, Copy)]
struct Form<'a> {
    text: &'a str,
    line: u32,
    count: usize,
}

#[derive(Default)]
struct Names<'a> {
    /// By the letters of the acronym: with points, and without.
    dotted: FxHashMap<String, Form<'a>>,
    bare: FxHashMap<&'a str, Form<'a>>,
    /// By the name without its preposition: its forms.
    linked: FxHashMap<String, Vec<Form<'a>>>,
    /// By the first of two capitalised words: the second ones.
    pairs: FxHashMap<&'a str, Vec<Form<'a>>>,
    /// By the word that a fund has after "non": with it, and without.
    funds: FxHashMap<String, [Vec<Form<'a>>; 2]>,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut names = Names::default();
    for line in 1..=subject.lines() {
        if subject.kind(line) != LineKind::Blank {
            gather(subject.line(line), line, &mut names);
        }
    }
    let mut found: Vec<(Form<'_>, Form<'_>)> = Vec::new();
    for forms in names.linked.values() {
        if let [first, second] = forms[..] {
            found.push(rarer(first, second));
        }
    }
    for seconds in names.pairs.values().filter(|seconds| (2..=SECONDS_MAX).contains(&seconds.len())) {
        let pairs =
            seconds.iter().enumerate().flat_map(|(at, left)| seconds.iter().take(at).map(move |right| (left, right)));
        let alike = |left: &Form<'_>, right: &Form<'_>| {
            left.count <= RARE_MAX && right.count <= RARE_MAX && one_letter_within(last_word(left), last_word(right))
        };
        found.extend(pairs.filter(|(left, right)| alike(left, right)).map(|(left, right)| rarer(*left, *right)));
    }
    acronyms(subject, &names, report);
    funds(subject, &names, report);
    found.sort_unstable_by_key(|(rare, _)| (rare.line, rare.text));
    for (rare, usual) in found {
        let place = subject.place(rare.line, rare.text);
        let message = Words::new("str070-message").with("name", rare.text).with("other", usual.text);
        report
            .find(place, message)
            .mark_only(place)
            .hint(Words::new("str070-hint"))
            .see(usual.line, Words::new("str070-other").with("name", usual.text));
    }
}

/// Acronyms with points and without: one word for all of them.
fn acronyms(subject: &Subject<'_>, names: &Names<'_>, report: &mut Report) {
    let both = names.dotted.iter().filter_map(|(letters, dotted)| Some((*dotted, *names.bare.get(letters.as_str())?)));
    let mut found: Vec<(Form<'_>, Form<'_>)> = both.map(|(dotted, bare)| rarer(dotted, bare)).collect();
    found.sort_unstable_by_key(|(rare, _)| (rare.line, rare.text));
    let Some(((rare, usual), others)) = found.split_first() else { return };
    let place = subject.place(rare.line, rare.text);
    let message =
        Words::new("str070-acronyms").with("count", found.len()).with("name", rare.text).with("other", usual.text);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str070-hint"));
    defect.see(usual.line, Words::new("str070-other").with("name", usual.text));
    for (rare, usual) in others {
        let label = Words::new("str070-also").with("name", rare.text).with("other", usual.text);
        defect.see(rare.line, label);
    }
}

/// Funds that lose the "non" of their name.
fn funds(subject: &Subject<'_>, names: &Names<'_>, report: &mut Report) {
    let mut found: Vec<&[Vec<Form<'_>>; 2]> = names.funds.values().collect();
    found.sort_unstable_by_key(|[_, without]| without.first().map(|form| form.line));
    for [with, without] in found {
        let (Some(right), Some((first, others))) = (with.first(), without.split_first()) else { continue };
        if with.len() < without.len() {
            continue;
        }
        let place = subject.place(first.line, first.text);
        let message = Words::new("str070-non").with("name", first.text).with("other", right.text);
        let defect = report.find(place, message);
        defect.severity(Severity::Warning).mark_only(place).hint(Words::new("str070-hint-non"));
        defect.see(right.line, Words::new("str070-other").with("name", right.text));
        for other in others {
            defect.see(other.line, Words::new("str070-other").with("name", other.text));
        }
    }
}

fn last_word<'a>(form: &Form<'a>) -> &'a str {
    form.text.rsplit(' ').next().unwrap_or("")
}

/// The form that comes less often first.
fn rarer<'a>(left: Form<'a>, right: Form<'a>) -> (Form<'a>, Form<'a>) {
    if (left.count, right.line) <= (right.count, left.line) { (left, right) } else { (right, left) }
}

/// What is between two words of a name, and nothing else.
fn is_edge(char: char) -> bool {
    !char.is_alphanumeric() && char != '.'
}

fn gather<'a>(text: &'a str, line: u32, names: &mut Names<'a>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(offset) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_uppercase)) {
        let start = at + offset;
        let begins =
            start == 0 || !bytes.get(start - 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'.');
        at = start + 1;
        if !begins || !text.is_char_boundary(start) {
            continue;
        }
        let Some(rest) = text.get(start..) else { continue };
        // Most words are neither acronyms nor the first of two with capitals: the next byte, or the one after, tells.
        let second = bytes.get(start + 1).copied().unwrap_or(b' ');
        if second != b'.' && !second.is_ascii_alphabetic() {
            continue;
        }
        let small = second.is_ascii_lowercase();
        if small && !rest.starts_with("Fond") {
            let end = start + 1 + bytes.iter().skip(start + 1).take_while(|byte| !matches!(byte, b' ' | b'\t')).count();
            at = end;
            if !bytes.get(end + 1).is_some_and(|byte| byte.is_ascii_uppercase() || *byte == b'"') {
                continue;
            }
        }
        let word = rest.split(is_edge).next().unwrap_or("");
        at = start + word.len().max(1);
        if !small {
            acronym(word, rest, line, names);
        }
        if small && word.starts_with("Fond") {
            fund(rest, line, names);
        }
        if small {
            name(rest, line, names);
        }
    }
}

fn add<'a>(forms: &mut Vec<Form<'a>>, text: &'a str, line: u32) {
    if let Some(form) = forms.iter_mut().find(|form| form.text == text) {
        form.count += 1;
    } else if forms.len() <= SECONDS_MAX {
        forms.push(Form { text, line, count: 1 });
    }
}

/// An acronym with its points or without.
fn acronym<'a>(word: &'a str, rest: &str, line: u32, names: &mut Names<'a>) {
    let points = word.bytes().filter(|byte| *byte == b'.').count();
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    // Two letters are an acronym before a number: "L.R. 6", "LR 5".
    let numbered = letters == 2
        && rest.get(word.len()..).is_some_and(|rest| rest.trim_start().starts_with(|char: char| char.is_ascii_digit()));
    if letters < ACRONYM_MIN && !numbered || letters + points < word.trim_end_matches('.').len() {
        return;
    }
    if word.trim_end_matches('.').contains('.') {
        let bare: String = word.chars().filter(|char| *char != '.').collect();
        names.dotted.entry(bare).or_insert(Form { text: word, line, count: 0 }).count += 1;
    } else {
        let bare = word.trim_end_matches('.');
        names.bare.entry(bare).or_insert(Form { text: bare, line, count: 0 }).count += 1;
    }
}

/// A name of several words with one preposition, and the pair of its first two words.
fn name<'a>(rest: &'a str, line: u32, names: &mut Names<'a>) {
    let mut end = 0;
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split(' ').take(WORDS_MAX) {
        let bare = word.trim_matches(|char: char| !char.is_alphanumeric());
        let opens = word.len() - word.trim_start_matches(|char: char| !char.is_alphanumeric()).len();
        if bare.is_empty() || opens > 1 || word.contains(['\'', '’']) {
            break;
        }
        words.push(bare);
        end = (bare.as_ptr() as usize - rest.as_ptr() as usize) + bare.len();
        if word.len() > opens + bare.len() {
            break;
        }
    }
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    if let [first, second, ..] = words[..]
        && capital(&second)
        && second.len() >= FAMILY_MIN
        && second.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && let Some(pair) = rest.get(..first.len() + 1 + second.len())
    {
        add(names.pairs.entry(first).or_default(), pair, line);
    }
    let linking = |word: &&&str| LINKING.contains(*word);
    if words.len() < WORDS_MIN || words.iter().filter(linking).count() != 1 || !words.get(1).is_some_and(capital) {
        return;
    }
    let Some(text) = rest.get(..end) else { return };
    let key: Vec<&str> = words.iter().map(|word| if LINKING.contains(word) { "_" } else { word }).collect();
    let text = text.trim_end();
    // A quotation mark within is no difference.
    let key = key.join(" ");
    let forms = names.linked.entry(key).or_default();
    add(forms, text, line);
}

/// A fund and the long word it is for, with "non" or without.
fn fund<'a>(rest: &'a str, line: u32, names: &mut Names<'a>) {
    const FUND_WORDS: usize = 6;
    const WORD_MIN: usize = 12;
    const FUND_FORMS_MAX: usize = 64;
    let mut non = false;
    let mut from = 0;
    for word in rest.split(|char: char| !char.is_alphanumeric()).take(FUND_WORDS + 2) {
        let end = from + word.len();
        if word.len() >= WORD_MIN {
            let Some(text) = rest.get(..end) else { return };
            let forms = names.funds.entry(word.to_lowercase()).or_default();
            let [with, without] = forms;
            let forms = if non { with } else { without };
            if forms.len() <= FUND_FORMS_MAX {
                forms.push(Form { text, line, count: 1 });
            }
            return;
        }
        non = word.eq_ignore_ascii_case("non");
        from = end + rest.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
}

/// Whether two words of one length differ by one letter within.
fn one_letter_within(left: &str, right: &str) -> bool {
    let same = left.len() == right.len();
    let mut different = left.bytes().zip(right.bytes()).enumerate().filter(|(_, (left, right))| left != right);
    let first = different.next();
    same && different.next().is_none() && first.is_some_and(|(at, _)| at > 1 && at + 1 < left.len())
}
