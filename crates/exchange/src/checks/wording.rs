// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a defect (keys, figures, bytes) to a finding (sentences, columns).

use super::Source;
use crate::people;
use ambito_checks::{Datum, Defect, Kinship, Place, Subject, Words, fingerprint};
use ambito_documents::blocks::{Blocks, Places};
use ambito_domain::planning::LineNo;
use ambito_findings::{Finding, Mark, Related, Span};
use ambito_i18n::{Arg, Catalogue, amount, number, percent};

/// How many lines of a list are written out.
const LINES_WRITTEN_MAX: usize = 12;

/// Words defects in one language.
pub(super) struct Worder<'a> {
    sources: &'a [Source],
    subjects: &'a [Subject<'a>],
    catalogue: &'a Catalogue,
}

impl<'a> Worder<'a> {
    pub(super) fn new(sources: &'a [Source], subjects: &'a [Subject<'a>], catalogue: &'a Catalogue) -> Self {
        Self { sources, subjects, catalogue }
    }

    /// The finding that a defect becomes.
    pub(super) fn finding(&self, defect: &Defect) -> Finding {
        let Defect { check, severity, document, place, message, marks, related, expected, found, hint } = defect;
        let subject = &self.subjects[*document];
        let mut finding = Finding::new(check.code, *severity, self.words(message, *document));
        finding.name = check.name;
        finding.document = Some(subject.path.to_owned());
        let where_it_is = self.place_of(*document, place.line);
        finding.sheet = where_it_is.sheet.map(str::to_owned);
        let line = where_it_is.line as usize;
        let source = &self.sources[*document].blocks;
        let (column, end_column) = columns(source, *place);
        finding.span = Some(Span { line, column, end_line: line, end_column });
        finding.quote = Some(printed_line(source, place.line).1.trim_end().to_owned());
        let mut on_line: Vec<Mark> = marks
            .iter()
            .filter(|(mark, _)| mark.line == place.line)
            .map(|(mark, label)| {
                let (column, end_column) = columns(source, *mark);
                let label = label.as_ref().map_or_else(String::new, |label| self.words(label, *document));
                Mark { column, end_column, label }
            })
            .collect();
        on_line.sort_by_key(|mark| mark.column);
        finding.marks = on_line;
        finding.related = related
            .iter()
            .map(|other| Related {
                document: self.subjects[other.document].path.to_owned(),
                line: self.place_of(other.document, other.line).line as usize,
                label: self.words(&other.label, other.document),
            })
            .collect();
        finding.expected = expected.as_ref().map(pinned);
        finding.found = found.as_ref().map(pinned);
        finding.hints = self.hints(defect);
        if let Some(hint) = hint {
            let hint = self.words(hint, *document);
            finding.hints.push(self.catalogue.text("how-to-mend", &[("hint", (&hint).into())]));
        }
        finding.fingerprint = fingerprint(defect, self.subjects);
        finding
    }

    /// What is carried along, one sentence each; then the other places, those of one label together.
    fn hints(&self, defect: &Defect) -> Vec<String> {
        let mut groups: Vec<(Kinship, usize, String, Vec<LineNo>)> = Vec::new();
        for other in &defect.related {
            let label = match other.kinship {
                // Parts of a sum are said by their lines; what each of them is, is in the JSON and on the page.
                Kinship::Part if other.label.key == "related-part" => self.catalogue.text("related-parts", &[]),
                _ => self.words(&other.label, other.document),
            };
            match groups.iter_mut().find(|(kinship, document, known, _)| {
                *kinship == other.kinship && *document == other.document && *known == label
            }) {
                Some((.., lines)) => lines.push(other.line),
                None => groups.push((other.kinship, other.document, label, vec![other.line])),
            }
        }
        groups
            .iter()
            .map(|(kinship, document, label, lines)| {
                let shown = self.lines(*document, lines);
                let path = self.subjects[*document].path;
                let same = *document == defect.document;
                // The messages take what they need of these.
                let args = [
                    ("what", Arg::from(label.as_str())),
                    ("label", Arg::from(label.as_str())),
                    ("line", Arg::from(&shown)),
                    ("document", Arg::from(path)),
                    ("count", Arg::Count(lines.len() as u64)),
                ];
                let key = match (kinship, same) {
                    (Kinship::Carried, true) => "carried",
                    (Kinship::Carried, false) => "carried-elsewhere",
                    (Kinship::Part, true) => "see-line",
                    (Kinship::Part, false) => "see-elsewhere",
                };
                self.catalogue.text(key, &args)
            })
            .collect()
    }

    /// A message with its arguments as people write them.
    pub(super) fn words(&self, words: &Words, document: usize) -> String {
        let args: Vec<(&str, Owned)> =
            words.args.iter().map(|(name, datum)| (*name, self.datum(datum, document))).collect();
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(name, owned)| {
                let arg = match owned {
                    Owned::Text(text) => Arg::from(text),
                    Owned::Count(count) => Arg::Count(*count),
                };
                (*name, arg)
            })
            .collect();
        self.catalogue.text(words.key, &args)
    }

    fn datum(&self, datum: &Datum, document: usize) -> Owned {
        let language = self.catalogue.language();
        Owned::Text(match datum {
            Datum::Text(text) => people::one_line(text),
            Datum::Money(money) => amount(&money.to_string(), language),
            Datum::Number(value) => number(&value.to_string(), language),
            Datum::Share(share) => percent(share.hundredths(), language),
            Datum::Date(date) => people::date(*date),
            Datum::Count(count) => return Owned::Count(*count),
            Datum::Line(line) => self.place_of(document, *line).line.to_string(),
            Datum::Lines(lines) => self.lines(document, lines),
            Datum::Word(key) => self.catalogue.text(key, &[]),
        })
    }

    /// Lines as people list them: `8, 12 e 15`, neighbours as `8–12`.
    fn lines(&self, document: usize, lines: &[LineNo]) -> String {
        let mut numbers: Vec<u32> = lines.iter().map(|line| self.place_of(document, *line).line).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut runs: Vec<String> = numbers
            .chunk_by(|left, right| *right == left + 1)
            .flat_map(|run| match run {
                [one] => vec![one.to_string()],
                [one, two] => vec![one.to_string(), two.to_string()],
                [first, .., last] => vec![format!("{first}–{last}")],
                [] => Vec::new(),
            })
            .collect();
        if runs.len() > LINES_WRITTEN_MAX {
            let more = runs.split_off(LINES_WRITTEN_MAX).len();
            let shown = runs.join(", ");
            return self
                .catalogue
                .text("lines-and-more", &[("lines", (&shown).into()), ("count", Arg::Count(more as u64))]);
        }
        match runs.pop() {
            None => String::new(),
            Some(last) if runs.is_empty() => last,
            Some(last) => {
                let shown = runs.join(", ");
                self.catalogue.text("lines-and", &[("lines", (&shown).into()), ("last", (&last).into())])
            }
        }
    }

    fn place_of(&self, document: usize, line: LineNo) -> ambito_documents::blocks::Place<'_> {
        self.sources[document].blocks.places.of(line)
    }
}

/// An argument that owns its text.
enum Owned {
    Text(String),
    Count(u64),
}

/// A line as it is in the file, and its first byte in the text of the blocks: a heading with its marks.
fn printed_line(blocks: &Blocks, line: LineNo) -> (usize, &str) {
    let Some(block) = (line as usize).checked_sub(1).and_then(|at| blocks.lines.get(at)) else { return (0, "") };
    let mut span = block.span.range();
    // Only in plain text are the blocks' lines those of the file.
    if blocks.places == Places::Lines {
        span.start = blocks.text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let rest = blocks.text.get(span.end..).unwrap_or_default();
        span.end += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }
    (span.start, blocks.text.get(span).unwrap_or_default())
}

/// The 1-based columns of a place, in characters of its line; the whole line where it stands elsewhere in the text.
fn columns(blocks: &Blocks, place: Place) -> (usize, usize) {
    let (start, text) = printed_line(blocks, place.line);
    let bounds = (place.start as usize).checked_sub(start).zip((place.end as usize).checked_sub(start));
    let inside = bounds.and_then(|(from, to)| {
        let before = text.get(..from)?.chars().count();
        let marked = text.get(from..to)?.chars().count();
        Some((before + 1, before + 1 + marked))
    });
    inside.unwrap_or_else(|| {
        let before = text.chars().take_while(|char| char.is_whitespace()).count();
        (before + 1, before + 1 + text.trim().chars().count())
    })
}

/// A figure in the notation of the contract.
fn pinned(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => people::one_line(text),
        Datum::Money(amount) => amount.to_string(),
        Datum::Number(value) => value.to_string(),
        Datum::Share(share) => share.to_string(),
        Datum::Date(date) => date.to_string(),
        Datum::Count(count) => count.to_string(),
        Datum::Line(line) => line.to_string(),
        Datum::Lines(lines) => lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", "),
        Datum::Word(key) => (*key).to_owned(),
    }
}
