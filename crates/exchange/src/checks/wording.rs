// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a defect (keys, figures, bytes) to a finding (sentences, columns).

use super::Source;
use super::quoted::Quoted;
use crate::people;
use crate::place::{self, Sought};
use ambito_checks::{Datum, Defect, Kinship, Subject, Words, fingerprint};
use ambito_documents::blocks::Blocks;
use ambito_domain::planning::LineNo;
use ambito_findings::{Finding, Mark, Related, Span};
use ambito_i18n::{Arg, Catalogue, amount, number, percent};
use std::collections::BTreeSet;

/// How many lines of a list are written out.
const LINES_WRITTEN_MAX: usize = 12;

/// Words defects in one language.
pub(super) struct Worder<'a> {
    sources: &'a [Source],
    subjects: &'a [Subject<'a>],
    catalogue: &'a Catalogue,
    audience: Audience,
}

/// Where findings are read: what can be done about some differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    /// On a terminal, by who gives commands.
    Commands,
    /// On the pages of an office.
    Pages,
}

impl Audience {
    /// What to do, in words for who reads it.
    fn hint(self, hint: &Words) -> Words {
        let key = match (self, hint.key) {
            (Self::Pages, "str083-hint") => "str083-hint-pages",
            (Self::Pages, "str084-hint") => "str084-hint-pages",
            (Self::Pages, "str086-hint") => "str086-hint-pages",
            (_, key) => key,
        };
        Words { key, args: hint.args.clone() }
    }
}

impl<'a> Worder<'a> {
    pub(super) fn new(sources: &'a [Source], subjects: &'a [Subject<'a>], catalogue: &'a Catalogue) -> Self {
        Self { sources, subjects, catalogue, audience: Audience::Commands }
    }

    /// The same for who reads on the pages of an office, where there are no commands.
    pub(super) fn for_pages(self) -> Self {
        Self { audience: Audience::Pages, ..self }
    }

    /// The finding that a defect becomes.
    pub(super) fn finding(&self, defect: &Defect) -> Finding {
        let Defect { check, severity, document, place, message, marks, related, expected, found, hint } = defect;
        let subject = &self.subjects[*document];
        let mut finding = Finding::new(check.code, *severity, self.words(message, *document));
        finding.name = check.name;
        finding.document = Some(subject.path.to_owned());
        let blocks = self.blocks(*document);
        let located = place::of_bytes(blocks, place.line, place.start, place.end);
        let line = located.line as usize;
        finding.at = place::as_where(&blocks.places, located);
        let quoted = Quoted::of(blocks, place.line);
        let (column, end_column) = quoted.columns(place.start, place.end);
        finding.span = Some(Span { line, column, end_line: line, end_column });
        finding.quote = Some(quoted.text().trim_end().to_owned());
        let mut on_line: Vec<Mark> = marks
            .iter()
            .filter(|(mark, _)| mark.line == place.line)
            .map(|(mark, label)| {
                let (column, end_column) = quoted.columns(mark.start, mark.end);
                let label = label.as_ref().map_or_else(String::new, |label| self.words(label, *document));
                Mark { column, end_column, label }
            })
            .collect();
        on_line.sort_by_key(|mark| mark.column);
        finding.marks = on_line;
        finding.related = related
            .iter()
            .map(|other| {
                let blocks = self.blocks(other.document);
                let located = place::of_value(blocks, other.line, told(&other.label));
                Related {
                    document: self.subjects[other.document].path.to_owned(),
                    line: located.line as usize,
                    at: place::as_where(&blocks.places, located),
                    label: self.words(&other.label, other.document),
                }
            })
            .collect();
        finding.expected = expected.as_ref().map(pinned);
        finding.found = found.as_ref().map(pinned);
        finding.hints = self.hints(defect);
        if let Some(hint) = hint {
            let hint = self.words(&self.audience.hint(hint), *document);
            finding.hints.push(self.catalogue.text("how-to-mend", &[("hint", (&hint).into())]));
        }
        finding.fingerprint = fingerprint(defect, self.subjects);
        finding
    }

    /// What is carried along, one sentence each; then the other places, those of one label together.
    fn hints(&self, defect: &Defect) -> Vec<String> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for other in &defect.related {
            let label = match other.kinship {
                // Parts of a sum are said by their lines; what each of them is, is in the JSON and on the page.
                Kinship::Part if other.label.key == "related-part" => self.catalogue.text("related-parts", &[]),
                _ => self.words(&other.label, other.document),
            };
            let sheet = self.blocks(other.document).places.of(other.line).sheet;
            let same = |group: &&mut Group<'_>| {
                group.kinship == other.kinship
                    && group.document == other.document
                    && group.sheet == sheet
                    && group.label == label
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.lines.push(other.line),
                None => {
                    let (kinship, document) = (other.kinship, other.document);
                    groups.push(Group { kinship, document, sheet, label, lines: vec![other.line] });
                }
            }
        }
        let own_sheet = self.blocks(defect.document).places.of(defect.place.line).sheet;
        groups.iter().map(|group| self.group(group, defect.document, own_sheet)).collect()
    }

    /// One sentence on lines of one label, for a finding in a document and on a sheet.
    fn group(&self, group: &Group<'_>, own: usize, own_sheet: Option<&str>) -> String {
        let Group { kinship, document, sheet, label, lines } = group;
        let shown = self.lines(*document, lines);
        let path = self.subjects[*document].path;
        let sheet = sheet.map(|sheet| self.catalogue.text("page-sheet", &[("sheet", sheet.into())]));
        let elsewhere = match sheet {
            Some(sheet) if *document == own => sheet,
            Some(sheet) => format!("{path}, {sheet}"),
            None => path.to_owned(),
        };
        // The messages take what they need of these.
        let args = [
            ("what", Arg::from(label.as_str())),
            ("label", Arg::from(label.as_str())),
            ("line", Arg::from(&shown)),
            ("document", Arg::from(&elsewhere)),
            // Several figures may stand on one line.
            ("count", Arg::Count(lines.iter().collect::<BTreeSet<_>>().len() as u64)),
        ];
        let key = match (kinship, *document == own && group.sheet == own_sheet) {
            (Kinship::Carried, true) => "carried",
            (Kinship::Carried, false) => "carried-elsewhere",
            (Kinship::Part, true) => "see-line",
            (Kinship::Part, false) => "see-elsewhere",
        };
        self.catalogue.text(key, &args)
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
            Datum::Line(line) => self.lines(document, &[*line]),
            Datum::Lines(lines) => self.lines(document, lines),
            Datum::Word(key) => self.catalogue.text(key, &[]),
        })
    }

    /// Lines as people list them: `8, 12 e 15`, neighbours as `8–12`; on pages `8, 12 (pag. 3) e 2 (pag. 4)`, rows of
    /// tables in word-processor files as `T2!5–8`.
    fn lines(&self, document: usize, lines: &[LineNo]) -> String {
        let blocks = self.blocks(document);
        let mut numbers: Vec<(Ground, u32)> = lines.iter().map(|line| Ground::of(blocks, *line)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut runs: Vec<(Ground, String)> = numbers
            .chunk_by(|left, right| left.0 == right.0 && right.1 == left.1 + 1)
            .flat_map(|run| match run {
                [one] => vec![one.0.number(one.1)],
                [one, two] => vec![one.0.number(one.1), two.0.number(two.1)],
                [first, .., last] => vec![(first.0, format!("{}–{}", first.0.number(first.1).1, last.1))],
                [] => Vec::new(),
            })
            .collect();
        let more = runs.len().saturating_sub(LINES_WRITTEN_MAX);
        runs.truncate(LINES_WRITTEN_MAX);
        let mut shown: Vec<String> = Vec::new();
        for of_ground in runs.chunk_by(|left, right| left.0 == right.0) {
            let told = of_ground.iter().map(|(_, run)| run.as_str());
            match of_ground {
                [(Ground::Page(page), _), ..] => {
                    let (told, page) = (told.collect::<Vec<_>>().join(", "), page.to_string());
                    let args = [("lines", (&told).into()), ("page", (&page).into())];
                    shown.push(self.catalogue.text("place-lines-of-page", &args));
                }
                _ => shown.extend(told.map(str::to_owned)),
            }
        }
        if more > 0 {
            let shown = shown.join(", ");
            let args = [("lines", (&shown).into()), ("count", Arg::Count(more as u64))];
            return self.catalogue.text("lines-and-more", &args);
        }
        match shown.pop() {
            None => String::new(),
            Some(last) if shown.is_empty() => last,
            Some(last) => {
                let shown = shown.join(", ");
                self.catalogue.text("lines-and", &[("lines", (&shown).into()), ("last", (&last).into())])
            }
        }
    }

    fn blocks(&self, document: usize) -> &Blocks {
        &self.sources[document].blocks
    }
}

/// What the numbers of lines count in, where that is not the file or a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ground {
    Whole,
    Page(u32),
    Table(u32),
}

impl Ground {
    /// What a line is counted in, and its number there.
    fn of(blocks: &Blocks, line: LineNo) -> (Self, u32) {
        let place = blocks.places.of(line);
        match (place.page, place.row) {
            (Some(page), _) => (Self::Page(page), place.line),
            (None, Some((table, row))) => (Self::Table(table), row),
            (None, None) => (Self::Whole, place.line),
        }
    }

    /// One line as it is written.
    fn number(self, line: u32) -> (Self, String) {
        let text = match self {
            Self::Whole | Self::Page(_) => line.to_string(),
            Self::Table(table) => format!("T{table}!{line}"),
        };
        (self, text)
    }
}

/// The figure that the words on another line tell, where they tell one.
fn told(words: &Words) -> Option<Sought<'_>> {
    let mut figures = words.args.iter().filter_map(|(_, datum)| match datum {
        Datum::Money(amount) => Some(Sought::Money(*amount)),
        Datum::Share(share) => Some(Sought::Share(*share)),
        _ => None,
    });
    figures.next().filter(|_| figures.next().is_none())
}

/// Other lines of one document, sheet and label.
struct Group<'a> {
    kinship: Kinship,
    document: usize,
    sheet: Option<&'a str>,
    label: String,
    lines: Vec<LineNo>,
}

/// An argument that owns its text.
enum Owned {
    Text(String),
    Count(u64),
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

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_i18n::Language;

    #[test]
    fn pages_speak_of_no_command() {
        for key in ["str083-hint", "str084-hint", "str086-hint", "str085-hint"] {
            let hint = Words::new(key);
            assert_eq!(Audience::Commands.hint(&hint).key, key);
            for language in Language::ALL {
                let said = Catalogue::new(language).text(Audience::Pages.hint(&hint).key, &[]);
                assert!(!said.contains("--") && !said.is_empty(), "{key}: {said}");
            }
        }
    }
}
